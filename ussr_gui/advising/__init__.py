"""Which method for which scan: words, pictures and times, for who has to choose."""

"""Networks, one file each; none knows how it is trained."""

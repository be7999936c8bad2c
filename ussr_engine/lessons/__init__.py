"""Lessons: pictures, words and questions in one file, to be played without any training."""

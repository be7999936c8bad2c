"""Blind reading: which pairs a reader sees, in which order, and what the answers say."""

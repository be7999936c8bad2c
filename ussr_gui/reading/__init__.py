"""Blind reading: pairs without names, a ranking at the end."""

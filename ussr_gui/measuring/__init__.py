"""Measuring on the pictures: shapes drawn on every pane, their figures for every output, plots, and undo."""

"""Lessons: a player beside the panes, and an editor that records what stands in them."""

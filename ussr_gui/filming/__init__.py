"""Clips in the window: frames are asked for, played, and enlarged."""

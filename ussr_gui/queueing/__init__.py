"""The queue of files in the window: its table, and the menu at work on it."""

"""Batches: a queue of files × treatments on disk, which survives whatever ends the program."""

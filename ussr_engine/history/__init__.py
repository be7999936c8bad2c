"""Every run that was made: an index, and one folder a run from which the index can be made again."""

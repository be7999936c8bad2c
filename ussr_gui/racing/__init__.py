"""The race: several methods on one scan in turn, and how they stand."""

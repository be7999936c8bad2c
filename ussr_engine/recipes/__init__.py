"""How methods get from scan to result; none knows a network by name."""

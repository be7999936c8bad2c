"""How a fine picture becomes a coarse one: assumed while training, applied when a test set is made."""

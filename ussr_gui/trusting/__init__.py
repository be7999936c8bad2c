"""The trust dial and the protect mask in the window: what is found and drawn, undo, and the pictures mixed by them."""

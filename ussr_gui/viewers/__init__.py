"""What shows pictures and curves: linked panes, the curtain, the loss, the first screen and errors."""

"""The computer itself: why a device is used, how fast it is, how much memory a run would take."""

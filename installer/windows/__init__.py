"""What wraps the folder for Windows."""

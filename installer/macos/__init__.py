"""What wraps the folder for macOS."""

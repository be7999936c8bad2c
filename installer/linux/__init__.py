"""What wraps the folder for Linux."""

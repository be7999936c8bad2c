"""What makes a program that installs, starts and leaves like one: `python -m installer.build`."""

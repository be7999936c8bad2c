"""The command line's program in the bundle."""

from ussr_engine.__main__ import main

if __name__ == "__main__":
    main()

"""The guide inside the program: the pages of ``docs/``, opened for what lies under the mouse."""

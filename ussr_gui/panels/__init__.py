"""The docks' contents: each shows one thing and says what the person wants by a signal."""

"""USSR engine: self-supervised super-resolution of one ultrasound scan.  NumPy and torch; never Qt."""

__version__ = "0.1.0"

RESEARCH_USE = "Research and teaching; not for diagnosis"
"""The sentence that the window shows at all times and every export carries."""

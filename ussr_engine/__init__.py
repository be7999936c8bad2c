"""USSR engine: self-supervised super-resolution of one ultrasound scan.  NumPy and torch; never Qt."""

import os

# NumPy's own matrix products are many and small here: two threads that wait for each other take ten times as long as
# one, and sums in another order give other last bits.  Read when NumPy is first loaded; torch has threads of its own.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

__version__ = "0.1.0"

RESEARCH_USE = "Research and teaching; not for diagnosis"
"""The sentence that the window shows at all times and every export carries."""

"""Python imports this at its start where the folder is on its path: engine, workers and commands are cut off too."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))
from offline import cut_off

cut_off()
sys.path.remove(str(Path(__file__).resolve().parents[1]))

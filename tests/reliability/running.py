"""Runs of methods on pictures, and files that must be refused, for the tests of reliability."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from ussr_engine.device import choose
from ussr_engine.errors import UnreadableFile
from ussr_engine.events import Finished
from ussr_engine.files import open_clip
from ussr_engine.knobs import Value
from ussr_engine.methods import plan_for
from ussr_engine.result import Result
from ussr_engine.scan import Scan
from ussr_engine.train import Surroundings, train

ROOT = Path(__file__).resolve().parents[2]
CLOSED = ("bicubic", "exact", "simreg")
"""Methods that train nothing."""
LEAN: dict[str, Value] = {"backbone.layers": 3, "backbone.features": 8, "crop": 24, "steps": 8}
"""Knobs that make ZSSR train in a moment."""


def result_of(image: np.ndarray, method: str = "simreg", scale: int = 2, **knobs: Value) -> Result:
    """A method's result; its picture is finite, in [0, 1] and of the right size, whatever it is of."""
    job = train(Scan(image), plan_for(method, scale, knobs), Surroundings(choose("cpu", threads=1)))
    (end,) = (event.result for event in job if isinstance(event, Finished))
    found = end.sr.image
    assert found.shape[:2] == (scale * image.shape[0], scale * image.shape[1])
    assert np.isfinite(found).all()
    assert found.min() >= 0
    assert found.max() <= 1
    return end


def refused(path: Path, frame: int = 0) -> str:
    """The one sentence by which a file is refused."""
    with pytest.raises(UnreadableFile) as caught, open_clip(path) as clip:
        clip.scan(frame)
    words = str(caught.value)
    assert words.endswith(".")
    assert "\n" not in words
    assert "Traceback" not in words
    return words


def alone(code: str, *arguments: object) -> dict[str, float]:
    """What a fresh process prints as JSON after running ``code``; ``peak()`` there is its memory in MB so far."""
    program = (
        # Not getrusage: its maximum counts what the process was forked from.
        "import json, sys, time\n"
        "def peak(): return int(open('/proc/self/status').read().split('VmHWM:')[1].split()[0]) / 1000\n" + code
    )
    command = [sys.executable, "-c", program, *map(str, arguments)]
    out = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=280, check=False)
    assert out.returncode == 0, out.stderr[-2000:]
    told: dict[str, float] = json.loads(out.stdout.splitlines()[-1])
    return told

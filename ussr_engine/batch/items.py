"""What stands in a queue: plain records that pickle, for the window and the command line alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from ussr_engine.knobs import Value

TEMPLATE = "{name}_{method}_x{scale}"
"""How results are named unless a person says otherwise."""


class State(Enum):
    """Where an item stands; the value is the word that tables show and the file keeps."""

    WAITING = "waiting"
    RUNNING = "running"
    PAUSED = "paused"
    DONE = "done"
    FAILED = "failed"
    SKIPPED = "skipped"


AHEAD = (State.WAITING, State.PAUSED)
"""States of items that will be carried out."""


@dataclass(frozen=True, slots=True)
class Treatment:
    """What is done to a file: a method with its knobs, and how its picture is mixed and written.

    ``trust`` and ``protect`` ("auto" or "none") are those of ``ussr-engine enlarge``; ``bits`` is 8, 16, or 0 for those
    of the scan; ``suffix`` chooses the format.
    """

    method: str
    scale: int
    knobs: Mapping[str, Value] = field(default_factory=dict)
    seed: int = 0
    device: str = "auto"
    trust: str = "1"
    protect: str = "auto"
    bits: int = 0
    suffix: str = ".png"


@dataclass(frozen=True, slots=True)
class Item:
    """One file under one treatment.

    Attributes
    ----------
    number : int
        Its name in the queue; never given twice.
    place : float
        Items are carried out from the lowest to the highest.
    source, out : str
        Paths of the file and of its result.
    title : str
        The treatment in words: "ZSSR ×2, steps 200".
    words : str
        Why it failed or was skipped, or what is to be known of its result.
    seconds : float or None
        That the last attempt took, reading and writing included.
    """

    number: int
    place: float
    source: str
    out: str
    title: str
    state: State
    words: str = ""
    seconds: float | None = None
    attempts: int = 0

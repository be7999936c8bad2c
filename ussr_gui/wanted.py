"""What a person has chosen to be done with a scan."""

from __future__ import annotations

from dataclasses import dataclass, field

from ussr_engine.knobs import Value
from ussr_engine.orders import Challenge, EnlargeClip, Train
from ussr_engine.scan import Scan
from ussr_gui.interpreting import interpreted
from ussr_gui.language import tr


@dataclass(frozen=True)
class Wanted:
    """Everything that a run needs beside the scan; ``knobs`` are those that differ from the method's own."""

    method: str
    scale: int
    knobs: dict[str, Value] = field(default_factory=dict)
    seed: int = 0
    device: str = "auto"
    challenge: Challenge | None = None
    learn_from: tuple[int, ...] = ()
    """Frames of a clip to learn from, counted from 0; with any, all frames are enlarged."""

    def order(self, path: str, scan: Scan) -> Train | EnlargeClip:
        """What the engine is asked."""
        if self.learn_from:
            how = (self.method, self.scale, self.knobs, self.seed, self.device)
            return EnlargeClip(path, self.learn_from, *how)
        return Train(scan, self.method, self.scale, self.knobs, self.seed, self.device, self.challenge)

    @property
    def variant(self) -> str:
        """What sets it apart from the method as it is: "steps 200, seed 3"."""
        turned = [f"{_said(name)} {_written(value)}" for name, value in self.knobs.items()]
        return ", ".join([*turned, tr("seed {seed}").format(seed=self.seed)] if self.seed else turned)

    @property
    def task(self) -> tuple[int, object]:
        """Runs of one task enlarge the same picture by the same scale: their scores can be held against each other.

        The seed makes the noise of a challenge; the bicubic one has none.
        """
        given = self.challenge
        if given is None:
            return self.scale, None
        return self.scale, (1,) if given.degradation == 1 else (given.degradation, given.noise, given.seed)

    @property
    def task_in_words(self) -> str:
        if self.challenge is None:
            return tr("enlarged ×{scale} as it is").format(scale=self.scale)
        return tr("shrunk ÷{scale} by Method {degradation} and enlarged again").format(
            scale=self.scale, degradation=self.challenge.degradation
        )


def _said(name: str) -> str:
    """A knob by its full name, in words: "final passes"."""
    words = name.rpartition(".")[2].replace("_", " ")
    return interpreted(words.capitalize()).lower()


def _written(value: Value) -> str:
    if isinstance(value, bool):
        return tr("on") if value else tr("off")
    return f"{value:g}" if isinstance(value, float) else str(value)

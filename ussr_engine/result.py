"""What a run leaves: the enlarged scan and everything needed to say, and to repeat, how it was made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ussr_engine.scan import Image, Scan


@dataclass(frozen=True, slots=True)
class Scores:
    """Agreement with a reference of the same size, on 8-bit luma, all pixels.

    ``psnr`` in dB (inf when identical), ``ssim`` in [-1, 1], ``lpips`` >= 0 (AlexNet, v0.1) or None with the reason.
    """

    psnr: float
    ssim: float
    lpips: float | None
    lpips_reason: str = ""


@dataclass(frozen=True, slots=True)
class History:
    """The curves of a run: (step, value) by name, and the steps at which the learning rate changed."""

    losses: Mapping[str, tuple[tuple[int, float], ...]] = field(default_factory=dict)
    rates: tuple[tuple[int, float], ...] = ()
    best_step: int | None = None


@dataclass(frozen=True, eq=False)
class Result:
    """The outcome of one method on one scan.

    Attributes
    ----------
    sr : Scan
        The enlarged scan, spacing divided by ``scale``.
    plan : dict
        ``Plan.to_dict()``: method, every knob, scale, seed.
    seconds, cpu_seconds : float
        Of the method's work, loading and saving excluded; over every sitting of a resumed run.
    notes : tuple of str
        What the person should know: early stop, rollback, colour handled by interpolation...
    scores : Scores or None
        Against the truth, when there is one.
    device : str
        In words: "CPU, 2 threads, bfloat16".
    kernel : ndarray or None
        (k, k) float32 of sum 1: the blur kernel of a step by 2, where one was estimated or given.
    maps : mapping of str to ndarray
        (H, W) float32 by title, of the size of ``sr``: how far it can be trusted, where that was asked for.
    """

    sr: Scan
    plan: Mapping[str, Any]
    method: str
    title: str
    scale: float
    seed: int
    seconds: float
    cpu_seconds: float
    device: str
    history: History = field(default_factory=History)
    notes: tuple[str, ...] = ()
    scores: Scores | None = None
    version: str = ""
    kernel: Image | None = None
    maps: Mapping[str, Image] = field(default_factory=dict)

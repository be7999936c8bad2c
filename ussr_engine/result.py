"""What a run leaves: the enlarged scan, how far to trust it, and all that is needed to repeat how it was made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ussr_engine.errors import BadRequest
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


@dataclass(frozen=True, slots=True)
class Identification:
    """How a scan was found to have been made, in words and in numbers.

    Attributes
    ----------
    words : str
        A sentence for the person.
    noisy, told : bool
        Whether noise was found; whether a person said how the scan was made.
    law : tuple of float
        (a, b, c): the noise's variance at brightness I is a + b I + c I**2, I in [0, 1].
    points : tuple of (float, float)
        Brightness in [0, 1] and the variance measured there, from dark to bright: what the law was fitted to.
    candidates : tuple of (str, str, float)
        Name, words and probability of the blurs that are likely, the likeliest first, summing to 1.
    confidence : float
        0 to 1: the probability of the first, less where the scan is unlike those from which such probabilities come.
    """

    words: str
    noisy: bool
    told: bool
    law: tuple[float, float, float]
    points: tuple[tuple[float, float], ...]
    candidates: tuple[tuple[str, str, float], ...]
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a scan says for and against the picture made of it.

    Attributes
    ----------
    identification : Identification
        How the scan was made.
    gain_db : float
        Gain over interpolation where the truth is known: on coarser copies of the scan, or on its simulation.
    shows_more : bool
        False where that is next to nothing: the scan holds no more detail than interpolation shows.
    chi_square : float
        Mean square of what the picture leaves of the scan unexplained, in parts of the noise's variance: near 1 where
        noise explains it, below where noise was followed, above where detail was lost.
    correlation : float
        Of neighbours in that residual, -1 to 1: 0 where it is white.
    """

    identification: Identification
    gain_db: float
    shows_more: bool
    chi_square: float
    correlation: float


@dataclass(frozen=True, slots=True, eq=False)
class TrustMap:
    """How far a picture can be trusted, pixel by pixel: ``values`` (H, W) float32 in ``unit``.

    ``title`` names the map, ``says`` completes it to a sentence; a ``signed`` one has values on both sides of 0.
    """

    title: str
    says: str
    unit: str
    signed: bool
    values: Image


@dataclass(frozen=True, slots=True)
class Trust:
    """How much of what a method adds to interpolation is shown, 0 to 1, for each band of detail.

    ``fine`` is detail finer than the scan's pixels, ``middle`` the octave below, ``coarse`` the rest.  At 1 everywhere
    the picture is the method's, at 0 everywhere it is interpolation.
    """

    coarse: float = 1.0
    middle: float = 1.0
    fine: float = 1.0

    def __post_init__(self) -> None:
        if not all(0 <= share <= 1 for share in self.shares):
            raise BadRequest(f"A trust of {self} is impossible.", "Choose shares from 0 to 1.")

    @classmethod
    def whole(cls, share: float) -> Trust:
        """The same for all bands."""
        return cls(share, share, share)

    @classmethod
    def parsed(cls, text: str) -> Trust:
        """From "0.6", or from "fine=0.2,middle=0.8", where a band that is not named is 1; see ``str``."""
        try:
            if "=" not in text:
                return cls.whole(float(text))
            return cls(**{name.strip(): float(share) for name, share in (one.split("=") for one in text.split(","))})
        except (TypeError, ValueError) as error:
            remedy = "Say one share from 0 to 1, or coarse=1,middle=0.6,fine=0.2."
            raise BadRequest(f"A trust of {text!r} is not understood.", remedy) from error

    def __str__(self) -> str:
        if self.is_whole:
            return f"{self.fine:g}"
        return f"coarse={self.coarse:g},middle={self.middle:g},fine={self.fine:g}"

    @property
    def shares(self) -> tuple[float, float, float]:
        """Coarse, middle, fine."""
        return self.coarse, self.middle, self.fine

    @property
    def is_whole(self) -> bool:
        """True where all bands share one value."""
        return self.coarse == self.middle == self.fine

    @property
    def is_full(self) -> bool:
        """True where the method's picture is shown as it is."""
        return self.shares == (1, 1, 1)

    @property
    def words(self) -> str:
        """For a person: "trust 60 %", or the three bands."""
        coarse, middle, fine = (f"{100 * share:.0f}" for share in self.shares)
        return f"trust {fine} %" if self.is_whole else f"trust {coarse} / {middle} / {fine} %"


@dataclass(frozen=True, slots=True)
class Protected:
    """Where plain interpolation stands instead of the method's picture: ``pixels`` out of ``total`` of the result.

    ``says`` tells what they show: "text, colour, drawn".
    """

    pixels: int
    total: int
    says: str

    @property
    def words(self) -> str:
        """For a person: "1.2 % protected"."""
        percent = 100 * self.pixels / self.total
        return f"{percent:.1f} % protected" if percent >= 0.05 else "under 0.1 % protected"


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
    consistency : float or None
        RMS in grey levels between the scan and the picture shrunk again (`metrics.consistency`); None for a mixture.
    device : str
        In words: "CPU, 2 threads, bfloat16".
    kernel : ndarray or None
        (k, k) float32 of sum 1: the blur kernel of a step by 2, where one was estimated or given.
    evidence : Evidence or None
        How the scan was made and what it leaves unexplained, where the method finds that out.
    maps : mapping of str to TrustMap
        "inferred", "uncertainty" and "residual", of the size of ``sr``, where they were asked for; "protected" where
        something is.
    trust : Trust
        How much of the method's picture is in ``sr``; see ``ussr_engine.trust``.
    protected : Protected or None
        What of ``sr`` is plain interpolation whatever the trust.
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
    consistency: float | None = None
    version: str = ""
    kernel: Image | None = None
    evidence: Evidence | None = None
    maps: Mapping[str, TrustMap] = field(default_factory=dict)
    trust: Trust = Trust()
    protected: Protected | None = None

    @property
    def mixture(self) -> str:
        """How ``sr`` differs from what the method gave: "trust 60 %, 1.2 % protected"; empty if it does not."""
        trust = "" if self.trust.is_full else self.trust.words
        return ", ".join(words for words in (trust, self.protected.words if self.protected else "") if words)

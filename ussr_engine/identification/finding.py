"""What was found about a scan, in numbers and in words."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ussr_engine.identification.candidates import CUBIC, DIFFUSED, LEAN, METHODS, SHARP, Candidate, gaussian
from ussr_engine.identification.grain import LEAST, grain, rise
from ussr_engine.identification.hidden import uncovered
from ussr_engine.identification.posterior import posterior, strangeness
from ussr_engine.imaging.jpeg import quality_of
from ussr_engine.imaging.noise import EVEN, NoiseLaw, estimated
from ussr_engine.imaging.resize import Real
from ussr_engine.imaging.tiling import middle
from ussr_engine.imaging.work import Work, done

UNLIKELY = 0.2
"""Share of the mixture under which a candidate is left out."""
DOUBTED = 0.1
"""Probability of no blur from which a blur is doubted: scans that were blurred leave it about a twentieth."""
BRIGHT = 0.3
"""Brightness at which the two kinds of noise are weighed against each other."""
RISING, FALLING = 0.35, -0.2
"""Relative power at the end of the band, the blur undone, above and below which that blur becomes implausible."""
SPECKLE = 2e-3
"""Covariance of neighbouring pixels, relative to brightness squared, from which grain is called speckle."""
LARGEST = 768
"""Largest side in pixels of what grain is measured in: statistics need no more."""
SHARED = 2.0
"""Times the variance that channels differ by, from which they also have noise in common."""
CERTAIN = 4.0
"""Times as much noise must be found in one channel as in the differences of three."""
COMPRESSED, USUAL = 0.7, 1.3
"""Trust in a scan that JPEG has changed, and the strangeness up to which a scan is like those learned from."""
STUDY = 0.01
"""Relative variance of the study's noise, the least that is taken where a person says there is some."""


@dataclass(frozen=True)
class Finding:
    """The noise of a scan and the degradations it may have come through, most probable first.

    ``candidates`` are (degradation, probability), probabilities summing to 1; ``told`` marks what a person said;
    ``quality`` is that of the JPEG file the scan was kept in, 0 for none; ``trust``, 0 to 1, says how like the scans
    from which the probabilities come this one is; ``mixture`` holds the candidates with their shares in the picture,
    the largest first, where these are not the probabilities; ``doubt`` is the probability of all but the likeliest,
    those that were left out among them.
    """

    law: NoiseLaw
    noisy: bool
    candidates: tuple[tuple[Candidate, float], ...]
    speckled: bool = False
    told: bool = False
    quality: int = 0
    trust: float = 1.0
    mixture: tuple[tuple[Candidate, float], ...] = ()
    doubt: float = 0.0

    def __post_init__(self) -> None:
        if not self.mixture:
            object.__setattr__(self, "mixture", self.candidates)

    @property
    def confidence(self) -> float:
        """Probability of the first candidate, less where the scan is unlike those it was learned from."""
        return self.candidates[0][1] * self.trust

    @property
    def words(self) -> str:
        """A sentence for the person."""
        if not self.noisy:
            grain = "its grain is real speckle and is left alone" if self.speckled else "there is nothing to take out"
            return f"No noise was found in the scan; {grain}.{self._file}"
        likeliest = self.candidates[0][0]
        relative, additive = np.sqrt(self.law.relative), np.sqrt(self.law.additive) * 255
        parts = []
        if self.law.relative * BRIGHT**2 > self.law.additive or self.law.additive < EVEN:
            parts.append(f"multiplicative noise of about {relative:.0%}")
        if self.law.additive >= EVEN:
            parts.append(f"even noise of about {additive:.1f} levels")
        sure = "as you said" if self.told else f"confidence {self.confidence:.1f}"
        sentence = f"{' and '.join(parts)}; {likeliest.words}; {sure}."
        return sentence[0].upper() + sentence[1:] + self._file

    @property
    def _file(self) -> str:
        return f" It was kept as JPEG of quality {self.quality}." if self.quality else ""


def identified(
    scan: Real, scale: float, told: str = "auto", channels: NoiseLaw | None = None, blur: float = 0.0
) -> Finding:
    """Identify the degradation of a scan (h, w) in [0, 1].

    Parameters
    ----------
    told : str
        "auto", or the study's Method "1", "2" or "3" where a person knows it, or "gaussian" for a blur of ``blur``
        pixels of the scan, with the noise that is found.
    channels : NoiseLaw, optional
        Of the noise that is known to be there because channels differ by it; ``scan`` is their mean.
    """
    return done(identifying(scan, scale, told, channels, blur))


def identifying(
    scan: Real, scale: float, told: str = "auto", channels: NoiseLaw | None = None, blur: float = 0.0
) -> Work[Finding]:
    """`identified` in small steps."""
    left = estimated(scan)
    yield 0.2
    quality = quality_of(scan)
    yield 0.4
    measurable = min(scan.shape) >= LEAST and scan.std() > 0
    scan = middle(scan, LARGEST)
    law = uncovered(scan, left, quality) if quality else left
    if channels is not None and np.mean(law.variance(scan)) < SHARED * np.mean(channels.variance(scan)):
        law = channels
    if told == "gaussian":
        return Finding(law, law.is_there, ((gaussian(blur), 1.0),), told=True, quality=quality)
    if told != "auto":
        method = int(told)
        law = NoiseLaw(law.additive, max(law.relative, STUDY / 4), law.linear) if method > 1 else law
        return Finding(law, method > 1, ((METHODS[method], 1.0),), told=True, quality=quality)
    numbers = grain(scan, left) if measurable else None
    yield 0.7
    if not (law.is_there or (channels is not None and channels.times(CERTAIN).is_there)):
        speckled = numbers is not None and np.exp(numbers[0]) / 100 > SPECKLE
        return Finding(law, False, ((CUBIC, 1.0),), bool(speckled), quality=quality)
    if numbers is None:
        return Finding(law, True, ((DIFFUSED, 1.0),), quality=quality, trust=COMPRESSED)
    weighed = []
    for candidate, chance in posterior(numbers, scale):
        weighed.append((candidate, chance * _plausible(scan, left, candidate)))
        yield 0.9
    likely = _ranked(weighed)
    mixture = _ranked([pair for pair in leaning(likely) if pair[1] >= UNLIKELY])
    kept = _ranked([pair for pair in likely if pair[0] in [candidate for candidate, _ in mixture]])
    trust = likely[0][1] / kept[0][1] * min(1.0, (USUAL / strangeness(numbers)) ** 2)
    trust = trust * COMPRESSED if quality else trust
    return Finding(law, True, kept, quality=quality, trust=trust, mixture=mixture, doubt=1 - likely[0][1])


def leaning(likely: tuple[tuple[Candidate, float], ...]) -> tuple[tuple[Candidate, float], ...]:
    """The shares of a mixture that errs on the side of too little sharpening, largest first, summing to 1."""
    return _ranked([(one, chance * (LEAN if one == SHARP and chance >= DOUBTED else 1.0)) for one, chance in likely])


def _plausible(scan: Real, law: NoiseLaw, candidate: Candidate) -> float:
    """1, or less where the picture before that blur would have had a spectrum that rises, or none at all."""
    if not candidate.blur.axial:
        return 1.0
    risen = rise(scan, law, candidate.blur.axial)
    return float(np.exp(-max(0.0, risen - RISING, FALLING - risen) / 0.1))


def _ranked(chances: list[tuple[Candidate, float]]) -> tuple[tuple[Candidate, float], ...]:
    """The likeliest first, probabilities summing to 1."""
    whole = sum(chance for _, chance in chances)
    return tuple(sorted(((candidate, chance / whole) for candidate, chance in chances), key=lambda pair: -pair[1]))

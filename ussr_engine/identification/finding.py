"""What was found about a scan, in numbers and in words."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ussr_engine.identification.candidates import CUBIC, DIFFUSED, METHODS, Candidate
from ussr_engine.identification.grain import LEAST, grain, rise
from ussr_engine.identification.posterior import posterior
from ussr_engine.imaging.noise import EVEN, NoiseLaw, estimated
from ussr_engine.imaging.resize import Real
from ussr_engine.imaging.tiling import middle

UNLIKELY = 0.2
"""Probability under which a candidate is left out of the mixture."""
BRIGHT = 0.3
"""Brightness at which the two kinds of noise are weighed against each other."""
RISING, FALLING = 0.35, -0.2
"""Relative power at the end of the band, the blur undone, above and below which that blur becomes implausible."""
SPECKLE = 2e-3
"""Covariance of neighbouring pixels, relative to brightness squared, from which grain is called speckle."""
LARGEST = 768
"""Largest side in pixels of what grain is measured in: statistics need no more."""
STUDY = 0.01
"""Relative variance of the study's noise, the least that is taken where a person says there is some."""


@dataclass(frozen=True)
class Finding:
    """The noise of a scan and the degradations it may have come through, most probable first.

    ``candidates`` are (degradation, probability), probabilities summing to 1; ``told`` marks what a person said.
    """

    law: NoiseLaw
    noisy: bool
    candidates: tuple[tuple[Candidate, float], ...]
    speckled: bool = False
    told: bool = False

    @property
    def words(self) -> str:
        """A sentence for the person."""
        if not self.noisy:
            grain = "its grain is real speckle and is left alone" if self.speckled else "there is nothing to take out"
            return f"No noise was found in the scan; {grain}."
        likeliest, confidence = self.candidates[0]
        relative, additive = np.sqrt(self.law.relative), np.sqrt(self.law.additive) * 255
        parts = []
        if self.law.relative * BRIGHT**2 > self.law.additive or self.law.additive < EVEN:
            parts.append(f"multiplicative noise of about {relative:.0%}")
        if self.law.additive >= EVEN:
            parts.append(f"even noise of about {additive:.1f} levels")
        sure = "as you said" if self.told else f"confidence {confidence:.1f}"
        sentence = f"{' and '.join(parts)}; {likeliest.words}; {sure}."
        return sentence[0].upper() + sentence[1:]


def identified(scan: Real, scale: float, told: str = "auto") -> Finding:
    """Identify the degradation of a scan (h, w) in [0, 1].

    Parameters
    ----------
    told : str
        "auto", or the study's Method "1", "2" or "3" where a person knows it.
    """
    law = estimated(scan)
    if told != "auto":
        method = int(told)
        law = NoiseLaw(law.additive, max(law.relative, STUDY / 4)) if method > 1 else law
        return Finding(law, method > 1, ((METHODS[method], 1.0),), told=True)
    measurable = min(scan.shape) >= LEAST and scan.std() > 0
    scan = middle(scan, LARGEST)
    numbers = grain(scan, law) if measurable else None
    if not law.is_there:
        speckled = numbers is not None and np.exp(numbers[0]) / 100 > SPECKLE
        return Finding(law, False, ((CUBIC, 1.0),), bool(speckled))
    if numbers is None:
        return Finding(law, True, ((DIFFUSED, 1.0),))
    likely = _ranked(
        [(candidate, chance * _plausible(scan, law, candidate)) for candidate, chance in posterior(numbers, scale)]
    )
    return Finding(law, True, _ranked([(candidate, chance) for candidate, chance in likely if chance >= UNLIKELY]))


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

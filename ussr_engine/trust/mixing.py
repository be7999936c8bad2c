"""A method's picture and interpolation in one: by trust, band by band, and interpolation alone where protected."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

import numpy as np

from ussr_engine.errors import BadRequest
from ussr_engine.metrics import measure
from ussr_engine.result import Protected, Result, Trust, TrustMap
from ussr_engine.scan import Image
from ussr_engine.trust.bands import Bands
from ussr_engine.trust.edge import Mask, enlarged, softened

PROTECTED = "protected"
"""Name of the map in ``Result.maps``."""


class Mixture:
    """A picture and its interpolation, made ready to be mixed at any trust.

    Parameters
    ----------
    sr, bicubic : (H, W) or (H, W, 3)
        The method's picture and interpolation, of the same size, in [0, 1].
    scale : float
        By which both were enlarged.
    mask : (h, w) bool, optional
        What is protected, in pixels of the scan.  The picture has a whole number of pixels for each of these, the
        last rows and columns excepted, which a scan that was cropped has lost.
    """

    def __init__(self, sr: Image, bicubic: Image, scale: float, mask: Mask | None = None) -> None:
        if bicubic.shape[:2] != sr.shape[:2]:
            raise BadRequest("A picture and its interpolation have different sizes.")
        self._scale = scale
        self._bicubic, self._sr = _alike(bicubic, sr)
        self._mask = mask if mask is not None and mask.any() else None

    def at(self, trust: Trust) -> Image:
        """The picture at this trust.

        Where it is protected, and everywhere at a trust of 0, it has the bits of ``bicubic``, at full trust elsewhere
        those of ``sr``.
        """
        if trust.is_full:
            image = self._sr.copy()
        elif not any(trust.shares):
            return self._bicubic
        else:
            coarse, middle, fine = (np.float32(share) for share in trust.shares)
            image = self._bicubic + fine * self._bands.whole
            if middle != fine:
                image += (middle - fine) * self._bands.below_fine
            if coarse != middle:
                image += (coarse - middle) * self._bands.coarse
            np.clip(image, 0, 1, out=image)
        if self.weight is not None:
            weight = self.weight if image.ndim == 2 else self.weight[..., None]
            image += weight * (self._bicubic - image)
            # Added and taken away again, the last bit may differ.
            image = np.where(weight == 1, self._bicubic, image)
        return image

    @cached_property
    def _bands(self) -> Bands:
        return Bands(self._sr - self._bicubic, self._scale)

    @cached_property
    def protected(self) -> Mask | None:
        """(H, W): the pixels that are plain interpolation."""
        return None if self._mask is None else enlarged(self._mask, self._sr.shape[:2])

    @cached_property
    def weight(self) -> Image | None:
        """(H, W): the share of interpolation, 1 where protected, falling to 0 over a soft edge."""
        if self.protected is None or self._mask is None:
            return None
        return softened(self.protected, self._sr.shape[0] / self._mask.shape[0])


class Mixing:
    """One result, made ready to be mixed at any trust.

    Parameters
    ----------
    result : Result
        As the method gave it.
    bicubic : (H, W) or (H, W, 3)
        The scan by interpolation, of the size of ``result.sr``, in [0, 1].
    mask : (h, w) bool, optional
        What is protected, as `Mixture` takes it.
    says : str
        What the mask holds, in words.
    """

    def __init__(self, result: Result, bicubic: Image, mask: Mask | None = None, says: str = "") -> None:
        self.result, self._says = result, says
        self._mixture = Mixture(result.sr.image, bicubic, result.scale, mask)

    def at(self, trust: Trust, truth: Image | None = None) -> Result:
        """The result at this trust.

        At full trust with nothing protected it is the very one that was given.  Another picture has other scores:
        they are measured against ``truth`` where that is given and of the same size, LPIPS excepted, and else left
        out; so is how far it is from the scan.
        """
        if trust.is_full and self._mixture.weight is None:
            return self.result
        image = self._mixture.at(trust)
        maps = dict(self.result.maps)
        if self.map is not None:
            maps[PROTECTED] = self.map
        sr = replace(self.result.sr, image=image)
        scores = None
        if truth is not None and truth.shape[:2] == image.shape[:2]:
            scores = measure(truth, image, lpips_reason="LPIPS is measured on the method's own picture.")
        result = replace(self.result, sr=sr, trust=trust, protected=self.protected, maps=maps, scores=scores)
        return replace(result, consistency=None)

    @cached_property
    def protected(self) -> Protected | None:
        """How many pixels of the result are plain interpolation."""
        where = self._mixture.protected
        return None if where is None else Protected(int(where.sum()), where.size, self._says)

    @cached_property
    def map(self) -> TrustMap | None:
        """The mask, to be exported beside the picture."""
        if self._mixture.weight is None:
            return None
        says = f"1 where plain interpolation stands instead of the method's picture: {self._says}"
        return TrustMap("Protected", says, "parts of 1", False, self._mixture.weight)


def mask_of(result: Result) -> Mask | None:
    """The protected pixels of the scan, as the result's map tells them."""
    found = result.maps.get(PROTECTED)
    if found is None or result.protected is None:
        return None
    step = int(result.scale)
    mask: Mask = found.values[::step, ::step] >= 1
    return mask


def _alike(bicubic: Image, sr: Image) -> tuple[Image, Image]:
    """Both grey or both in colour; a method may have found that the colours mean nothing."""
    if bicubic.ndim < sr.ndim:
        return np.repeat(bicubic[..., None], 3, axis=2), sr
    if sr.ndim < bicubic.ndim:
        return bicubic, np.repeat(sr[..., None], 3, axis=2)
    return bicubic, sr

"""Ready-made fields of a race."""

from __future__ import annotations

from ussr_engine.events import Catalogued, MethodCard

QUICK = ("bicubic", "exact", "simreg", "espcn")
"""Interpolation, interpolation that explains the scan, the program's own, and the quickest that learns."""


def without_weights(catalogue: Catalogued, scale: int) -> list[MethodCard]:
    """All that run here at this scale and rest on nothing that was trained elsewhere."""
    return [card for card in catalogue.methods if card.available and not card.borrows and scale in card.scales]


def quick(catalogue: Catalogued, scale: int) -> list[MethodCard]:
    """Four that are done within a minute or so on a small scan."""
    return [card for card in without_weights(catalogue, scale) if card.id in QUICK]

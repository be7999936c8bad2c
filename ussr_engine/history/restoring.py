"""A kept run as it was: read back whole, or refused in words."""

from __future__ import annotations

from typing import Any

import numpy as np

from ussr_engine.errors import UnreadableFile
from ussr_engine.history.card import RunCard
from ussr_engine.history.folder import Folder
from ussr_engine.history.news import KeptRun
from ussr_engine.imaging.resize import resize
from ussr_engine.orders import Challenge
from ussr_engine.result import History


def restored(folder: Folder, card: RunCard) -> KeptRun:
    """Everything a run has left.

    The picture by interpolation is made again from the scan, to the same bits.

    Raises
    ------
    UnreadableFile
        Where a file of it is damaged.
    """
    asked, pictures, ending = folder.run.order(), folder.run.pictures(), folder.ending()
    scan, reference = pictures["scan"], pictures.get("reference")
    given = pictures.get("given") or reference or scan
    bicubic = scan.with_image(
        np.clip(resize(scan.image, scale=card.scale), 0, 1), card.scale, name=f"{scan.name}, bicubic ×{card.scale}"
    )
    try:
        knobs = {str(name): value for name, value in dict(asked.get("knobs", {})).items()}
        challenge = Challenge(**asked["challenge"]) if asked.get("challenge") else None
        device = str(asked.get("device", "auto"))
        history = ending.result.history if ending is not None else _curves(folder.run.facts() or {})
    except (KeyError, TypeError, ValueError) as error:
        raise UnreadableFile(f"What run {card.run} was asked is damaged ({error}).", "Start it anew.") from error
    return KeptRun(
        card, knobs, device, challenge, given, scan, bicubic, reference,
        result=ending.result if ending is not None else None,
        history=history,
        moments=folder.moments(),
        kernel=ending.kernel if ending is not None else None,
        identification=ending.identification if ending is not None else None,
        stage=ending.stage if ending is not None else None,
    )  # fmt: skip


def _curves(facts: dict[str, Any]) -> History:
    """Of a checkpoint."""
    losses = {
        str(name): tuple((int(step), float(value)) for step, value in curve)
        for name, curve in facts.get("losses", {}).items()
    }
    rates = tuple((int(step), float(rate)) for step, rate in facts.get("rates", ()))
    best = facts.get("best_step")
    return History(losses, rates, best if isinstance(best, int) else None)

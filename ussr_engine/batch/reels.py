"""An item whose file has several frames, and whose result can hold them: all of them by one training."""

from __future__ import annotations

import tempfile
from collections.abc import Generator, Mapping
from pathlib import Path
from typing import Any

from ussr_engine.cine.enlarging import Wanted, reeled
from ussr_engine.cine.news import ClipEnlarged, EnlargedClip
from ussr_engine.cine.saving import mixed, save_clip
from ussr_engine.events import Event, Finished, Prepared
from ussr_engine.files import CLIPS_IN, suffix_of
from ussr_engine.passport import NAMELESS
from ussr_engine.plan import Plan
from ussr_engine.result import Result, Trust
from ussr_engine.scan import Scan
from ussr_engine.train import Surroundings
from ussr_engine.trust.edge import Mask


def holds_frames(part: str) -> bool:
    """Whether the file that is written has room for them."""
    return bool(part) and suffix_of(part) in CLIPS_IN


def reel(
    source: str, scan: Scan, plan: Plan, told: Mapping[str, Any], part: str, kept: str, around: Surroundings,
    mask: Mask | None, says: str,
) -> Generator[Event, None, tuple[EnlargedClip, Result]]:  # fmt: skip
    """Enlarge every frame of ``source`` and write them to ``part``; the clip, and its first frame as it is trusted.

    ``kept`` keeps the frames that are done, so that a batch that was broken off goes on; empty keeps nothing.
    """
    clip: EnlargedClip | None = None
    with tempfile.TemporaryDirectory() as passing:
        job = reeled(source, Wanted(plan), around, Path(kept or passing) / "frames")
        try:
            for event in job:
                if isinstance(event, ClipEnlarged):
                    clip = event.clip
                elif event is not None and not isinstance(event, Prepared | Finished):
                    yield event
        finally:
            job.close()
        assert clip is not None
        result = mixed(clip, scan, Trust.parsed(told["trust"]), mask, says)
        save_clip(Path(part), clip, result, source, int(told["bits"]) or scan.bits, NAMELESS)
    return clip, result

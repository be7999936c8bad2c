"""A file of several frames on the command line: learned from once, every frame enlarged and written."""

from __future__ import annotations

import contextlib
import dataclasses
import tempfile
from argparse import Namespace
from pathlib import Path

from rich.console import Console
from rich.progress import Progress

from ussr_engine.cine.enlarging import Wanted, reeled
from ussr_engine.cine.saving import mixed, save_clip
from ussr_engine.cli.files import burnt_in, show, tell
from ussr_engine.errors import BadRequest
from ussr_engine.files import CLIPS_IN, open_clip, suffix_of
from ussr_engine.passport import Privacy
from ussr_engine.plan import Plan
from ussr_engine.train import Surroundings


def frames_of(asked: Namespace) -> int:
    """How many frames are to be enlarged: all, where the file has several, OUT can hold them and none was chosen."""
    if asked.frame is not None and asked.frame < 1:
        raise BadRequest(f"There is no frame {asked.frame}: frames are counted from 1.")
    if asked.frame is not None or asked.scan.startswith("phantom:"):
        return 1
    with open_clip(asked.scan) as reader:
        count = reader.clip.frames
    holds = suffix_of(asked.out) in CLIPS_IN or not Path(asked.out).suffix
    if count > 1 and not holds:
        tell(f"The file has {count} frames; the first is enlarged. Name OUT .dcm, .mp4 or a folder for all of them.")
    return count if holds else 1


def enlarge_clip(asked: Namespace, plan: Plan, around: Surroundings) -> int:
    """Enlarge every frame and write them."""
    from ussr_engine.cli.trust import shield
    from ussr_engine.cli.work import outcome
    from ussr_engine.result import Trust

    wanted = Wanted(plan, learned_from(asked.learn_from))
    with contextlib.ExitStack() as stack:
        root = Path(asked.keep) if asked.keep else Path(stack.enter_context(tempfile.TemporaryDirectory()))
        clip = outcome(reeled(asked.scan, wanted, around, root))
        with open_clip(asked.scan) as reader:
            scan = reader.scan(wanted.learn_from[0])
        mask, says = shield(asked.protect, scan)
        result = mixed(clip, scan, Trust.parsed(asked.trust), mask, says)
        privacy = Privacy(not asked.keep_identity, asked.blank_outside, asked.seen_clean)
        progress = stack.enter_context(Progress(console=Console(stderr=True), transient=True))
        bar = progress.add_task("Saving", total=clip.frames)
        made = save_clip(
            Path(asked.out), clip, result, asked.scan, asked.bits or scan.bits, privacy,
            lambda count: progress.update(bar, completed=count),
        )  # fmt: skip
    tell(f"{made.words}. {clip.result.title} ×{plan.scale}, learned in {clip.result.seconds:.1f} s.")
    if clip.flicker is not None:
        tell(f"Flicker {clip.flicker:.2f} grey levels, by interpolation {clip.flicker_interpolated:.2f}.")
    if clip.damaged:
        tell(f"Damaged frames, in whose place the one before stands: {', '.join(str(n + 1) for n in clip.damaged)}.")
    if made.passport is not None:
        tell(made.passport.table())
        tell(burnt_in(asked.scan, privacy))
    if result.mixture:
        tell(f"Written with {result.mixture}.")
    if asked.json:
        show(
            {
                "out": asked.out,
                "frames": clip.frames,
                "learned_from": [index + 1 for index in clip.learned_from],
                "damaged": [index + 1 for index in clip.damaged],
                "flicker": clip.flicker,
                "flicker_interpolated": clip.flicker_interpolated,
                "seconds": clip.result.seconds,
                "plan": dict(clip.result.plan),
                "notes": list(clip.result.notes),
                "passport": None if made.passport is None else [dataclasses.asdict(row) for row in made.passport.rows],
            }
        )
    return 0


def learned_from(text: str) -> tuple[int, ...]:
    """Frames counted from 1, as "1,10", as indices from 0."""
    try:
        numbers = [int(part) for part in text.split(",")]
    except ValueError:
        numbers = [0]
    if min(numbers) < 1:
        raise BadRequest(f"--learn-from takes frames counted from 1, as 1,10, not {text!r}.")
    return tuple(number - 1 for number in numbers)

"""The command that trains a network on many scans and writes it as a model."""

from __future__ import annotations

import hashlib
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from ussr_engine.cli.files import show, tell, whole
from ussr_engine.cli.work import knobs, outcome
from ussr_engine.errors import BadRequest, EngineError
from ussr_engine.learning import Course, course_for, learn
from ussr_engine.pairs import Example, examples
from ussr_engine.runs import Run, begun
from ussr_engine.scan import Scan
from ussr_engine.weights import SUFFIX, models_folder, save_model

NAMES = {1: "Method 1 (cubic)", 2: "Method 2 (Lanczos-3, diffusion, speckle)", 3: "Method 3 (Lanczos-3, blur, speckle)"}


def train(asked: Namespace) -> int:
    """Train and write the model; bad scans are told and left out."""
    from ussr_engine.device import choose

    seed = whole(asked.seed)
    lr_folder = Path(asked.lr_folder) if asked.lr_folder else None
    words = "pairs of files" if lr_folder else NAMES[asked.degradation]
    course = course_for(asked.method, asked.scale, knobs(asked.set), seed, words, asked.licence)
    out = _target(asked, course)
    device = choose(asked.device)
    found = []
    for one in examples(Path(asked.pairs), asked.scale, asked.degradation, lr_folder, seed):
        if isinstance(one, EngineError):
            tell(f"left out: {one}")
        else:
            found.append(one)
    run = _kept(Path(asked.keep), course, found) if asked.keep and found else None
    learned = outcome(learn(found, course, device, run))
    save_model(out, learned.network, learned.card)
    if run:
        run.end()
    tell(f"{out.name}: {learned.card.says}")
    if asked.json:
        curve = learned.history.losses["held out"]
        show({"out": str(out), "card": vars(learned.card), "validation": curve, "notes": list(learned.notes)})
    return 0


def _target(asked: Namespace, course: Course) -> Path:
    """Where the model goes: OUT, or a name of its own in the person's folder."""
    if asked.out is None:
        return models_folder() / f"{course.plan.method}-x{asked.scale}{SUFFIX}"
    out = Path(asked.out)
    if out.suffix.lower() != SUFFIX:
        raise BadRequest(f"A model is written as {SUFFIX}, not as {out.suffix or out.name!r}.")
    if not out.absolute().parent.is_dir():
        raise BadRequest(f"There is no folder {out.absolute().parent}.", "Make it first, or choose another.")
    return out


def _kept(root: Path, course: Course, found: Sequence[Example]) -> Run:
    """The unfinished training of the same course on the same scans below ``root``, or a new one."""
    digest = hashlib.sha256()
    for one in found:
        digest.update(one.name.encode() + one.hr.numpy().tobytes() + one.lr.numpy().tobytes())
    order = {"plan": course.plan.to_dict(), "course": course.to_dict(), "scans": digest.hexdigest()}
    for name in reversed(begun(root)):
        run = Run.named(root, name)
        if run.order() == order:
            return run
    return Run.begin(root, order, Scan(found[0].lr[0, 0].numpy()), None)

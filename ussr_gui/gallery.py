"""Every picture there is of one scan: interpolations, results of its runs, and the truth."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

import numpy as np

from ussr_engine.result import Scores
from ussr_engine.scan import Scan
from ussr_gui.interpreting import interpreted
from ussr_gui.language import tr
from ussr_gui.records import Run
from ussr_gui.session import Session
from ussr_gui.viewers.output import Output


class Origin(Enum):
    """What a picture is."""

    INTERPOLATED = auto()
    RESULT = auto()
    TRUTH = auto()


@dataclass(frozen=True, eq=False)
class Picture:
    """One of them; ``run`` is the one that made it, or for whose sake it was made.

    ``span`` is its (rows, columns) in pixels of the scan that the person opened.
    """

    key: str
    name: str
    origin: Origin
    scan: Scan
    run: Run
    span: tuple[float, float]

    @property
    def scores(self) -> Scores | None:
        """Against the truth, where there is one."""
        if self.origin is Origin.RESULT:
            made = self.run.mixed or self.run.result
            return made.scores if made is not None else None
        prepared = self.run.prepared
        return prepared.bicubic_scores if prepared is not None and self.origin is Origin.INTERPOLATED else None

    @property
    def output(self) -> Output:
        """For a pane that says nothing of what it shows: neither a title nor that it is super-resolved."""
        spacing = self.scan.spacing
        extent = (self.scan.height * spacing.axial, self.scan.width * spacing.lateral) if spacing else None
        return Output(self.key, "", self.scan.image, extent, span=self.span)

    @property
    def named_output(self) -> Output:
        """The same, by its name."""
        return replace(self.output, title=self.name)


def runs_of(session: Session) -> list[Run]:
    """Runs of the scan that is shown which have their result, the oldest first."""
    path = session.scan.path if session.scan is not None else session.shown.path if session.shown else ""
    mine = [run for run in session.runs if run.path == path or run is session.shown]
    return [run for run in mine if run.result is not None and run.prepared is not None]


def pictures_of(runs: Sequence[Run]) -> list[Picture]:
    """Of runs that have their result: each interpolation once, every result at its trust, and the truth."""
    interpolated: list[Picture] = []
    results: list[Picture] = []
    truth: Picture | None = None
    for number, run in enumerate(runs, 1):
        prepared, result = run.prepared, run.result
        if prepared is None or result is None:
            continue
        finer = 1 if prepared.reference is not None else run.scale
        span = prepared.bicubic.height / finer, prepared.bicubic.width / finer
        bicubic = Picture(
            f"bicubic-{number}",
            tr("Bicubic ×{scale}").format(scale=run.scale),
            Origin.INTERPOLATED,
            prepared.bicubic,
            run,
            span,
        )
        if not any(_same(bicubic, other) for other in interpolated):
            interpolated.append(bicubic)
        if result.method != "bicubic":
            made = run.mixed or result
            name = " · ".join(part for part in (run.label, interpreted(made.mixture)) if part)
            results.append(Picture(f"run-{number}", name, Origin.RESULT, made.sr, run, span))
        reference = prepared.reference
        if reference is not None and (truth is None or reference.image.size > truth.scan.image.size):
            truth = Picture("truth", tr("Truth"), Origin.TRUTH, reference, run, span)
    return _told_apart([*interpolated, *results, *([truth] if truth else [])])


def is_like(picture: Picture, run: Run) -> bool:
    """True where a picture answers the same task as a run: of one scale, both with a truth or both without."""
    mine, other = picture.run.prepared, run.prepared
    if mine is None or other is None:
        return False
    posed = (mine.reference is None) == (other.reference is None)
    return posed and (picture.origin is Origin.TRUTH or picture.run.scale == run.scale)


def _same(one: Picture, other: Picture) -> bool:
    first, second = one.scan.image, other.scan.image
    return one.span == other.span and (first is second or np.array_equal(first, second))


def _told_apart(pictures: Sequence[Picture]) -> list[Picture]:
    """Pictures of one name are numbered from the second on."""
    taken: dict[str, int] = {}
    made = []
    for picture in pictures:
        taken[picture.name] = count = taken.get(picture.name, 0) + 1
        name = picture.name if count == 1 else f"{picture.name} ({count})"
        made.append(Picture(picture.key, name, picture.origin, picture.scan, picture.run, picture.span))
    return made

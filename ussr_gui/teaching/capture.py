"""What stands in the panes, as a step of a lesson: pixels and how one looks at them; no name of a file, no header."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from ussr_engine.errors import BadRequest
from ussr_engine.lessons import lesson
from ussr_engine.lessons.lesson import Look, Picture, Role, Step, Training, levels_of
from ussr_engine.scan import Spacing
from ussr_gui import outputs
from ussr_gui.language import tr
from ussr_gui.records import Run, measurements
from ussr_gui.teaching.stage import KINDS
from ussr_gui.view import View
from ussr_gui.viewers.output import Output
from ussr_gui.viewers.tone import Tone

if TYPE_CHECKING:
    from ussr_gui.main_window import MainWindow

MOST_POINTS = 300
"""Of a curve; more are thinned."""


def captured(window: MainWindow, heading: str, caption: str) -> Step:
    """The step that shows what the panes show now.

    Raises
    ------
    BadRequest
        Where nothing stands in them, or more than a lesson holds.
    """
    compare = window.pictures.compare
    shown = compare.outputs() if window.pictures.shows_pictures else []
    if not shown:
        raise BadRequest(tr("There is no picture to record."), tr("Open a scan first."))
    shown = _chosen(shown, compare.active())
    keys = [output.key for output in shown]
    run = window.session.shown
    training = None if run is None or outputs.key_of(run) not in keys else _training(run, keys)
    moment = None
    if training is not None and run is not None and run.moment is not None:
        steps = [preview.step for preview in training.previews]
        moment = steps.index(run.moment.step) if run.moment.step in steps else None
    return Step(
        heading,
        caption,
        tuple(_picture(output, number, len(shown)) for number, output in enumerate(shown)),
        _look(window, keys),
        training=training,
        moment=moment,
        overlay=_overlay(window, keys),
    )


def _chosen(shown: list[Output], active: str) -> list[Output]:
    """As many as a step holds; the active one is among them."""
    most = lesson.MOST_PICTURES
    if len(shown) <= most:
        return shown
    kept = shown[:most]
    return (
        kept if any(output.key == active for output in kept) else [*kept[:-1], *(o for o in shown if o.key == active)]
    )


def _picture(output: Output, number: int, count: int) -> Picture:
    role, name = Role.OTHER, output.title
    if output.key == outputs.INPUT:
        role = Role.SCAN if count == 1 else Role.INTERPOLATED
        name = tr("Scan") if count == 1 else name
    elif output.key == outputs.REFERENCE:
        role = Role.TRUTH
    elif output.super_resolved:
        role = Role.RESULT
    else:  # made elsewhere: its title is the name of its file
        name = tr("Picture {number}").format(number=number + 1)
    height, width = output.image.shape[:2]
    spacing = None
    if output.extent_mm is not None:
        spacing = Spacing(output.extent_mm[0] / height, output.extent_mm[1] / width)
    facts = output.facts if role is not Role.OTHER else ""
    return Picture(name, levels_of(output.image), role, spacing, output.span, facts)


def _look(window: MainWindow, keys: list[str]) -> Look:
    compare = window.pictures.compare
    view, seen, reference = window.comparing.remember(View()), compare.view_rect(), compare.reference()
    kinds = {kind: name for name, kind in KINDS.items()}
    sides = view.sides if view.split is not None else None
    numbers = {key: number for number, key in enumerate(keys)}
    kept = sides is not None and set(sides) <= set(keys)
    tones = [view.tone] if not view.own_tones else [view.tones.get(key, view.tone) for key in keys]
    region = None if view.fitted else (seen.left(), seen.top(), seen.width(), seen.height())
    return Look(
        panes=view.panes,
        active=numbers.get(view.active, 0),
        reference=None if reference is None else numbers.get(reference.key),
        comparison=None if view.comparison is None else kinds[view.comparison],
        curtain=lesson.Curtain(view.split.value) if view.split is not None and kept else None,
        sides=(numbers[sides[0]], numbers[sides[1]]) if sides is not None and kept else None,
        position=view.position,
        tones=tuple(_tone(tone) for tone in tones),
        region=region,
        opacity=window.pictures.bar.opacity.value() / 100,
        marked=view.marked,
    )


def _tone(tone: Tone) -> lesson.Tone:
    return lesson.Tone(tone.window, tone.level, tone.colours)


def _overlay(window: MainWindow, keys: list[str]) -> lesson.Overlay | None:
    laid = window.pictures.compare.dressing.overlay
    if laid is None or laid.over.key not in keys:
        return None
    values = np.ascontiguousarray(laid.map.values, np.float32)
    return lesson.Overlay(laid.map.title, laid.map.unit, laid.map.signed, values, keys.index(laid.over.key))


def _training(run: Run, keys: list[str]) -> Training | None:
    earlier = run.earlier[-lesson.MOST_PREVIEWS :]
    if not earlier:
        return None
    previews = tuple(
        lesson.Preview(moment.step, moment.levels, "" if moment.scores is None else f"{moment.scores.psnr:.2f} dB")
        for moment in earlier
    )
    points: dict[str, list[tuple[float, float]]] = {}
    measured = run.measured or ([] if run.result is None else measurements(run.result.history))
    for one in measured:
        for name, value in one.losses.items():
            if math.isfinite(value):
                points.setdefault(name, []).append((float(one.step), float(value)))
    curves = [lesson.Curve(name, _thinned(line)) for name, line in points.items()]
    worth = [(float(m.step), m.scores.psnr) for m in earlier if m.scores is not None and math.isfinite(m.scores.psnr)]
    if run.result is not None and run.result.scores is not None and math.isfinite(run.result.scores.psnr):
        worth.append((float(run.end), run.result.scores.psnr))
    if len(worth) > 1:
        curves.append(lesson.Curve("PSNR, dB", tuple(worth)))
    return Training(keys.index(outputs.key_of(run)), previews, tuple(curves))


def _thinned(line: list[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
    """Not all of many points: those that lie evenly, and the last."""
    every = math.ceil(len(line) / MOST_POINTS)
    return (*line[:-1:every], line[-1])

"""By what the runners of a race are placed, and when one of them cannot reach the leader any more."""

from __future__ import annotations

import math
from collections.abc import Sequence
from enum import Enum

from ussr_engine.result import Scores
from ussr_gui.language import marked, tr
from ussr_gui.racing.runner import Runner, State

LEAST = 3
"""Scored pictures without which nobody is given up."""
HEAT = 0.25
"""Share of its steps, or of its time, that every runner may take in peace."""

RULE = tr(
    "Dropped is, from a quarter of its steps or time on, a runner that would stay behind the leader even if its score "
    "rose to the end as fast as in the second half of its steps so far. It finishes at once, with the best it has."
)


class Metric(Enum):
    """A figure of a picture: words, unit, digits, and +1 where higher is better."""

    PSNR = ("PSNR", "dB", 2, 1)
    SSIM = ("SSIM", "", 4, 1)
    LPIPS = ("LPIPS", "", 4, -1)
    CONSISTENCY = (marked("Distance from scan"), marked("grey levels"), 2, -1)

    def __init__(self, words: str, unit: str, digits: int, sign: int) -> None:
        self.words, self.unit, self.digits, self.sign = words, unit, digits, sign

    @property
    def heading(self) -> str:
        """Of a column."""
        return f"{tr(self.words)} {tr(self.unit)}".strip() if self is not Metric.CONSISTENCY else tr("Off scan")

    def of(self, scores: Scores | None, consistency: float | None) -> float | None:
        if self is Metric.CONSISTENCY:
            return consistency
        if scores is None:
            return None
        return {Metric.PSNR: scores.psnr, Metric.SSIM: scores.ssim, Metric.LPIPS: scores.lpips}[self]

    def figure(self, runner: Runner) -> float | None:
        """Of its result, or of what it shows by now."""
        run = runner.run
        if run is None:
            return None
        shown = run.result or run.previewed
        return self.of(shown.scores, shown.consistency) if shown is not None else None

    def written(self, figure: float | None) -> str:
        if figure is None:
            return "–"
        return f"{figure:.{self.digits}f}" if math.isfinite(figure) else "∞"


def standing(runners: Sequence[Runner], metric: Metric) -> list[tuple[int | None, Runner]]:
    """Runners in the order of the table, each with its place among those of its own task.

    First those that have a figure, task by task, the best first; then whoever runs, whoever waits, in the order of the
    queue, and those that gave up or were left.
    """
    ranked: list[tuple[int | None, Runner]] = []
    tasks = list(dict.fromkeys(runner.wanted.task for runner in runners))
    for task in tasks:
        figures = [
            (metric.sign * figure, runner)
            for runner in runners
            if runner.wanted.task == task
            and runner.state in (State.FINISHED, State.RUNNING)
            and (figure := metric.figure(runner)) is not None
        ]
        figures.sort(key=lambda one: -one[0])
        for figure, runner in figures:
            ranked.append((1 + sum(other > figure for other, _ in figures), runner))
    placed = [runner for _, runner in ranked]
    order = (State.RUNNING, State.FINISHED, State.WAITING, State.FAILED, State.CANCELLED, State.LEFT)
    rest = [runner for state in order for runner in runners if runner.state is state and runner not in placed]
    return ranked + [(None, runner) for runner in rest]


def leader(runners: Sequence[Runner], runner: Runner, metric: Metric) -> float | None:
    """The best finished figure of the runner's task; None while there is none."""
    figures = [
        figure
        for other in runners
        if other is not runner
        and other.state is State.FINISHED
        and other.wanted.task == runner.wanted.task
        and (figure := metric.figure(other)) is not None
    ]
    return max(figures, key=lambda figure: metric.sign * figure) if figures else None


def cannot_catch_up(runner: Runner, best: float, metric: Metric) -> bool:
    """Whether the rule (RULE) drops a runner, whose leader has the figure ``best``; needs a truth.

    How far a picture is from its scan says nothing of how good it is, so nobody is dropped for that.
    """
    run, end = runner.run, runner.end
    if run is None or not end or metric is Metric.CONSISTENCY:
        return False
    figures = [(moment.step, metric.of(moment.scores, None)) for moment in run.moments]
    points = [(step, metric.sign * figure) for step, figure in figures if figure is not None]
    return stays_behind(points, end, metric.sign * best)


def stays_behind(points: Sequence[tuple[int, float]], end: float, best: float) -> bool:
    """The rule on scores by step, higher is better: ``points`` so far, the last step ``end``, the leader's score."""
    if len(points) < LEAST or points[-1][0] < HEAT * end or points[-1][1] >= best:
        return False
    step, score = points[-1]
    half, then = next((point for point in reversed(points) if point[0] <= step / 2), points[0])
    pace = max(0.0, score - then) / (step - half)
    return score + pace * (end - step) < best

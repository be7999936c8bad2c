"""A reading as lines of a file: every answer, and what they say."""

from __future__ import annotations

import math

from ussr_engine import RESEARCH_USE
from ussr_engine.reading.findings import consistency, findings_of_truth, leaning, ranking
from ussr_engine.reading.trials import Answer
from ussr_gui.measuring.files import Lines
from ussr_gui.reading.sitting import Sitting


def answers(sitting: Sitting) -> Lines:
    """One line for every answered pair, below a line of titles."""
    wanted, lines = sitting.wanted, [list[str]()]
    lines[0] += ["reader", "question", "seed", "pair", "repeats", "top", "left edge", "height", "width"]
    lines[0] += ["reference", "left", "right", "answer", "chosen", "seconds", "use"]
    names = [picture.name for picture in wanted.pictures]
    for trial, (answer, seconds) in zip(sitting.trials, sitting.answers, strict=False):
        chosen = trial.preferred(answer)
        lines.append(
            [
                *(wanted.reader, wanted.question.value, str(wanted.seed), str(trial.number)),
                "" if trial.repeats is None else str(trial.repeats),
                *(_plain(part) for part in sitting.places[trial.view]),
                wanted.reference.name if wanted.reference else "",
                *(names[trial.left], names[trial.right], answer.value),
                "" if chosen is None else names[chosen],
                *(f"{seconds:.1f}", RESEARCH_USE),
            ]
        )
    return lines


def findings(sitting: Sitting) -> Lines:
    """The ranking, or how often the truth was found; with the reader's steadiness on every line."""
    wanted, answered = sitting.wanted, sitting.answered
    head, again, left = ["reader", "question", "seed"], consistency(answered), leaning(answered)
    told = [wanted.reader, wanted.question.value, str(wanted.seed)]
    tail = ["repeats alike", "repeats", "left chosen", "decided", "use"]
    steady = [str(again.hits), str(again.total), str(left.hits), str(left.total), RESEARCH_USE]
    names = [picture.name for picture in wanted.pictures]
    truth = sitting.truth
    if truth is not None:
        lines = [[*head, "picture", "real found", "of", "can't tell", "share", "low 95 %", "high 95 %", *tail]]
        for one in findings_of_truth(answered, truth):
            shares = (_plain(value) for value in (one.told.value, one.told.low, one.told.high))
            counts = str(one.told.hits), str(one.told.total), str(one.undecided)
            lines.append([*told, names[one.picture], *counts, *shares, *steady])
        return lines
    lines = [
        [*head, "rank", "picture", "log strength", "low 95 %", "high 95 %", "won", "lost", Answer.CANNOT_TELL.value,
         "chance above next", *tail]
    ]  # fmt: skip
    for rank, place in enumerate(ranking(answered, len(names)), 1):
        figures = (_plain(value) for value in (place.strength, place.low, place.high))
        counts = str(place.won), str(place.lost), str(place.undecided)
        above = "" if place.above_next is None else _plain(place.above_next)
        lines.append([*told, str(rank), names[place.picture], *figures, *counts, above, *steady])
    return lines


def _plain(value: float) -> str:
    return "" if math.isnan(value) else f"{value:.4g}"

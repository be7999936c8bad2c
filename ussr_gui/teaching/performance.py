"""How far a learner has come in a lesson, and what was answered."""

from __future__ import annotations

from dataclasses import dataclass, field

from ussr_engine import RESEARCH_USE
from ussr_engine.lessons.lesson import Lesson, Step
from ussr_engine.lessons.questions import Choice, Place, Spot
from ussr_gui.language import tr


@dataclass(frozen=True)
class Given:
    """An answer: the number of a choice, or a place."""

    right: bool
    choice: int | None = None
    place: Place | None = None


@dataclass(eq=False)
class Performance:
    """``at`` is the number of the step; behind the last one is the score.  The first answer to a question counts."""

    lesson: Lesson
    at: int = 0
    given: dict[int, Given] = field(default_factory=dict)
    moments: dict[int, int | None] = field(default_factory=dict)
    """The moment of training that is looked at, by the number of the step."""

    @property
    def step(self) -> Step | None:
        """The one that is shown; None at the end."""
        return self.lesson.steps[self.at] if self.at < len(self.lesson.steps) else None

    @property
    def answer(self) -> Given | None:
        """What was answered in this step."""
        return self.given.get(self.at)

    @property
    def hides_names(self) -> bool:
        """True while names would give the answer away."""
        step = self.step
        return step is not None and step.hides_names and step.question is not None and self.answer is None

    @property
    def moment(self) -> int | None:
        """The preview that is shown; None is the end of training."""
        step = self.step
        return None if step is None else self.moments.get(self.at, step.moment)

    @property
    def right(self) -> int:
        """How many answers are right."""
        return sum(given.right for given in self.given.values())

    def go(self, by: int) -> None:
        """So many steps on, or back."""
        self.at = min(max(self.at + by, 0), len(self.lesson.steps))

    def see(self, moment: int) -> None:
        """Look at this preview, or behind the last one at the end of training."""
        step = self.step
        if step is not None and step.training is not None:
            self.moments[self.at] = moment if moment < len(step.training.previews) else None

    def choose(self, number: int) -> None:
        step = self.step
        if step is not None and isinstance(step.question, Choice) and self.answer is None:
            self.given[self.at] = Given(number == step.question.right, choice=number)

    def point(self, place: Place) -> None:
        step = self.step
        if step is not None and isinstance(step.question, Spot) and self.answer is None:
            self.given[self.at] = Given(step.question.holds(place), place=place)


def lines(performance: Performance, name: str) -> list[list[str]]:
    """A row for every question; ``name`` is what the person typed, or nothing."""
    lesson = performance.lesson
    rows = [["lesson", "name", "step", "question", "answer", "right answer", "right", "use"]]
    for number in lesson.questions:
        question, given = lesson.steps[number].question, performance.given.get(number)
        answer, wanted = "", ""
        if isinstance(question, Choice):
            wanted = question.answers[question.right]
            answer = question.answers[given.choice] if given is not None and given.choice is not None else ""
        elif isinstance(question, Spot):
            wanted = tr("the region shown")
            if given is not None and given.place is not None:
                answer = "{:.2f}, {:.2f}".format(*given.place)
        says = "" if given is None else "yes" if given.right else "no"
        words = question.words if question is not None else ""
        rows.append([lesson.title, name, str(number + 1), words, answer, wanted, says, RESEARCH_USE])
    return rows

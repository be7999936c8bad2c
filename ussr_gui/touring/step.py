"""One step of the tour, and the place it points at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, SignalInstance
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from ussr_gui.main_window import MainWindow


@dataclass(frozen=True)
class Spot:
    """A widget, or a part of it, in its own pixels."""

    widget: QWidget
    part: QRect | None = None

    def on(self, window: QWidget) -> QRect | None:
        """The place in pixels of the window, as far as it is seen; None where it is not."""
        widget = self.widget
        if not widget.isVisible():
            return None
        place = QRect(self.part or widget.rect())
        while widget is not window:
            place &= widget.rect()
            place.translate(widget.pos())
            widget = widget.parentWidget()
        place &= window.rect()
        return place if place.isValid() else None


def _nothing(window: MainWindow) -> None:
    return None


@dataclass(frozen=True)
class Step:
    """What is said, where it points, and what the person does.

    Attributes
    ----------
    words : callable
        The sentences; those of a step may tell of what was done before.
    spot : callable
        The place, looked up anew whenever the window changes; None points at nothing.
    done : callable or None
        Whether the person has done it; None for a step that is only read.
    hears : callable
        The signals upon which ``done`` is looked at.
    asks_again : bool
        It is asked for even where it seems to be done: something that is held and let go.
    do : callable
        Does it for the person.
    keyboard : callable
        What gets the keyboard instead of the note.
    shows : callable
        Brings what is pointed at to the front.
    needs_scan, needs_result : bool
        What must be there; a tour that is taken up again goes back to where it comes from.
    """

    name: str
    title: Callable[[], str]
    words: Callable[[MainWindow], str]
    spot: Callable[[MainWindow], Spot | None] = _nothing
    done: Callable[[MainWindow], bool] | None = None
    hears: Callable[[MainWindow], Sequence[SignalInstance]] = lambda window: ()
    do: Callable[[MainWindow], None] = _nothing
    keyboard: Callable[[MainWindow], QWidget | None] = _nothing
    shows: Callable[[MainWindow], None] = _nothing
    asks_again: bool = False
    needs_scan: bool = True
    needs_result: bool = False

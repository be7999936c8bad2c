"""The centre of the window: the first screen, an error, or the panes with their strip of readings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ussr_engine.cine.news import Sight
from ussr_gui import outputs
from ussr_gui.language import tr
from ussr_gui.panels.reel import Reel
from ussr_gui.panels.viewbar import ViewBar
from ussr_gui.records import Run, ScanFile
from ussr_gui.viewers.compare import CompareView
from ussr_gui.viewers.empty import EmptyState
from ussr_gui.viewers.error import ErrorCard
from ussr_gui.viewers.output import CursorReading, Output
from ussr_gui.viewers.overlay import Overlay
from ussr_gui.viewers.split import Division
from ussr_gui.words import from_home

NAMES = {Division.UPRIGHT: tr("Curtain"), Division.LEVEL: tr("Level curtain"), Division.CHESSBOARD: tr("Chessboard")}


@dataclass(eq=False)
class _Lent:
    """What stood in the panes before they were lent, and what is to stand there afterwards."""

    page: QWidget | None
    outputs: list[Output]
    shown_run: str
    overlay: Overlay | None
    wanted: Callable[[], None] | None = None


class PicturesPanel(QStackedWidget):
    """Shows a ScanFile, or a Run among the others of its scan; knows what shares the pane."""

    pictures_changed = Signal()
    """Other outputs stand in the panes."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("centre")
        self.empty, self.error, self.compare, self.bar = EmptyState(), ErrorCard(), CompareView(), ViewBar()
        self.reel = Reel()
        self._split: Division | None = None
        self._shown_run = ""
        self._lent: _Lent | None = None
        panes = QWidget()
        lay = QVBoxLayout(panes)
        lay.setContentsMargins(0, 0, 0, 0)
        lay.setSpacing(0)
        lay.addWidget(self.compare, 1)
        lay.addWidget(self.reel)
        lay.addWidget(self.bar)
        self._panes = panes
        for page in (self.empty, self.error, panes):
            self.addWidget(page)
        self.compare.zoom_changed.connect(self.bar.show_zoom)
        self.compare.linked_changed.connect(self.bar.show_linked)
        self.compare.tone_changed.connect(self.bar.show_tone)
        self.compare.cursor_moved.connect(self._show_cursor)
        self.bar.sides_changed.connect(self._share)

    def minimumSizeHint(self) -> QSize:
        """Of the panes: the other pages scroll or wrap, and must not keep the window from getting smaller."""
        return self._panes.minimumSizeHint()

    @Slot(object)
    def show_file(self, file: ScanFile) -> None:
        """A scan alone, the error of a file that cannot be read, or nothing yet while it is read."""
        if self._lent is not None:
            self._lent.wanted = partial(self.show_file, file)
        elif file.is_refused:
            path = Path(file.path)
            facts = (
                ""
                if file.is_phantom
                else tr("File  {name}\nIn    {parent}").format(name=path.name, parent=from_home(str(path.parent)))
            )
            self.error.show_error(tr("{name} cannot be read").format(name=file.name), file.words, file.remedy, facts)
            self.setCurrentWidget(self.error)
        elif file.scan is not None:
            self._show(outputs.of_scan(file.scan, file.name))

    def show_run(
        self,
        run: Run,
        others: Sequence[Run] = (),
        guests: Sequence[ScanFile] = (),
        sight: Sight | None = None,
    ) -> None:
        """A run among the others of its scan and pictures made elsewhere, at the frame of a clip that is looked at."""
        if self._lent is not None:
            self._lent.wanted = partial(self.show_run, run, others, guests, sight)
            return
        pictures = outputs.of_run(run, others, guests, sight)
        if pictures:
            self._show(pictures, outputs.key_of(run))

    def lend(self, pictures: list[Output], overlay: Overlay | None) -> None:
        """Show these, whatever else is to be shown meanwhile, until they are taken back."""
        if self._lent is None:
            before = self.compare.outputs() if self.shows_pictures else []
            self._lent = _Lent(self.currentWidget(), before, self._shown_run, self.compare.dressing.overlay)
        self._show(pictures)
        self.compare.set_overlay(overlay)
        self.bar.show_overlay(overlay)

    def take_back(self) -> None:
        """Show what stood here before, or what was to be shown meanwhile."""
        lent, self._lent = self._lent, None
        if lent is None:
            return
        if lent.outputs:
            self._show(lent.outputs, lent.shown_run)
        if lent.page is not None:
            self.setCurrentWidget(lent.page)
        self.show_overlay(lent.overlay)
        if lent.wanted is not None:
            lent.wanted()
        self.pictures_changed.emit()

    @property
    def is_lent(self) -> bool:
        """True while something else than the session has the panes."""
        return self._lent is not None

    def share(self, split: Division | None) -> None:
        """Let two outputs share one pane in this way; None: panes of their own again."""
        self._split = split
        self.bar.show_sides(NAMES[split] if split else "")
        self._share()

    def show_overlay(self, overlay: Overlay | None) -> None:
        """Lay a map over the panes, with its opacity to be chosen; or none."""
        if self._lent is not None:
            self._lent.overlay = overlay
            return
        self.compare.set_overlay(overlay)
        self.bar.show_overlay(overlay)

    @property
    def can_compare(self) -> bool:
        """True where there are at least two pictures."""
        return self.currentWidget() is self._panes and len(self.compare.outputs()) > 1

    @property
    def shows_pictures(self) -> bool:
        return self.currentWidget() is self._panes

    def _show(self, pictures: list[Output], shown_run: str = "") -> None:
        self._shown_run = shown_run
        self.compare.set_outputs(pictures)
        self.bar.list_sides(pictures, shown_run)
        self._share()
        self.setCurrentWidget(self._panes)
        self.bar.show_zoom(self.compare.zoom())
        self.pictures_changed.emit()

    @Slot()
    def _share(self) -> None:
        sides = self.bar.sides
        if self._split is not None and sides is not None and len(self.compare.outputs()) > 1:
            self.compare.set_curtain(*sides, self._split)
        else:
            self.compare.set_curtain(None)

    @Slot(object)
    def _show_cursor(self, reading: CursorReading | None) -> None:
        self.bar.show_cursor(reading, self.compare.active())

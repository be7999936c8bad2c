"""The centre of the window: the first screen, an error, or the panes with their strip of readings."""

from __future__ import annotations

from collections.abc import Sequence
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
        if file.is_refused:
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
        pictures = outputs.of_run(run, others, guests, sight)
        if pictures:
            self._show(pictures, outputs.key_of(run))

    def share(self, split: Division | None) -> None:
        """Let two outputs share one pane in this way; None: panes of their own again."""
        self._split = split
        self.bar.show_sides(NAMES[split] if split else "")
        self._share()

    def show_overlay(self, overlay: Overlay | None) -> None:
        """Lay a map over the panes, with its opacity to be chosen; or none."""
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

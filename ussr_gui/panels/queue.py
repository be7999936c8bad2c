"""The queue's panel: what stands in it, how far it is, and what is done to files that are added."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QProgressBar, QSizePolicy, QStackedWidget, QWidget

from ussr_engine.batch.items import TEMPLATE, Treatment
from ussr_engine.events import Catalogued
from ussr_gui import theme
from ussr_gui.actions import Actions
from ussr_gui.language import tr
from ussr_gui.panels.buttons import ActionButton, ActionTool
from ussr_gui.panels.method import MethodPanel
from ussr_gui.panels.parts import Button, Choice, Field, Scroll, column, label, row, section
from ussr_gui.panels.segments import Segments
from ussr_gui.panels.ticks import Ticks
from ussr_gui.queueing.table import QueueTable
from ussr_gui.queueing.view import QueueView
from ussr_gui.settings import Settings
from ussr_gui.viewers.flow import FlowLayout
from ussr_gui.wanted import Wanted
from ussr_gui.words import as_tip

NOTHING = tr(
    "Drop files or folders here: each is enlarged as chosen below, one after the other, into the folder named there."
)
ONE, SEVERAL = "one", "several"
SUFFIXES = (("PNG", ".png"), ("TIFF", ".tif"))
BAR = 14
"""Room at the right for the bar by which the panel scrolls where it is too low."""


class QueuePanel(QWidget):
    """Files are dropped anywhere on it.

    Signals
    -------
    dropped : list of str
        Files and folders.
    """

    dropped = Signal(list)

    def __init__(self, actions: Actions, settings: Settings) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAcceptDrops(True)
        self._settings = settings
        self.table = QueueTable(self)
        self.view = QueueView(self.table)
        self.begin = ActionButton(actions["queue_begin"], "play", "primary")
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(tr("Progress of the queue"))
        self._clock, self._said = label(role="small", wraps=True), label(role="faint", wraps=True)
        self.by = Segments(tr("Methods"), [(tr("As in Method"), ONE), (tr("Several methods"), SEVERAL)])
        self._beside = label(role="small", wraps=True)
        self.methods, self.scales = Ticks(), Ticks([(f"× {scale}", scale) for scale in (2, 3, 4)], (2,))
        self.folder, self.template = QLineEdit(), QLineEdit()
        self.browse = Button("", "folder-open")
        self.suffix = Choice(tr("Format of results"))
        for words, value in SUFFIXES:
            self.suffix.addItem(words, value)
        self._lay_out(actions)
        self._recall()
        self.by.chosen.connect(self._follow)
        for field in (self.folder, self.template):
            field.editingFinished.connect(self._remember)
        self.suffix.currentIndexChanged.connect(self._remember)
        theme.look.changed.connect(self._take_look)
        self._follow()

    def _lay_out(self, actions: Actions) -> None:
        entries = QWidget()
        entries.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        flow = FlowLayout(entries, gap=8, line_gap=8)
        for name, picture in (("queue_files", "file-plus"), ("queue_folder", "folder")):
            flow.addWidget(ActionButton(actions[name], picture))
        empty = label(NOTHING, role="faint", wraps=True)
        empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        empty.setMargin(12)
        self._pages = QStackedWidget()
        self._pages.setMinimumHeight(theme.pixels(150))
        for page in (empty, self.view):
            self._pages.addWidget(page)
        moves = ("queue_up", "queue_down", "queue_skip", "queue_retry", "queue_remove")
        ends = ("queue_open", "queue_retry_failed", "queue_report")
        tools = row(
            *(ActionTool(actions[name]) for name in moves), None, *(ActionTool(actions[n]) for n in ends), gap=2
        )
        tools.setContentsMargins(8, 2, BAR, 2)
        self._said.setContentsMargins(12, 2, 12, 4)
        for field, name in ((self.folder, tr("Folder for results")), (self.template, tr("Names of results"))):
            field.setAccessibleName(name)
        self.browse.setAccessibleName(tr("Choose the folder for results"))
        self.browse.setToolTip(tr("Choose the folder for results"))
        self._choices = QWidget()
        self._choices.setLayout(column(self.methods, self.scales))
        foot = section(
            self._clock,
            self.progress,
            self.begin,
        )
        add = section(
            label(tr("Files that are added"), "title"),
            self.by,
            self._beside,
            self._choices,
            row(self.folder, self.browse),
            Field(tr("Names"), self.template, tr("{name}, {method}, {scale} and {seed} are filled in")),
            Field(
                tr("Format"), self.suffix, tr("How results are written; both keep every grey value and the millimetres")
            ),
        )
        body = QWidget()
        body.setObjectName("panel")
        whole = column(section(entries), gap=0)
        whole.addLayout(column(self._pages, margins=(0, 0, BAR, 0)), 1)
        whole.addWidget(self._said)
        whole.addLayout(tools)
        whole.addWidget(foot)
        whole.addWidget(add)
        body.setLayout(whole)
        self.setLayout(column(Scroll(body), gap=0))

    # -- what is asked -------------------------------------------------------------------------------------------------

    def show_catalogue(self, catalogue: Catalogued) -> None:
        """List methods to tick; one that cannot run says why."""
        ticked = self.methods.values
        self.methods.clear()
        for card in catalogue.methods:
            tip = card.says if card.available else card.reason
            self.methods.add(card.title, card.id, tip, ticked=card.id in ticked, enabled=card.available)

    def show_beside(self, title: str, wanted: Wanted) -> None:
        """What the method's panel has chosen."""
        parts = (f"{title} ×{wanted.scale}", wanted.variant)
        self._beside.setText(" · ".join(part for part in parts if part))

    @property
    def takes_one(self) -> bool:
        """Whether files are treated as the method's panel says."""
        return self.by.value == ONE

    def treatments(self, beside: MethodPanel) -> tuple[Treatment, ...]:
        """What is done to files that are added now; empty where no method is ticked."""
        suffix = str(self.suffix.currentData())
        if self.takes_one:
            wanted = beside.wanted
            how = (wanted.method, wanted.scale, dict(wanted.knobs), wanted.seed, wanted.device)
            return (Treatment(*how, suffix=suffix),)
        seed, device = beside.seed.value(), str(beside.device.currentData() or "auto")
        return tuple(
            Treatment(str(method), int(str(scale)), {}, seed, device, suffix=suffix)
            for method in self.methods.values
            for scale in self.scales.values
        )

    @property
    def out(self) -> str:
        """The folder for results."""
        return str(Path(self.folder.text().strip()).expanduser().absolute())

    @property
    def names(self) -> str:
        """The template of names."""
        return self.template.text().strip() or TEMPLATE

    def take_folder(self, folder: str) -> None:
        """The person chose where results go."""
        self.folder.setText(folder)
        self.folder.setToolTip(as_tip(folder))
        self._remember()

    # -- what is seen --------------------------------------------------------------------------------------------------

    def show_clock(self, words: str, done: int, total: int) -> None:
        """How far it is."""
        self._pages.setCurrentIndex(int(total > 0))
        self._clock.setText(words)
        self._clock.setVisible(bool(words))
        self.progress.setVisible(total > 0)
        self.progress.setRange(0, max(1, total))
        self.progress.setValue(done)

    def say(self, words: str, role: str = "faint") -> None:
        """A sentence below the table."""
        self._said.setText(words)
        self._said.setVisible(bool(words))
        theme.mark(self._said, role=role)

    @property
    def said(self) -> str:
        return self._said.text()

    @property
    def clock(self) -> str:
        return self._clock.text()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._consider(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._consider(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self._consider(event)
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            self.dropped.emit(paths)

    def _consider(self, event: QDropEvent) -> None:
        # One look is enough: five thousand would be looked through at every move of the mouse.
        if event.mimeData().hasUrls():
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()

    def _recall(self) -> None:
        keep = self._settings
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self.folder.setText(keep.text("queue/folder", str(Path(documents or Path.home()) / "USSR results")))
        self.template.setText(keep.text("queue/names", TEMPLATE))
        self.template.setCursorPosition(0)
        self.suffix.choose(keep.text("queue/suffix", ".png"))

    @Slot()
    def _remember(self) -> None:
        keep = self._settings
        keep.set_text("queue/folder", self.folder.text().strip())
        keep.set_text("queue/names", self.names)
        keep.set_text("queue/suffix", str(self.suffix.currentData()))

    @Slot()
    def _follow(self) -> None:
        self._beside.setVisible(self.takes_one)
        self._choices.setVisible(not self.takes_one)

    @Slot()
    def _take_look(self) -> None:
        self._pages.setMinimumHeight(theme.pixels(150))


class QueueOffer(QFrame):
    """A line above the panes: files of an earlier day still wait."""

    accepted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("dockhead")
        self._words = label(wraps=True)
        self.go_on, self.later = Button(tr("Go on"), "play"), Button(tr("Not now"))
        box = row(self._words, self.go_on, self.later)
        box.setStretch(0, 1)
        box.setContentsMargins(12, 6, 12, 6)
        self.setLayout(box)
        self.hide()
        self.go_on.clicked.connect(self._accept)
        self.later.clicked.connect(self.hide)

    @property
    def words(self) -> str:
        return self._words.text()

    def offer(self, waiting: int) -> None:
        """So many wait."""
        self._words.setText(tr("%n files of your queue still wait to be enlarged.", waiting))
        self.show()

    @Slot()
    def _accept(self) -> None:
        self.hide()
        self.accepted.emit()

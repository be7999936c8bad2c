"""The benchmark in the window: what is compared on which scans, how far it is, and its rows as they come."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QListWidget, QProgressBar, QVBoxLayout, QWidget

from ussr_engine.benchmark.news import CellBegan, CellEnded, Listed, Reported, Skipped
from ussr_engine.events import Cancelled, Catalogued, Failed
from ussr_engine.orders import Benchmark
from ussr_gui import theme
from ussr_gui.interpreting import interpreted
from ussr_gui.language import tr
from ussr_gui.pace import duration_in_words
from ussr_gui.panels.cells import CellTable
from ussr_gui.panels.method import DEGRADATIONS
from ussr_gui.panels.parts import Button, Choice, Field, Whole, label, panel, row, section
from ussr_gui.panels.ticks import Ticks
from ussr_gui.words import from_home

NOISES = ((tr("The protocol's own"), ""), (tr("Same in all channels"), "grey"), (tr("Each channel its own"), "rgb"))
PROTOCOLS = ((tr("Clean"), "clean"), (tr("As the study measured"), "study"))
QUICK = ("bicubic", "exact", "denoise")
"""Ticked at first: the rows without which no other can be read."""
STAYS = tr("Stop whenever you like: finished cells stay, and Start goes on from there.")


class BenchmarkPanel(QDialog):
    """A window of its own, beside the pictures; nothing else has to wait for it."""

    begin_requested = Signal(object)
    stop_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Benchmark"))
        self.setModal(False)
        self._going, self._problem = False, ""
        self.folders = QListWidget()
        self.folders.setAccessibleName(tr("Folders of scans"))
        self.folders.setMaximumHeight(theme.pixels(84))
        self.add_folder, self.remove_folder = Button(tr("Add folder…"), "folder-open"), Button(tr("Remove"), "x")
        self.out = QLineEdit()
        self.out.setAccessibleName(tr("Output folder"))
        self.browse = Button(tr("Browse…"), "folder-open")
        self.methods = Ticks()
        self.degradations = Ticks(DEGRADATIONS, (1,))
        self.scales = Ticks([(f"× {scale}", scale) for scale in (2, 3, 4)], (2,))
        self.noise, self.protocol, self.device = Choice(tr("Noise")), Choice(tr("Protocol")), Choice(tr("Device"))
        self.seed = Whole(tr("Seed"), 0, 2**31 - 1)
        for choice, entries in ((self.noise, NOISES), (self.protocol, PROTOCOLS)):
            for words, value in entries:
                choice.addItem(words, value)
        self.why_not = label(role="small", wraps=True)
        self.begin = Button(tr("Start"), "play", "primary")
        self.stop = Button(tr("Stop"), "x")
        self.page = Button(tr("Open the page"), "external-link")
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(tr("Progress of the benchmark"))
        self.now, self.left = label(wraps=True), label(role="small")
        self.message = label(STAYS, role="small", wraps=True)
        self.cells = CellTable()
        self._lay_out()
        self.resize(theme.pixels(1080), theme.pixels(720))
        for signal in (self.methods.changed, self.degradations.changed, self.scales.changed, self.out.textChanged):
            signal.connect(self._follow)
        self.remove_folder.clicked.connect(self._remove_folder)
        self.begin.clicked.connect(self._begin)
        self.stop.clicked.connect(self._stop)
        self._follow()

    def _lay_out(self) -> None:
        self._choices = choices = panel(
            section(label(tr("Scans"), "title"), self.folders, row(self.add_folder, self.remove_folder, None)),
            section(label(tr("Methods"), "title"), self.methods),
            section(label(tr("Degradations"), "title"), self.degradations),
            section(label(tr("Scales"), "title"), self.scales),
            section(
                Field(tr("Noise"), self.noise, tr("Whether the colour channels get the same noise")),
                Field(
                    tr("Protocol"),
                    self.protocol,
                    tr("How the results are measured; the page marks the study's oddities"),
                ),
                Field(tr("Seed"), self.seed, tr("The same seed gives the same figures")),
                Field(tr("Device"), self.device, tr("Where the methods run")),
            ),
            section(label(tr("Results go to"), "title"), row(self.out, self.browse)),
        )
        choices.setFixedWidth(theme.pixels(330))
        right = QVBoxLayout()
        right.setContentsMargins(12, 12, 12, 12)
        right.setSpacing(8)
        right.addWidget(self.why_not)
        right.addLayout(row(self.begin, self.stop, None, self.page))
        where = row(self.now, self.left)
        where.setStretch(0, 1)
        right.addLayout(where)
        right.addWidget(self.progress)
        right.addWidget(self.message)
        right.addWidget(self.cells, 1)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(choices)
        box.addLayout(right, 1)

    # -- what is asked ------------------------------------------------------------------------------------------------

    def show_catalogue(self, catalogue: Catalogued) -> None:
        """List methods and devices; a method that cannot run says why."""
        ticked, device = self.methods.values or QUICK, str(self.device.currentData() or "auto")
        self.methods.clear()
        for card in catalogue.methods:
            tip = card.says if card.available else card.reason
            self.methods.add(card.title, card.id, tip, ticked=card.id in ticked, enabled=card.available)
        self.device.clear()
        for name, words in (("auto", tr("Automatic")), *catalogue.devices):
            self.device.addItem(interpreted(words), name)
        self.device.choose(device)
        self._follow()

    def take_folder(self, folder: str) -> None:
        """A folder more; each stands once."""
        if folder not in self._folders():
            self.folders.addItem(folder)
        if not self.out.text():
            self.out.setText(str(Path(folder).with_name(f"{Path(folder).name}-benchmark")))
        self._follow()

    def take_problem(self, words: str) -> None:
        """Why the engine cannot take a benchmark now; empty when it can."""
        self._problem = words
        self._follow()

    @property
    def problem(self) -> str:
        """Why nothing can be started; empty when it can."""
        wants = (
            (self._folders(), tr("Add a folder of scans.")),
            (self.methods.values, tr("Tick at least one method.")),
            (self.degradations.values, tr("Tick at least one degradation.")),
            (self.scales.values, tr("Tick at least one scale.")),
            (self.out.text().strip(), tr("Say where the results should go.")),
        )
        return self._problem or next((words for there, words in wants if not there), "")

    @property
    def wanted(self) -> Benchmark:
        """The choices as they stand."""
        return Benchmark(
            tuple(self._folders()),
            str(Path(self.out.text().strip()).expanduser().absolute()),
            tuple(map(str, self.methods.values)),
            tuple(int(str(value)) for value in self.degradations.values),
            tuple(int(str(value)) for value in self.scales.values),
            str(self.noise.currentData()),
            str(self.protocol.currentData()),
            self.seed.value(),
            str(self.device.currentData() or "auto"),
        )

    # -- what happens -------------------------------------------------------------------------------------------------

    @Slot(object)
    def hear(self, event: object) -> None:
        """Show an event of the benchmark that goes on."""
        match event:
            case Skipped(path, words):
                self._say(tr("Skipped {path}: {words}").format(path=from_home(path), words=words), "small")
            case Listed(scans, cells, kept, missing):
                self.progress.setRange(0, max(1, cells))
                self.progress.setValue(kept)
                earlier = ", " + tr("{kept} of them done earlier").format(kept=kept) if kept else ""
                lacking = (
                    " " + tr("Not available: {names}.").format(names=", ".join(name for name, _ in missing))
                    if missing
                    else ""
                )
                self._say(
                    f"{tr('%n scans', scans)}, {tr('%n cells', cells)}{earlier}.{lacking} {STAYS}",
                    "small",
                )
            case CellBegan(cell):
                self.now.setText(cell.words)
            case CellEnded(finished, done, cells, left):
                self.progress.setValue(done)
                words = tr("{done} of {cells}").format(done=done, cells=cells)
                self.left.setText(
                    words
                    if left is None
                    else f"{words} · {tr('about {time} left').format(time=duration_in_words(left))}"
                )
                self.cells.add(finished)
            case Reported(folder, _, failed):
                words = " " + tr("%n cells failed; Start tries those again.", failed) if failed else ""
                self._end(
                    tr("Tables, figures and pictures are in {folder}.").format(folder=from_home(folder)) + words,
                    "ok",
                )
            case Cancelled():
                self._end(tr("Stopped. Finished cells are kept; Start goes on from there."), "small")
            case Failed(kind, words, remedy):
                stopped = kind == "EngineStopped"
                self._end(f"{words} {'Finished cells are kept; press Start to go on.' if stopped else remedy}", "error")

    @Slot()
    def _begin(self) -> None:
        self._going = True
        self.cells.forget()
        self.progress.setRange(0, 0)
        self.now.setText(tr("Reading scans…"))
        self.left.clear()
        self._say(STAYS, "small")
        self.begin_requested.emit(self.wanted)
        self._follow()

    @Slot()
    def _stop(self) -> None:
        self.stop.setEnabled(False)
        self.now.setText(tr("Stopping…"))
        self.stop_requested.emit()

    def _end(self, words: str, role: str) -> None:
        self._going = False
        self.now.clear()
        self.left.clear()
        if self.progress.maximum() == 0:
            self.progress.setRange(0, 1)
        self._say(words.strip(), role)
        self._follow()

    def _say(self, words: str, role: str) -> None:
        self.message.setText(words)
        theme.mark(self.message, role=role)

    def _folders(self) -> list[str]:
        return [self.folders.item(index).text() for index in range(self.folders.count())]

    @Slot()
    def _remove_folder(self) -> None:
        self.folders.takeItem(self.folders.currentRow())
        self._follow()

    @Slot()
    def _follow(self) -> None:
        problem = "" if self._going else self.problem
        self.why_not.setText(problem)
        self.why_not.setVisible(bool(problem))
        self.begin.setEnabled(not self._going and not problem)
        self.stop.setEnabled(self._going)
        self._choices.setEnabled(not self._going)
        self.remove_folder.setEnabled(self.folders.count() > 0)
        self.page.setEnabled((Path(self.out.text().strip() or "/nowhere").expanduser() / "index.html").is_file())

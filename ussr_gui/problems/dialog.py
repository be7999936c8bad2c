"""Help › Report a problem: what the file will hold, to the letter, before it is written."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFontDatabase, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QFileDialog, QPlainTextEdit, QTabWidget, QWidget

from ussr_gui import theme
from ussr_gui.language import tr
from ussr_gui.panels.parts import Button, column, label, row, section
from ussr_gui.problems.bundle import Part, in_one
from ussr_gui.problems.finding import Finder

NAME = "ussr-problem.zip"


class ProblemDialog(QDialog):
    """Never modal.

    Signals
    -------
    changed
        Other texts are wanted: words were written, or a box was ticked.
    wanted : str
        Write the texts that are shown into this file.
    """

    changed = Signal()
    wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Report a problem"))
        self.setModal(False)
        self.parts: Sequence[Part] = ()
        self.folder = ""
        """Where a file is proposed."""
        self.happened = QPlainTextEdit()
        self.happened.setAccessibleName(tr("What happened?"))
        self.happened.setPlaceholderText(
            tr("What did you do, what did you expect, and what came instead? Please name no patient.")
        )
        self.happened.setTabChangesFocus(True)
        self.boxes = {
            "log.txt": QCheckBox(tr("Log")),
            "crash.txt": QCheckBox(tr("Crash")),
            "settings.json": QCheckBox(tr("Settings")),
            "run.json": QCheckBox(tr("Last run")),
        }
        self.tabs, self.views = QTabWidget(), dict[str, QPlainTextEdit]()
        self.tabs.setAccessibleName(tr("What the file will hold"))
        self.finder = Finder(self.tabs)
        self.message = label(role="small", wraps=True)
        self.copy, self.save = Button(tr("Copy"), "copy"), Button(tr("Save…"), "save", "primary")
        self.close_button = Button(tr("Close"))
        self._build()
        self.happened.textChanged.connect(self.changed)
        for box in self.boxes.values():
            box.toggled.connect(self.changed)
        self.copy.clicked.connect(self._copy)
        self.save.clicked.connect(self._ask)
        self.close_button.clicked.connect(self.close)
        theme.look.changed.connect(self._resize)

    def _build(self) -> None:
        about = tr(
            "Nothing is sent. The file will hold exactly the texts below, without names of files, of people and of "
            "this computer, and without patient data."
        )
        head = section(label(about, "dim", wraps=True), label(tr("What happened?"), "title"), self.happened)
        boxes = row(*self.boxes.values(), None, gap=16)
        foot = section(self.message, row(self.copy, None, self.close_button, self.save))
        box = column(head, section(boxes, self.finder, self.tabs), foot, gap=0)
        box.setStretch(1, 1)
        self.setLayout(box)
        for button in self.findChildren(Button):
            button.setAutoDefault(False)
        self._resize()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return does what the field that has the keyboard says, and never saves."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            place = self.focusWidget()
            if isinstance(place, Button):
                place.click()
            return
        super().keyPressEvent(event)

    def offer(self, folder: str, *, crashed: bool, has_run: bool) -> None:
        """Open with what is told as a rule: all but the plan of the last run, which is asked for."""
        self.folder = folder
        for name, box in self.boxes.items():
            box.blockSignals(True)
            box.setChecked(name != "run.json" and (crashed or name != "crash.txt"))
            box.blockSignals(False)
        self.boxes["crash.txt"].setVisible(crashed)
        self.boxes["run.json"].setEnabled(has_run)
        self.boxes["run.json"].setToolTip(tr("Its plan and scores") if has_run else tr("No method was run yet"))
        self.say("")
        self.show()
        self.activateWindow()
        self.happened.setFocus()
        self.changed.emit()

    def wants(self, name: str) -> bool:
        """Whether a text shall be in the file."""
        return name not in self.boxes or self.boxes[name].isChecked()

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Show these texts, one tab for each; the one that is read stays."""
        self.parts = parts
        shown = {part.name: part.content.decode() for part in parts}
        if list(shown) != list(self.views):
            self._lay_out(list(shown))
        for name, words in shown.items():
            view = self.views[name]
            if view.toPlainText() != words:
                at = view.verticalScrollBar().value()
                view.setPlainText(words)
                view.verticalScrollBar().setValue(at)
        self.finder.look()

    def show_part(self, name: str) -> None:
        """Bring a text to the front."""
        if name in self.views:
            self.tabs.setCurrentWidget(self.views[name])

    def say(self, words: str, role: str = "small") -> None:
        self.message.setText(words)
        self.message.setVisible(bool(words))
        theme.mark(self.message, role=role)

    def _lay_out(self, names: Sequence[str]) -> None:
        current = next((name for name, view in self.views.items() if view is self.tabs.currentWidget()), "")
        self.tabs.clear()
        before, self.views = self.views, {name: self.views.get(name) or _view(name) for name in names}
        for name, view in self.views.items():
            self.tabs.setTabToolTip(self.tabs.addTab(view, name.partition(".")[0]), name)
        for name, view in before.items():
            if name not in self.views:
                view.deleteLater()
        self.show_part(current)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(in_one(self.parts))
        self.say(tr("Copied: all texts, below each other."), "ok")

    @Slot()
    def _ask(self) -> None:
        dialog = QFileDialog(self, tr("Save the report"), self.folder)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(["Zip (*.zip)"])
        dialog.setDefaultSuffix(".zip")
        dialog.selectFile(NAME)
        dialog.setModal(False)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.wanted)
        dialog.show()

    @Slot()
    def _resize(self) -> None:
        room = self.screen().availableSize()
        self.happened.setFixedHeight(min(theme.pixels(76), max(room.height() // 9, theme.pixels(48))))
        self.resize(min(theme.pixels(760), room.width() - 40), min(theme.pixels(720), room.height() - 80))


def _view(name: str) -> QPlainTextEdit:
    made = QPlainTextEdit()
    made.setReadOnly(True)
    made.setAccessibleName(name)
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    made.setFont(font)
    made.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return made

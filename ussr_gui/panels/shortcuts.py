"""Edit › Shortcuts: every key, and other ones for those who want them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QDialog, QHeaderView, QKeySequenceEdit, QLineEdit, QTableView, QWidget

from ussr_gui import theme
from ussr_gui.actions import PORTABLE, Actions
from ussr_gui.language import tr
from ussr_gui.panels.parts import Button, column, label, row, section
from ussr_gui.panels.shortcut_table import KEYS, ShortcutTable
from ussr_gui.shortcuts import USUAL, Shortcuts, refusal
from ussr_gui.wishes import Wish

HINT = tr("Return or a double click on a row records other keys. Keys of your own stand out.")


class Recorder(QKeySequenceEdit):
    """Takes the next key; Esc and leaving it give up.

    Signals
    -------
    given_up
    """

    given_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setMaximumSequenceLength(1)
        self.setFinishingKeyCombinations([])
        self.setAccessibleName(tr("Press the new keys"))

    def event(self, event: QEvent) -> bool:
        # Tab would go on to the next control before its press is heard here.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self.keyPressEvent(event)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.given_up.emit()


class ShortcutsDialog(QDialog):
    """Stays open beside everything else; a key is another's only after the person has said so."""

    def __init__(self, actions: Actions, shortcuts: Shortcuts, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Shortcuts"))
        self.setModal(False)
        self._actions, self._shortcuts = actions, shortcuts
        self._wish: Wish | None = None
        self._adds = False
        self._yes: Callable[[], None] | None = None
        """What waits for the person's yes."""
        self.search, self.table, self.recorder = QLineEdit(), QTableView(), Recorder()
        self.rows = ShortcutTable(actions, shortcuts, self)
        self.message = label(HINT, "small", wraps=True)
        self.change, self.add = Button(tr("Change…"), "keyboard"), Button(tr("Add keys…"), "plus")
        self.clear, self.reset = Button(tr("No keys"), "x"), Button(tr("Reset"), "undo-2")
        self.give, self.keep = Button(tr("Give it to this one"), kind="primary"), Button(tr("Keep"))
        self.reset_all, self.close_button = Button(tr("Reset all")), Button(tr("Close"))
        self._build()
        self._wire()
        self._rest()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Measuring every row takes a tenth of a second, which the start of the program need not wait for.
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.search.setFocus()
        self.search.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return presses the button that has the keyboard, never another one; Esc ends a question, then the dialog."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            place = self.focusWidget()
            if isinstance(place, Button):
                place.click()
            elif place is self.search:
                self.table.setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() == Qt.Key.Key_Escape and self._yes is not None:
            self._refuse()
        elif event.key() == Qt.Key.Key_Down and self.focusWidget() is self.search:
            self.table.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    @property
    def chosen(self) -> Wish | None:
        """The action of the row that is chosen."""
        at = self.table.currentIndex().row()
        return self.rows.wishes[at] if 0 <= at < len(self.rows.wishes) else None

    def _build(self) -> None:
        self.search.setPlaceholderText(tr("Find an action or a key"))
        self.search.setAccessibleName(tr("Find an action or a key"))
        self.search.setClearButtonEnabled(True)
        self.table.setModel(self.rows)
        self.table.setAccessibleName(tr("Actions and their keys"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.setCurrentIndex(self.rows.index(0, KEYS))
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setHighlightSections(False)
        buttons = row(self.change, self.add, self.clear, self.reset, None)
        answers = row(self.give, self.keep, None)
        foot = row(self.reset_all, None, self.close_button)
        box = column(gap=0)
        box.addWidget(section(self.search))
        box.addWidget(self.table, 1)
        box.addWidget(section(self.message, self.recorder, answers, buttons, foot))
        self.setLayout(box)
        for button in self.findChildren(Button):
            button.setAutoDefault(False)
        self._resize()

    def _wire(self) -> None:
        self.search.textChanged.connect(self._search)
        self.table.activated.connect(self._record)
        self.table.selectionModel().currentRowChanged.connect(self._rest)
        self.change.clicked.connect(self._record)
        self.add.clicked.connect(self._record_another)
        self.clear.clicked.connect(self._clear)
        self.reset.clicked.connect(self._reset)
        self.reset_all.clicked.connect(self._ask_reset_all)
        self.give.clicked.connect(self._give)
        self.keep.clicked.connect(self._refuse)
        self.close_button.clicked.connect(self.close)
        self.recorder.keySequenceChanged.connect(self._hear)
        self.recorder.given_up.connect(self._give_up)
        self._actions.keys_changed.connect(self._enable)
        theme.look.changed.connect(self._resize)

    # -- recording ----------------------------------------------------------------------------------------------------

    @Slot()
    def _record(self) -> None:
        self._begin(adds=False)

    @Slot()
    def _record_another(self) -> None:
        self._begin(adds=True)

    def _begin(self, adds: bool) -> None:
        if self.chosen is None:
            return
        self._wish, self._adds, self._yes = self.chosen, adds, None
        more = tr("more keys") if adds else tr("the new keys")
        words = tr("{title}: press {more}. Esc leaves everything as it is.")
        self._say(words.format(title=self._wish.title, more=more))
        self.recorder.clear()
        self._show()
        self.recorder.setFocus()

    @Slot(QKeySequence)
    def _hear(self, pressed: QKeySequence) -> None:
        if self._wish is None or pressed.isEmpty():
            return
        keys = pressed.toString(PORTABLE)
        why_not = refusal(keys)
        if why_not:
            self._say(tr("{why_not}. Press others, or Esc.").format(why_not=why_not), "warn")
            self.recorder.clear()
            return
        before = self._actions.keys(self._wish.id) if self._adds else ()
        self._propose(self._wish, (*before, keys))

    def _propose(self, wish: Wish, keys: Sequence[str]) -> None:
        """Give the keys, or ask first if they are another's."""
        conflicts = self._shortcuts.conflicts(wish.id, keys)
        take = partial(self._take, wish, keys)
        if conflicts:
            words = "; ".join(map(str, conflicts))
            asked = tr("{words}. Shall {title} have it?").format(words=words, title=wish.title)
            self._ask(asked, tr("Give it to this one"), take)
        else:
            take()

    def _ask(self, words: str, yes: str, then: Callable[[], None]) -> None:
        self._yes = then
        self.give.setText(yes)
        self._say(words, "warn")
        self._show()
        self.keep.setFocus(Qt.FocusReason.TabFocusReason)

    def _take(self, wish: Wish, keys: Sequence[str]) -> None:
        lost = [conflict.owner for conflict in self._shortcuts.conflicts(wish.id, keys)]
        self._shortcuts.give(wish.id, keys)
        words = f"{wish.title}: {tr(' or ').join(self._actions.spelled(wish.id)) or tr('no key')}."
        bare = [one.title for one in lost if not self._actions.keys(one.id)]
        if bare:
            words += " " + tr("{names} have no key now.", len(bare)).format(names=tr(" and ").join(bare))
        self._end(words, "ok")

    @Slot()
    def _give(self) -> None:
        if self._yes is not None:
            self._yes()

    @Slot()
    def _refuse(self) -> None:
        self._end(tr("Everything was left as it was."), "small")

    @Slot()
    def _give_up(self) -> None:
        if self._wish is not None and self._yes is None:
            self._refuse()

    # -- one row and all ----------------------------------------------------------------------------------------------

    @Slot()
    def _clear(self) -> None:
        if self.chosen is not None:
            self._propose(self.chosen, ())

    @Slot()
    def _reset(self) -> None:
        if self.chosen is not None:
            self._propose(self.chosen, USUAL[self.chosen.id])

    @Slot()
    def _ask_reset_all(self) -> None:
        own = sum(map(self._shortcuts.is_own, USUAL))
        words = tr("%n actions have keys of your own. Shall all have the usual ones?", own)
        self._ask(words, tr("Reset all"), self._reset_all)

    def _reset_all(self) -> None:
        self._shortcuts.reset_all()
        self._end(tr("All actions have their usual keys."), "ok")

    @Slot(str)
    def _search(self, words: str) -> None:
        self.rows.search(words)
        if self.rows.wishes:
            self.table.setCurrentIndex(self.rows.index(0, KEYS))
        self._rest()

    # -- what is shown ------------------------------------------------------------------------------------------------

    def _end(self, words: str, role: str) -> None:
        self._wish = self._yes = None
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._say(words, role)
        self._show()

    @Slot()
    def _rest(self) -> None:
        self._wish = self._yes = None
        self._say(HINT if self.rows.wishes else tr("No action and no key is called that."))
        self._show()

    def _say(self, words: str, role: str = "small") -> None:
        self.message.setText(words)
        theme.mark(self.message, role=role)

    def _show(self) -> None:
        asks = self._yes is not None
        records = self._wish is not None and not asks
        self.recorder.setVisible(records)
        for button in (self.give, self.keep):
            button.setVisible(asks)
        for button in (self.change, self.add, self.clear, self.reset, self.reset_all):
            button.setVisible(not asks and not records)
        self._enable()

    @Slot()
    def _enable(self) -> None:
        wish = self.chosen
        for button in (self.change, self.add):
            button.setEnabled(wish is not None)
        self.clear.setEnabled(wish is not None and bool(self._actions.keys(wish.id)))
        self.reset.setEnabled(wish is not None and self._shortcuts.is_own(wish.id))
        self.reset_all.setEnabled(any(map(self._shortcuts.is_own, USUAL)))

    @Slot()
    def _resize(self) -> None:
        self.table.verticalHeader().setDefaultSectionSize(theme.pixels(26))
        room = self.screen().availableSize()
        self.resize(min(theme.pixels(620), room.width() - 40), min(theme.pixels(640), room.height() - 80))

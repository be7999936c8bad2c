"""The run history: what is listed, what is chosen, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QCheckBox, QHeaderView, QLineEdit, QSizePolicy, QWidget

from ussr_engine.history.card import RunCard, State
from ussr_gui import theme
from ussr_gui.actions import Actions
from ussr_gui.interpreting import interpreted
from ussr_gui.language import tr
from ussr_gui.panels.buttons import ActionButton, ActionTool
from ussr_gui.panels.history_table import (
    DATE,
    HEADS,
    METHOD,
    OFF,
    SCALE,
    SCAN,
    STAR,
    STATE,
    TAG,
    HistorySieve,
    HistoryTable,
    Sieve,
)
from ussr_gui.panels.history_view import RunsView
from ussr_gui.panels.parts import Button, Choice, column, label, row, section
from ussr_gui.viewers.flow import FlowLayout

ROOMS = (1, 2, 5, 10, 20, 50, 100, 500)
"""Gigabytes that may be chosen."""
GIGABYTE = 10**9
WIDTHS = {STAR: 34, SCAN: 156, METHOD: 190, SCALE: 60, OFF: 80, DATE: 152, STATE: 92, TAG: 88}
USUAL_WIDTH = 74
NOTHING = tr("Runs are kept here as they are made.")
NOT_FOUND = tr("No run is like that.")


class HistoryPanel(QWidget):
    """Filters above, the table, what can be done below.

    Signals
    -------
    chosen_changed
        Other lines are chosen, or none.
    star_wanted : str
        The star of this run was clicked.
    described : str, str, str
        A run, its tag and its note.
    room_chosen : int
        Gigabytes that runs may take.
    """

    chosen_changed = Signal()
    star_wanted = Signal(str)
    described = Signal(str, str, str)
    room_chosen = Signal(int)

    def __init__(self, actions: Actions, named: Callable[[RunCard], str]) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._named = named
        self.table, self.view = HistoryTable(named, self), RunsView()
        self.sieve = HistorySieve(self.table, self)
        self.view.setModel(self.sieve)
        self.search, self.starred = QLineEdit(), QCheckBox(tr("Starred"))
        self.scans, self.methods, self.states = Choice(tr("Scan")), Choice(tr("Method")), Choice(tr("State"))
        self.tag, self.note = QLineEdit(), QLineEdit()
        self.room, self.used, self.said = (
            Choice(tr("Room for runs")),
            label(role="small"),
            label(role="small", wraps=True),
        )
        self.undo, self.purge = ActionButton(actions["history_undelete"], "undo-2"), Button(tr("Delete for good"))
        self._empty = label(NOTHING, "faint")
        self._described = ""
        self._lay_out(actions)
        self._wire(actions)
        self._take_look()
        self.show_cards([])

    @property
    def chosen(self) -> list[RunCard]:
        """The runs whose lines are chosen, from above."""
        rows = sorted(self.view.selectionModel().selectedRows(), key=QModelIndex.row)
        return [self.sieve.card(index) for index in rows]

    @property
    def listed(self) -> list[RunCard]:
        """The runs that are seen, from above."""
        return [self.sieve.card(self.sieve.index(line, 0)) for line in range(self.sieve.rowCount())]

    def choose(self, runs: Sequence[str]) -> None:
        """Choose the lines of these."""
        wanted, model = set(runs), self.view.selectionModel()
        model.clearSelection()
        for line, card in enumerate(self.listed):
            if card.run in wanted:
                rows = model.SelectionFlag.Select | model.SelectionFlag.Rows
                model.select(self.sieve.index(line, 0), rows)

    def show_cards(self, cards: Sequence[RunCard]) -> None:
        """List these runs; what was chosen stays chosen."""
        before = [card.run for card in self.chosen]
        self.table.show_cards(cards)
        self._offer(self.scans, tr("All scans"), {card.scan: self._named(card) for card in cards})
        self._offer(self.methods, tr("All methods"), {card.method: card.title for card in cards})
        self._sift()
        if before != [card.run for card in self.chosen]:
            self.choose(before)
        self._choose()

    def show_room(self, used: int, gigabytes: int) -> None:
        """How much of the disk the runs take, and may take."""
        self.used.setText(
            tr("{used:.2f} GB of").format(used=used / GIGABYTE)
            if used >= GIGABYTE / 100
            else tr("{used:.1f} MB of").format(used=used / 1e6)
        )
        self.room.blockSignals(True)
        if not self.room.choose(gigabytes):
            self.room.add_entry(tr("{gigabytes} GB").format(gigabytes=gigabytes), gigabytes, "")
            self.room.choose(gigabytes)
        self.room.blockSignals(False)

    def say(self, words: str, thrown: bool = False) -> None:
        """A line below the table, with a way back where runs were ``thrown`` away."""
        self.said.setText(words)
        self.said.setVisible(bool(words))
        for button in (self.undo, self.purge):
            button.setVisible(thrown)

    def _lay_out(self, actions: Actions) -> None:
        self.search.setPlaceholderText(tr("Find runs"))
        self.search.setAccessibleName(tr("Find runs"))
        self.search.setClearButtonEnabled(True)
        self.states.addItem(tr("All states"), None)
        for state in State:
            self.states.addItem(interpreted(state.value).capitalize(), state)
        for gigabytes in ROOMS:
            self.room.addItem(tr("{gigabytes} GB").format(gigabytes=gigabytes), gigabytes)
        self.room.setToolTip(tr("Beyond that the oldest runs go that are neither starred nor unfinished"))
        self.room.setMinimumContentsLength(4)
        for field, words in ((self.tag, tr("Tag")), (self.note, tr("Note"))):
            field.setPlaceholderText(words)
            field.setAccessibleName(tr("{words} of the chosen run").format(words=words))
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for choice in (self.scans, self.methods, self.states):
            choice.setMinimumContentsLength(7)
        restore = ActionButton(actions["history_restore"], "archive-restore")
        more = ("history_compare", "history_star", "history_again", "history_go_on", "history_delete")
        tools = [ActionTool(actions[name]) for name in more]
        told = row(self.said, self.undo, self.purge)
        told.setStretch(0, 1)
        head = section(_flow(self.search, self.scans, self.methods, self.states, self.starred))
        foot = section(told, _flow(restore, *tools, self.tag, self.note, self.used, self.room))
        for frame in (head, foot):
            layout = frame.layout()
            assert layout is not None
            layout.setContentsMargins(12, 6, 12, 6)
        whole = column(head, gap=0)
        whole.addWidget(self.view, 1)
        whole.addWidget(self._empty, 1)
        whole.addWidget(foot)
        self.setLayout(whole)
        self.say("")

    def _wire(self, actions: Actions) -> None:
        self.search.textChanged.connect(self._sift)
        self.starred.toggled.connect(self._sift)
        for choice in (self.scans, self.methods, self.states):
            choice.currentIndexChanged.connect(self._sift)
        self.view.selectionModel().selectionChanged.connect(self._choose)
        self.view.restore_wanted.connect(actions["history_restore"].trigger)
        self.view.delete_wanted.connect(actions["history_delete"].trigger)
        self.view.star_clicked.connect(self._star)
        for field in (self.tag, self.note):
            field.editingFinished.connect(self._describe)
        self.room.activated.connect(self._choose_room)
        theme.look.changed.connect(self._take_look)
        self.view.sortByColumn(DATE, Qt.SortOrder.DescendingOrder)

    def _offer(self, choice: Choice, all_: str, known: dict[str, str]) -> None:
        """What there is to be chosen; the choice stays if it can."""
        before, wanted = choice.currentData(), sorted(known.items(), key=lambda one: one[1].casefold())
        if [(choice.itemData(at), choice.itemText(at)) for at in range(1, choice.count())] == wanted:
            return
        choice.blockSignals(True)
        choice.clear()
        choice.addItem(all_, "")
        for value, words in wanted:
            choice.addItem(words, value)
        choice.choose(before or "")
        choice.blockSignals(False)

    @Slot()
    def _sift(self) -> None:
        self.sieve.take(
            Sieve(
                self.search.text(),
                str(self.scans.currentData() or ""),
                str(self.methods.currentData() or ""),
                self.states.currentData(),
                self.starred.isChecked(),
            )
        )
        some = bool(self.sieve.rowCount())
        self.view.setVisible(some)
        self._empty.setVisible(not some)
        self._empty.setText(NOT_FOUND if self.table.cards else NOTHING)

    @Slot()
    def _choose(self) -> None:
        chosen = self.chosen
        one = chosen[0] if len(chosen) == 1 else None
        if one is None or one.run != self._described or not (self.tag.hasFocus() or self.note.hasFocus()):
            self._described = one.run if one else ""
            self.tag.setText(one.tag if one else "")
            self.note.setText(one.note if one else "")
        for field in (self.tag, self.note):
            field.setEnabled(one is not None)
        self.chosen_changed.emit()

    @Slot()
    def _describe(self) -> None:
        if self._described:
            self.described.emit(self._described, self.tag.text(), self.note.text())

    @Slot(QModelIndex)
    def _star(self, index: QModelIndex) -> None:
        self.star_wanted.emit(self.sieve.card(index).run)

    @Slot()
    def _choose_room(self) -> None:
        self.room_chosen.emit(int(self.room.currentData()))

    @Slot()
    def _take_look(self) -> None:
        header = self.view.horizontalHeader()
        self.view.verticalHeader().setDefaultSectionSize(theme.pixels(34))
        self.view.setIconSize(QSize(theme.pixels(40), theme.pixels(28)))
        header.setMinimumSectionSize(theme.pixels(30))
        self.search.setFixedWidth(theme.pixels(150))
        self.tag.setFixedWidth(theme.pixels(86))
        self.note.setFixedWidth(theme.pixels(100))
        for part in (self.used, self.starred):
            part.setMinimumHeight(self.room.sizeHint().height())  # their words stand beside the choice's
        for place in range(len(HEADS)):
            words = QFontMetrics(theme.font(13, 600)).horizontalAdvance(HEADS[place]) + theme.pixels(16)
            header.resizeSection(place, max(theme.pixels(WIDTHS.get(place, USUAL_WIDTH)), words))
        header.setSectionResizeMode(METHOD, QHeaderView.ResizeMode.Stretch)


def _flow(*parts: QWidget) -> QWidget:
    """Side by side as far as there is room, then below: the panel makes no window wider."""
    made = QWidget()
    made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    flow = FlowLayout(made, gap=8, line_gap=6)
    for part in parts:
        flow.addWidget(part)
    return made

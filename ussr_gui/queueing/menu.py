"""Train › Queue of files at work: files go in, their states come back, and the engine is told what a person wants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QVBoxLayout

from ussr_engine.batch.items import AHEAD, Item, State
from ussr_engine.batch.news import QueueChanged, QueueEnded, QueuePaced, QueueRefused, QueueSearched
from ussr_engine.events import Cancelled, Failed, StageBegan, Stepped
from ussr_gui.errands import problem
from ussr_gui.language import tr
from ussr_gui.pace import range_in_words
from ussr_gui.panels.queue import QueueOffer, QueuePanel
from ussr_gui.queueing.asking import Asking
from ussr_gui.queueing.sentences import counts_in_words, end_in_words, search_in_words
from ussr_gui.records import EngineState
from ussr_gui.words import from_home

if TYPE_CHECKING:
    from ussr_gui.main_window import MainWindow

PANEL = "queue_panel"


class Queueing(QObject):
    """The one queue of the window; it lies on the disk, and the engine works it off."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session, self._actions = window, window.session, window.actions_
        self._errands = window.session.errands
        self.panel, self.offer = QueuePanel(window.actions_, window.settings), QueueOffer()
        self.dock = window.docking.add_side("queue", self.panel, window.actions_[PANEL])
        self.asking = Asking(window, self.panel)
        centre = window.centralWidget().layout()
        assert isinstance(centre, QVBoxLayout)
        centre.insertWidget(0, self.offer)
        self.counts: dict[str, int] = {}
        self._left: tuple[float, float] | None = None
        self._running: Item | None = None
        self._stage: StageBegan | None = None
        self._offered = self._goes_on = False
        self._early: list[str] = []
        """Files that were dropped before there was anything to treat them by."""
        self._wire()
        self._follow()

    def _wire(self) -> None:
        session, actions, view = self._session, self._actions, self.panel.view
        for name, slot in (
            ("queue_begin", self._toggle),
            ("queue_skip", self._skip),
            ("queue_retry", self._retry),
            ("queue_retry_failed", self._retry_failed),
            ("queue_up", self._up),
            ("queue_down", self._down),
            ("queue_remove", self._remove),
            ("queue_open", self._open),
        ):
            actions[name].triggered.connect(slot)
        actions[PANEL].toggled.connect(self._furnish)
        self.panel.dropped.connect(self.add)
        self.asking.paths_chosen.connect(self.add)
        self.asking.table_chosen.connect(self._errands.report_queue)
        self._window.opening.many_dropped.connect(self.add)
        self.offer.accepted.connect(self._go_on)
        view.moved.connect(self._move)
        view.chosen.connect(self._choose)
        view.doubleClicked.connect(self._open)
        self._errands.queue_told.connect(self._hear)
        session.engine_changed.connect(self._greet)
        session.methods_listed.connect(self.panel.show_catalogue)
        for signal in (session.run_changed, session.engine_changed, self._errands.changed, session.methods_listed):
            signal.connect(self._follow)
        for signal in (self._window.method.changed, session.methods_listed):
            signal.connect(self._show_beside)
        actions["hide_names"].toggled.connect(self.panel.table.hide_names)

    # -- files go in -------------------------------------------------------------------------------------------------

    @Slot(list)
    def add(self, paths: list[str]) -> None:
        """Put files and folders into the queue, to be treated as the panel says."""
        self.dock.bring_alone()
        if self._session.engine is EngineState.DOWN:
            self.panel.say(tr("The engine cannot start; the log says why."), "error")
        elif self._session.catalogue is None:
            self._early += paths
            self.panel.say(tr("The engine is starting; the files are added then."))
        elif words := self._window.method.problem if self.panel.takes_one else "":
            self.panel.say(words, "error")
        elif not (treatments := self.panel.treatments(self._window.method)):
            self.panel.say(tr("Tick a method and a scale first; then add the files again."), "error")
        else:
            self.panel.say(tr("Looking for scans…"))
            self._errands.enqueue(tuple(paths), treatments, self.panel.out, self.panel.names)

    # -- what a person does with items -------------------------------------------------------------------------------

    @Slot()
    def _toggle(self) -> None:
        """Work it off, or pause: the engine is free then, and the item that ran goes on first."""
        if self._errands.is_queue_going:
            self._goes_on = False
            self._errands.stop()
        else:
            self._go_on()

    @Slot()
    def _go_on(self) -> None:
        self.dock.bring_alone()
        self.offer.hide()
        self._errands.run_queue()
        self._goes_on = self._errands.is_queue_going

    @Slot()
    def _skip(self) -> None:
        self._change("skip", (*AHEAD, State.RUNNING))

    @Slot()
    def _retry(self) -> None:
        self._change("retry", (State.FAILED, State.SKIPPED))

    @Slot()
    def _remove(self) -> None:
        self._change("remove", tuple(state for state in State if state is not State.RUNNING))

    @Slot()
    def _retry_failed(self) -> None:
        table = self.panel.table
        failed = [item.number for item in map(table.item_at, range(table.rowCount())) if item.state is State.FAILED]
        self._errands.change_queue("retry", tuple(failed))

    def _change(self, change: str, states: tuple[State, ...]) -> None:
        numbers = tuple(item.number for item in self._chosen() if item.state in states)
        if numbers:
            self._errands.change_queue(change, numbers)

    @Slot()
    def _up(self) -> None:
        chosen = self._waiting()
        before = self.panel.table.before(chosen[0], frozenset(chosen)) if chosen else None
        if before is not None:
            self._move(chosen, before)

    @Slot()
    def _down(self) -> None:
        chosen = self._waiting()
        behind = self.panel.table.behind(chosen[-1], frozenset(chosen)) if chosen else None
        if behind is not None:
            self._move(chosen, self.panel.table.after(behind))

    @Slot(list, object)
    def _move(self, numbers: list[int], before: int | None) -> None:
        self._errands.change_queue("move", tuple(numbers), before)

    @Slot()
    def _open(self) -> None:
        done = next((item for item in self._chosen() if item.state is State.DONE), None)
        if done is not None:
            self._session.open([done.out, done.source])

    def _chosen(self) -> list[Item]:
        table = self.panel.table
        rows = [table.row_of(number) for number in self.panel.view.numbers]
        return [table.item_at(row) for row in rows if row is not None]

    def _waiting(self) -> list[int]:
        return [item.number for item in self._chosen() if item.state in AHEAD]

    # -- what is told ------------------------------------------------------------------------------------------------

    @Slot(EngineState)
    def _greet(self, state: EngineState) -> None:
        """A new engine is asked what stands in the queue; after one that stopped, the work goes on by itself."""
        if state is EngineState.READY:
            self.panel.table.forget()
            self._errands.show_queue()
            if self._goes_on and not self._errands.is_queue_going:
                self._go_on()

    @Slot(object)
    def _hear(self, event: object) -> None:
        match event:
            case QueueChanged(items, gone, counts):
                self._take(items, gone, dict(counts))
            case QueuePaced(seconds):
                self._left = seconds
            case QueueSearched():
                self._tell_search(event)
            case QueueRefused(words, remedy):
                self.panel.say(f"{words} {remedy}".strip(), "error")
            case StageBegan():
                self._stage = event
            case Stepped(step) if self._running is not None and self._stage is not None and self._stage.steps:
                share = (step - self._stage.first) / self._stage.steps
                self.panel.table.show_share(self._running.number, max(0.0, min(1.0, share)))
                return
            case QueueEnded(counts):
                self._conclude(dict(counts))
            case Cancelled():
                self._running = None
                self.panel.say(tr("Paused. What ran goes on from there."))
            case Failed(_, words, remedy, trace):
                self._running = None
                self._window.log.add(f"{words} {remedy}\n{trace}".strip())
                self.panel.say(words, "error")
        self._follow()

    def _take(self, items: tuple[Item, ...], gone: tuple[int, ...], counts: dict[str, int]) -> None:
        chosen = self.panel.view.numbers
        self.counts = counts
        moved = [item for item in items if item.number in chosen and self.panel.table.row_of(item.number) is not None]
        self.panel.table.take(items, gone)
        if moved:
            self.panel.view.choose(chosen)
        for item in items:
            if item.state is State.RUNNING:
                self._running, self._stage = item, None
            elif item.state is State.FAILED:
                self._window.log.add(f"{item.title}: {self.panel.table.told_of(item)}")
        if not self._offered:
            self._offered = True
            if self._ahead and not self._errands.is_queue_going:
                self.offer.offer(self._ahead)

    def _tell_search(self, event: QueueSearched) -> None:
        self.panel.say(search_in_words(event))

    def _conclude(self, counts: dict[str, int]) -> None:
        self.counts, self._left, self._running, self._goes_on = counts, None, None, False
        words = end_in_words(counts)
        self.panel.say(words)
        self._window.status.say(words)
        self._window.log.add(tr("{words}. Results: {out}").format(words=words, out=from_home(self.panel.out)))

    # -- what is seen ------------------------------------------------------------------------------------------------

    @property
    def _ahead(self) -> int:
        return sum(self.counts.get(state.value, 0) for state in AHEAD)

    @Slot(bool)
    def _furnish(self, on: bool) -> None:
        """The queue needs no open scan."""
        if on:
            self.dock.bring_alone()

    @Slot()
    def _show_beside(self) -> None:
        method = self._window.method
        if method.card is not None and not method.problem:
            self.panel.show_beside(method.card.title, method.wanted)
        early, self._early = self._early, []
        if early:
            self.add(early)

    @Slot()
    def _choose(self) -> None:
        """A chosen item says what became of it."""
        chosen = self._chosen()
        if len(chosen) == 1 and chosen[0].words:
            role = "error" if chosen[0].state is State.FAILED else "faint"
            self.panel.say(self.panel.table.told_of(chosen[0]), role)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        actions, going, chosen = self._actions, self._errands.is_queue_going, self._chosen()
        states = {item.state for item in chosen}
        actions.rename("queue_begin", tr("Pause queue") if going else tr("Start queue"), "pause" if going else "play")
        self.panel.begin.show_icon("pause" if going else "play")
        why_not = "" if going else problem(self._session)
        actions.excuse("queue_begin", why_not or tr("Nothing waits in the queue"))
        actions["queue_begin"].setEnabled(going or (bool(self._ahead) and not why_not))
        actions.enable(("queue_files", "queue_folder"), not self._window.method.problem or bool(self.counts))
        actions["queue_skip"].setEnabled(bool(states & {*AHEAD, State.RUNNING}))
        actions["queue_retry"].setEnabled(bool(states & {State.FAILED, State.SKIPPED}))
        actions["queue_retry_failed"].setEnabled(bool(self.counts.get(State.FAILED.value)))
        actions.enable(("queue_up", "queue_down"), bool(states & {*AHEAD}))
        actions["queue_remove"].setEnabled(bool(states - {State.RUNNING}))
        actions["queue_open"].setEnabled(State.DONE in states)
        actions["queue_report"].setEnabled(bool(sum(self.counts.values())))
        self._show_clock(going)

    def _show_clock(self, going: bool) -> None:
        total = sum(self.counts.values())
        over = total - self._ahead - self.counts.get(State.RUNNING.value, 0)
        parts = counts_in_words(self.counts)
        if going and self._left is not None and over < total:
            parts.append(range_in_words(*self._left))
        self.panel.show_clock(" · ".join(parts), over, total)

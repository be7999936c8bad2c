"""Train › Race at work: whoever waits is started in turn, timed, and told to finish when its time is up."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from ussr_engine.events import Failed, MethodCard
from ussr_gui.language import tr
from ussr_gui.panels.race import RacePanel
from ussr_gui.racing import fields
from ussr_gui.racing.keeping import KeptRace, kept, recalled
from ussr_gui.racing.lanes import Lanes
from ussr_gui.racing.race import Race
from ussr_gui.racing.runner import Runner, State
from ussr_gui.records import EngineState, Run, RunState, ScanFile
from ussr_gui.wanted import Wanted

if TYPE_CHECKING:
    from ussr_gui.main_window import MainWindow

TICK_MS = 250
PANEL = "race_panel"


class Racing(QObject):
    """Races by scan, of which one goes on at a time, also while the person looks elsewhere."""

    def __init__(self, window: MainWindow, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(window)
        self._window, self._session, self._actions = window, window.session, window.actions_
        self.races: dict[str, Race] = {}
        self.going: Race | None = None
        self.chosen: Runner | None = None
        """The runner whose row the person went to."""
        self._clock, self._since = clock, 0.0
        self._last: Run | None = None
        self.lanes = Lanes(self._session)
        self.panel = RacePanel(window.actions_, window.settings)
        self.dock = window.docking.add_side("race", self.panel, window.actions_[PANEL])
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._advance)
        self._wire()
        self._follow()

    def _wire(self) -> None:
        session, actions = self._session, self._actions
        for name, slot in (
            ("race_add", self._add),
            ("race_quick", self._add_quick),
            ("race_all", self._add_all),
            ("race_begin", self._toggle),
            ("race_skip", self._skip),
            ("race_up", self._up),
            ("race_down", self._down),
            ("race_remove", self._remove),
            ("race_copy", self.panel.table.copy),
        ):
            actions[name].triggered.connect(slot)
        self.panel.changed.connect(self._instruct)
        self.panel.went.connect(self._choose)
        session.run_ended.connect(self._end)
        session.run_failed.connect(self._give_up)
        session.preview_changed.connect(self._tick)
        # Not at once: others hear of the end of a run after us, and must find that run.
        for signal in (
            *(session.run_changed, session.engine_changed, session.errands.changed, session.methods_listed),
            self.lanes.changed,
        ):
            signal.connect(self._soon.start)
        for signal in (
            session.scan_chosen,
            session.scan_opened,
            session.run_changed,
            session.engine_changed,
            session.result_ready,
            session.errands.changed,
            self._window.method.changed,
        ):
            signal.connect(self._follow)

    @property
    def race(self) -> Race | None:
        """The race on the chosen scan, if anyone was entered."""
        scan = self._session.scan
        return self.races.get(scan.path) if scan is not None else None

    def remembered(self) -> tuple[KeptRace, ...]:
        """All races, as a saved session has them."""
        return tuple(kept(race) for race in self.races.values())

    def recall(self, races: Sequence[KeptRace], runs: Sequence[Run]) -> None:
        """These take the place of all there are; nobody starts before the person says so."""
        self.going = self.chosen = self._last = None
        self.races = {one.path: recalled(one, runs) for one in races}
        if races:
            self.panel.follow(self.races[races[0].path])
        self._follow()

    # -- who is in it --------------------------------------------------------------------------------------------------

    @Slot()
    def _add(self) -> None:
        if not self._window.method.problem and self._window.method.card is not None:
            self._window.method.remember()
            self._enter([(self._window.method.wanted, self._window.method.card.title)])

    @Slot()
    def _add_quick(self) -> None:
        self._add_field(fields.quick)

    @Slot()
    def _add_all(self) -> None:
        self._add_field(fields.without_weights)

    def _add_field(self, field: Callable[..., list[MethodCard]]) -> None:
        """Methods with their own knobs, on the task that is chosen."""
        catalogue, method = self._session.catalogue, self._window.method
        if catalogue is not None and not method.problem:
            like = method.wanted
            cards = field(catalogue, like.scale)
            wanted = [Wanted(card.id, like.scale, {}, like.seed, like.device, like.challenge) for card in cards]
            self._enter([(one, card.title) for one, card in zip(wanted, cards, strict=True)])

    def _enter(self, wanted: list[tuple[Wanted, str]]) -> None:
        file = self._session.scan
        if file is None or file.scan is None:
            return
        race = self.races.setdefault(file.path, Race(file.path))
        self.panel.instruct(race)
        entered = [runner for one, title in wanted if (runner := race.enter(one, title)) is not None]
        words = tr("%n methods are in the race; {waiting} wait", len(entered)).format(waiting=len(race.waiting))
        if len(entered) == 1:
            words = tr("{label} is in the race; {waiting} wait").format(
                label=entered[0].label, waiting=len(race.waiting)
            )
        self._window.status.say(words if entered else tr("Already in the race"))
        self._follow()
        self._soon.start()

    @Slot(object)
    def _choose(self, runner: Runner) -> None:
        """Go to a runner's row: its run is shown in the panes."""
        self.chosen = runner
        if runner.run is not None and runner.run is not self._session.shown:
            self._session.choose_run(runner.run)
        self._follow()

    @Slot()
    def _up(self) -> None:
        self._move(-1)

    @Slot()
    def _down(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        if self.race is not None and self.chosen is not None and self.race.move(self.chosen, by):
            self._follow()

    @Slot()
    def _remove(self) -> None:
        if self.race is not None and self.chosen is not None and self.race.remove(self.chosen):
            self.chosen = None
            self._follow()

    @Slot()
    def _instruct(self) -> None:
        for race in self.races.values():
            self.panel.instruct(race)
        self._follow()

    # -- the race ------------------------------------------------------------------------------------------------------

    @Slot()
    def _toggle(self) -> None:
        """Start whoever waits; or stop: those that run finish, the others go on waiting."""
        if self.going is not None:
            stopped, self.going = self.going, None
            for runner in stopped.under_way:
                if (lane := self.lanes.of(runner.run)) is not None:
                    lane.finish()
        elif self.race is not None:
            self.going = self.race
            self.going.spent = 0.0
            self._last = self._session.shown
            self._window.log.add(tr("The race begins"))
            self.lanes.open()
            self._soon.start()
        self._follow()

    @Slot()
    def _skip(self) -> None:
        """Give up the runner whose row the person went to, if it runs; else the first that does."""
        going = self.going.under_way if self.going is not None else []
        runner = self.chosen if self.chosen in going else next(iter(going), None)
        lane = self.lanes.of(runner.run) if runner is not None else None
        if lane is not None:
            lane.cancel()

    @Slot()
    def _advance(self) -> None:
        """Start whoever comes next on every lane that is free."""
        race = self.going
        if race is None:
            self.lanes.dismiss()
            return
        free = [lane for lane in self.lanes.all_ if lane.is_free]
        if free and race.next is None and not race.under_way:
            self._conclude(race)
            return
        for lane in free:
            file = self._session.scans[race.path]
            runner = next((one for one in race.waiting if lane.takes(one.wanted)), None) if race.next else None
            show = self._is_watched(file)
            run = lane.begin(file, runner.wanted, runner.title, show) if runner is not None else None
            if runner is None or run is None:
                continue
            race.begin(runner, run, len(self.lanes.all_))
            self._last = run if run is self._session.run else self._last
            if not self._timer.isActive():
                self._since = self._clock()
                self._timer.start()
            self._follow()

    def _is_watched(self, file: ScanFile) -> bool:
        """Whether the person looks at the race: at its scan, and not at another run of their own choice."""
        return self._session.scan is file and self._session.shown in (None, self._last)

    def _conclude(self, race: Race) -> None:
        self.going = None
        self.lanes.dismiss()
        first = next((runner for place, runner in race.table if place == 1), None)
        over = tr("The race is over") + ("; " + tr("ahead: {label}").format(label=first.label) if first else "")
        self._window.log.add(over)
        self._window.status.say(over)
        self._follow()

    @Slot()
    def _tick(self) -> None:
        now = self._clock()
        passed, self._since = now - self._since, now
        under_way = [(race, runner) for race in self.races.values() for runner in race.under_way]
        if not under_way:
            self._timer.stop()
        for race, runner in under_way:
            lane = self.lanes.of(runner.run)
            if lane is None or lane.state is RunState.PAUSED:
                continue
            why = race.pass_time(passed, runner)
            if why and lane.state is RunState.TRAINING:
                self._window.log.add(tr("{label} finishes early: {why}").format(label=runner.label, why=why))
                lane.finish()
        self._show()

    @Slot(object)
    def _end(self, run: Run) -> None:
        for race in self.races.values():
            race.end(run)
        self._follow()

    @Slot(object)
    def _give_up(self, failed: Failed) -> None:
        """Without an engine there is no race; a runner that failed alone does not end it."""
        if self._session.engine is EngineState.DOWN:
            self.going = None
            self._follow()

    # -- what is seen --------------------------------------------------------------------------------------------------

    @Slot()
    def _follow(self) -> None:
        session, actions, race = self._session, self._actions, self.race
        readable = session.scan is not None and session.scan.scan is not None
        may_enter = readable and not self._window.method.problem
        actions.enable(("race_add", "race_quick", "race_all"), may_enter)
        if self.chosen is not None and (race is None or self.chosen not in race.runners):
            self.chosen = None
        waits = self.chosen is not None and self.chosen.state is State.WAITING
        actions.enable(("race_up", "race_down"), waits)
        actions["race_remove"].setEnabled(self.chosen is not None and self.chosen.state is not State.RUNNING)
        actions["race_skip"].setEnabled(self.going is not None and self.going.running is not None)
        actions["race_copy"].setEnabled(race is not None and bool(race.runners))
        going = self.going is not None
        actions.rename("race_begin", tr("Stop race") if going else tr("Start race"), "square" if going else "play")
        self.panel.begin.show_icon("square" if going else "play")
        may_start = race is not None and bool(race.waiting) and session.engine is EngineState.READY
        actions["race_begin"].setEnabled(going or may_start)
        self._show()

    def _show(self) -> None:
        self.panel.show_race(self.race, self.chosen)

"""Kept runs at work: the run history, the offer to go on with what was interrupted, and stars."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale, QObject, Slot

from ussr_engine.history.card import RunCard, State, scan_name
from ussr_engine.history.news import KeptRun, RunRefused
from ussr_gui.interpreting import interpreted
from ussr_gui.language import LANGUAGE, tr
from ussr_gui.panels.banner import Offer
from ussr_gui.panels.history import GIGABYTE, HistoryPanel
from ussr_gui.records import EngineState, Run
from ussr_gui.returning import file_of, take_back

if TYPE_CHECKING:
    from ussr_gui.main_window import MainWindow

ROOM, USUAL_ROOM = "history/gigabytes", 5
OFFERED = "history/offered"
"""Settings: room for runs, and the run that was offered last."""


class Remembering(QObject):
    """Wires between the chronicle, the panel and the actions."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._session, self._actions = window, window.session, window.actions_
        self._chronicle, self._settings = window.session.chronicle, window.settings
        self._names: dict[str, str] = {}
        self._offered: RunCard | None = None
        self._listed = False
        self.offer = Offer(tr("Go on"), tr("Not now"))
        self.panel = HistoryPanel(window.actions_, self._named)
        self.dock = window.docking.add_below("history", self.panel, window.actions_["history_panel"])
        session, chronicle, panel = self._session, self._chronicle, self.panel
        for name, slot in (
            ("history_star", self._star),
            ("history_restore", self._restore),
            ("history_compare", self._compare),
            ("history_again", self._run_again),
            ("history_go_on", self._go_on_chosen),
            ("history_delete", self._delete),
            ("history_undelete", chronicle.undelete),
        ):
            self._actions[name].triggered.connect(slot)
        chronicle.listed.connect(self._take_list)
        chronicle.changed.connect(self.show_cards)
        chronicle.refused.connect(self._refuse)
        for signal in (session.run_changed, session.engine_changed, session.run_chosen, session.scan_chosen):
            signal.connect(self._follow)
        for signal in (session.scan_opened, window.naming.changed):
            signal.connect(self.show_cards)
        panel.chosen_changed.connect(self._follow)
        panel.star_wanted.connect(self._star_one)
        panel.described.connect(chronicle.describe)
        panel.purge.clicked.connect(chronicle.purge)
        panel.room_chosen.connect(self._choose_room)
        self.offer.taken.connect(self._take_offer)
        self._follow()

    @property
    def room(self) -> int:
        """Bytes that runs may take."""
        return max(1, self._settings.whole(ROOM, USUAL_ROOM)) * GIGABYTE

    def newest_unfinished(self) -> RunCard | None:
        """The run of an earlier sitting that stopped last and can go on."""
        mine = {run.folder for run in self._session.runs}
        cards = reversed(self._chronicle.cards.values())
        return next((card for card in cards if card.can_go_on and card.run not in mine), None)

    def go_on(self, card: RunCard) -> None:
        """Bring a run back and go on with it."""
        self._bring(card, lambda kept: self._session.resume_run(take_back(self._session, kept)))

    @Slot()
    def show_cards(self) -> None:
        """The table, anew: runs, and what their scans are called here."""
        read = [file for file in self._session.scans.values() if file.scan is not None and file.has_file]
        self._names = {}
        if self.dock.isVisible() or self._chronicle.cards:
            for card in {card.scan: card for card in self._chronicle.cards.values()}.values():
                file = file_of(self._session, card) if read else None
                if file is not None:
                    self._names[card.scan] = file.name
        self.panel.show_cards(list(self._chronicle.cards.values()))
        self.panel.show_room(self._chronicle.used, self.room // GIGABYTE)
        thrown = sum(map(len, self._chronicle.thrown))
        self.panel.say(tr("{thrown} deleted").format(thrown=thrown) if thrown else "", thrown=bool(thrown))
        self._follow()

    def _named(self, card: RunCard) -> str:
        return self._names.get(card.scan, interpreted(scan_name(card.scan)))

    def _bring(self, card: RunCard, then: Callable[[KeptRun], object]) -> None:
        self._window.status.say(tr("Restoring {label}…").format(label=card.label))

        def brought(kept: KeptRun) -> None:
            then(kept)
            self._window.status.say(tr("Restored {label}").format(label=kept.card.label))

        self._chronicle.restore(card.run, brought)

    @Slot()
    def _restore(self) -> None:
        for card in self.panel.chosen:
            self._bring(card, lambda kept: take_back(self._session, kept))

    @Slot()
    def _compare(self) -> None:
        """Bring the chosen ones back and give each a pane, beside what they are held against."""
        chosen = self.panel.chosen
        self._restore()
        panes = 2 + len(chosen)
        self._window.comparing.lay_out(f"panes_{4 if panes <= 4 else 6}")

    @Slot()
    def _run_again(self) -> None:
        if self.panel.chosen:
            self._bring(self.panel.chosen[0], self._begin_again)

    def _begin_again(self, kept: KeptRun) -> None:
        run = take_back(self._session, kept)
        file = self._session.scans.get(run.path)
        if file is not None and run.wanted is not None:
            self._session.begin(file, run.wanted, run.variant)

    @Slot()
    def _go_on_chosen(self) -> None:
        mine = {run.folder: run for run in self._session.runs}
        for card in self.panel.chosen[:1]:
            run = mine.get(card.run)
            if run is not None:
                self._session.choose_run(run)
                self._session.resume_run(run)
            else:
                self.go_on(card)

    @Slot()
    def _star(self) -> None:
        """The chosen ones, or the run that is shown; where all have a star, take it."""
        runs = self._starrable()
        cards = [self._chronicle.cards[run] for run in runs]
        on = not all(card.star for card in cards)
        self._chronicle.star(runs, on)
        if cards and not self.panel.view.hasFocus():
            self._window.status.say(
                (tr("{label} starred") if on else tr("{label} has no star any more")).format(label=cards[0].label)
            )

    @Slot(str)
    def _star_one(self, run: str) -> None:
        self._chronicle.star([run], not self._chronicle.cards[run].star)

    @Slot()
    def _delete(self) -> None:
        self._chronicle.delete([card.run for card in self.panel.chosen])

    @Slot(int)
    def _choose_room(self, gigabytes: int) -> None:
        self._settings.set_whole(ROOM, gigabytes)
        self._window.configure()

    @Slot(str)
    def _take_list(self, repaired: str) -> None:
        if repaired:
            self._window.log.add(repaired)
            self._window.status.say(repaired, "warn")
        if not self._listed:
            self._listed = True
            self._offer()

    def _offer(self) -> None:
        """Once for each run that the program or the machine left unfinished."""
        card = self.newest_unfinished()
        if card is None or card.state is not State.INTERRUPTED or self._settings.text(OFFERED) == card.run:
            return
        self._settings.set_text(OFFERED, card.run)
        self._offered = card
        when = QLocale(LANGUAGE).toString(QDateTime.fromSecsSinceEpoch(int(card.started)), "d MMMM, HH:mm")
        words = tr("{label}, begun on {when}, was interrupted. It can go on from step {checkpoint}.").format(
            label=card.label, when=when, checkpoint=card.checkpoint
        )
        self.offer.make(words)

    @Slot()
    def _take_offer(self) -> None:
        if self._offered is not None:
            self.go_on(self._offered)

    @Slot(object)
    def _refuse(self, refused: RunRefused) -> None:
        words = f"{refused.words} {refused.remedy}".strip()
        self._window.log.add(words)
        self._window.status.say(words, "error")
        self.panel.say(words, thrown=bool(self._chronicle.thrown))

    def _starrable(self) -> list[str]:
        shown: Run | None = self._session.shown
        chosen = [card.run for card in self.panel.chosen] if self.panel.isVisible() else []
        runs = chosen or ([shown.folder] if shown is not None else [])
        return [run for run in runs if run in self._chronicle.cards]

    @Slot()
    def _follow(self) -> None:
        chosen, actions = self.panel.chosen, self._actions
        ready = self._session.engine is not EngineState.DOWN
        idle = ready and not self._session.is_busy
        actions.enable(("history_restore", "history_delete"), bool(chosen) and ready)
        actions["history_compare"].setEnabled(len(chosen) > 1 and len({card.scan for card in chosen}) == 1 and ready)
        actions["history_again"].setEnabled(len(chosen) == 1 and idle and chosen[0].state is not State.RUNNING)
        actions["history_go_on"].setEnabled(len(chosen) == 1 and idle and chosen[0].can_go_on)
        actions["history_star"].setEnabled(bool(self._starrable()))
        actions["history_undelete"].setEnabled(bool(self._chronicle.thrown))

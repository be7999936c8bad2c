"""The race: who is in it, how they stand, what time they may take, and what becomes of laggards."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from ussr_gui import theme
from ussr_gui.actions import Actions
from ussr_gui.language import tr
from ussr_gui.measuring.table import Cell, FigureTable
from ussr_gui.pace import duration_in_words
from ussr_gui.panels.buttons import ActionButton, ActionTool
from ussr_gui.panels.parts import Choice, Field, Scroll, column, label, row, section
from ussr_gui.panels.result import OFF_SCAN
from ussr_gui.racing.race import NEVER, Race
from ussr_gui.racing.runner import Runner, State
from ussr_gui.racing.scoring import RULE, Metric
from ussr_gui.settings import Settings
from ussr_gui.viewers.flow import FlowLayout
from ussr_gui.words import first_sentence

NOTHING = tr(
    "Enter methods: they run on this scan in turn, side by side where there are several graphics cards, and this table "
    "says how they stand.\n"
    "“Add to race” takes the method as it is chosen beside, with its knobs and seed."
)
EACH = (
    (tr("No limit"), 0),
    (tr("10 s"), 10),
    (tr("30 s"), 30),
    (tr("1 min"), 60),
    (tr("3 min"), 180),
    (tr("10 min"), 600),
    (tr("30 min"), 1800),
)
ALL = (
    (tr("No limit"), 0),
    (tr("1 min"), 60),
    (tr("3 min"), 180),
    (tr("10 min"), 600),
    (tr("30 min"), 1800),
    (tr("2 hours"), 7200),
)
LAGGARDS = ((tr("Let them run"), False), (tr("Drop them"), True))
TIPS = {
    Metric.PSNR: tr("Peak signal-to-noise ratio against the truth, higher is better"),
    Metric.SSIM: tr("Structural similarity to the truth, higher is better"),
    Metric.LPIPS: tr("Perceptual distance from the truth, lower is better"),
    Metric.CONSISTENCY: f"{OFF_SCAN} {tr('Lower is closer.')}",
}
BAR = 14
"""Room at the right for the bar by which the panel scrolls where it is too low."""
STORIES = {
    State.FINISHED: tr("It finished early because {why}."),
    State.LEFT: tr("It did not start because {why}."),
    State.RUNNING: tr("It is finishing because {why}."),
    State.CANCELLED: tr("It has no result because {why}."),
}
INKS = {State.FAILED: "error", State.WAITING: "faint", State.LEFT: "faint", State.CANCELLED: "faint"}


class RacePanel(QWidget):
    """Buttons to enter runners, the table, the budgets.

    Signals
    -------
    changed
        Another figure places the runners, or a budget or the rule for laggards is another one.
    went : Runner
        The person went to a row.
    """

    changed = Signal()
    went = Signal(object)

    def __init__(self, actions: Actions, settings: Settings) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._settings = settings
        self.table = FigureTable(tr("Standing of the race"), words=(1, 2), yields=True)
        self.table.setMinimumHeight(theme.pixels(132))
        theme.look.changed.connect(self._take_look)
        self.table.went.connect(self.went)
        self.placed_by, self.each, self.all_ = (
            Choice(tr("Placed by")),
            Choice(tr("Each at most")),
            Choice(tr("Together at most")),
        )
        self.laggards = Choice(tr("Laggards"))
        self.begin = ActionButton(actions["race_begin"], "play", "primary")
        self._clock, self._said = label(role="small", wraps=True), label(role="faint", wraps=True)
        self._empty = label(NOTHING, role="faint", wraps=True)
        for choice, entries in ((self.each, EACH), (self.all_, ALL), (self.laggards, LAGGARDS)):
            for words, value in entries:
                choice.addItem(words, value)
        for metric in Metric:
            self.placed_by.addItem(tr(metric.words), metric)
        self._lay_out(actions)
        self._recall()
        self.placed_by.activated.connect(self._place)
        for choice in (self.each, self.all_, self.laggards):
            choice.currentIndexChanged.connect(self._change)

    def _lay_out(self, actions: Actions) -> None:
        entries = QWidget()
        entries.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        flow = FlowLayout(entries, gap=8, line_gap=8)
        for name, picture in (("race_add", "list-plus"), ("race_quick", "zap"), ("race_all", "list-checks")):
            flow.addWidget(ActionButton(actions[name], picture))
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setMargin(12)
        self._pages = QStackedWidget()
        for page in (self._empty, self.table):
            self._pages.addWidget(page)
        tools = ("race_up", "race_down", "race_skip", "race_remove")
        order = row(*(ActionTool(actions[name]) for name in tools), None, ActionTool(actions["race_copy"]), gap=2)
        order.setContentsMargins(8, 2, BAR, 2)
        self._said.setContentsMargins(12, 2, 12, 4)
        top = section(entries)
        foot = section(
            Field(tr("Placed by"), self.placed_by, tr("The figure by which the runners are placed")),
            Field(
                tr("Each at most"), self.each, tr("A runner that takes longer finishes at once, with the best it has")
            ),
            Field(tr("Together at most"), self.all_, tr("What is left is shared equally among those that still wait")),
            Field(tr("Laggards"), self.laggards, f"{RULE} {tr('It needs a truth: “Shrink and compare”.')}"),
            self._clock,
            self.begin,
        )
        body = QWidget()
        body.setObjectName("panel")
        whole = column(top, gap=0)
        pages = column(self._pages, margins=(0, 0, BAR, 0))
        whole.addLayout(pages, 1)
        whole.addWidget(self._said)
        whole.addLayout(order)
        whole.addWidget(foot)
        body.setLayout(whole)
        self.setLayout(column(Scroll(body), gap=0))

    def _recall(self) -> None:
        keep = self._settings
        self._measure = next((one for one in Metric if one.words == keep.text("race/metric")), Metric.PSNR)
        self.each.choose(keep.whole("race/each", 0))
        self.all_.choose(keep.whole("race/all", 0))
        self.laggards.choose(keep.is_on("race/drops"))

    @Slot()
    def _change(self) -> None:
        keep = self._settings
        keep.set_text("race/metric", self._measure.words)
        keep.set_whole("race/each", int(self.each.currentData()))
        keep.set_whole("race/all", int(self.all_.currentData()))
        keep.set_on("race/drops", bool(self.laggards.currentData()))
        self.changed.emit()

    @Slot()
    def _place(self) -> None:
        self._measure = self.placed_by.currentData()
        self._change()

    @Slot()
    def _take_look(self) -> None:
        self.table.setMinimumHeight(theme.pixels(132))

    def instruct(self, race: Race) -> None:
        """Give a race what is chosen here."""
        race.metric = self._measure
        race.each = float(self.each.currentData()) or NEVER
        race.all_ = float(self.all_.currentData()) or NEVER
        race.drops = bool(self.laggards.currentData())

    def follow(self, race: Race) -> None:
        """Choose here what a race was given."""
        self._measure = race.metric
        for choice, seconds in ((self.each, race.each), (self.all_, race.all_)):
            choice.choose(0 if seconds == NEVER else round(seconds))
        self.laggards.choose(race.drops)
        self._change()

    @property
    def said(self) -> str:
        """What is said of the chosen runner, or of the figure that places them."""
        return self._said.text()

    @property
    def clock(self) -> str:
        """How many have run, and the time used."""
        return self._clock.text()

    def show_race(self, race: Race | None, chosen: Runner | None) -> None:
        """The table and the clock of a race; None where nobody was entered yet."""
        self._pages.setCurrentIndex(int(race is not None and bool(race.runners)))
        # Without a truth there is no choice, and the field says by what they are placed all the same.
        self.placed_by.choose(race.measure if race is not None else self._measure)
        self.placed_by.setEnabled(race is None or not race.runners or race.has_truth)
        self._said.setVisible(race is not None and bool(race.runners))
        self._clock.setText("" if race is None or not race.runners else _clock(race))
        self._clock.setVisible(bool(self._clock.text()))
        if race is None or not race.runners:
            self.table.setRowCount(0)
            return
        measure = race.measure
        self.table.head(
            ("", tr("Runner"), tr("State"), measure.heading, tr("Time")),
            (tr("Place among the runners of one task"), "", "", TIPS[measure], tr("Of the method's work")),
        )
        self.table.fill([(runner, QIcon(), _cells(place, runner, measure)) for place, runner in race.table], chosen)
        self._said.setText(_told(race, chosen))


def _cells(place: int | None, runner: Runner, measure: Metric) -> tuple[Cell, ...]:
    words, figure = _state(runner), measure.figure(runner)
    tip = f"{runner.label}: {runner.wanted.task_in_words}"
    began, failed = runner.run is not None, runner.state is State.FAILED
    return (
        Cell(str(place) if place is not None else "–", tip=tip),
        Cell(_named(runner), runner.label, tip),
        Cell(
            tr(runner.state.value) if failed else words,
            words,
            runner.why or words,
            INKS.get(runner.state, "text"),
            runner.progress,
        ),
        Cell(measure.written(figure), "" if figure is None else repr(figure), TIPS[measure]),
        Cell(duration_in_words(runner.took) if began else "", f"{runner.took:.2f}" if began else ""),
    )


def _state(runner: Runner) -> str:
    if runner.state is State.RUNNING:
        step = runner.run.measured[-1].step if runner.run is not None and runner.run.measured else 0
        if runner.why:
            return tr("finishing")
        return tr("step {step}").format(step=step) if step else tr("running")
    if runner.state is State.FINISHED:
        return tr("finished early") if runner.why else tr("finished")
    if runner.state is State.FAILED and runner.why:
        return tr("stopped: {why}").format(why=first_sentence(runner.why))
    return tr(runner.state.value)


def _named(runner: Runner) -> str:
    """Its label, and what stopped it: this column gives way where the table is too wide, the figures never do."""
    why = first_sentence(runner.why) if runner.state is State.FAILED else ""
    return ": ".join(part for part in (runner.label, why) if part)


def _told(race: Race, chosen: Runner | None) -> str:
    """The chosen runner's story; without one, what the figure means where it may mislead."""
    if chosen is not None:
        task = chosen.wanted.task_in_words
        return f"{chosen.label}: {task}. {_story(chosen)}".strip()
    tasks = {runner.wanted.task for runner in race.runners}
    parts = [OFF_SCAN] if race.measure is Metric.CONSISTENCY else []
    if len(tasks) > 1:
        parts.append(tr("Runners with other scales or other shrinking are placed apart: their figures do not compare."))
    return " ".join(parts)


def _story(runner: Runner) -> str:
    if runner.state is State.FAILED or not runner.why:
        return runner.why
    return STORIES.get(runner.state, "").format(why=runner.why)


def _clock(race: Race) -> str:
    over = sum(runner.state not in (State.WAITING, State.RUNNING) for runner in race.runners)
    limit = " " + tr("of {time}").format(time=duration_in_words(race.all_)) if race.all_ != NEVER else ""
    return tr("{over} of {count} done · {time}{limit}").format(
        over=over, count=len(race.runners), time=duration_in_words(race.spent), limit=limit
    )

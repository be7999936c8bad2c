"""D12: the program's own files, damaged or of a newer program: usual values, a copy of the bad file, no crash."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import numpy as np
import pytest
from platformdirs import user_config_path
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from tests.engine.conftest import speckled
from ussr_engine.archive import write_archive
from ussr_engine.events import Catalogued
from ussr_engine.history.card import State
from ussr_engine.history.desk import Desk
from ussr_engine.history.news import RunRefused, RunRestored, RunsListed
from ussr_engine.orders import Configure, ListRuns, RestoreRun, Train
from ussr_engine.scan import Scan
from ussr_engine.workshop import begun, catalogued
from ussr_gui import appearance
from ussr_gui.main_window import MainWindow
from ussr_gui.session import Session
from ussr_gui.settings import Settings
from ussr_gui.shortcuts import RECORD
from ussr_gui.sittings import VERSION, Sitting
from ussr_gui.worker import Worker

Harm = Callable[[Path], None]


def truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size * 2 // 3])


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def zeroed(path: Path) -> None:
    path.write_bytes(bytes(path.stat().st_size))


def rubbish(path: Path) -> None:
    path.write_bytes(np.random.default_rng(0).bytes(max(100, path.stat().st_size)))


HARMS = (truncated, emptied, zeroed, rubbish)


def settings_file() -> Path:
    return user_config_path("ussr", appauthor=False) / "window.ini"


def backups(folder: Path, pattern: str) -> list[Path]:
    return sorted(folder.glob(pattern))


def started(settings: Settings) -> MainWindow:
    """The window with all methods listed, as after a start; its engine process is left out."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    appearance.apply(app, settings)
    window = MainWindow(Session(Worker("unused")), settings)
    window.show()
    window.method.show_catalogue(methods())
    return window


@lru_cache(maxsize=1)
def methods() -> Catalogued:
    return catalogued("", 1)


def buried(window: MainWindow) -> None:
    window.close()
    delete(window)


def used_settings() -> None:
    """A settings file as a person leaves it."""
    settings = Settings()
    settings.set_whole("seed", 11)
    settings.set_record(RECORD, {"loupe": ["Y"]})
    settings.set_record("knobs/zssr", {"schedule.steps": 77})
    settings.sync()


@pytest.mark.parametrize("harm", HARMS)
def test_damaged_settings_are_set_aside_and_the_window_starts_as_on_the_first_day(qtbot, harm: Harm):
    """D12, settings."""
    used_settings()
    harm(settings_file())
    bad = settings_file().read_bytes()
    settings = Settings()
    window = started(settings)
    if settings.repaired:
        (aside,) = backups(settings_file().parent, "window-damaged-*.ini")
        assert aside.read_bytes() == bad
    else:
        assert harm is truncated, "what was cut off between two lines is a smaller sound file"
    assert window.method.seed.value() in (0, 11)
    assert window.isVisible()
    settings.set_whole("seed", 5)
    buried(window)
    assert Settings().whole("seed", 0) in (0, 5, 11)
    assert not Settings().repaired, "the file that was written since is sound"


def test_settings_of_a_newer_program_are_kept_aside(qtbot):
    """D12, settings."""
    used_settings()
    newer = settings_file().read_text().replace("format=1", "format=2")
    settings_file().write_text(newer)
    os.utime(settings_file(), (1, 1))  # Qt reads a file again only if its length or its time is another
    settings = Settings()
    assert "newer program" in settings.repaired
    assert settings.whole("seed", 0) == 0
    (aside,) = backups(settings_file().parent, "window-damaged-*.ini")
    assert aside.read_text() == newer


@pytest.mark.parametrize(
    "values",
    [
        {"seed": str(10**30), "scale": "x", "degradation": "-7", "history/gigabytes": "0", "previews": "1e9"},
        {"knobs/zssr": '{"schedule.steps": [1], "backbone.layers": null, "nonsense": {}}', "method": "zssr"},
        {"knobs/zssr": '{"schedule.steps": "many"}', "method": "zssr", "device": "quantum"},
        {"workspace": "moon", "workspace/research": "[]", "docks/research": '{"lists": "x"}'},
        {"recent": '{"a": 1}', "folder": "/nowhere/\u202e", "geometry": "no geometry", "layout-4/research": "none"},
        {"recent": "[1, null, {}]", "race/metric": "beauty", "race/each": "-1", "history/offered": "../.."},
        {RECORD: '{"loupe": 7, "nobody": ["X"], "open": ["", null, "Ctrl+", "Tab"]}'},
        {RECORD: "[" * 100_000},
    ],
)
def test_settings_of_a_wrong_kind_count_as_usual_ones(qtbot, values: dict[str, str]):
    """D12, settings and shortcuts."""
    used_settings()
    settings = Settings()
    for name, value in values.items():
        settings.set_text(name, value)
    settings.sync()
    window = started(Settings())
    assert window.isVisible()
    assert window.method.card is not None
    assert window.actions_["open"].shortcut().toString() == "Ctrl+O"
    buried(window)


def test_shortcuts_that_cannot_be_read_are_the_usual_ones_and_their_file_is_kept(qtbot):
    """D12, shortcuts."""
    used_settings()
    settings = Settings()
    settings.set_text(RECORD, '{"loupe": ["Y"')
    settings.sync()
    settings = Settings()
    window = started(settings)
    assert window.actions_.keys("loupe") == ("L",)
    assert f"The setting {RECORD} was damaged" in settings.repaired
    (aside,) = backups(settings_file().parent, "window-damaged-*.ini")
    assert "loupe" in aside.read_text()
    buried(window)


# -- kept runs ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with two runs, one of them starred."""
    desk = Desk(tmp_path / "runs")
    for method in ("bicubic", "exact"):
        entry, job = begun(Train(Scan(speckled(), name="a"), method, 2), desk, Configure("", 0), 1)
        assert entry is not None
        for event in job:
            entry.heard(event)
        desk.ended(entry)
    desk.shelf.mark(entry.card.run, True, "kidney", "")
    desk.close()
    return tmp_path / "runs"


def listed(root: Path) -> RunsListed:
    desk = Desk(root)
    (told,) = desk.answer(ListRuns())
    desk.close()
    assert isinstance(told, RunsListed)
    return told


def newer_schema(path: Path) -> None:
    with sqlite3.connect(path) as data:
        data.execute("PRAGMA user_version = 99")
    data.close()


def other_tables(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as data:
        data.execute("CREATE TABLE other (a)")
        data.execute("PRAGMA user_version = 1")
    data.close()


@pytest.mark.parametrize("harm", [*HARMS, newer_schema, other_tables])
def test_a_damaged_index_is_set_aside_and_made_again_from_the_folders(root: Path, harm: Harm):
    """D12, index."""
    before = listed(root)
    index = root / "index.sqlite"
    for tail in ("-wal", "-shm"):
        (root / f"index.sqlite{tail}").unlink(missing_ok=True)
    harm(index)
    bad = index.read_bytes()
    after = listed(root)
    assert [(card.run, card.star, card.tag) for card in after.cards] == [
        (card.run, card.star, card.tag) for card in before.cards
    ]
    if bad:  # an empty file is an index without a run, which is filled
        assert "made anew" in after.words
        (aside,) = backups(root, "index-damaged-*.sqlite")
        assert aside.read_bytes()[100:] == bad[100:], "but for the header, in which opening it counts"
    assert not listed(root).words, "and the new one is sound"


@pytest.mark.parametrize("harm", HARMS)
def test_a_damaged_record_is_made_again_from_what_else_is_there(root: Path, harm: Harm):
    """D12, run folders."""
    run = listed(root).cards[0].run
    harm(root / run / "record.json")
    bad = (root / run / "record.json").read_bytes()
    after = listed(root)
    assert len(after.cards) == 2
    card = next(card for card in after.cards if card.run == run)
    assert (card.state, card.method, card.scale) == (State.FINISHED, "bicubic", 2)
    (aside,) = backups(root / run, "record-damaged-*.json")
    assert aside.read_bytes() == bad
    (told,) = Desk(root).answer(RestoreRun(run))
    assert isinstance(told, RunRestored)


def test_a_run_of_a_newer_program_is_left_as_it_is(root: Path):
    """D12, run folders."""
    run = listed(root).cards[0].run
    path = root / run / "record.json"
    newer = path.read_text().replace('"version":1', '"version":2').replace('"seed"', '"grain"')
    path.write_text(newer)
    after = listed(root)
    assert [card.run for card in after.cards] != [run]
    assert len(after.cards) == 1
    assert "newer program" in after.words
    assert path.read_text() == newer
    assert (root / run / "ending.ussr").exists()


@pytest.mark.parametrize("name", ["inputs.safetensors", "order.json", "ending.ussr"])
@pytest.mark.parametrize("harm", HARMS)
def test_a_run_with_a_damaged_file_is_refused_in_words_and_the_others_are_not(root: Path, name: str, harm: Harm):
    """D12, run folders."""
    first, second = (card.run for card in listed(root).cards)
    harm(root / first / name)
    desk = Desk(root)
    assert len(listed(root).cards) == 2
    (told,) = desk.answer(RestoreRun(first))
    assert isinstance(told, RunRefused)
    assert told.words.endswith(".")
    (told,) = desk.answer(RestoreRun(second))
    assert isinstance(told, RunRestored)
    desk.close()


def test_a_run_of_which_nothing_can_be_read_is_put_apart_and_not_deleted(root: Path):
    """D12, run folders."""
    first, second = (card.run for card in listed(root).cards)
    for path in (root / first).iterdir():
        if path.is_file():
            rubbish(path)
    after = listed(root)
    assert [card.run for card in after.cards] == [second]
    assert "kept in damaged" in after.words
    assert (root / "damaged" / first / "record.json").exists()


# -- the session file --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("harm", HARMS)
def test_a_damaged_session_file_is_refused_in_words_and_left_as_it_is(qtbot, tmp_path: Path, harm: Harm):
    """D12, session file: it is the person's own, and nothing of this sitting is lost by it."""
    path = tmp_path / "mine.ussr"
    write_archive(path, Sitting(VERSION, (), ()))
    harm(path)
    bad = path.read_bytes()
    window = started(Settings())
    window.sittings.open(str(path))
    qtbot.waitUntil(lambda: window.status.words.startswith("mine.ussr"), timeout=10_000)
    assert path.read_bytes() == bad
    buried(window)


def test_a_session_file_of_a_newer_program_is_refused(qtbot, tmp_path: Path):
    """D12, session file."""
    path = tmp_path / "mine.ussr"
    write_archive(path, Sitting(VERSION + 1, (), ()))
    window = started(Settings())
    window.sittings.open(str(path))
    qtbot.waitUntil(lambda: "newer program" in window.status.words, timeout=10_000)
    buried(window)

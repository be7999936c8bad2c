"""What a report of a problem holds of a patient, of a person and of a computer: nothing."""

from __future__ import annotations

import faulthandler
import json
import os
import platform
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from problem_hands import TRACE, ask_help, save, shown, talkative

from tests.reliability.canaries import DAY, UID, WORD, full_of_canaries, sightings
from ussr_gui.main_window import MainWindow
from ussr_gui.problems import traces
from ussr_gui.problems.logbook import Logbook, logs_folder
from ussr_gui.problems.veil import Veil
from ussr_gui.session import Session
from ussr_gui.settings import Settings
from ussr_gui.worker import Worker

PATIENCE = 60_000
HOME, PERSON, COMPUTER = "OKAPIHOUSE", "vicuna4", "TAPIRSTATION"


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder, a user and a computer whose names are looked for."""
    home = tmp_path / HOME
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    for name in ("LOGNAME", "USER", "USERNAME"):
        monkeypatch.setenv(name, PERSON)
    monkeypatch.setattr(platform, "node", lambda: f"{COMPUTER}.hospital.example")
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(home / name.lower()))
    return home


@pytest.fixture
def logbook(house: Path) -> Iterator[Logbook]:
    made = Logbook()
    yield made
    made.end()
    faulthandler.enable(sys.__stderr__)


def opened(qtbot, window: MainWindow, path: Path, signal: str = "scan_opened") -> None:
    with qtbot.waitSignal(getattr(window.session, signal), timeout=PATIENCE):
        window.session.open([str(path)])


def report_of(qtbot, window: MainWindow, path: Path) -> str:
    """Everything that a report with all boxes ticked says; the file and the log hold no canary."""
    ask_help(qtbot, window, "problem")
    page = window.problems.dialog
    qtbot.keyClicks(page.happened, f"It failed on {WORD} Jane.dcm of {PERSON}.")
    for box in page.boxes.values():
        if not box.isChecked():
            box.click()
    save(qtbot, window, path)
    for place in (path.parent, logs_folder()):
        assert list(place.rglob("*"))
        assert not sightings(place, WORD, DAY, UID, HOME, PERSON, COMPUTER)
    return "\n".join(shown(window).values())


def test_nothing_of_a_dicom_file_its_place_the_person_and_the_computer_is_in_a_report_or_a_log(
    qtbot, tmp_path: Path, house: Path, logbook: Logbook
):
    """The engine reads, refuses and writes files whose every value, name and folder is a canary."""
    inside, outside = house / f"in-{WORD}", tmp_path / "out"
    inside.mkdir()
    outside.mkdir()
    whole = full_of_canaries(inside / f"{WORD} Jane.dcm")
    (inside / f"cut {WORD}.dcm").write_bytes(whole.read_bytes()[:900])
    settings = Settings()
    for path in (inside / f"gone {WORD}.png", inside / f"{WORD} without suffix"):
        settings.add_recent(str(path))
    settings.folder = str(inside)
    settings.set_text("weights", str(inside))
    settings.set_record("knobs/kernel", {"degradation.kernel_file": f"{WORD}.npy", "recipe.steps": 20})
    settings.set_text(f"a/{WORD}", WORD)
    window = MainWindow(Session(Worker(str(tmp_path / "runs"))), settings)
    qtbot.addWidget(window)
    window.problems.keep(logbook)
    window.show()
    window.session.start_engine()
    opened(qtbot, window, whole)
    opened(qtbot, window, inside / f"cut {WORD}.dcm", "open_failed")
    opened(qtbot, window, inside / f"nowhere {WORD}", "open_failed")
    scan = window.session.scans[str(whole)].scan
    for name, signal in ((f"{WORD} b.png", "saved"), (f"none/{WORD} c.png", "save_failed")):
        with qtbot.waitSignal(getattr(window.session, signal), timeout=PATIENCE):
            window.session.save(str(inside / name), scan, None, 8)
    words = report_of(qtbot, window, outside / "a.zip")
    assert "It failed on [file] of [user]." in words
    assert "Scan 1 opened" in words
    assert "Scan 2 refused (dcm): [file] is a DICOM file without a picture." in words
    assert "Not saved:" in words
    assert '"recipe.steps": 20' in words
    assert "(left out)" in words


def test_words_of_errors_that_quote_a_patient_are_in_no_report_and_no_log(
    qtbot, sitting, tmp_path: Path, house: Path, logbook: Logbook
):
    """An engine that quotes names, folders and values in all that it says."""
    inside, outside = house / f"in-{WORD}", tmp_path / "out"
    inside.mkdir()
    outside.mkdir()
    window = MainWindow(sitting(talkative), Settings())
    qtbot.addWidget(window)
    window.problems.keep(logbook)
    window.show()
    with qtbot.waitSignal(window.session.methods_listed, timeout=PATIENCE):
        window.start([])
    opened(qtbot, window, inside / f"refused {WORD}", "open_failed")
    opened(qtbot, window, inside / f"{WORD}.png")
    scan = window.session.scans[str(inside / f"{WORD}.png")].scan
    with qtbot.waitSignal(window.session.save_failed, timeout=PATIENCE):
        window.session.save(str(inside / f"{WORD} x"), scan, None, 8)
    window.method.choose("kernel", 2, "challenge", {"degradation.kernel_file": f"{WORD}.npy", "recipe.steps": 20})
    with qtbot.waitSignal(window.session.run_failed, timeout=PATIENCE):
        window.actions_["start"].trigger()
    words = report_of(qtbot, window, outside / "a.zip")
    assert "ValueError" in words
    assert "ussr_engine/loop.py:12 in step" in words
    assert "[file] in [folder] is damaged. Copy [file] again." in words
    assert json.loads(shown(window)["run.json"])["knobs"]["degradation.kernel_file"] == "(left out)"


@pytest.mark.parametrize(
    "words",
    [
        "/scans/Jane Doe (2)/a b.dcm cannot be read.",
        "C:\\Scans\\Jane Doe\\a b.dcm cannot be read.",
        "\\\\server\\Jane Doe\\a cannot be read.",
        "file:///scans/Jane%20Doe/a",
        "~/Jane Doe cannot be written",
        "“/scans/Jane Doe” is no folder",
        "Jane Doe.PNG is damaged",
        "Wrong: Jane Doe.nii.gz has no pixels",
    ],
)
def test_paths_and_names_of_pictures_that_nobody_told_of_are_taken_out_too(words: str):
    assert "Doe" not in Veil().over(words)
    assert "Jane" not in Veil().over(words)


def test_the_programs_own_sentences_stay_as_they_are(house: Path):
    plain = (
        "Run 1 finished, 1.5 s on CPU, 2 threads, 32.50 dB, SSIM 0.9500\n"
        "  ussr_engine/loop.py:12 in step\n"
        "The loss is not finite. Lower the rate. 3/4 of 2 × 3 px, 0.1 mm/px."
    )
    veil = Veil([str(house / "scan.png"), "/data/images/image.dcm", "phantom:0"])
    assert veil.over(plain) == plain
    assert veil.over(f"Kept in {house}") == "Kept in [home]"


def test_a_name_is_found_in_capitals_in_folders_in_addresses_and_decomposed(tmp_path: Path):
    veil = Veil([str(tmp_path / "Müller Anna" / "Käthe.png")])
    for words in ("MÜLLER ANNA was here", "Mu\u0308ller Anna", "käthe is refused", "see file:///x/Ka%CC%88the.png now"):
        assert not any(name in veil.over(words).lower() for name in ("müller", "anna", "käthe", "ka"))


def test_of_a_printed_trace_only_places_and_kinds_are_left():
    told = traces.of_text(TRACE)
    assert told == ["  ussr_engine/loop.py:12 in step", "ValueError", "  x.py:3 in <module>", "KeyError"]
    assert traces.of_text(f"{WORD}\n  {WORD}: 1\n") == []
    assert traces.of_signal(f"{WORD}\nFatal Python error: Aborted\n  {WORD}\n") == ["Fatal Python error: Aborted"]


def test_the_log_can_be_read_by_its_owner_alone(logbook: Logbook):
    if os.name == "posix":
        assert logbook.folder.stat().st_mode & 0o077 == 0

"""Kept runs: everything that was is there again, nothing of a patient is, and no more than there is room for."""

from __future__ import annotations

import dataclasses
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from tests.engine.conftest import SMALL, speckled
from ussr_engine.errors import BadRequest, EngineError
from ussr_engine.events import Cancelled, Event, Failed, Finished, Previewed, StageBegan, Stepped
from ussr_engine.history.card import RunCard, State, scan_key
from ussr_engine.history.desk import Desk
from ussr_engine.history.entry import Entry
from ussr_engine.history.news import KeptRun, RunRefused, RunRestored, RunsChanged, RunsListed
from ussr_engine.history.shelf import Shelf
from ussr_engine.moments import Moment
from ussr_engine.orders import (
    Challenge,
    Configure,
    DeleteRuns,
    ListRuns,
    MarkRun,
    RestoreRun,
    ResumeRun,
    Train,
    UndeleteRuns,
)
from ussr_engine.result import Result
from ussr_engine.scan import Region, Scan, Spacing
from ussr_engine.workshop import begun

SETTINGS = Configure("", 0.2)
SPACING = Spacing(0.11, 0.22)
CANARY = "SMITH^JOHN^1961"


@pytest.fixture
def patient() -> Scan:
    """41 × 37 pixels: no multiple of a scale, so that a challenge must crop it."""
    region = Region("2D", 1, 2, 30, 31, SPACING)
    return Scan(speckled(41, 37), SPACING, 16, f"{CANARY}.dcm", (region,), {"format": "DICOM"})


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "runs")


def carried_out(desk: Desk, order: Train | ResumeRun, until: type[Event] = Finished) -> tuple[Entry, list[Event]]:
    """What the engine process does with an order; given up at the first event of another kind than the end."""
    entry, job = begun(order, desk, SETTINGS, 0)
    assert entry is not None
    told: list[Event] = []
    for event in job:
        told += entry.heard(event)
        if isinstance(event, until):
            break
    job.close()
    if until is not Finished:
        entry.heard(Cancelled())
    desk.ended(entry)
    return entry, told


def listed(desk: Desk) -> tuple[RunCard, ...]:
    (told,) = desk.answer(ListRuns())
    assert isinstance(told, RunsListed)
    return told.cards


def restored(desk: Desk, run: str) -> KeptRun:
    (told,) = desk.answer(RestoreRun(run))
    assert isinstance(told, RunRestored), told
    return told.kept


def finished(told: list[Event]) -> Result:
    assert isinstance(told[-1], Finished)
    return told[-1].result


def filed(desk: Desk, scan: Scan, method: str = "bicubic", **more: object) -> str:
    """A quick run; its name."""
    entry, _ = carried_out(desk, Train(scan, method, 2, **more))
    return entry.card.run


def test_a_finished_run_comes_back_exactly_with_its_scan_curves_and_moments(desk: Desk, patient: Scan) -> None:
    order = Train(patient, "zssr", 2, SMALL, seed=3, challenge=Challenge(2, "grey", 3))
    entry, told = carried_out(desk, order)
    result = finished(told)
    kept = restored(Desk(desk.shelf.root), entry.card.run)
    assert kept.result is not None
    np.testing.assert_array_equal(kept.result.sr.image, result.sr.image)
    assert kept.result.history == result.history == kept.history
    assert kept.result.scores == result.scores == kept.card.scores
    assert kept.result.plan == result.plan
    assert (kept.result.sr.spacing, kept.result.sr.regions) == (result.sr.spacing, result.sr.regions)
    np.testing.assert_array_equal(kept.given.image, patient.image)
    assert (kept.given.spacing, kept.given.bits, kept.given.regions) == (SPACING, 16, patient.regions)
    assert kept.reference is not None
    np.testing.assert_array_equal(kept.reference.image, patient.image[:40, :36])
    assert kept.scan.image.shape == (20, 18)
    previews = [Moment.of(event) for event in told if isinstance(event, Previewed)]
    assert previews
    assert [one.step for one in kept.moments] == [one.step for one in previews]
    for mine, theirs in zip(kept.moments, previews, strict=True):
        np.testing.assert_array_equal(mine.levels, theirs.levels)
        assert mine.scores == theirs.scores
    again = Train(kept.given, kept.card.method, kept.card.scale, kept.knobs, kept.card.seed, challenge=kept.challenge)
    once_more = finished(carried_out(desk, again)[1])
    assert once_more.plan == result.plan
    np.testing.assert_array_equal(once_more.sr.image, result.sr.image)


def test_maps_and_evidence_come_back_too(desk: Desk) -> None:
    scan = Scan(speckled(64, 64))
    entry, told = carried_out(desk, Train(scan, "simreg", 2, {"recipe.maps": True}))
    result, kept = finished(told), restored(desk, entry.card.run)
    assert kept.result is not None
    assert result.maps
    assert kept.result.maps.keys() == result.maps.keys()
    for name, one in result.maps.items():
        np.testing.assert_array_equal(kept.result.maps[name].values, one.values)
    assert kept.result.evidence == result.evidence
    assert kept.identification == next(event.identification for event in told if hasattr(event, "identification"))


def test_the_state_of_a_finished_run_is_dropped_and_that_of_a_cancelled_one_is_not(desk: Desk, patient: Scan) -> None:
    cancelled, _ = carried_out(desk, Train(patient, "zssr", 2, SMALL), until=Stepped)
    card = desk.shelf.card(cancelled.card.run)
    assert (card.state, card.checkpoint) == (State.CANCELLED, 1)
    assert card.can_go_on
    entry, told = carried_out(desk, ResumeRun(card.run))
    assert entry.card.run == card.run
    assert entry.card.state is State.FINISHED
    assert not (desk.shelf.root / card.run / "checkpoint.safetensors").exists()
    straight = finished(carried_out(desk, Train(patient, "zssr", 2, SMALL))[1])
    np.testing.assert_array_equal(finished(told).sr.image, straight.sr.image)


def test_a_stopped_run_is_restored_with_the_curves_of_its_checkpoint(desk: Desk, patient: Scan) -> None:
    entry, job = begun(Train(patient, "zssr", 2, {**SMALL, "steps": 400, "patience": 1000}), desk, SETTINGS, 0)
    assert entry is not None
    for event in job:
        entry.heard(event)
        if isinstance(event, Stepped) and event.step == 55:
            break
    job.close()
    entry.heard(Cancelled())
    kept = restored(desk, entry.card.run)
    assert kept.result is None
    assert kept.history.losses["held out"][-1][0] == 50
    assert kept.moments


def test_why_a_run_failed_is_kept_without_the_name_of_its_file(desk: Desk, patient: Scan) -> None:
    entry, job = begun(Train(patient, "zssr", 2, SMALL), desk, SETTINGS, 0)
    assert entry is not None
    job.close()
    entry.heard(Failed("BadRequest", f"{patient.name} is too small.", "Choose another.", f"trace of {patient.name}"))
    card = desk.shelf.card(entry.card.run)
    assert card.state is State.FAILED
    assert card.words == f"Scan {card.scan[:6]} is too small. Choose another."
    entry.heard(Failed("KeyError", f"The engine met an error: {patient.name!r}.", "Report it.", ""))
    assert CANARY not in desk.shelf.card(entry.card.run).words


def test_no_name_of_a_file_is_anywhere_below_the_folder(desk: Desk, patient: Scan, tmp_path: Path) -> None:
    carried_out(desk, Train(patient, "zssr", 2, SMALL, challenge=Challenge(1)))
    carried_out(desk, Train(patient, "bicubic", 2))
    desk.shelf.mark(listed(desk)[0].run, True, "kidney", "")
    found = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(found) > 8
    for path in found:
        content = path.read_bytes()
        assert CANARY not in path.name
        assert CANARY.encode() not in content
        assert CANARY.encode("utf-16-le") not in content


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_nobody_else_may_look_into_the_folder(desk: Desk, patient: Scan) -> None:
    filed(desk, patient)
    assert desk.shelf.root.stat().st_mode & 0o777 == 0o700


def test_stars_tags_and_notes_outlive_the_program_and_the_index(desk: Desk, patient: Scan) -> None:
    run = filed(desk, patient)
    (told,) = desk.answer(MarkRun(run, True, "  kidney ", "left side"))
    assert isinstance(told, RunsChanged)
    desk.close()
    (desk.shelf.root / "index.sqlite").unlink()
    (card,) = listed(Desk(desk.shelf.root))
    assert (card.star, card.tag, card.note) == (True, "kidney", "left side")
    assert card.thumbnail is not None


def test_a_deleted_run_comes_back_until_the_sitting_ends(desk: Desk, patient: Scan) -> None:
    run, other = filed(desk, patient), filed(desk, patient)
    before = restored(desk, run)
    (told,) = desk.answer(DeleteRuns((run,)))
    assert isinstance(told, RunsChanged)
    assert told.gone == (run,)
    assert [card.run for card in listed(desk)] == [other]
    (told,) = desk.answer(UndeleteRuns((run,)))
    assert isinstance(told, RunsChanged)
    assert [card.run for card in told.cards] == [run]
    after = restored(desk, run)
    assert after.result is not None
    assert before.result is not None
    np.testing.assert_array_equal(after.result.sr.image, before.result.sr.image)
    desk.answer(DeleteRuns((run,)))
    desk.close()
    later = Desk(desk.shelf.root)
    assert isinstance(later.answer(UndeleteRuns((run,)))[1], RunRefused)
    assert [card.run for card in listed(later)] == [other]
    assert not list((desk.shelf.root / "trash").iterdir())


def test_a_run_that_goes_on_is_neither_deleted_nor_begun_twice(desk: Desk, patient: Scan) -> None:
    entry, job = begun(Train(patient, "zssr", 2, SMALL), desk, SETTINGS, 0)
    assert entry is not None
    next(event for event in job if isinstance(event, Stepped))
    run = entry.card.run
    assert isinstance(desk.answer(DeleteRuns((run,)))[1], RunRefused)
    elsewhere = Desk(desk.shelf.root)
    assert listed(elsewhere)[0].state is State.RUNNING
    with pytest.raises(BadRequest, match="another window"):
        elsewhere.entry_again(run)
    job.close()


def test_the_oldest_unstarred_go_first_and_never_the_unfinished(desk: Desk, patient: Scan) -> None:
    starred, old, older = filed(desk, patient), filed(desk, patient), filed(desk, patient)
    unfinished, _ = carried_out(desk, Train(patient, "zssr", 2, SMALL), until=Stepped)
    desk.answer(MarkRun(starred, True, "", ""))
    newest = filed(desk, patient)
    sizes = {card.run: card.size for card in listed(desk)}
    (told,) = desk.limit(sum(sizes.values()) - sizes[old])
    assert isinstance(told, RunsChanged)
    assert told.gone == (old,)
    assert told.used <= desk.shelf.limit
    desk.limit(1)
    assert [card.run for card in listed(desk)] == [starred, unfinished.card.run]
    assert not (desk.shelf.root / older).exists()
    assert not (desk.shelf.root / newest).exists()
    last = filed(desk, patient)
    assert last in [card.run for card in listed(desk)], "the run that has just ended stays"


def test_the_trash_makes_room_before_any_run_does(desk: Desk, patient: Scan) -> None:
    first, second = filed(desk, patient), filed(desk, patient)
    desk.answer(DeleteRuns((second,)))
    used = desk.shelf.used()
    assert used > 1.9 * sum(card.size for card in listed(desk)), "what was thrown away counts until it is gone"
    desk.limit(used - 1)
    assert [card.run for card in listed(desk)] == [first]
    assert not (desk.shelf.root / "trash" / second).exists()


def test_a_disk_that_fails_ends_no_run(desk: Desk, patient: Scan) -> None:
    entry, job = begun(Train(patient, "bicubic", 2), desk, SETTINGS, 0)
    assert entry is not None
    for path in (desk.shelf.root / entry.card.run).iterdir():
        path.unlink()
    (desk.shelf.root / entry.card.run).rmdir()
    told = [one for event in job for one in entry.heard(event)]
    assert isinstance(told[-1], Finished)
    assert [type(event).__name__ for event in told].count("Noted") == 1


def test_a_run_that_cannot_be_kept_at_all_goes_on_and_says_so(tmp_path: Path, patient: Scan) -> None:
    (tmp_path / "file").write_text("")
    entry, job = begun(Train(patient, "bicubic", 2), Desk(tmp_path / "file"), SETTINGS, 0)
    assert entry is None
    told = list(job)
    assert "cannot be kept" in getattr(told[0], "words", "")
    assert isinstance(told[-1], Finished)
    assert isinstance(Desk(tmp_path / "file").answer(ListRuns())[0], RunRefused)


def test_runs_on_one_scan_are_known_by_its_pixels_and_not_by_its_name(desk: Desk, patient: Scan) -> None:
    filed(desk, patient)
    filed(desk, dataclasses.replace(patient, name="other"), "exact")
    other = patient.image.copy()
    other[0, 0] = 1 - other[0, 0]
    filed(desk, Scan(other, name=patient.name))
    one, same, different = (card.scan for card in listed(desk))
    assert one == same == scan_key(patient.image)
    assert different != one


def test_a_path_among_the_knobs_is_in_no_card(desk: Desk, patient: Scan, tmp_path: Path) -> None:
    (tmp_path / "smith.json").write_text("no kernel")
    knobs = {**SMALL, "degradation.kernel_file": str(tmp_path / "smith.json")}
    entry, job = begun(Train(patient, "kernelgan", 2, knobs), desk, SETTINGS, 0)
    assert entry is not None
    with pytest.raises(EngineError, match="smith") as error:
        list(job)
    entry.heard(Failed("BadRequest", error.value.words, error.value.remedy, ""))
    card = desk.shelf.card(entry.card.run)
    assert card.state is State.FAILED
    assert "kernel file from a file" in card.variant
    assert "smith" not in repr(card)
    assert str(tmp_path) not in repr(card)
    assert restored(desk, card.run).knobs == knobs, "the folder knows it, to run again"


HOLDER = """
import sys
from pathlib import Path
import numpy as np
from ussr_engine.events import Finished, Prepared, Previewed, Stepped
from ussr_engine.history.desk import Desk
from ussr_engine.orders import Train
from ussr_engine.result import Result
from ussr_engine.scan import Scan

desk = Desk(Path(sys.argv[1]))
scan = Scan(np.linspace(0, 1, 4096, dtype=np.float32).reshape(64, 64))
sr = Scan(np.kron(scan.image, np.ones((2, 2), np.float32)))
while True:
    entry = desk.entry(Train(scan, "bicubic", 2), "Bicubic", {"method": "bicubic", "scale": 2, "seed": 0}, scan, None)
    desk.began(entry)
    print(entry.card.run, flush=True)
    entry.heard(Prepared("", scan, sr, None, None, "CPU"))
    for step in (1, 2, 4, 8):
        entry.heard(Stepped(step))
        entry.heard(Previewed(step, sr.image, None))
    entry.heard(Finished(Result(sr, {"method": "bicubic"}, "bicubic", "Bicubic", 2, 0, 0.1, 0.1, "CPU")))
    desk.ended(entry)
    print("done", flush=True)
"""


def killed_at(root: Path, lines: int, chance: np.random.Generator) -> None:
    """Let a process keep runs and kill it by signal 9 soon after it has told this many lines."""
    process = subprocess.Popen([sys.executable, "-c", HOLDER, str(root)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    for _ in range(lines):
        assert process.stdout.readline()
    for _ in range(int(chance.integers(0, 200_000))):  # a moment of chance, without a clock
        pass
    process.kill()
    process.wait()
    process.stdout.close()


def test_a_process_killed_at_any_moment_leaves_only_whole_runs(tmp_path: Path) -> None:
    chance = np.random.default_rng(0)
    for kill in range(4):
        killed_at(tmp_path, 1 + kill, chance)
        desk = Desk(tmp_path)
        cards = listed(desk)
        assert cards
        for card in cards:
            assert card.state in (State.FINISHED, State.INTERRUPTED)
            kept = restored(desk, card.run)
            assert (kept.result is not None) == (card.state is State.FINISHED)
            assert all(one.levels.shape == (128, 128) for one in kept.moments)
        assert not [path for path in tmp_path.rglob(".*") if path.is_file()], "no half-written file is left"
        desk.close()


def test_the_index_says_the_same_after_it_was_made_anew(desk: Desk, patient: Scan) -> None:
    carried_out(desk, Train(patient, "zssr", 2, SMALL, challenge=Challenge(1)))
    filed(desk, patient, seed=4)
    before = [dataclasses.replace(card, thumbnail=None) for card in listed(desk)]
    desk.close()
    (desk.shelf.root / "index.sqlite").unlink()
    after = [dataclasses.replace(card, thumbnail=None) for card in Shelf(desk.shelf.root).cards()]
    assert [repr(card) for card in after] == [repr(card) for card in before]


def test_a_stage_is_kept_for_the_curves(desk: Desk, patient: Scan) -> None:
    entry, told = carried_out(desk, Train(patient, "zssr", 2, SMALL))
    kept = restored(desk, entry.card.run)
    assert kept.stage == [event for event in told if isinstance(event, StageBegan)][-1]

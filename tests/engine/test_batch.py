"""A queue of files and treatments: whatever ends the program, nothing is done twice, lost or overwritten."""

from __future__ import annotations

import csv
import importlib
import json
import re
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from PIL import Image as Pillow

from ussr_engine.batch.filling import Filling
from ussr_engine.batch.items import State, Treatment
from ussr_engine.batch.naming import checked
from ussr_engine.batch.news import QueueChanged, QueueEnded
from ussr_engine.batch.pace import Pace
from ussr_engine.batch.placing import part_of, placed
from ussr_engine.batch.queue import FILE, Queue
from ussr_engine.batch.running import RUNS, Around, worked_off
from ussr_engine.batch.search import Found
from ussr_engine.batch.turn import turn
from ussr_engine.batch.working import Outcome
from ussr_engine.cli import run
from ussr_engine.crews import hired
from ussr_engine.errors import BadRequest, UnreadableFile
from ussr_engine.events import Checkpointed, Recalled, Stepped
from ussr_engine.files import inspect_file, read_scan
from ussr_engine.metrics import to_levels

from .conftest import SMALL, speckled

BICUBIC, EXACT = Treatment("bicubic", 2), Treatment("exact", 2)


def write(path: Path, seed: int = 0, side: int = 32) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    Pillow.fromarray(to_levels(speckled(side, side, seed))).save(path)
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three small scans and one file that is none."""
    for seed in range(3):
        write(tmp_path / "scans" / f"{seed}.png", seed)
    (tmp_path / "scans" / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    return tmp_path / "scans"


@pytest.fixture
def queue(folder: Path, tmp_path: Path):
    made = Queue(tmp_path / "out" / FILE)
    fill(made, folder, tmp_path / "out", BICUBIC)
    yield made
    made.close()


def fill(queue: Queue, folder: Path, out: Path, *treatments: Treatment) -> Filling:
    filling = Filling([str(folder)], treatments, out)
    for _ in filling.into(queue):
        pass
    return filling


def work(queue: Queue, **more: object) -> list[object]:
    assert queue.file is not None
    return list(worked_off(Around(queue.file, **more)))


def states(queue: Queue) -> dict[str, str]:
    return {Path(item.source).name: item.state.value for item in queue.items()}


def number_of(queue: Queue, name: str) -> int:
    return next(item.number for item in queue.items() if Path(item.source).name == name)


def names(queue: Queue) -> list[str]:
    return [Path(item.source).name for item in queue.items()]


def batch(*arguments: object) -> list[str]:
    return [sys.executable, "-m", "ussr_engine", "batch", *map(str, arguments)]


# -- the queue ---------------------------------------------------------------------------------------------------------


def test_good_files_are_done_a_bad_one_says_why_and_each_is_told(queue: Queue, tmp_path: Path) -> None:
    told = work(queue)
    assert states(queue) == {"0.png": "done", "1.png": "done", "2.png": "done", "broken.png": "failed"}
    assert "header is damaged" in queue.item(number_of(queue, "broken.png")).words
    assert isinstance(told[-1], QueueEnded)
    assert told[-1].counts["done"] == 3
    ends = [item.state for event in told if isinstance(event, QueueChanged) for item in event.items]
    assert Counter(ends) == {State.RUNNING: 4, State.DONE: 3, State.FAILED: 1}
    assert sorted(path.name for path in (tmp_path / "out").glob("*.png")) == [f"{n}_bicubic_x2.png" for n in range(3)]
    assert not list((tmp_path / "out").glob(".*")), "nothing half done is left"


def test_a_result_is_the_one_that_the_method_gives_for_that_file_alone(
    queue: Queue, folder: Path, tmp_path: Path
) -> None:
    work(queue)
    alone = tmp_path / "alone.png"
    assert run(["enlarge", str(folder / "1.png"), "--method", "bicubic", "--scale", "2", "-o", str(alone)]) == 0
    made = tmp_path / "out" / "1_bicubic_x2.png"
    np.testing.assert_array_equal(read_scan(made).image, read_scan(alone).image)
    assert inspect_file(made)["provenance"] == inspect_file(alone)["provenance"]


def test_said_again_only_what_is_new_is_added(queue: Queue, folder: Path, tmp_path: Path) -> None:
    work(queue)
    write(folder / "3.png", 3)
    filling = fill(queue, folder, tmp_path / "out", BICUBIC, EXACT)
    assert filling.known == 4
    assert queue.counts()["waiting"] == 6


def test_a_file_that_has_changed_since_it_was_done_is_done_again_beside_the_old_result(
    queue: Queue, folder: Path, tmp_path: Path
) -> None:
    work(queue)
    before = (tmp_path / "out" / "0_bicubic_x2.png").read_bytes()
    write(folder / "0.png", 9, side=40)
    fill(queue, folder, tmp_path / "out", BICUBIC)
    assert states(queue)["0.png"] == "waiting"
    work(queue)
    assert (tmp_path / "out" / "0_bicubic_x2.png").read_bytes() == before
    assert read_scan(tmp_path / "out" / "0_bicubic_x2-2.png").width == 80


def test_what_lies_in_the_folder_of_results_is_never_overwritten(queue: Queue, tmp_path: Path) -> None:
    taken = tmp_path / "out" / "0_bicubic_x2.png"
    taken.write_bytes(b"mine")
    (tmp_path / "out" / "0_bicubic_x2-2.png").write_bytes(b"mine too")
    work(queue)
    assert taken.read_bytes() == b"mine"
    assert (tmp_path / "out" / "0_bicubic_x2-2.png").read_bytes() == b"mine too"
    assert queue.item(number_of(queue, "0.png")).out == str(tmp_path / "out" / "0_bicubic_x2-3.png")
    assert read_scan(tmp_path / "out" / "0_bicubic_x2-3.png").width == 64


def test_without_links_a_result_takes_its_place_all_the_same(queue: Queue, tmp_path: Path, monkeypatch) -> None:
    def no_links(*_: object) -> None:
        raise PermissionError("this file system has no links")

    monkeypatch.setattr("os.link", no_links)
    item, part = queue.next(), tmp_path / "out" / "part"
    (tmp_path / "out" / "0_bicubic_x2.png").write_bytes(b"mine")
    part.write_bytes(b"made")
    assert placed(queue, item, part).read_bytes() == b"made"
    assert (tmp_path / "out" / "0_bicubic_x2.png").read_bytes() == b"mine"


def test_items_are_skipped_tried_again_removed_and_moved(queue: Queue) -> None:
    first, second, third, broken = (item.number for item in queue.items())
    queue.move([broken, third], first)
    assert names(queue) == ["2.png", "broken.png", "0.png", "1.png"]
    queue.move([third], None)
    assert names(queue) == ["broken.png", "0.png", "1.png", "2.png"]
    queue.skip([second])
    queue.remove([first])
    assert states(queue) == {"broken.png": "waiting", "1.png": "skipped", "2.png": "waiting"}
    work(queue)
    queue.retry([second, broken, third])
    assert states(queue) == {"broken.png": "waiting", "1.png": "waiting", "2.png": "done"}
    assert queue.item(broken).attempts == 1


def test_a_place_between_two_is_found_however_often(queue: Queue) -> None:
    first, second, third, fourth = (item.number for item in queue.items())
    for _ in range(40):
        queue.move([third], second)
        queue.move([fourth], third)
        queue.move([second], fourth)
    assert sorted(item.number for item in queue.items()) == [first, second, third, fourth]
    assert queue.items()[0].number == first
    assert len({item.place for item in queue.items()}) == 4


def test_skipping_the_item_that_runs_goes_on_with_the_next(queue: Queue, folder: Path, tmp_path: Path) -> None:
    learn = Treatment("zssr", 2, {**SMALL, "steps": 100_000, "patience": 10_000})
    other = Queue(tmp_path / "long" / FILE)
    fill(other, folder / "0.png", tmp_path / "long", learn)
    fill(other, folder / "1.png", tmp_path / "long", BICUBIC)
    job = worked_off(Around(other.file))
    for event in job:
        if isinstance(event, Stepped) and event.step > 3:
            other.skip([other.items()[0].number])
        if isinstance(event, QueueEnded):
            break
    assert states(other) == {"0.png": "skipped", "1.png": "done"}
    other.close()


def test_a_training_that_is_stopped_is_paused_and_goes_on_where_it_was(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ussr_engine.runs.FIRST", 0)
    learn = Treatment("zssr", 2, {**SMALL, "steps": 400, "patience": 4000}, device="cpu")
    broken, whole = (Queue(tmp_path / name / FILE) for name in ("broken", "whole"))
    for queue in (broken, whole):
        fill(queue, folder / "0.png", queue.file.parent, learn)
    job = worked_off(Around(broken.file, threads=1))
    for event in job:
        if isinstance(event, Checkpointed):
            job.close()
            break
    assert states(broken) == {"0.png": "paused"}
    assert list((tmp_path / "broken" / RUNS).iterdir()), "the training is kept"
    told = work(broken, threads=1)
    assert any(isinstance(event, Recalled) and event.step > 0 for event in told)
    assert states(broken) == {"0.png": "done"}
    assert not list((tmp_path / "broken" / RUNS).iterdir()), "and forgotten once it has its result"
    work(whole, threads=1)
    made = [read_scan(tmp_path / name / "0_zssr_x2.png").image for name in ("broken", "whole")]
    np.testing.assert_array_equal(*made)
    for queue in (broken, whole):
        queue.close()


def test_the_counts_are_right_while_a_long_training_goes_on(queue: Queue, folder: Path, tmp_path: Path) -> None:
    learn = Treatment("zssr", 2, {**SMALL, "steps": 100_000, "patience": 10_000}, device="cpu")
    fill(queue, folder / "0.png", tmp_path / "out", learn)
    job = worked_off(Around(queue.file, threads=1))
    running = 0
    for event in job:
        if isinstance(event, QueueChanged):
            running += any(item.title.startswith("ZSSR") for item in event.items)
            if running and not event.items:
                assert (event.counts["done"], event.counts["failed"], event.counts["running"]) == (3, 1, 1)
                break
        assert not (isinstance(event, Stepped) and event.step > 500), "it is told soon"
    job.close()


def test_one_program_at_a_time_works_a_queue_off(queue: Queue) -> None:
    with turn(queue.file), pytest.raises(BadRequest, match="Another program is working"):
        work(queue)
    assert isinstance(work(queue)[-1], QueueEnded), "and the turn ends with whoever had it"


def test_a_result_that_was_in_its_place_when_the_program_was_killed_is_not_made_again(queue: Queue) -> None:
    item = queue.next()
    part = part_of(queue.file, item)
    part.write_bytes(b"whole")
    Path(item.out).hardlink_to(part)
    work(queue)
    again = queue.item(item.number)
    assert (again.state, again.attempts) == (State.DONE, 1)
    assert Path(item.out).read_bytes() == b"whole"
    assert not part.exists()


@pytest.mark.parametrize("content", [b"rubbish" * 200, b"SQLite format 3\0" + b"\xff" * 4000])
def test_a_damaged_queue_is_refused_in_a_sentence_and_left_as_it_is(content: bytes, tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(content)
    with pytest.raises(UnreadableFile, match="is damaged"):
        Queue(tmp_path / FILE)
    assert (tmp_path / FILE).read_bytes() == content


def test_a_queue_of_a_newer_program_is_refused(tmp_path: Path) -> None:
    queue = Queue(tmp_path / FILE)
    queue._do("PRAGMA user_version = 9")
    queue.close()
    with pytest.raises(UnreadableFile, match="newer version"):
        Queue(tmp_path / FILE)


def test_the_time_left_is_a_range_and_unknown_until_every_treatment_was_seen() -> None:
    pace = Pace({1: [2.0, 4.0, 3.0], 2: []})
    assert pace.left({1: 10, 2: 1}, 1) is None
    low, high = pace.left({1: 10}, 2)
    assert low < 15 < high
    pace.began(7, 2)
    pace.ended(7, counts=True)
    assert pace.left({1: 10, 2: 1}, 1) is not None
    assert pace.left({}, 1) == (0.0, 0.0)


@pytest.mark.parametrize(
    "template", ["{method}", "../{name}", "a/{name}", "{name.__class__}", "{name!r}", "{name:>99}", "{0}", "{", "{x}"]
)
def test_a_template_that_leads_elsewhere_or_names_all_alike_is_refused(template: str) -> None:
    with pytest.raises(BadRequest, match="template"):
        checked(template)


def test_a_worker_that_dies_costs_its_own_item_alone(queue: Queue) -> None:
    def crew(pieces):
        for number, piece in enumerate(pieces):
            yield piece.key, None
            yield piece.key, piece.lost("The worker ended (exit code -9).") if number == 1 else piece.run()

    work(queue, crew=crew)
    assert list(states(queue).values()) == ["done", "failed", "done", "failed"]
    assert queue.item(number_of(queue, "1.png")).words == "The worker ended (exit code -9)."


def test_several_processes_give_the_pictures_of_one(folder: Path, tmp_path: Path) -> None:
    for name, workers in (("one", 1), ("two", 2)):
        queue = Queue(tmp_path / name / FILE)
        fill(queue, folder, tmp_path / name, BICUBIC, EXACT)
        crew, count = hired("", "cpu", workers)
        work(queue, crew=None if count == 1 else crew, workers=count, threads=1)
        assert Counter(states(queue).values()) == {"done": 3, "failed": 1}
        queue.close()
    for path in sorted((tmp_path / "one").glob("*.png")):
        np.testing.assert_array_equal(read_scan(path).image, read_scan(tmp_path / "two" / path.name).image)
    assert len(list((tmp_path / "two").glob("*.png"))) == 6


@pytest.mark.localhost
def test_a_cluster_gives_the_pictures_of_this_machine(folder: Path, tmp_path: Path, capsys) -> None:
    distributed = importlib.import_module("distributed")
    asked = ["batch", str(folder), "--method", "exact", "--device", "cpu", "--json"]
    assert run([*asked, "--workers", "1", "-o", str(tmp_path / "here")]) == 4
    settings = {"processes": True, "n_workers": 1, "threads_per_worker": 1, "dashboard_address": None}
    with distributed.LocalCluster(**settings) as machines:
        there = [*asked, "--scheduler", machines.scheduler_address, "-o", str(tmp_path / "there")]
        assert run(there) == 4
    told = capsys.readouterr()
    assert [json.loads(line)["done"] for line in told.out.splitlines()] == [3, 3]
    assert "broken.png, Exact bicubic ×2: failed." in told.err
    for path in sorted((tmp_path / "here").glob("*.png")):
        np.testing.assert_array_equal(read_scan(path).image, read_scan(tmp_path / "there" / path.name).image)


# -- the command -------------------------------------------------------------------------------------------------------


def test_the_command_ends_with_a_status_that_says_whether_some_failed(folder: Path, tmp_path: Path, capsys) -> None:
    asked = ["batch", str(folder), "--method", "bicubic", "--method", "exact", "--workers", "1", "-o"]
    assert run([*asked, str(tmp_path / "out")]) == 4
    assert "6 done, 2 failed" in capsys.readouterr().err
    assert run([*asked, str(tmp_path / "out")]) == 4
    told = capsys.readouterr().err
    assert "0 added, 8 known already" in told
    assert ": failed. " not in told, "what failed is not tried again unless that is asked for"
    write(folder / "broken.png", 5)
    assert run([*asked, str(tmp_path / "out"), "--retry-failed"]) == 0
    assert "8 done, 0 failed" in capsys.readouterr().err


def test_the_report_tells_every_item_with_versions_seeds_and_figures(folder: Path, tmp_path: Path) -> None:
    asked = ["batch", str(folder), "--method", "zssr", "--scale", "2", "--seed", "7", "--workers", "1"]
    asked += [f"--set=zssr.{knob}={value}" for knob, value in SMALL.items() if knob != "steps"] + ["--set", "steps=5"]
    assert run([*asked, "-o", str(tmp_path / "out"), "--trust", "0.5"]) == 4
    with (tmp_path / "out" / "batch.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["state"] for row in rows] == ["done", "done", "done", "failed"]
    assert {row["seed"] for row in rows} == {"7"}
    assert float(rows[0]["method_seconds"]) > 0
    assert rows[0]["mixture"] == "trust 50 %"
    record = json.loads((tmp_path / "out" / "batch.json").read_text(encoding="utf-8"))
    assert record["counts"]["failed"] == 1
    assert record["versions"]["torch"]
    assert "not for diagnosis" in record["use"]
    (treatment,) = record["treatments"].values()
    assert treatment["plan"]["schedule"]["steps"] == 5
    assert treatment["plan"]["backbone"]["layers"] == 3
    assert [item["source"] for item in record["items"]] == [row["source"] for row in rows]


def test_a_rehearsal_says_what_would_be_done_and_touches_nothing(folder: Path, tmp_path: Path, capsys) -> None:
    assert run(["batch", str(folder), "--method", "bicubic", "-o", str(tmp_path / "out"), "--dry-run"]) == 0
    told = capsys.readouterr()
    lines = [line.split("\t") for line in told.out.splitlines()]
    assert lines[0] == [str(folder / "0.png"), "Bicubic ×2", str(tmp_path / "out" / "0_bicubic_x2.png")]
    assert len(lines) == 4
    assert "4 would be added" in told.err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (["--method", "nonesuch"], "No method is named"),
        (["--method", "bicubic", "--scale", "7"], "must be 2, 3 or 4"),
        (["--method", "bicubic", "--set", "steps=3"], "has no knob"),
        (["--method", "bicubic", "--suffix", ".jpg"], "No picture is written as"),
        (["--method", "bicubic", "--trust", "9"], "trust"),
        (["--method", "bicubic", "--workers", "0"], "cannot do anything"),
        (["--method", "bicubic", "--name", "{method}"], "template"),
        (["--method", "mwcnn", "--set", "model=/nowhere.safetensors"], "nowhere"),
    ],
)
def test_what_cannot_be_done_is_refused_before_anything_is(
    wrong: list[str], words: str, folder: Path, tmp_path: Path, capsys
) -> None:
    assert run(["batch", str(folder), *wrong, "-o", str(tmp_path / "out")]) == 2
    assert words in capsys.readouterr().err
    assert not list((tmp_path / "out").glob("*.png"))


def test_an_empty_folder_is_unreadable_input(tmp_path: Path, capsys) -> None:
    (tmp_path / "empty").mkdir()
    assert run(["batch", str(tmp_path / "empty"), "--method", "bicubic", "-o", str(tmp_path / "out")]) == 3
    assert run(["batch", str(tmp_path / "none"), "--method", "bicubic", "-o", str(tmp_path / "out")]) == 2


def test_a_killed_batch_goes_on_and_ends_with_the_pictures_of_an_unbroken_one(folder: Path, tmp_path: Path) -> None:
    learn = [f"--set=zssr.{knob}={value}" for knob, value in {**SMALL, "steps": 60}.items()]
    command = batch(folder, "--method", "bicubic", "--method", "zssr", "--workers", "1", "--device", "cpu", *learn)
    broken = [*command, "-o", str(tmp_path / "broken")]
    process = subprocess.Popen(broken, stderr=subprocess.PIPE, text=True, encoding="utf-8")
    assert process.stderr is not None
    with process.stderr:
        for told in process.stderr:
            if told.startswith("3/8"):
                break
        process.send_signal(signal.SIGKILL)
        process.wait()
    again = subprocess.run(broken, capture_output=True, text=True, encoding="utf-8")
    assert again.returncode == 4, again.stderr
    told = [int(number) for number in re.findall(r"^(\d)/8 ", again.stderr, re.MULTILINE)]
    assert told == list(range(told[0], 9))
    assert told[0] >= 4, "what was told as done is done"
    assert run([*command[3:], "-o", str(tmp_path / "whole")]) == 4
    pictures = sorted(path.name for path in (tmp_path / "whole").glob("*.png"))
    assert sorted(path.name for path in (tmp_path / "broken").glob("*.png")) == pictures
    assert len(pictures) == 6
    for name in pictures:
        made = [read_scan(tmp_path / side / name).image for side in ("broken", "whole")]
        np.testing.assert_array_equal(*made)
    assert not list((tmp_path / "broken").glob(".ussr*"))


def test_ctrl_c_stops_at_once_and_leaves_nothing_running(folder: Path, tmp_path: Path) -> None:
    command = batch(folder / "0.png", "--method", "bicubic", "--method", "zssr", "--workers", "1")
    command += ["--set", "zssr.steps=100000", "--set", "zssr.patience=10000", "-o", str(tmp_path / "out")]

    def heard() -> None:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # a shell's job in the background is born deaf to it

    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, encoding="utf-8", preexec_fn=heard)
    assert process.stderr is not None
    with process.stderr:
        for told in process.stderr:
            if told.startswith("1/2"):
                break
        process.send_signal(signal.SIGINT)
        assert "cancelled" in process.stderr.read()
    assert process.wait(timeout=20) == 130
    queue = Queue(tmp_path / "out" / FILE)
    assert [item.state.value for item in queue.items()] in (["done", "paused"], ["done", "waiting"])
    queue.close()


def test_a_file_of_many_frames_gives_its_first_and_says_so(tmp_path: Path) -> None:
    frames = [Pillow.fromarray(to_levels(speckled(32, 32, seed))) for seed in range(3)]
    frames[0].save(tmp_path / "cine.tif", save_all=True, append_images=frames[1:])
    queue = Queue(tmp_path / "out" / FILE)
    fill(queue, tmp_path / "cine.tif", tmp_path / "out", BICUBIC)
    work(queue)
    assert queue.items()[0].words == "The file has 3 frames; the first was enlarged."
    queue.close()


def test_a_result_that_comes_back_from_elsewhere_is_written_here(queue: Queue, tmp_path: Path) -> None:
    def crew(pieces):
        for piece in pieces:
            assert piece.scan is not None, "the scan travels"
            assert piece.part == ""
            yield piece.key, None
            outcome = piece.run()
            assert isinstance(outcome, Outcome)
            yield piece.key, outcome

    work(queue, crew=crew, travels=True)
    assert states(queue)["broken.png"] == "failed"
    assert read_scan(tmp_path / "out" / "2_bicubic_x2.png").width == 64


def test_found_files_are_named_whole_where_their_suffix_is_none(tmp_path: Path) -> None:
    from ussr_engine.batch.naming import target

    for name, made in (("1.2.840.113", "1.2.840.113_bicubic_x2.png"), ("a.b.dcm", "a.b_bicubic_x2.png")):
        found = Found(f"/scans/{name}", "", "")
        assert target(tmp_path, found, BICUBIC, "{name}_{method}_x{scale}").name == made

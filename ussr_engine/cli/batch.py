"""The command that works a queue of files off."""

from __future__ import annotations

import os
import shlex
import sys
from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from ussr_engine.batch.filling import Filling
from ussr_engine.batch.items import AHEAD, Item, State, Treatment
from ussr_engine.batch.news import QueueChanged, QueueEnded, QueuePaced
from ussr_engine.batch.queue import FILE, Queue
from ussr_engine.batch.report import CSV
from ussr_engine.batch.running import Around, worked_off
from ussr_engine.batch.search import in_words
from ussr_engine.benchmark.words import seconds
from ussr_engine.cli.files import show, tell, whole
from ussr_engine.cli.work import knobs
from ussr_engine.crews import Crew, hired
from ussr_engine.errors import BadRequest, UnreadableFile
from ussr_engine.files.stored import printable

PAGE = 500


def batch(asked: Namespace) -> int:
    """Add files to the queue in OUT and work it off; status 4 when an item failed."""
    out = Path(asked.out).absolute()
    filling = Filling(asked.files, treatments(asked), out, asked.name, len(asked.files) > 1)
    missing = [path for path in asked.files if not os.path.lexists(path)]
    if missing:
        raise BadRequest(f"There is no {printable(missing[0])}.", "Name files, or folders of files.")
    if asked.dry_run:
        return rehearsed(filling, out / FILE)
    crew, workers = hired(asked.scheduler, asked.device, asked.workers)
    queue = Queue(out / FILE)
    try:
        added = filled(filling, queue)
        again = queue.retry_failed() if asked.retry_failed else 0
        counts = queue.counts()
    finally:
        queue.close()
    known = f", {filling.known} known already" if filling.known else ""
    retried = f", {again} tried again" if again else ""
    tell(f"{added} added{known}{retried}. {in_words(filling.left_out)}".strip())
    if not sum(counts.values()):
        raise UnreadableFile("There is no scan to enlarge.", "Name files, or folders of PNG or DICOM files.")
    ended = watched(_around(asked, out / FILE, crew, workers, sum(counts[state.value] for state in AHEAD)), counts)
    return _told(asked, out, ended)


def treatments(asked: Namespace) -> list[Treatment]:
    """One for every method and scale; ``--set METHOD.KNOB=VALUE`` is for that method alone."""
    turned = knobs(asked.set)
    own: dict[str, dict[str, str]] = {}
    for method in asked.method:
        shared = {name: value for name, value in turned.items() if name.partition(".")[0] not in asked.method}
        mine = {name.partition(".")[2]: value for name, value in turned.items() if name.partition(".")[0] == method}
        own[method] = {**shared, **mine}
    return [
        Treatment(
            method, scale, own[method], whole(asked.seed), asked.device, asked.trust, asked.protect, asked.bits or 0,
            asked.suffix,
        )
        for method in dict.fromkeys(asked.method)
        for scale in dict.fromkeys(asked.scale or (2,))
    ]  # fmt: skip


def filled(filling: Filling, queue: Queue) -> int:
    """Add everything, and say on a terminal how far the search is; how many items are new."""
    console = Console(stderr=True, highlight=False)
    added = 0
    with Progress(TextColumn("{task.description}"), console=console, transient=True, disable=not _is_seen()) as bar:
        line = bar.add_task("Looking for scans")
        for numbers in filling.into(queue):
            added += len(numbers)
            bar.update(line, description=f"Looking for scans: {added} found")
    return added


def rehearsed(filling: Filling, file: Path) -> int:
    """Say what would be done, and touch nothing."""
    queue = Queue(None)
    if file.exists():
        kept = Queue(file)
        queue = kept.copied()
        kept.close()
    added = filled(filling, queue)
    after = (float("-inf"), 0)
    while page := queue.items(after, PAGE):
        for item in page:
            if item.state in AHEAD:
                sys.stdout.write(f"{printable(item.source)}\t{item.title}\t{printable(item.out)}\n")
        after = (page[-1].place, page[-1].number)
    queue.close()
    tell(f"{added} would be added, {filling.known} are known already. {in_words(filling.left_out)}".strip())
    return 0


def watched(around: Around, counts: Mapping[str, int]) -> QueueEnded:
    """Show the progress on a terminal, and what failed anywhere; Ctrl+C pauses what runs."""
    console = Console(stderr=True, highlight=False, soft_wrap=True)
    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[left]}"),
        TimeElapsedColumn(),
    )
    total = sum(counts.values())
    over = total - sum(counts[state.value] for state in AHEAD) - counts[State.RUNNING.value]
    job = worked_off(around)
    try:
        with Progress(*columns, console=console, transient=True, disable=not _is_seen()) as progress:
            bar = progress.add_task("Beginning", total=total, completed=over, left="")
            for event in job:
                match event:
                    case QueueChanged((item,)) if item.state is State.RUNNING:
                        progress.update(bar, description=printable(Path(item.source).name))
                    case QueueChanged((item,)):
                        over += 1
                        progress.update(bar, completed=over)
                        if item.state is State.FAILED or not _is_seen():
                            console.print(line(item, over, total), markup=False)
                    case QueuePaced(left) if left is not None and left[1] > 0:
                        progress.update(bar, left=f"{seconds(left[0])} to {seconds(left[1])} left")
                    case QueueEnded():
                        return event
    finally:
        job.close()
    raise AssertionError("a queue ends with QueueEnded or an exception")


def line(item: Item, over: int, total: int) -> str:
    """An item that has ended, for a log, which has no bar, and for what failed."""
    what = f"{over}/{total}  {printable(Path(item.source).name)}, {item.title}"
    if item.state is State.FAILED:
        return f"{what}: failed. {printable(item.words)}"
    return f"{what}: {seconds(item.seconds)}, {printable(Path(item.out).name)}"


def _around(asked: Namespace, file: Path, crew: Crew[Any], workers: int, ahead: int) -> Around:
    command = shlex.join(["ussr-engine", *sys.argv[1:]])
    if asked.scheduler:
        return Around(file, crew, 1, travels=True, command=command)
    if min(workers, ahead) <= 1 or workers == 1:
        return Around(file, command=command)
    return Around(file, crew, workers, threads=1, command=command)


def _told(asked: Namespace, out: Path, ended: QueueEnded) -> int:
    failed, skipped = ended.counts[State.FAILED.value], ended.counts[State.SKIPPED.value]
    done = ended.counts[State.DONE.value]
    tell(f"{done} done, {failed} failed" + (f", {skipped} skipped" if skipped else "") + f". The table: {out / CSV}")
    if failed:
        tell(f"{CSV} says why. Run the command again with --retry-failed to try those once more.")
    if asked.json:
        show({"out": printable(str(out)), "files": list(ended.files), **ended.counts})
    return 4 if failed else 0


def _is_seen() -> bool:
    return sys.stderr.isatty()

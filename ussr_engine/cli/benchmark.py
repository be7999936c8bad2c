"""The command that makes the study's tables."""

from __future__ import annotations

import shlex
import sys
from argparse import Namespace
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from ussr_engine.benchmark.cells import Row
from ussr_engine.benchmark.news import CellBegan, CellEnded, Listed, Reported, Skipped
from ussr_engine.benchmark.running import Asked, benchmark
from ussr_engine.benchmark.words import number, seconds
from ussr_engine.cli.files import show, tell, whole
from ussr_engine.errors import BadRequest


def tables(asked: Namespace) -> int:
    """Carry the benchmark out; status 4 when a cell failed."""
    request = Asked(
        folders=asked.folders,
        out=Path(asked.out),
        methods=[name for name in asked.methods.split(",") if name] if asked.methods else (),
        degradations=numbers(asked.degradations, "--degradations"),
        scales=numbers(asked.scales, "--scales"),
        noise=asked.noise,
        protocol=asked.protocol,
        seed=whole(asked.seed),
        device=asked.device,
        workers=asked.workers,
        knobs=knobs_by_method(asked.set),
        limit=asked.limit,
        scheduler=asked.scheduler,
        command=shlex.join(["ussr-engine", *sys.argv[1:]]),
    )
    reported = watched(request)
    page = Path(reported.folder) / "index.html"
    tell(f"Tables, figures and pictures: {page}")
    if asked.json:
        show({"out": reported.folder, "files": list(reported.files), "failed": reported.failed})
    if reported.failed:
        tell(f"{reported.failed} cells failed; the tables say why. Run the command again to try those once more.")
    return 4 if reported.failed else 0


def numbers(text: str, option: str) -> tuple[int, ...]:
    """Text like "1,3" as whole numbers, each once."""
    try:
        return tuple(dict.fromkeys(int(part) for part in text.split(",")))
    except ValueError:
        raise BadRequest(f"{option} is {text!r}; it takes whole numbers with commas between.") from None


def knobs_by_method(settings: list[str]) -> dict[str, dict[str, str]]:
    """``["zssr.steps=200", "zssr.patches.crop=64"]`` by method."""
    turned: dict[str, dict[str, str]] = {}
    for setting in settings:
        name, equals, value = setting.partition("=")
        method, dot, knob = name.strip().partition(".")
        if not (equals and dot and knob):
            raise BadRequest(f"--set takes METHOD.KNOB=VALUE, not {setting!r}.")
        turned.setdefault(method, {})[knob] = value.strip()
    return turned


def line(row: Row, done: int, cells: int, left: str) -> str:
    """A finished cell, for a log, which has no bar, and for what failed."""
    what = f"{done}/{cells}  {row.group}/{row.name} ×{row.scale} Method {row.degradation}, {row.method}"
    if row.error:
        return f"{what}: failed. {row.error}"
    return f"{what}: {number(row.psnr, 2)} dB, {seconds(row.seconds)}" + (f"; {left}" if left else "")


def watched(request: Asked) -> Reported:
    """Show the progress on a terminal, and what was skipped or failed anywhere; Ctrl+C stops at the next cell."""
    console = Console(stderr=True, highlight=False, soft_wrap=True)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[left]}"),
        TimeElapsedColumn(),
    )
    job = benchmark(request)
    try:
        with Progress(*columns, console=console, transient=True, disable=not sys.stderr.isatty()) as progress:
            bar = progress.add_task("Reading scans", total=None, left="")
            for event in job:
                match event:
                    case Skipped(path, words):
                        console.print(f"Skipped {path}: {words}", markup=False)
                    case Listed(scans, cells, kept, missing):
                        kept_words = f", {kept} of them already done" if kept else ""
                        console.print(f"{scans} scans, {cells} cells{kept_words}.", markup=False)
                        for method, reason in missing:
                            console.print(f"{method} is not available: {reason}", markup=False)
                        progress.update(bar, total=cells, completed=kept)
                    case CellBegan(cell):
                        progress.update(bar, description=cell.words)
                    case CellEnded(row, done, cells, seconds_left):
                        left = f"{seconds(seconds_left)} left" if seconds_left is not None else ""
                        progress.update(bar, completed=done, left=left)
                        if row.error or not sys.stderr.isatty():
                            console.print(line(row, done, cells, left), markup=False)
                    case Reported():
                        return event
    finally:
        job.close()
    raise AssertionError("a benchmark ends with Reported or an exception")

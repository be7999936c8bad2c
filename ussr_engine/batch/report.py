"""What a batch did, as a table and for programs: item by item, with versions, plans and seeds."""

from __future__ import annotations

import csv
import io
import json
import platform
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import Any

from ussr_engine import RESEARCH_USE, __version__
from ussr_engine.batch.items import Item
from ussr_engine.batch.queue import Queue
from ussr_engine.errors import UnwritableFile
from ussr_engine.files.atomic import replaced
from ussr_engine.files.stored import printable

CSV, JSON = "batch.csv", "batch.json"
FIGURES = (
    *("width", "height", "spacing_mm", "method_seconds", "cpu_seconds", "device", "consistency", "mixture", "version"),
)
COLUMNS = (
    *("number", "state", "source", "result", "treatment", "method", "scale", "seed", "trust", "seconds", "attempts"),
    *(*FIGURES, "words"),
)
PAGE = 500
"""Items read at a time: a report of a hundred thousand is never in memory."""


def report(queue: Queue, folder: Path, command: str) -> tuple[str, ...]:
    """Write both files below ``folder``; their names.

    Raises
    ------
    UnwritableFile
        Where the folder cannot be written.
    """
    try:
        write_table(queue, folder / CSV)
        with replaced(folder / JSON) as draft, draft.open("w", encoding="utf-8") as file:
            _write_json(file, queue, command)
    except OSError as error:
        raise UnwritableFile(f"The report cannot be written in {folder} ({error}).", "Choose another.") from error
    return CSV, JSON


def write_table(queue: Queue, path: Path) -> None:
    """Every item as a row of a CSV file; OSError where it cannot be written."""
    with replaced(path) as draft, draft.open("w", encoding="utf-8-sig", newline="") as file:
        table = csv.DictWriter(file, COLUMNS)
        table.writeheader()
        for row in rows(queue):
            table.writerow({name: _plain(value) for name, value in row.items()})


def rows(queue: Queue) -> Iterator[dict[str, Any]]:
    """A record of every item, in order; paths are printable, whatever bytes they are of."""
    after = (float("-inf"), 0)
    while page := queue.items(after, PAGE):
        for item in page:
            yield _row(queue, item)
        after = (page[-1].place, page[-1].number)


def _row(queue: Queue, item: Item) -> dict[str, Any]:
    told, figures = _record(queue.treated(item.number)[1]), _record(queue.facts(item.number))
    return {
        "number": item.number,
        "state": item.state.value,
        "source": printable(item.source),
        "result": printable(item.out),
        "treatment": item.title,
        **{name: told.get(name) for name in ("method", "scale", "seed", "trust")},
        "seconds": None if item.seconds is None else round(item.seconds, 3),
        "attempts": item.attempts,
        **{name: figures.get(name) for name in FIGURES},
        "words": printable(item.words),
    }


def _record(text: str) -> dict[str, Any]:
    """A record of the queue; an item whose record is damaged has failed, and its row says so."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _plain(value: object) -> object:
    """A cell that no spreadsheet takes for a formula."""
    text = value if isinstance(value, str) else ""
    if isinstance(value, list):
        return " × ".join(map(str, value))
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else value


def _write_json(file: io.TextIOBase, queue: Queue, command: str) -> None:
    names = ("torch", "numpy", "scipy", "pydicom", "pillow")
    head = {
        "software": f"USSR {__version__}",
        "use": RESEARCH_USE,
        "command": printable(command),
        "python": platform.python_version(),
        "versions": {name: metadata.version(name) for name in names},
        "counts": queue.counts(),
        "treatments": {title: _record(record) for title, record in queue.records().values()},
    }
    file.write(json.dumps(head, ensure_ascii=False, indent=1)[:-2] + ',\n "items": [')
    for number, row in enumerate(rows(queue)):
        file.write(("," if number else "") + "\n  " + json.dumps(row, ensure_ascii=False, allow_nan=False))
    file.write("\n ]\n}\n")

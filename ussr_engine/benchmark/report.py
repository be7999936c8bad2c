"""Writes what a benchmark found: CSV, Markdown and the page, each whole or not at all."""

from __future__ import annotations

import json
import platform
import re
import time
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

import torch

from ussr_engine import RESEARCH_USE, __version__
from ussr_engine.benchmark import texts
from ussr_engine.benchmark.cells import Cell, Row
from ussr_engine.benchmark.exhibits import exhibit
from ussr_engine.benchmark.ledger import Ledger
from ussr_engine.benchmark.news import Skipped
from ussr_engine.benchmark.page import page
from ussr_engine.benchmark.statistics import tables
from ussr_engine.errors import UnwritableFile
from ussr_engine.files.atomic import replaced

if TYPE_CHECKING:
    from ussr_engine.benchmark.running import Asked

TITLE = "USSR benchmark"
NUMBER = re.compile(r"\d+([.,]\d+)*")
BASELINES = ("bicubic", "exact", "denoise")


def report(
    asked: Asked,
    cells: Sequence[Cell],
    rows: Sequence[Row],
    missing: Sequence[tuple[str, str]],
    skipped: Sequence[Skipped],
    ledger: Ledger,
) -> tuple[str, ...]:
    """Write rows.csv, pairs.csv, tables.md and index.html; return their names."""
    made = tables(cells, rows, missing)
    facts = _facts(asked, cells, rows, missing, skipped)
    shown = {table: exhibit(table, cells, ledger) for table in made}
    plans = {f"{cell.title} ×{cell.scale}": json.dumps(json.loads(cell.plan), indent=2) for cell in cells}
    summary = _summary(cells, rows)
    written = {
        "rows.csv": texts.rows_csv(rows),
        "pairs.csv": texts.pairs_csv(made),
        "tables.md": texts.markdown(TITLE, [f"{name}: {says}" for name, says in facts.items()], made, asked.protocol),
        "index.html": page(TITLE, summary, made, shown, facts, plans, asked.protocol),
    }
    for name, text in written.items():
        try:
            with replaced(asked.out / name) as temporary:
                temporary.write_text(text, encoding="utf-8")
        except OSError as error:
            raise UnwritableFile(f"{asked.out / name} cannot be written ({error.strerror}).") from error
    return tuple(written)


def _summary(cells: Sequence[Cell], rows: Sequence[Row]) -> str:
    groups = dict.fromkeys(cell.subject.group for cell in cells)
    counts = [(group, len({row.name for row in rows if row.group == group})) for group in groups]
    scans = ", ".join(f"{count} scan{'s' if count != 1 else ''} of {group}" for group, count in counts)
    methods = ", ".join(dict.fromkeys(cell.title for cell in cells))
    return f"{scans}; {methods}; protocol {cells[0].protocol}, {cells[0].noise} noise. USSR {__version__}."


def _facts(
    asked: Asked,
    cells: Sequence[Cell],
    rows: Sequence[Row],
    missing: Sequence[tuple[str, str]],
    skipped: Sequence[Skipped],
) -> dict[str, str]:
    run = {cell.method for cell in cells}
    absent = [name for name in BASELINES if name not in run]
    first = cells[0]
    facts = {
        "Use": f"{RESEARCH_USE}.",
        "Program": f"USSR {__version__}, torch {torch.__version__}, Python {platform.python_version()}, "
        f"{platform.system()} {platform.machine()}",
        "Written": time.strftime("%Y-%m-%d %H:%M:%S %Z"),
        "Command": asked.command,
        "Devices": ", ".join(dict.fromkeys(row.device for row in rows if row.device)),
        "Protocol": f"{first.protocol}; {_PROTOCOL[first.protocol]}",
        "Noise": f"{first.noise} speckle at Methods 2 and 3, drawn anew for every scan, method and scale from its "
        f"content and seed {first.seed}; the same for every system",
    }
    if first.noise == "rgb":
        facts["Colour"] = _COLOUR[first.protocol]
    reasons = Counter(row.lpips_reason for row in rows if row.lpips_reason)
    if reasons:
        facts["LPIPS"] = " ".join(f"{reason} ({count} of {len(rows)} cells)" for reason, count in reasons.items())
    if absent:
        facts["Baselines not run"] = f"{', '.join(absent)}; without them gains are hard to read."
    for name, reason in missing:
        facts[f"{name} not available"] = reason
    squeezed = sum(bool(row.resized) for row in rows)
    if squeezed:
        facts["Resized results"] = f"{squeezed} of {len(rows)} results were squeezed to the size of the reference."
    notes = Counter(f"{row.method}: {NUMBER.sub('…', note)}" for row in rows for note in row.notes)
    if notes:
        facts["Notes"] = " ".join(f"{note} ({count} of {len(rows)} cells)" for note, count in notes.most_common())
    if skipped:
        facts["Skipped"] = " ".join(one.words for one in skipped)
    return facts


_COLOUR = {
    "clean": "Speckle of its own in each channel makes a grey scan coloured; methods enlarge its brightness, which is "
    "measured, and interpolate its colours.",
    "study": "Speckle of its own in each channel makes a grey scan coloured; each channel is enlarged by itself.",
}
_PROTOCOL = {
    "clean": "references cropped to a multiple of 8 before degrading; 8-bit luma, all pixels; SSIM with a uniform "
    "7 × 7 window; LPIPS v0.1 with AlexNet",
    "study": "as the study measured; its oddities are listed and marked",
}

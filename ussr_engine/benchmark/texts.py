"""The tables as text: CSV for a program, Markdown for a paper's notes."""

from __future__ import annotations

import csv
import dataclasses
import io
from collections.abc import Sequence

from ussr_engine.benchmark import words
from ussr_engine.benchmark.cells import Row
from ussr_engine.benchmark.statistics import MEASURES, Line, Table


def rows_csv(rows: Sequence[Row]) -> str:
    """One line per cell with every field of the row; empty where there is no figure."""
    names = [field.name for field in dataclasses.fields(Row)]
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(names)
    for row in rows:
        told = dataclasses.asdict(row) | {"notes": " ".join(row.notes)}
        writer.writerow(["" if told[name] is None else told[name] for name in names])
    return file.getvalue()


def pairs_csv(tables: Sequence[Table]) -> str:
    """Every pair of methods: mean, least and greatest difference, and Wilcoxon's p."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(
        ["group", "scale", "degradation", "measure", "method", "minus", "n", "mean", "least", "greatest", "p"]
    )
    for table in tables:
        for measure in MEASURES:
            methods = list(table.values[measure])
            for index, method in enumerate(methods):
                for other in methods[:index]:
                    if found := table.paired(measure, method, other):
                        p = "" if found.p is None else found.p
                        place = [table.group, table.scale, table.degradation, measure, method, other]
                        writer.writerow([*place, found.n, found.mean, found.low, found.high, p])
    return file.getvalue()


def markdown(title: str, facts: Sequence[str], tables: list[Table], protocol: str) -> str:
    """Every table with its remarks, then the facts."""
    studied = protocol == "study"
    shown = words.measures(tables)
    lines = [f"# {title}", ""]
    for table in tables:
        lines += [f"## {table.group}, ×{table.scale}, {words.DEGRADATIONS[table.degradation]}", ""]
        heads = ["method", "n"]
        for name in shown:
            marks = f" ({words.MARKED[name]})" if studied else ""
            heads += [f"{words.TITLES[name]}{marks}, mean ± SD", "variance"]
        heads += ["PSNR − bicubic [least, greatest]", "Wilcoxon", "seconds", "CPU-seconds", "remark"]
        lines += [_joined(heads), "|" + "---|" * len(heads)]
        lines += [_joined(_cells(line, shown)) for line in table.lines]
        lines.append("")
    if studied:
        lines += ["Oddities of the study's protocol, kept on purpose:", ""]
        lines += [f"- ({mark}) {says}" for mark, says in words.STUDY_MARKS.items()] + [""]
    lines += ["## Facts", ""] + [f"- {fact}" for fact in facts] + [""]
    return "\n".join(lines)


def _cells(line: Line, shown: Sequence[str]) -> list[str]:
    count = max((spread.n for spread in line.spreads.values()), default=0)
    cells = [f"`{line.method}`", str(count)]
    for name in shown:
        spread, places = line.spreads.get(name), words.PLACES[name]
        cells.append(words.mean_and_deviation(spread, places))
        cells.append(words.variance(spread.variance) if spread else "")
    gain = line.gains.get("psnr")
    if gain:
        bounds = f"[{words.signed(gain.low, 2)}, {words.signed(gain.high, 2)}]"
        cells += [f"{words.signed(gain.mean, 2)} {bounds}", words.significance(gain)]
    else:
        cells += ["", ""]
    return [*cells, words.seconds(line.seconds), words.seconds(line.cpu_seconds), " ".join(line.reasons)]


def _joined(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"

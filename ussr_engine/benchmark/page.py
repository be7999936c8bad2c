"""The report as one HTML page that loads nothing: styles, plots and pictures are inside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from itertools import groupby

from ussr_engine import RESEARCH_USE
from ussr_engine.benchmark import exhibits, plots, words
from ussr_engine.benchmark.exhibits import Exhibit
from ussr_engine.benchmark.statistics import BASELINE, Line, Paired, Table
from ussr_engine.benchmark.style import STYLE

LEVEL = 0.05
"""Differences with a smaller p are coloured."""
ERROR = f"below: error × {exhibits.AMPLIFIED}"
READING = (
    "Means ± standard deviation over scans; below them the variance as the study prints it (divided by n). Gains are "
    "paired, scan by scan: mean, [least, greatest], and the p of Wilcoxon's signed-rank test (two-sided, not corrected "
    "for the number of comparisons); coloured where p < 0.05. With fewer than six scans no p can fall below 0.05. "
    "Seconds and CPU-seconds are those of the method alone, one thread. The best mean of a column is bold."
)
Texts = Mapping[str, str]


def page(
    title: str,
    summary: str,
    tables: list[Table],
    shown: Mapping[Table, Exhibit | None],
    facts: Texts,
    plans: Texts,
    protocol: str,
) -> str:
    """The whole page; ``facts`` and ``plans`` are words by their names."""
    methods = list(dict.fromkeys(line.method for table in tables for line in table.lines))
    palette = plots.colours(methods)
    measures = words.measures(tables)
    links: list[str] = []
    sections: list[str] = []
    for (group, scale), of_scale in groupby(tables, key=lambda table: (table.group, table.scale)):
        frame = list(of_scale)
        anchor = f"t{len(links)}"
        links.append(f'<a href="#{anchor}">{escape(group)} ×{scale}</a>')
        sections.append(f'<section id="{anchor}"><h2>{escape(group)}, ×{scale}</h2>')
        sections += [_table(table, measures, palette, protocol) for table in frame]
        sections.append(_plots(frame, palette))
        sections += [_pictures(table, shown[table]) for table in frame if shown[table]]
        sections.append("</section>")
    odd = _oddities() if protocol == "study" else ""
    body = (
        f'<h1>{escape(title)}</h1><p class="use">{escape(RESEARCH_USE)}.</p><p>{escape(summary)}</p>'
        f'<nav>{"".join(links)}<a href="#facts">Facts</a></nav>{odd}<details><summary>How to read this page</summary>'
        f"<p>{escape(READING)}</p><p>{escape(exhibits.RULE)}</p></details>{''.join(sections)}"
        f'<section id="facts"><h2>Facts</h2>{_listed(facts)}{_plans(plans)}</section>'
    )
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{escape(title)}</title>'
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head>{head}<style>{STYLE}</style></head>'
        f"<body><main>{body}</main></body></html>\n"
    )


def _table(table: Table, measures: Sequence[str], palette: Texts, protocol: str) -> str:
    marks = words.MARKED if protocol == "study" else {}
    heads = ["<th>method</th><th>scans</th>"]
    for name in measures:
        mark = f"<sup>{', '.join(marks[name])}</sup>" if name in marks else ""
        arrow = "↑" if words.HIGHER_IS_BETTER[name] else "↓"
        heads.append(f"<th>{words.TITLES[name]} {arrow}{mark}</th>")
    heads += [f"<th>{words.TITLES[name]} − bicubic</th>" for name in measures]
    heads.append("<th>seconds<br>CPU-seconds</th>")
    best = {name: words.best(table, name) for name in measures}
    rows = "".join(_row(line, measures, best, palette) for line in table.lines)
    return (
        f'<h3>{words.DEGRADATIONS[table.degradation]}</h3><div class="wide"><table>'
        f"<thead><tr>{''.join(heads)}</tr></thead>"
        f"<tbody>{rows}</tbody></table></div>{_matrix(table)}"
    )


def _row(line: Line, measures: Sequence[str], best: Mapping[str, str | None], palette: Texts) -> str:
    chip = f'<span class="chip" style="background:{palette[line.method]}"></span>'
    name = f"<td>{chip}{escape(line.method)}</td>"
    why = escape(" ".join(line.reasons))
    if not line.spreads:
        return f'<tr>{name}<td>0</td><td class="why" colspan="{2 * len(measures) + 1}">{why}</td></tr>'
    cells = [name, f"<td>{max(spread.n for spread in line.spreads.values())}</td>"]
    for measure in measures:
        spread, places = line.spreads.get(measure), words.PLACES[measure]
        if spread is None:
            cells.append('<td class="soft">–</td>')
            continue
        kind = ' class="best"' if best[measure] == line.method else ""
        variance = f"<small>var {words.variance(spread.variance)}</small>"
        cells.append(f"<td{kind}>{words.mean_and_deviation(spread, places)}{variance}</td>")
    cells += [_gain(line, measure) for measure in measures]
    spent = f"{words.seconds(line.seconds)}<small>{words.seconds(line.cpu_seconds)}</small>"
    remark = f'<tr><td></td><td></td><td class="why" colspan="{2 * len(measures) + 1}">{why}</td></tr>' if why else ""
    return f"<tr>{''.join(cells)}<td>{spent}</td></tr>{remark}"


def _gain(line: Line, measure: str) -> str:
    gain, places = line.gains.get(measure), words.PLACES[measure]
    if gain is None:
        return "<td></td>"
    bounds = f"[{words.signed(gain.low, places)}, {words.signed(gain.high, places)}]"
    return (
        f"<td{_coloured(gain, measure)}>{words.signed(gain.mean, places)}"
        f"<small>{bounds}</small><small>{words.significance(gain)}</small></td>"
    )


def _coloured(gain: Paired, measure: str) -> str:
    if gain.p is None or gain.p >= LEVEL:
        return ""
    return ' class="good"' if (gain.mean > 0) == words.HIGHER_IS_BETTER[measure] else ' class="bad"'


def _matrix(table: Table) -> str:
    methods = [line.method for line in table.lines if "psnr" in line.spreads and line.method != BASELINE]
    if len(methods) < 2:
        return ""
    heads = "".join(f"<th>{escape(method)}</th>" for method in methods)
    rows = []
    for method in methods:
        cells = []
        for other in methods:
            found = None if method == other else table.paired("psnr", method, other)
            inside = f"{words.signed(found.mean, 2)}<small>{words.significance(found)}</small>" if found else ""
            cells.append(f"<td{_coloured(found, 'psnr') if found else ''}>{inside}</td>")
        rows.append(f"<tr><td>{escape(method)}</td>{''.join(cells)}</tr>")
    return (
        "<details><summary>PSNR of each method less that of each other, dB (row less column)</summary>"
        f'<div class="wide"><table><thead><tr><th></th>{heads}</tr></thead><tbody>{"".join(rows)}</tbody></table></div>'
        "</details>"
    )


def _plots(tables: Sequence[Table], palette: Texts) -> str:
    made = []
    for draw, says in (
        (plots.gains, "gain over bicubic, a dot per scan, a bar at the mean"),
        (plots.costs, "PSNR and cost"),
    ):
        drawn = [(table.degradation, draw(table, palette)) for table in tables]
        figures = [
            f"<figure><figcaption>Method {degradation}: {says}</figcaption>{svg}</figure>"
            for degradation, svg in drawn
            if svg
        ]
        if figures:
            made.append(f'<div class="plots{" one" if len(figures) == 1 else ""}">{"".join(figures)}</div>')
    return "".join(made)


def _pictures(table: Table, shown: Exhibit | None) -> str:
    assert shown is not None
    left, top, width, height = (f"{100 * part:.2f}%" for part in shown.frame)
    frame = f'<i style="left:{left};top:{top};width:{width};height:{height}"></i>'
    name = escape(shown.name)
    whole = f'<div class="whole">{name}<span><img src="{shown.overview}" alt="{name}">{frame}</span></div>'
    blocks = []
    for method, picture, error, psnr in shown.crops:
        title = escape(method or "reference")
        figure = f' <span class="soft">{words.number(psnr, 2)} dB</span>' if psnr is not None else ""
        below = f'<img src="{error}" alt="error of {title}">' if error else f'<p class="soft">{ERROR}</p>'
        blocks.append(f'<div>{title}{figure}<img src="{picture}" alt="{title}">{below}</div>')
    caption = f"{words.DEGRADATIONS[table.degradation]}, crops"
    return f'<h3>{caption}</h3><div class="shown">{whole}<div class="crops">{"".join(blocks)}</div></div>'


def _oddities() -> str:
    marks = "".join(f"<li><sup>{mark}</sup> {escape(says)}</li>" for mark, says in words.STUDY_MARKS.items())
    return f"<aside><p>Measured as the study measured, its oddities kept on purpose:</p><ul>{marks}</ul></aside>"


def _listed(facts: Texts) -> str:
    return "<dl>" + "".join(f"<dt>{escape(name)}</dt><dd>{escape(says)}</dd>" for name, says in facts.items()) + "</dl>"


def _plans(plans: Texts) -> str:
    made = (
        f"<details><summary>{escape(name)}</summary><pre>{escape(plan)}</pre></details>" for name, plan in plans.items()
    )
    return "<h3>Plan of every method</h3>" + "".join(made)

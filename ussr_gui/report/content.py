"""From what is known of a scan and its runs to a document."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ussr_engine import RESEARCH_USE, __version__
from ussr_engine.measures.detail import tissue, windows
from ussr_engine.result import Evidence, Identification, Result
from ussr_engine.scan import Scan, Spacing, luma
from ussr_gui.gallery import Origin, Picture
from ussr_gui.interpreting import interpreted
from ussr_gui.language import tr
from ussr_gui.measuring.figures import report
from ussr_gui.measuring.frame import Frame, sheets_of
from ussr_gui.measuring.shapes import Shape
from ussr_gui.pace import duration_in_words
from ussr_gui.records import Run
from ussr_gui.report import curves, pictures
from ussr_gui.report.document import Block, Document, Facts, Heading, Paragraph, Plate, Plates, Table
from ussr_gui.report.sentences import BY_RULE, BY_VIEW, LIMITS, ON_EVIDENCE, ON_SCORES
from ussr_gui.viewers.noise_law import in_words as law_in_words

COLUMNS = {1: 2, 2: 2, 4: 4}
"""Pictures side by side by how many there are; three otherwise."""
PART = 0.3
"""Side of the part that the rule chooses, in parts of the scan's."""
DASH = "–"


@dataclass(frozen=True, eq=False)
class Material:
    """All that a report is made of; nothing in it changes while it is written."""

    name: str
    """Of the file, where the person wants it told; else empty."""
    made: str
    """Date and time in words."""
    scan: Scan
    runs: tuple[Run, ...]
    pictures: tuple[Picture, ...]
    view: pictures.Window | None
    """The part that the crops show, where the person chose it; None for the place of most detail."""
    shapes: tuple[Shape, ...]
    frame: Frame
    """What was measured, and where it lies on the pictures."""
    drawn: Plate | None
    """The scan with what was measured."""
    family: str
    """Of the font."""


def document(material: Material) -> Iterator[tuple[str, Document | None]]:
    """Make a document step by step: the name of the part that is made next, at the end the whole."""
    blocks: list[Block] = []
    yield tr("facts"), None
    part, rule = _part(material)
    blocks += _facts(material, part, rule)
    blocks += _scores(material)
    yield tr("crops and differences"), None
    blocks += _comparisons(material, part)
    for run, name in _named(material):
        yield name, None
        blocks += _run(run, name, material)
    yield tr("measurements"), None
    blocks += _measurements(material)
    subject = material.name or tr("One scan and what was made of it")
    yield "", Document(tr("Report of a scan"), subject, f"{interpreted(RESEARCH_USE)}.", blocks)


def _facts(material: Material, part: pictures.Window, rule: str) -> list[Block]:
    scan = material.scan
    pairs = [
        (tr("Size"), f"{scan.width} × {scan.height} px"),
        (tr("Channels"), tr("colour") if scan.is_colour else tr("grey")),
        (tr("Levels"), tr("{bits} bit").format(bits=scan.bits)),
        (tr("Pixel"), _spacing(scan.spacing)),
    ]
    if scan.spacing:
        width, height = scan.width * scan.spacing.lateral, scan.height * scan.spacing.axial
        pairs.append((tr("Field of view"), f"{width:.1f} × {height:.1f} mm"))
    for number, region in enumerate(scan.regions, 1):
        size = f"{region.right - region.left} × {region.bottom - region.top} px"
        pairs.append(
            (
                tr("Region {number}, {kind}").format(number=number, kind=interpreted(region.kind)),
                f"{size}, {_spacing(region.spacing)}",
            )
        )
    pairs += [(interpreted(name.capitalize()), interpreted(str(value))) for name, value in scan.facts.items()]
    pairs += [
        (tr("Report made"), material.made),
        (tr("Program"), f"USSR {__version__}"),
        (tr("Runs"), str(len(material.runs))),
    ]
    picture = pictures.whole(tr("The scan as it was opened"), scan, part, rule)
    return [Heading(tr("The scan")), Facts(tuple(pairs), 2), Paragraph(LIMITS, quiet=True), Plates((picture,), 2)]


def _scores(material: Material) -> list[Block]:
    blocks: list[Block] = [Heading(tr("Scores"))]
    scored = [one for one in material.pictures if one.scores is not None]
    if scored:
        rows = []
        for one in scored:
            scores, base = one.scores, one.run.prepared.bicubic_scores if one.run.prepared else None
            assert scores is not None
            gain = scores.psnr - base.psnr if base is not None and one.origin is Origin.RESULT else math.nan
            lpips = math.nan if scores.lpips is None else scores.lpips
            spent = duration_in_words(one.run.result.seconds) if one.origin is Origin.RESULT and one.run.result else ""
            figures = _figure(scores.psnr, 2), _signed(gain, 2), _figure(scores.ssim, 4), _figure(lpips, 4)
            rows.append((one.name, *figures, spent))
        blocks += [
            Heading(tr("Against the truth"), 2),
            Table((tr("Picture"), tr("PSNR, dB"), tr("On bicubic, dB"), "SSIM", "LPIPS", tr("Time")), tuple(rows)),
            Paragraph(ON_SCORES, quiet=True),
        ]
    found = [(name, run.result.evidence) for run, name in _named(material) if run.result and run.result.evidence]
    if found:
        rows = [(name, _signed(one.gain_db, 2), f"{one.chi_square:.2f}", _signed(one.correlation, 2))
                for name, one in found]  # fmt: skip
        blocks += [
            Heading(tr("Without the truth"), 2),
            Table(
                (tr("Picture"), tr("Gain to expect, dB"), tr("Unexplained, × noise"), tr("Correlation")), tuple(rows)
            ),
            Paragraph(ON_EVIDENCE, quiet=True),
        ]
    if not scored and not found:
        blocks.append(Paragraph(tr("There is no truth to hold the pictures against, and so there is no score.")))
    return blocks


def _part(material: Material) -> tuple[pictures.Window, str]:
    """The part that the crops show, and why it does."""
    if material.view is not None:
        return material.view, BY_VIEW
    plain = next((one for one in material.pictures if one.origin is Origin.INTERPOLATED), material.pictures[0])
    return windows(luma(plain.scan.image), PART, 1, tissue(plain.scan))[0], BY_RULE


def _comparisons(material: Material, part: pictures.Window) -> list[Block]:
    shown, held = list(material.pictures), pictures.held_against(list(material.pictures))
    notes = {one.key: f"{one.scores.psnr:.2f} dB" for one in shown if one.scores and math.isfinite(one.scores.psnr)}
    crops = [pictures.crop(one, part, notes.get(one.key, "")) for one in shown]
    different = pictures.differences(shown, part)
    blocks: list[Block] = [
        Heading(tr("Comparison")),
        Heading(tr("The marked part, pixel by pixel"), 2),
        Plates(tuple(crops), _columns(crops)),
    ]
    if different:
        title = tr("What differs from {name}, same part").format(
            name=held.name if held.origin is Origin.INTERPOLATED else tr("the truth")
        )
        blocks += [Heading(title, 2), Plates(tuple(different), _columns(different))]
    return blocks


def _columns(plates: Sequence[Plate]) -> int:
    return COLUMNS.get(len(plates), 3)


def _run(run: Run, name: str, material: Material) -> list[Block]:
    result, prepared = run.result, run.prepared
    assert result is not None
    assert prepared is not None
    task = tr("shrunk and compared with itself") if prepared.reference is not None else tr("enlarged as it is")
    spent = tr("{time}, processor {work}").format(
        time=duration_in_words(result.seconds), work=duration_in_words(result.cpu_seconds)
    )
    facts = [
        (tr("Method"), f"{result.title} ({result.method})"),
        (tr("Task"), f"×{run.scale}, {task}"),
        (tr("Result"), f"{result.sr.width} × {result.sr.height} px, {_spacing(result.sr.spacing)}"),
        (tr("Seed"), str(result.seed)),
        (tr("Time"), spent),
        (tr("Device"), interpreted(result.device)),
        (tr("Version"), result.version or __version__),
    ]
    blocks: list[Block] = [Heading(name), Facts(tuple(facts), 2)]
    found = run.identification or (result.evidence.identification if result.evidence else None)
    blocks += [Paragraph(interpreted(note)) for note in result.notes if found is None or note != found.words]
    drawn = curves.chart(result.history, material.family)
    if drawn is not None:
        blocks += [Heading(tr("Loss"), 2), drawn]
    if found is not None:
        blocks += _identification(found, result.evidence)
    mine = next((one for one in material.pictures if one.run is run and one.origin is not Origin.TRUTH), None)
    if result.maps and mine is not None:
        maps = tuple(pictures.trust(one, mine) for one in result.maps.values())
        blocks += [Heading(tr("How far to trust it"), 2), Plates(maps, _columns(maps))]
    plan = tuple(_plan(result))
    if plan:
        blocks += [Heading(tr("Plan"), 2), Facts(plan, 2)]
    return blocks


def _identification(found: Identification, evidence: Evidence | None) -> list[Block]:
    blocks: list[Block] = [Heading(tr("What was found of the scan"), 2), Paragraph(interpreted(found.words))]
    law = law_in_words(found) + ", " + tr("in grey levels") if found.noisy else tr("none found")
    blurs = tuple(
        (tr("Blur: {words}").format(words=interpreted(words)), f"{100 * chance:.0f} %")
        for _, words, chance in found.candidates
    )
    blocks.append(Facts(((tr("Noise"), law), *blurs), 1))
    if evidence is not None and not evidence.shows_more:
        blocks.append(Paragraph(tr("The scan holds hardly more detail than interpolation shows.")))
    return blocks


def _measurements(material: Material) -> list[Block]:
    if not material.shapes:
        return []
    sheets = sheets_of(material.frame, [one.named_output for one in material.pictures])
    head, *lines = report(material.shapes, material.scan, sheets)
    at = {name: index for index, name in enumerate(head)}
    blocks: list[Block] = [Heading(tr("Measurements"))]
    if material.drawn is not None:
        blocks.append(Plates((material.drawn,), 2))
    for shape in dict.fromkeys(line[at["measurement"]] for line in lines):
        mine = [line for line in lines if line[at["measurement"]] == shape]
        extent = [line for line in mine if line[at["output"]] == "all"]
        figures = [line for line in mine if line[at["output"]] != "all"]
        blocks.append(Heading(shape, 2))
        blocks += [
            Paragraph(
                f"{tr(line[at['quantity']]).capitalize()} {_short(line[at['value']])} {line[at['unit']]} "
                f"({interpreted(line[at['calibration']])})"
            )
            for line in extent
        ]
        if figures:
            blocks.append(_figures(figures, at))
    return blocks


def _figures(lines: Sequence[tuple[str, ...]], at: Mapping[str, int]) -> Table:
    """Outputs down, quantities across."""
    titles = {line[at["quantity"]]: f"{tr(line[at['quantity']])} {line[at['unit']]}".strip() for line in lines}
    rows: dict[str, dict[str, str]] = {}
    for quantity in titles:
        mine = [line for line in lines if line[at["quantity"]] == quantity]
        digits = _digits([float(line[at["value"]]) for line in mine if line[at["value"]]])
        for line in mine:
            value = float(line[at["value"]] or "nan")
            rows.setdefault(line[at["output"]], {})[quantity] = _figure(value, digits)
    cells = tuple((name, *(told.get(quantity, DASH) for quantity in titles)) for name, told in rows.items())
    return Table((tr("Picture"), *titles.values()), cells)


def _named(material: Material) -> list[tuple[Run, str]]:
    """Runs by the names that their pictures have; that of the interpolation itself is the interpolation's."""
    named = {id(one.run): one.name for one in material.pictures if one.origin is Origin.INTERPOLATED}
    named |= {id(one.run): one.name for one in material.pictures if one.origin is Origin.RESULT}
    return [(run, named.get(id(run), run.label)) for run in material.runs]


def _plan(result: Result) -> Iterator[tuple[str, str]]:
    """Every knob; a text that leads to a file is not told, for its name may be a patient's."""
    for part, options in result.plan.items():
        if not isinstance(options, Mapping):
            continue
        for knob, value in options.items():
            path = isinstance(value, str) and ("/" in value or "\\" in value)
            shown = tr("a file") if path else tr("on") if value is True else tr("off") if value is False else f"{value}"
            yield f"{part} {knob}".replace("_", " "), shown or DASH


def _spacing(spacing: Spacing | None) -> str:
    return f"{spacing.lateral:.4g} × {spacing.axial:.4g} mm" if spacing else tr("millimetres unknown")


def _figure(value: float, digits: int) -> str:
    if math.isnan(value):
        return DASH
    return tr("identical") if math.isinf(value) else f"{value:.{digits}f}".replace("-", "−")


def _signed(value: float, digits: int) -> str:
    if not math.isfinite(value):
        return DASH
    rounded = round(value, digits)
    return f"{'+' if rounded > 0 else '−' if rounded < 0 else '±'}{abs(rounded):.{digits}f}"


def _digits(values: Sequence[float]) -> int:
    """Decimals by which the largest of them has four digits that matter."""
    largest = max((abs(value) for value in values if math.isfinite(value)), default=0.0)
    if all(value == int(value) for value in values if math.isfinite(value)):
        return 0
    return min(max(3 - math.floor(math.log10(largest)), 0), 4)


def _short(value: str) -> str:
    """Four digits that matter, of a figure as files have it."""
    return f"{float(value):.4g}".replace("-", "−") if value else DASH

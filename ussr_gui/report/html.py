"""The document as one HTML file that loads nothing: style, drawings and pictures are inside."""

from __future__ import annotations

import base64
from html import escape

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

from ussr_gui.language import LANGUAGE, tr
from ussr_gui.report.document import Block, Chart, Document, Facts, Heading, Paragraph, Plate, Plates, Table
from ussr_gui.viewers.marks import ColourBar

STYLE = """
* { box-sizing: border-box }
body { margin: 0; background: #E9ECF0; color: #14181D;
  font: 15px/1.5 Inter, system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif }
main { max-width: 900px; margin: 24px auto 72px; padding: 40px 48px 56px; background: #FFF; border-radius: 4px }
header { border-bottom: 2px solid #14181D; padding-bottom: 10px; margin-bottom: 8px }
h1 { font-size: 27px; line-height: 1.25; margin: 0 } header p { margin: 2px 0 0; color: #5B6571 }
h2 { font-size: 20px; margin: 40px 0 8px; padding-bottom: 4px; border-bottom: 1px solid #D5DAE1 }
h3 { font-size: 15px; margin: 24px 0 8px } p { margin: 8px 0; max-width: 78ch }
.quiet { color: #5B6571; font-size: 13px }
dl { display: grid; gap: 4px 28px; margin: 8px 0; font-size: 14px } dl.two { grid-template-columns: 1fr 1fr }
dl div { display: grid; grid-template-columns: 1fr 1fr; gap: 12px; border-bottom: 1px solid #EEF0F3; padding: 2px 0 }
dt { color: #5B6571; overflow-wrap: anywhere } dd { margin: 0; overflow-wrap: anywhere }
.wide { overflow-x: auto } table { border-collapse: collapse; width: 100%; font-size: 14px;
  font-variant-numeric: tabular-nums }
th { color: #5B6571; font-weight: 600; font-size: 13px; border-bottom: 1px solid #14181D; vertical-align: bottom }
th, td { padding: 5px 8px; text-align: right } td { border-bottom: 1px solid #EEF0F3 }
.w { text-align: left } th:first-child, td:first-child { padding-left: 0 } td:last-child, th:last-child
  { padding-right: 0 }
.plates { display: grid; gap: 16px 12px; margin: 8px 0; align-items: start } figure { margin: 0; font-size: 13px }
figure b { display: block; margin-bottom: 4px } figcaption { color: #5B6571; margin-top: 4px }
.picture { position: relative; display: block } .picture img { display: block; width: 100%; background: #000;
  image-rendering: pixelated }
.picture i { position: absolute; border: 2px solid #FFD966; box-shadow: 0 0 0 1px #000, inset 0 0 0 1px #000 }
.bar { height: 9px; margin-top: 5px; border: 1px solid #B4BCC7 } .ends { display: flex;
  justify-content: space-between; font-variant-numeric: tabular-nums }
.chart svg { width: 100%; height: auto; display: block }
footer { position: fixed; bottom: 0; left: 0; right: 0; padding: 8px; text-align: center; background: #14181D;
  color: #FFF; font-size: 13px } footer p { margin: 0 auto }
@media (max-width: 640px) { main { padding: 20px } dl.two { grid-template-columns: 1fr } }
@media print { body { background: #FFF; font-size: 10pt } main { max-width: none; margin: 0; padding: 0 }
  footer { position: static; background: #FFF; color: #14181D; font-size: 8pt; text-align: left; padding: 4mm 0 0 }
  h2, h3 { break-after: avoid } figure, tr, .chart, dl div { break-inside: avoid }
  dl, table { font-size: 9pt } figure, .quiet, th { font-size: 8pt }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact } }
"""


PRINTED = """
@page { size: A4; margin: 16mm 16mm 20mm; font: 8pt "DejaVu Sans", sans-serif;
  @bottom-left { content: "USE" } @bottom-right { content: "PAGE" } }
"""
"""Margins of printed pages, where the browser knows how to fill them."""


def page(document: Document) -> str:
    """All of it."""
    inside = "".join(_block(block) for block in document.blocks)
    title, subject, use = (escape(words) for words in (document.title, document.subject, document.use))
    page = tr("Page {number} of {count}").format(number='" counter(page) "', count='" counter(pages) "')
    style = STYLE + PRINTED.replace("USE", document.use.replace('"', "'")).replace("PAGE", page)
    return (
        f'<!DOCTYPE html>\n<html lang="{LANGUAGE}"><head><meta charset="utf-8"><meta name="viewport" '
        f'content="width=device-width"><title>{title}</title><style>{style}</style></head><body><main>'
        f"<header><h1>{title}</h1><p>{subject}</p></header>{inside}</main><footer><p>{use}</p></footer></body></html>\n"
    )


def _block(block: Block) -> str:
    match block:
        case Heading(words, level):
            return f"<h{level + 1}>{escape(words)}</h{level + 1}>"
        case Paragraph(words, quiet):
            kind = ' class="quiet"' if quiet else ""
            return f"<p{kind}>{escape(words)}</p>"
        case Facts(pairs, columns):
            rows = "".join(f"<div><dt>{escape(name)}</dt><dd>{escape(says)}</dd></div>" for name, says in pairs)
            kind = ' class="two"' if columns > 1 else ""
            return f"<dl{kind}>{rows}</dl>"
        case Table():
            return _table(block)
        case Plates(plates, columns):
            drawn = "".join(_plate(plate) for plate in plates)
            return f'<div class="plates" style="grid-template-columns:repeat({columns},1fr)">{drawn}</div>'
        case Chart(svg, _, _, words):
            return f'<div class="chart" role="img" aria-label="{escape(words)}">{svg}</div>'


def _table(table: Table) -> str:
    def cells(row: tuple[str, ...], tag: str) -> str:
        kinds = [' class="w"' if index < table.words else "" for index in range(len(row))]
        return "".join(f"<{tag}{kind}>{escape(cell)}</{tag}>" for kind, cell in zip(kinds, row, strict=True))

    rows = "".join(f"<tr>{cells(row, 'td')}</tr>" for row in table.rows)
    head = f"<thead><tr>{cells(table.head, 'th')}</tr></thead>"
    return f'<div class="wide"><table>{head}<tbody>{rows}</tbody></table></div>'


def _plate(plate: Plate) -> str:
    frame = ""
    if plate.frame is not None:
        top, left, height, width = (f"{100 * part:.2f}%" for part in plate.frame)
        frame = f'<i style="top:{top};left:{left};height:{height};width:{width}"></i>'
    title = escape(plate.title)
    note = f"<figcaption>{escape(plate.note)}</figcaption>" if plate.note else ""
    picture = f'<span class="picture"><img src="{_uri(plate.picture)}" alt="{title}">{frame}</span>'
    return f"<figure><b>{title}</b>{picture}{_bar(plate.bar) if plate.bar else ''}{note}</figure>"


def _bar(bar: ColourBar) -> str:
    colours = ",".join(colour.name() for colour in bar.colours)
    numbers = "".join(f"<span>{escape(number)}</span>" for number in bar.numbers)
    return (
        f'<div class="bar" style="background:linear-gradient(90deg,{colours})"></div><div class="ends">{numbers}</div>'
        f"<figcaption>{escape(bar.words)}</figcaption>"
    )


def _uri(image: QImage) -> str:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return "data:image/png;base64," + base64.b64encode(bytes(buffer.data().data())).decode("ascii")

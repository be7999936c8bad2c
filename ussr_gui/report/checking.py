"""Files of a report read again after they were written: whole, complete, and loading nothing."""

from __future__ import annotations

import base64
import binascii
import re
from html.parser import HTMLParser

from PySide6.QtGui import QImage

from ussr_gui.language import tr

CROSS_REFERENCE = re.compile(rb"xref\s+0 (\d+)\s+((?:\d{10} \d{5} [nf]\s*)+)trailer", re.DOTALL)


def wrong_with_pdf(content: bytes, pages: int) -> str:
    """What is wrong with a PDF that should have so many pages; nothing where it is right.

    Its end names the table of objects, the table names where every object begins, and there it is looked for
    (ISO 32000-1, 7.5).
    """
    end = re.search(rb"startxref\s+(\d+)\s+%%EOF\s*$", content[-64:])
    if not content.startswith(b"%PDF-") or end is None:
        return tr("it is cut short")
    table = CROSS_REFERENCE.match(content, int(end[1]))
    if table is None:
        return tr("its table of objects is not where its end says")
    for number, line in enumerate(re.findall(rb"(\d{10}) \d{5} ([nf])", table[2])):
        if line[1] == b"n" and not content.startswith(b"%d 0 obj" % number, int(line[0])):
            return tr("object {number} is not where its table says").format(number=number)
    found = len(re.findall(rb"/Type\s*/Page\b(?!s)", content))
    return "" if found == pages else tr("it has {found} pages instead of {pages}").format(found=found, pages=pages)


def wrong_with_html(content: bytes, pictures: int, sentence: str) -> str:
    """What is wrong with a page that should hold so many pictures and a sentence; nothing where it is right."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return tr("it is no text")
    seen = _Inventory()
    seen.feed(text)
    seen.close()
    if not text.rstrip().endswith("</html>"):
        return tr("it is cut short")
    if seen.outside:
        return tr("it would load {outside}").format(outside=seen.outside[0][:60])
    if len(seen.pictures) != pictures or not all(map(_is_picture, seen.pictures)):
        return tr("not all of its pictures can be read")
    return "" if sentence in text else tr("it lacks the research-use sentence")


class _Inventory(HTMLParser):
    """Pictures inside, and whatever would be fetched from elsewhere."""

    def __init__(self) -> None:
        super().__init__()
        self.pictures: list[str] = []
        self.outside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "link", "iframe", "object", "embed", "base"):
            self.outside.append(tag)
        for name, value in attrs:
            if name in ("src", "href", "srcset", "xlink:href", "data", "poster") and value is not None:
                own = value.startswith("data:")
                (self.pictures if own and tag == "img" else self.outside).append(value)
            if value is not None and "url(" in value:
                self.outside.append(value)

    def handle_data(self, data: str) -> None:
        if self.cdata_elem == "style" and ("url(" in data or "@import" in data):
            self.outside.append(tr("a style sheet"))


def _is_picture(uri: str) -> bool:
    try:
        content = base64.b64decode(uri.partition(",")[2], validate=True)
    except binascii.Error:
        return False
    return not QImage.fromData(content).isNull()

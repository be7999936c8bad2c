"""The pages of the guide: where they lie, what they are called, and where words stand in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

HOME = "docs/index.md"
"""The table of contents; the order of the guide is that of its links."""

_LINK = re.compile(r"^[-*] \[([^\]]+)\]\(([^)#]+\.md)\)")
_MARKS = re.compile(r"<!--.*?-->|</?sub>|!?\[([^\]]*)\]\([^)]*\)|[`*_|>#]", re.DOTALL)
AROUND = 60
"""Letters shown on either side of what was found."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page by its place below the root, with ``/`` between folders."""

    path: str
    title: str
    text: str
    """In Markdown."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A heading of the table of contents, and the pages below it: (title, path)."""

    title: str
    pages: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """Where words were found: the page, and the line around the first of them."""

    path: str
    title: str
    words: str


@cache
def root() -> Traversable:
    """The folder that holds ``docs`` and ``resources``.

    It lies beside this module where the program was installed, and is the checkout where it runs from one.
    """
    shipped = files("ussr_gui.guide").joinpath("shipped")
    return shipped if shipped.is_dir() else Path(__file__).resolve().parents[2]


def place(path: str) -> Traversable:
    """A file of the guide; FileNotFoundError where ``path`` leaves the root or names none."""
    parts = path.split("/")
    found = root().joinpath(*parts)
    if ".." in parts or parts[0] not in ("docs", "resources") or not found.is_file():
        raise FileNotFoundError(path)
    return found


@cache
def page(path: str) -> Page:
    """A page by its path."""
    text = place(path).read_text(encoding="utf-8")
    heading = re.search(r"^# (.+)$", text, re.MULTILINE)
    return Page(path, heading.group(1) if heading else path, text)


@cache
def contents() -> tuple[Chapter, ...]:
    """The chapters, as the home page lists them."""
    chapters: list[tuple[str, list[tuple[str, str]]]] = []
    for line in page(HOME).text.splitlines():
        if line.startswith("## "):
            chapters.append((line[3:], []))
        elif (link := _LINK.match(line)) and chapters:
            chapters[-1][1].append((link.group(1), f"docs/{link.group(2)}"))
    return tuple(Chapter(title, tuple(pages)) for title, pages in chapters if pages)


def paths() -> Iterator[str]:
    """Every page in the order of the guide, the home page first."""
    yield HOME
    for chapter in contents():
        yield from (path for _, path in chapter.pages)


def find(words: str) -> list[Hit]:
    """Pages that hold all of the words, those first that have them in their title, then those with most of them."""
    wanted = words.casefold().split()
    ranked: list[tuple[tuple[int, int], Hit]] = []
    for path in paths() if wanted else ():
        known = page(path)
        plain = _plain(known.text)
        folded = plain.casefold()
        if all(word in folded for word in wanted):
            in_title = sum(word in known.title.casefold() for word in wanted)
            count = sum(folded.count(word) for word in wanted)
            ranked.append(((-in_title, -count), Hit(path, known.title, _around(plain, folded.index(wanted[0])))))
    return [hit for _, hit in sorted(ranked, key=lambda one: one[0])]


def _plain(text: str) -> str:
    """Without marks, and without line ends within paragraphs."""
    return " ".join(_MARKS.sub(r"\1", text).split())


def _around(plain: str, at: int) -> str:
    start, end = max(0, at - AROUND), min(len(plain), at + AROUND)
    head = plain[start:end].partition(" ")[2] if start else plain[:end]
    return f"{'… ' if start else ''}{head}{'…' if end < len(plain) else ''}"

"""The guide as a site: python -m sphinx -W -b html docs site."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx

project = "USSR"
author = "The USSR authors"
extensions = ["myst_parser"]
myst_heading_anchors = 3
highlight_language = "text"
html_theme = "furo"
html_title = "USSR"
html_static_path = ["site"]
html_css_files = ["site.css"]
html_show_sourcelink = False
html_copy_source = False
html_theme_options = {"top_of_page_buttons": []}
suppress_warnings = ["myst.header"]


def _with_contents(app: Sphinx, name: str, text: list[str]) -> None:
    """Give the site the order of the home page: every heading a chapter, every link in its list a page."""
    if name != "index":
        return
    chapters: dict[str, list[str]] = {}
    for line in text[0].splitlines():
        if line.startswith("## "):
            chapters[line[3:]] = []
        elif chapters and (link := re.match(r"[-*] \[[^\]]+\]\(([^)#]+)\.md\)", line)):
            list(chapters.values())[-1].append(link.group(1))
    for title, pages in chapters.items():
        text[0] += "\n".join(["", "```{toctree}", ":hidden:", f":caption: {title}", "", *pages, "```", ""])


def setup(app: Sphinx) -> None:
    """Hear pages before they are parsed."""
    app.connect("source-read", _with_contents)

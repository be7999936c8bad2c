"""A page of the guide as HTML that Qt's rich text can show."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from PySide6.QtGui import QFontDatabase

from ussr_gui import theme

SCHEME = "guide"


@cache
def _parser() -> MarkdownIt:
    made = MarkdownIt("commonmark").enable("table")
    made.add_render_rule("heading_open", _heading)
    made.add_render_rule("table_open", _table)
    made.add_render_rule("paragraph_open", _paragraph)
    return made


def as_html(text: str, path: str) -> str:
    """The Markdown of the page at ``path`` as HTML: headings are anchors by the rule of `slug`, links absolute."""
    parser = _parser()
    tokens = parser.parse(text)
    for token in tokens:
        if token.type == "fence":
            token.content = token.content.rstrip("\n")
        for child in token.children or ():
            for name in {"link_open": ("href",), "image": ("src",)}.get(child.type, ()):
                child.attrs[name] = address(str(child.attrs[name]), path)
    html: str = parser.renderer.render(tokens, parser.options, {})
    return html


def address(target: str, path: str) -> str:
    """Where a link on a page leads: other pages and pictures by the guide's own scheme, the rest as it is."""
    if "://" in target or target.startswith("mailto:"):
        return target
    file, mark, anchor = target.partition("#")
    place = posixpath.normpath(posixpath.join(posixpath.dirname(path), file)) if file else path
    return f"{SCHEME}:///{place}{mark}{anchor}"


def slug(heading: str) -> str:
    """The anchor of a heading, as GitHub and the site make it: lower case, words by hyphens, no other signs."""
    return re.sub(r"[^\w\- ]", "", heading.lower().strip()).replace(" ", "-")


def style() -> str:
    """The look of a page in the theme's colours, at the theme's scale."""
    colours, px = theme.current(), theme.pixels
    fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
    return f"""
    body {{ color: {colours.text}; font-size: {px(14)}px; }}
    p, li, td, th {{ line-height: 135%; }}
    p.picture {{ line-height: 100%; }}
    h1 {{ font-size: {px(24)}px; font-weight: 600; margin-bottom: {px(10)}px; }}
    h2 {{ font-size: {px(18)}px; font-weight: 600; margin-top: {px(22)}px; margin-bottom: {px(6)}px; }}
    h3 {{ font-size: {px(15)}px; font-weight: 600; margin-top: {px(16)}px; margin-bottom: {px(4)}px; }}
    a {{ color: {colours.accent}; text-decoration: none; }}
    code {{ font-family: "{fixed}"; font-size: {px(13)}px; color: {colours.text}; background-color: {colours.hover}; }}
    pre {{ white-space: pre-wrap; background-color: {colours.window}; margin: {px(8)}px 0; }}
    pre code {{ background-color: {colours.window}; }}
    blockquote {{ margin-left: {px(24)}px; margin-right: {px(24)}px; }}
    th {{ font-weight: 600; text-align: left; background-color: {colours.raised}; }}
    table {{ border-collapse: collapse; border-color: {colours.field}; margin-top: {px(6)}px; }}
    td, th {{ border: 1px solid {colours.field}; padding: {px(4)}px {px(8)}px; }}
    """


def _heading(renderer: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:  # noqa: ANN401
    anchor = slug(re.sub(r"[`*_]", "", tokens[index + 1].content))
    return f'<{tokens[index].tag}><a name="{anchor}"></a>'


def _table(renderer: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:  # noqa: ANN401
    return f'<table border="1" cellspacing="0" cellpadding="{theme.pixels(4)}">'


def _paragraph(renderer: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:  # noqa: ANN401
    if tokens[index].hidden:
        return ""
    inside = tokens[index + 1].children or []
    return '<p class="picture">' if len(inside) == 1 and inside[0].type == "image" else "<p>"

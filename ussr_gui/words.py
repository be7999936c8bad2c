"""Sentences made short and private: the home folder as "~", and what leads them."""

from __future__ import annotations

from html import escape
from pathlib import Path


def from_home(words: str) -> str:
    """Words in which the home folder is written "~", as a person writes it."""
    home = str(Path.home())
    return words.replace(home, "~") if len(home) > 1 else words


def first_sentence(words: str) -> str:
    """The sentence that says what is; the others say why and what to do."""
    return words.partition(". ")[0].rstrip(".") + "." if words else ""


def as_tip(words: str) -> str:
    """Words for a tooltip, in which Qt takes whatever looks like markup for markup: such words are escaped."""
    return f"<qt>{escape(words)}</qt>".replace("\n", "<br>") if "<" in words or "&" in words else words

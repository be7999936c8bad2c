"""What the engine says, in the person's language: it knows no Qt, and says everything in English.

Its sentences are known by their templates (``translations/engine.json``, made from its source): "{0} is empty." is
whatever ends so.  What no template fits is shown as the engine said it.
"""

from __future__ import annotations

import json
import re
from dataclasses import fields, is_dataclass, replace
from functools import cache

from ussr_engine.events import Catalogued, Event
from ussr_gui.language import FOLDER, LANGUAGE, SOURCE, entry

CONTEXT = "engine"
"""Under which the catalogues keep what the engine says."""
TEMPLATES = FOLDER / "engine.json"
SAID = ("words", "remedy", "says", "reason", "lpips_reason")
"""Fields of events, and of the cards in them, that a person reads."""
END = re.compile(r"(?<=[.?!])\s+")
"""Between two sentences."""


def interpreted(words: str) -> str:
    """What the engine said, in the language of the window."""
    if LANGUAGE == SOURCE or not words:
        return words
    return _whole(words) or " ".join(_whole(one) or one for one in END.split(words))


def heard(event: Event) -> Event:
    """An event whose sentences are in the language of the window; results are left as they are, for they are kept."""
    if LANGUAGE == SOURCE or not is_dataclass(event):
        return event
    changed: dict[str, object] = {
        field.name: interpreted(value)
        for field in fields(event)
        if field.name in SAID and isinstance(value := getattr(event, field.name), str)
    }
    if isinstance(event, Catalogued):
        changed["methods"] = tuple(
            replace(card, says=interpreted(card.says), reason=interpreted(card.reason)) for card in event.methods
        )
    return replace(event, **changed) if changed else event


@cache
def _whole(words: str) -> str:
    """The sentence or word as one; empty where it is not known."""
    if known := entry(CONTEXT, words):
        return known
    for pattern, template in _patterns():
        if (found := pattern.fullmatch(words)) and (known := entry(CONTEXT, template)):
            return known.format(*(_whole(value) or value for value in found.groups()))
    return ""


@cache
def _patterns() -> list[tuple[re.Pattern[str], str]]:
    """Sentences with a gap, those first that say most themselves."""
    templates = [one for one in json.loads(TEMPLATES.read_text("utf-8")) if "{0}" in one]
    templates.sort(key=lambda one: -len(re.sub(r"\{\d+\}", "", one)))
    return [(_pattern(one), one) for one in templates]


def _pattern(template: str) -> re.Pattern[str]:
    parts = re.split(r"\{\d+\}", template)
    return re.compile("(.+?)".join(map(re.escape, parts)), re.DOTALL)

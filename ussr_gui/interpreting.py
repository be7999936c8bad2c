"""What the engine says, in the person's language: it knows no Qt, and says everything in English.

Its sentences are known by their templates (``translations/engine.json``, made from its source): "{0} is empty." is
whatever ends so.  What no template fits is shown as the engine said it.
"""

from __future__ import annotations

import json
import re
from dataclasses import fields, is_dataclass, replace
from functools import cache

from ussr_engine.events import Catalogued, Event, MethodCard
from ussr_engine.history.card import RunCard
from ussr_engine.history.news import RunRestored, RunsChanged, RunsListed
from ussr_gui.language import FOLDER, LANGUAGE, SOURCE, entry, tr

CONTEXT = "engine"
"""Under which the catalogues keep what the engine says."""
TEMPLATES = FOLDER / "engine.json"
SAID = ("words", "remedy", "lpips_reason")
"""Fields of events that a person reads."""
GAP, BETWEEN = re.compile(r"\{(\d+)\}"), re.compile(r"\{\d+\}")
END = re.compile(r"(?<=[.?!])\s+")
"""Between two sentences."""
LETTER = re.compile("[A-Za-z]")
ROWS = {"; ": tr("; "), ", ": ", ", " and ": tr(" and ")}
"""What stands between things in a row, here and in the language of the window."""


def interpreted(words: str) -> str:
    """What the engine said, in the language of the window."""
    if LANGUAGE == SOURCE or not words:
        return words
    sentences = END.split(words)
    told = [_told(one) for one in sentences]
    if len(told) > 1 and not all(told):  # sentences that are entered as one
        return _told(words) or " ".join(known or one for known, one in zip(told, sentences, strict=True))
    return " ".join(told) if all(told) else words


def heard(event: Event) -> Event:
    """An event whose sentences are in the language of the window; results are left as they are, for they are kept."""
    if LANGUAGE == SOURCE or not is_dataclass(event):
        return event
    changed: dict[str, object] = {
        field.name: interpreted(value)
        for field in fields(event)
        if field.name in SAID and isinstance(value := getattr(event, field.name), str)
    }
    match event:
        case Catalogued(methods=methods):
            changed["methods"] = tuple(map(_told_of, methods))
        case RunsListed(cards=cards) | RunsChanged(cards=cards):
            changed["cards"] = tuple(map(_titled, cards))
        case RunRestored(kept):
            changed["kept"] = replace(kept, card=_titled(kept.card))
    return replace(event, **changed) if changed else event


def _told_of(card: MethodCard) -> MethodCard:
    title, says = interpreted(card.title), interpreted(card.says)
    return replace(card, title=title, says=says, reference=interpreted(card.reference), reason=interpreted(card.reason))


def _titled(card: RunCard) -> RunCard:
    variant = ", ".join(map(_knob, card.variant.split(", ")))
    return replace(card, title=interpreted(card.title), variant=variant)


def _knob(words: str) -> str:
    """A knob with its value: "maps on"."""
    name, _, value = words.rpartition(" ")
    known = entry(CONTEXT, name.capitalize())
    return f"{known.lower()} {tr(value)}" if known else words


@cache
def _told(words: str) -> str:
    """A sentence, a list of things, or a word; empty where it is not known."""
    return entry(CONTEXT, words) or _listed(words) or _filled(words)


def _listed(words: str) -> str:
    """Things in a row, all of them known, or numbers: "text, colour"."""
    end = "." if words.endswith(".") else ""
    bare = words.removesuffix(".")
    if end:
        bare = bare[:1].lower() + bare[1:]
    for sign, joint in ROWS.items():
        parts = bare.split(sign)
        told = [_told(one) or ("" if LETTER.search(one) else one) for one in parts] if len(parts) > 1 else [""]
        if all(told):
            row = joint.join(told) + end
            return row[:1].upper() + row[1:] if end else row
    return ""


def _filled(words: str) -> str:
    """A sentence with gaps, each filled with what stands there."""
    for pattern, template in _patterns():
        if (found := pattern.fullmatch(words)) and (known := entry(CONTEXT, template)):
            gaps = map(str, range(len(found.groups())))
            values = dict(zip(gaps, map(_inner, found.groups()), strict=True))
            return "".join(values.get(part, part) if place % 2 else part for place, part in enumerate(GAP.split(known)))
    return ""


def _inner(words: str) -> str:
    """What stands in a gap, with the space and the comma around it."""
    bare = words.strip(" ,")
    return words.replace(bare, _told(bare) or bare) if bare else words


@cache
def _patterns() -> list[tuple[re.Pattern[str], str]]:
    """Sentences with a gap, those first that say most themselves."""
    templates = [one for one in json.loads(TEMPLATES.read_text("utf-8")) if "{0}" in one]
    templates.sort(key=lambda one: -len(GAP.sub("", one)))
    return [(_pattern(one), one) for one in templates]


def _pattern(template: str) -> re.Pattern[str]:
    return re.compile("(.*?)".join(map(re.escape, BETWEEN.split(template))), re.DOTALL)

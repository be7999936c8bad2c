"""What a derived image says of itself, in the lengths and letters that DICOM allows."""

from __future__ import annotations

import json
from collections.abc import Mapping

from pydicom.dataset import Dataset

from ussr_engine import RESEARCH_USE

LONG_NAME, SHORT_TEXT, LONG_TEXT = 64, 1024, 10240
"""Letters in LO, ST and LT (PS3.5 6.2)."""

MARK = "USSR "
"""Where the facts begin in Image Comments."""


def plain(words: str, longest: int) -> str:
    """ASCII, for whatever character set the source declares; cut at ``longest`` letters."""
    words = words.replace("×", "x").replace("–", "-").replace("…", "...")
    return words.encode("ascii", "replace").decode()[:longest]


def derivation(facts: Mapping[str, str], scale: int) -> str:
    """Program, version, method, scale, steps, seed, trust and weights, in a sentence (Derivation Description, ST)."""
    software, title = facts.get("software", "USSR"), facts.get("title") or "interpolation"
    plan = _plan(facts)
    parts = [f"{title} x{scale}"]
    steps = [
        f"{group[key]} steps"
        for group in plan.values()
        if isinstance(group, dict)
        for key in ("steps",)
        if key in group
    ]
    parts += steps[:1]
    parts += [f"seed {facts['seed']}"] if "seed" in facts else []
    parts += [f"trust {facts['trust']}"] if "trust" in facts else []
    parts += [facts["protected"]] if "protected" in facts else []
    recipe = plan.get("recipe")
    if isinstance(recipe, dict) and recipe.get("model"):
        parts.append(f"weights {recipe['model']}")
    return plain(f"{software}: {', '.join(parts)}. {RESEARCH_USE}.", SHORT_TEXT)


def series_name(before: str, facts: Mapping[str, str]) -> str:
    """The source's Series Description with a suffix; the suffix is whole, whatever must be cut (LO)."""
    scale = facts.get("scale")
    suffix = plain(f"[USSR{f' x{scale}' if scale else ''}, research use, not for diagnosis]", LONG_NAME)
    room = LONG_NAME - len(suffix) - 1
    return f"{before[:room].rstrip()} {suffix}".strip()


def comments(facts: Mapping[str, str]) -> str:
    """The research-use sentence, then all facts as JSON for programs (Image Comments, LT)."""
    record = json.dumps(dict(facts), sort_keys=True)
    words = f"{RESEARCH_USE}. {MARK}{record}"
    if len(words) > LONG_TEXT:
        record = json.dumps({key: value for key, value in facts.items() if key != "plan"}, sort_keys=True)
        words = f"{RESEARCH_USE}. {MARK}{record}"
    return words[:LONG_TEXT]


def coded(value: str, meaning: str) -> Dataset:
    """An item of a code sequence, of the scheme DCM."""
    item = Dataset()
    item.CodeValue, item.CodingSchemeDesignator, item.CodeMeaning = value, "DCM", meaning
    return item


def _plan(facts: Mapping[str, str]) -> dict[str, object]:
    try:
        plan = json.loads(facts.get("plan", "{}"))
    except ValueError:
        return {}
    return plan if isinstance(plan, dict) else {}

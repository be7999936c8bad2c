"""The command that lists the methods."""

from __future__ import annotations

import dataclasses
import sys
from argparse import Namespace

from ussr_engine.cli.files import show
from ussr_engine.knobs import Knob


def reach(knob: Knob) -> str:
    """What a knob may be, in words: "on, off", its choices, "text", "0 to 100 px"."""
    if knob.choices:
        return ", ".join(knob.choices)
    if knob.low is None or knob.high is None:
        return "on, off" if knob.kind == "bool" else "text"
    return f"{knob.low:g} to {knob.high:g} {knob.unit}".strip()


def listed(asked: Namespace) -> int:
    """Every method: id, title, reference, whether it is available; its knobs too."""
    from ussr_engine.methods import METHODS

    cards = [method.card() for method in METHODS.values()]
    if asked.json:
        records = []
        for card in cards:
            record = {"id": card.id, "title": card.title, "reference": card.reference, "available": card.available}
            if not card.available:
                record["reason"] = card.reason
            record |= {"says": card.says, "scales": card.scales, "trains": card.trains}
            record["knobs"] = {
                f"{group.name}.{knob.name}": dataclasses.asdict(knob) for group in card.groups for knob in group.knobs
            }
            records.append(record)
        show(records)
        return 0
    for card in cards:
        sys.stdout.write(f"{card.id:<14} {card.title}. {card.says}\n")
        if not card.available:
            sys.stdout.write(f"{'':<14} not available: {card.reason}\n")
        for group in card.groups:
            for knob in group.knobs:
                sys.stdout.write(f"{'':<16}{group.name}.{knob.name} = {knob.default}  ({reach(knob)})  {knob.says}\n")
    return 0

"""The command that lists the methods."""

from __future__ import annotations

import dataclasses
import sys
from argparse import Namespace

from ussr_engine.cli.files import show


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
                within = (
                    ", ".join(knob.choices) if knob.choices else f"{knob.low:g} to {knob.high:g}" if knob.high else ""
                )
                within = within or "on, off"
                sys.stdout.write(f"{'':<16}{group.name}.{knob.name} = {knob.default}  ({within})  {knob.says}\n")
    return 0

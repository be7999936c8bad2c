"""From a treatment to the plan that carries it out: checked before anything stands in a queue."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

from ussr_engine.batch.items import Treatment
from ussr_engine.errors import BadRequest, MissingWeights
from ussr_engine.files import WRITABLE
from ussr_engine.methods import METHODS, lacking, plan_for
from ussr_engine.result import Trust

PROTECTIONS = ("auto", "none")


def settled(treatment: Treatment, weights: str | None = None) -> tuple[str, str]:
    """(record as JSON with sorted keys, title) of a treatment: the whole plan is in it, so that it stays what it was.

    Raises
    ------
    BadRequest, MissingWeights
        For what cannot be carried out or written.
    """
    plan = plan_for(treatment.method, treatment.scale, treatment.knobs, treatment.seed)
    Trust.parsed(treatment.trust)
    if treatment.protect not in PROTECTIONS:
        raise BadRequest(f"A batch protects {' or '.join(PROTECTIONS)}, not {treatment.protect!r}.")
    if treatment.bits not in (0, 8, 16):
        raise BadRequest(f"A picture is written with 8 or 16 bits, not {treatment.bits}.")
    suffixes = [suffix for _, kinds in WRITABLE for suffix in kinds]
    if treatment.suffix not in suffixes:
        raise BadRequest(f"No picture is written as {treatment.suffix!r}.", f"Use {', '.join(suffixes)}.")
    if reason := lacking(plan, weights):
        raise MissingWeights(reason)
    record = {**dataclasses.asdict(treatment), "knobs": dict(treatment.knobs), "plan": plan.to_dict()}
    return json.dumps(record, sort_keys=True), _title(treatment)


def _title(treatment: Treatment) -> str:
    turned = [f"{name.rpartition('.')[2].replace('_', ' ')} {value}" for name, value in treatment.knobs.items()]
    more = [f"seed {treatment.seed}"] if treatment.seed else []
    more += [f"trust {treatment.trust}"] if not Trust.parsed(treatment.trust).is_full else []
    return ", ".join([f"{METHODS[treatment.method].title} ×{treatment.scale}", *turned, *more])


def read(record: str) -> dict[str, Any]:
    """A record again.

    Raises
    ------
    BadRequest
        Where it is not what ``settled`` gives.
    """
    try:
        told = json.loads(record)
        return {**told, "plan": dict(told["plan"]), "trust": str(told["trust"]), "suffix": str(told["suffix"])}
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise BadRequest(
            f"A treatment in the queue is damaged ({error}).", "Remove the item and add it anew."
        ) from error

"""What the rows of a table are: methods, methods with knobs turned for one row alone, and the linear oracle."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ussr_engine.benchmark.oracle import ORACLE, oracle_plan
from ussr_engine.errors import BadRequest
from ussr_engine.knobs import Value, nearest

TOLD = "told"
"""Value of a knob that stands for the number of the study's Method that the scan of the cell came through."""


@dataclass(frozen=True, eq=False)
class Entry:
    """A row of the tables by its name, ``simreg`` or ``simreg:polish=on:degradation=told``: a method and its knobs."""

    name: str
    method: str
    knobs: Mapping[str, Value] = field(default_factory=dict)

    @property
    def trains(self) -> bool:
        """Whether its method learns step by step; those come last."""
        from ussr_engine.methods import METHODS

        return self.method != ORACLE and METHODS[self.method].plan.schedule is not None

    def plan(self, scale: int, degradation: int, seed: int) -> tuple[str, str]:
        """(plan as JSON with sorted keys, why it cannot run here or "").

        Raises
        ------
        BadRequest
            For knobs that the method has not, or values out of range.
        """
        from ussr_engine.methods import lacking, plan_for

        if self.method == ORACLE:
            return oracle_plan(scale), ""
        knobs = {name: str(degradation) if value == TOLD else value for name, value in self.knobs.items()}
        plan = plan_for(self.method, scale, knobs, seed)
        return json.dumps(plan.to_dict(), sort_keys=True), lacking(plan)


def entries(names: Sequence[str], knobs: Mapping[str, Mapping[str, Value]]) -> list[Entry]:
    """The rows that were asked for, all methods where none were; ``knobs`` are turned in every row of their method.

    Methods come in the order of the menu, their variants behind them, the oracle after all that do not train.

    Raises
    ------
    BadRequest
        For unknown methods, knobs without a value, and knobs of methods that are not asked for.
    """
    from ussr_engine.methods import METHODS

    order = [*METHODS, ORACLE]
    made = [_read(name, order, knobs) for name in dict.fromkeys(names or METHODS)]
    for method in knobs:
        if method not in METHODS:
            raise BadRequest(f"No method is named {method!r}.{nearest(method, METHODS)}")
        if method not in {entry.method for entry in made}:
            raise BadRequest(f"A knob of {method} is turned, which is not among the methods.")
    return sorted(made, key=lambda entry: (entry.trains, order.index(entry.method)))


def _read(name: str, order: Sequence[str], knobs: Mapping[str, Mapping[str, Value]]) -> Entry:
    method, *settings = (part.strip() for part in name.split(":"))
    if method not in order:
        raise BadRequest(f"No method is named {method!r}.{nearest(method, dict.fromkeys(order))}")
    own: dict[str, Value] = {}
    for setting in settings:
        knob, equals, value = setting.partition("=")
        if not (equals and knob):
            raise BadRequest(f"A row is METHOD or METHOD:KNOB=VALUE, not {name!r}.")
        own[knob.strip()] = value.strip()
    if own and method == ORACLE:
        raise BadRequest(f"The row {ORACLE} has no knobs.")
    return Entry(":".join([method, *settings]), method, {**knobs.get(method, {}), **own})

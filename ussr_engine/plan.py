"""A plan: everything that decides a result besides the scan.  Plain records in, plain records out."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from ussr_engine.errors import BadRequest
from ussr_engine.events import KnobGroup
from ussr_engine.imaging import patches
from ussr_engine.knobs import Value, knob, knobs_of, nearest, turned
from ussr_engine.registry import BACKBONES, DEGRADATIONS, RECIPES, Registry
from ussr_engine.schedules import SCHEDULES


@dataclass(frozen=True)
class Enlargement:
    """What happens once there is something to enlarge with: stages, self-ensemble, consistency with the scan."""

    stages: str = knob(
        "auto",
        choices=("auto", "one jump", "gradual", "repeated"),
        says="auto: one jump to ×2 and ×3, two stages to ×4; gradual: every result feeds the next stage; "
        "repeated: ×4 is ×2 twice, the first result taken for the scan",
    )
    rounding: bool = knob(False, says="a result that is taken for the scan is rounded to 8 bits", advanced=True)
    ensemble: int = knob(8, 1, 8, says="flips and turns whose median is taken", advanced=True)
    backprojection: str = knob(
        "iterative",
        choices=("off", "iterative", "exact"),
        says="makes the result, shrunk again, agree with the scan",
    )
    passes: int = knob(10, 0, 100, says="iterative corrections of each member", advanced=True)
    final_passes: int = knob(10, 0, 100, says="iterative corrections of the median", advanced=True)

    def scales(self, scale: float) -> tuple[float, ...]:
        """Scales of the stages that lead to ``scale``: each from the scan or, when repeated, from the last result."""
        if self.repeats:
            return (2.0, 2.0) if scale == 4 else (float(scale),)
        gradual = {2.0: (1.5, 2.0), 3.0: (2.0, 3.0), 4.0: (2.0, 4.0)}
        if self.stages == "one jump" or (self.stages == "auto" and scale < 4):
            return (float(scale),)
        return gradual.get(float(scale), (float(scale),))

    @property
    def repeats(self) -> bool:
        """True when every stage takes the last result for the scan."""
        return self.stages == "repeated"


@dataclass(frozen=True)
class Choice:
    """A part by name, with its knobs."""

    name: str
    options: object


@dataclass(frozen=True)
class Plan:
    """A complete choice.

    ``backbone``, ``patches`` and ``schedule`` are None for methods that learn nothing.
    """

    method: str
    recipe: Choice
    degradation: Choice
    enlargement: Enlargement
    backbone: Choice | None = None
    patches: patches.Options | None = None
    schedule: Choice | None = None
    scale: int = 2
    seed: int = 0

    PARTS: ClassVar = {
        "recipe": "Training",
        "backbone": "Network",
        "degradation": "Assumed degradation",
        "patches": "Samples",
        "schedule": "Learning rate",
        "enlargement": "Enlargement",
    }
    """Groups of knobs and their titles in the window."""

    def parts(self) -> Iterator[tuple[str, object]]:
        """(group, options) of every part the plan has."""
        for name in self.PARTS:
            part = getattr(self, name)
            if part is not None:
                yield name, part.options if isinstance(part, Choice) else part

    def groups(self) -> tuple[KnobGroup, ...]:
        """Knobs of every part that has some, for the window and the command line."""
        groups = (KnobGroup(name, self.PARTS[name], knobs_of(options)) for name, options in self.parts())
        return tuple(group for group in groups if group.knobs)

    def turned(self, values: Mapping[str, Value]) -> Plan:
        """The plan with knobs turned; names are "group.knob", or the bare knob where only one group has it.

        Raises
        ------
        BadRequest
            For unknown or ambiguous names and for values out of range.
        """
        by_group: dict[str, dict[str, Value]] = {}
        owners: dict[str, list[str]] = {}
        for group in self.groups():
            for record in group.knobs:
                owners.setdefault(record.name, []).append(group.name)
                owners[f"{group.name}.{record.name}"] = [group.name]
        for name, value in values.items():
            if name not in owners:
                raise BadRequest(f"{self.method} has no knob {name!r}.{nearest(name, owners)}")
            if len(owners[name]) > 1:
                choices = " or ".join(f"{group}.{name}" for group in owners[name])
                raise BadRequest(f"{name!r} is a knob of several parts.", f"Say {choices}.")
            by_group.setdefault(owners[name][0], {})[name.rpartition(".")[2]] = value
        changes: dict[str, object] = {}
        for group_name, group_values in by_group.items():
            part = getattr(self, group_name)
            if isinstance(part, Choice):
                changes[group_name] = Choice(part.name, turned(part.options, group_values))
            else:
                changes[group_name] = turned(part, group_values)
        return dataclasses.replace(self, **changes)  # type: ignore[arg-type]

    def to_dict(self) -> dict[str, Any]:
        """JSON-able record from which ``from_dict`` makes an equal plan."""
        record: dict[str, Any] = {"method": self.method, "scale": self.scale, "seed": self.seed}
        for name, options in self.parts():
            part = getattr(self, name)
            record[name] = {"name": part.name} if isinstance(part, Choice) else {}
            record[name].update(dataclasses.asdict(options))  # type: ignore[call-overload]
        return record

    @classmethod
    def from_dict(cls, record: Mapping[str, Any]) -> Plan:
        """Rebuild a plan; every name and value is checked, for the record may come from a file."""
        try:
            parts = {name: dict(record[name]) for name in cls.PARTS if name in record}
            registries: dict[str, Registry[Any]] = {
                "recipe": RECIPES,
                "backbone": BACKBONES,
                "degradation": DEGRADATIONS,
                "schedule": SCHEDULES,
            }
            plain = {"patches": patches.Options, "enlargement": Enlargement}
            made: dict[str, Any] = {}
            for name, values in parts.items():
                if name in registries:
                    entry = registries[name][values.pop("name")]
                    made[name] = Choice(entry.name, turned(entry.options(), values))
                else:
                    made[name] = turned(plain[name](), values)
            return cls(method=str(record["method"]), scale=int(record["scale"]), seed=int(record["seed"]), **made)
        except (KeyError, TypeError, ValueError) as error:
            raise BadRequest(f"The record of a plan is damaged ({error!r}).") from error

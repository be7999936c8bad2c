"""A knob: one number or choice a person may turn, declared once; the check, the window and the command line read it."""

from __future__ import annotations

import dataclasses
import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from ussr_engine.errors import BadRequest

Value = bool | int | float | str
O = TypeVar("O")  # noqa: E741 - any frozen dataclass of knobs


@dataclass(frozen=True, slots=True)
class Knob:
    """Plain record of a knob, as it crosses to the window."""

    name: str
    kind: str
    """"bool", "int", "float", "choice" or "text"."""
    default: Value
    low: float | None
    high: float | None
    choices: tuple[str, ...]
    unit: str
    says: str
    """One line that explains it."""
    advanced: bool
    """Hidden behind "Advanced" in the window."""

    @property
    def label(self) -> str:
        """Words for the window: "final_passes" reads "Final passes"."""
        return self.name.replace("_", " ").capitalize()

    def parse(self, value: Value) -> Value:
        """The value in the knob's own type, checked; text is read as a person would type it."""
        if self.kind == "bool":
            words = {
                "on": True,
                "true": True,
                "yes": True,
                "1": True,
                "off": False,
                "false": False,
                "no": False,
                "0": False,
            }
            parsed: Value | None = value if isinstance(value, bool) else words.get(str(value).lower())
            if parsed is None:
                raise BadRequest(f"{self.name} is {value!r}; it must be on or off.")
            return parsed
        if self.kind in ("int", "float"):
            try:
                number = float(value)
                if number != number or (self.kind == "int" and number != int(number)):
                    raise ValueError
            except (ValueError, OverflowError):
                whole = "a whole number" if self.kind == "int" else "a number"
                raise BadRequest(f"{self.name} is {value!r}; it must be {whole}.") from None
            if (self.low is not None and number < self.low) or (self.high is not None and number > self.high):
                unit = f" {self.unit}" if self.unit else ""
                raise BadRequest(f"{self.name} is {value}; it must lie between {self.low:g} and {self.high:g}{unit}.")
            return int(number) if self.kind == "int" else number
        text = str(value)
        if self.kind == "choice" and text not in self.choices:
            raise BadRequest(f"{self.name} is {text!r}; it must be one of {', '.join(self.choices)}.")
        return text


def knob(
    default: Value,
    low: float | None = None,
    high: float | None = None,
    *,
    choices: tuple[str, ...] = (),
    unit: str = "",
    says: str = "",
    advanced: bool = False,
) -> Any:  # noqa: ANN401 - stands for a field of any type, as dataclasses.field does
    """Declare a field of an ``Options`` dataclass as a knob; bounds are inclusive and required for numbers."""
    if not isinstance(default, bool | str) and (low is None or high is None):
        raise TypeError("a number's knob declares its bounds")
    kind = "choice" if choices else {bool: "bool", int: "int", float: "float", str: "text"}[type(default)]
    record = Knob("", kind, default, low, high, choices, unit, says, advanced)
    return dataclasses.field(default=default, metadata={"knob": record})


def knobs_of(options: type[object] | object) -> tuple[Knob, ...]:
    """Records of every knob of an ``Options`` class or instance, in order; an instance gives its values as defaults."""
    found = []
    for declared in dataclasses.fields(options):  # type: ignore[arg-type]
        record: Knob = declared.metadata["knob"]
        default = record.default if isinstance(options, type) else getattr(options, declared.name)
        found.append(dataclasses.replace(record, name=declared.name, default=default))
    return tuple(found)


def turned(options: O, values: Mapping[str, Value]) -> O:
    """The options with some knobs turned; unknown names and values out of range raise BadRequest."""
    known = {record.name: record for record in knobs_of(options)}
    for name in values:
        if name not in known:
            raise BadRequest(f"There is no knob {name!r}.{nearest(name, known)}")
    parsed = {name: known[name].parse(value) for name, value in values.items()}
    return dataclasses.replace(options, **parsed)  # type: ignore[type-var]


def nearest(name: str, known: Mapping[str, object]) -> str:
    """Return " Did you mean 'x'?" or the list of what there is, ready to follow a sentence."""
    close = difflib.get_close_matches(name, list(known), n=1, cutoff=0.5)
    if close:
        return f" Did you mean {close[0]!r}?"
    return f" There are {', '.join(known)}." if known else ""

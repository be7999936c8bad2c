"""Traces of errors and of fatal signals, reduced to what is known to hold nothing but the program's own names.

Every line is read by its form, and one of no known form is left out: the words of an error may quote a file.
"""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterator
from types import TracebackType

from ussr_engine.errors import EngineError
from ussr_engine.events import Failed

_HEAD = "Traceback (most recent call last):"
_FRAME = re.compile(r'\s*File "(?P<path>[^"\n]+)", line (?P<line>\d+)(?:,? in (?P<name>[\w<>.$ ]+?))?\s*$')
_KIND = re.compile(r"(?P<kind>(?:[A-Za-z_]\w*\.)*[A-Z]\w*)(?::.*)?$")
_FATAL = re.compile(
    r"(?:Fatal Python error: [A-Za-z ]+|Windows fatal exception: [\w ]+|"
    r"(?:Current thread|Thread) 0x[0-9a-f]+(?: \[[\w -]*\])? \(most recent call first\):|"
    r"(?:Current thread|Thread) 0x[0-9a-f]+(?: \[[\w -]*\])?|  <no Python frame>|  \.\.\.)$"
)
_MODULES = re.compile(r"Extension modules: [\w., ]+\(total: (?P<count>\d+)\)$")
_ROOTS = ("site-packages", "dist-packages", "lib-dynload", "ussr_gui", "ussr_engine")
"""From these folders on a path of a program tells where in it a line stands, and nothing of the computer."""


def of_error(kind: type[BaseException], trace: TracebackType | None) -> list[str]:
    """Where an error arose, and of what kind it is; its own words are left out."""
    frames = [f"  {_place(frame.filename)}:{frame.lineno} in {frame.name}" for frame in traceback.extract_tb(trace)]
    return [*frames, _kind(kind)]


def of_text(text: str) -> list[str]:
    """The same of a trace that was printed: its frames, and the kind in the first line that is not indented again."""
    told: list[str] = []
    within = False
    for line in text.splitlines():
        if line == _HEAD:
            within = True
        elif not within:
            continue
        elif frame := _FRAME.match(line):
            told.append(_written(frame))
        elif not line.startswith(" "):
            within = False
            if kind := _KIND.match(line):
                told.append(kind["kind"])
    return told


def of_signal(text: str) -> list[str]:
    """What the fault handler left."""
    told = []
    for line in text.splitlines():
        if frame := _FRAME.match(line):
            told.append(_written(frame))
        elif _FATAL.match(line):
            told.append(line)
        elif modules := _MODULES.match(line):
            told.append(f"Extension modules: {modules['count']}")
    return told


def words_of(failed: Failed) -> str:
    """What a failure says where the program itself composed it; of a defect nothing, for it may quote a file."""
    return f"{failed.words} {failed.remedy}".strip() if failed.kind in _OWN else ""


def _kinds(kind: type[EngineError] = EngineError) -> Iterator[str]:
    yield kind.__name__
    for one in kind.__subclasses__():
        yield from _kinds(one)


_OWN = frozenset((*_kinds(), "EngineStopped", "EngineMissing", "NoResult"))


def _written(frame: re.Match[str]) -> str:
    name = f" in {frame['name']}" if frame["name"] else ""
    return f"  {_place(frame['path'])}:{frame['line']}{name}"


def _kind(kind: type[BaseException]) -> str:
    return kind.__name__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__name__}"


def _place(path: str) -> str:
    """A file of a program by its path within it: "ussr_gui/app.py"."""
    parts = re.split(r"[\\/]+", path)
    for root in _ROOTS:
        if root in parts[:-1]:
            at = len(parts) - 1 - parts[::-1].index(root)
            return "/".join(parts[at if root.startswith("ussr") else at + 1 :])
    return parts[-1]

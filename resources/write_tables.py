"""Write the tables of the guide that the program itself knows: python resources/write_tables.py.

A page says where one belongs, between ``<!-- table: KIND NAMES -->`` and ``<!-- end -->``.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from ussr_engine import pairs
from ussr_engine.cli.arguments import parser
from ussr_engine.cli.methods import reach
from ussr_engine.knobs import Knob, Value, knobs_of
from ussr_engine.learning import DEFAULTS
from ussr_engine.methods import METHODS
from ussr_engine.registry import BACKBONES
from ussr_gui.language import LANGUAGE, SOURCE, VARIABLE
from ussr_gui.wishes import GESTURES, MENUS, WISHES

DOCS = Path(__file__).resolve().parents[1] / "docs"
MARK = re.compile(r"(<!-- table: (\w+)((?: [\w-]+)*) -->\n).*?(<!-- end -->)", re.DOTALL)

Row = Sequence[str]


def table(head: Row, rows: Iterable[Row]) -> str:
    """A table of Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(cell.replace('|', '∣') for cell in line)} |\n" for line in lines)


def said(value: Value) -> str:
    """A value as the command line takes it."""
    if isinstance(value, bool):
        return "on" if value else "off"
    if isinstance(value, float):
        return f"{value:.6g}"
    return str(value) if value != "" else "empty"


def knobs(names: Sequence[str]) -> str:
    """Every knob of these methods, with the default of each; an empty cell where a method lacks it."""
    defaults: dict[str, dict[str, str]] = {}
    records: dict[str, Knob] = {}
    for name in names:
        for group in METHODS[name].plan.groups():
            for knob in group.knobs:
                full = f"{group.name}.{knob.name}"
                records.setdefault(full, knob)
                defaults.setdefault(full, {})[name] = said(knob.default)
    heads = ["default"] if len(names) == 1 else [f"`{name}`" for name in names]
    return table(
        ["knob", *heads, "range", "what it does"],
        (
            [f"`{full}`", *(defaults[full].get(name, "") for name in names), reach(knob), knob.says]
            for full, knob in records.items()
        ),
    )


def methods(names: Sequence[str]) -> str:
    """Every method of the catalogue."""
    pages = {name: page.name for page in sorted((DOCS / "research").glob("*.md")) for name in _told_on(page)}
    return table(
        ("id", "method", "what it does", "source"),
        (
            (f"[`{name}`]({pages[name]})", method.title, method.says, method.reference)
            for name, method in METHODS.items()
        ),
    )


def _told_on(page: Path) -> list[str]:
    """The methods whose knobs a page lists."""
    lists = (found[3] for found in MARK.finditer(page.read_text("utf-8")) if found[2] == "knobs")
    return [name for names in lists for name in names.split()]


def networks(names: Sequence[str]) -> str:
    """Every network with its knobs."""
    return table(
        ("network", "title", "knobs with defaults and ranges", "source"),
        ((f"`{name}`", BACKBONES[name].title, _listed(name), BACKBONES[name].reference) for name in BACKBONES),
    )


def _listed(network: str) -> str:
    found = knobs_of(BACKBONES[network].options)
    return "; ".join(f"`{knob.name}` {said(knob.default)} ({reach(knob)}): {knob.says}" for knob in found)


def courses(names: Sequence[str]) -> str:
    """Knobs of training from pairs."""
    groups = (("samples", knobs_of(pairs.Options)), ("schedule", knobs_of(DEFAULTS)))
    return table(
        ("knob", "default", "range", "what it does"),
        (
            (f"`{group}.{knob.name}`", said(knob.default), reach(knob), knob.says)
            for group, found in groups
            for knob in found
        ),
    )


def options(names: Sequence[str]) -> str:
    """Every command of the command line."""
    parts = []
    for name, command in _commands(parser()):
        head = f"### ussr-engine {name}\n\n"
        rows = [_option(action) for action in command._actions if action.help and not _is_help(action)]
        parts.append(head + (table(("option", "what it is"), rows) if rows else "No options.\n"))
    return "\n".join(parts)


def _commands(of: argparse.ArgumentParser) -> list[tuple[str, argparse.ArgumentParser]]:
    found = []
    for action in of._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, command in action.choices.items():
                found += [(name, command), *((f"{name} {one}", under) for one, under in _commands(command))]
    return found


def _is_help(action: argparse.Action) -> bool:
    return isinstance(action, argparse._HelpAction | argparse._SubParsersAction)


def _option(action: argparse.Action) -> Row:
    name = ", ".join(action.option_strings)
    value = action.metavar if isinstance(action.metavar, str) else ""
    if not value and action.choices:
        value = " or ".join(str(choice) for choice in action.choices)
    elif not value and action.nargs != 0:
        value = action.dest.upper()
    return f"`{f'{name} {value}'.strip()}`", action.help or ""


def commands(names: Sequence[str]) -> str:
    """Every command of the window with its keys."""
    parts = []
    for menu in MENUS:
        mine = [wish for wish in WISHES if wish.menu.partition("/")[0] == menu]
        rows = [(wish.title.replace(f"({menu} › ", "("), _keys(wish.keys), wish.tip) for wish in mine]
        parts.append(f"### {menu}\n\n{table(('command', 'key', 'what it does'), rows)}")
    gestures = table(("do", "what happens"), GESTURES)
    return "\n".join([*parts, f"### Mouse and more\n\n{gestures}"])


def _keys(keys: Sequence[str]) -> str:
    return ", ".join(f"`{key}`" for key in keys)


KINDS: dict[str, Callable[[Sequence[str]], str]] = {
    one.__name__: one for one in (knobs, methods, networks, courses, options, commands)
}


def filled(text: str) -> str:
    """A page with its tables as the program knows them now."""
    return MARK.sub(lambda found: f"{found[1]}\n{KINDS[found[2]](found[3].split())}\n{found[4]}", text)


def main() -> None:
    """Write every page whose tables are not current."""
    if LANGUAGE != SOURCE:
        raise SystemExit(f"The guide is in English: say {VARIABLE}={SOURCE} first.")
    for page in sorted(DOCS.rglob("*.md")):
        text = page.read_text(encoding="utf-8")
        if (now := filled(text)) != text:
            page.write_text(now, encoding="utf-8")
            print(page)


if __name__ == "__main__":
    main()

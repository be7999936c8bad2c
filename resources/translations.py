"""Collects the words of the window and what the engine says into Qt's catalogues, and compiles them.

    python resources/translations.py            collect, tell what is not translated, compile
    python resources/translations.py --check    tell whether anything is to be done; change nothing

Entries are kept by their English words.  Those that are no longer in the source are dropped, new ones are entered as
unfinished.  ``ussr_en.ts`` holds only words of which there is one for many: "%n files".
"""

from __future__ import annotations

import argparse
import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape

import PySide6

from ussr_engine.lessons.files import read_lesson, shipped
from ussr_gui.retelling import told_in

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "ussr_gui" / "translations"
LANGUAGES = ("en", "fr")
WINDOW, ENGINE, LESSONS = "ussr", "engine", "lessons"
TEMPLATES = FOLDER / "engine.json"

UNHEARD = (
    *("cli", "benchmark/page", "benchmark/report", "benchmark/words", "benchmark/exhibits"),
    *("benchmark/physics", "cluster", "pairs", "learning"),
)
"""Rooms of the engine whose sentences the window does not show."""
SAYING = {
    *("BadRequest", "UnreadableFile", "UnwritableFile", "EngineError", "MissingWeights", "DeviceFailed"),
    *("TrainingFailed", "NewerRecord", "DriveGone", "RunRefused", "QueueRefused", "OpenFailed", "SaveFailed"),
    *("Failed", "Saved", "noted", "Noted", "StageBegan", "Stage", "Candidate", "TrustMap", "Check", "lost", "_buried"),
    *("_distance", "_say", "Protected"),
}
"""Calls of the engine whose words a person reads."""
TITLED = {"TrustMap", "Check"}
"""Those that have a title of one word."""
WHOLE = (
    *("identification/finding", "measures/calibration", "batch/search", "files/export", "files/clip_export"),
    *("files/__init__", "device", "result", "derived/distances", "derived/examining", "gradual", "loop"),
    *("identification/candidates", "knobs", "history/card"),
    "honesty/maps",
)
"""Rooms of the engine in which whatever has two words or more is read."""
VALUES = ("batch/items", "history/card", "reading/trials", "measures/differences")
"""Rooms of the engine whose enumerations have words for values."""
ALONE = (
    *("text", "colour", "spectral", "other", "none", "yes", "no", "removed", "simulated", "ignored", "even", "red"),
    *("supplied", "held out", "best", "grey", "white", "mse"),
)
"""Single words that the engine gives as values, as far as its source has them."""
FACTS = ("notes", "facts")
"""Records of the engine with names and words for a person."""


@dataclass
class Entries:
    """Words by context, in the order in which they were found; the window's with whether there is one for many."""

    window: dict[str, bool] = field(default_factory=dict)
    engine: dict[str, None] = field(default_factory=dict)
    lessons: dict[str, None] = field(default_factory=dict)

    @property
    def contexts(self) -> dict[str, dict[str, bool]]:
        """All of them by context."""
        others = {ENGINE: self.engine, LESSONS: self.lessons}
        return {WINDOW: self.window, **{name: dict.fromkeys(words, False) for name, words in others.items()}}


def collected() -> Entries:
    """All words that are shown."""
    found = Entries()
    for path in sorted((ROOT / "ussr_gui").rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        for words, counted in _of_window(tree):
            found.window[words] = found.window.get(words, False) or counted
        if path.name == "settings.py":  # it knows nobody, and so not the words either
            found.engine.update(dict.fromkeys(filter(_is_sentence, _strings(tree))))
    for path in sorted((ROOT / "ussr_engine").rglob("*.py")):
        room = path.relative_to(ROOT / "ussr_engine").with_suffix("").as_posix()
        if not any(room == one or room.startswith(f"{one}/") for one in UNHEARD):
            words = _of_engine(ast.parse(path.read_text("utf-8")), room)
            found.engine.update(dict.fromkeys(one.strip(" ,") for one in words))
    for path in shipped():
        words = filter(_is_told, told_in(read_lesson(path)))
        found.lessons.update(dict.fromkeys(words))
    return found


def _is_told(words: str) -> bool:
    return re.search("[A-Za-z]{3}", words) is not None


def _of_window(tree: ast.Module) -> Iterator[tuple[str, bool]]:
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call) or not call.args:
            continue
        name, first = _name(call), call.args[0]
        if name in ("tr", "marked") and isinstance(first, ast.Constant):
            yield first.value, len(call.args) > 1
        elif name in ("add_side", "add_below") and isinstance(first, ast.Constant):
            yield first.value.capitalize(), False
        elif name == "Wish":
            for menu in _menus(call.args[1], tree):
                top, *parts = menu.split("/")
                yield from ((one, False) for one in (f"&{top}", *parts))
    for node in tree.body:  # "File/Open recent"
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            name, value = node.targets[0].id, node.value
            if name == "RECENT_MENU" and isinstance(value, ast.Constant):
                yield value.value.partition("/")[2], False


def _menus(node: ast.expr, tree: ast.Module) -> Iterator[str]:
    if isinstance(node, ast.Constant):
        yield node.value
    elif isinstance(node, ast.Name):
        for one in tree.body:
            named = isinstance(one, ast.Assign) and getattr(one.targets[0], "id", "") == node.id
            if named and isinstance(one.value, ast.Constant):  # type: ignore[attr-defined]
                yield one.value.value  # type: ignore[attr-defined]


def _of_engine(tree: ast.Module, room: str) -> Iterator[str]:
    above = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.AnnAssign) and isinstance(node.value, ast.Call) and _name(node.value) == "knob":
            yield node.target.id.replace("_", " ").capitalize()  # type: ignore[union-attr]
            for given in node.value.keywords:
                if given.arg in ("says", "unit") and isinstance(given.value, ast.Constant) and given.value.value:
                    yield given.value.value
        if isinstance(node, ast.Call) and _name(node) == "Method":
            for place, words in enumerate(map(_flat, node.args[:3])):  # a reference is a name, or some words
                if words and re.search("[a-z]{4}", words) and (place < 2 or words[0].islower()):
                    yield words
                    yield words.replace(", without VGG19", ", with VGG19")
        if room in VALUES and isinstance(node, ast.ClassDef) and any("Enum" in ast.dump(base) for base in node.bases):
            yield from (words for one in node.body if isinstance(one, ast.Assign) for words in _strings(one))
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Subscript):
            record, key = node.targets[0].value, _flat(node.targets[0].slice)
            if key and getattr(record, "id", getattr(record, "attr", "")) in FACTS:
                yield key.capitalize()
                yield from (words for words in _strings(node.value) if _has_words(words))
        if isinstance(node, ast.Dict) and room in ("files/stored", "phantom", "files/video", "files/dicom"):
            yield from (words.capitalize() for key in node.keys if key and (words := _flat(key)) and _has_words(words))
        words = _flat(node)
        if (
            not words
            or not (_has_words(words) or _is_sentence(words))
            or isinstance(above[node], ast.Expr | ast.JoinedStr)
        ):
            continue
        callers = set(_callers(node, above))
        if "Method" in callers or "knob" in callers:
            continue
        spaced = " " in words.strip()
        if (
            _is_sentence(words)
            or room == "__init__"
            or words in ALONE
            or (spaced and (callers & SAYING or room in WHOLE))
            or (callers & TITLED and words[:1].isupper())
        ):
            yield words


def _callers(node: ast.AST, above: dict[ast.AST, ast.AST]) -> Iterator[str]:
    while node in above and not isinstance(node, ast.stmt):
        node = above[node]
        if isinstance(node, ast.Call):
            yield _name(node)


def _name(call: ast.Call) -> str:
    return getattr(call.func, "id", getattr(call.func, "attr", ""))


def _flat(node: ast.AST | None) -> str | None:
    """A string; of an f-string the template, its gaps numbered."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        gaps = iter(range(len(node.values)))
        return "".join(str(one.value) if isinstance(one, ast.Constant) else f"{{{next(gaps)}}}" for one in node.values)
    return None


def _strings(tree: ast.AST) -> Iterator[str]:
    """All strings below, docstrings and parts of f-strings left out."""
    inner = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    inner |= {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    formats = {
        id(one)
        for node in ast.walk(tree)
        if isinstance(node, ast.FormattedValue) and node.format_spec is not None
        for one in ast.walk(node.format_spec)
    }
    for node in ast.walk(tree):
        words = _flat(node)
        if words is not None and id(node) not in inner | formats:
            yield words


def _has_words(words: str) -> bool:
    """Whether its own letters, gaps aside, are a word or more, and no name of a program's."""
    own = re.sub(r"\{\d+\}", "", words)
    return (
        re.search(r"[A-Za-z]{3}", own) is not None
        and re.search(r"[_<>=\\;]{1}\S|^[a-z]+[.:/]|SELECT|PRAGMA", own) is None
    )


def _is_sentence(words: str) -> bool:
    own = words.strip()
    return re.search(r"[A-Za-z0-9})”`’']\.$", own) is not None and len(re.findall("[A-Za-z]{2,}", own)) >= 3


# -- catalogues --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Message:
    """One entry of a catalogue; ``forms`` has several where there is one for many."""

    forms: tuple[str, ...]
    counted: bool

    @property
    def is_finished(self) -> bool:
        """Whether nothing is left to translate."""
        return bool(self.forms) and all(self.forms)


def read(path: Path) -> dict[tuple[str, str], Message]:
    """Entries of a catalogue by context and English words."""
    if not path.exists():
        return {}
    found = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            said = message.find("translation")
            assert said is not None
            counted = message.get("numerus") == "yes"
            forms = [form.text or "" for form in said.iter("numerusform")] if counted else [said.text or ""]
            found[name, message.findtext("source", "")] = Message(tuple(forms), counted)
    return found


def written(language: str, entries: Entries, known: dict[tuple[str, str], Message]) -> str:
    """A catalogue as Qt's tools read it."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>"]
    lines += [f'<TS version="2.1" language="{language}" sourcelanguage="en">']
    for context, words in entries.contexts.items():
        kept = {one: counted for one, counted in words.items() if counted or language != "en"}
        if not kept:
            continue
        lines += ["<context>", f"    <name>{context}</name>"]
        for source, counted in sorted(kept.items()):
            message = known.get((context, source), Message((), counted))
            forms = message.forms if message.counted == counted else ()
            state = "" if forms and all(forms) else ' type="unfinished"'
            lines += [f"    <message{' numerus=' + chr(34) + 'yes' + chr(34) if counted else ''}>"]
            lines += [f"        <source>{escape(source)}</source>"]
            if counted:
                inner = "".join(f"<numerusform>{escape(one)}</numerusform>" for one in (*forms, "", "")[:2])
            else:
                inner = escape(forms[0]) if forms else ""
            lines += [f"        <translation{state}>{inner}</translation>", "    </message>"]
        lines.append("</context>")
    return "\n".join([*lines, "</TS>", ""])


def templates(entries: Entries) -> str:
    """What the engine says with gaps, for the window to know it by."""
    return json.dumps(sorted(one for one in entries.engine if "{0}" in one), ensure_ascii=False, indent=0) + "\n"


def compiled(language: str) -> None:
    """Make the file that the window reads."""
    tool = Path(PySide6.__file__).parent / ("lrelease.exe" if sys.platform == "win32" else "lrelease")
    source = FOLDER / f"ussr_{language}.ts"
    made = source.with_suffix(".new")
    subprocess.run([tool, "-silent", source, "-qm", made], check=True)
    made.replace(source.with_suffix(".qm"))  # windows that are open hold the old one in their memory


def main() -> int:
    """Do what the command line asks; 1 where anything is left to do and it was only asked for that."""
    parser = argparse.ArgumentParser(description="Collect and compile the translations.")
    parser.add_argument("--check", action="store_true", help="change nothing; 1 if anything is to be done")
    check = parser.parse_args().check
    entries, open_ = collected(), 0
    for language in LANGUAGES:
        path = FOLDER / f"ussr_{language}.ts"
        text = written(language, entries, read(path))
        stale = not path.exists() or path.read_text("utf-8") != text
        if not check:
            path.write_text(text, "utf-8")
            compiled(language)
        elif stale:
            print(f"{path.name} is not what the source says")
            open_ += 1
        for (context, source), message in read(path).items():
            if not message.is_finished:
                print(f"{language} {context}: {source!r}")
                open_ += 1
    if check:
        open_ += TEMPLATES.read_text("utf-8") != templates(entries)
    else:
        TEMPLATES.write_text(templates(entries), "utf-8")
    sizes = ", ".join(f"{len(words)} {name}" for name, words in entries.contexts.items())
    print(f"{sizes}; {open_} to do")
    return int(check and open_ > 0)


if __name__ == "__main__":
    sys.exit(main())

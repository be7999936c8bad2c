"""Every word of the window is in its catalogues, and French has them all."""

from __future__ import annotations

import ast
import importlib.util
import json
import re
import string
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QTranslator

from ussr_gui import language
from ussr_gui.settings import LANGUAGE, Settings, kept_language

ROOT = Path(__file__).resolve().parents[1]
MADE_ELSEWHERE = {
    *("__main__.py", "demo.py"),  # the command line is English
    *("stylesheet.py", "language.py"),
    "settings.py",  # knows nobody; its sentences are known as the engine's are
    "reading/lines.py",  # heads of a table for programs
    "self_test.py",
    *(f"problems/{name}.py" for name in ("bundle", "choices", "facts", "logbook", "traces", "watching")),  # for menders
}
SINKS = {
    *(
        "label",
        "heading",
        "section",
        "Button",
        "Tool",
        "Choice",
        "Whole",
        "Field",
        "Segments",
        "FigureTable",
        "RowList",
    ),
    *("QLabel", "QPushButton", "QCheckBox", "QRadioButton", "QAction", "QGroupBox", "Card", "Dial", "Wish"),
    *("setText", "setToolTip", "setStatusTip", "setWhatsThis", "setWindowTitle", "setAccessibleName", "setTitle"),
    *("setAccessibleDescription", "setPlaceholderText", "setLabel", "setIconText", "addTab", "addMenu", "addItem"),
    *("add_entry", "say", "show_ready", "excuse", "rename"),
}
"""Calls whose words a person reads."""
NOT_READ = {
    *(
        "setObjectName",
        "setProperty",
        "startswith",
        "endswith",
        "TypeVar",
        "getattr",
        "strftime",
        "toString",
        "compile",
    ),
    *("whole", "text", "set_text", "set_whole", "is_on", "set_on", "record", "set_record", "layout", "set_layout"),
    *("split", "partition", "rpartition", "replace", "QKeySequence", "font", "Thread", "choose", "Output", "Failed"),
    *("ActionButton", "icon", "pixmap", "set_beside", "show_icon", "field"),
}
"""Calls whose words are names for the program."""
EVERYWHERE = re.compile(
    r"[^A-Za-z]*|USSR|DICOM|NIfTI|Français|English|Python|Qt"
    r"|[A-Z0-9]{2,6}|[A-Za-z]{2,6} \(\*.*|gCNR|Log|dB|[a-z0-9_./%-]+"
    r"|((Ctrl|Alt|Shift)\+)*(\w|F\d+|.)"
)
"""The same in every language, or no words."""
NAMES = re.compile(
    r"(File|Edit|View|Compare|Measure|Train|Tools|Help)/.*|held out|engine (reader|writer)|USSR results"
    r"|DICOM, PNG, JPEG.*"
    r"|right answer|PSNR, dB"
    r"|Answer time|Something went wrong in the window:"
    r"|d MMMM, HH:mm|yyyy-MM-dd hh:mm 'UTC'"
    r"|This plugin does not support propagateSizeHints\(\)",
    re.DOTALL,
)
"""Menus and losses by name, a folder, formats, the log, heads and curves in files, and what Qt says."""
MARKUP = re.compile(
    r"<(svg|div|qt|br|h|!|/|p|i|span|dl|tr|line|text|polyline|html|figure|thead|b>)|[{};]\s*$|@page|\bfont-|=\""
)


def program() -> ModuleType:
    """The program that collects and compiles."""
    if "translations" not in sys.modules:
        spec = importlib.util.spec_from_file_location("translations", ROOT / "resources" / "translations.py")
        assert spec is not None
        assert spec.loader is not None
        sys.modules["translations"] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules["translations"])
    return sys.modules["translations"]


@cache
def entries():
    return program().collected()


@cache
def catalogue(name: str):
    return program().read(ROOT / "ussr_gui" / "translations" / f"ussr_{name}.ts")


def bare_words(path: Path) -> Iterator[tuple[int, str]]:
    """Words for a person that are not in the catalogue, with their lines."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    above = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            words = "".join(one.value if isinstance(one, ast.Constant) else "\0" for one in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            words = node.value
        else:
            continue
        callers, read = [], True
        inner: ast.AST = node
        while inner in above and not isinstance(inner, ast.stmt):
            outer = above[inner]
            if isinstance(outer, ast.Call) and inner is not outer.func:
                callers.append(getattr(outer.func, "id", getattr(outer.func, "attr", "")))
            if isinstance(outer, ast.Subscript | ast.Compare | ast.JoinedStr | ast.Expr | ast.Raise | ast.Assert):
                read = isinstance(outer, ast.Expr) and bool(callers)
                if not read:
                    break
            if isinstance(outer, ast.AnnAssign) and outer.annotation is inner:
                read = False
            if isinstance(outer, ast.arg) or (isinstance(outer, ast.FunctionDef) and outer.returns is inner):
                read = False
            if isinstance(outer, ast.Call) and callers[-1:] == ["Wish"] and inner not in (outer.args[2], outer.args[4]):
                read = False  # its name, its menu, its keys
            inner = outer
        if not read or {"tr", "marked"} & set(callers) or (callers and callers[0] in NOT_READ and " " not in words):
            continue
        bare = words.replace("\0", "")
        several = re.search(r"[A-Za-z’']{2,}[,:;.…]?\s+[A-Za-z“(]+", words) is not None
        if (
            EVERYWHERE.fullmatch(bare.strip())
            or NAMES.fullmatch(bare)
            or MARKUP.search(words)
            or not re.search("[A-Za-z]{2}", bare)
        ):
            continue
        if several or (callers and callers[0] in SINKS and re.search("[A-Z][a-z]", bare)):
            yield node.lineno, words.replace("\0", "{…}")


def test_every_word_of_the_window_goes_through_the_catalogue() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{line}: {words!r}"
        for path in sorted((ROOT / "ussr_gui").rglob("*.py"))
        if path.relative_to(ROOT / "ussr_gui").as_posix() not in MADE_ELSEWHERE
        for line, words in bare_words(path)
    ]
    assert not found, "write tr(…) around these, and run `python resources/translations.py`:\n" + "\n".join(found)


@pytest.mark.parametrize("name", ["en", "fr"])
def test_a_catalogue_has_what_the_source_says_and_nothing_else(name: str) -> None:
    wanted = {
        (context, one): many
        for context, words in entries().contexts.items()
        for one, many in words.items()
        if many or name != "en"
    }
    has = {key: message.counted for key, message in catalogue(name).items()}
    assert has.keys() == wanted.keys(), "run `python resources/translations.py`"
    assert has == wanted


def test_the_engines_templates_are_those_of_its_source() -> None:
    told = (ROOT / "ussr_gui" / "translations" / "engine.json").read_text("utf-8")
    assert told == program().templates(entries()), "run `python resources/translations.py`"


@pytest.mark.parametrize("name", ["en", "fr"])
def test_nothing_is_left_untranslated(name: str) -> None:
    left = [source for (_, source), message in catalogue(name).items() if not message.is_finished]
    assert not left, f"write them into ussr_{name}.ts, and run `python resources/translations.py`"


def gaps(words: str, context: str) -> list[str]:
    """What is filled in, the number with it."""
    if context != "ussr":
        return sorted(set(re.findall(r"\{\d+\}", words)))
    fields = {f"{name}:{spec}" for _, name, spec, _ in string.Formatter().parse(words) if name}
    return sorted(fields | ({"%n"} if "%n" in words else set()))


@pytest.mark.parametrize("name", ["en", "fr"])
def test_translations_have_the_gaps_of_their_source(name: str) -> None:
    for (context, source), message in catalogue(name).items():
        for form in message.forms:
            own = set(gaps(form, context)) ^ set(gaps(source, context))
            assert own <= ({"%n"} if message.counted else set()), f"{source!r}: {form!r}"


def test_french_is_written_as_french_is() -> None:
    """A thin space never breaks before a colon, and apostrophes are those of print."""
    for (_, source), message in catalogue("fr").items():
        for form in message.forms:
            assert not re.search(r"\w [:;?!»]", form), f"{source!r}: {form!r}"
            assert not re.search(r"[a-zà-ÿ]'[a-zà-ÿ]", form), f"{source!r}: {form!r}"


@pytest.mark.parametrize("name", ["en", "fr"])
def test_the_compiled_catalogue_says_what_its_source_says(name: str) -> None:
    compiled = QTranslator()
    assert compiled.load(str(language.FOLDER / f"ussr_{name}.qm"))
    for (context, source), message in catalogue(name).items():
        forms = [compiled.translate(context, source, None, count) for count in (1, 2)]
        told = forms if message.counted else [compiled.translate(context, source)]
        assert tuple(told) == message.forms, "run `python resources/translations.py`"


def test_the_language_is_the_environments_else_the_persons(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings()
    settings.set_text(LANGUAGE, "fr")
    settings.sync()
    assert kept_language() == "fr"
    assert language.settled() == "en"  # as the environment of tests says
    monkeypatch.delenv(language.VARIABLE)
    assert language.settled() == "fr"
    monkeypatch.setenv(language.VARIABLE, "xx_YY")
    assert language.settled() == "fr"


def test_templates_are_few_enough_to_be_tried_one_by_one() -> None:
    assert len(json.loads((language.FOLDER / "engine.json").read_text("utf-8"))) < 1000

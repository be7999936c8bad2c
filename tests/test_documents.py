"""Documents that would otherwise rot: commands, ids and pictures they name exist."""

from __future__ import annotations

import ast
import re
import shlex
from pathlib import Path

import pytest

from ussr_engine.cli.arguments import parser
from ussr_engine.methods import METHODS

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]


def existing_tests() -> set[str]:
    """``path::name`` of every test function, also those inside classes."""
    found = set()
    for path in (ROOT / "tests").rglob("test_*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                found.add(f"{path.relative_to(ROOT).as_posix()}::{node.name}")
    return found


def test_every_test_named_in_the_acceptance_exists() -> None:
    named = set(re.findall(r"tests/[\w/]+\.py::\w+", (ROOT / "docs" / "acceptance.md").read_text(encoding="utf-8")))
    assert named
    assert not named - existing_tests()


def test_every_row_of_the_acceptance_names_evidence_or_says_not_met() -> None:
    rows = [line for line in (ROOT / "docs" / "acceptance.md").read_text("utf-8").splitlines() if line.startswith("| ")]
    for row in rows:
        cells = [cell.strip() for cell in row.strip("|").split("|")]
        if set(row) <= set("|-: ") or cells[0] in ("sentence", "#"):
            continue
        assert len(cells) == 5, row
        evidence, date = cells[2], cells[4]
        assert "tests/" in evidence or "`" in evidence or cells[3].startswith("not met"), row
        assert re.fullmatch(r"20\d\d-\d\d-\d\d", date), row


CASES = {"A": 12, "B": 26, "C": 20, "D": 14, "E": 7, "F": 8, "G": 16, "H": 6, "I": 3}
"""How many cases of reliability there are of each group."""


def test_every_case_of_reliability_has_a_row_with_tests_that_exist() -> None:
    text = (ROOT / "docs" / "reliability.md").read_text(encoding="utf-8")
    rows = {row.split("|")[1].strip(): row for row in text.splitlines() if re.match(r"\| [A-I]\d\d \|", row)}
    assert list(rows) == [f"{group}{number:02}" for group, count in CASES.items() for number in range(1, count + 1)]
    tests = existing_tests()
    for row in rows.values():
        named = re.findall(r"tests/[\w/]+\.py::\w+", row)
        assert named, row
        assert set(named) <= tests, set(named) - tests


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_picture_and_page_a_document_links_to_is_there(document: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", document.read_text(encoding="utf-8")):
        if not target.startswith("http"):
            assert (document.parent / target).is_file(), f"{document.name} links to {target}"


def test_the_readmes_commands_are_understood() -> None:
    lines = re.findall(r"^ussr-engine (.+)$", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert len(lines) >= 6
    for line in lines:
        assert callable(parser().parse_args(shlex.split(line)).command)


def test_the_readmes_table_lists_every_method() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    for method in METHODS:
        assert f"| `{method}` |" in text, f"README.md does not list {method}"


def test_the_network_in_the_guide_is_the_one_in_the_program() -> None:
    """The page on a network in one file shows real code, to the letter."""
    text = (ROOT / "docs" / "research" / "new-network.md").read_text(encoding="utf-8")
    shown = re.search(r"<!-- (ussr_engine/[\w/]+\.py) -->\n```python\n(.*?)```", text, re.DOTALL)
    assert shown
    assert shown.group(2) == (ROOT / shown.group(1)).read_text(encoding="utf-8")

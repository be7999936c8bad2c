"""The guide says what the program does: links, pictures, tables, licences; and the site that is made of it."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from zipfile import ZipFile

import pytest

from resources.write_tables import MARK, filled
from ussr_engine.methods import METHODS
from ussr_engine.registry import BACKBONES
from ussr_gui.guide import library
from ussr_gui.guide.rendering import SCHEME, as_html, slug

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").rglob("*.md"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def text(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def test_the_contents_name_every_page_there_is_once() -> None:
    assert sorted(library.paths()) == PAGES


def test_titles_in_the_contents_are_those_of_the_pages_or_shorter() -> None:
    for chapter in library.contents():
        assert len({title for title, _ in chapter.pages}) == len(chapter.pages)
        for _, path in chapter.pages:
            assert library.page(path).title != path, f"{path} has no heading"


@pytest.mark.parametrize("path", PAGES)
def test_every_link_leads_to_a_page_a_heading_or_a_picture_of_the_guide(path: str) -> None:
    html = as_html(text(path), path)
    for target in re.findall(r'(?:href|src)="([^"]+)"', html):
        if target.startswith(f"{SCHEME}:///"):
            file, _, anchor = target.removeprefix(f"{SCHEME}:///").partition("#")
            assert library.place(file), target
            if anchor:
                assert f'<a name="{anchor}">' in as_html(text(file), file), f"{path} links to {target}"
        else:
            assert target.startswith("https://"), target


def test_headings_become_anchors_as_on_the_site() -> None:
    assert slug("Start, pause, finish, cancel") == "start-pause-finish-cancel"
    assert slug("A patient's data in DICOM") == "a-patients-data-in-dicom"


@pytest.mark.parametrize("path", [path for path in PAGES if MARK.search(text(path))])
def test_tables_of_knobs_options_and_commands_are_those_of_the_program(path: str) -> None:
    assert filled(text(path)) == text(path), "run python resources/write_tables.py"


def test_every_method_has_its_idea_equation_knobs_weakness_and_source() -> None:
    told: dict[str, str] = {}
    for path in PAGES:
        for found in MARK.finditer(text(path)):
            if found[2] == "knobs":
                told |= dict.fromkeys(found[3].split(), path)
    assert set(told) == set(METHODS)
    for method, path in told.items():
        words = text(path)
        for what in ("**Idea.**", "**Bad at**", "**Source.**", "\n> "):
            assert what in words, f"{path} does not say {what} of {method}"
    networks = text("docs/research/trained.md")
    assert all(f"| `{name}` |" in networks for name in BACKBONES)


def packages() -> set[str]:
    """Every package that pyproject.toml names, extras too."""
    wanted = [*PROJECT["dependencies"], *(one for extra in PROJECT["optional-dependencies"].values() for one in extra)]
    return {re.match(r"[\w.-]+", one)[0].lower() for one in wanted}


def rows() -> dict[str, str]:
    """Package and licence of every row of the list of third-party parts."""
    found = re.findall(r"^\| ([\w.-]+) \| ([^|]+) \|", text("docs/third-party.md"), re.MULTILINE)
    return {name.lower(): licence.strip() for name, licence in found if name not in ("package", "---")}


def test_every_dependency_stands_among_the_third_party_parts_and_none_besides() -> None:
    assert set(rows()) == packages()


@pytest.mark.parametrize("name", sorted(packages()))
def test_a_third_partys_licence_is_the_one_its_package_states(name: str) -> None:
    try:
        told = importlib.metadata.metadata(name)
    except importlib.metadata.PackageNotFoundError:
        pytest.skip(f"{name} is not installed")
    stated = " ".join([told.get("License-Expression") or "", (told.get("License") or "")[:2000]])
    stated += " ".join(one for one in told.get_all("Classifier") or [] if one.startswith("License"))
    family = rows()[name].split("-")[0]
    assert family in stated or family.replace("Apache", "Apache Software") in stated, f"{name}: {stated[:200]}"


def test_the_window_is_told_of_no_address_but_by_https_and_of_no_foreign_font_or_script() -> None:
    for path in PAGES:
        assert not re.search(r"<(script|link|iframe|img|style)\b", text(path)), path
        assert "http://" not in text(path), path


@pytest.mark.slow
def test_the_site_is_built_without_a_warning_and_loads_nothing_from_elsewhere(tmp_path: Path) -> None:
    if importlib.util.find_spec("sphinx") is None:
        pytest.skip("needs the extra docs")
    built = [sys.executable, "-m", "sphinx", "-W", "-q", "-b", "html", "docs", str(tmp_path)]
    done = subprocess.run(built, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    for page in tmp_path.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        assert not re.search(r'<(script|link|img|iframe)[^>]+(src|href)="(https?:)?//', html), page
    for sheet in tmp_path.rglob("*.css"):
        assert not re.search(r"(@import|url\()\s*[\"']?(https?:)?//", sheet.read_text(encoding="utf-8")), sheet
    for path in PAGES:
        assert (tmp_path / path.removeprefix("docs/")).with_suffix(".html").is_file(), path


@pytest.mark.slow
def test_an_installed_program_has_every_page_and_picture(tmp_path: Path) -> None:
    """A wheel is built and read: what F1 shows without the repository."""
    source = tmp_path / "source"
    source.mkdir()
    for name in ("docs", "resources", "ussr_engine", "ussr_gui"):
        (source / name).symlink_to(ROOT / name, target_is_directory=True)
    for name in ("pyproject.toml", "setup.py", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, source)
    pip = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation", "--no-index"]
    done = subprocess.run([*pip, "-w", str(tmp_path), str(source)], cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    (wheel,) = tmp_path.glob("*.whl")
    pictures = [f"resources/screenshots/{one.name}" for one in (ROOT / "resources" / "screenshots").glob("*.png")]
    assert {f"ussr_gui/guide/shipped/{one}" for one in (*PAGES, *pictures)} <= set(ZipFile(wheel).namelist())

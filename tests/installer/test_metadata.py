"""What is told to desktops and installers about the program agrees with the program."""

from __future__ import annotations

import configparser
import os
import plistlib
import re
import shutil
import subprocess
import tomllib
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from installer.build import main
from installer.formats import MIME_TYPES, mime_types, suffixes
from installer.linux import wrapping
from installer.macos.application import about
from installer.started import give_back_the_libraries
from installer.windows.setup import lists, setup
from ussr_engine import __version__
from ussr_engine.cli.doctor import QT_LIBRARIES, XCB_LIBRARIES
from ussr_gui import __main__ as program

ROOT = Path(__file__).resolve().parents[2]
LINUX = ROOT / "installer" / "linux"
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"
KNOWN_TO_DESKTOPS = {"image/png", "image/jpeg", "image/tiff", "image/bmp", "video/x-msvideo", "video/mp4"} | {
    *("video/quicktime", "video/mpeg")
}
"""Kinds that every desktop tells apart by itself, by the suffixes that we read."""


@pytest.fixture
def payload(tmp_path: Path) -> Path:
    """Stands for the folder that PyInstaller makes."""
    folder = tmp_path / "payload"
    for name in ("ussr.exe", "ussr-engine.exe", "_internal/torch/lib/torch.dll", "_internal/ussr_gui/icons/a $b.svg"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"MZ" * 512)
    return folder


def desktop_entry() -> dict[str, str]:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read(LINUX / "ussr.desktop", encoding="utf-8")
    return dict(parser["Desktop Entry"])


def test_every_format_that_the_program_reads_has_a_name_that_desktops_know():
    assert set(MIME_TYPES) == set(suffixes())


def test_desktop_entry_and_store_entry_offer_the_formats_that_the_program_reads():
    assert desktop_entry()["MimeType"].rstrip(";").split(";") == mime_types()
    offered = ElementTree.parse(LINUX / "ussr.metainfo.xml").iterfind("provides/mediatype")
    assert [one.text for one in offered] == mime_types()


def test_kinds_that_desktops_do_not_know_are_described_with_their_suffixes():
    described = {
        kind.get("type"): {glob.get("pattern", "")[1:] for glob in kind.iter(f"{MIME}glob")}
        for kind in ElementTree.parse(LINUX / "ussr-mime.xml").iter(f"{MIME}mime-type")
    }
    unknown = {name for name in mime_types() if name not in KNOWN_TO_DESKTOPS}
    assert described == {name: {s for s, kind in MIME_TYPES.items() if kind == name} for name in unknown}


def test_the_version_is_the_same_everywhere(tmp_path: Path):
    stated = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    newest = next(ElementTree.parse(LINUX / "ussr.metainfo.xml").iterfind("releases/release"))
    assert stated == __version__ == newest.get("version") == about()["CFBundleVersion"]
    assert date.fromisoformat(newest.get("date", "")).year >= 2026
    assert f"\nVersion: {__version__}\n" in wrapping.control(tmp_path)


def test_the_package_asks_for_the_libraries_whose_lack_the_doctor_tells(tmp_path: Path):
    (line,) = [line for line in wrapping.control(tmp_path).splitlines() if line.startswith("Depends:")]
    asked = {re.split(r"[ |(]", one.strip())[0] for one in line.removeprefix("Depends:").split(",")}
    assert asked == {"libc6", *QT_LIBRARIES.values(), *XCB_LIBRARIES.values()}


def test_the_newest_glibc_that_any_library_names_is_asked_for(tmp_path: Path):
    for name, needs in (("one.so", b"GLIBC_2.4\0GLIBC_2.34\0"), ("two.so", b"GLIBC_2.9\0")):
        (tmp_path / name).write_bytes(b"\x7fELF" + needs)
    (tmp_path / "notes.txt").write_bytes(b"GLIBC_2.99\0")
    assert wrapping.glibc(tmp_path) == "2.34"


def test_everything_that_lies_beside_the_modules_is_installed_with_them():
    told = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]["package-data"]
    for package, patterns in told.items():
        installed = {path for pattern in patterns for path in (ROOT / package).glob(pattern)}
        beside = {path for path in (ROOT / package).rglob("*") if path.is_file() and "__pycache__" not in path.parts}
        left = {path.name for path in beside - installed if path.suffix not in (".py", ".ts")}
        assert not left, f"{package}: {left}"


@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason="desktop-file-validate is not installed")
def test_the_desktop_entry_is_valid():
    told = subprocess.run(
        ["desktop-file-validate", LINUX / "ussr.desktop"], capture_output=True, text=True, check=False
    )
    assert (told.returncode, told.stdout) == (0, "")


@pytest.mark.skipif(not shutil.which("appstreamcli"), reason="appstreamcli is not installed")
def test_the_store_entry_is_valid():
    command = ["appstreamcli", "validate", "--no-net", LINUX / "ussr.metainfo.xml"]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout


def test_the_windows_script_offers_every_suffix_and_removes_every_file_before_its_folder(payload: Path, tmp_path: Path):
    made = lists(payload, tmp_path / "lists")
    offered = re.findall(r'\$\{EACH\} "(.+)"', (made / "suffixes.nsh").read_text(encoding="utf-8"))
    assert sorted([*offered, ".nii.gz"]) == sorted(suffixes()), (
        "a system that looks at the last suffix knows no .nii.gz"
    )
    lines = (made / "removing.nsh").read_text(encoding="utf-8").splitlines()
    removed = [line.split('"')[1].removeprefix("$INSTDIR\\").replace("$$", "$").replace("\\", "/") for line in lines]
    assert set(removed) == {str(path.relative_to(payload)) for path in payload.rglob("*")}
    assert all(removed.index(name) < removed.index(name.rpartition("/")[0]) for name in removed if "/" in name)


@pytest.mark.skipif(not shutil.which("makensis"), reason="makensis is not installed")
def test_the_windows_script_compiles_to_a_program(payload: Path, tmp_path: Path):
    made = setup(payload, tmp_path, tmp_path / "work")
    assert made.name == f"ussr-{__version__}-windows-x64-setup.exe"
    assert made.read_bytes().startswith(b"MZ")


def test_the_mac_application_offers_every_suffix():
    (kinds,) = about()["CFBundleDocumentTypes"]  # type: ignore[misc]
    assert sorted([*(f".{end}" for end in kinds["CFBundleTypeExtensions"]), ".nii.gz"]) == sorted(suffixes())
    assert plistlib.loads((ROOT / "installer/macos/entitlements.plist").read_bytes())
    subprocess.run(["sh", "-n", ROOT / "installer/macos/make_dmg.sh"], check=True)


def test_programs_that_the_bundle_opens_files_with_find_the_systems_libraries(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/ussr/_internal:/home/anna/lib")
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/home/anna/lib")
    monkeypatch.setenv("PYINSTALLER_RESET_ENVIRONMENT", "")
    give_back_the_libraries()
    assert os.environ["LD_LIBRARY_PATH"] == "/home/anna/lib"
    assert os.environ["PYINSTALLER_RESET_ENVIRONMENT"] == "1", "our own processes are told to look for ours again"
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/ussr/_internal")
    give_back_the_libraries()
    assert "LD_LIBRARY_PATH" not in os.environ


def test_an_installer_without_its_folder_is_refused_with_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["deb", "--out", str(tmp_path)]) == 1
    assert "build `folder` first" in capsys.readouterr().err


def test_files_are_handed_over_by_the_desktop_as_the_command_takes_them(capsys: pytest.CaptureFixture[str]):
    assert desktop_entry()["Exec"] == "ussr %F"
    with pytest.raises(SystemExit) as ended:
        program.main(["--help"])
    assert ended.value.code == 0
    assert "[SCAN ...]" in capsys.readouterr().out

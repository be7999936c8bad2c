"""The doctor: what the environment lacks is said in a line each, also where the program itself could not start."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path


def told(tmp_path: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """What a command says where ``tmp_path`` comes before the installed packages."""
    path = os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")])
    command = [sys.executable, "-m", "ussr_engine", *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, env={**os.environ, "PYTHONPATH": path})


def lacking(tmp_path: Path, name: str) -> None:
    """A package that is not there when it is wanted."""
    (tmp_path / f"{name}.py").write_text(f"raise ModuleNotFoundError('No module named {name}', name={name!r})\n")


def test_where_all_is_there_every_package_was_looked_at(tmp_path: Path) -> None:
    done = told(tmp_path, "doctor", "--json")
    packages = next(one for one in json.loads(done.stdout) if one["what"] == "Packages")
    assert packages["ok"]
    assert int(packages["says"].split()[0]) > 20


def installed(tmp_path: Path, name: str, version: str) -> None:
    """A package of another version than the one that is there."""
    folder = tmp_path / f"{name}-{version}.dist-info"
    folder.mkdir()
    (folder / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")


def test_packages_too_old_and_too_new_are_named_with_what_is_needed(tmp_path: Path) -> None:
    installed(tmp_path, "pydicom", "1.0")
    installed(tmp_path, "pyside6_essentials", "6.12.0")
    done = told(tmp_path, "doctor")
    assert "MISSING  PySide6-Essentials: 6.12.0 is installed;" in done.stdout
    assert "ok       PySide6-Essentials" not in done.stdout
    assert done.returncode == 4
    assert "MISSING  pydicom: 1.0 is installed; >=3.0.2 is needed\n" in done.stdout
    assert "Run: python -m pip install 'pydicom>=3.0.2'\n" in done.stdout


def test_where_a_package_is_missing_the_doctor_still_speaks_and_other_commands_name_it(tmp_path: Path) -> None:
    lacking(tmp_path, "platformdirs")
    done = told(tmp_path, "doctor")
    assert "torch: does not load (No module named platformdirs)" in done.stdout
    assert "Disk:" in done.stdout
    assert done.returncode == 4
    assert done.stderr == ""
    asked = told(tmp_path, "enlarge", "phantom:0", "--method", "bicubic", "--scale", "2", "-o", str(tmp_path / "a.png"))
    assert asked.returncode == 4
    assert (
        asked.stderr
        == "ussr-engine: the package platformdirs is not installed. `ussr-engine doctor` says how to get it.\n"
    )

"""The program started by its command, on a machine without a display."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from ussr_engine import __version__


def started(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    surroundings = {name: value for name, value in os.environ.items() if name not in hidden}
    command = [sys.executable, "-m", "ussr_gui", *arguments]
    return subprocess.run(command, cwd=folder, env=surroundings, capture_output=True, text=True, check=False)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
def test_without_a_display_the_program_says_what_to_do(tmp_path: Path):
    ended = started(tmp_path)
    assert ended.returncode == 2
    assert "There is no display" in ended.stderr
    assert "ussr --demo" in ended.stderr


def test_the_version_is_told(tmp_path: Path):
    assert started(tmp_path, "--version").stdout.strip() == f"ussr {__version__}"


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
def test_the_demonstration_leaves_a_picture_of_the_real_window(tmp_path: Path):
    ended = started(tmp_path, "--demo")
    assert ended.returncode == 0, ended.stderr
    assert "There is no display" in ended.stderr
    assert "on bicubic" in ended.stdout
    path = tmp_path / "ussr-demo.png"
    assert ended.stdout.splitlines()[-1] == str(path)
    with Image.open(path) as picture:
        assert picture.width >= 1280

"""``ussr --self-test``: what a person is told who wonders whether an installation works."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from ussr_engine import __version__


def tried(folder: Path, **surroundings: str) -> subprocess.CompletedProcess[str]:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    kept = {name: value for name, value in os.environ.items() if name not in hidden}
    command = [sys.executable, "-m", "ussr_gui", "--self-test"]
    return subprocess.run(
        command, cwd=folder, env={**kept, **surroundings}, capture_output=True, text=True, check=False
    )


def test_without_a_display_the_self_test_enlarges_saves_reads_again_and_leaves_nothing(
    own_folders: Path, tmp_path: Path
):
    room = tmp_path / "room"
    room.mkdir()
    ended = tried(tmp_path, TMPDIR=str(room))
    assert ended.returncode == 0, ended.stderr
    said = re.fullmatch(
        rf"OK: USSR {__version__} works here\. SimReg ×2 .+: ([\d.]+) dB, interpolation ([\d.]+) dB; "
        r"what was saved was read back the same\.\n",
        ended.stdout,
    )
    assert said, ended.stdout
    assert float(said[1]) > float(said[2]) + 1
    assert not list(room.iterdir())
    assert not [path for path in own_folders.rglob("*") if "ussr" in path.name.lower()]


def test_where_the_engine_cannot_start_the_self_test_says_so_in_one_sentence(tmp_path: Path):
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "torch.py").write_text('raise ImportError("libtorch.so: cannot open shared object file")\n')
    paths = os.pathsep.join([str(broken), str(Path(__file__).parents[2]), os.environ.get("PYTHONPATH", "")])
    ended = tried(tmp_path, PYTHONPATH=paths)
    assert ended.returncode == 1
    assert ended.stdout == ""
    said = ended.stderr.splitlines()
    assert len(said) == 1, ended.stderr
    assert said[0].startswith("The engine cannot start: libtorch.so: cannot open shared object file.")
    assert "ussr-engine doctor" in said[0]

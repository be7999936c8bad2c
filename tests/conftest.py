"""Set before Qt and torch are imported: no screen, no downloads, the folders of development if they are there."""

from __future__ import annotations

import os
import socket
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("seeded", derandomize=True)
settings.load_profile("seeded")  # the same examples everywhere; `--hypothesis-profile default` looks for others

SHARED = Path(__file__).resolve().parents[2] / "shared"
DATA = Path(os.environ.get("USSR_DATA", SHARED / "data"))
if "USSR_WEIGHTS" not in os.environ and (SHARED / "weights").is_dir():
    os.environ["USSR_WEIGHTS"] = str(SHARED / "weights")


@pytest.fixture
def data() -> Path:
    """Folder of real scans; tests that need one skip where there is none."""
    if not DATA.is_dir():
        pytest.skip("no folder of real scans (set USSR_DATA)")
    return DATA


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test has its own settings, runs and home: nothing of the person's is touched."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(home / name.lower()))
    return home


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reaches beyond this computer: whoever tries is told."""
    for name in ("connect", "connect_ex"):
        monkeypatch.setattr(socket.socket, name, _at_home(getattr(socket.socket, name)))


HOME = ("127.", "::1", "localhost")


def _at_home(connect: Any) -> Any:
    def guarded(self: socket.socket, address: Any) -> Any:
        far = self.family in (socket.AF_INET, socket.AF_INET6) and not str(address[0]).startswith(
            ("127.", "::1", "localhost")
        )
        if far:
            raise PermissionError("A test tried to reach the network.")
        return connect(self, address)

    return guarded

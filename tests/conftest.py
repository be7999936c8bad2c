"""Set before Qt and torch are imported: no screen, no downloads, the folders of development if they are there."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests import offline

offline.cut_off()
os.environ["PYTHONPATH"] = os.pathsep.join(
    [str(Path(__file__).parent / "cut_off"), *filter(None, [os.environ.get("PYTHONPATH")])]
)
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Networks of tests are too small for two threads, and two processes share the cores already.
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ["USSR_LANGUAGE"] = "en"  # the words that tests look for, whatever the system speaks

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
def one_thread() -> Iterator[None]:
    """Choosing a device takes all cores: threads of two processes that wait for each other would take all of both."""
    yield
    if "torch" in sys.modules:
        sys.modules["torch"].set_num_threads(1)


@pytest.fixture(autouse=True)
def network(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Path]:
    """No test reaches a network, and none tries to; only those marked ``localhost`` talk to this machine itself."""
    tried = tmp_path_factory.mktemp("network") / "tried"
    monkeypatch.setenv(offline.TRIED, str(tried))
    monkeypatch.setenv(offline.LOCAL, str(int(request.node.get_closest_marker("localhost") is not None)))
    yield tried
    if tried.exists() and request.node.get_closest_marker("reaches_out") is None:
        pytest.fail(f"Something tried to reach a network:\n{tried.read_text(encoding='utf-8')}")

"""The small scans and plans of the engine's own tests; and a window whose widgets die in its own thread."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from tests.engine.conftest import cpu, scan, small

__all__ = ["cpu", "scan", "small"]


@pytest.fixture(autouse=True)
def collected_in_the_windows_thread(request: pytest.FixtureRequest) -> Iterator[None]:
    """As in the program, no widget is destroyed by the thread that reads the engine's pipe."""
    if "qtbot" not in request.fixturenames:
        yield
        return
    gc.disable()
    yield
    gc.collect()

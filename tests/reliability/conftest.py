"""As in the program, no widget is destroyed by the thread that reads the engine's pipe."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def collected_in_the_windows_thread(request: pytest.FixtureRequest) -> Iterator[None]:
    """Where a test has a window."""
    if "qtbot" not in request.fixturenames:
        yield
        return
    gc.disable()
    yield
    gc.collect()

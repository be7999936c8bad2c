"""The real window with its real engine; as in the program, no widget is destroyed by the thread that reads the pipe."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from shiboken6 import delete

from ussr_gui import app
from ussr_gui.main_window import MainWindow
from ussr_gui.records import PHANTOM

PATIENCE = 60_000


@pytest.fixture(autouse=True, scope="module")
def what_is_loaded_stays() -> None:
    """Modules are not looked through for garbage after every test; that takes longer than most tests."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def collected_in_the_windows_thread(qapp) -> Iterator[None]:
    gc.disable()
    yield
    gc.collect()


@pytest.fixture
def window_size() -> tuple[int, int]:
    """Width and height; a journey that needs more room has its own."""
    return 1440, 900


@pytest.fixture
def open_window(qtbot, window_size: tuple[int, int]) -> Iterator[Callable[[], MainWindow]]:
    """Opens the program's own window with its own engine, as often as is asked."""
    opened: list[MainWindow] = []

    def opening() -> MainWindow:
        made = app.window()
        opened.append(made)
        made.resize(*window_size)
        made.show()
        with qtbot.waitSignal(made.session.methods_listed, timeout=PATIENCE):
            made.start([])
        return made

    yield opening
    for made in reversed(opened):
        made.close()
        delete(made)


@pytest.fixture
def window(open_window: Callable[[], MainWindow]) -> MainWindow:
    """The program's own window."""
    return open_window()


@pytest.fixture
def corner(qtbot, window: MainWindow, tmp_path: Path) -> Path:
    """A file with a corner of the phantom, open in the window."""
    with qtbot.waitSignal(window.session.scan_opened, timeout=PATIENCE):
        window.session.open([PHANTOM])
    whole, path = window.session.scan.scan, tmp_path / "corner.png"
    with qtbot.waitSignal(window.session.saved, timeout=PATIENCE):
        window.session.save(str(path), whole.with_image(whole.image[:96, :128]), None, 8)
    with qtbot.waitSignal(window.session.scan_opened, timeout=PATIENCE):
        window.session.open([str(path)])
    return path

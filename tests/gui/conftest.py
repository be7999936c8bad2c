"""The look, and a session over a real child process; every test leaves no process and no thread behind."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import scripted_engine
from burial import bury
from PySide6.QtWidgets import QApplication

from ussr_gui import appearance, theme
from ussr_gui.main_window import MainWindow
from ussr_gui.session import Session
from ussr_gui.settings import Settings
from ussr_gui.worker import EngineMain, Worker

Opener = Callable[..., Session]


@pytest.fixture(autouse=True, scope="module")
def what_is_loaded_stays() -> None:
    """Modules are not looked through for garbage after every test; that takes longer than most tests."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def collected_in_the_windows_thread(qapp) -> Iterator[None]:
    """As in the program: no widget is destroyed by the thread that reads the pipe."""
    gc.disable()
    yield
    gc.collect()


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> None:
    """The dark look, as the program starts with it; set again only where a test has changed it."""
    if theme.current() is not theme.DARK or not qapp.styleSheet():
        theme.apply(qapp, theme.DARK)


@pytest.fixture
def sitting(qtbot, tmp_path: Path) -> Iterator[Opener]:
    """Make a session with the scripted engine running."""
    made: list[Session] = []

    def open_session(main: EngineMain = scripted_engine.main) -> Session:
        session = Session(Worker(str(tmp_path / "runs"), main))
        made.append(session)
        return session

    yield open_session
    for session in made:
        session.close()


@pytest.fixture
def session(qtbot, sitting: Opener) -> Session:
    """A session whose engine is ready and whose sample is open."""
    session = sitting()
    with qtbot.waitSignals([session.methods_listed, session.scan_opened], timeout=20_000):
        session.start_engine()
        session.open(["phantom:0"])
    return session


@pytest.fixture
def window(qtbot, sitting):
    """The real window over the scripted engine, shown, with the engine ready."""
    settings = Settings()
    appearance.apply(QApplication.instance(), settings)
    made = MainWindow(sitting(), settings)
    made.show()
    with qtbot.waitSignal(made.session.methods_listed, timeout=20_000):
        made.start([])
    yield made
    bury(made)


@pytest.fixture
def opened(qtbot, window):
    with qtbot.waitSignal(window.session.scan_opened, timeout=20_000):
        window.session.open(["phantom:0"])
    return window

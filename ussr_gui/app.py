"""The application: its name, its look, its window, and what becomes of an error that nobody expected."""

from __future__ import annotations

import sys
import time
import traceback
from collections.abc import Callable, Sequence
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qFormatLogMessage, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from ussr_engine import __version__
from ussr_engine.history.place import runs_folder
from ussr_gui import appearance
from ussr_gui.collecting import Collector
from ussr_gui.icons import app_icon
from ussr_gui.language import speak, tr
from ussr_gui.main_window import MainWindow
from ussr_gui.session import Session
from ussr_gui.settings import APPLICATION, ORGANISATION, Settings
from ussr_gui.worker import Worker

AGAIN = 5.0
"""Seconds in which the same error is the same news."""
NO_SIZE_HINTS = "This plugin does not support propagateSizeHints()"


def application() -> QApplication:
    """The one application, named and in the person's theme."""
    app = QApplication.instance() or QApplication(["ussr"])
    assert isinstance(app, QApplication)
    app.setOrganizationName(ORGANISATION)
    app.setApplicationName(APPLICATION)
    app.setApplicationDisplayName("USSR")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName(APPLICATION)
    app.setWindowIcon(app_icon())
    if app.findChild(Collector) is None:
        Collector(app)
        speak(app)
        if app.platformName() == "offscreen":
            OffscreenSilence()
    return app


class OffscreenSilence:
    """Drops the one warning that Qt's offscreen platform gives of every window; everything else is told as before."""

    def __init__(self) -> None:
        self._before = qInstallMessageHandler(self)

    def __call__(self, kind: QtMsgType, context: QMessageLogContext, words: str) -> None:
        if words == NO_SIZE_HINTS:
            return
        if self._before is not None:
            self._before(kind, context, words)
        else:
            sys.stderr.write(f"{qFormatLogMessage(kind, context, words)}\n")


def window() -> MainWindow:
    """A window with its session; the engine is not started yet."""
    app = application()
    settings = Settings()
    appearance.apply(app, settings)
    return MainWindow(Session(Worker(str(runs_folder()))), settings)


class ErrorLine:
    """Puts an unexpected error into the log and the status row instead of ending the program.

    One that comes again at once, as an error of painting does with every frame, is told once.
    """

    def __init__(self, window: MainWindow, clock: Callable[[], float] = time.monotonic) -> None:
        self._window, self._clock = window, clock
        self._last: tuple[str, float] = ("", 0.0)

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        before, at = self._last
        self._last = (repr(error), self._clock())
        if repr(error) == before and self._clock() - at < AGAIN:
            return
        sys.__excepthook__(kind, error, trace)
        if issubclass(kind, Exception):
            words = tr(
                "Something went wrong in the window ({kind}: {error}). Your scans and runs are unchanged."
            ).format(kind=kind.__name__, error=error)
            self._window.log.add(words + "\n" + "".join(traceback.format_exception(kind, error, trace)))
            self._window.status.say(words, "error")


def run(scans: Sequence[str], demo: bool = False) -> int:
    """Open the window and stay until it is closed."""
    app = application()
    shown = window()
    sys.excepthook = ErrorLine(shown)
    shown.show()
    if demo:
        from ussr_gui.demo import Demonstration

        demonstration = Demonstration(shown)
        shown.start([])
        demonstration.begin()
    else:
        shown.start(list(scans))
    code = app.exec()
    sys.excepthook = sys.__excepthook__
    return code

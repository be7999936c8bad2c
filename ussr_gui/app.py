"""The application: its name, its look, its window, and what becomes of an error that nobody expected."""

from __future__ import annotations

import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QtMsgType,
    Signal,
    Slot,
    qFormatLogMessage,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

from ussr_engine import __version__
from ussr_engine.history.place import runs_folder
from ussr_gui import appearance
from ussr_gui.collecting import Collector
from ussr_gui.icons import app_icon
from ussr_gui.language import speak, tr
from ussr_gui.problems.logbook import Logbook
from ussr_gui.session import Session
from ussr_gui.settings import APPLICATION, ORGANISATION, Settings
from ussr_gui.worker import Worker

if TYPE_CHECKING:
    from ussr_gui.main_window import MainWindow

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
    """A window with its session, whose engine loads torch while the window is still being built."""
    app = application()
    session = Session(Worker(str(runs_folder())))
    session.start_engine()
    from ussr_gui.main_window import MainWindow  # a second, and the engine need not wait for it

    settings = Settings()
    appearance.apply(app, settings)
    return MainWindow(session, settings)


class ErrorLine(QObject):
    """Puts an unexpected error of any thread into the log and the status row instead of ending the program.

    One that comes again at once, as an error of painting does with every frame, is told once.
    """

    _told = Signal(str, str)

    def __init__(self, window: MainWindow, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(window)
        self._told.connect(self._tell)
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
            self._window.problems.note_error(kind, trace)
            self._told.emit(words, "".join(traceback.format_exception(kind, error, trace)))

    def of_thread(self, ended: threading.ExceptHookArgs) -> None:
        """The same for a thread of Python's own."""
        if ended.exc_value is not None and not issubclass(ended.exc_type, SystemExit):
            self(ended.exc_type, ended.exc_value, ended.exc_traceback)

    @Slot(str, str)
    def _tell(self, words: str, trace: str) -> None:
        self._window.log.add(f"{words}\n{trace}")
        self._window.status.say(words, "error")


def end_by_signals(window: MainWindow) -> None:
    """Who tells the program to end has the window closed: settings are kept, and the end is a proper one."""
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, lambda *_: window.close())


def run(scans: Sequence[str], demo: bool = False) -> int:
    """Open the window and stay until it is closed."""
    app = application()
    with Logbook() as logbook:
        shown = window()
        errors = ErrorLine(shown)
        sys.excepthook, threading.excepthook = errors, errors.of_thread
        end_by_signals(shown)
        shown.problems.keep(logbook)
        shown.show()
        if demo:
            from ussr_gui.demo import Demonstration

            demonstration = Demonstration(shown)
            shown.start([])
            demonstration.begin()
        else:
            shown.start(list(scans))
        code = app.exec()
        sys.excepthook, threading.excepthook = sys.__excepthook__, threading.__excepthook__
    return code

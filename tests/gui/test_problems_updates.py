"""Help › Check for updates: nothing is asked without a click, and what is heard is one sentence."""

from __future__ import annotations

import itertools
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from problem_hands import LEFT, ask_help
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from ussr_engine import __version__
from ussr_gui.main_window import MainWindow
from ussr_gui.problems.releases import BLOCK, LARGEST, RELEASES, SETTING, newest

PAGE = "https://example.org/releases/9"


class Server(ThreadingHTTPServer):
    """Answers with ``body``, or sends on to ``elsewhere``."""

    daemon_threads = True
    body, elsewhere = b"", ""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Reply)
        self.asked: list[str] = []
        self.heard: list[str] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/releases.json"


class Reply(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        server: Server = self.server
        server.asked.append(self.path)
        server.heard += [f"{name}: {value}" for name, value in self.headers.items()]
        self.send_response(302 if server.elsewhere else 200)
        if server.elsewhere:
            self.send_header("Location", server.elsewhere)
        self.end_headers()
        self.wfile.write(server.body)

    def log_message(self, *_: object) -> None:
        """Quiet."""


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as made:
        thread = threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield made
        made.shutdown()
        thread.join()


class Browser(QObject):
    """Takes the place of the system's."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def take(self, address: QUrl) -> None:
        self.opened.append(address.toString())


@pytest.fixture
def browser() -> Iterator[Browser]:
    made = Browser()
    QDesktopServices.setUrlHandler("https", made, "take")
    yield made
    QDesktopServices.unsetUrlHandler("https")


def says(version: str, page: str = PAGE) -> bytes:
    return json.dumps({"version": version, "page": page}).encode()


@pytest.mark.localhost
def test_a_newer_release_is_one_sentence_and_its_page_opens_by_a_click_alone(
    qtbot, window: MainWindow, server: Server, browser: Browser
):
    server.body = says("9.1")
    window.settings.set_text(SETTING, server.address)
    ask_help(qtbot, window, "problem")
    assert server.asked == [], "nothing is asked before the click"
    ask_help(qtbot, window, "updates")
    page = window.problems.updates.dialog
    assert not page.isModal()
    qtbot.waitUntil(lambda: "9.1" in page.words.text())
    assert page.words.text() == f"USSR 9.1 is there; this is {__version__}."
    assert server.asked == ["/releases.json"]
    assert not any(__version__ in line or "python" in line.lower() for line in server.heard)
    assert page.place.text() == PAGE
    assert browser.opened == []
    qtbot.mouseClick(page.open_page, LEFT)
    assert browser.opened == [PAGE]
    server.body = says(__version__)
    qtbot.mouseClick(page.again, LEFT)
    qtbot.waitUntil(lambda: "newest" in page.words.text())
    assert page.words.text() == f"This is the newest release, {__version__}."
    assert not page.open_page.isVisible()
    assert len(server.asked) == 2


@pytest.mark.reaches_out
def test_no_socket_is_opened_without_the_click_and_one_with_it(qtbot, window: MainWindow, network: Path):
    window.settings.set_text(SETTING, "https://192.0.2.1/releases.json")
    window.actions_["about"].trigger()
    ask_help(qtbot, window, "problem")
    assert not network.exists()
    ask_help(qtbot, window, "updates")
    page = window.problems.updates.dialog
    qtbot.waitUntil(lambda: "reached" in page.words.text())
    assert page.words.text().startswith("192.0.2.1 cannot be reached")
    assert "192.0.2.1" in network.read_text(encoding="utf-8")
    assert not page.open_page.isVisible()


def test_a_build_without_an_address_says_so_and_asks_nobody(qtbot, window: MainWindow):
    assert RELEASES == ""
    ask_help(qtbot, window, "updates")
    page = window.problems.updates.dialog
    qtbot.waitUntil(lambda: "No address" in page.words.text())
    assert page.words.text() == "No address of releases is set in this build."


@pytest.mark.localhost
@pytest.mark.parametrize(
    ("body", "words"),
    [
        (says("0.0.1"), "This is 1.0, newer than the newest release, 0.0.1."),
        (says("1.0rc1"), "This is 1.0, newer than the newest release, 1.0rc1."),
        (says("1.0.0"), "This is the newest release, 1.0."),
        (b"<html>Sign in</html>", "What 127.0.0.1 sends is no list of releases."),
        (b"[1]", "What 127.0.0.1 sends is no list of releases."),
        (b'{"version": "soon"}', "What 127.0.0.1 sends is no list of releases."),
        (b"[" * 50_000, "What 127.0.0.1 sends is no list of releases."),
        (b"\xff\xfe", "What 127.0.0.1 sends is no list of releases."),
        (b" " * (LARGEST + 1), "sends more than a list of releases."),
    ],
)
def test_whatever_comes_is_one_sentence(server: Server, body: bytes, words: str):
    server.body = body
    answer = newest(server.address, "1.0")
    assert words in answer.words
    assert "\n" not in answer.words
    assert answer.page == ""


@pytest.mark.localhost
def test_a_page_that_is_no_safe_address_is_not_offered(server: Server):
    for page in ("javascript:alert(1)", "file:///etc/passwd", "http://example.org", "https", "http://["):
        server.body = says("9.1", page)
        answer = newest(server.address, "1.0")
        assert answer.words.startswith("USSR 9.1 is there")
        assert answer.page == ""


@pytest.mark.localhost
def test_only_safe_addresses_are_asked_and_followed(server: Server):
    for address in ("http://example.org/a.json", "ftp://example.org/a", "file:///etc/passwd", "nonsense"):
        assert "no HTTPS address" in newest(address, "1.0").words
    server.elsewhere = "http://example.org/other.json"
    assert "http://example.org/other.json is not asked" in newest(server.address, "1.0").words


@pytest.mark.localhost
def test_an_answer_that_takes_too_long_is_given_up(server: Server):
    server.body = says("9.1") + b" " * 3 * BLOCK
    assert newest(server.address, "1.0").words.startswith("USSR 9.1 is there")
    hours = itertools.count(0, 3600)
    answer = newest(server.address, "1.0", clock=lambda: next(hours))
    assert answer.failed
    assert answer.words == "127.0.0.1 did not answer (TimeoutError)."

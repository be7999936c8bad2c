"""Fetching weights from a server on this machine: broken off, gone on with, checked."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from ussr_engine.download import PUBLISHED, Published, fetch
from ussr_engine.errors import EngineError
from ussr_engine.events import Fetched, StageBegan, Stepped
from ussr_engine.orders import Configure, FetchWeights
from ussr_engine.workshop import errand

CONTENT = bytes(range(256)) * 12_000
"""Three blocks of a fetch."""

pytestmark = pytest.mark.localhost


class Server(ThreadingHTTPServer):
    daemon_threads = True
    resumes = True
    breaks_at: int | None = None

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answer)
        self.asked: list[str] = []


class Answer(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        server: Server = self.server
        wish = self.headers.get("Range", "")
        server.asked.append(wish)
        first = int(wish.removeprefix("bytes=").rstrip("-")) if wish and server.resumes else 0
        body = CONTENT[first:]
        self.send_response(206 if first else 200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body if server.breaks_at is None else body[: server.breaks_at])

    def log_message(self, *_: object) -> None:
        """Quiet."""


@contextmanager
def serving() -> Iterator[Server]:
    with Server() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as server:
        yield server


def published(server: Server, sha256: str = "", size: int = len(CONTENT)) -> Published:
    url = f"http://127.0.0.1:{server.server_port}/net.pth"
    return Published("net.pth", url, sha256 or hashlib.sha256(CONTENT).hexdigest()[:8], size, "a network")


def test_a_file_is_fetched_checked_and_told_byte_by_byte(server: Server, tmp_path: Path) -> None:
    events = list(fetch(published(server), tmp_path / "new"))
    assert (tmp_path / "new" / "net.pth").read_bytes() == CONTENT
    assert events[0] == StageBegan("Fetching net.pth", len(CONTENT))
    steps = [event.step for event in events if isinstance(event, Stepped)]
    assert steps == sorted(steps)
    assert steps[-1] == len(CONTENT)
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["net.pth"]


def test_a_file_that_is_here_is_not_fetched_again(server: Server, tmp_path: Path) -> None:
    (tmp_path / "net.pth").write_bytes(CONTENT)
    assert list(fetch(published(server), tmp_path)) == []
    assert server.asked == []


def test_a_fetch_broken_off_goes_on_where_it_was(server: Server, tmp_path: Path) -> None:
    server.breaks_at = 1_500_000
    with pytest.raises(EngineError, match=r"what has come is kept|broke off"):
        list(fetch(published(server), tmp_path))
    kept = (tmp_path / "net.pth.part").stat().st_size
    assert kept == 1_500_000
    assert not (tmp_path / "net.pth").exists()
    server.breaks_at = None
    list(fetch(published(server), tmp_path))
    assert server.asked == ["", "bytes=1500000-"]
    assert (tmp_path / "net.pth").read_bytes() == CONTENT


def test_a_cancelled_fetch_keeps_what_came(server: Server, tmp_path: Path) -> None:
    fetching = fetch(published(server), tmp_path)
    next(event for event in fetching if isinstance(event, Stepped))
    fetching.close()
    assert (tmp_path / "net.pth.part").stat().st_size > 0
    list(fetch(published(server), tmp_path))
    assert (tmp_path / "net.pth").read_bytes() == CONTENT


def test_a_server_that_cannot_resume_sends_the_whole_again(server: Server, tmp_path: Path) -> None:
    (tmp_path / "net.pth.part").write_bytes(CONTENT[:1000])
    server.resumes = False
    list(fetch(published(server), tmp_path))
    assert (tmp_path / "net.pth").read_bytes() == CONTENT


def test_a_file_with_another_hash_is_thrown_away(server: Server, tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="SHA-256 does not begin with 00000000"):
        list(fetch(published(server, sha256="00000000"), tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_an_answer_without_end_is_cut(server: Server, tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="sends more than"):
        list(fetch(published(server, size=1000), tmp_path))


def test_a_server_that_is_not_there_is_told_in_a_sentence(tmp_path: Path) -> None:
    with serving() as server:
        wanted = published(server)
    with pytest.raises(EngineError, match=r"cannot be fetched .* try again"):
        list(fetch(wanted, tmp_path))


def test_the_windows_errand_fetches_into_the_folder_of_the_settings(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(PUBLISHED, "alexnet", published(server))
    told = [event for event in errand(FetchWeights("alexnet"), Configure(str(tmp_path), 0)) if event is not None]
    assert told[0] == StageBegan("Fetching net.pth", len(CONTENT))
    assert told[-1] == Fetched("alexnet", str(tmp_path / "net.pth"))
    assert (tmp_path / "net.pth").read_bytes() == CONTENT


def test_what_is_published_comes_over_https_from_its_publisher() -> None:
    for wanted in PUBLISHED.values():
        assert wanted.url.startswith("https://download.pytorch.org/")
        assert wanted.sha256 in wanted.file

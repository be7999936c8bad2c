"""Asking one address, once, which release is the newest; nothing calls this but a click."""

from __future__ import annotations

import json
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from http.client import HTTPException, HTTPMessage
from typing import IO
from urllib.parse import urlsplit

from packaging.version import InvalidVersion, Version

from ussr_gui.language import tr

RELEASES = ""
"""Address of the releases of this build, ``https://…``; it answers ``{"version": "1.2.0", "page": "https://…"}``."""
SETTING = "releases"
"""Setting by which a place names an address of its own."""
PATIENCE = 10.0
"""Seconds for the whole answer."""
LARGEST = 64 * 1024
"""Bytes of an answer; a longer one is something else."""
BLOCK = 4096
OWN = ("127.0.0.1", "::1", "localhost")
"""This computer itself, which may be asked without encryption."""


@dataclass(frozen=True)
class Answer:
    """One sentence, and the page of a newer release where there is one."""

    words: str
    page: str = ""
    failed: bool = False


class _Told(Exception):  # noqa: N818 - an answer, not an error
    """Why there is none, in a sentence."""


def newest(address: str, mine: str, clock: Callable[[], float] = time.monotonic) -> Answer:
    """What the address says of releases, held against version ``mine``; waits for it, so not in the window's thread.

    Nothing is sent but the request, which names neither the person nor the version.
    """
    if not address:
        return Answer(tr("No address of releases is set in this build."), failed=True)
    host = urlsplit(address).hostname or address
    try:
        version, page = _read(_fetched(address, clock), host)
    except _Told as told:
        return Answer(str(told), failed=True)
    except urllib.error.URLError as error:
        words = tr("{host} cannot be reached ({reason}).").format(host=host, reason=error.reason)
        return Answer(words, failed=True)
    except (HTTPException, OSError, ValueError) as error:  # broken off, or no address at all
        words = tr("{host} did not answer ({reason}).").format(host=host, reason=type(error).__name__)
        return Answer(words, failed=True)
    own = Version(mine)
    if version > own:
        return Answer(tr("USSR {newest} is there; this is {own}.").format(newest=version, own=own), page)
    if version == own:
        return Answer(tr("This is the newest release, {own}.").format(own=own))
    return Answer(tr("This is {own}, newer than the newest release, {newest}.").format(own=own, newest=version))


def is_safe(address: str) -> bool:
    """True for HTTPS, and for this computer itself."""
    try:
        parts = urlsplit(address)
        return parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in OWN)
    except ValueError:
        return False


class _SafeRedirects(urllib.request.HTTPRedirectHandler):
    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> urllib.request.Request | None:
        _be_safe(newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _be_safe(address: str) -> None:
    if not is_safe(address):
        raise _Told(tr("{address} is not asked: it is no HTTPS address.").format(address=address))


def _fetched(address: str, clock: Callable[[], float]) -> bytes:
    _be_safe(address)
    until = clock() + PATIENCE
    request = urllib.request.Request(address, headers={"User-Agent": "ussr", "Accept": "application/json"})
    content = bytearray()
    with urllib.request.build_opener(_SafeRedirects).open(request, timeout=PATIENCE) as answer:
        while block := answer.read1(BLOCK):
            content += block
            if len(content) > LARGEST:
                raise _Told(tr("{address} sends more than a list of releases.").format(address=address))
            if clock() > until:
                raise TimeoutError
    return bytes(content)


def _read(content: bytes, host: str) -> tuple[Version, str]:
    """Version and page of an answer."""
    try:
        record = json.loads(content)
        version, page = Version(record["version"]), record.get("page", "")
        if not isinstance(page, str):
            raise TypeError
    except (ValueError, RecursionError, KeyError, TypeError, AttributeError, InvalidVersion) as error:
        raise _Told(tr("What {host} sends is no list of releases.").format(host=host)) from error
    return version, page if is_safe(page) else ""

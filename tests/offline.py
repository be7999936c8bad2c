"""Cuts this process, and every Python process that it starts, off from any network.

An audit hook refuses connections before a packet leaves; what was tried is written to a file, so that code which
swallows the error is found out all the same.  Sockets between processes of one machine that have no address on a
network (AF_UNIX) are free; this machine's own addresses are free only where a test says so.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

TRIED, LOCAL = "USSR_TEST_TRIED", "USSR_TEST_LOCALHOST"
"""Environment: the file of what was tried, and "1" where this machine may talk to itself."""
EVENTS = ("socket.connect", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo", "socket.gethostbyname")
OWN = ("127.", "::1", "localhost", "0.0.0.0")


class NetworkCutError(OSError):
    """The network is cut."""


def cut_off() -> None:
    """From now on and for good."""
    sys.addaudithook(_hear)


def _hear(event: str, arguments: tuple[object, ...]) -> None:
    if event not in EVENTS or (host := _host(event, arguments)) is None:
        return
    if host.startswith(OWN) and os.environ.get(LOCAL) == "1":
        return
    if tried := os.environ.get(TRIED):
        with Path(tried).open("a", encoding="utf-8") as file:
            file.write(f"{event} {host}\n")
    raise NetworkCutError(f"A test tried to reach {host}.")


def _host(event: str, arguments: tuple[object, ...]) -> str | None:
    """Where to; None for a socket that is on no network, and for the addresses of nobody in particular."""
    if event in ("socket.getaddrinfo", "socket.gethostbyname"):
        name = arguments[0]
        return (name.decode() if isinstance(name, bytes) else str(name)) if name else None
    address = arguments[1] if len(arguments) > 1 else None
    return str(address[0]) if isinstance(address, tuple) and address else None

"""Fetching published weights after an explicit wish: resumable, checked, put in place whole.

Nothing in the engine calls this on its own: only the command ``ussr-engine weights --download`` and a click do.
"""

from __future__ import annotations

import hashlib
import os
import urllib.error
import urllib.request
from collections.abc import Generator
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPException
from pathlib import Path
from typing import IO

from ussr_engine.errors import EngineError, UnwritableFile
from ussr_engine.events import Command, Event, StageBegan, Stepped

BLOCK = 1 << 20
PATIENCE = 30.0
"""Seconds without a byte after which a fetch is given up; what came is kept."""


@dataclass(frozen=True, slots=True)
class Published:
    """A file its authors publish."""

    file: str
    url: str
    sha256: str
    """The hash, or the beginning of it that the authors state."""
    size: int
    """Bytes; a longer answer is something else."""
    words: str


PUBLISHED = {
    "vgg19": Published(
        "vgg19-dcbb9e9d.pth",
        "https://download.pytorch.org/models/vgg19-dcbb9e9d.pth",
        "dcbb9e9d",
        574_673_361,
        "VGG19 of torchvision, for perceptual terms",
    ),
    "alexnet": Published(
        "alexnet-owt-7be5be79.pth",
        "https://download.pytorch.org/models/alexnet-owt-7be5be79.pth",
        "7be5be79",
        244_408_911,
        "AlexNet of torchvision, for LPIPS",
    ),
}
"""What can be fetched, by name; the beginnings of the hashes are part of torchvision's file names."""


def begun_at(wanted: Published, folder: Path) -> Path:
    """Where a fetch that was broken off keeps what came."""
    return folder / f"{wanted.file}.part"


Fetching = Generator[Event, Command | None, Path]


def fetch(wanted: Published, folder: Path) -> Fetching:
    """Fetch a file into ``folder``, going on where an earlier fetch was broken off.

    Yields ``StageBegan`` with the bytes to come as steps and ``Stepped`` with those that are here; returns the path.
    Closing the generator keeps what came.

    Raises
    ------
    EngineError
        If the server cannot be reached, breaks off or sends something else.
    UnwritableFile
        If the folder or the disk refuses.
    """
    target, begun = folder / wanted.file, begun_at(wanted, folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if target.is_file() and _sound(target, wanted):
            return target
        yield StageBegan(f"Fetching {wanted.file}", wanted.size)
        if not (begun.is_file() and begun.stat().st_size == wanted.size):
            yield from _received(wanted, begun)
        if not _sound(begun, wanted):
            begun.unlink()
            raise EngineError(
                f"What {wanted.url} sent is not {wanted.file}: its SHA-256 does not begin with {wanted.sha256}.",
                "It was thrown away; fetch it again, or from elsewhere.",
            )
        os.replace(begun, target)
    except urllib.error.URLError as error:
        raise EngineError(f"{wanted.url} cannot be fetched ({error.reason}).", _GO_ON) from error
    except (HTTPException, TimeoutError, ConnectionError) as error:
        raise EngineError(f"The connection to {wanted.url} broke off ({error!r}).", _GO_ON) from error
    except OSError as error:
        raise UnwritableFile(f"{target} cannot be written ({error}).", "Free some space there.") from error
    return target


_GO_ON = "Check the connection and try again: what has come is kept."


def _received(wanted: Published, begun: Path) -> Generator[Event, Command | None, None]:
    """Append to ``begun`` what is missing."""
    have = begun.stat().st_size if begun.is_file() else 0
    if have > wanted.size:
        have = 0
    request = urllib.request.Request(wanted.url, headers={"Range": f"bytes={have}-"} if have else {})
    with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
        # A server that cannot resume sends the whole file.
        have = have if answer.status == HTTPStatus.PARTIAL_CONTENT else 0
        with begun.open("ab" if have else "wb") as file:
            yield from _poured(answer, file, have, wanted)
            file.flush()
            os.fsync(file.fileno())


def _poured(answer: IO[bytes], file: IO[bytes], have: int, wanted: Published) -> Generator[Event, Command | None, None]:
    while block := answer.read(BLOCK):
        have += len(block)
        if have > wanted.size:
            raise EngineError(f"{wanted.url} sends more than the {wanted.size:,} bytes of {wanted.file}.")
        file.write(block)
        yield Stepped(have)
    if have < wanted.size:
        raise EngineError(f"{wanted.url} broke off after {have:,} of {wanted.size:,} bytes.", _GO_ON)


def _sound(path: Path, wanted: Published) -> bool:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            digest.update(block)
    return digest.hexdigest().startswith(wanted.sha256)

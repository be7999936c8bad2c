"""A file that hangs, kills or swells its decoder costs that file and nothing else."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest

from ussr_engine import decoder as room
from ussr_engine.cine.news import Looked
from ussr_engine.decoder import Decoder, GuardedClip
from ussr_engine.errors import UnreadableFile
from ussr_engine.events import Event, Opened, OpenFailed
from ussr_engine.orders import Look, Open

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="signals and limits of Linux")


@pytest.fixture
def decoder() -> Iterator[Decoder]:
    made = Decoder(seconds=20)
    yield made
    made.close()


def picture(folder: Path, name: str = "a.png") -> str:
    """A small grey PNG."""
    path = folder / name
    path.write_bytes(cv2.imencode(".png", np.arange(64, dtype=np.uint8).reshape(8, 8))[1].tobytes())
    return str(path)


def process_of(decoder: Decoder) -> int:
    process = decoder._process
    assert process is not None
    assert process.pid is not None
    return process.pid


def test_a_file_and_a_frame_come_back_as_records(decoder: Decoder, tmp_path: Path) -> None:
    path = picture(tmp_path)
    opened, looked = decoder.now(Open(path)), decoder.now(Look(path, 0, (2,), ()))
    assert isinstance(opened, Opened)
    assert isinstance(looked, Looked)
    assert looked.sight is not None
    assert looked.sight.interpolated[2].shape == (16, 16)


def test_wishes_are_answered_in_their_order_while_one_does_other_things(decoder: Decoder, tmp_path: Path) -> None:
    paths = [picture(tmp_path, f"{number}.png") for number in range(5)]
    for path in paths:
        decoder.want(Open(path))
    told: list[Event] = []
    while len(told) < 5:
        told += decoder.answers()
    assert [event.path for event in told if isinstance(event, Opened)] == paths
    assert decoder.patience is None


@LINUX
def test_a_decoder_that_dies_is_replaced_and_says_for_which_file(decoder: Decoder, tmp_path: Path) -> None:
    decoder.start()
    os.kill(process_of(decoder), 9)
    failed = decoder.now(Open(picture(tmp_path)))
    assert isinstance(failed, OpenFailed)
    assert "a.png could not be read: its decoder failed" in failed.words
    assert isinstance(decoder.now(Open(picture(tmp_path))), Opened)


@LINUX
def test_a_file_that_takes_too_long_is_given_up_and_those_behind_it_are_read(tmp_path: Path) -> None:
    decoder = Decoder(seconds=20)
    assert isinstance(decoder.now(Open(picture(tmp_path, "warm.png"))), Opened)
    stopped = process_of(decoder)
    os.kill(stopped, 19)  # it stands still, as one does that hangs
    decoder._seconds = 0.2
    began = time.monotonic()
    failed = decoder.now(Open(picture(tmp_path)))
    assert time.monotonic() - began < 5
    assert isinstance(failed, OpenFailed)
    assert "a.png took longer than 0.2 seconds to read" in failed.words
    decoder._seconds = 20
    assert isinstance(decoder.now(Open(picture(tmp_path, "b.png"))), Opened)
    assert process_of(decoder) != stopped
    decoder.close()


@LINUX
def test_the_memory_of_a_decoder_is_bounded(decoder: Decoder, tmp_path: Path) -> None:
    decoder.now(Open(picture(tmp_path)))
    limits = Path(f"/proc/{process_of(decoder)}/limits").read_text()
    bound = next(line for line in limits.splitlines() if line.startswith("Max address space")).split()[3]
    assert int(bound) >= room.LEAST_BYTES


def test_frames_of_a_file_that_cannot_be_opened_are_refused_in_its_own_words(tmp_path: Path) -> None:
    (tmp_path / "b.png").write_bytes(b"\x89PNG\r\n\x1a\nrubbish")
    with pytest.raises(UnreadableFile, match=r"b\.png"):
        GuardedClip(str(tmp_path / "b.png"))


def test_a_closed_decoder_leaves_no_process(tmp_path: Path) -> None:
    made = Decoder()
    made.now(Open(picture(tmp_path)))
    process = process_of(made)
    made.close()
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)

"""Devices: why each is used or not, and a test of each."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
from pathlib import Path

import pytest
import torch

from ussr_engine import checkup, device
from ussr_engine.checkup import seen, tried
from ussr_engine.events import Catalogued
from ussr_engine.host import main
from ussr_engine.machine import (
    DevicesSeen,
    DevicesTried,
    DeviceTried,
    LookAtDevices,
    Standing,
    TryDevices,
    Weigh,
    Weighed,
)
from ussr_engine.orders import Quit


def test_exactly_one_device_is_used_and_every_other_one_says_why_not():
    cards = seen().cards
    assert sum(card.is_used for card in cards) == 1
    there = [card.id for card in cards if card.id]
    assert there == [name for name, _ in device.available()]
    if not torch.cuda.device_count():
        assert any(card.standing in (Standing.NO_BUILD, Standing.NO_DRIVER) for card in cards)


def test_the_person_s_choice_is_the_reason_and_one_of_another_day_is_forgotten():
    assert next(card for card in seen("cpu").cards if card.id == "cpu").standing is Standing.WISHED
    assert [card.standing for card in seen("cuda:9").cards] == [card.standing for card in seen().cards]


def test_with_a_gpu_the_processor_is_the_spare_and_the_second_gpu_another_choice(monkeypatch: pytest.MonkeyPatch):
    there = (("cuda:0", "A, 8 GB"), ("cuda:1", "B, 8 GB"), ("cpu", "CPU, 2 cores"))
    monkeypatch.setattr(device, "available", lambda: there)
    monkeypatch.setattr(checkup, "_aged", lambda card: card)
    monkeypatch.setattr(checkup, "_absent", lambda: iter(()))
    assert [card.standing for card in seen().cards] == [Standing.FIRST, Standing.OTHER, Standing.SPARE]
    assert [card.standing for card in seen("cuda:1").cards] == [Standing.OTHER, Standing.WISHED, Standing.OTHER]


def test_every_device_is_tried_and_its_numbers_agree():
    told = [event for event in tried() if event is not None]
    assert isinstance(told.pop(), DevicesTried)
    assert [event.id for event in told] == [name for name, _ in device.available()]
    for event in told:
        assert isinstance(event, DeviceTried)
        assert event.problem == ""
        assert event.agrees
        assert event.speed > 0.1
        assert 0 < event.difference < checkup.NEAR


def test_a_device_that_computes_wrongly_or_fails_is_found_out(monkeypatch: pytest.MonkeyPatch):
    right = checkup.Piece.done
    monkeypatch.setattr(device, "available", lambda: (("cpu", "CPU"),))
    monkeypatch.setattr(
        checkup.Piece, "done", lambda piece: right(piece) * (1 if piece.picture.dtype == torch.double else 1.1)
    )
    wrong = next(event for event in tried() if isinstance(event, DeviceTried))
    assert not wrong.agrees
    assert wrong.difference == pytest.approx(0.1, abs=0.01)
    monkeypatch.setattr(device, "available", lambda: (("cuda:7", "Gone"),))
    failed = next(event for event in tried() if isinstance(event, DeviceTried))
    assert failed.problem
    assert not failed.agrees


def test_the_engine_answers_about_the_computer_also_before_it_is_ready(tmp_path: Path):
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    engine = context.Process(target=main, args=(theirs, str(tmp_path)))
    engine.start()
    ours.send(LookAtDevices())
    ours.send(Weigh("bicubic", 2, 64, 64))
    ours.send(TryDevices())
    told = []
    while not told or not isinstance(told[-1], DevicesTried):
        assert ours.poll(60)
        told.append(ours.recv())
    ours.send(Quit())
    engine.join(20)
    kinds = [type(event) for event in told if isinstance(event, Catalogued | DevicesSeen | Weighed | DevicesTried)]
    assert kinds == [Catalogued, DevicesSeen, Weighed, DevicesTried]


def test_learning_leaves_nothing_in_the_folder_for_temporary_files(tmp_path: Path):
    code = (
        "import torch\nfrom ussr_engine.device import choose\nchoose('cpu')\n"
        "torch.optim.Adam([torch.nn.Parameter(torch.zeros(1))])"
    )
    room = tmp_path / "temporary"
    room.mkdir()
    surroundings = {**os.environ, "TMPDIR": str(room), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    surroundings.pop("TORCHINDUCTOR_CACHE_DIR", None)
    subprocess.run([sys.executable, "-c", code], env=surroundings, check=True)
    assert not list(room.iterdir())

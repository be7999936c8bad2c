"""Looks at the devices of this computer: why each is used or not, how fast it is, whether its numbers are right."""

from __future__ import annotations

import sys
import time
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from ussr_engine import device
from ussr_engine.errors import BadRequest
from ussr_engine.events import Event
from ussr_engine.machine import DeviceCard, DevicesSeen, DevicesTried, DeviceTried, Standing

CHANNELS, SIDE, LAYERS = 32, 128, 4
"""Of the work: convolutions of 3 × 3 as the networks of this program have them."""
OPERATIONS = 2 * LAYERS * CHANNELS**2 * 9 * SIDE**2
SECONDS = 0.5
"""How long a device is watched."""
MOST = 200
"""Repetitions, on whatever is faster."""
NEAR = 5e-3
"""Share of the largest number within which numbers agree: accelerators multiply with 10 bits of mantissa (TF32)."""

DRIVER = Path("/proc/driver/nvidia/version")


def seen(wish: str = "auto") -> DevicesSeen:
    """Every device of this computer, and every kind of which there is none."""
    there = device.available()
    try:
        chosen = device.choose(wish, torch.get_num_threads()).id
    except BadRequest:  # it was chosen on another day
        chosen, wish = there[0][0], "auto"
    cards = [DeviceCard(name, words, _standing(name, chosen, wish, len(there))) for name, words in there]
    return DevicesSeen((*(_aged(card) for card in cards), *_absent()))


def _standing(name: str, chosen: str, wish: str, count: int) -> Standing:
    if name == chosen:
        if wish != "auto":
            return Standing.WISHED
        return Standing.ALONE if count == 1 else Standing.FIRST
    return Standing.SPARE if name == "cpu" and wish == "auto" else Standing.OTHER


def _aged(card: DeviceCard) -> DeviceCard:
    """The card of a GPU for which this torch holds no code says so."""
    if not card.id.startswith("cuda") or torch.version.hip is not None:
        return card
    major, minor = torch.cuda.get_device_capability(torch.device(card.id))
    kinds = [int(kind[3:]) for kind in torch.cuda.get_arch_list() if kind.startswith("sm_") and kind[3:].isdecimal()]
    if kinds and 10 * major + minor < min(kinds):
        return DeviceCard(card.id, card.words, Standing.TOO_OLD, f"{major}.{minor}")
    return card


def _absent() -> Iterator[DeviceCard]:
    """Kinds of devices that are not there or not used."""
    if torch.cuda.device_count() == 0:
        built = torch.version.cuda or torch.version.hip
        if not built:
            yield DeviceCard("", "NVIDIA, AMD", Standing.NO_BUILD, torch.__version__)
        else:
            maker = "AMD" if torch.version.hip else "NVIDIA"
            yield DeviceCard("", maker, Standing.NO_DRIVER, f"{'ROCm' if torch.version.hip else 'CUDA'} {built}")
    if sys.platform == "darwin" and not torch.backends.mps.is_available():
        yield DeviceCard("", "Apple", Standing.NO_DRIVER, "Metal")
    if torch.xpu.is_available():
        yield DeviceCard("", torch.xpu.get_device_name(0), Standing.UNKNOWN_KIND)


@dataclass(frozen=True, slots=True)
class Piece:
    """The fixed work: a picture and the taps of its layers, the same numbers everywhere."""

    picture: Tensor
    taps: tuple[Tensor, ...]

    @classmethod
    def fixed(cls) -> Piece:
        """Drawn from one seed on the processor."""
        chance = torch.Generator().manual_seed(0)
        spread = (2 / (9 * CHANNELS)) ** 0.5
        layers = (torch.randn(CHANNELS, CHANNELS, 3, 3, generator=chance) * spread for _ in range(LAYERS))
        return cls(torch.rand(1, CHANNELS, SIDE, SIDE, generator=chance), tuple(layers))

    def on(self, place: torch.device) -> Piece:
        """The same on a device."""
        return Piece(self.picture.to(place), tuple(taps.to(place) for taps in self.taps))

    @torch.no_grad()
    def done(self) -> Tensor:
        """The answer, on the device; what is still under way is waited for when it is read."""
        answer = self.picture
        for taps in self.taps:
            answer = functional.conv2d(answer, taps, padding=1).relu_()
        return answer


def tried() -> Generator[Event | None, object, None]:
    """Do the fixed work on every device; a job of the engine, which can be cancelled between two repetitions."""
    piece = Piece.fixed()
    truth = Piece(piece.picture.double(), tuple(taps.double() for taps in piece.taps)).done()
    for name, words in device.available():
        yield from _tried(name, words, piece, truth)
    yield DevicesTried()


def _tried(name: str, words: str, piece: Piece, truth: Tensor) -> Generator[Event | None, object, None]:
    try:
        there = piece.on(torch.device(name))
        answer = there.done().double().cpu() if name != "mps" else there.done().cpu().double()
        count, began = 0, time.perf_counter()
        while count < MOST and time.perf_counter() - began < SECONDS:
            last = there.done()
            float(last[0, 0, 0, 0])  # waits for the device
            count += 1
            yield None
        seconds = time.perf_counter() - began
    except (RuntimeError, NotImplementedError, AssertionError) as error:  # whatever a driver comes up with
        yield DeviceTried(name, words, 0.0, float("inf"), False, str(error).partition("\n")[0])
        return
    difference = float((answer - truth).abs().max() / truth.abs().max())
    yield DeviceTried(name, words, OPERATIONS * count / seconds / 1e9, difference, difference < NEAR)

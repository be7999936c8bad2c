"""How much memory a run would take, before it is started, and how much is free.

What a network keeps is counted on a small piece of picture and multiplied; what everything else takes was fitted to
peaks that were measured (``tests/engine/test_weighing.py`` measures some of them again).
"""

from __future__ import annotations

import math
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.autograd.graph import saved_tensors_hooks

from ussr_engine import device
from ussr_engine.device import Device
from ussr_engine.errors import BadRequest, EngineError
from ussr_engine.files.stored import physical_memory
from ussr_engine.machine import Weigh, Weighed
from ussr_engine.methods import plan_for
from ussr_engine.plan import Choice, Plan
from ussr_engine.registry import BACKBONES

MIB = 2**20
FIXED, LEARNING = 6 * MIB, (200 if torch.version.cuda or torch.version.hip else 80) * MIB
"""Whatever the size: without a network, and what torch loads once it trains one, more where it is made for cards."""
PICTURE = 45
"""Bytes a pixel of the result: the picture, its interpolation, both measured, and what resizing keeps for a moment."""
MEASURED = 110
"""Bytes a pixel more where the truth is known: the scores."""
MEMBER = 8
"""Bytes a pixel for every member of the ensemble: its answer, and its part in the median."""
LIVE = 2.5
"""The largest answer of a layer lives beside its input and what the convolution reorders."""
SIMULATED = 12 * MIB
"""What SimReg takes besides: its lessons, whose number is bounded."""
RIVALS = 780 * MIB
"""A second generator and two critics, which see pictures of one size whatever the scan's."""
SEEING = 220 * MIB, 4000
"""VGG19 with its answers: bytes, and bytes a pixel of the sample."""
PIECE = 48
"""Side of the piece of picture that networks are counted on, in pixels of the result."""


def weighed(order: Weigh) -> Weighed:
    """The memory of a run and what is free on its device; 0 bytes where the choices make no sense."""
    try:
        chosen = device.choose(order.device, torch.get_num_threads())
    except BadRequest:
        chosen = device.choose("auto", torch.get_num_threads())
    shrunk = order.scale if order.challenge else 1
    try:
        plan = plan_for(order.method, order.scale, order.knobs)
        width, height = max(1, order.width // shrunk), max(1, order.height // shrunk)
        bytes_ = needed(plan, width, height, chosen, measured=order.challenge)
    except EngineError:
        bytes_ = 0
    return Weighed(order, bytes_, free(chosen))


def needed(plan: Plan, width: int, height: int, where: Device, *, measured: bool = False) -> int:
    """Estimate the most memory that a plan takes besides what the engine holds already.

    Parameters
    ----------
    width, height : int
        Of the scan that is enlarged, in pixels.
    measured : bool
        The truth is known: the result is measured against it.

    Returns
    -------
    int
        Bytes; the truth lies within a factor of two.
    """
    pixels = width * height * plan.scale**2
    a_pixel = PICTURE + MEMBER * plan.enlargement.ensemble + (MEASURED if measured else 0)
    bytes_: float = FIXED + a_pixel * pixels
    if plan.recipe.name == "regress":
        bytes_ += SIMULATED
    backbone = plan.backbone
    if plan.recipe.name == "trained":  # whatever is in the file, it is hardly wider than this one
        backbone = Choice("mwcnn", BACKBONES["mwcnn"].options())
    if backbone is None:
        return int(bytes_)
    count = _counted(backbone, plan.scale, where.bfloat16)
    bytes_ += LEARNING + LIVE * count.largest * pixels
    if plan.patches is not None:
        father = min(plan.patches.crop**2, width * height)
        father = width * height if plan.patches.whole else father
        bytes_ += count.kept * father + 4 * count.weights
        if plan.recipe.name == "cycle":
            bytes_ += RIVALS
        if getattr(plan.recipe.options, "perceptual", "off") != "off":
            bytes_ += SEEING[0] + SEEING[1] * father
    return int(bytes_)


class Count:
    """Of a network: bytes of its weights; bytes a pixel of the result kept for learning and of the largest answer."""

    def __init__(self) -> None:
        self.weights, self.kept, self.largest = 0.0, 0.0, 0.0


@lru_cache(maxsize=64)
def _counted(backbone: Choice, scale: int, bfloat16: bool) -> Count:
    chance = torch.Generator().manual_seed(0)
    network: Any = BACKBONES[backbone.name].make(1, scale, backbone.options, chance)
    step = math.lcm(scale, network.multiple_of)
    side = max(1, round(PIECE / step)) * step
    piece, count = torch.rand(1, 1, side // scale, side // scale, generator=chance), Count()
    with _watched(network, count), torch.autocast("cpu", torch.bfloat16, enabled=bfloat16):
        network(piece, float(scale), (side, side))
    count.weights = sum(weight.numel() * weight.element_size() for weight in network.parameters())
    count.kept /= side**2
    count.largest /= side**2
    return count


@contextmanager
def _watched(network: nn.Module, count: Count) -> Iterator[None]:
    """Add up what a pass keeps for learning, every piece of memory once, and find the largest answer of a layer."""
    weights = {weight.data_ptr() for weight in network.parameters()}
    known: set[int] = set()

    def keep(tensor: Tensor) -> Tensor:
        place = tensor.data_ptr()
        if place not in weights and place not in known:
            known.add(place)
            count.kept += tensor.numel() * tensor.element_size()
        return tensor

    def see(module: nn.Module, inputs: object, answer: object) -> None:
        if isinstance(answer, Tensor):
            count.largest = max(count.largest, answer.numel() * answer.element_size())

    hooks = [module.register_forward_hook(see) for module in network.modules()]
    try:
        with saved_tensors_hooks(keep, lambda tensor: tensor):
            yield
    finally:
        for hook in hooks:
            hook.remove()


def free(where: Device) -> int | None:
    """Bytes that are free on a device; None where the system does not say."""
    if where.id.startswith("cuda"):
        return int(torch.cuda.mem_get_info(where.torch)[0])
    if where.id == "mps":
        return int(torch.mps.recommended_max_memory() - torch.mps.driver_allocated_memory())
    facts = Path("/proc/meminfo")
    if facts.exists():
        for line in facts.read_text(encoding="ascii").splitlines():
            if line.startswith("MemAvailable:"):
                return int(line.split()[1]) * 1024
    if sys.platform == "win32":
        return _free_on_windows()
    whole = physical_memory()
    return int(whole / 2) if math.isfinite(whole) else None


def _free_on_windows() -> int | None:
    import ctypes

    class Status(ctypes.Structure):
        _fields_ = (
            ("size", ctypes.c_ulong),
            ("load", ctypes.c_ulong),
            *((name, ctypes.c_ulonglong) for name in ("whole", "free", "page", "free_page", "space", "free_space")),
            ("extended", ctypes.c_ulonglong),
        )

    status = Status()
    status.size = ctypes.sizeof(status)
    windows: Any = getattr(ctypes, "windll", None)
    done = windows is not None and windows.kernel32.GlobalMemoryStatusEx(ctypes.byref(status))
    return int(status.free) if done else None

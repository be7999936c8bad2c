"""Where to compute: processor or accelerator, threads, number format, memory in use."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

import platformdirs
import torch

from ussr_engine.errors import BadRequest

# With its first optimiser torch makes this folder, though nothing is compiled; elsewhere it would lie about in /tmp.
os.environ.setdefault("TORCHINDUCTOR_CACHE_DIR", platformdirs.user_cache_dir("ussr", appauthor=False))


@dataclass(frozen=True, slots=True)
class Device:
    """A place to compute.

    ``bfloat16`` is True where convolutions run in bfloat16 under autocast: on processors with native bfloat16 it
    halves a training step, on others it triples it, so the processor is asked rather than timed (a stopwatch would
    make the bits of a result depend on the load of the machine).  ``spare`` is the processor, where nobody asked for
    this very device: a run that fails here goes on there.
    """

    id: str
    words: str
    bfloat16: bool
    spare: Device | None = None

    @property
    def torch(self) -> torch.device:
        """The same for torch."""
        return torch.device(self.id)


def has_native_bfloat16() -> bool:
    """True on processors with AVX512-BF16 or AMX tiles."""
    probes = ("_is_avx512_bf16_supported", "_is_amx_tile_supported")  # torch keeps them private; absent means no
    return any(bool(getattr(torch.cpu, name, lambda: False)()) for name in probes)


def available() -> tuple[tuple[str, str], ...]:
    """(id, words) of every device, the processor last."""
    found = []
    for index in range(torch.cuda.device_count()):
        facts = torch.cuda.get_device_properties(index)
        found.append((f"cuda:{index}", f"{facts.name}, {facts.total_memory / 2**30:.0f} GB"))
    if torch.backends.mps.is_available():
        found.append(("mps", "Apple GPU"))
    found.append(("cpu", f"CPU, {cores()} core{'s' if cores() != 1 else ''}"))
    return tuple(found)


def cores() -> int:
    """Processor cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def choose(wish: str = "auto", threads: int | None = None) -> Device:
    """Return the wished device, or the first accelerator, or the processor; sets the number of threads.

    Raises
    ------
    BadRequest
        If the wished device is not on this machine.
    """
    torch.set_num_threads(threads or cores())
    if wish == "cpu":  # to ask for the cards would wake them
        return _processor()
    there = dict(available())
    chosen = next(iter(there)) if wish == "auto" else {"cuda": "cuda:0"}.get(wish, wish)
    if chosen not in there:
        raise BadRequest(f"There is no device {wish!r} on this machine.", f"There is {', '.join(there)}.")
    if chosen == "cpu":
        return _processor()
    torch.backends.cudnn.deterministic = True
    torch.backends.cudnn.benchmark = False
    # Products of 10 bits gained nothing on networks of this size, and the processor's numbers are those of 24.
    torch.backends.cudnn.conv.fp32_precision = "ieee"  # type: ignore[attr-defined]
    return Device(chosen, there[chosen], bfloat16=False, spare=_processor() if wish == "auto" else None)


def get_ready() -> None:
    """Have torch load what it otherwise loads with its first optimiser, in a second that hears no cancel."""
    torch.optim.Adam([torch.zeros(1, requires_grad=True)])


def _processor() -> Device:
    bfloat16 = has_native_bfloat16()
    count = torch.get_num_threads()
    words = f"CPU, {count} thread{'s' if count != 1 else ''}{', bfloat16' if bfloat16 else ''}"
    return Device("cpu", words, bfloat16)


def memory_in_use(device: Device) -> int:
    """Bytes the engine holds: on the accelerator, or resident on a CPU."""
    if device.id.startswith("cuda"):
        return int(torch.cuda.memory_allocated(device.torch))
    if device.id == "mps":
        return int(torch.mps.current_allocated_memory())
    statm = Path("/proc/self/statm")
    if statm.exists():
        return int(statm.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    if sys.platform == "win32":
        return 0
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return int(peak) * (1 if sys.platform == "darwin" else 1024)

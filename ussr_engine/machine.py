"""What is asked of the computer itself, and what it answers: its devices, and the memory a run would take.

Plain records that pickle, as those of ``orders`` and ``events`` are.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from ussr_engine.events import End, Event
from ussr_engine.knobs import Value
from ussr_engine.orders import Order


class Standing(Enum):
    """Why a device is used, or is not."""

    WISHED = "wished"
    FIRST = "first"
    """The first accelerator there is, and no other one was wished."""
    ALONE = "alone"
    """The processor, for there is no accelerator."""
    SPARE = "spare"
    """The processor beside an accelerator: it helps where that one fails."""
    OTHER = "other"
    """It could be used; another one is."""
    UNKNOWN_KIND = "unknown kind"
    """torch sees it, but no method of this program was made for it."""
    TOO_OLD = "too old"
    """This torch holds no code for a device of its kind."""
    NO_BUILD = "no build"
    """Not looked for: this torch was built without the code for such devices."""
    NO_DRIVER = "no driver"
    """None is seen: there is none, or its driver is missing or too old for this torch."""


@dataclass(frozen=True, slots=True)
class DeviceCard:
    """A device, or a kind of them of which none is there (``id`` is empty then); ``fact`` fills the sentence."""

    id: str
    words: str
    standing: Standing
    fact: str = ""

    @property
    def is_used(self) -> bool:
        """Whether the next run is computed there."""
        return self.standing in (Standing.WISHED, Standing.FIRST, Standing.ALONE)


@dataclass(frozen=True, slots=True)
class LookAtDevices(Order):
    """Tell every device and why it is used or not, where ``wish`` is chosen; answered by DevicesSeen at any time."""

    wish: str = "auto"


@dataclass(frozen=True, slots=True)
class DevicesSeen(Event):
    """The devices, those of which none is there last."""

    cards: tuple[DeviceCard, ...]


@dataclass(frozen=True, slots=True)
class TryDevices(Order):
    """Compute a short fixed piece of work on every device; answered by DeviceTried for each, then DevicesTried."""


@dataclass(frozen=True, slots=True)
class DeviceTried(Event):
    """How a device did: billions of operations a second, and how far its numbers are from the processor's.

    ``difference`` is the largest one, as a share of the largest number; ``problem`` says why there are no numbers.
    """

    id: str
    words: str
    speed: float
    difference: float
    agrees: bool
    problem: str = ""


@dataclass(frozen=True, slots=True)
class DevicesTried(End):
    """Every device was tried."""


@dataclass(frozen=True, slots=True)
class Weigh(Order):
    """Estimate the memory of a run on a scan of ``width`` × ``height`` pixels; answered by Weighed at any time.

    The rest is as for ``Train``; ``challenge`` says that the scan is shrunk first.
    """

    method: str
    scale: int
    width: int
    height: int
    knobs: Mapping[str, Value] = field(default_factory=dict)
    device: str = "auto"
    challenge: bool = False


@dataclass(frozen=True, slots=True)
class Weighed(Event):
    """Bytes that the run would take on its device, and bytes free there now; None where the system does not say."""

    asked: Weigh
    needed: int
    free: int | None

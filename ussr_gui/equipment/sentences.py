"""Why a device is used or not, how it did in its test, and how much memory is asked for: in words."""

from __future__ import annotations

import math

from ussr_engine.machine import DeviceCard, DeviceTried, Standing
from ussr_gui.language import tr

GIGA, MEGA = 2**30, 2**20


def titled(card: DeviceCard) -> str:
    """The device, or the kind of which there is none."""
    return card.words if card.id else tr("GPU of {maker}").format(maker=card.words)


def why(card: DeviceCard) -> str:
    """One sentence that says why it is used or not, and what to do where something can be done."""
    words = {
        Standing.WISHED: tr("Used: you have chosen it under Device in the Method panel."),
        Standing.FIRST: tr("Used: it is the first GPU that was found, and nothing else is chosen under Device."),
        Standing.ALONE: tr("Used: there is no GPU that could be. Everything works, learning methods take longer."),
        Standing.SPARE: tr("Not used while a GPU does the work; a run that fails there goes on here."),
        Standing.OTHER: tr("Not used: another device is chosen. Choose it under Device in the Method panel."),
        Standing.UNKNOWN_KIND: tr("Not used: no method of this program has been tried on a device of its kind."),
        Standing.TOO_OLD: tr("Not used: this PyTorch holds no code for a GPU as old as this one (kind {fact})."),
        Standing.NO_BUILD: tr(
            "Not looked for: this PyTorch ({fact}) was built for the processor alone. Install one with CUDA or ROCm."
        ),
        Standing.NO_DRIVER: tr(
            "None was found: there is none, or its driver is missing or too old for {fact}. Install the maker's driver."
        ),
    }
    return words[card.standing].format(fact=card.fact)


def did(tried: DeviceTried) -> str:
    """How fast it was, and whether its numbers are right."""
    if tried.problem:
        return tr("The test failed: {problem}").format(problem=tried.problem)
    speed = tr("{speed} billion operations a second").format(speed=f"{tried.speed:,.0f}")
    if tried.id == "cpu":
        exact = tr("its numbers agree with those of double precision")
        return "; ".join((speed, exact if tried.agrees else tr("its numbers are wrong")))
    if tried.agrees:
        return "; ".join((speed, tr("its numbers agree with the processor's")))
    off = tr("its numbers are off by {percent} %: do not use it").format(percent=f"{100 * tried.difference:.2g}")
    return "; ".join((speed, off))


def amount(count: int) -> str:
    """Bytes as a person reads them, two digits: "230 MB", "4.1 GB"."""
    if count < 0.95 * GIGA:
        megabytes = count / MEGA
        step = 10 ** max(0, math.floor(math.log10(max(megabytes, 1))) - 1)
        return tr("{count} MB").format(count=f"{max(1, round(megabytes / step) * step):.0f}")
    return tr("{count} GB").format(count=f"{count / GIGA:.1f}" if count < 9.95 * GIGA else f"{count / GIGA:.0f}")

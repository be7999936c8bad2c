"""The commands, each loaded when it is asked for: torch takes longer to load than most of them to run."""

from __future__ import annotations

from argparse import Namespace


def methods(asked: Namespace) -> int:
    """List the methods."""
    from ussr_engine.cli.methods import listed as carried_out

    return carried_out(asked)


def enlarge(asked: Namespace) -> int:
    """Enlarge a scan."""
    from ussr_engine.cli.work import enlarge as carried_out

    return carried_out(asked)


def batch(asked: Namespace) -> int:
    """Enlarge many."""
    from ussr_engine.cli.batch import batch as carried_out

    return carried_out(asked)


def train(asked: Namespace) -> int:
    """Train a network on pairs."""
    from ussr_engine.cli.train import train as carried_out

    return carried_out(asked)


def weights(asked: Namespace) -> int:
    """List trained weights, or fetch them."""
    from ussr_engine.cli.weights import weights as carried_out

    return carried_out(asked)


def degrade(asked: Namespace) -> int:
    """Shrink a scan."""
    from ussr_engine.cli.files import shrink as carried_out

    return carried_out(asked)


def measure(asked: Namespace) -> int:
    """Compare a picture with its truth."""
    from ussr_engine.cli.files import compare as carried_out

    return carried_out(asked)


def benchmark(asked: Namespace) -> int:
    """Compare methods on folders of scans."""
    from ussr_engine.cli.benchmark import tables as carried_out

    return carried_out(asked)


def inspect(asked: Namespace) -> int:
    """Say what a file holds."""
    from ussr_engine.cli.files import inspect as carried_out

    return carried_out(asked)


def phantom(asked: Namespace) -> int:
    """Write the built-in phantom."""
    from ussr_engine.cli.files import sample as carried_out

    return carried_out(asked)


def doctor(asked: Namespace) -> int:
    """Say what is missing."""
    from ussr_engine.cli.doctor import report as carried_out

    return carried_out(asked)

"""No learning: cubic interpolation, made consistent with the scan as far as the plan asks."""

from __future__ import annotations

from dataclasses import dataclass

from ussr_engine.enlarging import bicubic, enlarged
from ussr_engine.imaging.work import at_once
from ussr_engine.job import Job
from ussr_engine.protocols import Stream
from ussr_engine.registry import RECIPES


@dataclass(frozen=True)
class Options:
    """Nothing to turn."""


@RECIPES.add("interpolate", title="Interpolation", options=Options, reference="Keys, IEEE TASSP 1981")
class Interpolate:
    """Bicubic enlargement (a = -0.5), then whatever consistency with the scan the plan asks for."""

    def __init__(self, options: Options) -> None:
        self.options = options

    def run(self, job: Job) -> Stream:
        """Interpolate, then back-project."""
        return (yield from enlarged(job, at_once(bicubic), float(job.plan.scale), reach=0))

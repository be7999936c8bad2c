"""What was learned on one frame enlarges the others."""

from __future__ import annotations

import dataclasses
from collections.abc import Generator
from typing import TypeVar

import numpy as np
import pytest

from tests.engine.conftest import smallest, speckled
from ussr_engine.device import Device
from ussr_engine.events import Command, Event, Finished
from ussr_engine.methods import METHODS, plan_for
from ussr_engine.plan import Plan
from ussr_engine.result import Result
from ussr_engine.scan import Image, Scan
from ussr_engine.train import FrameWay, Surroundings, train

T = TypeVar("T")


def learned(scan: Scan, plan: Plan, device: Device) -> tuple[Result, FrameWay]:
    """The result of a run, and its way for further frames."""
    events, way = exhausted(train(scan, plan, Surroundings(device)))
    assert isinstance(events[-1], Finished)
    return events[-1].result, way


def exhausted(work: Generator[Event, Command | None, T]) -> tuple[list[Event], T]:
    """All that a work tells, and what it returns."""
    events: list[Event] = []
    while True:
        try:
            events.append(next(work))
        except StopIteration as end:
            return events, end.value


def picture(way: FrameWay, frame: Scan) -> Image:
    """The frame's enlargement."""
    return exhausted(way(frame))[1].image


METHODS_HERE = [name for name, method in METHODS.items() if method.card().available]


@pytest.mark.parametrize("method", METHODS_HERE)
def test_the_frame_that_was_learned_from_gives_its_own_result_again(method: str, scan: Scan, cpu: Device) -> None:
    result, way = learned(scan, plan_for(method, 2, smallest(method)), cpu)
    assert np.array_equal(picture(way, scan), result.sr.image)


def test_a_picture_made_of_two_steps_by_two_keeps_both_networks(scan: Scan, cpu: Device) -> None:
    knobs = smallest("zssr", 60) | {"stages": "repeated"}
    result, way = learned(scan, plan_for("zssr", 4, knobs), cpu)
    assert np.array_equal(picture(way, scan), result.sr.image)


def test_a_polished_picture_and_one_with_colour_are_given_again(cpu: Device) -> None:
    colour = np.stack([speckled(112, 104, seed) for seed in range(3)], axis=2)
    for scan in (Scan(speckled(112, 104)), Scan(colour)):
        result, way = learned(scan, plan_for("simreg", 2, {"polish": True, "steps": 20}), cpu)
        assert np.array_equal(picture(way, scan), result.sr.image)


def test_another_frame_gets_its_own_picture_and_its_own_millimetres(scan: Scan, cpu: Device) -> None:
    _, way = learned(scan, plan_for("simreg", 2), cpu)
    other = dataclasses.replace(scan, image=speckled(seed=1))
    enlarged = exhausted(way(other))[1]
    assert scan.spacing is not None
    assert enlarged.spacing == scan.spacing.enlarged(2)
    ours, theirs = learned(other, plan_for("bicubic", 2), cpu)[0], learned(scan, plan_for("bicubic", 2), cpu)[0]
    near, far = (np.abs(enlarged.image - result.sr.image).mean() for result in (ours, theirs))
    assert near < far / 2


def test_a_flat_frame_stays_flat(scan: Scan, cpu: Device) -> None:
    _, way = learned(scan, plan_for("simreg", 2), cpu)
    flat = dataclasses.replace(scan, image=np.full_like(scan.image, 0.25))
    assert np.array_equal(picture(way, flat), np.full((80, 72), 0.25, np.float32))

"""Plans and knobs: every wish is either carried out or refused in one sentence."""

from __future__ import annotations

import dataclasses
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ussr_engine.cli.methods import reach
from ussr_engine.errors import BadRequest
from ussr_engine.knobs import Knob
from ussr_engine.methods import METHODS, plan_for
from ussr_engine.plan import Plan

KNOBS = [
    (method, f"{group.name}.{knob.name}", knob)
    for method in METHODS
    for group in METHODS[method].card().groups
    for knob in group.knobs
]


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("scale", [2, 3, 4])
def test_a_plan_comes_back_from_json_as_it_was(method: str, scale: int) -> None:
    plan = plan_for(method, scale, seed=5)
    assert Plan.from_dict(json.loads(json.dumps(plan.to_dict()))) == plan


@pytest.mark.parametrize(("method", "name", "knob"), KNOBS, ids=[f"{m}-{n}" for m, n, _ in KNOBS])
def test_every_knob_reaches_the_plan_and_refuses_what_lies_outside(method: str, name: str, knob: Knob) -> None:
    group, _, bare = name.partition(".")
    if knob.kind == "choice":
        good, bad = knob.choices[-1], "nonsense"
    elif knob.kind == "bool":
        good, bad = "off" if knob.default else "on", "maybe"
    elif knob.kind == "text":
        good, bad = "words", None
    else:
        assert knob.high is not None
        good, bad = str(int(knob.high) if knob.kind == "int" else knob.high), str(knob.high * 10 + 1)
    turned = plan_for(method, 2, {name: good}).to_dict()[group][bare]
    assert str(turned).lower() in (good.lower(), {"on": "true", "off": "false"}.get(good, good))
    if bad is not None:
        with pytest.raises(BadRequest, match=bare):
            plan_for(method, 2, {name: bad})


def test_every_knob_explains_itself() -> None:
    for method, name, knob in KNOBS:
        assert knob.says, f"{name} of {method} says nothing"


@pytest.mark.parametrize(
    ("knobs", "words"),
    [({"stesp": 3}, "Did you mean 'steps'"), ({"schedule.crop": 3}, "no knob"), ({"crop": "many"}, "whole number")],
)
def test_a_wrong_knob_is_answered_with_the_nearest(knobs: dict[str, object], words: str) -> None:
    with pytest.raises(BadRequest, match=words):
        plan_for("zssr", 2, knobs)  # type: ignore[arg-type]


@pytest.mark.parametrize("damage", [{"scale": "two"}, {"recipe": {"name": "none"}}, {"patches": {"crop": 1}}])
def test_a_damaged_record_of_a_plan_is_refused(damage: dict[str, object]) -> None:
    record = {**plan_for("zssr", 2).to_dict(), **damage}
    with pytest.raises(BadRequest):
        Plan.from_dict(record)


@given(st.floats(allow_nan=True, allow_infinity=True) | st.text(max_size=8) | st.integers())
def test_whatever_is_typed_into_a_number_is_taken_or_refused(value: object) -> None:
    knob = Knob("crop", "int", 64, 16, 512, (), "px", "", False)
    try:
        taken = knob.parse(value)  # type: ignore[arg-type]
    except BadRequest:
        return
    assert isinstance(taken, int)
    assert 16 <= taken <= 512


def test_a_seed_is_part_of_the_plan() -> None:
    plan = plan_for("zssr", 2, seed=9)
    assert plan.to_dict()["seed"] == 9
    assert plan != dataclasses.replace(plan, seed=10)
    with pytest.raises(BadRequest, match="seed"):
        plan_for("zssr", 2, seed=-1)


def test_the_list_of_methods_says_what_a_knob_may_be() -> None:
    words = {name: reach(knob) for method, name, knob in KNOBS if method == "kernelgan"}
    assert words["degradation.kernel_file"] == "text"
    assert words["patches.turns"] == "on, off"
    assert words["recipe.weighting"] == "even, gradients"
    assert words["patches.crop"] == "16 to 512 px"
    assert words["recipe.clip"] == "0 to 100"

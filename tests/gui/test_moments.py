"""Which pictures of a training are kept, and which of them is looked at."""

from __future__ import annotations

import weakref

import numpy as np
import pytest

from ussr_engine import moments
from ussr_engine.events import Finished, Measured, Previewed, Recalled
from ussr_engine.moments import MOST, Moment, kept
from ussr_engine.result import History, Result, Scores
from ussr_engine.scan import Scan
from ussr_gui.records import Run


def shown_at(step: int, grey: float = 0.5, side: int = 8) -> Previewed:
    return Previewed(step, np.full((side, side), grey, np.float32), Scores(30.0, 0.9, None), 1.5)


def trained(steps: list[int], finished: bool = True) -> Run:
    run = Run("Plain", 2, "a.png")
    for step in steps:
        run.keep(Measured(step, {"l1": 0.1}, 1e-3, None, 0), [])
        run.keep(shown_at(step, step / 1000), [])
    if finished:
        run.keep(Measured(steps[-1] + 10, {"l1": 0.1}, 1e-3, None, 0), [])
        scan = Scan(np.ones((8, 8), np.float32))
        run.keep(Finished(Result(scan, {}, "plain", "Plain", 2, 0, 1.0, 1.0, "CPU", History())), [])
    return run


def test_of_hundreds_of_pictures_few_are_kept_and_their_steps_grow_evenly_on_a_log_axis():
    steps = range(10, 5001, 10)
    found: list[Moment] = []
    for step in steps:
        found = kept(found, Moment.of(shown_at(step)))
        assert len(found) <= MOST
    assert (found[0].step, found[-1].step) == (10, 5000)
    ratios = np.diff(np.log([moment.step for moment in found]))
    # Between neighbours the steps grow by a third on average; the first doublings cannot be divided.
    assert ratios[4:].max() < 3 * np.median(ratios)
    assert sum(moment.step <= 500 for moment in found) >= MOST // 3


def test_large_pictures_are_kept_in_smaller_number_so_that_memory_stays_bounded(monkeypatch):
    monkeypatch.setattr(moments, "BYTES", 8 * 64)
    found: list[Moment] = []
    for step in range(10, 1001, 10):
        found = kept(found, Moment.of(shown_at(step)))
    assert len(found) == 8
    assert sum(moment.levels.nbytes for moment in found) <= 8 * 64


def test_a_kept_picture_is_off_by_half_a_grey_level_at_most():
    image = np.random.default_rng(0).random((16, 16)).astype(np.float32)
    again = Moment.of(Previewed(1, image, None)).image
    assert again.dtype == np.float32
    assert np.abs(again - image).max() <= 0.5 / 255 + 1e-6


@pytest.mark.parametrize(
    ("step", "seen"), [(3, 10), (10, 10), (19, 10), (20, 20), (44, 30), (60, None), (99, None), (None, None)]
)
def test_at_a_step_the_last_picture_until_then_is_seen_and_at_the_end_the_newest(step, seen):
    run = trained([10, 20, 30, 50])
    run.go_to(step)
    assert (run.moment.step if run.moment else None) == seen


def test_of_a_run_that_goes_on_the_last_preview_is_the_newest_and_new_ones_do_not_take_the_chosen_away():
    run = trained([10, 20, 30], finished=False)
    assert run.go_to(20)
    assert not run.go_to(25), "the same picture"
    run.keep(shown_at(50), [])
    assert run.moment.step == 20
    assert [moment.step for moment in run.earlier] == [10, 20, 30]
    assert run.go_to(50)
    assert run.moment is None


def test_a_run_resumed_from_a_checkpoint_forgets_what_it_showed_after_it():
    run = trained([10, 20, 30], finished=False)
    run.go_to(20)
    run.keep(Recalled(12, History()), [])
    assert [moment.step for moment in run.moments] == [10]
    assert run.moment is None


def test_a_run_that_never_trained_has_no_moments():
    run = Run("Bicubic", 2, "a.png")
    assert not run.go_to(10)
    assert run.moment is None


def test_a_moment_gives_one_picture_to_all_who_show_it_and_keeps_none_that_nobody_shows():
    moment = Moment.of(shown_at(10, 0.3))
    picture = moment.image
    assert moment.image is picture, "a pane renews nothing for a picture that is the same"
    assert float(np.abs(picture - 0.3).max()) <= 0.5 / 255
    watched = weakref.ref(picture)
    del picture
    assert watched() is None

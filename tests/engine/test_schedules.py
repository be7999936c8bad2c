"""ZSSR's slope rule: the rate falls where the error does not."""

from __future__ import annotations

import numpy as np
import pytest

from ussr_engine.schedules import EVERY, Options, Slope, Wave


def run(schedule: Slope, error: np.ndarray) -> list[int]:
    """Steps at which the rate dropped while errors came in every 50 steps."""
    drops = []
    for step in range(1, len(error) * 50 + 1):
        if step % EVERY == 0:
            schedule.heard(step, float(error[step // 50 - 1]))
        if schedule.after(step):
            drops.append(step)
        if schedule.over:
            break
    return drops


def test_a_falling_error_keeps_the_rate() -> None:
    schedule = Slope(Options())
    assert run(schedule, np.linspace(1.0, 0.1, 60)) == []
    assert schedule.rate == 1e-3


def test_a_flat_noisy_error_drops_the_rate_three_times_and_ends_training() -> None:
    schedule = Slope(Options())
    chance = np.random.default_rng(0)
    drops = run(schedule, 1 + 0.01 * chance.standard_normal(60))
    assert len(drops) == 3
    assert schedule.over
    assert np.diff([0, *drops]).min() > 256, "once in so many steps"


def test_a_rising_error_drops_the_rate_at_the_first_look_after_the_patience() -> None:
    assert run(Slope(Options()), np.linspace(0.1, 1, 12))[0] == 300


def test_a_schedule_carried_over_decides_as_the_first_one() -> None:
    chance = np.random.default_rng(1)
    errors = 1 + 0.01 * chance.standard_normal(60)
    whole = Slope(Options())
    expected = run(whole, errors)
    first = Slope(Options())
    run(first, errors[:4])
    second = Slope(Options())
    second.load(first.state())
    assert second.state() == first.state()
    assert expected[0] > 200


def test_a_short_patience_does_not_end_in_an_error() -> None:
    assert run(Slope(Options(patience=2)), np.ones(20))


def waved(schedule: Wave, steps: int, first: int = 0) -> list[float]:
    rates = [schedule.rate]
    for step in range(first + 1, steps + 1):
        schedule.after(step)
        rates.append(schedule.rate)
    return rates


def test_a_wave_rises_quickly_and_falls_slowly_to_nearly_nothing() -> None:
    rates = waved(Wave(1e-2, 400), 400)
    top = int(np.argmax(rates))
    assert 10 <= top <= 40
    assert rates[top] == pytest.approx(1e-2, rel=0.02)
    assert rates[top:] == sorted(rates[top:], reverse=True)
    assert rates[-1] < 1e-5
    assert rates[0] < 0.5 * rates[top]


def test_a_wave_that_was_stopped_and_lowered_goes_on_where_it_was() -> None:
    whole, first, second = (Wave(1e-2, 200) for _ in range(3))
    for schedule in (whole, first):
        waved(schedule, 60)
        schedule.drop(60)
    second.load(first.state())
    assert waved(second, 200, 60) == waved(whole, 200, 60)
    assert max(waved(second, 200, 60)) < 0.4e-2

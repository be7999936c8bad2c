"""Blind reading: the pairs that are drawn, strengths against published and hand-computed ones, simulated readers."""

from __future__ import annotations

import math
from collections import Counter
from itertools import combinations, pairwise

import numpy as np
import pytest

from ussr_engine.errors import BadRequest
from ussr_engine.reading.findings import consistency, findings_of_truth, hit_rate, leaning, ranking, share, tallies
from ussr_engine.reading.strengths import chances, strengths
from ussr_engine.reading.trials import Answer, Trial, drawn

INF = math.inf
BASEBALL = np.array(
    [
        [0, 7, 9, 7, 7, 9, 11],
        [6, 0, 7, 5, 11, 9, 9],
        [4, 6, 0, 7, 7, 8, 12],
        [6, 8, 6, 0, 6, 7, 10],
        [6, 2, 6, 7, 0, 7, 12],
        [4, 4, 5, 6, 6, 0, 6],
        [2, 4, 1, 3, 1, 7, 0],
    ]
)
"""Games of the American League, 1987: Milwaukee, Detroit, Toronto, New York, Boston, Cleveland, Baltimore
(Agresti, Categorical Data Analysis, 2nd ed., section 10.6)."""


def simulated(logs: list[float], tie: float, views: int, seed: int) -> list[tuple[Trial, Answer]]:
    """A reader who answers by Davidson's model."""
    rng = np.random.default_rng([seed, 1])
    answers = list(Answer)
    return [
        (trial, answers[rng.choice(3, p=chances(logs[trial.left], logs[trial.right], tie))])
        for trial in drawn(len(logs), seed, views=views, repeated=0.0)
    ]


def test_every_pair_is_shown_once_a_view_and_its_sides_change_from_view_to_view():
    trials = drawn(4, 7, views=2, repeated=0.0)
    assert [trial.number for trial in trials] == list(range(1, 13))
    assert Counter(trial.pair for trial in trials) == dict.fromkeys(combinations(range(4), 2), 2)
    for pair in combinations(range(4), 2):
        first, second = (trial for trial in trials if trial.pair == pair)
        assert (first.left, first.right) == (second.right, second.left)
        assert (first.view, second.view) == (0, 1)


def test_repeats_come_at_the_end_with_the_sides_exchanged():
    trials = drawn(4, 3, repeated=0.25)
    assert [trial.repeats is None for trial in trials] == [True] * 6 + [False] * 2
    for trial in trials[6:]:
        first = trials[trial.repeats - 1]
        assert (trial.left, trial.right, trial.view) == (first.right, first.left, first.view)


def test_no_pair_comes_twice_in_a_row_where_there_are_others():
    for seed in range(50):
        trials = drawn(3, seed, views=3, repeated=1.0)
        assert all(one.pair != other.pair for one, other in pairwise(trials))


def test_the_seed_alone_decides_order_and_sides_and_other_seeds_differ():
    assert drawn(5, 11) == drawn(5, 11)
    assert len({drawn(5, seed) for seed in range(20)}) == 20
    lefts = Counter(trial.left == 0 for seed in range(200) for trial in drawn(2, seed, repeated=0.0))
    assert 70 < lefts[True] < 130


def test_asked_what_is_real_every_pair_holds_the_truth():
    trials = drawn(4, 0, truth=2, views=3, repeated=0.5)
    assert all(2 in trial.pair for trial in trials)
    assert Counter(trial.pair for trial in trials if trial.repeats is None) == {(0, 2): 3, (1, 2): 3, (2, 3): 3}


def test_a_reading_of_one_picture_is_refused():
    with pytest.raises(BadRequest, match="two pictures"):
        drawn(1, 0)


def test_strengths_of_the_baseball_season_are_the_published_ones():
    found = strengths(BASEBALL, np.zeros((7, 7)), prior=1e4)
    assert found.logs - found.logs[6] == pytest.approx([1.5814, 1.4364, 1.2945, 1.2476, 1.1077, 0.6839, 0], abs=2e-4)
    spread = [found.covariance[i, i] + found.covariance[6, 6] - 2 * found.covariance[i, 6] for i in range(6)]
    assert np.sqrt(spread) == pytest.approx([0.3433, 0.3396, 0.3367, 0.3359, 0.3339, 0.3319], abs=2e-4)


def test_two_pictures_have_the_odds_of_their_wins_and_davidsons_tie_parameter():
    wins, ties = np.array([[0, 12], [3, 0]]), np.array([[0, 6], [0, 0]])
    found = strengths(wins, ties, prior=INF)
    assert found.logs[0] - found.logs[1] == pytest.approx(math.log(12 / 3))
    assert found.tie == pytest.approx(6 / math.sqrt(12 * 3))
    assert chances(*found.logs, found.tie) == pytest.approx((12 / 21, 3 / 21, 6 / 21))


def test_without_ties_the_spread_of_two_pictures_is_that_of_the_log_odds():
    found = strengths(np.array([[0, 15], [5, 0]]), np.zeros((2, 2)), prior=1e3)
    variance = found.covariance[0, 0] + found.covariance[1, 1] - 2 * found.covariance[0, 1]
    assert variance == pytest.approx(1 / 15 + 1 / 5, rel=0.01)


def test_three_pictures_on_a_line_have_strengths_worked_out_by_hand():
    """1 beats 2 as 2:1, 2 beats 3 as 2:1, 1 beats 3 as 4:1: the model holds exactly, with log 2 between neighbours."""
    wins = np.array([[0, 20, 24], [10, 0, 20], [6, 10, 0]])
    found = strengths(wins, np.zeros((3, 3)), prior=INF)
    assert np.diff(found.logs) == pytest.approx([-math.log(2)] * 2, abs=1e-6)


def test_an_unbeaten_picture_stays_finite_and_is_surely_above():
    found = strengths(np.array([[0, 8], [0, 0]]), np.zeros((2, 2)))
    assert 1 < found.logs[0] - found.logs[1] < 8
    assert found.chance_above(0, 1) > 0.95
    assert found.chance_above(1, 0) == pytest.approx(1 - found.chance_above(0, 1))


def test_a_reader_who_never_can_tell_finds_all_alike():
    ties = np.triu(np.full((3, 3), 4), 1)
    found = strengths(np.zeros((3, 3)), ties)
    assert found.logs == pytest.approx([0, 0, 0], abs=1e-9)
    assert found.chance_above(0, 1) == pytest.approx(0.5)


def test_a_simulated_readers_strengths_are_recovered():
    logs = [1.2, 0.3, -0.4, -1.1]
    wins, ties = tallies(simulated(logs, 0.6, 300, 1), 4)
    found = strengths(wins, ties)
    assert found.logs == pytest.approx(logs, abs=0.12)
    assert found.tie == pytest.approx(0.6, abs=0.1)


def test_intervals_hold_the_true_strength_95_times_of_100():
    logs, inside = [1.0, 0.2, -0.3, -0.9], 0
    for seed in range(150):
        places = ranking(simulated(logs, 0.5, 8, seed), 4)
        inside += sum(place.low <= logs[place.picture] <= place.high for place in places)
    assert 0.92 <= inside / 600 <= 0.98


def test_the_ranking_says_wins_losses_and_how_sure_the_order_is():
    pairs = [(0, 1), (1, 2), (0, 2)] * 4
    trials = [Trial(number, one, other) for number, (one, other) in enumerate(pairs, 1)]
    answered = [(trial, Answer.LEFT) for trial in trials[:-1]] + [(trials[-1], Answer.CANNOT_TELL)]
    first, second, third = ranking(answered, 3)
    assert [first.picture, second.picture, third.picture] == [0, 1, 2]
    assert (first.won, first.lost, first.undecided) == (7, 0, 1)
    assert (third.won, third.lost, third.undecided) == (0, 7, 1)
    assert first.above_next > 0.9
    assert third.above_next is None
    assert first.low < first.strength < first.high


def test_repeats_speak_of_the_reader_and_not_of_the_pictures():
    once, again = Trial(1, 0, 1), Trial(2, 1, 0, 0, 1)
    steady = [(once, Answer.LEFT), (again, Answer.RIGHT)]
    wavering = [(once, Answer.LEFT), (again, Answer.LEFT)]
    assert (consistency(steady).hits, consistency(steady).total) == (1, 1)
    assert (consistency(wavering).hits, consistency(wavering).total) == (0, 1)
    assert ranking(steady, 2) == ranking(wavering, 2)
    assert leaning(wavering).value == 1.0


def test_the_hit_rate_counts_decided_answers_and_has_the_exact_interval():
    trials = [Trial(number, *((0, 1) if number % 2 else (1, 0))) for number in range(1, 13)]
    answers = [Answer.LEFT, Answer.RIGHT] * 4 + [Answer.RIGHT, Answer.LEFT] + [Answer.CANNOT_TELL] * 2
    (found,) = findings_of_truth(list(zip(trials, answers, strict=True)), 0)
    assert (found.picture, found.told.hits, found.told.total, found.undecided) == (1, 8, 10, 2)
    # Clopper and Pearson's table for 8 of 10
    assert (found.told.low, found.told.high) == pytest.approx((0.4439, 0.9748), abs=1e-4)
    assert hit_rate([found]).value == 0.8


def test_no_answer_is_no_share():
    assert math.isnan(share(0, 0).value)
    assert ranking([], 3) == ()

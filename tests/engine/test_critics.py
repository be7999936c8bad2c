"""Critics, and the generator that is a kernel."""

from __future__ import annotations

import pytest
import torch
from torch.nn.functional import conv2d

from ussr_engine.critics import PatchCritic, StridedCritic, seeded
from ussr_engine.degradations.kernel_generator import KernelGenerator, KernelLearner, Weights
from ussr_engine.degradations.kernel_samples import Sample
from ussr_engine.objectives.adversarial import cross_entropy, l1, least_squares


def count(network: torch.nn.Module) -> int:
    return sum(parameter.numel() for parameter in network.parameters())


def test_critics_and_generator_have_the_published_numbers_of_parameters() -> None:
    assert count(KernelGenerator()) == 150_656
    assert count(PatchCritic(3)) == 30_977
    assert count(PatchCritic(1)) == 24_705
    assert count(StridedCritic(3)) == 6_962_369


def test_a_patch_critic_judges_each_patch_of_seven_pixels() -> None:
    critic = PatchCritic(1, 8).eval()
    x = torch.rand(1, 1, 26, 26, requires_grad=True)
    answer = critic(x)
    assert answer.shape == (1, 1, 20, 20)
    answer[0, 0, 5, 9].backward()
    assert x.grad is not None
    seen = x.grad[0, 0].nonzero()
    assert seen.min(0).values.tolist() == [5, 9]
    assert seen.max(0).values.tolist() == [11, 15]


def test_a_strided_critic_answers_with_five_by_five_for_sixty_four_pixels() -> None:
    assert StridedCritic(1, 4)(torch.rand(2, 1, 64, 64)).shape == (2, 1, 5, 5)


def test_no_layer_of_the_patch_critic_makes_anything_larger() -> None:
    critic = PatchCritic(1, 8)
    for _ in range(50):
        critic(torch.rand(1, 1, 16, 16))
    for layer in critic.modules():
        if isinstance(layer, torch.nn.Conv2d):
            norm = torch.linalg.matrix_norm(layer.weight.detach().flatten(1), 2)
            assert float(norm) == pytest.approx(1, abs=0.05)


def test_the_same_seed_gives_the_same_critic_and_leaves_other_randomness_alone() -> None:
    torch.manual_seed(5)
    before = torch.get_rng_state()
    first, again, other = (seeded(PatchCritic, seed, 1, 8) for seed in (3, 3, 4))
    assert torch.equal(torch.get_rng_state(), before)
    states = [network.state_dict() for network in (first, again, other)]
    assert all(torch.equal(states[0][name], states[1][name]) for name in states[0])
    assert any(not torch.equal(states[0][name], states[2][name]) for name in states[0])


@pytest.mark.parametrize("normed", [False, True])
def test_the_generators_kernel_does_what_its_layers_do(normed: bool) -> None:
    generator = KernelGenerator(8, normed).eval()
    x = torch.rand(2, 1, 40, 36)
    y = x
    for index, layer in enumerate(generator.layers):
        y = conv2d(y, layer.weight, stride=2 if index == 5 else 1)
    torch.testing.assert_close(generator(x), y, rtol=1e-3, atol=1e-6)
    assert generator(x).shape[2:] == (14, 12)


@pytest.mark.parametrize("game", [l1, cross_entropy, least_squares])
def test_every_game_is_won_by_the_right_answer(game) -> None:
    right, wrong = torch.full((1, 1, 4, 4), 1.0), torch.full((1, 1, 4, 4), -0.5)
    assert game(right, True) < game(wrong, True)
    assert game(wrong, False) < game(right, False)


def sample(seed: int) -> Sample:
    torch.manual_seed(seed)
    return Sample(*(torch.rand(1, 1, side, side) for side in (28, 8, 8, 8)))


@pytest.mark.parametrize("weights", [Weights(5, 0.5, 0.5, 1, 5), None])
def test_a_learner_taken_back_goes_on_with_the_same_bits(weights: Weights | None) -> None:
    learner, other = (KernelLearner(weights, 8, seed, torch.device("cpu")) for seed in (0, 1))
    for each in (learner, other):
        each.set_rate(1e-2)
    for step in range(5):
        learner.step(sample(step))
    other.load(learner.state())
    for step in range(5, 8):
        mine, its = learner.step(sample(step)), other.step(sample(step))
        assert mine.keys() == its.keys()
        assert all(torch.equal(mine[name], its[name]) for name in mine)


def test_likeness_to_bicubic_is_let_go_and_centre_and_sparsity_come_in_once_it_was_reached() -> None:
    learner = KernelLearner(Weights(5, 0.5, 0.5, 1, 5), 4, 0, torch.device("cpu"))
    learner.set_rate(0.0)
    still = torch.zeros(1, 1, 28, 28)
    near = Sample(still, torch.zeros(1, 1, 8, 8), torch.rand(1, 1, 8, 8), torch.zeros(1, 1, 8, 8))
    far = near._replace(shrunk=torch.ones(1, 1, 8, 8))
    weight = [learner.step(far) and float(learner.state()["constraints"][2]) for _ in range(250)]
    assert set(weight) == {5.0}, "not before the generator resembles bicubic"
    weight = [learner.step(near) and float(learner.state()["constraints"][2]) for _ in range(600)]
    assert sorted(set(weight), reverse=True) == pytest.approx([5, 0.05, 0.0005, 5e-6])


def test_a_critic_judges_a_crop_by_the_crops_own_statistics_while_it_trains_and_only_then() -> None:
    """P15: batch statistics of one crop in training mode; in evaluation mode nothing but the crop counts."""
    critic = seeded(PatchCritic, 0)
    crop, other = (torch.rand(1, 1, 26, 26, generator=torch.Generator().manual_seed(seed)) for seed in (1, 2))
    critic.train()
    trained = critic(crop)
    critic(3 * other + 1)
    critic.eval()
    with torch.no_grad():
        judged = critic(crop)
        critic(3 * other + 1)
        torch.testing.assert_close(critic(crop), judged, rtol=0, atol=0)
    assert (trained - judged).abs().max() > 1e-3

"""Every network of the catalogue, held to what the loop, the tiles and the checkpoints rely on."""

from __future__ import annotations

import dataclasses
import re
from typing import Any

import pytest
import torch
from torch import Tensor, nn

from ussr_engine import catalogue
from ussr_engine.enlarging import CUBIC
from ussr_engine.errors import BadRequest
from ussr_engine.imaging.resize_torch import resize_tensor
from ussr_engine.imaging.tiling import tiled
from ussr_engine.imaging.work import at_once
from ussr_engine.knobs import Knob, Value, knobs_of, turned
from ussr_engine.registry import BACKBONES

LIGHT: dict[str, dict[str, Value]] = {
    "zssr": {"layers": 4, "features": 8},
    "vdsr": {"layers": 4, "features": 8},
    "mwcnn": {"width": 4},
    "wavelet_unet": {"features": 8},
    "multiscale": {"features": 4},
    "srresnet": {"blocks": 2, "features": 8},
    "rrdb": {"blocks": 1, "features": 8, "growth": 4},
}
"""Knobs that keep the tests quick; networks not named are light as they are."""
NAMES = tuple(BACKBONES)
PICTURE = torch.rand(1, 1, 13, 11, generator=torch.Generator().manual_seed(3))


def made(name: str, *, channels: int = 1, scale: int = 2, **knobs: Value) -> Any:
    entry = BACKBONES[name]
    options = turned(entry.options(), knobs)
    return entry.make(channels, scale, options, torch.Generator().manual_seed(0))


def light(name: str, **knobs: Any) -> Any:
    return made(name, **{**LIGHT.get(name, {}), **knobs})


def parameters(network: nn.Module) -> int:
    return sum(parameter.numel() for parameter in network.parameters())


def test_every_module_of_the_catalogue_is_one_that_enters_parts() -> None:
    assert len(set(catalogue.PARTS)) == len(catalogue.PARTS)


@pytest.mark.parametrize(
    ("name", "knobs", "count"),
    [
        ("zssr", {"channels": 3}, 224_640),
        ("zssr", {}, 222_336),
        ("mwcnn", {}, 24_927_809),
        ("wavelet_unet", {"channels": 3}, 668_035),
        ("wavelet_unet", {}, 665_729),
        ("multiscale", {"channels": 3}, 260_729),
        ("srcnn", {"form": "9-1-5"}, 8_129),
        ("srcnn", {"form": "9-5-5"}, 57_281),
        ("vdsr", {}, 665_921),
        ("espcn", {"scale": 2}, 21_284),
        ("espcn", {"scale": 4}, 24_752),
        ("decusr", {"scale": 2}, 39_265),
        ("decusr", {"scale": 4}, 39_265),
        ("srresnet", {"channels": 3, "scale": 4}, 1_549_462),
        ("rrdb", {"channels": 3, "scale": 4}, 16_697_987),
    ],
)
def test_parameters_are_as_many_as_published(name: str, knobs: dict[str, Any], count: int) -> None:
    assert parameters(made(name, **knobs)) == count


def test_the_network_of_deep_ulm_has_the_published_size_counted_as_published() -> None:
    """Keras counts running means and variances too."""
    network = made("deepulm", skips=False)
    assert parameters(network) + sum(buffer.numel() for buffer in network.buffers() if buffer.ndim) == 186_149


def test_the_reduced_mwcnn_has_a_sixteenth_of_the_parameters() -> None:
    assert 1_550_000 < parameters(made("mwcnn", width=16)) < 1_570_000


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("scale", "shape"), [(2, (26, 22)), (2, (25, 21)), (3, (38, 31)), (4, (52, 44))])
def test_odd_sizes_come_out_in_the_shape_asked_for(name: str, scale: int, shape: tuple[int, int]) -> None:
    answer = light(name, scale=scale)(PICTURE, float(scale), shape)
    assert answer.shape == (1, 1, *shape)
    assert bool(torch.isfinite(answer).all())
    assert answer.dtype == torch.float32


@pytest.mark.parametrize("name", NAMES)
def test_three_channels_and_a_batch_pass_too(name: str) -> None:
    assert light(name, channels=3)(torch.rand(2, 3, 9, 10), 2.0, (18, 20)).shape == (2, 3, 18, 20)


@pytest.mark.parametrize("name", NAMES)
def test_the_gradient_reaches_every_parameter(name: str) -> None:
    network = light(name)
    lr = torch.rand(2, 1, 20, 20, generator=torch.Generator().manual_seed(1))
    (network(lr, 2.0, (40, 40)) - 0.5).square().sum().backward()
    silent = [at for at, one in network.named_parameters() if one.grad is None or not bool(one.grad.any())]
    assert not silent


@pytest.mark.parametrize("name", NAMES)
def test_a_state_taken_back_gives_the_same_picture(name: str) -> None:
    network, other = light(name).eval(), light(name).eval()
    with torch.no_grad():
        for parameter in other.parameters():
            parameter.add_(1.0)
    other.load_state_dict(network.state_dict())
    assert torch.equal(network(PICTURE, 2.0, (26, 22)), other(PICTURE, 2.0, (26, 22)))


@pytest.mark.parametrize("name", NAMES)
def test_the_seed_alone_decides_the_first_weights(name: str) -> None:
    torch.manual_seed(1)
    first = light(name).state_dict()
    torch.manual_seed(2)
    again = light(name).state_dict()
    assert all(torch.equal(first[at], again[at]) for at in first)


def ends(record: Knob, *, largest: bool) -> Value:
    if record.choices:
        return record.choices[-1 if largest else 0]
    if record.kind == "bool":
        return largest
    bound = record.high if largest else record.low
    assert bound is not None
    return bound


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("largest", [False, True])
def test_the_smallest_and_the_largest_knobs_work(name: str, largest: bool) -> None:
    knobs = {record.name: ends(record, largest=largest) for record in knobs_of(BACKBONES[name].options)}
    assert made(name, **knobs)(torch.rand(1, 1, 8, 8), 2.0, (16, 16)).shape == (1, 1, 16, 16)


@pytest.mark.parametrize("name", NAMES)
def test_a_few_steps_on_one_pair_lower_its_loss(name: str) -> None:
    network = light(name)
    hr = torch.rand(1, 1, 32, 32, generator=torch.Generator().manual_seed(5))
    lr = resize_tensor(hr, scale=0.5).clamp(0, 1)
    optimiser = torch.optim.Adam(network.parameters(), lr=1e-3)

    def loss() -> Tensor:
        return (network(lr, 2.0, (32, 32)) - hr).abs().mean()

    before = loss().item()
    for _ in range(20):
        optimiser.zero_grad()
        loss().backward()
        optimiser.step()
    assert loss().item() < before


@pytest.mark.parametrize("name", NAMES)
def test_a_network_names_its_paper(name: str) -> None:
    entry = BACKBONES[name]
    assert entry.reference
    module = __import__(entry.make.__module__, fromlist=["_"])
    assert re.search(r"arXiv:\d{4}\.\d{5}|doi:10\.\d{4}/|McGill", module.__doc__ or ""), (
        "the module's docstring cites the source"
    )
    assert entry.make.__doc__, "the class says what it is"
    assert dataclasses.is_dataclass(entry.options)


@pytest.mark.parametrize("name", NAMES)
def test_tiles_leave_no_seam(name: str) -> None:
    """A network sees no farther than its reach, and repeats itself after ``multiple_of`` pixels."""
    network = light(name).double().eval()
    long = 2 * (network.reach // 2 + CUBIC) + 24
    lr = torch.rand(1, 1, 12, long, generator=torch.Generator().manual_seed(7), dtype=torch.float64)

    def enlarge(part: Tensor) -> Tensor:
        return network(part, 2.0, (2 * part.shape[2], 2 * part.shape[3]))

    parts = tiled(at_once(enlarge), lr, 2.0, 16, -(-network.reach // 2) + CUBIC, network.multiple_of)
    with torch.no_grad():
        while True:
            try:
                next(parts)
            except StopIteration as end:
                torch.testing.assert_close(end.value, enlarge(lr), rtol=0, atol=1e-9)
                return


def test_espcn_refuses_a_stage_it_was_not_built_for() -> None:
    with pytest.raises(BadRequest, match=r"ESPCN enlarges ×2 in one jump and cannot take a stage of ×1\.5"):
        made("espcn")(PICTURE, 1.5, (20, 17))


def test_the_published_form_of_the_cycle_generator_is_linear_before_its_tanh() -> None:
    network = made("multiscale", slope=1.0, features=4)
    network.last.register_forward_hook(lambda _module, _given, answer: seen.append(answer))
    seen: list[Tensor] = []
    for x in (PICTURE, 2 * PICTURE):
        network(x, 2.0, (26, 22))
    zero = torch.zeros_like(PICTURE)
    network(zero, 2.0, (26, 22))
    torch.testing.assert_close(seen[1] - seen[2], 2 * (seen[0] - seen[2]), rtol=1e-4, atol=1e-5)


def test_srcnn_as_published_gives_the_whole_picture() -> None:
    published, ours = made("srcnn", residual=False), made("srcnn")
    gap = ours(PICTURE, 2.0, (26, 22)) - published(PICTURE, 2.0, (26, 22))
    torch.testing.assert_close(gap, resize_tensor(PICTURE, scale=2.0), rtol=0, atol=1e-6)


def test_opencvs_cubic_has_its_published_weights() -> None:
    """P2: at a quarter of a pixel, a = -0.75 weighs -.105, .879, .262, -.035."""
    line = torch.zeros(1, 1, 1, 9)
    line[..., 4] = 1.0
    up = resize_tensor(line, scale=(1.0, 2.0), shape=(1, 18), kernel="cubic75")[0, 0, 0]
    torch.testing.assert_close(up[5:13:2], torch.tensor([-0.0352, 0.2617, 0.8789, -0.1055]), rtol=0, atol=1e-4)

"""Distances between pictures as VGG19 sees them, and the study's bounded form of one.

Simonyan and Zisserman, Very Deep Convolutional Networks for Large-Scale Image Recognition, ICLR 2015, arXiv:1409.1556.
The weights are torchvision's, trained on ImageNet; they are the person's to supply and are never fetched here.
"""

from __future__ import annotations

import itertools
from pathlib import Path

import torch
from torch import Tensor, nn

from ussr_engine.errors import MissingWeights
from ussr_engine.perceptual import perceptual_weights_folder
from ussr_engine.trunks import convolutions

OFFICIAL = "vgg19-dcbb9e9d.pth"
COMPACT = "vgg19_features.npz"
LARGEST = 700_000_000
"""Bytes; the official file has 575 million."""
SATURATED = 10.0
"""A distance V from which on 1 - 1 / (1 + V) is within a tenth of its ceiling and hardly has a gradient."""
BLOCK1_CONV2, POOL4 = 2, 12
"""How many convolutions lead to a layer: to the second of block 1, to the pooling that ends block 4."""
_BLOCKS = ((64, 64), (128, 128), (256, 256, 256, 256), (512, 512, 512, 512))


def lacking(folder: str | Path | None = None) -> str:
    """Return "" where the weights of VGG19 are in the folder of `perceptual_weights_folder`, else what to do."""
    place = perceptual_weights_folder(folder)
    if _file(place):
        return ""
    return (
        f"The perceptual term needs the weights of VGG19, which are not in {place}. Put {OFFICIAL} (torchvision's) "
        f"or {COMPACT} there, run `ussr-engine weights --download vgg19`, or set perceptual to off."
    )


def vgg19(count: int, folder: str | Path | None = None) -> nn.Sequential:
    """The first ``count`` convolutions of VGG19, each with its ReLU, and the poolings among them; frozen.

    ``BLOCK1_CONV2`` has 38,720 parameters; ``POOL4``, which ends with its pooling, 10,585,152.

    Raises
    ------
    MissingWeights
        Where `lacking` says why, or the file there is damaged.
    """
    path = _file(perceptual_weights_folder(folder))
    if path is None:
        raise MissingWeights(lacking(folder))
    layers: list[nn.Module] = []
    shapes: dict[str, tuple[int, ...]] = {}
    before = 3
    for block, width in _widths(count):
        shapes[f"features.{len(layers)}"] = (width, before, 3, 3)
        layers += [nn.Conv2d(before, width, 3, padding=1), nn.ReLU(inplace=True)]
        before = width
        if len(shapes) == sum(map(len, _BLOCKS[: block + 1])):
            layers.append(nn.MaxPool2d(2))
    if count == BLOCK1_CONV2:
        layers.pop()
    network = nn.Sequential(*layers)
    found = convolutions(path, shapes, "VGG19", LARGEST)
    network.load_state_dict({name.removeprefix("features."): tensor for name, tensor in found.items()})
    return network.requires_grad_(False)


def distance(network: nn.Module, one: Tensor, other: Tensor) -> Tensor:
    """V: the mean over pixels and channels of the squared difference of the features.

    Both pictures (N, 1 or 3, H, W), in the range the network is to see; one channel is shown as three equal ones.
    """
    with torch.autocast(one.device.type, enabled=False):
        seen, wanted = (network(picture.float().expand(-1, 3, -1, -1)) for picture in (one, other))
        value: Tensor = (seen - wanted).square().mean()
    return value


def bounded(value: Tensor) -> Tensor:
    """The study's form 1 - 1 / (1 + V), from 0 for equal pictures to 1."""
    return 1 - 1 / (1 + value)


def _file(place: Path) -> Path | None:
    return next((place / name for name in (COMPACT, OFFICIAL) if (place / name).is_file()), None)


def _widths(count: int) -> list[tuple[int, int]]:
    """(block, width) of the first convolutions."""
    every = ((block, width) for block, widths in enumerate(_BLOCKS) for width in widths)
    return list(itertools.islice(every, count))

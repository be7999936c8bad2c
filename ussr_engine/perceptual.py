"""LPIPS with AlexNet, v0.1 (Zhang et al., CVPR 2018), through the ``lpips`` package; nothing is ever downloaded.

The only file that imports torchvision and lpips.
"""

from __future__ import annotations

import contextlib
import io
import os
import warnings
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import platformdirs
import torch
from torch import Tensor

from ussr_engine.errors import BadRequest, MissingWeights
from ussr_engine.metrics import Levels
from ussr_engine.trunks import convolutions

COMPACT = "alexnet_features_torchvision_fp16.npz"
OFFICIAL = "alexnet-owt-7be5be79.pth"
LARGEST = 300_000_000
"""Bytes; the official file has 244 million.  A larger one is not what its name says."""
SMALLEST = 31
"""Pixels a side below which AlexNet's last pooling has nothing left."""
SHAPES = {
    "features.0": (64, 3, 11, 11),
    "features.3": (192, 64, 5, 5),
    "features.6": (384, 192, 3, 3),
    "features.8": (256, 384, 3, 3),
    "features.10": (256, 256, 3, 3),
}
"""The five convolutions of torchvision's AlexNet."""

_kept: list[torch.library.Library] = []


def import_torchvision() -> ModuleType:
    """Import torchvision, also where its compiled part was built for another torch.

    Its Python part then only misses the declarations of two operators that nothing here calls; they are declared as a
    fragment, which cannot clash with a sound build.
    """
    try:
        import torchvision
    except RuntimeError as broken:
        if "operator torchvision::" not in str(broken):
            raise
        library = torch.library.Library("torchvision", "FRAGMENT")  # type: ignore[no-untyped-call]
        for operator in ("nms", "qnms"):
            library.define(f"{operator}(Tensor dets, Tensor scores, float iou_threshold) -> Tensor")  # type: ignore[no-untyped-call]
        # The declarations live as long as the object.
        _kept.append(library)
        import torchvision
    module: ModuleType = torchvision
    return module


def perceptual_weights_folder(chosen: str | Path | None = None) -> Path:
    """Where the weights are looked for: ``chosen``, else USSR_WEIGHTS, else the user's own data folder."""
    if chosen:
        return Path(chosen).expanduser()
    if named := os.environ.get("USSR_WEIGHTS"):
        return Path(named).expanduser()
    return Path(platformdirs.user_data_dir("ussr", appauthor=False)) / "weights"


def available(folder: str | Path | None = None) -> str:
    """Return "" where LPIPS can be measured, else why not and what to do; says nothing of the file's content."""
    place = perceptual_weights_folder(folder)
    if any((place / name).is_file() for name in (COMPACT, OFFICIAL)):
        return ""
    return (
        f"LPIPS needs the weights of AlexNet, which are not in {place}. "
        f"Put {OFFICIAL} (torchvision's) or {COMPACT} there, or name their folder in USSR_WEIGHTS."
    )


def lpips_alex(folder: str | Path | None = None) -> Callable[[Levels, Levels], float]:
    """LPIPS between two 8-bit grey pictures.

    Parameters
    ----------
    folder : path, optional
        As in `perceptual_weights_folder`.

    Returns
    -------
    callable
        (reference, image), both (H, W) uint8 of one size, to a distance >= 0; 0 for identical pictures.  The grey is
        given to the network as three equal channels in [-1, 1].  Raises BadRequest below 31 pixels a side.

    Raises
    ------
    MissingWeights
        Where `available` says why, or the file there is damaged.
    """
    return _measure(*_found(folder))


@lru_cache(maxsize=1)
def _measure(path: Path, changed: int) -> Callable[[Levels, Levels], float]:
    network = _loaded(path, changed)

    def distance(reference: Levels, image: Levels) -> float:
        if reference.shape != image.shape or min(reference.shape) < SMALLEST:
            raise BadRequest(
                f"LPIPS needs two pictures of one size, at least {SMALLEST} pixels a side.",
                "Measure a larger picture.",
            )
        with torch.inference_mode():
            return float(network(_input(reference), _input(image)))

    return distance


def lpips_network(folder: str | Path | None = None) -> Any:  # noqa: ANN401 - the package has no types
    """The network behind `lpips_alex`, raising what it raises.

    Called with two (N, 3, H, W) tensors in [-1, 1] it gives their distances; its ``net`` gives AlexNet's five ReLU
    outputs of pictures normalised as ImageNet is.
    """
    return _loaded(*_found(folder))


@lru_cache(maxsize=1)
def _loaded(path: Path, _changed: int) -> Any:  # noqa: ANN401
    return _network(convolutions(path, SHAPES, "AlexNet", LARGEST))


def _found(folder: str | Path | None) -> tuple[Path, int]:
    """The file of weights and when it was last changed."""
    if reason := available(folder):
        raise MissingWeights(reason)
    place = perceptual_weights_folder(folder)
    path = next(place / name for name in (COMPACT, OFFICIAL) if (place / name).is_file())
    return path, path.stat().st_mtime_ns


def _input(levels: Levels) -> Tensor:
    grey = torch.from_numpy(levels.astype(np.float32) / 127.5 - 1)
    return grey[None, None].expand(1, 3, -1, -1)


def _network(features: dict[str, Tensor]) -> Any:  # noqa: ANN401 - the package has no types
    import_torchvision()
    # The package prints, and hands torchvision an argument that has been renamed since.
    with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings(), torch.random.fork_rng(devices=[]):
        warnings.simplefilter("ignore")
        import lpips

        network = lpips.LPIPS(net="alex", version="0.1", pnet_rand=True, verbose=False)
    # "slice2.3.weight" there is "features.3.weight" here.
    stored = {key: features[f"features.{key.split('.', 1)[1]}"] for key in network.net.state_dict()}
    network.net.load_state_dict(stored)
    return network.eval().requires_grad_(False)

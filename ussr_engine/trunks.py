"""Weights of published image networks from files the person supplies: checked one by one, never unpickled."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from ussr_engine.errors import MissingWeights


def convolutions(path: Path, shapes: Mapping[str, tuple[int, ...]], network: str, largest: int) -> dict[str, Tensor]:
    """The tensors "<layer>.weight" and "<layer>.bias" of some convolutions, as float32 on the CPU.

    Parameters
    ----------
    path : Path
        A NumPy ``.npz`` archive, or a ``.pth`` file as torchvision publishes it.
    shapes : mapping
        Layer to the shape of its weight.
    network : str
        Whose weights they are, for the message.
    largest : int
        Bytes above which the file, or what it unpacks to, is not what its name says.

    Raises
    ------
    MissingWeights
        If the file holds anything else.
    """
    names = [f"{layer}.{part}" for layer in shapes for part in ("weight", "bias")]
    try:
        if path.stat().st_size > largest:
            raise ValueError("too large")
        if path.suffix == ".npz":
            # numpy leaves a file open that it fails to read; this one is closed here.
            with path.open("rb") as file, zipfile.ZipFile(file) as archive:
                if sum(member.file_size for member in archive.infolist()) > largest:
                    raise ValueError("too large")
                file.seek(0)
                stored = np.load(file, allow_pickle=False)
                found = {name: torch.from_numpy(stored[name].astype(np.float32)) for name in names}
        else:
            state = torch.load(path, map_location="cpu", weights_only=True)
            found = {name: state[name].float() for name in names}
        for layer, shape in shapes.items():
            if tuple(found[f"{layer}.weight"].shape) != shape or tuple(found[f"{layer}.bias"].shape) != shape[:1]:
                raise ValueError(layer)
        if not all(bool(torch.isfinite(tensor).all()) for tensor in found.values()):
            raise ValueError("not finite")
    # Whatever a hostile or truncated file makes the readers raise, it means the same to the person.
    except Exception as damaged:
        raise MissingWeights(
            f"{path} does not hold the weights of {network}.", "Replace it by a fresh copy of the same name."
        ) from damaged
    return found

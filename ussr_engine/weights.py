"""Trained networks as files: safetensors with a model card in the metadata.  Never a pickle.

They lie in the person's own folder of models, or wherever a path says.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import platformdirs
import safetensors.torch
import torch
from safetensors import SafetensorError, safe_open
from torch import nn

from ussr_engine.errors import EngineError, UnreadableFile
from ussr_engine.events import ModelRecord
from ussr_engine.files.atomic import replaced
from ussr_engine.knobs import turned
from ussr_engine.protocols import Backbone
from ussr_engine.registry import BACKBONES

SUFFIX = ".safetensors"
REMEDY = "Train it anew."
CARDLESS = (*(OSError, SafetensorError, KeyError, TypeError, ValueError, AttributeError, RecursionError, EngineError),)
"""What a file that is no model makes its readers raise."""
LARGEST = 2_000_000_000
"""Bytes; the largest network there is has a twentieth of it."""


@dataclass(frozen=True)
class ModelCard:
    """What one must know of a trained network.

    Attributes
    ----------
    backbone, options : str, dict
        The network and its knobs.
    degradation : str
        What its training pictures were made coarse by, in words.
    scans, validation_scans : int
        Files it learned from, and files it was only checked on.
    psnr, bicubic_psnr : float
        Mean over the validation scans, dB, peak 1, and that of bicubic interpolation.
    licence : str
        Of the weights, as the person who trained them states it.
    plan : dict
        ``Plan.to_dict()`` of the training, and the samples beside it.
    """

    backbone: str
    options: Mapping[str, Any]
    scale: int
    degradation: str
    scans: int
    validation_scans: int
    steps: int
    psnr: float
    bicubic_psnr: float
    licence: str
    plan: Mapping[str, Any]
    version: str
    made: str

    @property
    def title(self) -> str:
        """The network, with its width where that is not the published one: "MWCNN, three wavelet levels; width 16"."""
        entry = BACKBONES[self.backbone]
        usual = dataclasses.asdict(entry.options())  # type: ignore[call-overload]
        changed = [f"{name} {value}" for name, value in self.options.items() if usual.get(name) != value]
        return "; ".join([entry.title, *changed])

    @property
    def says(self) -> str:
        """One sentence about its origin and worth."""
        return (
            f"{self.title} for ×{self.scale}, trained for {self.steps} steps on {self.scans} scans made coarse by "
            f"{self.degradation}; {self.psnr:.2f} dB on {self.validation_scans} others, where bicubic has "
            f"{self.bicubic_psnr:.2f}."
        )

    def record(self, path: Path) -> ModelRecord:
        """The card of the file ``path`` as the window lists it."""
        gain = self.psnr - self.bicubic_psnr
        counts = (self.scale, self.scans, self.validation_scans)
        return ModelRecord(str(path), self.title, self.says, *counts, gain, self.licence)


def models_folder() -> Path:
    """The person's folder of trained networks."""
    return Path(platformdirs.user_data_dir("ussr", appauthor=False)) / "models"


def models() -> list[tuple[Path, ModelCard]]:
    """Every readable model in the folder, the newest first."""
    found = []
    for path in sorted(models_folder().glob(f"*{SUFFIX}"), key=lambda one: one.stat().st_mtime_ns, reverse=True):
        try:
            found.append((path, read_card(path)))
        except UnreadableFile:
            continue
    return found


def save_model(path: Path, network: nn.Module, card: ModelCard) -> None:
    """Write a network with its card, whole or not at all."""
    tensors = {name: tensor.detach().cpu().contiguous() for name, tensor in network.state_dict().items()}
    record = json.dumps(dataclasses.asdict(card))
    path.parent.mkdir(parents=True, exist_ok=True)
    with replaced(path) as temporary:
        temporary.write_bytes(safetensors.torch.save(tensors, {"card": record}))


def read_card(path: Path) -> ModelCard:
    """The card of a model; raises UnreadableFile for anything else."""
    try:
        if path.stat().st_size > LARGEST:
            raise ValueError("it is too large")
        with safe_open(str(path), framework="pt") as stored:
            record = json.loads((stored.metadata() or {})["card"])
        card = ModelCard(**record)
        turned(BACKBONES[card.backbone].options(), card.options)
        whole = (card.scale, card.scans, card.validation_scans, card.steps)
        if not all(isinstance(number, int) for number in whole) or card.scale not in (2, 3, 4):
            raise ValueError("its numbers are wrong")
        if not all(isinstance(number, int | float) for number in (card.psnr, card.bicubic_psnr)):
            raise ValueError("its numbers are wrong")
    except CARDLESS as error:
        raise UnreadableFile(f"{path.name} is no model of this program ({error}).", REMEDY) from error
    return card


def load_model(path: Path, channels: int = 1) -> tuple[Backbone, ModelCard]:
    """The network on the CPU, and its card."""
    card = read_card(path)
    entry = BACKBONES[card.backbone]
    network = entry.make(channels, card.scale, turned(entry.options(), card.options), torch.Generator())
    assert isinstance(network, nn.Module)
    try:
        stored = safetensors.torch.load_file(str(path))
        kinds = {name: tensor.dtype for name, tensor in network.state_dict().items()}
        if any(kinds.get(name, tensor.dtype) is not tensor.dtype for name, tensor in stored.items()):
            raise UnreadableFile(f"The weights in {path.name} are no numbers of the kind that its card says.", REMEDY)
        network.load_state_dict(stored)
    except (RuntimeError, OSError, SafetensorError) as error:
        raise UnreadableFile(f"The weights in {path.name} do not fit its card.", REMEDY) from error
    if not all(bool(torch.isfinite(tensor).all()) for tensor in network.state_dict().values()):
        raise UnreadableFile(f"The weights in {path.name} are not finite.", REMEDY)
    return network.eval().requires_grad_(False), card

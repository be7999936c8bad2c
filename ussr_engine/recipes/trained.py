"""No learning on the scan: a network that was trained on other scans is applied to it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from ussr_engine.enlarging import enlarged
from ussr_engine.errors import BadRequest, EngineError, MissingWeights
from ussr_engine.events import ModelRecord
from ussr_engine.imaging.work import at_once
from ussr_engine.job import Job
from ussr_engine.knobs import knob
from ussr_engine.plan import Plan
from ussr_engine.protocols import Stream
from ussr_engine.registry import RECIPES
from ussr_engine.weights import ModelCard, load_model, models, models_folder, read_card


@dataclass(frozen=True)
class Options:
    """Which network."""

    model: str = knob("", says="file of a trained network; empty takes your newest that fits the scale")
    network: str = knob("", says="kind of network it must be; empty takes any", advanced=True)


@RECIPES.add("trained", title="A network trained on other scans", options=Options, reference="Dong et al., TPAMI 2016")
class Applied:
    """One network from a file, in one jump by the scale it was trained for."""

    def __init__(self, options: Options) -> None:
        self.options = options

    def lacking(self, plan: Plan, weights: str | None) -> str:
        """Why there is no network for the plan, or nothing."""
        try:
            self._chosen(plan.scale)
        except EngineError as reason:
            return str(reason)
        return ""

    def models(self) -> tuple[ModelRecord, ...]:
        """The person's own networks of the wanted kind."""
        kind = self.options.network
        return tuple(card.record(path) for path, card in models() if kind in ("", card.backbone))

    def run(self, job: Job) -> Stream:
        """Enlarge."""
        path, card = self._chosen(job.plan.scale)
        network, _ = load_model(path, job.lr.shape[1])
        network.to(job.device.torch)  # type: ignore[attr-defined]

        @at_once
        @torch.no_grad()
        def enlarge(lr: Tensor, scale: float, shape: tuple[int, int]) -> Tensor:
            return network(lr, scale, shape)

        yield job.noted(f"{path.name}: {card.says}")
        return (yield from enlarged(job, enlarge, float(card.scale), network.reach, multiple_of=network.multiple_of))

    def _chosen(self, scale: int) -> tuple[Path, ModelCard]:
        kind = self.options.network
        if self.options.model:
            path = Path(self.options.model).expanduser()
            card = read_card(path)
            if kind not in ("", card.backbone):
                raise BadRequest(f"{path.name} holds the network {card.backbone}, not {kind}.", "Use --method trained.")
            if card.scale != scale:
                raise BadRequest(f"{path.name} enlarges ×{card.scale}, not ×{scale}.", "Choose its scale, or another.")
            return path, card
        for path, card in models():
            if card.scale == scale and kind in ("", card.backbone):
                return path, card
        raise MissingWeights(
            f"There is no trained {kind or 'network'} for ×{scale} in {models_folder()}.",
            f"Train one on scans of your own: ussr-engine train --method {kind or 'mwcnn'} --pairs FOLDER "
            f"--scale {scale}.",
        )

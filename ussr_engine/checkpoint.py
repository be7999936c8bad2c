"""A run's state on disk: tensors by safetensors and numbers as JSON, in one file written whole or not at all."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import safetensors.torch
from safetensors import SafetensorError, safe_open
from torch import Tensor

from ussr_engine.errors import UnreadableFile
from ussr_engine.files.atomic import replaced


def save(path: Path, tensors: Mapping[str, Tensor], facts: Mapping[str, Any]) -> None:
    """Write both in one file; an earlier file stays whole until the new one is on the disk."""
    stored = {name: tensor.detach().cpu().contiguous() for name, tensor in tensors.items()}
    with replaced(path) as temporary:
        temporary.write_bytes(safetensors.torch.save(stored, {"facts": json.dumps(facts)}))


def load(path: Path) -> tuple[dict[str, Tensor], dict[str, Any]]:
    """Tensors on the CPU and facts.

    Raises
    ------
    UnreadableFile
        If the file is missing, damaged or not one of ours.
    """
    try:
        with safe_open(str(path), framework="pt") as stored:
            facts = json.loads((stored.metadata() or {})["facts"])
            return {name: stored.get_tensor(name) for name in stored.keys()}, facts  # noqa: SIM118 - no mapping
    except (OSError, SafetensorError, KeyError, ValueError, RecursionError) as error:
        raise UnreadableFile(f"The checkpoint {path.name} cannot be read ({error}).", "Start the run anew.") from error

"""The command for weights that others trained, and for models of one's own."""

from __future__ import annotations

import sys
from argparse import Namespace

from ussr_engine.cli.files import show, tell
from ussr_engine.cli.work import outcome


def weights(asked: Namespace) -> int:
    """Fetch published weights, or list what is here."""
    from ussr_engine.download import PUBLISHED, fetch
    from ussr_engine.perceptual import perceptual_weights_folder

    folder = perceptual_weights_folder()
    if asked.download:
        path = outcome(fetch(PUBLISHED[asked.download], folder))
        tell(f"{path} is in place.")
        return 0
    from ussr_engine.objectives.perceptual import lacking
    from ussr_engine.perceptual import available
    from ussr_engine.weights import models, models_folder

    reasons = {"alexnet": available(), "vgg19": lacking()}
    own = models()
    if asked.json:
        published = {name: {"available": not reason, "reason": reason or None} for name, reason in reasons.items()}
        mine = [{"path": str(path), **vars(card)} for path, card in own]
        show({"folder": str(folder), "published": published, "models_folder": str(models_folder()), "models": mine})
        return 0
    for name, reason in reasons.items():
        sys.stdout.write(f"{name:<10} {PUBLISHED[name].words}: {reason or 'here'}\n")
    for path, card in own:
        sys.stdout.write(f"{path.name}: {card.says}\n")
    if not own:
        sys.stdout.write(f"no models of your own in {models_folder()}\n")
    return 0

"""Commands on the runs that are kept: list them, show one, write the picture of one."""

from __future__ import annotations

import sys
import time
from argparse import Namespace, _SubParsersAction
from typing import Any

from ussr_engine.cli.files import guard, show, tell
from ussr_engine.errors import BadRequest
from ussr_engine.history.card import RunCard, scan_name
from ussr_engine.history.place import runs_folder
from ussr_engine.history.shelf import Shelf


def options(commands: _SubParsersAction[Any]) -> None:
    """``runs``, ``runs show RUN`` and ``runs restore RUN -o OUT``."""
    top = commands.add_parser("runs", help="list the runs that are kept, or restore one")
    top.add_argument("--json", action="store_true", help="print a list of objects")
    top.set_defaults(command=listed)
    verbs = top.add_subparsers(metavar="VERB")
    one = verbs.add_parser("show", help="everything that is known of a run")
    one.add_argument("run", metavar="RUN", help="its name, or the end of it")
    one.add_argument("--json", action="store_true", help="print an object")
    one.set_defaults(command=shown)
    back = verbs.add_parser("restore", help="write the picture that a run gave")
    back.add_argument("run", metavar="RUN", help="its name, or the end of it")
    back.add_argument("-o", "--out", required=True, metavar="OUT", help="its suffix chooses the format")
    back.add_argument("--bits", type=int, choices=(8, 16), help="levels of OUT; those of the scan by default")
    back.set_defaults(command=restored)


def listed(asked: Namespace) -> int:
    """One line a run, the newest first."""
    cards = _shelf().cards()[::-1]
    if asked.json:
        show([record(card) for card in cards])
        return 0
    for card in cards:
        psnr = f"{card.scores.psnr:6.2f} dB" if card.scores else " " * 9
        star = "*" if card.star else " "
        words = f"{card.run} {star} {_when(card.started)}  {card.state.value:<11} {psnr}  {scan_name(card.scan)}  "
        sys.stdout.write(f"{words}{card.label}{f'  [{card.tag}]' if card.tag else ''}\n")
    if not cards:
        tell("No run is kept yet.")
    return 0


def shown(asked: Namespace) -> int:
    """All that its card says."""
    facts = record(_one(_shelf(), asked.run))
    if asked.json:
        show(facts)
        return 0
    for name, value in facts.items():
        if value not in (None, ""):
            sys.stdout.write(f"{name:<12} {value}\n")
    return 0


def restored(asked: Namespace) -> int:
    """Write the result again, at full precision, with how it was made."""
    from ussr_engine.export import export

    guard("", asked.out)
    shelf = _shelf()
    card = _one(shelf, asked.run)
    ending = shelf.folder(card.run).ending()
    if ending is None:
        raise BadRequest(f"{card.label} has no result: it was {card.state.value}.", "Go on with it in the window.")
    result = ending.result
    tell(export(asked.out, result.sr, result, asked.bits or result.sr.bits).words)
    return 0


def record(card: RunCard) -> dict[str, Any]:
    """A card fit for JSON; identical pictures have a PSNR of None."""
    scores = card.scores
    return {
        "run": card.run,
        "state": card.state.value,
        "star": card.star,
        "tag": card.tag,
        "note": card.note,
        "scan": card.scan,
        "width": card.width,
        "height": card.height,
        "method": card.method,
        "title": card.title,
        "scale": card.scale,
        "seed": card.seed,
        "variant": card.variant,
        "challenge": card.challenge,
        "psnr": scores.psnr if scores and scores.psnr != float("inf") else None,
        "ssim": scores.ssim if scores else None,
        "lpips": scores.lpips if scores else None,
        "consistency": card.consistency,
        "seconds": card.seconds,
        "started": _when(card.started),
        "device": card.device,
        "versions": card.versions,
        "step": card.step,
        "words": card.words,
        "bytes": card.size,
    }


def _shelf() -> Shelf:
    shelf = Shelf(runs_folder())
    if shelf.words:
        tell(shelf.words)
    return shelf


def _one(shelf: Shelf, name: str) -> RunCard:
    found = [card for card in shelf.cards() if card.run == name or card.run.endswith(name)]
    if len(found) != 1:
        many = "several runs end" if found else "no run ends"
        raise BadRequest(f"{many.capitalize()} with {name!r}.", "Say more of its name; see `ussr-engine runs`.")
    return found[0]


def _when(seconds: float) -> str:
    return time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(seconds))

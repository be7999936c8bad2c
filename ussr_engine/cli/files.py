"""Commands on files that train nothing: degrade, measure, inspect, phantom."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from pathlib import Path
from typing import Any

from ussr_engine.errors import BadRequest
from ussr_engine.files.stored import printable
from ussr_engine.passport import Privacy
from ussr_engine.scan import Scan


def read(path: str, frame: int = 0) -> Scan:
    """A file, or one frame of it, or ``phantom:SEED`` or ``phantom:NAME``."""
    from ussr_engine.files import read_scan
    from ussr_engine.samples import PREFIX, simulated

    if path.startswith(PREFIX):
        return simulated(path)
    return read_scan(path, frame)


def whole(text: str | int) -> int:
    """A seed."""
    try:
        seed = int(text)
    except ValueError:
        seed = -1
    if seed < 0:
        raise BadRequest(f"The seed is {text}; it must be a whole number from 0 on.")
    return seed


def guard(source: str, out: str, clips: bool = False) -> None:
    """Refuse an OUT that would overwrite the input or that no writer can make, before any work is done.

    With ``clips`` it may be a video or a new folder of frames.
    """
    from ussr_engine.files import CLIPS_IN, WRITABLE, suffix_of

    target = Path(out)
    if target.exists() and Path(source).exists() and target.samefile(source):
        raise BadRequest(f"{target.name} is the scan itself.", "Choose another name; inputs are never overwritten.")
    suffixes = [suffix for _, kind in WRITABLE for suffix in kind]
    if clips:
        suffixes = [*suffixes, *(one for one in CLIPS_IN if one not in suffixes)]
    if suffix_of(target) not in suffixes and not (clips and not target.suffix):
        raise BadRequest(f"No picture is written as {target.suffix or target.name!r}.", f"Use {', '.join(suffixes)}.")
    if not target.absolute().parent.is_dir():
        raise BadRequest(f"There is no folder {target.absolute().parent}.", "Make it first, or choose another.")


def burnt_in(source: str, privacy: Privacy) -> str:
    """The warning that no header can spare anybody: what stands in the picture itself."""
    from ussr_engine.derived.identity import identity_in

    identity = identity_in(source)
    if privacy.clean:
        return "You have said that no text about the patient stands in the picture."
    if identity is not None and identity.burnt_in == "NO":
        return "The source says that no text about the patient stands in the picture; look all the same."
    return "Text in the picture itself cannot be found for certain: look whether it names the patient."


def tell(words: str) -> None:
    """A message for the person."""
    sys.stderr.write("\n".join(map(printable, words.split("\n"))) + "\n")


def show(record: dict[str, Any] | list[Any]) -> None:
    """Data for a program."""
    sys.stdout.write(json.dumps(record, ensure_ascii=False, allow_nan=False) + "\n")


def shrink(asked: Namespace) -> int:
    """Degrade a scan by Method 1, 2 or 3 of the study."""
    from ussr_engine.degradations.study import degrade
    from ussr_engine.export import export

    guard(asked.scan, asked.out)
    if asked.scale < 2:
        raise BadRequest(f"The scale is {asked.scale}; it must be 2 or more.")
    scan = read(asked.scan)
    small = degrade(scan, asked.method, asked.scale, noise=asked.noise, seed=whole(asked.seed))
    tell(export(asked.out, small, None, 8).words)
    return 0


def compare(asked: Namespace) -> int:
    """Measure a picture against its truth."""
    from ussr_engine.metrics import measure
    from ussr_engine.perceptual import available, lpips_alex

    reference, image = read(asked.reference), read(asked.image)
    reason = available()
    scores = measure(reference.image, image.image, None if reason else lpips_alex(), reason)
    # JSON has no infinity: identical pictures have no error to measure.
    psnr = None if scores.psnr == float("inf") else scores.psnr
    if asked.json:
        same = "the pictures are identical" if psnr is None else None
        record = {"psnr": psnr, "psnr_reason": same, "ssim": scores.ssim, "lpips": scores.lpips}
        show({**record, "lpips_reason": scores.lpips_reason or None})
    else:
        lpips = f"{scores.lpips:.4f}" if scores.lpips is not None else f"not measured: {scores.lpips_reason}"
        ratio = f"{psnr:.2f} dB" if psnr is not None else "infinite, the pictures are identical"
        sys.stdout.write(f"PSNR   {ratio}\nSSIM   {scores.ssim:.4f}\nLPIPS  {lpips}\n")
    return 0


def inspect(asked: Namespace) -> int:
    """Say what a file holds."""
    from ussr_engine.files import inspect_file

    record = inspect_file(asked.file)
    if asked.json:
        show(record)
        return 0
    for name, value in record.items():
        for words in map(_words, value if isinstance(value, list) else [value]):
            if words:
                sys.stdout.write(f"{name:<12} {words}\n")
    return 0


def _words(value: object) -> str:
    """Numbers to six digits, mappings in one line, nothing for what is not known."""
    if isinstance(value, dict):
        parts = ((name, _words(part)) for name, part in value.items())
        return "; ".join(f"{name} {words}" for name, words in parts if words)
    return "" if value is None else f"{value:.6g}" if isinstance(value, float) else str(value)


def sample(asked: Namespace) -> int:
    """Write the phantom."""
    from ussr_engine.export import export
    from ussr_engine.phantom import phantom

    guard("", asked.out)
    seed = whole(asked.seed)
    tell(export(asked.out, phantom(seed).scan, None, 8, f"phantom:{seed}").words)
    return 0

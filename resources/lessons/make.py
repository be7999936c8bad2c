"""Make the lessons that come along: python resources/lessons/make.py [--folder F] [--only N].

Simulates scans, trains on them and writes the pictures; takes about ten minutes on one core, and gives the same
pictures again on the same versions of its libraries.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import aliasing
import invention
import noise
import torch

from ussr_engine.lessons.files import write_lesson

LESSONS = {
    "1-aliasing-and-interpolation": aliasing.lesson,
    "2-what-noise-does-to-learning": noise.lesson,
    "3-what-a-network-may-invent": invention.lesson,
}
FOLDER = Path(__file__).resolve().parents[2] / "ussr_engine" / "lessons" / "shipped"


def main() -> None:
    """Write them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=FOLDER)
    parser.add_argument("--only", type=int, choices=range(1, len(LESSONS) + 1))
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    for number, (name, made) in enumerate(LESSONS.items(), 1):
        if asked.only in (None, number):
            path = asked.folder / f"{name}.lesson"
            write_lesson(path, made())
            print(f"{path}: {path.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()

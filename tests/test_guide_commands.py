"""Every command of README, CONTRIBUTING and the guide is carried out, page by page, in the order in which it stands."""

from __future__ import annotations

import re
import shlex
import shutil
import sys
from pathlib import Path

import numpy as np
import pytest

from tests.engine import dicom_samples
from ussr_engine.benchmark import ablation
from ussr_engine.cli import run
from ussr_engine.cli.arguments import parser
from ussr_engine.degradations.study import degrade
from ussr_engine.export import export
from ussr_engine.phantom import phantom
from ussr_engine.scan import Scan

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)

NOT_HERE = {
    "python -m pip install": "changes the environment that the tests run in; `.ci/run` does it in a fresh one",
    "python -m venv": "makes an environment; `.ci/run` does it",
    ". .venv/bin/activate": "enters that environment",
    "python -m pytest": "is what runs this",
    "python resources/translations.py": "writes the catalogues; tests/test_language.py holds that it has nothing to do",
    "python -m sphinx": "tests/test_guide.py builds the site",
    "ussr --demo": "tests/journeys/test_demo_journey.py runs it in a process of its own",
    "ussr-engine benchmark carotid breast": "takes hours, public sets and a network of one's own; it is parsed",
}
"""Commands that cannot be carried out here, and why."""

FASTER = {
    r" --method zssr": "--set steps=2 --set backbone.features=4 --set backbone.layers=2 --set ensemble=1",
    r" --method espcn": "--set steps=2 --set features=4 --set ensemble=1 --set passes=1",
    r" --method kernelgan": "--set schedule.steps=2 --set backbone.features=4 --set backbone.layers=2 --set passes=1",
    r"^ussr-engine train": "--set steps=2 --set features=4 --set crop=32 --set batch=1",
    r"^ussr-engine (batch|benchmark)": "--workers 1",
    r"^ussr-engine benchmark": "--limit 1 --scales 2 --degradations 1",
    r"benchmark .*zssr": "--set zssr.steps=2 --set zssr.backbone.features=4 --set zssr.ensemble=1",
    r"benchmark .*polish": "--set simreg.steps=2",
    r"benchmark\.ablation": "--steps 1 --side 48 --degradations 1",
}
"""What is added to commands so that they take seconds; it changes no word that stands in a document."""


def commands(document: Path) -> list[str]:
    """Every line of the blocks that are commands: those marked ``sh``, and unmarked ones."""
    found: list[str] = []
    for kind, block in FENCE.findall(document.read_text(encoding="utf-8")):
        if kind in ("", "sh"):
            lines = re.sub(r"\\\n\s*", "", block).splitlines()
            found += [part.strip() for line in lines if line.strip() for part in line.split(" && ")]
    return found


def why_not(command: str) -> str:
    """Why a command is not carried out, or nothing."""
    return next((reason for start, reason in NOT_HERE.items() if command.startswith(start)), "")


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the commands name: small scans, a DICOM picture, a clip, a folder."""
    folder = tmp_path_factory.mktemp("inputs")
    truth = phantom(0).scan
    small = truth.with_image(np.ascontiguousarray(truth.image[:96, :112]), 1.0)
    written(folder / "truth.png", small)
    written(folder / "small.png", degrade(small, 1, 2))
    (folder / "scans").mkdir()
    for number in range(2):
        rows = slice(40 * number, 40 * number + 64)
        written(folder / "scans" / f"scan-{number}.png", truth.with_image(truth.image[rows, :72].copy(), 1.0))
    frames = np.stack([dicom_samples.GREY, dicom_samples.GREY[::-1]])
    dicom_samples.written(folder / "scan.dcm", dicom_samples.GREY)
    dicom_samples.written(folder / "cine.dcm", frames, NumberOfFrames=2, FrameTime="40")
    return folder


def written(path: Path, scan: Scan) -> None:
    export(path, scan, None, 8)


@pytest.fixture
def folder(inputs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place of their own for the commands of a page."""
    here = tmp_path / "here"
    shutil.copytree(inputs, here)
    monkeypatch.chdir(here)
    return here


def carry_out(command: str, monkeypatch: pytest.MonkeyPatch) -> int:
    """A command, hurried; its exit status."""
    words = shlex.split(command)
    for pattern, more in FASTER.items():
        if re.search(pattern, command):
            words += shlex.split(more)
    if words[0] == "ussr-engine":
        return run(words[1:])
    assert words[:3] == ["python", "-m", "ussr_engine.benchmark.ablation"], f"nothing knows how to run {command!r}"
    monkeypatch.setattr(sys, "argv", ["ablation", *words[3:]])
    ablation.main()
    return 0


@pytest.mark.parametrize(
    "document", [one for one in DOCUMENTS if commands(one)], ids=lambda path: path.relative_to(ROOT).as_posix()
)
def test_every_command_of_a_page_does_what_it_says(
    document: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for command in commands(document):
        if not why_not(command):
            assert carry_out(command, monkeypatch) == 0, command
            for written_to in re.findall(r" (?:-o|--out) (\S+)", command):
                assert (folder / written_to).exists() or "--dry-run" in command, f"{command} wrote nothing"
        elif command.startswith("ussr-engine"):
            assert callable(parser().parse_args(shlex.split(command)[1:]).command)


def test_no_reason_not_to_run_a_command_is_kept_without_need() -> None:
    every = [command for document in DOCUMENTS for command in commands(document)]
    for start in NOT_HERE:
        assert any(command.startswith(start) for command in every), start
    assert sum(not why_not(command) for command in every) > 30


def test_no_block_of_a_page_escapes() -> None:
    """Commands stand between fences, and blocks that are none say what they are."""
    for document in DOCUMENTS:
        text = document.read_text(encoding="utf-8")
        for kind in re.findall(r"^```(\w+)$", text, re.MULTILINE):
            assert kind in ("sh", "python", "text"), f"{document.name}: {kind}"
        assert not re.search(r"^    (ussr|python|pip)\b", FENCE.sub("", text), re.MULTILINE), document.name

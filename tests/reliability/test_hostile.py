"""Group E: models, settings, journals and names that somebody made to do harm."""

from __future__ import annotations

import io
import json
import os
import pickle
import resource
import struct
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest
import torch

from ussr_engine import checkpoint
from ussr_engine.archive import read_archive
from ussr_engine.cli import run
from ussr_engine.degradations.kernel import read_kernel
from ussr_engine.errors import EngineError, MissingWeights, UnreadableFile
from ussr_engine.files import read_scan
from ussr_engine.methods import lacking, plan_for
from ussr_engine.registry import BACKBONES
from ussr_engine.scan import Scan
from ussr_engine.trunks import convolutions
from ussr_engine.weights import ModelCard, load_model, read_card, save_model


@contextmanager
def quickly(seconds: float = 1.0, megabytes: float = 50.0) -> Iterator[None]:
    """Neither long nor large."""
    began, before = time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    yield
    assert time.process_time() - began < seconds
    assert (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024 < megabytes


class Payload:
    """Unpickled, it makes a file."""

    def __init__(self, canary: Path) -> None:
        self.canary = canary

    def __reduce__(self) -> tuple[Callable[..., object], tuple[str]]:
        return os.system, (f"touch {self.canary}",)


def network(backbone: str = "srcnn", scale: int = 2) -> tuple[torch.nn.Module, ModelCard]:
    made = BACKBONES[backbone].make(1, scale, BACKBONES[backbone].options(), torch.Generator().manual_seed(0))
    card = ModelCard(backbone, {}, scale, "Method 1", 4, 2, 10, 30.0, 29.0, "CC0", {}, "0.1.0", "2026-01-01")
    return made, card


@pytest.fixture
def model(tmp_path: Path) -> Path:
    path = tmp_path / "model.safetensors"
    save_model(path, *network())
    return path


def parts(path: Path) -> tuple[dict[str, object], bytes]:
    """Header and tensors of a safetensors file."""
    data = path.read_bytes()
    (length,) = struct.unpack("<Q", data[:8])
    return json.loads(data[8 : 8 + length]), data[8 + length :]


def put(path: Path, header: str | bytes, body: bytes, length: int | None = None) -> Path:
    told = header.encode() if isinstance(header, str) else header
    path.write_bytes(struct.pack("<Q", len(told) if length is None else length) + told + body)
    return path


READERS: dict[str, Callable[[Path], object]] = {
    "scan": read_scan,
    "model": load_model,
    "card": read_card,
    "state": checkpoint.load,
    "session": lambda path: read_archive(path, [Scan]),
    "kernel": read_kernel,
    "weights": lambda path: convolutions(path, {"features.0": (64, 3, 11, 11)}, "AlexNet", 10**9),
}


@pytest.mark.parametrize("suffix", [".pt", ".pth", ".pkl", ".npy", ".npz", ".safetensors", ".png", ".dcm", ".ussr"])
def test_no_reader_unpickles_whatever_a_file_is_called(suffix: str, tmp_path: Path) -> None:
    """E01."""
    canary, path = tmp_path / "canary", tmp_path / f"evil{suffix}"
    payload = Payload(canary)
    if suffix in (".pt", ".pth"):
        torch.save({"features.0.weight": payload}, path)
    elif suffix == ".npy":
        np.save(path, np.array([payload], dtype=object), allow_pickle=True)
    elif suffix == ".npz":
        with path.open("wb") as file:
            np.savez(file, **{"features.0.weight": np.array([payload], dtype=object)})
    else:
        path.write_bytes(pickle.dumps(payload))
    for name, read in READERS.items():
        with pytest.raises(EngineError) as refusal:
            read(path)
        assert str(refusal.value), name
        assert not canary.exists(), f"{name} has run what is in the file"
    assert run(["enlarge", str(path), "--method", "bicubic", "--scale", "2", "-o", str(tmp_path / "out.png")]) == 3
    assert not canary.exists()


@pytest.mark.parametrize(
    "harm",
    ["long header", "overlap", "beyond the end", "gap", "not finite", "shape", "type", "twice", "missing", "no JSON"],
)
def test_a_harmful_model_is_refused(harm: str, model: Path, tmp_path: Path) -> None:
    """E02."""
    header, body = parts(model)
    names = [name for name in header if name != "__metadata__"]
    first, second = header[names[0]], header[names[1]]
    text: str | None = None
    length = None
    match harm:
        case "long header":
            length = 200_000_000
        case "overlap":
            second["data_offsets"] = [0, second["data_offsets"][1] - second["data_offsets"][0]]
        case "beyond the end":
            body = body[: len(body) // 2]
        case "gap":
            body += b"\0" * 64
        case "not finite":
            body = struct.pack("<f", float("nan")) + body[4:]
        case "shape":
            first["shape"] = [*first["shape"][::-1]] if first["shape"] != first["shape"][::-1] else [1, *first["shape"]]
        case "type":
            first["dtype"] = "I32"
        case "twice":
            again = json.dumps({names[0]: second})[1:-1]
            text = json.dumps(header)[:-1] + ", " + again + "}"
        case "missing":
            start, end = header.pop(names[-1])["data_offsets"]
            body = body[:start] + body[end:]
            for one in header.values():
                if "data_offsets" in one and one["data_offsets"][0] >= end:
                    one["data_offsets"] = [at - (end - start) for at in one["data_offsets"]]
        case "no JSON":
            text = "{" * 500
    path = put(tmp_path / "harm.safetensors", text or json.dumps(header), body, length)
    with quickly(), pytest.raises(UnreadableFile, match=r"harm\.safetensors"):
        load_model(path)


def bomb(path: Path, name: str, size: int) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open(name, "w") as member:
        for _ in range(size // 2**20):
            member.write(bytes(2**20))
    return path


def test_a_file_that_unpacks_to_more_than_it_may_is_refused_by_what_it_declares(tmp_path: Path) -> None:
    """E03."""
    text = bomb(tmp_path / "bomb.ussr", "records.json", 300 * 2**20)
    array = bomb(tmp_path / "bomb.npz", "features.0.weight.npy", 300 * 2**20)
    assert text.stat().st_size + array.stat().st_size < 2**20
    with quickly(), pytest.raises(UnreadableFile, match="too large"):
        read_archive(text, [Scan])
    with quickly(), pytest.raises(MissingWeights):
        convolutions(array, {"features.0": (64, 3, 11, 11)}, "AlexNet", 100 * 2**20)


def test_a_small_array_whose_header_claims_gigabytes_costs_no_memory(tmp_path: Path) -> None:
    """E03."""
    header = io.BytesIO()
    np.lib.format.write_array_header_1_0(header, {"descr": "<f4", "fortran_order": False, "shape": (100_000, 100_000)})
    path = tmp_path / "claims.ussr"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("records.json", '{"array": 0}')
        archive.writestr("arrays/0.npy", header.getvalue() + bytes(64))
    with quickly(), pytest.raises(UnreadableFile, match="unexpected kind"):
        read_archive(path, [Scan])
    (tmp_path / "kernel.npy").write_bytes(header.getvalue() + bytes(64))
    with quickly(), pytest.raises(UnreadableFile):
        read_kernel(tmp_path / "kernel.npy")


def test_a_name_in_an_archive_that_leads_out_of_it_is_never_followed(tmp_path: Path) -> None:
    """E03."""
    path = tmp_path / "inner" / "climbs.ussr"
    path.parent.mkdir()
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("../../climbed", "harm")
        archive.writestr("records.json", '{"array": "../../climbed"}')
    with pytest.raises(UnreadableFile):
        read_archive(path, [Scan])
    assert [one.name for one in tmp_path.iterdir()] == ["inner"]
    assert [one.name for one in path.parent.iterdir()] == ["climbs.ussr"]


HARMFUL_JSON = {
    "deep": "[" * 100_000 + "]" * 100_000,
    "deep objects": '{"a":' * 100_000 + "1" + "}" * 100_000,
    "not a number": '{"kernel": [[NaN, 1], [1, 1]]}',
    "infinite": '{"kernel": [[Infinity, 1], [1, 1]]}',
    "huge whole number": '{"kernel": [[' + "9" * 100_000 + ", 1], [1, 1]]}",
    "huge power": '{"kernel": [[1e999, 1], [1, 1]]}',
    "twice": '{"kernel": [[1, 1], [1, 1]], "kernel": "x"}',
    "words": '"' + "a" * 1_000_000 + '"',
    "wrong type": '{"kernel": {"a": [null, true]}}',
    "cut": '{"kernel": [[1, 1],',
    "no text": "\udcff\udcfe",
}


@pytest.mark.parametrize("harm", HARMFUL_JSON)
def test_harmful_json_is_refused_by_every_reader_of_it(harm: str, model: Path, tmp_path: Path) -> None:
    """E04."""
    text = HARMFUL_JSON[harm].encode("utf-8", "surrogateescape")
    kernel = tmp_path / "kernel.json"
    kernel.write_bytes(text)
    session = tmp_path / "session.ussr"
    with zipfile.ZipFile(session, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("records.json", text)
    told = json.dumps(
        {"__metadata__": {"card": text.decode("utf-8", "replace"), "facts": text.decode("utf-8", "replace")}}
    )
    card = put(tmp_path / "card.safetensors", told, b"")
    for read, path in ((read_kernel, kernel), (read_card, card), (checkpoint.load, card)):
        if read is checkpoint.load and harm not in ("deep", "deep objects", "cut", "huge whole number", "no text"):
            continue  # any JSON may stand there: it is only numbers of a run
        with quickly(), pytest.raises(EngineError):
            read(path)
    if harm != "words":  # a session of one word is no sitting, which its reader says
        with quickly(), pytest.raises(EngineError):
            read_archive(session, [Scan])


@pytest.mark.parametrize("harm", HARMFUL_JSON)
def test_harmful_settings_count_as_none(harm: str) -> None:
    """E04: the window starts whatever is in its settings."""
    from ussr_gui.settings import Settings

    settings = Settings()
    for name in ("recent", "unfinished"):
        settings.set_text(name, HARMFUL_JSON[harm].encode("utf-8", "replace").decode("utf-8", "replace"))
    assert settings.recent == []
    assert isinstance(settings.record("unfinished"), dict)


@pytest.mark.parametrize("harm", ["deep", "huge whole number", "cut", "wrong type"])
def test_a_queue_with_a_harmful_treatment_fails_that_item_alone(harm: str, tmp_path: Path) -> None:
    """E04."""
    from ussr_engine.batch.queue import FILE, Queue
    from ussr_engine.batch.running import Around, worked_off
    from ussr_engine.batch.search import Found

    queue = Queue(tmp_path / FILE)
    queue.add(Found("/nowhere.png", "", ""), queue.treatment(HARMFUL_JSON[harm], "harm"), tmp_path / "out.png")
    for _ in worked_off(Around(tmp_path / FILE)):
        pass
    (item,) = queue.items()
    queue.close()
    assert item.state.value == "failed"
    assert "damaged" in item.words


def test_a_model_of_another_network_is_refused_with_what_was_expected_and_found(tmp_path: Path) -> None:
    """E06."""
    path = tmp_path / "other.safetensors"
    save_model(path, *network("srcnn"))
    words = lacking(plan_for("mwcnn", 2, {"model": str(path)}))
    assert "holds the network srcnn, not mwcnn" in words
    three = tmp_path / "three.safetensors"
    save_model(three, *network("srcnn", 3))
    words = lacking(plan_for("trained", 2, {"model": str(three)}))
    assert "×3" in words
    assert "×2" in words


def test_a_card_of_another_network_than_the_weights_is_refused(model: Path, tmp_path: Path) -> None:
    """E06."""
    header, body = parts(model)
    record = json.loads(header["__metadata__"]["card"])
    header["__metadata__"]["card"] = json.dumps({**record, "backbone": "vdsr"})
    path = put(tmp_path / "lies.safetensors", json.dumps(header), body)
    with pytest.raises(UnreadableFile, match="do not fit its card"):
        load_model(path)


HARMFUL_NAMES = ("<img src=x>%n%s{0}{name}.png", "\x1b[31mred\x1b[0m.png", "a\nb\tc.png", "‮gnp.exe.png")


@pytest.mark.skipif(sys.platform == "win32", reason="such names cannot be made there")
@pytest.mark.parametrize("name", HARMFUL_NAMES)
def test_a_harmful_name_is_told_as_plain_text_on_a_terminal(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """E07."""
    (tmp_path / name).write_bytes(b"no picture")
    assert run(["batch", str(tmp_path / name), "--method", "bicubic", "-o", str(tmp_path / "out")]) == 4
    assert run(["inspect", str(tmp_path / name)]) == 3
    told = capsys.readouterr()
    assert not set(told.out + told.err) & {"\x1b", "\t", "\x07", "‮"}
    assert not any(line == "b" for line in told.err.splitlines())

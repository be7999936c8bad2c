"""What no line of the program may do: unpickle what it reads, run words as code, open a person's file by Qt, or reach
a network anywhere but where a click asks for it."""

from __future__ import annotations

import ast
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MODULES = sorted(path for package in ("ussr_engine", "ussr_gui") for path in (ROOT / package).rglob("*.py"))

UNPICKLERS = {"pickle", "_pickle", "cPickle", "dill", "cloudpickle", "shelve", "marshal", "joblib", "yaml", "ruamel"}
NETWORKS = {"socket", "ssl", "http", "urllib", "requests", "httpx", "aiohttp", "ftplib", "smtplib", "telnetlib"}
QT_NETWORKS = ("QtNetwork", "QtWebEngine", "QtWebSockets")

PIPES = {"ussr_gui/worker.py", "ussr_engine/host.py", "ussr_engine/crews.py", "ussr_engine/decoder.py"}
"""Where records come over the pipe between processes that this program has started itself: they may be pickled."""
CLUSTER = "ussr_engine/cluster.py"
"""Where a person who names a cluster lets the two sides run each other's code, by dask's own wire."""
FETCHES = ("ussr_engine/download.py", "ussr_gui/problems/releases.py")
"""Where published weights are fetched, as the answer to a click or a command that says so; where a click asks for the
newest release."""
PUBLISHED = "ussr_engine/trunks.py"
"""Where weights are read as torchvision publishes them, by torch's reader of tensors alone (``weights_only``)."""


def name_of(node: ast.expr) -> str:
    """ "np.load" of the function that a call names."""
    return ast.unparse(node) if isinstance(node, ast.Name | ast.Attribute) else ""


def keyword(call: ast.Call, name: str) -> object:
    value = next((one.value for one in call.keywords if one.arg == name), None)
    return value.value if isinstance(value, ast.Constant) else None


def is_size(call: ast.Call) -> bool:
    """A picture made by Qt is empty, or has a size; one made of a path would be decoded by Qt."""
    if not call.args:
        return not call.keywords
    words = ast.unparse(call.args[0]).lower()
    return len(call.args) > 2 or "size" in words or (len(call.args) == 2 and not isinstance(call.args[0], ast.Constant))


def sins(path: str, source: str) -> list[str]:
    """Every forbidden thing in a file, with its line."""
    found = []
    for node in ast.walk(ast.parse(source)):
        imported = []
        if isinstance(node, ast.Import):
            imported = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            imported = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
        for name in imported:
            top = name.split(".")[0]
            if top in UNPICKLERS or name.startswith("torch.serialization"):
                found.append(f"{node.lineno}: imports {name}")
            if (top in NETWORKS and path not in FETCHES) or any(one in name for one in QT_NETWORKS):
                found.append(f"{node.lineno}: imports {name}")
        if isinstance(node, ast.Call):
            found += [f"{node.lineno}: {words}" for words in _sins_of_call(path, node)]
    return found


def _sins_of_call(path: str, call: ast.Call) -> list[str]:
    name = name_of(call.func)
    last = name.rpartition(".")[2]
    bad = {
        "runs words as code": name in ("eval", "exec", "compile", "__import__"),
        "torch.load": name == "torch.load" and not (path == PUBLISHED and keyword(call, "weights_only") is True),
        "np.load that may unpickle": name in ("np.load", "numpy.load") and keyword(call, "allow_pickle") is not False,
        "reads an array that may be pickled": last == "read_array" and keyword(call, "allow_pickle") is not False,
        "OpenCV opens files": name in ("cv2.imread", "cv2.imwrite", "cv2.imreadmulti"),
        "Qt decodes a file": last in ("QImage", "QPixmap") and not is_size(call),
        "Qt reads a file": last in ("QImageReader", "QMovie", "loadFromData"),
        "receives pickles": last in ("recv", "recv_bytes") and path not in PIPES,
        "names a module in words": last == "import_module" and path != CLUSTER,
        "a shell": keyword(call, "shell") is True or name in ("os.system", "os.popen"),
    }
    return [words for words, is_so in bad.items() if is_so]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_that_is_read_is_ever_unpickled_or_run_and_no_network_is_reached_unasked(path: Path) -> None:
    """E01, H06."""
    assert not sins(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "source",
    [
        "import pickle", "from pickle import loads", "import shelve", "import marshal", "import yaml",
        "import torch\ntorch.load(p)", "torch.load(p, weights_only=True)", "np.load(p)",
        "np.load(p, allow_pickle=True)",
        "eval(x)", "exec(x)", "cv2.imread(p)", "QImage(p)", "QPixmap('a.png')", "QImage(p, 'PNG')", "QImageReader(p)",
        "c.recv()", "import socket", "from urllib import request", "from PySide6 import QtNetwork",
        "from PySide6.QtNetwork import QTcpSocket", "importlib.import_module(x)", "os.system(x)",
        "subprocess.run(x, shell=True)",
    ],
)  # fmt: skip
def test_the_rule_finds_what_it_forbids(source: str) -> None:
    if source == "QImage(p, 'PNG')":
        assert sins("x.py", "QImage('p.png', 'PNG')")
    else:
        assert sins("x.py", source)


def by_name() -> None:
    socket.getaddrinfo("example.org", 80)


def by_address() -> None:
    with socket.socket() as one:
        one.connect(("192.0.2.1", 80))


def to_itself() -> None:
    with socket.socket() as one:
        one.connect(("127.0.0.1", 9))


@pytest.mark.reaches_out
@pytest.mark.parametrize("reach", [by_name, by_address, to_itself])
def test_every_test_is_cut_off_from_every_network(reach: Callable[[], None], network: Path) -> None:
    """H06."""
    with pytest.raises(OSError, match="A test tried to reach"):
        reach()
    assert network.read_text(encoding="utf-8"), "what was tried is known, also where the error is swallowed"


@pytest.mark.reaches_out
def test_processes_that_a_test_starts_are_cut_off_too(network: Path) -> None:
    """H06."""
    code = "import socket\ntry: socket.socket().connect(('192.0.2.1', 80))\nexcept OSError as error: print(error)"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "A test tried to reach 192.0.2.1" in out.stdout
    assert "192.0.2.1" in network.read_text(encoding="utf-8")

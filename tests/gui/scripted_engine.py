"""A small engine process that speaks real records, for endings that the real one should never have."""

from __future__ import annotations

import json
import os
import signal
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path

import numpy as np
import safetensors.numpy

from ussr_engine import events, orders
from ussr_engine.benchmark import news
from ussr_engine.benchmark.cells import Cell, Subject
from ussr_engine.benchmark.cells import Row as BenchmarkRow
from ussr_engine.history.desk import Desk
from ussr_engine.history.entry import Entry
from ussr_engine.knobs import Knob
from ussr_engine.result import Evidence, History, Identification, Result, Scores, TrustMap
from ussr_engine.scan import Scan, Spacing

STEPS = Knob("steps", "int", 40, 1, 5000, (), "", "how many steps", False)
RATE = Knob("rate", "float", 1e-3, 1e-6, 1.0, (), "", "the first learning rate", True)
RATES = (RATE.default, 0.01, 0.1)
"""Rates that a test may choose; each of them gains one dB on the one before."""
NOISE = Knob("noise", "choice", "grey", None, None, ("grey", "rgb"), "", "kind of noise", False)
FLIPS = Knob("flips", "bool", True, None, None, (), "", "turn and mirror", True)
KERNEL_FILE = Knob("kernel_file", "text", "", None, None, (), "", "a kernel to use instead", False)
SIZE = 233 * 2**20
MODEL = Knob("model", "text", "", None, None, (), "", "file of a trained network", False)
GROUPS = (events.KnobGroup("recipe", "Training", (STEPS, RATE, NOISE, FLIPS)),)


def _card(name: str, title: str, **more: object) -> events.MethodCard:
    return events.MethodCard(name, title, f"Says what {title} does.", "", (2, 3, 4), True, GROUPS, **more)


CATALOGUE = events.Catalogued(
    (
        _card("plain", "Plain"),
        _card("crash", "Crash"),
        _card("deaf", "Deaf"),
        _card("wrong", "Wrong"),
        _card("honest", "Honest"),
        _card("bright", "Bright"),
        events.MethodCard(
            "kernel",
            "Kernel",
            "Estimates a kernel.",
            "",
            (2,),
            True,
            (*GROUPS, events.KnobGroup("degradation", "Degradation", (KERNEL_FILE,))),
        ),
        events.MethodCard(
            "mine",
            "My model",
            "Applies a network.",
            "",
            (2, 3),
            False,
            (events.KnobGroup("recipe", "Training", (MODEL,)),),
            borrows=True,
            models=(
                events.ModelRecord("/models/a.safetensors", "MWCNN; width 16", "MWCNN for ×3.", 3, 40, 9, 0.62, "CC0"),
                events.ModelRecord("/models/b.safetensors", "VDSR", "VDSR for ×2.", 2, 12, 3, 0.31, ""),
            ),
        ),
        _card("later", "Later", available=False, reason="Its weights are not on this machine."),
    ),
    (("cpu", "CPU, 2 cores"),),
    "cpu",
    "no weights folder is set",
    (
        events.WeightsCard("alexnet", "AlexNet", "alexnet.pth", "/weights", SIZE, 0, False),
        events.WeightsCard("vgg19", "VGG19", "vgg19.pth", "/weights", SIZE, 0, True),
    ),
)


EVIDENCE = Evidence(
    Identification(
        "Multiplicative noise of about 10%; blur of about 0.6 px; confidence 0.8.",
        True,
        False,
        (1e-5, 0.0, 0.01),
        ((0.1, 2e-4), (0.5, 2.4e-3), (0.9, 8.2e-3)),
        (("gauss 0.6", "blur of about 0.6 px", 0.8), ("sharp", "no blur", 0.2)),
    ),
    -0.02,
    False,
    1.04,
    -0.05,
)


def maps(sr: Scan) -> dict[str, TrustMap]:
    """Left half 0, right half 8; the residual runs from -3 to 3."""
    step = np.zeros(sr.image.shape, np.float32)
    step[:, sr.width // 2 :] = 8
    residual = np.broadcast_to(np.linspace(-3, 3, sr.width, dtype=np.float32), sr.image.shape).copy()
    return {
        "inferred": TrustMap("Inferred", "what the scan does not show", "grey levels", False, step),
        "uncertainty": TrustMap("Uncertainty", "half-width of the 90 % band", "grey levels", False, 2 * step),
        "residual": TrustMap("Residual", "what is left", "standard deviations", True, residual),
    }


def ramp(height: int = 40, width: int = 60) -> Scan:
    image = np.linspace(0, 1, height * width, dtype=np.float32).reshape(height, width)
    return Scan(image, Spacing(0.1, 0.2), name="ramp", facts={"format": "PNG"})


def stored(path: str) -> Scan:
    """A picture that a test has made, with its millimetres if it has any."""
    with np.load(path) as made:
        spacing = Spacing(*made["spacing"]) if "spacing" in made else None
        return Scan(made["image"], spacing, name=Path(path).stem)


class Kept:
    """A pipe through which a run is kept as it is told."""

    def __init__(self, connection: Connection, desk: Desk, entry: Entry) -> None:
        self._connection, self._desk, self._entry = connection, desk, entry
        self.poll, self.recv = connection.poll, self._recv
        for told in desk.began(entry):
            connection.send(told)

    def send(self, event: events.Event) -> None:
        if isinstance(event, events.Checkpointed):
            facts = {"step": event.step, "losses": {"train": [[1, 1.0], [event.step, 0.5]]}, "rates": [[0, 1e-3]]}
            path = self._entry.run.folder / "checkpoint.safetensors"
            path.write_bytes(safetensors.numpy.save({"w": np.ones(3, np.float32)}, {"facts": json.dumps(facts)}))
            event = replace(event, run=self._entry.card.run)
        for told in self._entry.heard(event):
            self._connection.send(told)
        if isinstance(event, events.End):
            for told in self._desk.ended(self._entry):
                self._connection.send(told)

    def _recv(self) -> orders.Order:
        """Orders about kept runs are answered on the way."""
        while True:
            order = self._connection.recv()
            if isinstance(order, orders.Quit):
                raise SystemExit
            told = self._desk.answer(order)
            for event in told:
                self._connection.send(event)
            if not told:
                return order


def main(connection: Connection, folder: str) -> None:
    """Obey; the method's name says how a run ends."""
    connection.send(CATALOGUE)
    slow, desk = False, Desk(Path(folder))
    while True:
        order = connection.recv()
        match order:
            case orders.Quit():
                return
            case orders.Configure(weights):
                slow = weights == "/slow"
                if weights:
                    connection.send(replace(CATALOGUE, lpips_reason=f"{weights} holds no weights."))
            case orders.Open(path) if path.endswith("killer.png"):
                os.kill(os.getpid(), signal.SIGKILL)
            case orders.Open(path) if path.endswith(".npz"):
                connection.send(events.Opened(path, stored(path)))
            case orders.Open(path) if path.startswith("phantom:") or Path(path).exists():
                connection.send(events.Opened(path, ramp()))
            case orders.Open(path):
                connection.send(events.OpenFailed(path, "There is no such file.", "Choose another one."))
            case orders.SaveKernel(path, kernel):
                connection.send(events.Saved(path, f"Blur kernel of {len(kernel)} taps"))
            case orders.Save(path):
                connection.send(events.Saved(path, "16 bit PNG, 0.05 × 0.1 mm"))
            case orders.Train():
                entry = desk.entry(order, "Plain", {"method": order.method, "scale": 2, "seed": 0}, order.scan, None)
                _run(Kept(connection, desk, entry), order, order.method, 0)
            case orders.FetchWeights(name):
                _fetch(connection, name, slow)
            case orders.Benchmark():
                _benchmark(connection, order)
            case orders.ResumeRun(run):
                _run(Kept(connection, desk, desk.entry_again(run)), orders.Train(ramp(), "plain", 2), "plain", 10)
            case _:
                for event in desk.answer(order):
                    connection.send(event)


def _fetch(connection: Connection, name: str, slow: bool) -> None:
    connection.send(events.StageBegan("Fetching alexnet.pth", SIZE))
    connection.send(events.Stepped(SIZE // 2))
    while slow:
        if isinstance(connection.recv(), orders.Cancel):
            connection.send(events.Cancelled())
            return
    connection.send(events.Fetched(name, "/weights/alexnet.pth"))
    connection.send(replace(CATALOGUE, weights=tuple(replace(card, available=True) for card in CATALOGUE.weights)))


def _benchmark(connection: Connection, order: orders.Benchmark) -> None:
    subject = Subject("cca", "a.png", "/cca/a.png", "00")
    cells = [Cell(subject, 1, 2, "grey", order.protocol, name, "{}", 0, "1") for name in order.methods]
    connection.send(news.Skipped("/cca/notes.txt", "It is no picture."))
    connection.send(news.Listed(1, len(cells), 0, (("mwcnn", "It has no model."),)))
    for done, cell in enumerate(cells, 1):
        connection.send(news.CellBegan(cell))
        if cell.method == "deaf":  # a cell that takes long
            while not isinstance(connection.recv(), orders.Cancel):
                pass
            connection.send(events.Cancelled())
            return
        if cell.method == "crash":
            os.kill(os.getpid(), signal.SIGKILL)
        error = "The scan is too small." if cell.method == "wrong" else ""
        figures = {} if error else {"psnr": 30.25, "ssim": 0.9, "seconds": 1.5}
        row = BenchmarkRow.of(cell, 40, 60, error=error, **figures)
        connection.send(news.CellEnded(row, done, len(cells), 75.0 if done < len(cells) else None))
    (Path(order.out) / "index.html").write_text("<html>")
    connection.send(news.Reported(order.out, ("index.html",), sum(cell.method == "wrong" for cell in cells)))


def stillborn(connection: Connection, folder: str) -> None:
    """An engine that cannot start."""
    raise SystemExit(3)


def _run(connection: Connection, order: orders.Train, method: str, first: int) -> None:
    sr = order.scan.with_image(np.kron(order.scan.image, np.ones((2, 2), np.float32)), 2)
    connection.send(
        events.Prepared("run-1", order.scan, sr, sr, Scores(30.0, 0.9, None, "no weights"), "CPU, 1 thread")
    )
    steps = int(order.knobs.get("recipe.steps", STEPS.default))
    if first:
        curve = tuple((step, 1 / step) for step in range(1, first + 1))
        connection.send(events.Recalled(first, History({"train": curve}, ((0, 1e-3),), first)))
    connection.send(events.StageBegan("Training ×2", steps, 0))
    if method == "kernel":
        for step, taps in ((10, 5), (20, 7)):
            kernel = np.outer(np.hanning(taps + 2)[1:-1], np.ones(taps)).astype(np.float32)
            middle, final = (taps - 1) / 2, taps == 7
            connection.send(
                events.KernelEstimated(step, kernel / kernel.sum(), (middle, middle), (2.0, 1.0, 30.0), final)
            )
    if method == "honest":
        connection.send(events.Identified(EVIDENCE.identification))
    for step in range(first + 1, steps + 1):
        connection.send(events.Stepped(step))
        connection.send(events.Measured(step, {"train": 1 / step, "held out": 1.2 / step}, 1e-3, step, 10**8))
        if step % 5 == 0:
            darker = (sr.image * (1 - 1 / step)).astype(np.float32)
            scores = Scores(31.0 + step / 1000, 0.91, None, "no weights")
            connection.send(events.Previewed(step, darker, scores, 2.0 - step / 1000))
            connection.send(events.Checkpointed(step, "run-1"))
        if method == "crash" and step == 12:
            os.kill(os.getpid(), signal.SIGKILL)
        if method == "wrong" and step == 12:
            connection.send(events.Failed("TrainingFailed", "The loss is not finite.", "Lower the rate.", "trace"))
            return
        while connection.poll(0.005):
            wish = connection.recv()
            if method == "deaf":
                continue
            if isinstance(wish, orders.Pause):
                connection.send(events.Paused())
                while not isinstance(wish, orders.Resume | orders.Cancel | orders.Finish):
                    wish = connection.recv()
                connection.send(events.Resumed())
            if isinstance(wish, orders.Cancel):
                connection.send(events.Cancelled())
                return
            if isinstance(wish, orders.Finish):
                steps = step
            if isinstance(wish, orders.Open):
                connection.send(events.Opened(wish.path, ramp()))
        if step >= steps:
            break
    scores = Scores(32.5 + RATES.index(order.knobs.get("recipe.rate", RATE.default)), 0.95, None, "no weights")
    if method == "bright":  # a result that can be told from interpolation
        sr = replace(sr, image=0.5 + 0.5 * sr.image)
    honest = {"evidence": EVIDENCE, "maps": maps(sr)} if method == "honest" else {}
    told = {"scores": scores, "consistency": 1.25}
    result = Result(sr, {"method": method}, method, "Plain", 2, 0, 1.5, 1.2, "CPU, 1 thread", **told, **honest)
    connection.send(events.Finished(result))

"""The rules of the house, as tests: who may import whom, how large a file may grow, what crosses the pipe."""

from __future__ import annotations

import ast
import pickle
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from ussr_engine import events, machine, orders
from ussr_engine.batch import news as queue_news
from ussr_engine.batch.items import Item, State, Treatment
from ussr_engine.benchmark import news
from ussr_engine.benchmark.cells import Cell, Row, Subject
from ussr_engine.cine import news as cine
from ussr_engine.clip import Clip
from ussr_engine.derived import news as patients
from ussr_engine.derived.news import Identity
from ussr_engine.history import news as told
from ussr_engine.history.card import RunCard, thumbnail
from ussr_engine.history.news import KeptRun
from ussr_engine.knobs import Knob
from ussr_engine.passport import Check, Passport, Privacy
from ussr_engine.result import Evidence, History, Identification, Result, Scores, Trust, TrustMap
from ussr_engine.scan import Region, Scan, Spacing

ROOT = Path(__file__).resolve().parents[1]
MODULES = sorted(path for package in ("ussr_engine", "ussr_gui") for path in (ROOT / package).rglob("*.py"))
QT = ("PySide6", "shiboken6", "pyqtgraph", "superqt")
TORCH = ("torch", "torchvision", "lpips")
COUNTER = (
    "scan",
    "clip",
    "knobs",
    "result",
    "orders",
    "events",
    "machine",
    "errors",
    "drive",
    "archive",
    "moments",
    "passport",
    "lastwords",
)
NEWS = (
    *(
        "benchmark.news",
        "benchmark.cells",
        "cine.news",
        "history.news",
        "history.card",
        "history.place",
        "history.lease",
    ),
    *("batch.news", "batch.items", "derived.news"),
)
"""Records of benchmark, clips, kept runs, queue and patients, which the window hears too, and where runs lie."""
MEASURES = "ussr_engine.measures"
TRUST = "ussr_engine.trust"
READING = "ussr_engine.reading"
"""Figures of pictures, pictures mixed by trust, what readers say: the rooms with numerics that the window may enter."""
LESSONS = "ussr_engine.lessons"
"""Lesson files, which the window reads and writes."""
OURS = {"ussr_engine", "numpy", *sys.stdlib_module_names}


def imports(path: Path, *, lazy: bool = True) -> set[str]:
    """Dotted names a file imports; without ``lazy`` only those that importing the file itself runs."""
    found: set[str] = set()

    def visit(node: ast.AST) -> None:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.Import):
                found.update(alias.name for alias in child.names)
            elif isinstance(child, ast.ImportFrom) and child.module:
                found.add(child.module)
                found.update(f"{child.module}.{alias.name}" for alias in child.names)
            called_later = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef) and not lazy
            for_types = isinstance(child, ast.If) and "TYPE_CHECKING" in ast.dump(child.test)
            if called_later or for_types:
                continue
            visit(child)

    visit(ast.parse(path.read_text(encoding="utf-8")))
    return found


def modules_below(folder: str) -> Iterator[Path]:
    yield from sorted((ROOT / folder).rglob("*.py"))


def name_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def modules_after(statement: str) -> set[str]:
    """Modules in a fresh process after a statement."""
    code = f"{statement}\nimport sys; print(' '.join(sys.modules), file=sys.stderr)"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    return set(out.stderr.split())


def loaded_after(statement: str) -> set[str]:
    """Top-level packages in a fresh process after a statement."""
    return {name.split(".")[0] for name in modules_after(statement)}


def test_the_engine_names_no_qt_and_no_window() -> None:
    for path in modules_below("ussr_engine"):
        wrong = {name for name in imports(path) if name.split(".")[0] in (*QT, "ussr_gui")}
        assert not wrong, f"{name_of(path)} imports {wrong}"


def test_the_whole_engine_loads_without_qt() -> None:
    names = ", ".join(name_of(path) for path in modules_below("ussr_engine") if path.stem != "__main__")
    assert not loaded_after(f"import {names}") & {*QT, "ussr_gui"}


def test_the_window_names_no_torch() -> None:
    for path in modules_below("ussr_gui"):
        wrong = {name for name in imports(path) if name.split(".")[0] in TORCH}
        assert not wrong, f"{name_of(path)} imports {wrong}"


def test_the_window_loads_without_torch() -> None:
    assert not loaded_after("import ussr_gui.app, ussr_gui.main_window") & {*TORCH}


def test_starting_the_engine_process_loads_no_qt_and_no_torch() -> None:
    """The child process imports the program's entry and the host; torch comes later, beside the first orders."""
    assert not loaded_after("import ussr_gui.__main__, ussr_engine.host") & {*QT, *TORCH}


@pytest.mark.parametrize("start", ["import ussr_gui.app, ussr_gui.main_window", "import ussr_engine.workshop"])
def test_no_start_waits_for_parts_of_scipy_that_few_need(start: str) -> None:
    assert not modules_after(start) & {"scipy.stats", "scipy.signal"}


@pytest.mark.parametrize(
    "command",
    ["--version", "phantom -o c.png", "inspect a.png", "degrade a.png --method 3 --scale 2 -o b.png", "runs"],
)
def test_a_command_that_learns_nothing_does_not_wait_for_torch(command: str, tmp_path: Path) -> None:
    Image.new("L", (64, 48), 90).save(tmp_path / "a.png")
    words = [str(tmp_path / word) if word.endswith(".png") else word for word in command.split()]
    assert not loaded_after(f"from ussr_engine.cli import run; assert run({words}) == 0") & {*TORCH}


@pytest.mark.parametrize("module", [*COUNTER, *NEWS, "metrics"])
def test_the_counter_rests_on_numpy_at_most(module: str) -> None:
    path = ROOT / "ussr_engine" / f"{module.replace('.', '/')}.py"
    foreign = {name for name in imports(path, lazy=False) if name.split(".")[0] not in OURS}
    assert not foreign, f"{module} imports {foreign}"


@pytest.mark.parametrize(
    "path",
    [path for room in ("measures", "trust", "reading") for path in modules_below(f"ussr_engine/{room}")],
    ids=name_of,
)
def test_measures_trust_and_reading_rest_on_arrays_and_the_counter_alone(path: Path) -> None:
    ours = {"ussr_engine", "numpy", "scipy", "pywt", *sys.stdlib_module_names}
    foreign = {name for name in imports(path, lazy=False) if name.split(".")[0] not in ours}
    assert not foreign, f"{name_of(path)} imports {foreign}"
    rooms = {name.split(".")[1] for name in imports(path) if name.startswith("ussr_engine.")}
    own = {"trust", "reading"}
    assert rooms <= {*COUNTER, "measures", "metrics", *own}, f"{name_of(path)} imports {rooms}"
    assert rooms & own <= {path.parent.name}, f"{name_of(path)} looks upwards"


@pytest.mark.parametrize("path", list(modules_below("ussr_engine/lessons")), ids=name_of)
def test_lessons_rest_on_numpy_and_the_counter_alone(path: Path) -> None:
    foreign = {name for name in imports(path) if name.split(".")[0] not in OURS}
    assert not foreign, f"{name_of(path)} imports {foreign}"
    rooms = {name.split(".")[1] for name in imports(path) if name.startswith("ussr_engine.")}
    assert rooms <= {*COUNTER, "lessons"}, f"{name_of(path)} imports {rooms}"


def test_the_window_knows_only_the_engines_counter() -> None:
    allowed = {f"ussr_engine.{name}" for name in (*COUNTER, "host")} | {"ussr_engine"}
    for path in modules_below("ussr_gui"):
        for name in imports(path):
            if name.startswith("ussr_engine"):
                module = ".".join(name.split(".")[:2])
                plain = module in allowed or name in ("ussr_engine.RESEARCH_USE", "ussr_engine.__version__")
                suffixes = name in ("ussr_engine.files", "ussr_engine.files.READABLE", "ussr_engine.files.WRITABLE")
                told = name.startswith(tuple(f"ussr_engine.{one}" for one in NEWS)) or name in (
                    "ussr_engine.benchmark",
                    "ussr_engine.history",
                    "ussr_engine.batch",
                )
                figures = name.startswith((MEASURES, TRUST, READING, LESSONS))
                assert plain or suffixes or told or figures, f"{name_of(path)} imports {name}"


def test_backbones_know_only_their_blocks_and_never_one_another() -> None:
    rooms = ("backbones.conv", "imaging", "knobs", "registry", "errors")
    allowed = tuple(f"ussr_engine.{room}" for room in rooms)
    for path in modules_below("ussr_engine/backbones"):
        for name in imports(path):
            assert not name.startswith("ussr_engine") or name.startswith(allowed), f"{name_of(path)} imports {name}"


def test_recipes_know_no_backbone_by_name() -> None:
    for path in modules_below("ussr_engine/recipes"):
        assert not any(name.startswith("ussr_engine.backbones") for name in imports(path)), name_of(path)


def test_only_the_session_and_the_worker_send_orders() -> None:
    for path in modules_below("ussr_gui"):
        named = {name for name in imports(path) if name.startswith("ussr_engine.orders.")}
        if named - {"ussr_engine.orders.Challenge", "ussr_engine.orders.Benchmark"}:
            rooms = ("session", "chronicle", "errands", "beside", "projector", "wanted", "worker", "demo")
            assert path.stem in rooms, f"{name_of(path)} writes orders of its own"


def test_settings_know_nobody() -> None:
    assert not any(name.startswith("ussr") for name in imports(ROOT / "ussr_gui" / "settings.py"))


def test_imports_run_in_no_circle() -> None:
    names = {name_of(path) for path in MODULES}
    arrows = {
        name_of(path): {name for name in imports(path, lazy=False) if name in names and name != name_of(path)}
        for path in MODULES
    }
    settled: set[str] = set()
    while True:
        free = {name for name, targets in arrows.items() if name not in settled and targets <= settled}
        if not free:
            break
        settled |= free
    assert settled == names, f"circle among {sorted(names - settled)}"


def test_every_part_answers_the_roll_call() -> None:
    called = imports(ROOT / "ussr_engine" / "catalogue.py")
    for kind in ("backbones", "recipes", "degradations"):
        for path in modules_below(f"ussr_engine/{kind}"):
            if f"@{kind.upper()}.add(" in path.read_text(encoding="utf-8"):
                assert name_of(path) in called, f"{name_of(path)} is missing in catalogue.py"


def test_no_file_is_longer_than_three_hundred_lines() -> None:
    long = {name_of(path): count for path in MODULES if (count := len(path.read_text("utf-8").splitlines())) > 300}
    assert not long


def test_no_module_is_named_after_nothing() -> None:
    empty = {"utils", "util", "helpers", "helper", "manager", "base", "handler", "common", "misc"}
    assert not {name_of(path) for path in MODULES if path.stem in empty}


def test_every_record_survives_the_pipe() -> None:
    image = np.linspace(0, 1, 64, dtype=np.float32).reshape(8, 8)
    spacing = Spacing(0.1, 0.2)
    scan = Scan(image, spacing, regions=(Region("2D", 0, 0, 8, 8, spacing),))
    scores = Scores(30.0, 0.9, None, "no weights")
    found = Identification("No noise.", False, False, (1e-6, 0.0, 0.0), ((0.5, 1e-6),), (("cubic", "no blur", 1.0),))
    maps = {"inferred": TrustMap("Inferred", "what no scan shows", "grey levels", False, image)}
    result = Result(
        scan, {"method": "bicubic"}, "bicubic", "Bicubic", 2, 0, 0.1, 0.1, "CPU", History(), (), scores,
        evidence=Evidence(found, 0.5, True, 1.0, 0.1), maps=maps,
    )  # fmt: skip
    cell = Cell(Subject("cca", "a.png", "/a.png", "00"), 1, 2, "grey", "clean", "bicubic", "{}", 0, "1")
    made = RunCard("20260101-000000-00000000", "00", 8, 8, "zssr", "ZSSR", 2, 0, 0.0, thumbnail=thumbnail(image))
    kept = KeptRun(made, {}, "cpu", None, scan, scan, scan, None, result)
    given = {
        "Scan": scan, "Scan | None": scan, "Result": result, "Result | None": result, "Scores | None": scores,
        "History": History({"l1": ((1, 0.5),)}), "Image": image, "str": "words", "int": 3, "float": 0.5,
        "Identification": found, "int | None": 3, "bool": True, "tuple[float, float]": (6.5, 6.5),
        "Clip": Clip(2, (0.0, 40.0)), "tuple[float, float, float]": (2.0, 1.0, 30.0),
        "Mapping[str, float]": {"l1": 0.1}, "Mapping[str, Value]": {"steps": 3},
        "tuple[MethodCard, ...]": (events.MethodCard(
            "a", "A", "", "", (2,), True,
            (events.KnobGroup("patches", "Samples", (Knob("crop", "int", 64, 16, 512, (), "px", "", False),)),),
            models=(events.ModelRecord("a.safetensors", "A", "It was trained.", 2, 4, 2, 0.5, "CC0"),),
        ),),
        "tuple[str, ...]": ("bicubic",), "tuple[int, ...]": (1, 2), "float | None": 2.5,
        "Cell": cell, "Row": Row.of(cell, 8, 8, psnr=30.0),
        "tuple[WeightsCard, ...]": (events.WeightsCard("a", "A", "a.pth", "/weights", 9, 3, False),),
        "RunCard": made, "tuple[RunCard, ...]": (made,), "KeptRun": kept,
        "Passport | None": Passport((Check("Size", "8 × 8", "16 × 16", True),)), "Privacy": Privacy(),
        "Identity | None": Identity(("Patient's Name",), "NO", 1),
        "tuple[tuple[str, str], ...]": (("cpu", "CPU"),), "Challenge | None": orders.Challenge(2),
        "EnlargedClip": cine.EnlargedClip(result, "/clips/a", 3, (0.0, 40.0, 80.0), (0,), 1.5, 2.5),
        "tuple[Watched, ...]": (cine.Watched("/clips/a", 2, Trust.whole(0.5), np.zeros((8, 8), bool)),),
        "Sight | None": cine.Sight(0, scan, {2: np.zeros((8, 8), np.uint8)}, {}),
        "tuple[Item, ...]": (Item(1, 1.0, "/a.png", "/out/a.png", "ZSSR ×2", State.PAUSED, "words", 1.5, 2),),
        "Mapping[str, int]": {"done": 3}, "tuple[float, float] | None": (1.0, 2.0),
        "tuple[Treatment, ...]": (Treatment("zssr", 2, {"steps": 3}),), "Standing": machine.Standing.ALONE,
        "tuple[DeviceCard, ...]": (machine.DeviceCard("cpu", "CPU", machine.Standing.ALONE),),
        "Weigh": machine.Weigh("zssr", 2, 8, 8),
    }  # fmt: skip
    hears, asks = (events, news, cine, told, queue_news, patients, machine), (orders, machine)
    for module, root in (*((one, events.Event) for one in hears), *((one, orders.Order) for one in asks)):
        for kind in vars(module).values():
            if isinstance(kind, type) and issubclass(kind, root):
                record = kind(*(given[name] for name in kind.__annotations__.values()))
                again = pickle.loads(pickle.dumps(record))
                assert type(again) is kind
                for field in kind.__annotations__:
                    assert repr(getattr(again, field)) == repr(getattr(record, field))

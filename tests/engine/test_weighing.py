"""The memory of a run, estimated before it starts, against the peak that is measured while it goes on."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from ussr_engine.device import choose
from ussr_engine.machine import Weigh
from ussr_engine.methods import METHODS, plan_for
from ussr_engine.weighing import free, needed, weighed

MIB = 2**20
RUN = """
import sys
import numpy as np
from ussr_engine.device import choose
from ussr_engine.imaging.resize import resize
from ussr_engine.methods import plan_for
from ussr_engine.samples import sample
from ussr_engine.scan import Scan
from ussr_engine.train import Surroundings, train

def status(name):
    lines = open("/proc/self/status").read().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(name))

method, width, height, scale = sys.argv[1], *map(int, sys.argv[2:])
where = choose("cpu", 1)
scan = Scan(np.clip(resize(sample("cysts").image, shape=(height, width)), 0, 1))
plan = plan_for(method, scale)
if plan.schedule is not None:
    plan = plan.turned({"schedule.steps": 5})
before = status("VmRSS:")
open("/proc/self/clear_refs", "w").write("5")  # the highest mark begins anew
for event in train(scan, plan, Surroundings(where)):
    pass
print((status("VmHWM:") - before) * 1024)
"""


def measured(method: str, width: int, height: int, scale: int) -> float:
    """Bytes that the run took at its highest, beyond what the engine held before."""
    if not Path("/proc/self/clear_refs").exists():
        pytest.skip("only Linux tells the highest mark of a part of a process")
    what = [method, *map(str, (width, height, scale))]
    done = subprocess.run([sys.executable, "-c", RUN, *what], capture_output=True, text=True, check=True)
    return float(done.stdout)


@pytest.mark.parametrize(
    ("method", "width", "height", "scale"),
    [
        ("espcn", 160, 128, 2),
        pytest.param("exact", 640, 512, 2, marks=pytest.mark.slow),
        pytest.param("bicubic", 320, 256, 4, marks=pytest.mark.slow),
        pytest.param("simreg", 640, 512, 2, marks=pytest.mark.slow),
        pytest.param("zssr", 320, 256, 2, marks=pytest.mark.slow),
        pytest.param("vdsr", 160, 128, 2, marks=pytest.mark.slow),
        pytest.param("mwcnn-internal", 160, 128, 2, marks=pytest.mark.slow),
    ],
)
def test_the_estimate_is_within_a_factor_of_two_of_the_measured_peak(method: str, width: int, height: int, scale: int):
    estimate = needed(plan_for(method, scale), width, height, choose("cpu", 1))
    assert 0.5 < estimate / measured(method, width, height, scale) < 2


@pytest.mark.parametrize("method", [name for name in METHODS if "vgg" not in name])
def test_a_larger_scan_and_a_larger_scale_take_more_memory(method: str):
    where = choose("cpu", 1)
    small, wide = (needed(plan_for(method, 2), width, 256, where) for width in (320, 1280))
    finer = needed(plan_for(method, 4), 320, 256, where)
    assert small < min(wide, finer)


def test_knobs_count_and_a_choice_that_makes_no_sense_weighs_nothing():
    asked = Weigh("zssr", 2, 320, 256, {"backbone.features": 16}, "cpu")
    answer, usual = weighed(asked), weighed(Weigh("zssr", 2, 320, 256, {}, "cpu"))
    assert answer.asked is asked
    assert 0 < answer.needed < usual.needed
    assert weighed(Weigh("zssr", 2, 320, 256, {"backbone.moons": 3}, "cpu")).needed == 0
    assert weighed(Weigh("exact", 2, 320, 256, {}, "cuda:9")).needed > 0


def test_free_memory_is_told_and_is_less_than_all_there_is():
    told = free(choose("cpu", 1))
    assert told is None or 0 < told < 2**50

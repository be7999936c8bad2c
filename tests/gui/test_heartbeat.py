"""The heartbeat: whether the window tells how long it kept a person waiting."""

from __future__ import annotations

import time

from ussr_gui.heartbeat import Heartbeat, Stalls


def block(seconds: float) -> None:
    """Keep the event loop from turning."""
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pass


def test_a_blocked_loop_is_seen_and_told(qtbot):
    heartbeat = Heartbeat()
    heartbeat.begin()
    qtbot.waitUntil(lambda: heartbeat.stalls.ticks > 20, timeout=20_000)
    block(0.3)
    counted = heartbeat.stalls.ticks
    qtbot.waitUntil(lambda: heartbeat.stalls.ticks > counted, timeout=20_000)
    heartbeat.end()
    stalls = heartbeat.stalls
    assert stalls.longest >= 280
    assert stalls.p50 <= stalls.p99 <= stalls.longest
    assert f"longest {stalls.longest:.0f} ms" in str(stalls)


def test_a_new_run_is_measured_from_the_start(qtbot):
    heartbeat = Heartbeat()
    heartbeat.begin()
    block(0.2)
    qtbot.waitUntil(lambda: heartbeat.stalls.ticks > 0, timeout=20_000)
    assert heartbeat.stalls.longest >= 180
    heartbeat.begin()
    assert heartbeat.stalls == Stalls(0, 0, 0, 0)
    assert str(heartbeat.stalls) == "not measured yet"
    heartbeat.end()

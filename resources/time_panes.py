"""Time six linked panes of one megapixel: python resources/time_panes.py.

Turns a wheel and drags, 200 times each, then drags the curtain, and prints how long it takes from the event to the
painted picture.  Every event must change what is painted.  Needs no display.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable

import numpy as np

EVENTS = 200
SIDE = 1000
SIZE = (1180, 660)
LIMIT_MS = 33.0


def main() -> int:
    """Print the times; exit status 1 if the 95th percentile of any is above the limit."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
    from PySide6.QtGui import QMouseEvent, QWheelEvent
    from PySide6.QtWidgets import QApplication

    from ussr_gui import theme
    from ussr_gui.viewers.canvas import Canvas
    from ussr_gui.viewers.compare import CompareView, Output
    from ussr_gui.viewers.pane import Pane

    app = QApplication([])
    theme.apply(app)
    rng = np.random.default_rng(0)
    pictures = [rng.random((SIDE, SIDE), np.float32) for _ in range(6)]
    view = CompareView()
    view.resize(*SIZE)
    view.set_layout(6)
    view.set_outputs(
        [Output(f"o{i}", f"Output {i}", one, (40.0, 40.0), super_resolved=i > 0) for i, one in enumerate(pictures)]
    )
    view.show()
    app.processEvents()

    def canvas() -> Canvas:
        return next(pane.canvas for pane in view.findChildren(Pane) if pane.isVisible())

    def press(kind: QEvent.Type, at: QPointF) -> None:
        viewport = canvas().viewport()
        held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else Qt.MouseButton.LeftButton
        button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else Qt.MouseButton.LeftButton
        where = QPointF(viewport.mapToGlobal(at.toPoint()))
        app.sendEvent(viewport, QMouseEvent(kind, at, where, button, held, Qt.KeyboardModifier.NoModifier))

    def wheel(i: int) -> None:
        viewport, at = canvas().viewport(), QPointF(100 + i % 50, 90)
        where, turned = QPointF(viewport.mapToGlobal(at.toPoint())), QPoint(0, 120 if i % 8 < 4 else -120)
        nothing, none = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
        phase = Qt.ScrollPhase.NoScrollPhase
        app.sendEvent(viewport, QWheelEvent(at, where, QPoint(), turned, nothing, none, phase, False))

    def drag(i: int) -> None:
        press(QEvent.Type.MouseMove, QPointF(101 + i * 7 % 61, 101 + i * 5 % 37))

    def curtain(i: int) -> None:
        press(QEvent.Type.MouseMove, QPointF(view.width() * (0.2 + 0.6 * (i * 7 % 101) / 101), 60))

    def timed(name: str, act: Callable[[int], None]) -> bool:
        times, before = [], canvas().grab().toImage()
        for i in range(EVENTS):
            began = time.perf_counter()
            act(i)
            app.processEvents()
            times.append(1000 * (time.perf_counter() - began))
            seen = canvas().grab().toImage()
            if seen == before:
                raise SystemExit(f"{name}: event {i} changed nothing.")
            before = seen
        p50, p95 = np.percentile(times, (50, 95))
        print(f"{name:8} p50 {p50:5.1f} ms   p95 {p95:5.1f} ms   longest {max(times):5.1f} ms")
        return bool(p95 <= LIMIT_MS)

    well = [timed("wheel", wheel)]
    view.fit()
    view.zoom_by(3)
    app.processEvents()
    press(QEvent.Type.MouseButtonPress, QPointF(100, 100))
    well.append(timed("drag", drag))
    press(QEvent.Type.MouseButtonRelease, QPointF(100, 100))
    view.set_curtain("o0", "o5")
    app.processEvents()
    press(QEvent.Type.MouseButtonPress, QPointF(view.width() / 2, 60))
    well.append(timed("curtain", curtain))
    return 0 if all(well) else 1


if __name__ == "__main__":
    sys.exit(main())

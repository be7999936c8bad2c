"""The Tools menu."""

from __future__ import annotations

from ussr_gui.language import tr
from ussr_gui.wishes.wish import Wish

TOOLS: tuple[Wish, ...] = (
    Wish("benchmark", "Tools", tr("Benchmark…"), "Ctrl+B", tr("Compare methods on folders of scans"), "list-checks"),
)

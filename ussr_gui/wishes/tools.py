"""The Tools menu."""

from __future__ import annotations

from ussr_gui.wishes.wish import Wish

TOOLS: tuple[Wish, ...] = (
    Wish("benchmark", "Tools", "Benchmark…", "Ctrl+B", "Compare methods on folders of scans", "list-checks"),
)

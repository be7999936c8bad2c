"""The small scans and plans of the engine's own tests."""

from tests.engine.conftest import cpu, scan, small

__all__ = ["cpu", "scan", "small"]

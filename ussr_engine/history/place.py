"""Where runs are kept."""

from __future__ import annotations

from pathlib import Path


def runs_folder() -> Path:
    """Below the person's own data; window and command line keep their runs there together."""
    from platformdirs import user_data_path

    return user_data_path("ussr", appauthor=False) / "runs"

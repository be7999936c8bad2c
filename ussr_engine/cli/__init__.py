"""The command line, the second consumer of the engine's events: messages go to stderr, data to stdout."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence


def run(arguments: Sequence[str]) -> int:
    """Carry a command out; the exit status is 0 done, 2 bad request, 3 unreadable input, 4 failed, 130 cancelled."""
    from ussr_engine.cli.arguments import parser
    from ussr_engine.errors import EngineError, defect

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        asked = parser().parse_args(arguments)
        return int(asked.command(asked))
    except SystemExit as end:  # argparse has said what is wrong, or shown the help
        return int(end.code or 0)
    except EngineError as error:
        return _said(str(error), error.exit_code)
    except KeyboardInterrupt:
        return _said("cancelled.", 130)
    except MemoryError:
        return _said("there is not enough memory. Close other programs or crop the scan.", 4)
    except BrokenPipeError:
        return 0  # whoever read our output has seen enough
    except ModuleNotFoundError as error:
        return _said(f"the package {error.name} is not installed. `ussr-engine doctor` says how to get it.", 4)
    except Exception as error:  # a defect, but still one sentence rather than a trace
        return _said(f"the engine met an error: {defect(error)}. Please report it.", 4)


def _said(words: str, status: int) -> int:
    from ussr_engine.files.stored import printable

    sys.stderr.write(f"ussr-engine: {printable(words)}\n")
    return status

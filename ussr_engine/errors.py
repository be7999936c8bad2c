"""What can go wrong, in words for the person who must act.  One sentence: what, where, what to do."""

from __future__ import annotations

import traceback
from pathlib import PurePath
from typing import ClassVar


class EngineError(Exception):
    """An error with a message fit for a sonographer.

    Parameters
    ----------
    words : str
        What is wrong and where, one sentence.
    remedy : str
        What to do about it, one sentence; may be empty.
    """

    exit_code: ClassVar[int] = 4
    """Exit status of the command line."""

    def __init__(self, words: str, remedy: str = "") -> None:
        super().__init__(words, remedy)
        self.words = words
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.words} {self.remedy}".strip()


class BadRequest(EngineError):  # noqa: N818 - reads as what it is
    """A value, a name or a combination that the engine cannot carry out."""

    exit_code = 2


class UnreadableFile(EngineError):  # noqa: N818
    """A file that is missing, damaged, lying about itself, too large or of a kind not supported."""

    exit_code = 3


class MissingWeights(BadRequest):
    """A method needs weights that are not on this machine."""


class DeviceFailed(EngineError):  # noqa: N818
    """A device ran out of memory, or was lost."""


class TrainingFailed(EngineError):  # noqa: N818
    """Training could not produce any finite result."""


class UnwritableFile(EngineError):  # noqa: N818
    """The result could not be written where it was asked for."""


def defect(error: BaseException) -> str:
    """Kind and place of an error nobody expected: "KeyError in writing.py, line 40".

    Its own words are left out, for they may quote what a file says of a patient.
    """
    frames = traceback.extract_tb(error.__traceback__)
    place = f" in {PurePath(frames[-1].filename).name}, line {frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}{place}"

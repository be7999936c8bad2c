"""Words from which names of files, of folders, of the person and of the computer are taken out.

What the program writes of a problem is composed of its own words; this is the second door behind that one, for
sentences of errors that name a file.  It rather takes too much than too little.
"""

from __future__ import annotations

import getpass
import platform
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

from ussr_engine.files import READABLE, WRITABLE

FILE, FOLDER, HOME, PLACE, USER, COMPUTER = "[file]", "[folder]", "[home]", "[path]", "[user]", "[computer]"
"""What stands instead."""
NOBODY = frozenset(("root", "user", "admin", "administrator", "guest", "ussr", "localhost", "localdomain", "ubuntu"))
"""Names that tell of nobody."""
PLAIN = frozenset(
    (
        *("home", "users", "documents", "desktop", "downloads", "pictures", "media", "mnt", "usr", "var", "opt", "tmp"),
        *(
            "local",
            "share",
            "data",
            "config",
            "cache",
            "state",
            "log",
            "ussr",
            "runs",
            "scan",
            "scans",
            "image",
            "images",
        ),
        *("picture", "frame", "clip", "result", "report", "run", "file", "folder", "python", "phantom", "private"),
        *(
            "path",
            "user",
            "computer",
            "of",
            "in",
            "to",
            "is",
            "it",
            "on",
            "at",
            "no",
            "or",
            "by",
            "as",
            "px",
            "mm",
            "db",
        ),
    )
)
"""Names of files and folders that tell of nobody, and that the program's own sentences need."""
SHORTEST = 2
"""Letters of a name that is looked for where it stands alone."""
ANYWHERE = 6
"""Letters of a name that is looked for within other words too."""
SUFFIXES = sorted({suffix.lstrip(".") for kinds in (READABLE, WRITABLE) for _, some in kinds for suffix in some})

_START = r"(?:file://|~[/\\]|[A-Za-z]:[\\/]|\\\\[^\\\s]|(?<![\w.)\]])/(?=[^\s/]))"
_PATH = re.compile(rf"{_START}[^\"'“”\n]*")
"""A path goes on to the quote that ends it, or to the end of the line: names of folders may hold anything."""
_SUFFIX = rf"\.(?:{'|'.join(map(re.escape, SUFFIXES))})\b"
_NAMED = re.compile(rf"[^\"'“”\n:\[\]]*[^\"'“”\n:\[\]\s]{_SUFFIX}", re.IGNORECASE)
"""A name with the suffix of a picture, and whatever may belong to it."""


class Veil:
    """Takes out what it is told of, and what looks like a path or the name of a picture.

    Parameters
    ----------
    paths : iterable of str
        Files and folders that the person named, as they were named.
    """

    def __init__(self, paths: Iterable[str] = ()) -> None:
        told: dict[str, str] = {}
        for path in filter(None, paths):
            told.update(_names(path))
        home, user, computer = str(Path.home()), _user(), platform.node()
        told.update({form: HOME for form in _forms(home) if len(form) > SHORTEST})
        for name, word in ((Path(home).name, USER), (user, USER), *((one, COMPUTER) for one in _short(computer))):
            if len(name) >= 2 and name.lower() not in NOBODY | PLAIN:
                told[name] = word
        self._told = {_folded(name.replace("\n", " ")): word for name, word in told.items()}

    def over(self, words: str) -> str:
        """The words without what tells of anybody; line by line, and without control characters."""
        words = unicodedata.normalize("NFC", words)
        if not words.replace("\n", "").isprintable():
            words = "".join(one if one.isprintable() or one == "\n" else " " for one in words)
        words = _PATH.sub(PLACE, self._without_names(words))
        if re.search(_SUFFIX, words, re.IGNORECASE) is None:  # the other look is slow
            return words
        return _NAMED.sub(f" {FILE}", words).replace(f"  {FILE}", f" {FILE}")

    def _without_names(self, words: str) -> str:
        """The words without the names that are known, however they are written."""
        folded = _folded(words)
        there = sorted((name for name in self._told if name in folded), key=len, reverse=True)
        if not there:
            return words
        told, at = [], 0
        for found in re.finditer("|".join(map(_pattern, there)), folded):
            told += [words[at : found.start()], self._told[found[0]]]
            at = found.end()
        return "".join((*told, words[at:]))

    def over_all(self, value: object) -> object:
        """The same for every word in lists and dictionaries; figures stay."""
        match value:
            case str():
                return self.over(value)
            case Mapping():
                return {self.over(str(name)): self.over_all(one) for name, one in value.items()}
            case list() | tuple():
                return [self.over_all(one) for one in value]
            case bool() | int() | float() | None:
                return value
            case _:
                return f"({type(value).__name__})"


def _names(path: str) -> Iterator[tuple[str, str]]:
    """What of a path tells of somebody, and what shall stand there."""
    if path.startswith(("phantom:", "kept:")):
        return
    kind = PureWindowsPath if re.match(r"[A-Za-z]:\\|\\\\", path) else PurePosixPath
    pure = kind(path)
    for form in _forms(str(pure)):
        yield form, FILE
    if len(pure.parts) > 1 and pure.parent.name:
        for form in _forms(str(pure.parent)):
            yield form, FOLDER
    for name in (pure.name, pure.name.partition(".")[0]):
        if len(name) >= SHORTEST and name.lower() not in PLAIN:
            yield name, FILE
    for part in pure.parent.parts:
        if len(part) >= SHORTEST and part.lower() not in PLAIN:
            yield part, FOLDER


def _forms(path: str) -> Iterator[str]:
    """The ways in which a path is written: as it is, with the other slashes, as in JSON and Python, as an address."""
    yield path
    yield path.replace("\\", "/")
    yield path.replace("\\", "\\\\")
    pure = PurePath(path)
    if pure.is_absolute():
        yield pure.as_uri()
    home = str(Path.home())
    if len(home) > SHORTEST and path.startswith(home) and path != home:
        yield "~" + path.removeprefix(home)


def _pattern(name: str) -> str:
    """A name as it is looked for: alone, or anywhere where it is long."""
    found = re.escape(name)
    return found if len(name) >= ANYWHERE else rf"(?<!\w){found}(?!\w)"


def _folded(name: str) -> str:
    """In small letters, one for each."""
    composed = unicodedata.normalize("NFC", name)
    small = composed.lower()
    if len(small) == len(composed):
        return small
    return "".join(one.lower() if len(one.lower()) == 1 else one for one in composed)


def _short(computer: str) -> tuple[str, ...]:
    return (computer, computer.partition(".")[0])


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a system without names of users
        return ""

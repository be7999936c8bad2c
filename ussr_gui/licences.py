"""What the program rests on and under which terms: said by every package itself, or kept in the bundle when built.

A bundle has a folder of texts beside this file, one for each part, which `installer/bundle.py` writes.  No Qt here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path, PurePosixPath

from ussr_gui.language import tr

FOLDER = Path(__file__).with_name("licences")
PROGRAM = "ussr"
NO_TEXT = "The package holds no text of its licence; its home page has it: {home}"
_TERMS = re.compile(r"licen[cs]e|copying|notice|authors|third.?party", re.IGNORECASE)
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


@dataclass(frozen=True, slots=True)
class Notice:
    """A part of the program: its name, version, the licence in a few words, and its whole text."""

    name: str
    version: str
    licence: str
    text: str

    def written(self) -> str:
        """As it stands in a file."""
        return f"{self.name}\n{self.version}\n{self.licence}\n\n{self.text.strip()}\n"

    @classmethod
    def read(cls, words: str) -> Notice:
        """The notice that was written so."""
        head, _, text = words.partition("\n\n")
        name, version, licence = head.split("\n")
        return cls(name, version, licence, text)


def notices() -> list[Notice]:
    """Of everything that the program rests on, by name; the program itself first."""
    if FOLDER.is_dir():
        found = [Notice.read(path.read_text(encoding="utf-8")) for path in FOLDER.glob("*.txt")]
    else:
        found = [notice_of(one) for one in needed(PROGRAM)]
    return sorted(found, key=lambda one: (one.name != PROGRAM, one.name.lower()))


def needed(name: str) -> Iterator[Distribution]:
    """A package that is installed, and all that it needs; extras and what is not installed are left out."""
    waiting, seen = [name], set[str]()
    while waiting:
        wanted = waiting.pop()
        key = re.sub(r"[-_.]+", "-", wanted).lower()
        if key in seen:
            continue
        seen.add(key)
        try:
            found = distribution(wanted)
        except PackageNotFoundError:
            continue  # of another system, or another version of Python
        yield found
        for requirement in found.requires or ():
            named = _NAME.match(requirement)
            if named and "extra ==" not in requirement:
                waiting.append(named[0])


def notice_of(package: Distribution) -> Notice:
    """What a package says of its terms."""
    facts = package.metadata
    texts = [
        f"{path.name}\n\n{_text(package, path)}"
        for path in sorted(map(PurePosixPath, package.files or ()))
        if (_TERMS.search(path.name) and "-info" in path.parts[0]) or "licenses" in path.parts
    ]
    home = ", ".join(facts.get_all("Home-page") or facts.get_all("Project-URL") or (facts["Name"],))
    return Notice(facts["Name"], package.version, _terms(package), "\n\n".join(texts) or NO_TEXT.format(home=home))


def _terms(package: Distribution) -> str:
    """The licence in one line; the classifiers tell it where the field holds a whole text or nothing."""
    facts = package.metadata
    said = next(iter(facts.get_all("License-Expression") or facts.get_all("License") or ()), "").strip()
    if said and "\n" not in said and said != "UNKNOWN":
        return said
    classes = [line.rpartition(" :: ")[2] for line in facts.get_all("Classifier") or () if line.startswith("License")]
    return ", ".join(classes) or said.partition("\n")[0].replace("UNKNOWN", "") or tr("see its text")


def _text(package: Distribution, path: PurePosixPath) -> str:
    return Path(str(package.locate_file(str(path)))).read_text(encoding="utf-8", errors="replace").strip()

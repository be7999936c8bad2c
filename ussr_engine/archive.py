"""Records and their pictures in one file: a ZIP of JSON and NumPy arrays, in which no code can hide.

A record is a dataclass; of what a file names, only classes that the reader offers are made, and only with values of the
types that their fields declare.
"""

from __future__ import annotations

import json
import math
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Mapping as AnyMapping
from contextlib import contextmanager
from dataclasses import MISSING, dataclass, fields, is_dataclass
from enum import Enum
from functools import lru_cache
from pathlib import Path
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import numpy as np
import numpy.typing as npt

from ussr_engine.errors import BadRequest, UnreadableFile
from ussr_engine.files.atomic import replaced
from ussr_engine.scan import MAX_PIXELS

Array = npt.NDArray[Any]
Classes = Mapping[str, type]

TEXT, ARRAYS = "records.json", "arrays/{}.npy"
DTYPES = ("bool", "uint8", "uint16", "int32", "int64", "float16", "float32", "float64")
DEEPEST = 60
DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, struct.error, RuntimeError, EOFError),
    *(ValueError, KeyError, TypeError, OverflowError),
)
"""What Python's reader of ZIP files, of JSON and of arrays raise at damage; RuntimeError at a password, too."""
PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


@dataclass(frozen=True)
class Bounds:
    """What is taken of a kind of file, in bytes after unpacking: its text, and all of it; ``kind`` is for refusals."""

    kind: str = "saved session"
    text: int = 256 * 2**20
    whole: int = 8 * 2**30
    remedy: str = "Choose a file that this program saved."


SESSION = Bounds()


def write_archive(path: Path, value: object, *, packed: bool = True, head: tuple[str, str] | None = None) -> None:
    """Write a record, or tuples, lists, mappings, enumerations, numbers, words and arrays of any depth.

    An array that occurs twice is stored once.  The file takes the place of an older one when all of it is on the disk.
    Without ``packed`` arrays are stored as they are: real numbers with noise take a tenth less at ten times the work.
    ``head`` is the name and the text of a first member that `read_head` reads alone; such a file is packed as small as
    it can be and without the hour, so that equal records make equal files.

    Raises
    ------
    TypeError
        For a value of another kind.
    OSError
        Where the file cannot be written.
    """
    arrays: dict[int, tuple[int, Array]] = {}
    text = json.dumps(_encoded(value, arrays), allow_nan=False, separators=(",", ":"))
    kind = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
    with replaced(path) as draft, zipfile.ZipFile(draft, "w", kind, compresslevel=1) as archive:

        def member(name: str) -> str | zipfile.ZipInfo:
            if head is None:
                return name
            info = zipfile.ZipInfo(name)
            info.compress_type = kind
            return info

        for name, words in (*([head] if head else []), (TEXT, text)):
            archive.writestr(member(name), words)
        for number, array in arrays.values():
            with archive.open(member(ARRAYS.format(number)), "w", force_zip64=True) as file:
                np.lib.format.write_array(file, np.ascontiguousarray(array), allow_pickle=False)


def read_archive(path: Path, classes: Iterable[type], bounds: Bounds = SESSION) -> Any:  # noqa: ANN401 - what was written
    """Read what `write_archive` wrote, made of these record and enumeration classes.

    Raises
    ------
    UnreadableFile
        For anything else: another kind of file, a damaged one, one too large, or one whose values are not what the
        records declare.
    """
    known = {one.__name__: one for one in classes}
    with _opened(path, bounds) as archive:
        arrays: dict[int, Array] = {}
        return _decoded(json.loads(archive.read(TEXT)), known, archive, arrays, 0)


def read_head(path: Path, name: str, longest: int, bounds: Bounds) -> str:
    """The text of a member of at most ``longest`` bytes; nothing else is unpacked.

    Raises
    ------
    UnreadableFile
        As `read_archive` does, and where there is no such member.
    """
    with _opened(path, bounds) as archive:
        if archive.getinfo(name).file_size > longest:
            raise ValueError("its head is too long")
        return archive.read(name).decode()


@contextmanager
def _opened(path: Path, bounds: Bounds) -> Iterator[zipfile.ZipFile]:
    """The file, its sizes checked before memory is taken for what is in it; whatever is wrong is said in a sentence."""
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
            text = archive.NameToInfo.get(TEXT)
            if text is None or any(info.compress_type not in PACKINGS for info in members):
                raise UnreadableFile(f"{path.name} is no {bounds.kind}.", bounds.remedy)
            if text.file_size > bounds.text or sum(info.file_size for info in members) > bounds.whole:
                raise UnreadableFile(f"{path.name} is too large for a {bounds.kind}.", bounds.remedy)
            yield archive
    except UnreadableFile:
        raise
    except OSError as error:
        raise UnreadableFile(f"{path.name} cannot be read: {error.strerror or error}.", bounds.remedy) from error
    except (*DAMAGE, BadRequest) as error:
        raise UnreadableFile(f"{path.name} is damaged or is no {bounds.kind} ({error}).", bounds.remedy) from error


def to_text(value: object) -> str:
    """A record without arrays as JSON, as `write_archive` writes it.

    Raises
    ------
    TypeError
        For arrays, or a value of another kind.
    """
    arrays: dict[int, tuple[int, Array]] = {}
    encoded = _encoded(value, arrays)
    if arrays:
        raise TypeError("Arrays cannot be written as text.")
    return json.dumps(encoded, allow_nan=False, separators=(",", ":"))


def from_text(text: str, classes: Iterable[type]) -> Any:  # noqa: ANN401 - whatever was written
    """Read what `to_text` wrote, made of these classes.

    Raises
    ------
    UnreadableFile
        For anything else.
    """
    try:
        return _decoded(json.loads(text), {one.__name__: one for one in classes}, None, {}, 0)
    except (ValueError, KeyError, TypeError, RecursionError, BadRequest) as error:
        raise UnreadableFile(f"A record is damaged ({error}).") from error


def _encoded(value: object, arrays: dict[int, tuple[int, Array]]) -> object:
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else {"float": str(value)}
    if isinstance(value, Enum):
        return {"enum": type(value).__name__, "name": value.name}
    if isinstance(value, np.ndarray):
        number, _ = arrays.setdefault(id(value), (len(arrays), value))
        return {"array": number}
    if isinstance(value, np.generic):
        return _encoded(value.item(), arrays)
    if is_dataclass(value):
        inside = {one.name: _encoded(getattr(value, one.name), arrays) for one in fields(value) if one.init}
        return {"record": type(value).__name__, "fields": inside}
    if isinstance(value, AnyMapping):
        return {"mapping": [[_encoded(k, arrays), _encoded(v, arrays)] for k, v in value.items()]}
    if isinstance(value, tuple):
        return {"tuple": [_encoded(one, arrays) for one in value]}
    if isinstance(value, frozenset):
        return {"set": [_encoded(one, arrays) for one in sorted(value)]}
    if isinstance(value, list):
        return [_encoded(one, arrays) for one in value]
    raise TypeError(f"{type(value).__name__} cannot be saved.")


def _decoded(
    value: Any,  # noqa: ANN401 - JSON
    known: Classes,
    archive: zipfile.ZipFile | None,
    arrays: dict[int, Array],
    depth: int,
) -> Any:  # noqa: ANN401
    if depth > DEEPEST:
        raise ValueError("too deep")

    def below(inner: object) -> Any:  # noqa: ANN401
        return _decoded(inner, known, archive, arrays, depth + 1)

    if isinstance(value, list):
        return [below(one) for one in value]
    if not isinstance(value, dict):
        return value
    match value:
        case {"float": "inf" | "-inf" | "nan" as words}:
            return float(words)
        case {"enum": str(name), "name": str(member)}:
            kind = known[name]
            if not issubclass(kind, Enum):
                raise ValueError(f"{name} is no enumeration")
            return kind[member]
        case {"array": int(number)} if archive is not None:
            if number not in arrays:
                arrays[number] = _array(archive, ARRAYS.format(number))
            return arrays[number]
        case {"tuple": list(inside)}:
            return tuple(below(one) for one in inside)
        case {"set": list(inside)}:
            return frozenset(below(one) for one in inside)
        case {"mapping": list(inside)}:
            return {below(key): below(one) for key, one in inside}
        case {"record": str(name), "fields": dict(inside)}:
            return _record(known[name], {key: below(one) for key, one in inside.items()})
    raise ValueError("an unknown kind of value")


def _array(archive: zipfile.ZipFile, name: str) -> Array:
    """Checked before memory is taken for it."""
    size = archive.getinfo(name).file_size
    with archive.open(name) as member:
        version = np.lib.format.read_magic(member)
        header = np.lib.format.read_array_header_1_0 if version == (1, 0) else np.lib.format.read_array_header_2_0
        shape, fortran, dtype = header(member)
        count = math.prod(shape)
        if fortran or dtype.name not in DTYPES or count > 3 * MAX_PIXELS or count * dtype.itemsize > size:
            raise ValueError("an array of an unexpected kind")
        made: Array = np.frombuffer(bytearray(member.read(count * dtype.itemsize)), dtype).reshape(shape)
    return made


def _record(kind: type, inside: dict[str, Any]) -> Any:  # noqa: ANN401
    if not is_dataclass(kind):
        raise ValueError(f"{kind.__name__} is no record")
    hints = _hints(kind)
    for one in fields(kind):
        if one.init and one.name not in inside and one.default is MISSING and one.default_factory is MISSING:
            raise ValueError(f"{kind.__name__} lacks {one.name}")
    for name, value in inside.items():
        if name not in hints or not conforms(value, hints[name]):
            raise ValueError(f"{kind.__name__} has no such {name}")
    return kind(**inside)


@lru_cache(maxsize=128)
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def conforms(value: object, hint: Any) -> bool:  # noqa: ANN401 - a type, or what stands for one
    """True where a value is of a declared type, inside as well; whole numbers may stand for real ones."""
    if hint is Any or hint is object:
        return True
    # Behind a name that stands for a type (`type NDArray[…] = …`, as NumPy has it from 2.5 on) is the type itself.
    hint = getattr(hint, "__value__", hint)
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return any(conforms(value, one) for one in inner)
    if origin is np.ndarray or hint is np.ndarray:
        return isinstance(value, np.ndarray)
    if origin is tuple:
        if not isinstance(value, tuple):
            return False
        if len(inner) == 2 and inner[1] is Ellipsis:
            return all(conforms(one, inner[0]) for one in value)
        return len(value) == len(inner) and all(conforms(one, h) for one, h in zip(value, inner, strict=True))
    if origin is frozenset:
        return isinstance(value, frozenset) and all(conforms(one, inner[0]) for one in value)
    if origin is list:
        return isinstance(value, list) and all(conforms(one, inner[0]) for one in value)
    if origin in (dict, AnyMapping):
        pairs = value.items() if isinstance(value, AnyMapping) else None
        return pairs is not None and all(conforms(k, inner[0]) and conforms(v, inner[1]) for k, v in pairs)
    if hint is float:
        return isinstance(value, float | int) and not isinstance(value, bool)
    if hint is int:
        return isinstance(value, int) and not isinstance(value, bool)
    return hint is type(None) and value is None if hint is type(None) else isinstance(value, hint)

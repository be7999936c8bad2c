"""What the one folder holds beside our own modules, and what is left out of it; read by `ussr.spec`.

An entry of a table is PyInstaller's own: (place in the bundle, file, kind).
"""

from __future__ import annotations

import importlib.metadata
import re
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from ussr_gui.licences import PROGRAM, Notice, notice_of

HERE = Path(__file__).resolve().parent
Entry = tuple[str, str, str]

LINKED = ("BINARY", "EXTENSION")
"""Kinds of entries that may be linked with others."""

EXCLUDED = [
    *("tkinter", "matplotlib", "IPython", "pytest", "hypothesis", "mypy", "pandas", "tensorboard", "h5py"),
    *("distributed", "dask", "triton", "PyQt5", "PyQt6", "PySide2", "pip", "wheel", "setuptools", "pkg_resources"),
    *("torch.utils.tensorboard", "caffe2", "cv2.gapi", "imageio", "scipy.conftest", "nibabel.tests"),
    *("PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtSql", "PySide6.QtDesigner", "PySide6.QtHelp"),
    "readline",
]
"""Modules that nothing of ours calls, though something that we use names them; ``readline`` is GNU's, under the GPL."""

CODECS = ["_shared", "_shared_cython", "_imcd", "_zlib", "_deflate", "_jpeg8"]
"""Of imagecodecs' sixty modules, those by which JPEG in DICOM and TIFF are read."""

ENGINES_OF_DICOM = ["openjpeg", "rle", "_openjpeg", "jpeg_ls", "_CharLS", "pylibjpeg"]
"""Decoders that pydicom finds by their names."""

LEFT_OUT = re.compile(
    r"""
    ^torch/(test|include|share)/ | ^torch/bin/(?!torch_shm_manager) | ^torch/lib/.*\.(a|lib)$
    | (^|/)tests?/ | ^PySide6/(Qt/)?qml/ | ^PySide6/(Qt/)?translations/(?!qt(base)?_(fr|en))
    | ^PySide6/(Qt/)?plugins/(qmllint|qmltooling|sqldrivers|designer|egldeviceintegrations|vectorimageformats)/
    | ^PySide6/(Qt/)?plugins/wayland-graphics-integration-server/
    | ^PySide6/(Qt/)?plugins/platforms/libq(eglfs|linuxfb|vnc|vkkhrdisplay|minimalegl|minimal)\.
    | ^PySide6/(Qt/)?plugins/platforminputcontexts/libqtvirtualkeyboard
    | ^PySide6/(Qt/)?plugins/platformthemes/libqgtk3
    | ^torchvision/(_C|image)\.so$
    | ^(PySide6/(Qt/)?lib/)?(lib)?Qt6?(Qml|Quick|VirtualKeyboard|Pdf|Sql|Designer|Help)\w*[.]
    """,
    re.VERBOSE,
)
"""Files of packages that the program never opens: tests, headers, plugins for screens that no desktop has, GTK's
clothes for windows that have their own, and on Linux torchvision's libraries, which the CUDA build alone can load."""

TEXTS = {"LGPL-3.0.txt": "GNU Lesser General Public License 3", "GPL-3.0.txt": "GNU General Public License 3"}
QT = """Qt {qt} and Qt for Python (PySide6, shiboken6), copyright The Qt Company Ltd. and contributors, are used under
the GNU Lesser General Public License, version 3. They are not changed, and are linked as shared libraries that lie as
separate files in the folder PySide6 of this program: you may replace them by your own build of the same version, and
you may take the program apart to find out what goes wrong then. Their source code is at
https://download.qt.io/official_releases/ and https://code.qt.io/. Both licences follow; the first adds to the second.
"""


def slim(table: Iterable[Entry]) -> list[Entry]:
    """The entries without what is left out."""
    return [entry for entry in table if not LEFT_OUT.search(entry[0].replace("\\", "/"))]


def needed(table: Iterable[Entry]) -> list[Entry]:
    """The entries without libraries that nothing of the others asks for any more; on Linux, where objdump tells."""
    entries = list(table)
    if not sys.platform.startswith("linux"):
        return entries
    libraries = [entry for entry in entries if _is_library(entry)]
    waiting = [entry[1] for entry in entries if entry[2] in LINKED and entry not in libraries]
    asked: set[str] = set()
    while waiting:
        told = subprocess.run(["objdump", "-p", *waiting], capture_output=True, text=True, check=False).stdout
        names = set(re.findall(r"^ +NEEDED +(\S+)$", told, re.MULTILINE)) - asked
        asked |= names
        waiting = [entry[1] for entry in libraries if entry[2] in LINKED and PurePosixPath(entry[0]).name in names]
    return [entry for entry in entries if entry not in libraries or PurePosixPath(entry[0]).name in asked]


def _is_library(entry: Entry) -> bool:
    """Something that is there only because something else is linked with it."""
    place, file, kind = entry
    beside = kind == "SYMLINK" and ".so" in place
    return beside or (kind in LINKED and (_is_systems(file) or bool(re.match(r"[\w-]+\.libs/|PySide6/Qt/lib/", place))))


def with_notices(modules: Iterable[Entry], files: list[Entry], folder: Path) -> list[Entry]:
    """The files with a notice of every part of the bundle beside them, and what packages say of themselves.

    Packages are asked for their version while the program runs, and for the names of their plugins.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.txt"):
        old.unlink()
    packages = list(bundled([*modules, *files]))
    extra = [
        (f"{info.name}/{name}", str(info / name), "DATA")
        for info in map(_info, packages)
        for name in ("METADATA", "entry_points.txt", "WHEEL")
        if (info / name).is_file()
    ]
    found = [_with_qt(notice_of(package)) for package in packages]
    found += [_python(), notice_of(importlib.metadata.distribution("pyinstaller")), *_of_the_system(files)]
    for notice in found:
        path = folder / f"{re.sub(r'[^A-Za-z0-9._+-]', '_', notice.name)}.txt"
        path.write_text(notice.written(), encoding="utf-8")
        extra.append((f"ussr_gui/licences/{path.name}", str(path), "DATA"))
    return files + extra


def bundled(entries: Iterable[Entry]) -> Iterator[importlib.metadata.Distribution]:
    """Packages of which something is in the bundle."""
    tops = {re.split(r"[./\\]", entry[0], maxsplit=1)[0] for entry in entries}
    owners = importlib.metadata.packages_distributions()
    names = {name for top in tops for name in owners.get(top, ())} | {PROGRAM}
    for name in sorted(names, key=str.lower):
        yield importlib.metadata.distribution(name)


def _info(package: importlib.metadata.Distribution) -> Path:
    (first,) = {PurePosixPath(path).parts[0] for path in package.files or () if path.name == "METADATA"} or {""}
    return Path(str(package.locate_file(first)))


def _with_qt(notice: Notice) -> Notice:
    """Qt's packages hold no text of their licence; ours says what it asks us to say."""
    if notice.name.lower() not in ("pyside6_essentials", "shiboken6"):
        return notice
    texts = [QT.format(qt=notice.version)]
    texts += [f"{title}\n\n{(HERE / 'licences' / name).read_text('utf-8')}" for name, title in TEXTS.items()]
    return Notice(notice.name, notice.version, "LGPL-3.0-only", "\n\n".join(texts))


def _python() -> Notice:
    places = [Path(sysconfig.get_path("stdlib")) / "LICENSE.txt", Path(sys.base_prefix) / "LICENSE.txt"]
    text = next(
        (path.read_text(encoding="utf-8") for path in places if path.is_file()),
        "https://docs.python.org/3/license.html",
    )
    return Notice("Python", sys.version.split()[0], "PSF-2.0", text)


def _of_the_system(files: Iterable[Entry]) -> list[Notice]:
    """Libraries of a Debian system that are taken along, by the copyright files of their packages."""
    if not sys.platform.startswith("linux"):
        return []
    sources = sorted({str(Path(file).resolve()) for _, file, kind in files if kind == "BINARY" and _is_systems(file)})
    owners: dict[str, list[str]] = {}
    for source in sources:
        # A system whose /lib is /usr/lib has packages that know the library by its older path.
        asked = [source, source.removeprefix("/usr")]
        told = subprocess.run(["dpkg-query", "-S", *asked], capture_output=True, text=True, check=False).stdout
        package = told.partition(":")[0].strip()
        owners.setdefault(package or Path(source).name, []).append(Path(source).name)
    made = []
    for package, libraries in owners.items():
        text = Path("/usr/share/doc") / package / "copyright"
        asked = ["dpkg-query", "-W", "-f", "${Version}\n", package]
        version = subprocess.run(asked, capture_output=True, text=True, check=False).stdout.partition("\n")[0]
        words = text.read_text(encoding="utf-8", errors="replace") if text.is_file() else "Not known to the system."
        says = f"Taken from the system on which the program was built: {', '.join(libraries)}."
        made.append(Notice(package, version or "unknown", "see its text", f"{says}\n\n{words}"))
    return made


def _is_systems(file: str) -> bool:
    return file.startswith(("/lib/", "/lib64/", "/usr/lib/", "/usr/lib64/"))

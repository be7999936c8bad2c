"""The one folder, started as a person's computer starts it: away from Python, from a folder with a strange name.

It is the folder that ``USSR_BUNDLE`` names, else one that is built now, which takes some minutes of processor time.
"""

from __future__ import annotations

import importlib.util
import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from pydicom import dcmread
from pydicom.encaps import encapsulate
from pydicom.uid import JPEG2000Lossless, JPEGBaseline8Bit, JPEGLSLossless, RLELossless

from installer.build import main
from installer.linux.wrapping import LIBRARIES
from tests.engine.dicom_samples import written
from tests.engine.test_volumes import metaimage, nifti, nrrd, video
from ussr_engine import __version__
from ussr_engine.files import inspect_file, read_scan
from ussr_engine.phantom import phantom
from ussr_gui.licences import Notice

GREY = np.random.default_rng(3).integers(0, 256, (96, 128), dtype=np.uint8)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(3600),
    pytest.mark.skipif(sys.platform != "linux", reason="bundles of other systems were never made"),
]


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder, under a name with spaces and letters of other alphabets."""
    made = Path(os.environ.get("USSR_BUNDLE", ""))
    if not made.name:
        if importlib.util.find_spec("PyInstaller") is None:
            pytest.skip("PyInstaller is not installed, and USSR_BUNDLE names no folder")
        out = tmp_path_factory.mktemp("dist")
        assert main(["folder", "--out", str(out), "--work", str(tmp_path_factory.mktemp("work"))]) == 0
        made = out / "ussr"
    place = tmp_path_factory.mktemp("place") / "Übung é ñ 超" / "ussr 1"
    shutil.copytree(made, place, symlinks=True)
    return place


def started(bundle: Path, name: str, *arguments: object, home: Path) -> subprocess.CompletedProcess[str]:
    """A program of the bundle with nothing in its environment but a home."""
    command = [str(bundle / name), *map(str, arguments)]
    return subprocess.run(command, cwd=home, env={"HOME": str(home)}, capture_output=True, text=True, check=False)


def test_the_bundle_passes_its_self_test_without_an_environment(bundle: Path, tmp_path: Path):
    ended = started(bundle, "ussr", "--self-test", home=tmp_path)
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.startswith(f"OK: USSR {__version__}")
    assert not [path for path in tmp_path.rglob("*") if path.is_file()], "the test left something"


def test_the_bundle_reads_every_format_as_the_source_does(bundle: Path, tmp_path: Path):
    stream = io.BytesIO()
    Image.fromarray(GREY).save(stream, "JPEG")
    files = [written(tmp_path / "plain.dcm", GREY)]
    files.append(
        written(tmp_path / "jpeg.dcm", encapsulate([stream.getvalue()]), JPEGBaseline8Bit, Rows=96, Columns=128)
    )
    for syntax in (JPEG2000Lossless, JPEGLSLossless, RLELossless):
        file = dcmread(files[0])
        file.compress(syntax, generate_instance_uid=False)
        files.append(tmp_path / f"{syntax.name.split()[0]}-{syntax[-2:]}.dcm")
        file.save_as(files[-1])
    for name in ("a.png", "a.jpg", "a.tif", "a.bmp"):
        Image.fromarray(GREY).save(tmp_path / name)
        files.append(tmp_path / name)
    Image.fromarray(GREY.astype(np.uint16) * 257).save(tmp_path / "deep.tif", compression="tiff_adobe_deflate")
    files += [tmp_path / "deep.tif", metaimage(tmp_path / "a.mha"), nrrd(tmp_path / "a.nrrd", encoding="gzip")]
    files += [nifti(tmp_path / "a.nii.gz"), video(tmp_path / "a.avi", 9), video(tmp_path / "a.mp4", 9, "mp4v")]
    for path in files:
        ended = started(bundle, "ussr-engine", "inspect", path, "--json", home=tmp_path)
        assert ended.returncode == 0, (path.name, ended.stderr)
        assert json.loads(ended.stdout) == json.loads(json.dumps(inspect_file(path))), path.name


def test_processes_beside_the_command_line_work_in_the_bundle(bundle: Path, tmp_path: Path):
    image = phantom(0, width=96, height=96).scan.image
    for name in ("one.png", "two.png"):
        Image.fromarray(np.round(image * 255).astype(np.uint8)).save(tmp_path / name)
    out = tmp_path / "out"
    asked = ("batch", tmp_path / "one.png", tmp_path / "two.png", "--method", "simreg", "--workers", 2, "-o", out)
    ended = started(bundle, "ussr-engine", *asked, home=tmp_path)
    assert ended.returncode == 0, ended.stderr
    assert [read_scan(path).image.shape for path in sorted(out.glob("*.png"))] == [(192, 192)] * 2


def test_the_bundle_knows_the_versions_of_its_packages_and_lacks_nothing(bundle: Path, tmp_path: Path):
    ended = started(bundle, "ussr-engine", "doctor", "--json", home=tmp_path)
    assert ended.returncode == 0, ended.stdout
    found = {one["what"]: one for one in json.loads(ended.stdout)}
    assert found["PySide6-Essentials"]["ok"]
    assert started(bundle, "ussr", "--version", home=tmp_path).stdout == f"ussr {__version__}\n"
    assert started(bundle, "ussr-engine", "--version", home=tmp_path).stdout == f"USSR {__version__}\n"


def test_the_bundle_holds_every_page_and_picture_of_the_guide(bundle: Path):
    (shipped,) = bundle.rglob("ussr_gui/guide/shipped")
    root = Path(__file__).resolve().parents[2]
    for found in (*(root / "docs").rglob("*.md"), *(root / "resources" / "screenshots").glob("*.png")):
        assert (shipped / found.relative_to(root)).read_bytes() == found.read_bytes(), found


def test_every_part_of_the_bundle_has_its_licence_in_it(bundle: Path):
    folder = bundle / "_internal" / "ussr_gui" / "licences"
    found = {notice.name.lower().replace("_", "-"): notice for notice in map(_read, folder.glob("*.txt"))}
    assert {"ussr", "python", "torch", "pyside6-essentials", "shiboken6", "numpy", "pillow", "pyinstaller"} <= set(
        found
    )
    assert all(len(notice.text) > 200 for notice in found.values() if notice.name != "pyjpegls")
    for name in ("pyside6-essentials", "shiboken6"):
        assert "GNU LESSER GENERAL PUBLIC LICENSE" in found[name].text
        assert "you may replace them by your own build" in found[name].text
    packages = {path.name.partition("-")[0].lower().replace("_", "-") for path in bundle.glob("_internal/*.dist-info")}
    assert packages <= set(found)
    assert not [name for name in found if "readline" in name], "a library under the GPL"


@pytest.mark.skipif(not shutil.which("dpkg-deb"), reason="dpkg-deb is not installed")
def test_the_package_holds_the_folder_its_commands_and_what_a_desktop_wants(bundle: Path, tmp_path: Path):
    assert main(["deb", "--payload", str(bundle), "--out", str(tmp_path), "--work", str(tmp_path / "work")]) == 0
    (made,) = tmp_path.glob("*.deb")
    listed = subprocess.run(["dpkg-deb", "--contents", made], capture_output=True, text=True, check=True).stdout
    lines = {line.split(maxsplit=5)[5]: line for line in listed.splitlines()}
    for place in ("/opt/ussr/ussr", "/usr/share/applications/ussr.desktop", "/usr/share/mime/packages/ussr.xml"):
        assert f".{place}" in lines
    assert "./usr/bin/ussr -> /opt/ussr/ussr" in lines
    assert "./usr/bin/ussr-engine -> /opt/ussr/ussr-engine" in lines
    assert all(line.split()[1] == "root/root" for line in lines.values())
    assert lines["./opt/ussr/ussr"].startswith("-rwxr-xr-x")
    said = subprocess.run(["dpkg-deb", "--field", made, "Depends"], capture_output=True, text=True, check=True).stdout
    assert all(library in said for library in LIBRARIES)


def _read(path: Path) -> Notice:
    return Notice.read(path.read_text(encoding="utf-8"))

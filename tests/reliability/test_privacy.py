"""What of a patient leaves the program: reliability matrix, group H, and the label on every export, I01."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import nibabel
import numpy as np
import pydicom
import pytest
import tifffile
from PIL import Image
from pydicom import dcmread

from tests.engine.dicom_samples import SECRET
from tests.engine.ultrasound_samples import FACTS, HEIGHT, WIDTH, cine, pictures, tissue
from tests.reliability.canaries import DAY, UID, WORD, full_of_canaries, is_in, picture_of_canaries, sightings
from ussr_engine import RESEARCH_USE
from ussr_engine.cine.showing import Projector
from ussr_engine.cli import run
from ussr_engine.clip import Clip
from ussr_engine.derived import write_derived
from ussr_engine.derived.identity import WORDS, identity_in
from ussr_engine.derived.keywords import BLANK, MEASURES, SAID_ANEW
from ussr_engine.errors import BadRequest, EngineError
from ussr_engine.events import Opened, OpenFailed, SaveFailed
from ussr_engine.export import export, provenance
from ussr_engine.files import read_scan, write_scan
from ussr_engine.files.clip_export import write_clip, write_frames
from ussr_engine.host import saved
from ussr_engine.orders import Open, Save
from ussr_engine.passport import Privacy
from ussr_engine.scan import Scan

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.filterwarnings("ignore")


def opened(path: str) -> Opened | OpenFailed:
    with Projector() as projector:
        return projector.opened(Open(path))


def doubled(scan: Scan) -> Scan:
    return scan.with_image(np.kron(scan.image, np.ones((2, 2), np.float32)), 2)


def folders(tmp_path: Path) -> tuple[Path, Path]:
    """One that is named after a patient, and one for what is written."""
    inside, outside = tmp_path / f"in-{WORD}", tmp_path / "out"
    inside.mkdir()
    outside.mkdir()
    return inside, outside


def test_the_search_finds_a_word_however_it_is_written():
    """H01: the search itself."""
    import base64

    for content in (
        b"xx" + WORD.encode(),
        WORD.encode("utf-16-le"),
        WORD.encode("utf-16-be"),
        base64.b64encode(WORD.encode()),
        base64.b64encode(b"a" + WORD.encode() + b"bc"),
        base64.b64encode(b"ab" + WORD.encode() + b"c"),
    ):
        assert is_in(WORD, content)
    assert not is_in(WORD, b"QUETZAL6")


def test_no_patient_value_of_a_dicom_file_is_in_any_export(tmp_path: Path, capfd):
    """H01: every standard attribute, private ones, the file's name and its folder."""
    inside, outside = folders(tmp_path)
    source = full_of_canaries(inside / f"{WORD}.dcm")
    dataset = dcmread(source)
    assert sum(is_in(WORD, str(element.value).encode()) for element in dataset) > 1000
    for name in ("a.png", "a.tif", "a.nii", "a.nii.gz", "a.dcm"):
        how = ["--method", "bicubic", "--scale", "2", "-o", str(outside / name), "--json", "--protect", "none"]
        assert run(["enlarge", str(source), *how]) == 0
    assert len(list(outside.iterdir())) == 5
    assert not sightings(outside)
    said = "".join(capfd.readouterr())
    assert "a.dcm" in said
    assert not any(word in said for word in (WORD, DAY, UID))


@pytest.mark.parametrize("suffix", [".png", ".jpg", ".tif"])
def test_nothing_of_a_pictures_own_words_is_in_any_export(tmp_path: Path, suffix: str, capfd):
    """H01: EXIF, XMP, PNG text."""
    inside, outside = folders(tmp_path)
    source = picture_of_canaries(inside / f"{WORD}{suffix}")
    assert sightings(inside, WORD)
    scan = read_scan(source)
    for name in ("a.png", "a.tif", "a.nii.gz", "a.dcm"):
        export(
            outside / name, scan.with_image(np.kron(scan.image, np.ones((2, 2), np.float32)), 2), None, 8, str(source)
        )
    assert not sightings(outside)
    assert WORD not in "".join(capfd.readouterr())


def test_clips_carry_nothing_of_their_source(tmp_path: Path):
    """H01: videos, stacks, sequences, folders of frames, derived cines."""
    inside, outside = folders(tmp_path)
    source = full_of_canaries(inside / f"{WORD}.dcm")
    scan = read_scan(source)
    for name in ("a.mp4", "b.tif", "c.nii.gz"):
        write_clip(
            outside / name, [scan.image], clip=Clip(1), spacing=scan.spacing, bits=8, provenance=provenance(None)
        )
    write_frames(
        outside / "frames", [scan.image], suffix=".png", clip=Clip(1), spacing=None, bits=8, provenance=provenance(None)
    )
    write_derived(outside / "d.dcm", pictures(1), source=source, scale=2, facts=FACTS, deidentified=True)
    assert not sightings(outside)


def test_a_kept_run_says_nothing_of_the_patient(tmp_path: Path):
    """H01: run folders."""
    inside, outside = folders(tmp_path)
    source = full_of_canaries(inside / f"{WORD}.dcm")
    how = ["--method", "zssr", "--scale", "2", "--protect", "none", "--keep", str(outside / "runs")]
    for knob in ("backbone.layers=3", "backbone.features=8", "crop=16", "steps=3"):
        how += ["--set", knob]
    assert run(["enlarge", str(source), *how, "-o", str(outside / "a.png")]) == 0
    assert not sightings(outside)


def test_what_goes_wrong_is_told_without_a_patients_values(tmp_path: Path):
    """H01, H02: damaged files of every kind of damage."""
    source = full_of_canaries(tmp_path / "a.dcm")
    whole = source.read_bytes()
    chance = np.random.default_rng(0)
    told = []
    for cut in (200, 900, len(whole) // 2, len(whole) - 40):
        (tmp_path / "b.dcm").write_bytes(whole[:cut])
        told.append(opened(str(tmp_path / "b.dcm")))
    for _ in range(20):
        damaged = bytearray(whole)
        for place in chance.integers(140, 6000, 8):
            damaged[place] = chance.integers(256)
        (tmp_path / "b.dcm").write_bytes(damaged)
        told.append(opened(str(tmp_path / "b.dcm")))
        try:
            write_derived(tmp_path / "o.dcm", pictures(1), source=tmp_path / "b.dcm", scale=2, facts=FACTS)
        except EngineError as error:
            told.append(OpenFailed("", str(error), ""))
    refused = [event for event in told if isinstance(event, OpenFailed)]
    assert len(refused) >= 4
    for event in refused:
        assert not any(word in event.words + event.remedy for word in (WORD, DAY, UID))
    assert all(WORD not in json.dumps(dict(event.scan.facts)) for event in told if isinstance(event, Opened))


def test_an_exception_that_quotes_a_value_goes_no_further(tmp_path: Path, monkeypatch, capfd):
    """H02."""
    source = cine(tmp_path / "a.dcm", 1)
    scan = read_scan(source)

    def quoting(*_, **__):
        raise ValueError(f"Invalid value for VR PN: {WORD}")

    monkeypatch.setattr("ussr_engine.derived.origin.dcmread", quoting)
    with pytest.raises(EngineError) as told:
        identity_in(source)
    assert WORD not in str(told.value)
    monkeypatch.setattr("ussr_engine.export._exported", quoting)
    event = saved(Save(str(tmp_path / "o.png"), scan, None, 8))
    assert isinstance(event, SaveFailed)
    assert "ValueError" in event.words
    assert WORD not in event.words + event.remedy
    monkeypatch.setattr("ussr_engine.files.inspect_file", quoting)
    assert run(["inspect", str(source)]) == 4
    assert WORD not in "".join(capfd.readouterr())


def test_a_deidentified_export_holds_only_what_is_on_the_list(tmp_path: Path):
    """H03."""
    source = full_of_canaries(tmp_path / "a.dcm")
    dataset = dcmread(source)
    dataset.BurnedInAnnotation = "NO"
    dataset.FrameOfReferenceUID = dataset.StudyInstanceUID = "1.2.3.4.5"
    dataset.save_as(source)
    write_derived(tmp_path / "o.dcm", pictures(1), source=source, scale=2, facts=FACTS, deidentified=True)
    after = dcmread(tmp_path / "o.dcm")
    listed = MEASURES | WORDS.keys() | SAID_ANEW | BLANK | {"PixelData"}
    assert {element.keyword for element in after} <= listed
    assert not any(element.tag.is_private for element in after.iterall())
    assert not [
        element for element in after.iterall() if element.VR in ("DA", "TM", "DT", "PN", "AS") and element.value
    ]
    assert after.PatientIdentityRemoved == "YES"
    assert "PS3.15" in after.DeidentificationMethod[0]
    assert after.DeidentificationMethodCodeSequence[0].CodeValue == "113100"
    assert after.StudyInstanceUID.startswith("2.25.")


def test_identifiers_are_replaced_alike_where_they_are_alike_and_otherwise_each_time(tmp_path: Path):
    """H03."""
    source = cine(tmp_path / "a.dcm", 1, StudyInstanceUID="1.2.3.4")
    made = []
    for name in ("b.dcm", "c.dcm"):
        write_derived(tmp_path / name, pictures(1), source=source, scale=2, facts=FACTS, deidentified=True)
        made.append(dcmread(tmp_path / name))
    for after in made:  # the study and the source image had one identifier
        assert after.StudyInstanceUID == after.SourceImageSequence[0].ReferencedSOPInstanceUID
        assert after.StudyInstanceUID != "1.2.3.4"
    assert made[0].StudyInstanceUID != made[1].StudyInstanceUID
    assert pydicom.uid.UID(made[0].StudyInstanceUID).is_valid


def test_a_patient_is_named_only_where_that_is_asked_for(tmp_path: Path):
    """H03."""
    source = cine(tmp_path / "a.dcm", 1)
    scan = read_scan(source)
    finer = doubled(scan)
    made = export(tmp_path / "b.dcm", finer, None, 8, str(source))
    assert SECRET.encode() not in (tmp_path / "b.dcm").read_bytes()
    assert "patient data removed" in made.words
    export(tmp_path / "c.dcm", finer, None, 8, str(source), 0, Privacy(deidentified=False))
    assert dcmread(tmp_path / "c.dcm").PatientName == dcmread(source).PatientName


@pytest.mark.parametrize(
    ("burnt_in", "clean", "removed"),
    [("NO", False, "YES"), ("YES", False, "NO"), (None, False, "NO"), ("YES", True, "YES")],
)
def test_identity_is_called_removed_only_where_the_picture_holds_no_text(tmp_path: Path, burnt_in, clean, removed):
    """H03, H04."""
    source = cine(tmp_path / "a.dcm", 1, BurnedInAnnotation=burnt_in)
    write_derived(tmp_path / "o.dcm", pictures(1), source=source, scale=2, facts=FACTS, deidentified=True, clean=clean)
    after = dcmread(tmp_path / "o.dcm")
    assert after.PatientIdentityRemoved == removed
    assert after.get("BurnedInAnnotation") == ("NO" if clean else burnt_in)


def test_what_stands_outside_the_regions_can_be_blanked(tmp_path: Path, capfd):
    """H04: text outside is gone, and for what is inside the warning stays."""
    source = cine(tmp_path / "a.dcm", 1, SequenceOfUltrasoundRegions=[tissue()], BurnedInAnnotation="YES")
    out = tmp_path / "o.dcm"
    how = ["--method", "bicubic", "--scale", "2", "--blank-outside", "-o", str(out)]
    assert run(["enlarge", str(source), *how]) == 0
    after = dcmread(out)
    item = after.SequenceOfUltrasoundRegions[0]
    inside = np.zeros((2 * HEIGHT, 2 * WIDTH), bool)
    inside[
        item.RegionLocationMinY0 : item.RegionLocationMaxY1 + 1, item.RegionLocationMinX0 : item.RegionLocationMaxX1 + 1
    ] = True
    assert not after.pixel_array[~inside].any()
    assert after.pixel_array[inside].any()
    assert "look whether it names the patient" in capfd.readouterr().err
    assert after.PatientIdentityRemoved == "NO"
    assert "blanked" in after.DeidentificationMethod[1]


def test_without_regions_nothing_can_be_blanked_outside_them(tmp_path: Path):
    """H04."""
    source = cine(tmp_path / "a.dcm", 1, SequenceOfUltrasoundRegions=None)
    with pytest.raises(BadRequest, match="no ultrasound region"):
        write_derived(tmp_path / "o.dcm", pictures(1), source=source, scale=2, facts=FACTS, blanked=True)


def test_the_preview_names_what_goes_and_no_value(tmp_path: Path):
    """H03."""
    identity = identity_in(full_of_canaries(tmp_path / "a.dcm"))
    assert identity is not None
    assert "Patient's Name" in identity.going
    assert "Study Date" in identity.going
    assert "2 private attributes" in identity.going
    assert not any(WORD in name for name in identity.going)
    assert "Rows" not in identity.going
    assert identity_in(picture_of_canaries(tmp_path / "a.png")) is None


@pytest.mark.skipif(os.name != "posix", reason="modes of POSIX")
def test_drafts_are_for_their_owner_alone_and_do_not_stay(tmp_path: Path, monkeypatch):
    """H05: drafts; thumbnails and kept runs are tested with the history."""
    modes = []
    flush = os.fsync

    def fsync(file: int) -> None:
        modes.extend(stat.S_IMODE(path.stat().st_mode) for path in tmp_path.glob(".*"))
        flush(file)

    monkeypatch.setattr(os, "fsync", fsync)
    write_scan(tmp_path / "a.png", Scan(np.zeros((8, 8), np.float32)), bits=8, provenance={})
    assert modes[0] == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["a.png"]


def test_enlarging_and_exporting_speak_to_no_network(tmp_path: Path):
    """H06: every socket of a process of its own is watched from its first line."""
    source = cine(tmp_path / "a.dcm", 1)
    code = (
        "import socket, sys\n"
        "def never(*how):\n"
        "    raise SystemExit('a socket was connected')\n"
        "socket.socket.connect = socket.socket.connect_ex = socket.create_connection = socket.getaddrinfo = never\n"
        "from ussr_engine.cli import run\n"
        "sys.exit(run(sys.argv[1:]))\n"
    )
    how = ["enlarge", str(source), "--method", "bicubic", "--scale", "2", "-o", str(tmp_path / "o.dcm")]
    done = subprocess.run([sys.executable, "-c", code, *how], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_every_format_carries_the_label_and_how_it_was_made(tmp_path: Path):
    """I01; reports and pictures of the window are tested with them."""
    source = cine(tmp_path / "a.dcm")
    scan = read_scan(source)
    finer = doubled(scan)
    for name in ("a.png", "a.tif", "a.nii.gz"):
        export(tmp_path / name, finer, None, 8)
    write_derived(tmp_path / "o.dcm", pictures(), source=source, scale=2, facts=FACTS)
    write_clip(tmp_path / "a.mp4", pictures(), clip=Clip(3), spacing=None, bits=8, provenance=FACTS)
    with Image.open(tmp_path / "a.png") as png:
        assert png.text["ussr:use"] == RESEARCH_USE
    with tifffile.TiffFile(tmp_path / "a.tif") as tif:
        assert json.loads(tif.pages.first.description)["ussr:use"] == RESEARCH_USE
    (extension,) = nibabel.load(tmp_path / "a.nii.gz").header.extensions
    assert RESEARCH_USE in str(extension.get_content())
    after = dcmread(tmp_path / "o.dcm")
    assert json.loads(after.ImageComments.partition("USSR ")[2]) == FACTS
    assert RESEARCH_USE in after.DerivationDescription
    assert RESEARCH_USE.encode() in (tmp_path / "a.mp4").read_bytes()

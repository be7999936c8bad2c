"""The window's orders about derived files, as the engine process answers them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from pydicom import dcmread

from tests.engine.dicom_samples import SECRET
from tests.engine.ultrasound_samples import cine
from ussr_engine.events import Saved, SaveFailed
from ussr_engine.files import read_scan
from ussr_engine.host import found, saved
from ussr_engine.orders import Save
from ussr_engine.passport import Privacy


def test_a_derived_file_is_answered_with_its_passport(tmp_path: Path):
    source = cine(tmp_path / "in.dcm")
    scan = read_scan(source, 1)
    finer = scan.with_image(np.kron(scan.image, np.ones((2, 2), np.float32)), 2)
    event = saved(Save(str(tmp_path / "out.dcm"), finer, None, 8, str(source), 1))
    assert isinstance(event, Saved)
    assert event.passport is not None
    assert event.passport.agrees
    after = dcmread(tmp_path / "out.dcm")
    assert after.SourceImageSequence[0].ReferencedFrameNumber == 2
    assert SECRET.encode() not in (tmp_path / "out.dcm").read_bytes()
    kept = saved(Save(str(tmp_path / "b.dcm"), finer, None, 8, str(source), 1, Privacy(deidentified=False)))
    assert isinstance(kept, Saved)
    assert dcmread(tmp_path / "b.dcm").PatientID == SECRET


def test_a_picture_without_a_source_is_no_dicom_file(tmp_path: Path):
    scan = read_scan(cine(tmp_path / "in.dcm"))
    event = saved(Save(str(tmp_path / "out.dcm"), scan, None, 8))
    assert isinstance(event, SaveFailed)
    assert "PNG" in event.remedy


def test_what_a_file_tells_of_a_patient_is_answered_by_names(tmp_path: Path):
    identity = found(str(cine(tmp_path / "in.dcm")))
    assert identity is not None
    assert identity.going[:2] == ("Patient's Name", "Patient ID")
    assert identity.burnt_in == "NO"
    assert identity.regions == 2
    assert found(str(tmp_path / "nowhere.dcm")) is None


def test_the_phantom_can_be_a_dicom_file_too(tmp_path: Path):
    from ussr_engine.cli import run

    assert run(["phantom", "-o", str(tmp_path / "a.dcm")]) == 0
    assert dcmread(tmp_path / "a.dcm").SOPClassUID == "1.2.840.10008.5.1.4.1.1.7.2"
    assert read_scan(tmp_path / "a.dcm").spacing is not None

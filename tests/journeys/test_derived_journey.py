"""A cine of a patient goes through the real window and leaves as a derived DICOM file that names nobody."""

from __future__ import annotations

from pathlib import Path

from pydicom import dcmread
from PySide6.QtCore import Qt

from tests.engine.dicom_samples import SECRET
from tests.engine.ultrasound_samples import cine
from tests.journeys.conftest import PATIENCE

LEFT = Qt.MouseButton.LeftButton


def test_a_frame_leaves_as_dicom_with_its_passport_and_without_its_patient(qtbot, window, tmp_path: Path):
    source = cine(tmp_path / f"{SECRET}.dcm")
    before = source.read_bytes()
    session, saving = window.session, window.saving
    with qtbot.waitSignal(session.scan_opened, timeout=PATIENCE):
        session.open([str(source)])
    window.method.choose("bicubic", 2, "enlarge", {})
    with qtbot.waitSignal(session.result_ready, timeout=PATIENCE):
        qtbot.mouseClick(window.controls.primary, LEFT)
    with qtbot.waitSignal(session.errands.patient_found, timeout=PATIENCE):
        window.actions_["save"].trigger()
    saving.format.part("DICOM").click()
    assert "Left out: Patient's Name, Patient ID" in saving.privacy.preview.text()
    assert SECRET not in saving.privacy.preview.text() + saving.privacy.preview.toolTip()
    name = Path(saving.path.text()).name
    assert name == "scan-bicubic-x2.dcm"
    saving.path.setText(str(tmp_path / name))
    with qtbot.waitSignal(session.saved, timeout=PATIENCE):
        qtbot.mouseClick(saving.save, LEFT)

    assert saving.passport.isVisible()
    table = saving.passport.table
    told = [[table.item(line, column).text() for column in range(4)] for line in range(table.rowCount())]
    rows = {what: said for what, *said in told}
    assert rows["Region 1 (tissue), across"] == ["7.8 mm", "7.8 mm", "yes"]
    assert rows["Patient data"][1:] == ["removed", "yes"]
    assert all(said[2] == "yes" for said in rows.values())
    after = dcmread(tmp_path / name)
    assert (after.Rows, after.Columns) == (80, 120)
    assert SECRET.encode() not in (tmp_path / name).read_bytes()
    assert source.read_bytes() == before
    saving.passport.close()
    saving.close()

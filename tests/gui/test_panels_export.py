"""Saving: what is proposed, asked for and said."""

from __future__ import annotations

from pathlib import Path

import scripted_engine
from PySide6.QtCore import Qt

from ussr_engine.derived.news import Identity, PatientFound
from ussr_engine.events import Saved, SaveFailed
from ussr_engine.passport import Check, Passport, Privacy
from ussr_gui.panels.export import Savable, SaveDialog


def dialog(qtbot, folder: Path) -> SaveDialog:
    made = SaveDialog()
    qtbot.addWidget(made)
    made.offer([Savable("Result", scripted_engine.ramp(), None, "ramp-zssr-x2")], str(folder))
    return made


def test_a_name_is_proposed_that_takes_no_files_place(qtbot, tmp_path: Path):
    (tmp_path / "ramp-zssr-x2.png").touch()
    assert Path(dialog(qtbot, tmp_path).path.text()).name == "ramp-zssr-x2-2.png"


def test_the_suffix_follows_the_format(qtbot, tmp_path: Path):
    made = dialog(qtbot, tmp_path)
    made.format.part("TIFF").click()
    assert made.path.text().endswith("ramp-zssr-x2.tif")
    made.bits.part(16).click()
    with qtbot.waitSignal(made.save_requested, timeout=1000) as asked:
        qtbot.mouseClick(made.save, Qt.MouseButton.LeftButton)
    path, _, _, bits = asked.args[:4]
    assert path == str(tmp_path / "ramp-zssr-x2.tif")
    assert bits == 16


def test_it_stops_nothing_else_and_says_how_it_went(qtbot, tmp_path: Path):
    made = dialog(qtbot, tmp_path)
    assert not made.isModal()
    made.show_saved(Saved("/a/b.png", "8 bit"))
    assert "/a/b.png" in made.message.text()
    made.show_failed(SaveFailed("/a/b.png", "The disk is full.", "Choose another folder."))
    assert made.message.text() == "The disk is full. Choose another folder."


def test_what_is_written_beside_the_picture_is_said(qtbot, tmp_path: Path):
    made = dialog(qtbot, tmp_path)
    assert "0.2 × 0.1 mm per pixel" in made.provenance.text()
    assert "not for diagnosis" in made.provenance.text()


def derived(qtbot, folder: Path, identity: Identity | None) -> SaveDialog:
    made = SaveDialog()
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.patient_wanted, timeout=1000) as asked:
        made.offer([Savable("Result", scripted_engine.ramp(), None, "Doe-zssr-x2", "/scans/Doe.dcm", 3)], str(folder))
    assert asked.args == ["/scans/Doe.dcm"]
    made.show_patient(PatientFound("/scans/Doe.dcm", identity))
    made.format.part("DICOM").click()
    return made


IDENTITY = Identity(("Patient's Name", "Study Date", "Institution Name"), "", 1)


def test_a_dicom_export_names_nobody_unless_asked_and_says_what_goes(qtbot, tmp_path: Path):
    made = derived(qtbot, tmp_path, IDENTITY)
    assert Path(made.path.text()).name == "scan-zssr-x2.dcm"
    assert made.privacy.isVisible()
    assert "Patient's Name, Study Date, Institution Name" in made.privacy.preview.text()
    assert "names the patient" in made.privacy.warning.text()
    with qtbot.waitSignal(made.save_requested, timeout=1000) as asked:
        qtbot.mouseClick(made.save, Qt.MouseButton.LeftButton)
    assert asked.args[4:] == ["/scans/Doe.dcm", 3, Privacy(True, False, False)]


def test_a_patients_data_stay_where_that_is_ticked(qtbot, tmp_path: Path):
    made = derived(qtbot, tmp_path, IDENTITY)
    made.privacy.keep.click()
    assert Path(made.path.text()).name == "Doe-zssr-x2.dcm"
    made.privacy.blank.click()
    made.privacy.clean.click()
    assert not made.privacy.warning.isVisible()
    with qtbot.waitSignal(made.save_requested, timeout=1000) as asked:
        qtbot.mouseClick(made.save, Qt.MouseButton.LeftButton)
    assert asked.args[6] == Privacy(False, True, True)


def test_only_what_has_regions_can_be_blanked_outside_them(qtbot, tmp_path: Path):
    assert not derived(qtbot, tmp_path, Identity((), "NO", 0)).privacy.blank.isEnabled()
    made = derived(qtbot, tmp_path, None)
    assert not made.privacy.keep.isVisible()
    assert "no DICOM file" in made.privacy.preview.text()


def test_a_picture_that_comes_from_no_file_is_not_offered_as_dicom(qtbot, tmp_path: Path):
    made = dialog(qtbot, tmp_path)
    assert not made.format.part("DICOM").isEnabled()
    assert made.format.part("NIfTI").isEnabled()


def test_a_name_of_the_persons_own_stays_when_the_format_changes(qtbot, tmp_path: Path):
    made = dialog(qtbot, tmp_path)
    made.path.setText(str(tmp_path / "liver.v2.png"))
    made.format.part("NIfTI").click()
    assert made.path.text() == str(tmp_path / "liver.v2.nii.gz")
    made.format.part("TIFF").click()
    assert made.path.text() == str(tmp_path / "liver.v2.tif")


def test_the_passport_is_shown_after_the_export(qtbot, tmp_path: Path):
    made = derived(qtbot, tmp_path, IDENTITY)
    rows = (Check("Region 1 (tissue), across", "37.9 mm", "37.9 mm", True), Check("Frames", "30", "30", True))
    made.show_saved(Saved(str(tmp_path / "a.dcm"), "derived DICOM", Passport(rows)))
    assert made.passport.isVisible()
    assert not made.passport.isModal()
    table = made.passport.table
    told = [[table.item(line, column).text() for column in range(4)] for line in range(table.rowCount())]
    assert told[0] == ["Region 1 (tissue), across", "37.9 mm", "37.9 mm", "yes"]
    assert "a.dcm was read again" in made.passport.heading.text()

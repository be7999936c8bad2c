"""Saving: what is proposed, asked for and said."""

from __future__ import annotations

from pathlib import Path

import scripted_engine
from PySide6.QtCore import Qt

from ussr_engine.events import Saved, SaveFailed
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
    path, _, _, bits = asked.args
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

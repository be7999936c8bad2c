"""A person plays a clip, learns from one of its frames, and looks at the enlarged frames as they play."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import tifffile
from looking import panes, shot
from PySide6.QtCore import Qt
from shiboken6 import delete

from ussr_engine.cine.store import FrameStore
from ussr_engine.files import open_clip
from ussr_engine.imaging.resize import resize
from ussr_engine.phantom import phantom
from ussr_gui.app import window as open_window
from ussr_gui.main_window import MainWindow

PATIENCE = 60_000
FRAMES = 6


def pictures() -> list[np.ndarray]:
    """A corner of the phantom that moves two columns a frame, 8 bit."""
    whole = np.round(phantom(0).scan.image * 255).astype(np.uint8)
    return [np.ascontiguousarray(whole[40:136, 60 + 2 * index : 188 + 2 * index]) for index in range(FRAMES)]


@pytest.fixture
def window(qtbot, tmp_path: Path):
    """The program's own window: a clip of six frames is open."""
    path = tmp_path / "clip.tif"
    with tifffile.TiffWriter(path) as file:
        for picture in pictures():
            file.write(picture, photometric="minisblack")
    made = open_window()
    made.resize(1600, 1000)
    made.show()
    with qtbot.waitSignal(made.session.methods_listed, timeout=PATIENCE):
        made.start([])
    with qtbot.waitSignal(made.session.scan_opened, timeout=PATIENCE):
        made.session.open([str(path)])
    yield made
    made.close()
    delete(made)


def go(qtbot, window: MainWindow, name: str) -> None:
    """Press the action's keys, and wait for the frame."""
    with qtbot.waitSignal(window.session.projector.shown, timeout=PATIENCE):
        window.actions_[name].trigger()


def shown(window: MainWindow, key: str) -> np.ndarray:
    """The picture in the pane of an output, as levels."""
    output = next(one for one in window.pictures.compare.outputs() if one.key == key)
    return np.round(output.image * 255).astype(np.uint8)


def test_frames_are_stepped_played_learned_from_and_enlarged(qtbot, window: MainWindow):
    films, reel, session = pictures(), window.pictures.reel, window.session
    assert reel.isVisible()
    assert reel.words.startswith("1 of 6")
    first = shot(window, "input")
    go(qtbot, window, "cine_on")
    go(qtbot, window, "cine_on")
    assert reel.words.startswith("3 of 6")
    assert np.array_equal(shown(window, "input"), films[2])
    assert shot(window, "input") != first

    window.method.choose("simreg", 2, "enlarge", {})
    window.actions_["cine_mark"].trigger()
    with qtbot.waitSignal(session.run_ended, timeout=PATIENCE):
        window.actions_["cine_enlarge"].trigger()
    run = session.runs[-1]
    assert run.clip is not None
    assert run.clip.frames == FRAMES
    assert run.clip.learned_from == (2,)
    assert "all frames, from frame 3" in run.label
    assert "flicker" in reel.words

    qtbot.waitUntil(lambda: not session.projector.is_waiting, timeout=PATIENCE)
    go(qtbot, window, "cine_last")
    assert reel.words.startswith("6 of 6")
    interpolated = np.round(np.clip(resize(films[5].astype(np.float32) / 255, scale=2), 0, 1) * 255)
    assert np.abs(shown(window, "input").astype(int) - interpolated).max() <= 1
    enlarged = shown(window, "run-1").astype(int)
    assert enlarged.shape == (192, 256)
    assert 0.2 < np.abs(enlarged - interpolated).mean() < 6
    assert {"input", "run-1"} <= {pane.key for pane in panes(window)}

    with qtbot.waitSignal(session.projector.shown, timeout=PATIENCE):
        window.trusting.panel.whole.slider.setValue(0)
    qtbot.waitUntil(lambda: not session.projector.is_waiting, timeout=PATIENCE)
    assert np.abs(shown(window, "run-1").astype(int) - interpolated).max() <= 1
    with qtbot.waitSignal(session.projector.shown, timeout=PATIENCE):
        window.actions_["full_trust"].trigger()
    qtbot.waitUntil(lambda: np.array_equal(shown(window, "run-1"), enlarged), timeout=PATIENCE)

    seen: list[int] = []
    session.projector.shown.connect(lambda file: seen.append(file.frame))
    window.actions_["cine_play"].trigger()
    qtbot.waitUntil(lambda: len(set(seen)) >= 4, timeout=PATIENCE)
    assert window.actions_["cine_play"].text() == "Stand still"
    window.actions_["cine_play"].trigger()
    qtbot.waitUntil(lambda: not session.projector.is_waiting, timeout=PATIENCE)
    assert len(seen) >= 4
    assert int(reel.words.split()[0]) == session.scan.frame + 1


def test_dragging_the_slider_shows_that_frame_and_a_still_result_only_at_its_own(qtbot, window: MainWindow):
    window.method.choose("bicubic", 2, "enlarge", {})
    go(qtbot, window, "cine_on")
    with qtbot.waitSignal(window.session.run_ended, timeout=PATIENCE):
        window.actions_["start"].trigger()
    # What was made is looked up for the frame that is shown.
    qtbot.waitUntil(lambda: not window.session.projector.is_waiting, timeout=PATIENCE)
    assert {"input", "run-1"} <= {pane.key for pane in panes(window)}
    with qtbot.waitSignal(window.session.projector.shown, timeout=PATIENCE):
        window.pictures.reel.slider.setValue(4)
    assert {pane.key for pane in panes(window)} == {"input"}
    with qtbot.waitSignal(window.session.projector.shown, timeout=PATIENCE):
        qtbot.keyClick(window.pictures.reel.slider, Qt.Key.Key_Home)
    with qtbot.waitSignal(window.session.projector.shown, timeout=PATIENCE):
        qtbot.keyClick(window.pictures.reel.slider, Qt.Key.Key_Right)
    assert {"input", "run-1"} <= {pane.key for pane in panes(window)}


def test_all_frames_are_saved_and_come_back(qtbot, window: MainWindow, tmp_path: Path):
    window.method.choose("exact", 2, "enlarge", {})
    with qtbot.waitSignal(window.session.run_ended, timeout=PATIENCE):
        window.actions_["cine_enlarge"].trigger()
    run, saving = window.session.runs[-1], window.saving
    window.actions_["save"].trigger()
    assert saving.which.currentText().startswith("All 6 frames")
    for name, suffix in (("TIFF", ".tif"), ("DICOM", ".dcm"), ("Frames", "")):
        saving.format.part(name).click()
        path = tmp_path / f"out{suffix}"
        saving.path.setText(str(path))
        told: list[object] = []
        window.session.errands.clip_told.connect(told.append)
        with qtbot.waitSignal(window.session.errands.changed, timeout=PATIENCE, check_params_cb=lambda: True):
            qtbot.mouseClick(saving.save, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: window.session.errands.going is None, timeout=PATIENCE)
        assert "Saved and read back" in saving.message.text(), saving.message.text()
        if suffix:
            with open_clip(path) as reader:
                assert reader.clip.frames == FRAMES
                again = np.round(reader.scan(5).image * 255)
            assert np.array_equal(again, np.round(FrameStore(Path(run.clip.folder)).frame(5) * 255))
        else:
            assert len(list(path.iterdir())) == FRAMES
    assert saving.passport.isVisible()

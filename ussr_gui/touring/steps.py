"""The tour: from a simulated scan to an enlarged one, measured against the truth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from ussr_gui.language import tr
from ussr_gui.measuring.shapes import Kind
from ussr_gui.touring import places
from ussr_gui.touring.places import METHOD, SAMPLE
from ussr_gui.touring.step import Spot, Step

if TYPE_CHECKING:
    from ussr_gui.main_window import MainWindow


HELD_MS = 1200


def _keys(window: MainWindow, name: str) -> str:
    return " / ".join(window.actions_.spelled(name)[:1])


def _open(window: MainWindow) -> None:
    window.session.open([SAMPLE])


def _bring_method(window: MainWindow) -> None:
    window.choices.setCurrentWidget(window.method)


def _bring_result(window: MainWindow) -> None:
    window.choices.setCurrentWidget(window.result)


def _shrink(window: MainWindow) -> None:
    window.method.task.part("challenge").click()


def _take_method(window: MainWindow) -> None:
    window.method.method.choose(METHOD)


def _chosen(window: MainWindow) -> bool:
    return window.method.card is not None and window.method.card.id == METHOD


def _flip(window: MainWindow) -> None:
    """As long as a person would hold it."""
    window.actions_["flip"].setChecked(True)
    QTimer.singleShot(HELD_MS, window, lambda: window.actions_["flip"].setChecked(False))


def _truth(window: MainWindow) -> str:
    found = places.measured(window)
    if found is None:
        return tr("The table tells what the caliper measures in every picture.")
    said = tr("You measured {found} mm; the simulation made it {known} mm.")
    said = said.format(found=f"{found[0]:.1f}", known=f"{found[1]:.1f}")
    why = tr(
        "In a scan a cyst looks a little narrower than it is, for the beam fills its edge; no enlargement brings that "
        "back. The table tells the same line in every picture."
    )
    return f"{said} {why}"


STEPS: tuple[Step, ...] = (
    Step(
        "sample",
        lambda: tr("Three minutes on a sample"),
        lambda w: tr("You do every step yourself, or press “Do it for me”. Click the picture “Cysts” ({keys}).").format(
            keys=_keys(w, "sample_cysts")
        ),
        places.tile,
        places.is_sample_open,
        lambda w: (w.session.scan_opened, w.session.scan_chosen),
        _open,
        needs_scan=False,
    ),
    Step(
        "scan",
        lambda: tr("The scan"),
        lambda w: tr(
            "It is simulated, so all of it is known: the large cyst is 6.0 mm wide. The wheel zooms, dragging moves, "
            "“Fit” ({keys}) shows all of it again."
        ).format(keys=_keys(w, "fit")),
        places.picture,
    ),
    Step(
        "task",
        lambda: tr("What shall be done?"),
        lambda w: tr(
            "Press “Shrink and compare”. The scan is made smaller, then enlarged again: so the result can be held "
            "against the truth. For your own scans “Enlarge as is” is the usual choice."
        ),
        lambda w: Spot(w.method.task),
        lambda w: bool(w.method.task.value == "challenge"),
        lambda w: (w.method.changed,),
        _shrink,
        _bring_method,
    ),
    Step(
        "method",
        lambda: tr("By which method?"),
        lambda w: tr(
            "Choose SimReg: it finds out how the scan was made and takes seconds. Help › “Which method for which "
            "scan?” ({keys}) shows them all."
        ).format(keys=_keys(w, "which_method")),
        lambda w: Spot(w.method.method),
        _chosen,
        lambda w: (w.method.changed,),
        _take_method,
        _bring_method,
    ),
    Step(
        "start",
        lambda: tr("Start"),
        lambda w: tr(
            "The line above the button says how much memory it will take. Press Start ({keys}) and wait some seconds: "
            "the engine works beside the window, which stays free."
        ).format(keys=_keys(w, "start")),
        lambda w: Spot(w.controls),
        places.has_result,
        lambda w: (w.session.result_ready,),
        lambda w: w.actions_["start"].trigger(),
    ),
    Step(
        "result",
        lambda: tr("What was gained?"),
        lambda w: tr(
            "PSNR and SSIM say how near the result is to the truth; below each stands the gain on plain "
            "interpolation. It may be small: on fine speckle nobody can gain much."
        ),
        lambda w: Spot(w.choices),
        shows=_bring_result,
        needs_result=True,
    ),
    Step(
        "flip",
        lambda: tr("Look before you believe"),
        lambda w: tr(
            "Hold {keys}, or press the button twice, to see the reference in the same place. What jumps is what the "
            "method added or took away."
        ).format(keys=_keys(w, "flip")),
        lambda w: places.tool(w, "flip"),
        lambda w: not w.actions_["flip"].isChecked(),
        lambda w: (w.actions_["flip"].toggled,),
        _flip,
        asks_again=True,
        needs_result=True,
    ),
    Step(
        "caliper",
        lambda: tr("Measure it"),
        lambda w: tr("Take the caliper ({keys}).").format(keys=_keys(w, "caliper")),
        lambda w: places.tool(w, "caliper"),
        lambda w: w.measuring.hand.tool is Kind.CALIPER,
        lambda w: (w.actions_["caliper"].triggered,),
        lambda w: w.actions_["caliper"].trigger(),
    ),
    Step(
        "cyst",
        lambda: tr("How wide is the cyst?"),
        lambda w: tr(
            "Drag from its left edge to its right edge. By keys: Return lays the caliper across the middle, arrow keys "
            "move its end, Ctrl makes finer steps."
        ),
        places.cyst,
        lambda w: places.across(w) is not None,
        lambda w: (w.measuring.measurements.changed,),
        places.measure,
        keyboard=places.canvas,
    ),
    Step(
        "truth",
        lambda: tr("Against the truth"),
        _truth,
        lambda w: Spot(w.measuring.panel.outputs),
        shows=lambda w: w.measuring.dock.bring(),
    ),
    Step(
        "save",
        lambda: tr("Keep it"),
        lambda w: tr(
            "“Save picture” ({keys}) writes PNG, TIFF, DICOM and more, with the millimetres, and reads the file back "
            "to prove it. “Save session” keeps everything for another day."
        ).format(keys=_keys(w, "save")),
        lambda w: places.tool(w, "save"),
        needs_result=True,
    ),
    Step(
        "end",
        lambda: tr("That is all"),
        lambda w: tr(
            "Open a scan of your own ({keys}), choose “Enlarge as is”, press Start. The Help menu has this tour, the "
            "other samples, what the program can and cannot show, and every key."
        ).format(keys=_keys(w, "open")),
        lambda w: places.menu(w, "Help"),
        needs_scan=False,
    ),
)

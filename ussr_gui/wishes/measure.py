"""The Measure menu."""

from __future__ import annotations

from ussr_gui.language import tr
from ussr_gui.wishes.wish import Wish

MEASURE: tuple[Wish, ...] = (
    Wish(
        "select",
        "Measure",
        tr("Select and move"),
        "V",
        tr("Move the panes, and what was drawn"),
        "mouse-pointer-2",
        "tool",
        True,
    ),
    Wish(
        "caliper", "Measure", tr("Distance"), "M", tr("Measure a distance on all panes at once"), "ruler", "tool", True
    ),
    Wish(
        "angle", "Measure", tr("Angle"), "A", tr("Measure an angle: end, corner, end"), "triangle-right", "tool", True
    ),
    Wish(
        "polygon",
        "Measure",
        tr("Area, polygon"),
        "P",
        tr("Click the corners; Return or a double click closes it"),
        "pentagon",
        "tool",
        True,
    ),
    Wish(
        "ellipse",
        "Measure",
        tr("Area, ellipse"),
        "E",
        tr("Drag from corner to corner around it"),
        "ellipse",
        "tool",
        True,
    ),
    Wish(
        "pair",
        "Measure",
        tr("Contrast of two regions"),
        "C",
        tr("Drag the target, then the background: contrast, CNR, gCNR"),
        "contrast",
        "tool",
        True,
    ),
    Wish(
        "next_point",
        "Measure",
        tr("Next point"),
        "N",
        tr("Choose the point that arrow keys move"),
        "chevrons-right",
        rule=True,
    ),
    Wish("next_measurement", "Measure", tr("Next measurement"), "Shift+N", tr("Choose the next one"), "chevron-last"),
    Wish("delete_measurement", "Measure", tr("Delete"), "Del", tr("Delete the chosen measurement"), "trash-2"),
    Wish(
        "clear_measurements",
        "Measure",
        tr("Delete all"),
        "Ctrl+Del",
        tr("Delete all measurements of this scan"),
        "eraser",
    ),
    Wish(
        "marks",
        "Measure",
        tr("Show marks"),
        "X",
        tr("Show or hide ticks, bars and measurements"),
        "eye",
        checkable=True,
    ),
    Wish(
        "measure_panel", "Measure", tr("Panel"), "Ctrl+M", tr("Figures and plots"), "panel-right", "", True, rule=True
    ),
    Wish("plot_profile", "Measure/Plot", tr("Profile"), "Shift+P", tr("Greys along the chosen caliper"), "activity"),
    Wish(
        "plot_histogram", "Measure/Plot", tr("Histogram"), "Shift+H", tr("How often each grey occurs"), "chart-column"
    ),
    Wish(
        "plot_depth",
        "Measure/Plot",
        tr("Quality against depth"),
        "Shift+D",
        tr("PSNR and SSIM by depth"),
        "arrow-down-to-line",
    ),
    Wish("plot_spectrum", "Measure/Plot", tr("Radial spectrum"), "Shift+R", tr("Power by frequency"), "audio-waveform"),
    Wish("plot_plane", "Measure/Plot", tr("2-D spectrum"), "Shift+T", tr("Power of the active picture"), "grid-3x3"),
    Wish(
        "plot_subbands", "Measure/Plot", tr("Wavelet sub-bands"), "Shift+W", tr("Of the active picture"), "layout-grid"
    ),
    Wish(
        "copy_measurements",
        "Measure",
        tr("Copy all"),
        "Ctrl+Shift+C",
        tr("Copy every figure for a spreadsheet"),
        "copy",
        rule=True,
    ),
    Wish(
        "export_measurements",
        "Measure",
        tr("Export measurements…"),
        "Ctrl+Shift+E",
        tr("Write every figure into a CSV file"),
        "file-spreadsheet",
    ),
    Wish(
        "export_plot", "Measure", tr("Export plot…"), "Ctrl+Shift+X", tr("Write the plot as SVG or PNG"), "chart-line"
    ),
)

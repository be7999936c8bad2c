"""The Measure menu."""

from __future__ import annotations

from ussr_gui.wishes.wish import Wish

MEASURE: tuple[Wish, ...] = (
    Wish(
        "select",
        "Measure",
        "Select and move",
        "V",
        "Move the panes, and what was drawn",
        "mouse-pointer-2",
        "tool",
        True,
    ),
    Wish("caliper", "Measure", "Distance", "M", "Measure a distance on all panes at once", "ruler", "tool", True),
    Wish("angle", "Measure", "Angle", "A", "Measure an angle: end, corner, end", "triangle-right", "tool", True),
    Wish(
        "polygon",
        "Measure",
        "Area, polygon",
        "P",
        "Click the corners; Return or a double click closes it",
        "pentagon",
        "tool",
        True,
    ),
    Wish("ellipse", "Measure", "Area, ellipse", "E", "Drag from corner to corner around it", "ellipse", "tool", True),
    Wish(
        "pair",
        "Measure",
        "Contrast of two regions",
        "C",
        "Drag the target, then the background: contrast, CNR, gCNR",
        "contrast",
        "tool",
        True,
    ),
    Wish(
        "next_point", "Measure", "Next point", "N", "Choose the point that arrow keys move", "chevrons-right", rule=True
    ),
    Wish("next_measurement", "Measure", "Next measurement", "Shift+N", "Choose the next one", "chevron-last"),
    Wish("delete_measurement", "Measure", "Delete", "Del", "Delete the chosen measurement", "trash-2"),
    Wish("clear_measurements", "Measure", "Delete all", "Ctrl+Del", "Delete all measurements of this scan", "eraser"),
    Wish("marks", "Measure", "Show marks", "X", "Show or hide ticks, bars and measurements", "eye", checkable=True),
    Wish("measure_panel", "Measure", "Panel", "Ctrl+M", "Figures and plots", "panel-right", "", True, rule=True),
    Wish("plot_profile", "Measure/Plot", "Profile", "Shift+P", "Greys along the chosen caliper", "activity"),
    Wish("plot_histogram", "Measure/Plot", "Histogram", "Shift+H", "How often each grey occurs", "chart-column"),
    Wish(
        "plot_depth", "Measure/Plot", "Quality against depth", "Shift+D", "PSNR and SSIM by depth", "arrow-down-to-line"
    ),
    Wish("plot_spectrum", "Measure/Plot", "Radial spectrum", "Shift+R", "Power by frequency", "audio-waveform"),
    Wish("plot_plane", "Measure/Plot", "2-D spectrum", "Shift+T", "Power of the active picture", "grid-3x3"),
    Wish("plot_subbands", "Measure/Plot", "Wavelet sub-bands", "Shift+W", "Of the active picture", "layout-grid"),
    Wish(
        "copy_measurements",
        "Measure",
        "Copy all",
        "Ctrl+Shift+C",
        "Copy every figure for a spreadsheet",
        "copy",
        rule=True,
    ),
    Wish(
        "export_measurements",
        "Measure",
        "Export measurements…",
        "Ctrl+Shift+E",
        "Write every figure into a CSV file",
        "file-spreadsheet",
    ),
    Wish("export_plot", "Measure", "Export plot…", "Ctrl+Shift+X", "Write the plot as SVG or PNG", "chart-line"),
)

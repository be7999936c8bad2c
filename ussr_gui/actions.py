"""The one table of what the window can do: menus, tool row and the keyboard sheet are drawn from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar, QWidget

from ussr_gui.icons import icon


@dataclass(frozen=True, slots=True)
class Wish:
    """One row: where it stands in the menus, its words, its keys and what it is for."""

    id: str
    menu: str
    text: str
    shortcut: str
    tip: str
    icon: str = ""
    group: str = ""
    """Actions of one group exclude each other."""
    checkable: bool = False
    rule: bool = False
    """A line above it in the menu."""
    repeats: bool = False
    """Goes on while the key is held."""


RECENT_MENU = "File/Open recent"

WISHES: tuple[Wish, ...] = (
    Wish("open", "File", "Open scan…", "Ctrl+O", "Open one or several scans", "folder-open"),
    Wish(
        "phantom", "File", "Open the phantom", "Ctrl+P", "Open the built-in sample, whose truth is known", "scan-line"
    ),
    Wish("save", "File", "Save picture…", "Ctrl+S", "Save the result as PNG or TIFF", "image-down", rule=True),
    Wish(
        "weights",
        "File",
        "Perceptual weights…",
        "Ctrl+Shift+W",
        "See which weights for LPIPS and perceptual terms are here, and fetch them",
        "folder",
        rule=True,
    ),
    Wish("quit", "File", "Quit", "Ctrl+Q", "Close the window; a run keeps its checkpoint", "log-out", rule=True),
    Wish("undo", "Edit", "Undo", "Ctrl+Z", "Take the last change of the measurements back", "undo-2"),
    Wish("redo", "Edit", "Redo", "Ctrl+Y", "Do again what was taken back", "redo-2"),
    Wish("panes_1", "View", "One pane", "Alt+1", "Show the active picture alone", "square", "panes", True),
    Wish("panes_2", "View", "Two panes", "Alt+2", "Show two pictures side by side", "columns-2", "panes", True),
    Wish("panes_4", "View", "Four panes", "Alt+4", "Show all pictures", "grid-2x2", "panes", True),
    Wish("show_1", "View", "Go to picture 1", "1", "Make the first picture active", "image", rule=True),
    Wish("show_2", "View", "Go to picture 2", "2", "Make the second picture active", "image"),
    Wish("show_3", "View", "Go to picture 3", "3", "Make the third picture active", "image"),
    Wish("show_4", "View", "Go to picture 4", "4", "Make the fourth picture active", "image"),
    Wish("fit", "View", "Fit", "0", "Show the whole picture", "maximize", rule=True),
    Wish("one_to_one", "View", "One to one", "Ctrl+0", "One pixel of the picture on one pixel of the screen", "scan"),
    Wish("zoom_in", "View", "Zoom in", "+", "Look closer, all panes together", "zoom-in", repeats=True),
    Wish("zoom_out", "View", "Zoom out", "-", "See more, all panes together", "zoom-out", repeats=True),
    Wish("overlay_none", "View", "No overlay", "O", "Show the pictures bare", "eye-off", "overlay", True, rule=True),
    Wish(
        "overlay_inferred",
        "View",
        "Overlay: inferred",
        "I",
        "See which pixels the scan shows and which are inferred",
        "sparkles",
        "overlay",
        True,
    ),
    Wish(
        "overlay_uncertainty",
        "View",
        "Overlay: uncertainty",
        "U",
        "See how far each pixel may be from the truth: half-width of the 90 % band",
        "contrast",
        "overlay",
        True,
    ),
    Wish(
        "overlay_residual",
        "View",
        "Overlay: residual",
        "R",
        "See what the picture leaves of the scan unexplained",
        "diff",
        "overlay",
        True,
    ),
    Wish("dark", "View/Theme", "Dark", "Ctrl+Alt+D", "Dark window around the scans", "moon", "theme", True),
    Wish("light", "View/Theme", "Light", "Ctrl+Alt+L", "Light window around the scans", "sun", "theme", True),
    Wish("larger", "View", "Larger words", "Ctrl+Shift+=", "Larger words and controls, up to 200 %", "a-large-small"),
    Wish(
        "smaller", "View", "Smaller words", "Ctrl+Shift+-", "Smaller words and controls, down to 100 %", "a-arrow-down"
    ),
    Wish("curtain", "Compare", "Curtain", "S", "Slide between two pictures", "square-split-horizontal", checkable=True),
    Wish("sides", "Compare", "Choose sides…", "Shift+S", "Choose what stands left and right of the curtain", "list"),
    Wish(
        "flip",
        "Compare",
        "Flip to reference",
        "F",
        "Hold F to see the reference in place",
        "flip-horizontal-2",
        "",
        True,
    ),
    Wish("difference", "Compare", "Difference", "D", "Show where the result differs", "diff", checkable=True),
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
    Wish("start", "Train", "Start", "F5", "Start, pause or resume the run", "play"),
    Wish("finish", "Train", "Finish now", "Shift+F5", "Stop training and enlarge with the best so far", "flag"),
    Wish("cancel", "Train", "Cancel", "Ctrl+F5", "Give the run up; it can be resumed later", "x"),
    Wish("resume_last", "Train", "Resume last run", "F6", "Go on with the run that was interrupted last", "history"),
    Wish("preview", "Train", "Preview now", "F7", "Show the picture as it stands now", "eye", rule=True),
    Wish("benchmark", "Tools", "Benchmark…", "Ctrl+B", "Compare methods on folders of scans", "list-checks"),
    Wish("keyboard", "Help", "Keyboard and mouse", "F1", "Every key and every gesture", "keyboard"),
    Wish(
        "limits", "Help", "What it can and cannot show", "Shift+F1", "Smaller pixels are not finer resolution", "info"
    ),
    Wish("about", "Help", "About and diagnostics", "Ctrl+F1", "Version, device, answer time", "circle-question-mark"),
)

TOOLS = (
    ("panes_1", "panes_2", "panes_4"),
    ("fit", "one_to_one", "zoom_out", "zoom_in"),
    ("curtain", "flip", "difference"),
    ("select", "caliper", "angle", "polygon", "ellipse", "pair"),
)
"""Icon-only tools of the tool row, in groups."""

MENUS = ("File", "Edit", "View", "Compare", "Measure", "Train", "Tools", "Help")

GESTURES: tuple[tuple[str, str], ...] = (
    ("Wheel", "zoom at the cursor"),
    ("Drag", "move all panes together"),
    ("Double click", "one pane, and back"),
    ("Drag with a tool", "draw on all panes; drag ends to change it"),
    ("Arrow keys", "move the chosen point; Shift faster, Ctrl finer"),
    ("Return, Esc", "draw in the middle of the view; put the tool away"),
    ("Tab, Shift+Tab", "next control, previous control"),
    ("Drop files", "open them"),
)


class Actions:
    """Every action by its id."""

    def __init__(self, window: QMainWindow) -> None:
        self._by_id: dict[str, QAction] = {}
        groups: dict[str, QActionGroup] = {}
        for wish in WISHES:
            action = QAction(wish.text, window)
            action.setObjectName(wish.id)
            action.setShortcut(QKeySequence(wish.shortcut))
            action.setAutoRepeat(wish.repeats)
            action.setCheckable(wish.checkable)
            action.setStatusTip(wish.tip)
            if wish.group:
                groups.setdefault(wish.group, QActionGroup(window)).addAction(action)
            self._by_id[wish.id] = action
            self.explain(wish.id, wish.tip)
        self["one_to_one"].setIconText("1:1")
        for name in ("open", "save"):  # Qt puts words 4 pixels behind the icon; a space sets them off
            self[name].setIconText(" " + self[name].iconText())
        self["zoom_in"].setShortcuts([QKeySequence(keys) for keys in ("+", "=", "Ctrl++")])
        self["zoom_out"].setShortcuts([QKeySequence(keys) for keys in ("-", "Ctrl+-")])
        self.redraw()

    def __getitem__(self, name: str) -> QAction:
        return self._by_id[name]

    def explain(self, name: str, tip: str) -> None:
        """Set the tooltip; the keys are added."""
        self[name].setToolTip(f"{tip} ({self[name].shortcut().toString(QKeySequence.SequenceFormat.NativeText)})")

    def rename(self, name: str, text: str, picture: str) -> None:
        """Give an action other words and another icon: Start becomes Pause."""
        self[name].setText(text)
        self[name].setIcon(icon(picture))

    def enable(self, names: Iterable[str], on: bool) -> None:
        for name in names:
            self[name].setEnabled(on)

    def redraw(self) -> None:
        """Draw the icons again in the colours of the theme."""
        for wish in WISHES:
            self[wish.id].setIcon(icon(wish.icon))

    def fill_menus(self, window: QMainWindow) -> QMenu:
        """Build the menu row; the menu of recent files comes back, to be filled."""
        menus: dict[str, QMenu] = {}

        def menu(path: str) -> QMenu:
            if path not in menus:
                parent, _, name = path.rpartition("/")
                menus[path] = menu(parent).addMenu(name) if parent else window.menuBar().addMenu(f"&{name}")
                menus[path].setToolTipsVisible(True)
            return menus[path]

        for wish in WISHES:
            if wish.rule:
                menu(wish.menu).addSeparator()
            menu(wish.menu).addAction(self[wish.id])
            if wish.id == "open":
                menu(RECENT_MENU)
        return menus[RECENT_MENU]

    def fill_tools(self, row: QToolBar, space: QWidget) -> None:
        """Build the tool row: Open, the icon-only tools, and Save at the far end."""
        row.addAction(self["open"])
        for group in TOOLS:
            row.addSeparator()
            for name in group:
                row.addAction(self[name])
        row.addWidget(space)
        row.addAction(self["save"])

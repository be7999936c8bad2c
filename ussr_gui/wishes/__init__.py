"""The one table of what the window can do: menus, tool row and the keyboard sheet are drawn from it."""

from __future__ import annotations

from ussr_gui.language import tr
from ussr_gui.wishes.cine import CINE
from ussr_gui.wishes.compare import COMPARE
from ussr_gui.wishes.edit import EDIT
from ussr_gui.wishes.file import FILE
from ussr_gui.wishes.help import HELP
from ussr_gui.wishes.history import HISTORY
from ussr_gui.wishes.measure import MEASURE
from ussr_gui.wishes.needs import NEEDS
from ussr_gui.wishes.queue import QUEUE
from ussr_gui.wishes.reserved import RESERVED
from ussr_gui.wishes.tools import TOOLS
from ussr_gui.wishes.train import TRAIN
from ussr_gui.wishes.trust import TRUST
from ussr_gui.wishes.view import VIEW
from ussr_gui.wishes.wish import MENUS, Wish, in_words, with_key

__all__ = [
    "GESTURES",
    "MENUS",
    "NEEDS",
    "RECENT_MENU",
    "RESERVED",
    "TOOL_ROW",
    "WISHES",
    "Wish",
    "in_words",
    "with_key",
]

RECENT_MENU = "File/Open recent"

WISHES: tuple[Wish, ...] = (
    *(*FILE, *EDIT, *VIEW, *COMPARE, *MEASURE),
    *(*TRAIN, *QUEUE, *HISTORY, *CINE, *TOOLS, *TRUST, *HELP),
)

TOOL_ROW = (
    ("panes_1", "panes_2", "panes_4", "panes_6"),
    ("fit", "one_to_one", "zoom_out", "zoom_in"),
    ("curtain", "flip", "blink", "loupe", "difference"),
    ("select", "caliper", "angle", "polygon", "ellipse", "pair"),
)
"""Icon-only tools of the tool row, in groups."""

GESTURES: tuple[tuple[str, str], ...] = (
    (tr("Wheel"), tr("zoom at the cursor")),
    (tr("Drag"), tr("move all panes together")),
    (tr("Right drag"), tr("window (across) and level (up, down)")),
    (tr("Alt held"), tr("zoom or move one pane alone")),
    (tr("Double click"), tr("one pane, and back")),
    (tr("Drag with a tool"), tr("draw on all panes; drag ends to change it")),
    (tr("Arrow keys"), tr("move the chosen point; Shift faster, Ctrl finer")),
    (tr("Return, Esc"), tr("draw in the middle of the view; put the tool away")),
    (tr("← ↓ → or 1 0 2"), tr("answer in a blind reading: left, can't tell, right")),
    (tr("Tab, Shift+Tab"), tr("next control, previous control")),
    (tr("Del, Return"), tr("in the run history: delete, restore")),
    (tr("Drop files"), tr("open them; many, or a folder, go into the queue")),
)

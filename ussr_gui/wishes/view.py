"""The View menu."""

from __future__ import annotations

from ussr_gui.wishes.wish import Wish

VIEW: tuple[Wish, ...] = (
    Wish("panes_1", "View", "One pane", "Alt+1", "Show the active picture alone", "square", "panes", True),
    Wish("panes_2", "View", "Two panes", "Alt+2", "Show two pictures side by side", "columns-2", "panes", True),
    Wish("panes_4", "View", "Four panes", "Alt+4", "Show four pictures", "grid-2x2", "panes", True),
    Wish("panes_6", "View", "Six panes", "Alt+6", "Show six pictures", "layout-grid", "panes", True),
    *(
        Wish(
            f"show_{number}",
            "View/Go to picture",
            f"Picture {number}",
            f"{number}",
            f"Make picture {number} active",
            "image",
            rule=number == 1,
        )
        for number in range(1, 10)
    ),
    Wish("fit", "View", "Fit", "0", "Show the whole picture", "maximize", rule=True),
    Wish("one_to_one", "View", "One to one", "Ctrl+0", "One pixel of the picture on one pixel of the screen", "scan"),
    Wish(
        "zoom_in",
        "View",
        "Zoom in",
        "+",
        "Look closer, all panes together",
        "zoom-in",
        repeats=True,
        also=("=", "Ctrl++"),
    ),
    Wish(
        "zoom_out",
        "View",
        "Zoom out",
        "-",
        "See more, all panes together",
        "zoom-out",
        repeats=True,
        also=("Ctrl+-",),
    ),
    Wish(
        "relink", "View", "Link panes again", "Ctrl+L", "Panes moved alone (Alt held) look where the others do", "link"
    ),
    Wish(
        "tone_reset",
        "View",
        "Window and level as stored",
        "W",
        "Undo dragging with the right button",
        "sun-dim",
        rule=True,
    ),
    Wish(
        "own_tones",
        "View",
        "Window and colours per pane",
        "Alt+W",
        "Every picture has window, level and colours of its own",
        "layers",
        checkable=True,
    ),
    *(
        Wish(
            f"colours_{name.lower()}",
            "View/Colours",
            name,
            f"Alt+Shift+{number}",
            f"Show grey levels in {name.lower()}",
            "palette",
            "colours",
            True,
        )
        for number, name in enumerate(("Grey", "Inverted", "Sepia", "Inferno", "Viridis"), 1)
    ),
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
    Wish("workspace_read", "View/Workspace", "Read", "Ctrl+1", "Pictures and a result", "book-open", "workspace", True),
    Wish(
        "workspace_research",
        "View/Workspace",
        "Research",
        "Ctrl+2",
        "Pictures, curves, every choice",
        "flask-conical",
        "workspace",
        True,
    ),
    Wish(
        "workspace_teach",
        "View/Workspace",
        "Teach",
        "Ctrl+3",
        "Large words, no lists, names of scans hidden",
        "presentation",
        "workspace",
        True,
    ),
    Wish("panel_lists", "View/Panels", "Scans and runs", "F2", "Show or hide the lists", "panel-left", checkable=True),
    Wish(
        "panel_steer",
        "View/Panels",
        "Method and result",
        "F3",
        "Show or hide the choices",
        "panel-right",
        checkable=True,
    ),
    Wish(
        "panel_curves", "View/Panels", "Loss and log", "F4", "Show or hide the curves", "panel-bottom", checkable=True
    ),
    Wish(
        "full_screen",
        "View",
        "Full screen",
        "F11",
        "The whole screen for the window, and back",
        "fullscreen",
        checkable=True,
        rule=True,
    ),
    Wish(
        "hide_names",
        "View",
        "Hide names of scans",
        "Ctrl+H",
        "Numbers instead of the names of files",
        "eye-off",
        checkable=True,
    ),
)

"""Theme and size of words, changed while the window stands."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from ussr_gui import theme
from ussr_gui.actions import Actions
from ussr_gui.language import LANGUAGES, tr
from ussr_gui.settings import LANGUAGE as KEPT
from ussr_gui.settings import UI_SCALES, Settings


def apply(app: QApplication, settings: Settings, larger: int = 100) -> None:
    """Give the application the look that the settings name, ``larger`` by this many percent of it (200 % at most)."""
    scale = settings.whole("ui_scale", 100) * larger / 100
    theme.apply(app, _palette(settings), min(scale, UI_SCALES[-1]) / 100)


class Appearance(QObject):
    """Follows the actions of the View menu."""

    changed = Signal(str)

    def __init__(self, actions: Actions, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._actions = actions
        self._settings = settings
        self._larger = 100
        actions["light" if _palette(settings) is theme.LIGHT else "dark"].setChecked(True)
        self._languages = {actions[f"language_{code or 'system'}"]: code for code in ("", *LANGUAGES)}
        for action, code in self._languages.items():
            action.setChecked(code == settings.text(KEPT))
            action.triggered.connect(self._speak)
        actions["dark"].triggered.connect(self._darken)
        actions["light"].triggered.connect(self._lighten)
        actions["larger"].triggered.connect(self._enlarge)
        actions["smaller"].triggered.connect(self._shrink)
        self._enable()

    def set_larger(self, percent: int) -> None:
        """Words and controls by so much larger than the person's own size, as for a lecture."""
        if percent != self._larger:
            self._larger = percent
            self._apply("")

    @Slot()
    def _darken(self) -> None:
        self._settings.set_text("theme", "dark")
        self._apply(tr("Dark theme"))

    @Slot()
    def _lighten(self) -> None:
        self._settings.set_text("theme", "light")
        self._apply(tr("Light theme"))

    @Slot()
    def _speak(self) -> None:
        """Another language; the words of this sitting stand already."""
        action = self.sender()
        assert isinstance(action, QAction)
        self._settings.set_text(KEPT, self._languages[action])
        self._settings.sync()
        self.changed.emit(tr("The language changes when the program is started again"))

    @Slot()
    def _enlarge(self) -> None:
        self._rescale(1)

    @Slot()
    def _shrink(self) -> None:
        self._rescale(-1)

    def _rescale(self, steps: int) -> None:
        scale = UI_SCALES[min(max(self._index + steps, 0), len(UI_SCALES) - 1)]
        self._settings.set_whole("ui_scale", scale)
        self._apply(tr("Words and controls at {scale} %").format(scale=scale))

    @property
    def _index(self) -> int:
        scale = self._settings.whole("ui_scale", 100)
        return UI_SCALES.index(scale) if scale in UI_SCALES else 0

    def _enable(self) -> None:
        self._actions["larger"].setEnabled(self._index < len(UI_SCALES) - 1)
        self._actions["smaller"].setEnabled(self._index > 0)

    def _apply(self, words: str) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        apply(app, self._settings, self._larger)
        self._actions.redraw()
        self._enable()
        if words:
            self.changed.emit(words)


def _palette(settings: Settings) -> theme.Palette:
    return theme.LIGHT if settings.text("theme", "dark") == "light" else theme.DARK

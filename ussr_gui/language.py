"""The words of the window, in the person's language.

The language is settled once, when this room is first entered: words stand in tables that are made with their modules.
Another one holds from the next start on.  Catalogues are Qt's own (``translations/*.ts``, compiled to ``*.qm``).
"""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from ussr_gui.settings import kept_language

CONTEXT = "ussr"
"""Under which Qt's catalogues keep all words."""
SOURCE = "en"
"""The language that the words are written in."""
LANGUAGES = {SOURCE: "English", "fr": "Français"}
"""Those there are, each as it calls itself."""
VARIABLE = "USSR_LANGUAGE"
"""Names a language for this start, whatever the settings say."""
FOLDER = Path(__file__).with_name("translations")


def settled() -> str:
    """The language of the window: as the environment says, else the settings, else the system; else English."""
    said = (os.environ.get(VARIABLE, ""), kept_language(), *QLocale.system().uiLanguages())
    return next((name for name in (one[:2].lower() for one in said) if name in LANGUAGES), SOURCE)


LANGUAGE = settled()
_CATALOGUE = QTranslator()
_CATALOGUE.load(str(FOLDER / f"ussr_{LANGUAGE}.qm"))


def tr(text: str, count: int | None = None) -> str:
    """``text`` in the language of the window; of a ``count`` the form that fits it, with ``%n`` for the number."""
    found = entry(CONTEXT, text, count) or text
    return found if count is None else found.replace("%n", str(count))


def entry(context: str, text: str, count: int | None = None) -> str:
    """What the catalogue has for ``text``; empty where it has nothing."""
    found = _CATALOGUE.translate(context, text, None, -1 if count is None else count) if text else ""
    return found or ""


def speak(app: QCoreApplication) -> None:
    """Let Qt's own words, on the buttons of its dialogs, be of the language of the window."""
    own = QTranslator(app)
    if own.load(f"qtbase_{LANGUAGE}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(own)


def marked(text: str) -> str:
    """``text`` as it is, but entered in the catalogues: ``tr`` puts it in other words where it is shown."""
    return text

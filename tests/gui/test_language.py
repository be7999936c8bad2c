"""The window in another language."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from ussr_gui.settings import LANGUAGE, kept_language
from ussr_gui.wishes import GESTURES, MENUS, WISHES

ROOT = Path(__file__).resolve().parents[2]
SAME = {"Loupe", "Inferno", "Viridis", "English", "Français", "Distance", "Angle", "Guide"}
"""Words that are French as well."""
ENGLISH = re.compile(
    r"\b(the|of|and|with|is|are|this|that|scan|scans|picture|pictures|open|save|show|choose|first|there|no|to|from)\b",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def french(tmp_path_factory: pytest.TempPathFactory) -> dict:
    """What a window says that was started in French, its words at twice their size."""
    folder = tmp_path_factory.mktemp("french")
    own = {name: str(folder) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")}
    made = subprocess.run(
        [sys.executable, "-m", "tests.gui.in_french", "200", str(folder / "runs")],
        env={**os.environ, **own, "USSR_LANGUAGE": "fr", "PYTHONPATH": f"{ROOT}{os.pathsep}{os.environ['PYTHONPATH']}"},
        cwd=ROOT, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert made.returncode == 0, made.stderr
    return json.loads(made.stdout)


def test_menus_are_french_and_each_has_its_letter(french) -> None:
    assert french["language"] == "fr"
    assert french["menus"][0] == "&Fichier"
    letters = [menu.partition("&")[2][0].upper() for menu in french["menus"]]
    assert len(letters) == len(set(letters)) == len(MENUS)
    own = {keys for wish in WISHES for keys in wish.keys}
    assert not own & {f"Alt+{letter}" for letter in letters}


def test_no_action_and_no_gesture_is_left_in_english(french) -> None:
    for wish in WISHES:
        text, tip, why_not, path = french["actions"][wish.id]
        assert text != wish.text or text in SAME, text
        assert tip != wish.tip, tip
        for words in (text, tip, why_not, path):
            assert not ENGLISH.search(words), words
    assert not {what for what, _ in GESTURES} & {what for what, _ in french["gestures"]} - {"Tab, Shift+Tab"}


def test_panels_and_pages_say_no_english_word(french) -> None:
    said = [words for words in french["words"] if ENGLISH.search(words)]
    assert not [words for words in said if not re.fullmatch(r".*(/|ussr-engine|\.\w{2,4}$|USSR results).*", words)]
    assert "Polissage" in french["words"]
    assert any(words.startswith("Trouve comment l’échographie a été faite") for words in french["words"])


def test_a_sentence_of_the_engine_is_french_where_it_is_shown(french) -> None:
    assert french["refused"] == ["a.png est vide (0 octet).", "Copiez-le à nouveau depuis sa source."]
    assert "a.png est vide (0 octet)." in french["words"]


def test_at_twice_the_size_no_french_word_is_cut(french) -> None:
    assert french["cut"] == []


def test_another_language_is_kept_for_the_next_start(window) -> None:
    window.actions_["language_fr"].trigger()
    assert kept_language() == "fr"
    assert "started again" in window.status.words
    window.actions_["language_system"].trigger()
    assert kept_language() == ""
    assert window.settings.text(LANGUAGE) == ""

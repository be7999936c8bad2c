"""Licences under About: of everything, live or as they were kept in the bundle."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QPushButton

from ussr_gui import help as pages
from ussr_gui import licences
from ussr_gui.licences import Notice, needed, notice_of, notices
from ussr_gui.panels.licences import LicencesPage


def test_every_package_that_the_program_needs_has_a_notice_with_a_licence():
    found = {notice.name.lower().replace("_", "-"): notice for notice in notices()}
    assert next(iter(found)) == "ussr"
    assert {"torch", "pyside6-essentials", "shiboken6", "numpy", "pydicom", "sympy"} <= set(found)
    assert all(notice.licence and notice.text for notice in found.values())
    assert found["pyside6-essentials"].licence.startswith("LGPL-3.0-only")
    assert "Redistribution and use" in found["torch"].text


def test_packages_of_extras_are_not_named():
    assert not {"pytest", "ruff", "distributed", "pyinstaller"} & {
        one.metadata["Name"].lower() for one in needed("ussr")
    }


def test_a_bundle_shows_the_notices_that_were_kept_in_it(tmp_path: Path, monkeypatch):
    kept = [notice_of(next(needed("numpy"))), Notice("ussr", "9.9", "MIT", "Do as you like.\n\nWithout warranty.")]
    for number, notice in enumerate(kept):
        (tmp_path / f"{number}.txt").write_text(notice.written(), encoding="utf-8")
    monkeypatch.setattr(licences, "FOLDER", tmp_path)
    found = notices()
    assert [notice.name for notice in found] == ["ussr", "numpy"]
    assert found[0].text == "Do as you like.\n\nWithout warranty.\n"
    assert (found[1].licence, found[1].text.strip()) == (kept[0].licence, kept[0].text.strip())


def test_about_leads_to_the_licences_where_a_few_letters_find_one(qtbot, window):
    about = pages.about_page(window, {})
    next(button for button in about.findChildren(QPushButton) if button.text() == "Licences…").click()
    (page,) = window.findChildren(LicencesPage)
    qtbot.waitUntil(lambda: page.list.count() > 20, timeout=20_000)
    page.field.setText("pydicom")
    shown = [page.list.item(line).text() for line in range(page.list.count()) if not page.list.item(line).isHidden()]
    assert [words.partition(" ")[0] for words in shown] == ["pydicom"]
    assert "pydicom" in page.text.toPlainText()
    next(button for button in page.findChildren(QPushButton) if button.text() == "Close").click()
    about.close()
    assert not page.isVisible()

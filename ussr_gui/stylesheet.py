"""The one stylesheet of the window, as a template over a palette.

What widgets say of themselves, by property:
``role`` of a label (title, h1, h2, h2ok, h2warn, figure, caption, dim, small, strong, faint, chip, key, fixed, ok,
warn, error, accent); ``primary``, ``link``, ``big`` and ``answer`` (right, wrong) of a button; ``row`` and ``selected``
of a list row; ``ring`` (set by ``theme``: the keyboard brought the focus here).  By object name: ``panel``,
``dockhead``, ``section``, ``segments``, ``toolrow``, ``menurow``, ``statusrow``, ``viewbar``, ``card``, ``drop``,
``errorcard``, ``details``, ``pane``, ``panehead``, ``palette``, ``guidepage``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from string import Template

ICONS = Path(__file__).with_name("icons")

_GROUND = """
QWidget { font-size: 13px; color: $text; outline: 0; }
QMainWindow, QDialog, QWidget#centre, QFrame#viewbar { background: $window; }
QMainWindow::separator { background: $window; width: 4px; height: 4px; }
QMainWindow::separator:hover, QSplitter::handle:hover { background: $accent; }
QSplitter::handle { background: $window; }
QToolTip { background: $raised; color: $text; border: 1px solid $field; padding: 4px 8px; }
QWidget#menurow, QWidget#toolrow { background: $panel; border-bottom: 1px solid $line; }
QStatusBar { background: $panel; border-top: 1px solid $line; }
QWidget#statusrow { background: $panel; border: 0; }
QStatusBar::item { border: 0; }
QToolBar { background: $panel; border: 0; border-bottom: 1px solid $line; spacing: 4px; padding: 6px 8px; }
QToolBar::separator { background: $line; width: 1px; margin: 6px 4px; }
QToolButton#qt_toolbar_ext_button, QToolButton#qt_menubar_ext_button { padding: 0; margin: 0; border: 0; }
QMenuBar { background: $panel; border: 0; padding: 4px 6px; }
QMenuBar::item { padding: 5px 9px; border-radius: 4px; background: transparent; color: $dim; }
QMenuBar::item:selected { background: $hover; color: $text; }
QMenu { background: $raised; border: 1px solid $field; padding: 4px; }
QMenu::item { padding: 5px 28px 5px 24px; border-radius: 4px; }
QMenu::item:selected { background: $select; }
QMenu::item:disabled { color: $disabled; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QMenu::icon { padding-left: 6px; }
QWidget#panel, QScrollArea, QScrollArea > QWidget > QWidget#panel { background: $panel; border: 0; }
QScrollArea#ground { background: $window; }
QFrame#dockhead, QFrame#panehead { background: $panel; border: 0; border-bottom: 1px solid $line; }
QFrame#section { border: 0; border-top: 1px solid $line; }
QFrame#vline { background: $line; max-width: 1px; min-width: 1px; }
QDockWidget { titlebar-close-icon: none; titlebar-normal-icon: none; }
QDockWidget::title { background: $panel; padding: 8px 12px; border-bottom: 1px solid $line; font-weight: 600; }
QFrame#pane { background: $well; border: 1px solid $line; }
QFrame#pane[active="true"] { border: 1px solid $accent; }
QFrame#card { background: $panel; border: 1px solid $line; border-radius: 8px; }
QFrame#palette { background: $panel; border: 1px solid $edge; border-radius: 8px; }
QFrame#palette QListView { border: 0; background: transparent; }
QFrame#drop { background: $panel; border: 1px dashed $edge; border-radius: 10px; }
QFrame#drop[over="true"] { background: $select; border: 1px dashed $accent; }
QFrame#errorwell { background: $well; }
QFrame#errorcard { background: $panel; border: 1px solid $line; border-left: 3px solid $error; border-radius: 6px; }
QFrame#details { background: $window; border: 0; border-radius: 5px; }
"""

_LABELS = """
QLabel { background: transparent; }
QLabel[role="title"] { font-weight: 600; }
QLabel[role="h1"] { font-size: 22px; font-weight: 600; }
QLabel[role="h2"] { font-size: 15px; font-weight: 600; }
QLabel[role="h2ok"] { font-size: 15px; font-weight: 600; color: $ok; }
QLabel[role="h2warn"] { font-size: 15px; font-weight: 600; color: $warn; }
QLabel[role="figure"] { font-size: 20px; font-weight: 600; }
QLabel[role="caption"] { font-size: 15px; }
QLabel[role="dim"] { color: $dim; }
QLabel[role="small"] { color: $dim; font-size: 12px; }
QLabel[role="strong"] { font-size: 12px; font-weight: 600; }
QLabel[role="faint"] { color: $faint; font-size: 12px; }
QLabel[role="fixed"] { color: $dim; font-size: 12px; font-family: $fixed; }
QLabel[role="ok"] { color: $ok; font-size: 12px; }
QLabel[role="warn"] { color: $warn; font-size: 12px; }
QLabel[role="error"] { color: $error; font-size: 12px; }
QLabel[role="accent"] { color: $accent; font-size: 12px; }
QLabel[role="light"] { color: $mark; font-size: 12px; }
QLabel[role="key"] { color: $dim; font-size: 11px; font-weight: 600; background: $hover; border-radius: 3px;
                     padding: 1px 6px; }
QLabel[role="chip"] { color: $accent; font-size: 11px; font-weight: 600; background: $select; border-radius: 3px;
                      padding: 1px 6px; }
QLabel:disabled { color: $disabled; }
"""

_BUTTONS = """
QPushButton { background: $raised; border: 1px solid $field; border-radius: 5px; padding: 0 12px; min-height: 28px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed, QPushButton:checked { background: $pressed; }
QPushButton:disabled { color: $disabled; background: $panel; border-color: $line; }
QPushButton[primary="true"] { background: $fill; border-color: $fill; color: $on_fill; font-weight: 600; }
QPushButton[primary="true"]:hover { background: $fill_hover; }
QPushButton[primary="true"]:pressed { background: $fill; }
QPushButton[primary="true"]:disabled { background: $raised; border-color: $line; color: $disabled; }
QPushButton[link="true"] { background: transparent; border-color: transparent; color: $accent; padding: 0 4px; }
QPushButton[link="true"]:hover { background: $hover; }
QPushButton[link="true"]:disabled { color: $disabled; background: transparent; border-color: transparent; }
QPushButton[big="true"] { min-height: 44px; font-size: 15px; }
QPushButton[answer="right"] { border: 2px solid $ok; }
QPushButton[answer="wrong"] { border: 2px solid $warn; }
QPushButton[answer="right"] QLabel:disabled, QPushButton[answer="wrong"] QLabel:disabled { color: $text; }
QPushButton[ring="true"]:focus { border: 2px solid $accent; padding: 0 11px; min-height: 26px; }
QPushButton[link="true"][ring="true"]:focus { padding: 0 3px; }
QPushButton[big="true"][ring="true"]:focus { min-height: 42px; }
QPushButton[primary="true"][ring="true"]:focus { border: 2px solid $text; }
QToolButton { background: transparent; border: 2px solid transparent; border-radius: 5px; padding: 4px; color: $dim; }
QToolButton:hover { background: $hover; color: $text; }
QToolButton:pressed { background: $pressed; }
QToolButton:checked { background: $select; color: $text; }
QToolButton:disabled { color: $disabled; background: transparent; }
QToolButton[big="true"] { font-size: 12px; padding: 3px 2px 2px 2px; }
QToolButton[ring="true"]:focus { border: 2px solid $accent; }
QToolButton::menu-indicator { image: none; }
QPushButton::menu-indicator { image: url("$chevron"); width: 12px; subcontrol-position: right center; right: 8px; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QFrame#segments { background: $window; border: 1px solid $edge; border-radius: 5px; }
QFrame#segments:disabled { border-color: $line; }
QFrame#segments QPushButton { background: transparent; border: 0; border-radius: 4px; color: $dim; padding: 0 6px;
                              min-height: 24px; }
QFrame#segments QPushButton:hover { color: $text; }
QFrame#segments QPushButton:checked { background: $pressed; color: $text; font-weight: 600; }
QFrame#segments QPushButton:disabled { color: $disabled; }
QFrame#segments QPushButton[ring="true"]:focus { border: 2px solid $accent; padding: 0 4px; min-height: 20px; }
QCheckBox, QRadioButton { spacing: 8px; background: transparent; min-height: 24px; }
QCheckBox:disabled, QRadioButton:disabled { color: $disabled; }
QCheckBox::indicator { width: 14px; height: 14px; border: 1px solid $edge; border-radius: 3px; background: $input; }
QCheckBox::indicator:hover { border-color: $dim; }
QCheckBox::indicator:checked { background: $fill; border-color: $fill; image: url("$check"); }
QCheckBox::indicator:disabled { border-color: $line; background: $panel; }
QCheckBox[ring="true"]:focus::indicator { border: 2px solid $accent; width: 12px; height: 12px; }
QFrame[row="true"], QAbstractButton[row="true"] { background: transparent; border: 2px solid transparent;
                                                  border-radius: 5px; min-height: 0; }
QFrame[row="true"]:hover, QAbstractButton[row="true"]:hover { background: $hover; }
QFrame[row="true"][selected="true"] { background: $select; }
QFrame[row="true"][ring="true"], QAbstractButton[row="true"][ring="true"]:focus { border: 2px solid $accent; }
"""

_FIELDS = """
QComboBox, QLineEdit, QAbstractSpinBox, QPlainTextEdit, QTextEdit {
    background: $input; border: 1px solid $edge; border-radius: 5px; padding: 0 8px; min-height: 26px;
    selection-background-color: $fill; selection-color: $on_fill; }
QComboBox:hover, QLineEdit:hover, QAbstractSpinBox:hover { border-color: $dim; }
QComboBox:focus, QLineEdit:focus, QAbstractSpinBox:focus, QPlainTextEdit:focus, QTextEdit:focus {
    border: 2px solid $accent; padding: 0 7px; min-height: 24px; }
QComboBox:disabled, QLineEdit:disabled, QAbstractSpinBox:disabled { color: $disabled; border-color: $line; }
QComboBox::drop-down { border: 0; width: 24px; }
QComboBox::down-arrow { image: url("$chevron"); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: $raised; border: 1px solid $field; padding: 4px;
                              selection-background-color: $select; selection-color: $text; }
QAbstractSpinBox { padding: 0 0 0 6px; max-height: 26px; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit { border: 0; padding: 0; min-height: 0; background: transparent; }
QAbstractSpinBox:focus { padding: 0 0 0 5px; max-height: 24px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { background: transparent; border: 0; width: 20px; }
QAbstractSpinBox::up-button { subcontrol-position: top right; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; }
QAbstractSpinBox::up-arrow { image: url("$chevron_up"); width: 10px; height: 10px; }
QAbstractSpinBox::down-arrow { image: url("$chevron"); width: 10px; height: 10px; }
QPlainTextEdit, QTextEdit { padding: 6px 8px; }
QPlainTextEdit:focus, QTextEdit:focus { padding: 5px 7px; }
QTextEdit#guidepage, QTextEdit#guidepage:focus { background: $panel; border: 0; border-radius: 0; padding: 0; }
QProgressBar { background: $hover; border: 0; border-radius: 3px; max-height: 6px; min-height: 6px;
               color: transparent; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QProgressBar[kind="memory"]::chunk { background: $faint; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: $field; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 2px; }
QSlider::handle:horizontal { background: $text; width: 14px; height: 14px; margin: -5px 0; border-radius: 6px; }
QSlider[ring="true"]:focus::handle:horizontal { background: $accent; }
"""

_LISTS = """
QTabWidget::pane { border: 0; background: $panel; }
QTabBar { background: $panel; border: 0; qproperty-drawBase: 0; }
QTabBar::tab { background: $panel; color: $dim; padding: 0 14px; height: 32px; border: 0;
               border-bottom: 2px solid transparent; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; font-weight: 600; border-bottom: 2px solid $accent; }
QTabBar[ring="true"]::tab:selected:focus { background: $select; }
QAbstractItemView { background: $panel; alternate-background-color: $panel; border: 0; gridline-color: $line;
                    selection-background-color: $select; selection-color: $text; }
QTableView::item { padding: 0 8px; border: 0; }
QTreeView::item { min-height: 24px; }
QListView::item { border-radius: 5px; padding: 4px 8px; }
QAbstractItemView::item:hover { background: $hover; }
QAbstractItemView::item:selected { background: $select; color: $text; }
QAbstractItemView[ring="true"]:focus { border: 2px solid $accent; }
QHeaderView, QHeaderView::section { background: $panel; color: $faint; font-size: 12px; font-weight: 600; border: 0; }
QHeaderView::section { padding: 0 8px 0 11px; border-bottom: 1px solid $line; }
QTableCornerButton::section { background: $panel; border: 0; }
QScrollBar { background: transparent; border: 0; margin: 0; }
QScrollBar:vertical { width: 10px; }
QScrollBar:horizontal { height: 10px; }
QScrollBar::handle { background: $field; border: 2px solid $panel; border-radius: 5px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: $edge; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""

_TEMPLATE = Template(_GROUND + _LABELS + _BUTTONS + _FIELDS + _LISTS)


def stylesheet(colours: Mapping[str, str], fixed_font: str, scale: float = 1.0) -> str:
    """The stylesheet in a palette's colours; ``scale`` multiplies every size but hairlines."""
    words = _TEMPLATE.substitute(
        colours,
        fixed=f'"{fixed_font}"',
        chevron=(ICONS / "chevron-down.svg").as_posix(),
        chevron_up=(ICONS / "chevron-up.svg").as_posix(),
        check=(ICONS / "check.svg").as_posix(),
    )

    def scaled(size: re.Match[str]) -> str:
        pixels = int(size[1])
        return f"{pixels if abs(pixels) < 3 else round(pixels * scale)}px"

    return re.sub(r"(-?\d+)px", scaled, words)

"""The passport of an export: distances before and after, read back by another reader, row by row."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ussr_engine.passport import Passport
from ussr_gui.interpreting import interpreted
from ussr_gui.language import tr
from ussr_gui.panels.parts import Button, label, row

HEADS = (tr("What"), tr("Source"), tr("Export"), tr("Agrees"))


class PassportDialog(QDialog):
    """A page that stays beside the window until it is closed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Calibration passport"))
        self.setModal(False)
        self.heading = label(role="small", wraps=True)
        self.table = QTableWidget(0, len(HEADS))
        self.table.setAccessibleName(tr("Passport"))
        self.table.setHorizontalHeaderLabels(HEADS)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().setSectionResizeMode(HEADS.index(tr("Export")), QHeaderView.ResizeMode.Stretch)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        close = Button(tr("Close"))
        close.clicked.connect(self.close)
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 16, 16, 16)
        box.setSpacing(12)
        box.addWidget(self.heading)
        box.addWidget(self.table, 1)
        box.addLayout(row(None, close))

    def show_passport(self, name: str, passport: Passport) -> None:
        """Open on what was found in the file of that name."""
        distances = sum(" mm" in check.source for check in passport.rows)
        measured = (
            tr("{distances} distances and positions agree to 0.1 %").format(distances=distances)
            if distances
            else tr("it holds no millimetres")
        )
        self.heading.setText(
            tr(
                "{name} was read again by a second reader and held against its source: {count} checks, {measured}."
            ).format(name=name, count=len(passport.rows), measured=measured)
        )
        self.table.setRowCount(len(passport.rows))
        for number, check in enumerate(passport.rows):
            words = (
                *map(interpreted, (check.what, check.source, check.export)),
                tr("yes") if check.agrees else tr("no"),
            )
            for column, word in enumerate(words):
                self.table.setItem(number, column, QTableWidgetItem(word))
        self.table.resizeColumnsToContents()
        wide = sum(self.table.sizeHintForColumn(column) for column in range(len(HEADS)))
        high = self.table.rowHeight(0) * (len(passport.rows) + 2)
        self.resize(min(wide + 100, 960), min(high + 130, 760))
        self.show()

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
from ussr_gui.panels.parts import Button, label, row

HEADS = ("What", "Source", "Export", "Agrees")


class PassportDialog(QDialog):
    """A page that stays beside the window until it is closed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Calibration passport")
        self.setModal(False)
        self.heading = label(role="small", wraps=True)
        self.table = QTableWidget(0, len(HEADS))
        self.table.setAccessibleName("Passport")
        self.table.setHorizontalHeaderLabels(HEADS)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().setSectionResizeMode(HEADS.index("Export"), QHeaderView.ResizeMode.Stretch)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        close = Button("Close")
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
        measured = f"{distances} distances and positions agree to 0.1 %" if distances else "it holds no millimetres"
        self.heading.setText(
            f"{name} was read again by a second reader and held against its source: {len(passport.rows)} checks, "
            f"{measured}."
        )
        self.table.setRowCount(len(passport.rows))
        for number, check in enumerate(passport.rows):
            words = (check.what, check.source, check.export, "yes" if check.agrees else "no")
            for column, word in enumerate(words):
                self.table.setItem(number, column, QTableWidgetItem(word))
        self.table.resizeColumnsToContents()
        wide = sum(self.table.sizeHintForColumn(column) for column in range(len(HEADS)))
        high = self.table.rowHeight(0) * (len(passport.rows) + 2)
        self.resize(min(wide + 100, 960), min(high + 130, 760))
        self.show()

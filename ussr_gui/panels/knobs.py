"""Controls drawn from the declarations of knobs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QToolButton, QVBoxLayout, QWidget

from ussr_engine.errors import BadRequest
from ussr_engine.events import KnobGroup
from ussr_engine.knobs import Knob, Value
from ussr_gui import theme
from ussr_gui.icons import icon
from ussr_gui.interpreting import interpreted
from ussr_gui.language import tr
from ussr_gui.panels.parts import Button, Choice, Field, Whole, label, row

WIDEST = 2**31 - 1


class KnobForm(QWidget):
    """The knobs of one method: the usual ones, and the rest behind "Advanced"."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._knobs: dict[str, Knob] = {}
        self._fields: dict[str, Field] = {}
        self._reset = Button(tr("Reset"), kind="link")
        self._reset.setToolTip(tr("Turn every knob back to what the method proposes"))
        self._reset.clicked.connect(self.reset)
        self._more = QToolButton()
        self._more.setCheckable(True)
        self._more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._more.toggled.connect(self._unfold)
        self._error = label(role="error", wraps=True)
        self._error.hide()
        self._usual, self._advanced = QWidget(), QWidget()
        self._rows = {False: QVBoxLayout(self._usual), True: QVBoxLayout(self._advanced)}
        for rows in self._rows.values():
            rows.setContentsMargins(0, 0, 0, 0)
            rows.setSpacing(8)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addLayout(row(label(tr("Knobs"), "title"), None, self._reset))
        for part in (self._usual, self._error, self._more, self._advanced):
            box.addWidget(part)
        self._unfold(False)

    def show_groups(self, groups: Sequence[KnobGroup], turned: Mapping[str, Value]) -> None:
        """Draw other knobs; ``turned`` are values that differ from what the method proposes."""
        for field in self._fields.values():
            field.hide()  # else its layout, which shows it a moment later, would make it a window of its own
            field.setParent(None)
            field.deleteLater()
        self._knobs = {f"{group.name}.{knob.name}": knob for group in groups for knob in group.knobs}
        self._fields = {
            name: Field(_label(knob), self._control(knob), _tip(knob)) for name, knob in self._knobs.items()
        }
        for name, field in self._fields.items():
            self._rows[self._knobs[name].advanced].addWidget(field)
        self._turn({name: knob.default for name, knob in self._knobs.items()} | self._sound(turned))
        self._usual.setVisible(any(not knob.advanced for knob in self._knobs.values()))
        self._unfold(self._more.isChecked())
        self._listen()

    @property
    def values(self) -> dict[str, Value]:
        """Knobs that the person turned away from their default, parsed; raises BadRequest with a sentence."""
        parsed = {name: knob.parse(self._read(name)) for name, knob in self._knobs.items()}
        return {name: value for name, value in parsed.items() if value != self._knobs[name].default}

    @property
    def problem(self) -> str:
        """Why the knobs cannot be used as they stand; empty when they can."""
        try:
            _ = self.values
        except BadRequest as error:
            return interpreted(error.words)
        return ""

    def control(self, name: str) -> QWidget:
        return self._fields[name].control

    def turn(self, name: str, value: Value) -> None:
        """Turn one knob, by its full name."""
        self._turn({name: value})
        self._listen()

    def written(self, name: str) -> Value:
        """What one knob's control says, as it stands."""
        return self._read(name)

    def has(self, name: str) -> bool:
        return name in self._knobs

    @Slot()
    def reset(self) -> None:
        self._turn({name: knob.default for name, knob in self._knobs.items()})
        self._listen()

    def _control(self, knob: Knob) -> QWidget:
        made: QWidget
        if knob.kind == "bool":
            made = QCheckBox()
            made.toggled.connect(self._listen)
        elif knob.kind == "choice":
            made = Choice(_label(knob))
            for choice in knob.choices:
                made.addItem(choice, choice)
            made.currentIndexChanged.connect(self._listen)
        elif knob.kind == "int" and knob.low is not None and knob.high is not None and knob.high <= WIDEST:
            made = Whole(_label(knob), int(knob.low), int(knob.high))
            made.setSuffix(f" {interpreted(knob.unit)}" if knob.unit else "")
            made.valueChanged.connect(self._listen)
        else:
            made = QLineEdit()
            made.textChanged.connect(self._listen)
        made.setAccessibleName(_label(knob))
        made.setAccessibleDescription(interpreted(knob.says))
        return made

    def _read(self, name: str) -> Value:
        match self._fields[name].control:
            case QCheckBox() as box:
                return box.isChecked()
            case Choice() as choice:
                return str(choice.currentData())
            case Whole() as whole:
                return whole.value()
            case QLineEdit() as line:
                text = line.text().strip()
                # What is shown of a default has six digits; the default itself may have more.
                return self._knobs[name].default if text == _written(self._knobs[name].default) else text
        raise TypeError(name)

    def _sound(self, values: Mapping[str, Value]) -> dict[str, Value]:
        """Those values that a knob can have: they may come from a file of another day."""
        sound: dict[str, Value] = {}
        for name, knob in self._knobs.items():
            with suppress(BadRequest, TypeError, ValueError, OverflowError):
                if isinstance(values.get(name), bool | int | float | str):
                    sound[name] = knob.parse(values[name])
        return sound

    def _turn(self, values: Mapping[str, Value]) -> None:
        for name, value in values.items():
            match self._fields[name].control if name in self._fields else None:
                case QCheckBox() as box:
                    box.setChecked(bool(value))
                case Choice() as choice:
                    choice.choose(str(value))
                case Whole() as whole:
                    whole.setValue(int(value))
                case QLineEdit() as line:
                    line.setText(_written(value))

    @Slot()
    def _listen(self) -> None:
        problem = self.problem
        self._error.setText(problem)
        self._error.setVisible(bool(problem))
        self._reset.setEnabled(bool(problem) or bool(self.values))
        self.changed.emit()

    @Slot(bool)
    def _unfold(self, on: bool) -> None:
        count = sum(knob.advanced for knob in self._knobs.values())
        self._more.setVisible(count > 0)
        self._more.setText(tr("Advanced, %n more", count) if not on else tr("Advanced"))
        self._more.setIcon(icon("chevron-down" if on else "chevron-right"))
        self._advanced.setVisible(on and count > 0)
        theme.mark(self._more, open=on)


def _written(value: Value) -> str:
    """A value as its field shows it."""
    return f"{value:g}" if isinstance(value, float) else str(value)


def _label(knob: Knob) -> str:
    return interpreted(knob.label)


def _tip(knob: Knob) -> str:
    unit = f" {interpreted(knob.unit)}" if knob.unit else ""
    reach = (
        " " + tr("From {low:g} to {high:g}{unit}.").format(low=knob.low, high=knob.high, unit=unit)
        if knob.low is not None and knob.high is not None
        else ""
    )
    says = interpreted(knob.says)
    says = says[:1].upper() + says[1:]
    return f"{says}.{reach}" if says else reach.strip()

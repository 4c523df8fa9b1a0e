"""Every small part side by side, so that the look is judged as a whole."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.theme.theme import Theme
from ui.widgets.busy import BusyLine
from ui.widgets.chips import Chip
from ui.widgets.choice import ChoiceCombo
from ui.widgets.empty import EmptyState
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import ElidedLabel, PlainLabel
from ui.widgets.messages import MessageBar
from ui.widgets.segments import SegmentedChoice
from ui.widgets.style import set_mark, set_role

_SHIFTS = (
    ("R1", "Mer hälsofrämjande och förebyggande insatser"),
    ("R2", "Ökad personcentrering och delaktighet"),
    ("R3", "Stärkt gemensam primärvård"),
    ("R4", "Öppnare vårdformer"),
)
_WORDS = ("title", "heading", "", "muted", "small", "field-label", "ok", "warning", "danger")


class Gallery(QWidget):
    """All parts, with words as they stand in the program."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Lay them out."""
        super().__init__(parent)
        self._theme = theme
        self.setWindowTitle(self.tr("Delar"))
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(0)
        self._build_messages()
        inside = QWidget()
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        body = QHBoxLayout(inside)
        body.setContentsMargins(*(theme.px(24),) * 4)
        body.setSpacing(theme.px(32))
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        for side in (self._left, self._right):
            side.setSpacing(theme.px(8))
            body.addLayout(side, 1)
        self._outer.addWidget(area, 1)
        self._build_words()
        self._build_inputs()
        self._build_buttons()
        self._build_chips()
        self._right.addWidget(self._empty(), 1)

    def _build_messages(self) -> None:
        bar = MessageBar(self._theme, self)
        bar.show_message(self.tr("Planen är sparad i planfilen."), "ok")
        lost = self.tr("USB-minnet är borta. Det du skriver sparas på datorn så länge.")
        bar.show_message(lost, "warning", self.tr("Spara en kopia…"), bar.hide)
        self._outer.addWidget(bar)

    def _build_words(self) -> None:
        for role in _WORDS:
            label = ElidedLabel(self.tr("Gemensam rutin för SIP vid utskrivning"), self)
            set_role(label, role)
            self._left.addWidget(label)

    def _build_inputs(self) -> None:
        search = QLineEdit(self)
        search.setPlaceholderText(self.tr("Sök i planen"))
        search.setAccessibleName(self.tr("Sök i planen"))
        wrong = QLineEdit("Q5 2026", self)
        wrong.setAccessibleName(self.tr("Klar senast"))
        set_mark(wrong, "wrong", True)
        combo = ChoiceCombo([(1, "Älvsbyns kommun"), (2, "Piteå kommun")], self)
        combo.setAccessibleName(self.tr("Ansvarig huvudman"))
        size = SegmentedChoice(
            [(1, self.tr("Ljust")), (2, self.tr("Mörkt"))], self.tr("Utseende"), self
        )
        size.choose(1)
        checks = QHBoxLayout()
        for box in (QCheckBox(self.tr("Täta rader"), self), QRadioButton(self.tr("Alla"), self)):
            box.setChecked(True)
            checks.addWidget(box)
        checks.addStretch(1)
        for widget in (search, wrong, combo, size):
            self._left.addWidget(widget)
        self._left.addLayout(checks)
        self._left.addStretch(1)

    def _build_buttons(self) -> None:
        box = QWidget(self)
        flow = FlowLayout(box, gap=self._theme.px(8))
        for role in ("primary", "secondary", "quiet", "danger"):
            button = QPushButton(self.tr("Ny åtgärd"), box)
            button.setIcon(self._theme.icon("add", _token(role)))
            set_role(button, role)
            flow.addWidget(button)
        off = QPushButton(self.tr("Ångra"), box)
        off.setIcon(self._theme.icon("undo"))
        off.setEnabled(False)
        flow.addWidget(off)
        opener = QToolButton(box)
        opener.setText(self.tr("Gruppera: riktning"))
        menu = QMenu(opener)
        menu.addAction(self.tr("Huvudman"))
        opener.setMenu(menu)
        opener.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        set_role(opener, "chip")
        flow.addWidget(opener)
        self._right.addWidget(box)

    def _build_chips(self) -> None:
        box = QWidget(self)
        flow = FlowLayout(box, gap=self._theme.px(6))
        for number, (shift, name) in enumerate((one, self.tr(said)) for one, said in _SHIFTS):
            choice = number % 2 == 0
            chip = Chip(name, self._theme, box, dot=shift, checkable=choice, removable=not choice)
            chip.setChecked(number == 0)
            chip.setToolTip(name)
            flow.addWidget(chip)
        self._right.addWidget(box)
        busy = BusyLine(self._theme, self)
        busy.start(self.tr("Läser planfilen…"))
        busy.show()
        self._right.addWidget(busy)
        self._right.addWidget(PlainLabel("2026-11-18 14:32:05", self))

    def _empty(self) -> EmptyState:
        return EmptyState(
            "list",
            self.tr("Inga åtgärder än"),
            self.tr("Skriv den första, eller klistra in rader från Excel."),
            self.tr("Ny åtgärd"),
            theme=self._theme,
            parent=self,
        )


def _token(role: str) -> str:
    return {"primary": "on_primary", "danger": "danger"}.get(role, "ink")

"""The values of one filter to tick, with how many rows each would show; beneath its chip."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.plan.facets import Choice
from ui.theme.theme import Theme
from ui.widgets.style import set_role

_WIDEST = 460


class ChoicePopup(QFrame):
    """Boxes to tick; every tick counts at once. Enter or Esc closes."""

    changed = Signal(object)  # frozenset of keys
    gone = Signal()

    def __init__(self, title: str, none: str, theme: Theme, parent: QWidget) -> None:
        """Build it; `none` is what rows without a value are called. `open_at` shows it."""
        super().__init__(parent, Qt.WindowType.Popup)
        self._theme = theme
        self._none = none
        self._boxes: dict[str, QCheckBox] = {}
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(title)
        set_role(self, "popup")
        self._list = QWidget(self)
        self._lines = QVBoxLayout(self._list)
        margin = theme.px(8)
        self._lines.setContentsMargins(margin, margin, margin, margin)
        self._lines.setSpacing(theme.px(2))
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self._list)
        self._around = QVBoxLayout(self)
        self._around.setContentsMargins(1, 1, 1, margin)
        self._around.addWidget(self._area)

    def _build_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        margin = self._theme.px(8)
        row.setContentsMargins(margin, 0, margin, 0)
        self.clear = QPushButton(self.tr("Visa alla"), self)
        set_role(self.clear, "small-button")
        self.clear.clicked.connect(self._on_clear)
        close = QPushButton(self.tr("Stäng"), self)
        set_role(close, "small-button")
        close.clicked.connect(self.close)
        row.addWidget(self.clear)
        row.addStretch(1)
        row.addWidget(close)
        return row

    def show_choices(self, choices: Sequence[Choice], chosen: frozenset[str]) -> None:
        """Show the values, those chosen ticked."""
        for one in choices:
            word = one.label[:1].upper() + one.label[1:] if one.label else self._none
            box = QCheckBox(f"{word} ({one.count})".replace("&", "&&"), self._list)
            box.setAccessibleName(self.tr("{value}, {n} rader").format(value=word, n=one.count))
            box.setChecked(one.key in chosen)
            box.toggled.connect(self._on_toggled)
            self._boxes[one.key] = box
            self._lines.addWidget(box)
        self._lines.addStretch(1)
        self._around.addLayout(self._build_buttons())  # after the boxes also for Tab
        self.clear.setEnabled(bool(chosen))

    def open_at(self, widget: QWidget) -> None:
        """Show it beneath a widget, as high as the screen allows."""
        wanted = self._list.sizeHint()
        corner = widget.mapToGlobal(QPoint(0, widget.height() + self._theme.px(2)))
        screen = QGuiApplication.screenAt(corner) or widget.screen()
        room = screen.availableGeometry()
        buttons = self.clear.sizeHint().height() + self._theme.px(20)
        width = min(wanted.width() + self._theme.px(20), self._theme.px(_WIDEST), room.width())
        height = min(wanted.height() + buttons, room.bottom() - corner.y())
        corner.setX(max(room.left(), min(corner.x(), room.right() - width)))
        self.setGeometry(corner.x(), corner.y(), max(width, self._theme.px(200)), height)
        self.show()
        first = next(iter(self._boxes.values()), None)
        (first or self.clear).setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Enter and Esc."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            self.close()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell that it is closed."""
        super().hideEvent(event)
        self.gone.emit()

    def _on_toggled(self) -> None:
        chosen = frozenset(key for key, box in self._boxes.items() if box.isChecked())
        self.clear.setEnabled(bool(chosen))
        self.changed.emit(chosen)

    def _on_clear(self) -> None:
        for box in self._boxes.values():
            box.blockSignals(True)
            box.setChecked(False)
            box.blockSignals(False)
        self._on_toggled()

"""A row of the start screen: one plan opened lately, as much as helps to choose."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from nvworkshop.session.recents import Recent
from nvworkshop.session.summary import said_when
from ui.start.card import CardButton
from ui.theme.theme import Theme
from ui.widgets.labels import ElidedLabel
from ui.widgets.style import set_role

_COLOURS = ("R3", "R4", "R1", "R2")


class RecentRow(CardButton):
    """One plan: name, huvudmän, counts, how complete, state and when it was last changed."""

    forget = Signal()

    def __init__(self, entry: Recent, theme: Theme, now: datetime, parent: QWidget) -> None:
        """Lay out the columns."""
        super().__init__(parent)
        self._theme = theme
        self._entry = entry
        set_role(self, "row-card")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(10))
        row.setSpacing(theme.px(16))
        row.addWidget(self._bar())
        row.addLayout(self._names(), 5)
        summary = entry.summary
        row.addWidget(self._text(_counts(self, entry), "body"), 3)
        row.addWidget(Share(summary.share_complete, theme, self), 2)
        row.addWidget(self._state(), 3)
        when = said_when(summary.changed, now) if summary.changed else ""
        row.addWidget(self._text(when, "muted"), 2)
        self.setAccessibleName(summary.title or entry.place.name)
        parts = (summary.about, _counts(self, entry), self._state_text(), when, str(entry.place))
        self.setAccessibleDescription(". ".join(one for one in parts if one))

    def _bar(self) -> QFrame:
        bar = QFrame(self)
        bar.setFixedWidth(self._theme.px(6))
        token = _COLOURS[self._entry.summary.county_part_number % len(_COLOURS)]
        bar.setStyleSheet(
            f"background:{self._theme.color(token).name()};border-radius:{self._theme.px(3)}px"
        )
        return bar

    def _names(self) -> QVBoxLayout:
        lines = QVBoxLayout()
        lines.setSpacing(self._theme.px(2))
        summary = self._entry.summary
        lines.addWidget(self._text(summary.title or self._entry.place.name, "plan-name"))
        lines.addWidget(self._text(summary.about or str(self._entry.place), "muted"))
        return lines

    def _state(self) -> ElidedLabel:
        troubled = self._entry.missing or self._entry.summary.conflicts
        return self._text(self._state_text(), "warning" if troubled else "muted")

    def _state_text(self) -> str:
        if self._entry.missing:
            return self.tr("▲ Filen finns inte här nu")
        summary = self._entry.summary
        return f"▲ {summary.state}" if summary.conflicts else summary.state

    def _text(self, text: str, role: str) -> ElidedLabel:
        label = ElidedLabel(text, self)
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        set_role(label, role)
        return label

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to take the plan off the list."""
        menu = QMenu(self)
        menu.addAction(self.tr("Ta bort ur listan (Del)"), self.forget.emit)
        menu.exec(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go between rows with the arrows; take the plan off the list with Del."""
        if event.key() == Qt.Key.Key_Delete:
            self.forget.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Up:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)


class Share(QWidget):
    """How much of a plan is complete: a bar and the figure, never the colour alone."""

    def __init__(self, share: float, theme: Theme, parent: QWidget) -> None:
        """Show a share between 0 and 1."""
        super().__init__(parent)
        self._share = share
        self._theme = theme
        self.setMinimumSize(theme.px(96), theme.px(16))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar and the figure."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        text = f"{round(self._share * 100)} %"
        room = self.fontMetrics().horizontalAdvance("100 %") + self._theme.px(8)
        high = self._theme.px(8)
        track = QRectF(0, (self.height() - high) / 2, max(0, self.width() - room), high)
        painter.setBrush(self._theme.color("line"))
        painter.drawRoundedRect(track, high / 2, high / 2)
        done = QRectF(track)
        done.setWidth(track.width() * self._share)
        painter.setBrush(self._theme.color("primary"))
        if self._share > 0:
            painter.drawRoundedRect(done, high / 2, high / 2)
        painter.setPen(self._theme.color("muted"))
        align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect(), align, text)


def _counts(widget: QWidget, entry: Recent) -> str:
    summary = entry.summary
    if summary.joint_actions:
        return widget.tr("{n} gemensamma åtgärder").format(n=summary.joint_actions)
    return widget.tr("{a} åtgärder · {i} förslag").format(a=summary.actions, i=summary.ideas)

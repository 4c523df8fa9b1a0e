"""A row of the start screen: one plan opened lately, as much as helps to choose."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from nvworkshop.session.recents import Recent
from nvworkshop.session.summary import said_when
from ui.start.card import CardButton
from ui.theme.theme import Theme
from ui.widgets.labels import ElidedLabel
from ui.widgets.style import set_role

_COLOURS = ("R3", "R4", "R1", "R2")
_NARROW = 860
"""Design pixels below which the columns become a line under the name."""


class RecentRow(CardButton):
    """One plan: name, huvudmän, counts, how complete, state and when it was last changed."""

    forget = Signal()

    def __init__(self, entry: Recent, theme: Theme, now: datetime, parent: QWidget) -> None:
        """Lay out the columns."""
        super().__init__(parent)
        self._theme = theme
        self._entry = entry
        summary = entry.summary
        self._when = said_when(summary.changed, now) if summary.changed else ""
        set_role(self, "row-card")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(10))
        row.setSpacing(theme.px(16))
        row.addWidget(Mark(_COLOURS[summary.county_part_number % len(_COLOURS)], theme, self))
        row.addLayout(self._names(), 9)
        self._columns: list[tuple[QWidget, int]] = [
            (self._text(self._counts(), "body"), 4),
            (Share(summary.share_complete, theme, self), 3),
            (self._text(self._state(), self._state_role()), 4),
            (self._text(self._when, "muted"), 2),
        ]
        for column, stretch in self._columns:
            row.addWidget(column, stretch)
        self.setAccessibleName(summary.title or entry.place.name)
        parts = (summary.about, self._in_a_line(), str(entry.place))
        self.setAccessibleDescription(". ".join(one for one in parts if one))

    def _names(self) -> QVBoxLayout:
        lines = QVBoxLayout()
        lines.setSpacing(self._theme.px(2))
        summary = self._entry.summary
        lines.addWidget(self._text(summary.title or self._entry.place.name, "plan-name"))
        lines.addWidget(self._text(summary.about or str(self._entry.place), "muted"))
        self._line = self._text(self._in_a_line(), self._state_role())
        lines.addWidget(self._line)
        return lines

    def _in_a_line(self) -> str:
        """Return what the columns say."""
        complete = self.tr("{n} % kompletta").format(
            n=round(self._entry.summary.share_complete * 100)
        )
        parts = (self._state(), self._counts(), complete, self._when)
        return " · ".join(one for one in parts if one)

    def _counts(self) -> str:
        summary = self._entry.summary
        if summary.joint_actions:
            return self.tr("{n} gemensamma åtgärder").format(n=summary.joint_actions)
        return self.tr("{a} åtgärder · {i} förslag").format(a=summary.actions, i=summary.ideas)

    def _state_role(self) -> str:
        entry = self._entry
        troubled = entry.missing or entry.problem or entry.summary.conflicts
        return "warning" if troubled else "muted"

    def _state(self) -> str:
        if self._entry.missing:
            return self.tr("▲ Filen finns inte här nu")
        if self._entry.problem:
            return f"▲ {self._entry.problem}"
        summary = self._entry.summary
        return f"▲ {summary.state}" if summary.conflicts else summary.state

    def _text(self, text: str, role: str) -> ElidedLabel:
        label = ElidedLabel(text, self)
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        set_role(label, role)
        return label

    def minimumSizeHint(self) -> QSize:
        """Ask for little width: the columns go when there is no room."""
        return QSize(self._theme.px(240), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show columns where there is room for them."""
        super().resizeEvent(event)
        narrow = event.size().width() < self._theme.px(_NARROW)
        self._line.setVisible(narrow)
        for column, _ in self._columns:
            column.setVisible(not narrow)

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


class Mark(QWidget):
    """A bar in the colour of a länsdel; its name stands beside it."""

    def __init__(self, token: str, theme: Theme, parent: QWidget) -> None:
        """Remember the colour's name."""
        super().__init__(parent)
        self._token = token
        self._theme = theme
        self.setFixedWidth(theme.px(6))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(self._token))
        half = self.width() / 2
        painter.drawRoundedRect(QRectF(self.rect()), half, half)


class Share(QWidget):
    """How much of a plan is complete: a bar and the figure, never the colour alone."""

    def __init__(self, share: float, theme: Theme, parent: QWidget) -> None:
        """Show a share between 0 and 1."""
        super().__init__(parent)
        self._share = share
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        """Return room for a short bar and the figure."""
        return QSize(self._room() + self._theme.px(80), self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def _room(self) -> int:
        return self.fontMetrics().horizontalAdvance("100 %") + self._theme.px(8)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar and the figure."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        high = self._theme.px(8)
        track = QRectF(0, (self.height() - high) / 2, self.width() - self._room(), high)
        painter.setBrush(self._theme.color("line"))
        painter.drawRoundedRect(track, high / 2, high / 2)
        done = QRectF(track)
        done.setWidth(track.width() * self._share)
        painter.setBrush(self._theme.color("primary"))
        if self._share > 0:
            painter.drawRoundedRect(done, high / 2, high / 2)
        painter.setPen(self._theme.color("muted"))
        align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect(), align, f"{round(self._share * 100)} %")

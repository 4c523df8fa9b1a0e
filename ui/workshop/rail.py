"""The agenda to the left: press a step to go there."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui.theme.theme import Theme
from ui.widgets.keyed_list import Role
from ui.widgets.labels import ElidedLabel, PlainLabel
from ui.widgets.style import set_role
from ui.workshop.rail_model import RailModel, RailRow, rail_rows
from ui.workshop.room import Room

_BADGE, _SIDE, _MINUTES, _HIGH = 20, 8, 22, 10
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter)
_WRAP = _MIDDLE | int(Qt.TextFlag.TextWordWrap)


class RailDelegate(QStyledItemDelegate):
    """Draws one step: its number or a tick, its title, its minutes."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        """Draw in a theme."""
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of the title in the rail's width."""
        row: RailRow = index.data(Role.ROW)
        wide = self._view.viewport().width()
        room = self._title_room(QRect(0, 0, wide, 10_000))
        metrics = QFontMetrics(self._font(bold=row.here))
        high = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), row.title).height()
        return QSize(wide, max(high, self._theme.px(_BADGE)) + self._theme.px(_HIGH))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the row."""
        row: RailRow = index.data(Role.ROW)
        theme, px, rect = self._theme, self._theme.px, option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = option.state & QStyle.StateFlag.State_HasFocus
        if row.here or focused:
            painter.setPen(theme.color("focus") if focused else Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("primary_soft" if row.here else "card"))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), px(8), px(8))
        self._draw_badge(painter, rect, row)
        painter.setFont(self._font(bold=row.here))
        painter.setPen(theme.color("primary" if row.here else "ink"))
        painter.drawText(self._title_room(rect), _WRAP, row.title)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("muted"))
        minutes = rect.adjusted(0, 0, -px(_SIDE), 0)
        right = _MIDDLE | int(Qt.AlignmentFlag.AlignRight)
        painter.drawText(minutes, right, str(row.minutes or row.count))
        painter.restore()

    def _draw_badge(self, painter: QPainter, rect: QRect, row: RailRow) -> None:
        theme, px = self._theme, self._theme.px
        side = px(_BADGE)
        badge = QRect(rect.left() + px(_SIDE), rect.center().y() - side // 2, side, side)
        fill = {"done": "ok", "now": "primary"}.get(row.state, "card")
        painter.setPen(theme.color("edge" if fill == "card" else fill))
        painter.setBrush(theme.color(fill))
        painter.drawEllipse(badge)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("ink" if fill == "card" else "card"))
        shown = {"done": "✓", "parked": "P"}.get(row.state, str(row.place))
        painter.drawText(badge, int(Qt.AlignmentFlag.AlignCenter), shown)

    def _title_room(self, rect: QRect) -> QRect:
        px = self._theme.px
        return rect.adjusted(px(2 * _SIDE + _BADGE), 0, -px(_SIDE + _MINUTES), 0)

    def _font(self, *, bold: bool) -> QFont:
        font = self._theme.font()
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font


class RailView(QListView):
    """The list of steps; its rows follow its width."""

    def __init__(self, steps: RailModel, theme: Theme, parent: QWidget) -> None:
        """Show steps; a click leaves the keys in the line."""
        super().__init__(parent)
        self.setModel(steps)
        self.setItemDelegate(RailDelegate(theme, self))
        self.setFrameShape(QListView.Shape.NoFrame)
        set_role(self, "inside")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the rows be as high as their titles need in the new width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class Rail(QWidget):
    """The steps, and whether the group is in time."""

    step_asked = Signal(str)  # a step's id, or PARKED
    left = Signal()  # back to the workshops

    def __init__(self, room: Room, theme: Theme, parent: QWidget | None = None) -> None:
        """Follow the room."""
        super().__init__(parent)
        self._room = room
        set_role(self, "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.back = QPushButton(self.tr("Tillbaka"), self)
        self.back.setToolTip(self.tr("Till alla workshopar. Klockan går vidare."))
        self.back.clicked.connect(self.left)
        self.back.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys in the line
        set_role(self.back, "small-button")
        self.title = ElidedLabel("", self)
        set_role(self.title, "muted")
        self.steps = RailModel(self)
        self.view = RailView(self.steps, theme, self)
        self.view.setAccessibleName(self.tr("Dagordning"))
        self.view.clicked.connect(self._on_pressed)
        self.view.activated.connect(self._on_pressed)
        self.ahead = PlainLabel("", self)
        self.ahead.setWordWrap(True)
        set_role(self.ahead, "muted")
        self._lay_out(theme)
        room.changed.connect(self.refresh)
        room.moved.connect(self.refresh)
        room.ticked.connect(self.show_time)

    def _lay_out(self, theme: Theme) -> None:
        px = theme.px
        lines = QVBoxLayout(self)
        lines.setContentsMargins(px(12), px(16), px(12), px(12))
        lines.setSpacing(px(8))
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self.back)
        row.addWidget(self.title, 1)
        lines.addLayout(row)
        lines.addWidget(self.view, 1)
        lines.addWidget(self.ahead)

    def refresh(self) -> None:
        """Show the steps as they are."""
        room = self._room
        self.title.setText(room.workshop.text("title"))
        rows = rail_rows(room.agenda, room.progress, len(room.parked))
        if rows != self.steps.rows:
            self.steps.set_items(rows)
            self.view.scheduleDelayedItemsLayout()  # the step that goes on has wider letters
        here = next((n for n, one in enumerate(self.steps.rows) if one.here), -1)
        if here >= 0:
            self.view.scrollTo(self.steps.index(here))
        self.show_time()

    def show_time(self) -> None:
        """Say whether the group is before or behind its plan."""
        minutes = self._room.ahead
        if not self._room.progress.begun or self._room.progress.ended:
            said = ""
        elif minutes > 0:
            said = self.tr("Ni ligger {n} min före tidplanen").format(n=minutes)
        elif minutes < 0:
            said = self.tr("Ni ligger {n} min efter tidplanen").format(n=-minutes)
        else:
            said = self.tr("Ni följer tidplanen")
        if self.ahead.text() != said:
            self.ahead.setText(said)

    def _on_pressed(self, index: QModelIndex) -> None:
        self.step_asked.emit(self.steps.rows[index.row()].id)

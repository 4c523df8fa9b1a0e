"""A list of lines, each as high as the others; Enter and a press open one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.aloud import tell_row
from ui.merge.line_model import Line, LineModel
from ui.theme.theme import Theme
from ui.widgets.keyed_list import Role
from ui.widgets.style import set_role

_PAD, _SIDE, _GAP = 6, 10, 8
_ELIDED = Qt.TextElideMode.ElideRight
_LEFT = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.AlignmentFlag.AlignRight)


class LineDelegate(QStyledItemDelegate):
    """Draws one line, with as many of text beneath as `under`."""

    def __init__(self, theme: Theme, parent: QWidget, under: int = 1) -> None:
        """Draw in a theme."""
        super().__init__(parent)
        self._theme, self._under = theme, under

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the same height for all, whatever stands in them."""
        heads, texts = self._metrics()
        texts_height = self._under * texts.height()
        return QSize(0, heads.height() + texts_height + 2 * self._theme.px(_PAD))

    def _metrics(self) -> tuple[QFontMetrics, QFontMetrics]:
        return QFontMetrics(self._theme.font()), QFontMetrics(self._theme.font("small"))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the heading, the line under it and the word."""
        line: Line = index.data(Role.ROW)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(option.rect, self._theme.color("selection" if chosen else "card"))
        room = option.rect.adjusted(
            self._theme.px(_SIDE),
            self._theme.px(_PAD),
            -self._theme.px(_SIDE),
            -self._theme.px(_PAD),
        )
        heads, texts = self._metrics()
        ink, muted = ("on_selection",) * 2 if chosen else ("ink", "muted")
        wide = self._draw_word(painter, room, line, chosen=chosen)
        head = QRect(room.x(), room.y(), room.width() - wide, heads.height())
        self._draw(painter, head, line.head, "body", ink)
        under = QRect(room.x(), head.bottom() + 1, room.width(), texts.height())
        for text in line.text.split("\n", self._under - 1):
            self._draw(painter, under, text, "small", muted)
            under.translate(0, texts.height())
        painter.setPen(self._theme.color("line"))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.restore()

    def _draw_word(self, painter: QPainter, room: QRect, line: Line, *, chosen: bool) -> int:
        """Draw the word to the right; return the room it takes."""
        if not line.word:
            return 0
        heads, texts = self._metrics()
        wide = texts.horizontalAdvance(line.word)
        painter.setFont(self._theme.font("small"))
        painter.setPen(self._theme.color("on_selection" if chosen else line.token))
        place = QRect(room.x(), room.y(), room.width(), heads.height())
        painter.drawText(place, _RIGHT, line.word)
        return wide + self._theme.px(_GAP)

    def _draw(self, painter: QPainter, room: QRect, text: str, role: str, token: str) -> None:
        font = self._theme.font(role)
        painter.setFont(font)
        painter.setPen(self._theme.color(token))
        shown = QFontMetrics(font).elidedText(text, _ELIDED, room.width())
        painter.drawText(room, _LEFT, shown)


class LineList(QListView):
    """Shows lines; one is current."""

    moved = Signal(object)  # the key of the current line, None for none
    opened = Signal(object)  # a key: Enter, or pressed twice

    def __init__(
        self, name: str, theme: Theme, parent: QWidget | None = None, *, under: int = 1
    ) -> None:
        """Start empty; `name` is for those who listen, `under` the lines beneath each heading."""
        super().__init__(parent)
        self.take_model(LineModel(self), LineDelegate(theme, self, under))
        self.setUniformItemSizes(True)
        self.setAccessibleName(name)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        set_role(self, "inside")
        self.activated.connect(lambda _: self.opened.emit(self.key))
        theme.changed.connect(self.doItemsLayout)

    def take_model(self, model: LineModel, delegate: LineDelegate) -> None:
        """Show the lines of a model, drawn by a delegate."""
        self.model_ = model
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.selectionModel().currentChanged.connect(lambda *_: self.moved.emit(self.key))

    @property
    def key(self) -> object:
        """The key of the current line, None for none."""
        here = self.currentIndex()
        return self.model_.rows[here.row()].key if here.isValid() else None

    @property
    def chosen(self) -> list[object]:
        """The keys of the lines that are chosen, in their order."""
        rows = sorted(one.row() for one in self.selectionModel().selectedIndexes())
        return [self.model_.rows[row].key for row in rows]

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show lines; the same one stays current, else the one that came in its place."""
        key, place = self.key, max(0, self.currentIndex().row())
        kept = set(map(str, self.chosen))
        self.model_.set_items(lines)
        row = self.model_.place_of(key)
        self.go_to(row if row >= 0 else min(place, len(lines) - 1))
        tell_row(self)  # the row is another, though its place may be the same
        for there, line in enumerate(self.model_.rows):
            if str(line.key) in kept and len(kept) > 1:
                flag = QItemSelectionModel.SelectionFlag.Select
                self.selectionModel().select(self.model_.index(there), flag)

    def go_to(self, row: int) -> None:
        """Make a row current; nothing is when there is no such row."""
        if row < 0:
            self.moved.emit(None)
            return
        here = self.model_.index(row)
        if here == self.currentIndex():
            self.moved.emit(self.key)
        else:
            self.setCurrentIndex(here)

    def step(self, by: int) -> None:
        """Go to the next line, or the one before."""
        count = len(self.model_.rows)
        if count:
            self.go_to(min(count - 1, max(0, self.currentIndex().row() + by)))

"""One level of a self-rating: its number, what it means, how many chose it as a bar and a field."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QSizePolicy, QWidget

from ui.theme.theme import Theme
from ui.widgets.labels import PlainLabel
from ui.widgets.style import set_role
from ui.workshop.counting import MOST

_NUMBER, _FIELD, _BAR, _GAP = 22, 64, 8, 14
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class CountField(QLineEdit):
    """How many, typed in: Enter keeps and leaves, Esc puts back, up and down go to other levels."""

    counted = Signal(int)
    left = Signal()
    stepped = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        """Show none."""
        super().__init__("0", parent)
        self.setValidator(QIntValidator(0, MOST, self))
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setMaxLength(len(str(MOST)))
        self.editingFinished.connect(self.give)
        self._shown = 0

    def show_count(self, count: int) -> None:
        """Show how many; what is being typed stays."""
        typing = self.hasFocus() and self.isModified()
        self._shown = count
        if not typing and self.text() != str(count):
            self.setText(str(count))

    def give(self) -> None:
        """Tell of what is typed; an empty field is none."""
        if self.isModified():
            self.setModified(False)
            self.counted.emit(int(self.text() or 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep, put back, or go to another level."""
        key = event.key()
        if key in _STEPS:
            self.give()
            self.stepped.emit(_STEPS[Qt.Key(key)])
        elif key in _ENTER or key == Qt.Key.Key_Escape:
            if key == Qt.Key.Key_Escape:
                self.setText(str(self._shown))  # which also says that nothing is typed
            self.give()
            self.left.emit()
        else:
            super().keyPressEvent(event)


class ShareBar(QWidget):
    """A bar as long as the share of those who chose the level most chose."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Start empty."""
        super().__init__(parent)
        self._theme = theme
        self.share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the height of a bar."""
        return QSize(self._theme.px(60), self._theme.px(_BAR))

    def show_share(self, share: float) -> None:
        """Fill a part of it, 0–1."""
        if share != self.share:
            self.share = share
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the whole, and what is filled."""
        theme, whole = self._theme, QRectF(self.rect())
        radius = whole.height() / 2
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("hover" if theme.scheme == "contrast" else "line"))
            painter.drawRoundedRect(whole, radius, radius)
            if self.share:
                filled = QRectF(whole)
                filled.setWidth(max(whole.height(), whole.width() * self.share))
                painter.setBrush(theme.color("primary"))
                painter.drawRoundedRect(filled, radius, radius)


class LevelRow(QWidget):
    """A level of five."""

    def __init__(self, level: int, theme: Theme, parent: QWidget) -> None:
        """Lay out the parts; `level` is 1–5."""
        super().__init__(parent)
        self.level = level
        self.number = PlainLabel(str(level), self)
        self.name = PlainLabel("", self)
        self.described = PlainLabel("", self)
        self.bar = ShareBar(theme, self)
        self.field = CountField(self)
        self.before = PlainLabel("", self)
        self.before.hide()
        set_role(self.before, "small")
        set_role(self.number, "heading")
        set_role(self.name, "keys")
        set_role(self.described, "muted")
        for label in (self.name, self.described):
            label.setWordWrap(True)
        px = theme.px
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(_GAP))
        grid.setVerticalSpacing(px(2))
        grid.setColumnMinimumWidth(0, px(_NUMBER))
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.number, 0, 0, Qt.AlignmentFlag.AlignTop)
        for line, part in enumerate((self.name, self.described, self.bar)):
            grid.addWidget(part, line, 1)
        self.field.setFixedWidth(px(_FIELD))
        grid.addWidget(self.field, 0, 2, 3, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self.before, 0, 3, 3, 1, Qt.AlignmentFlag.AlignVCenter)

    def show_level(self, said: str, count: int, most: int, before: int | None = None) -> None:
        """Show what the level means ("name: words") and how many chose it, of most on any level.

        `before` is how many chose it the last time, None when it was not rated.
        """
        name, _, words = said.partition(": ")
        self.name.setText(name)
        self.described.setText(words)
        self.bar.show_share(count / most if most else 0.0)
        self.field.show_count(count)
        named = self.tr("Nivå {n}, {name}: antal svar")
        self.field.setAccessibleName(named.format(n=self.level, name=name))
        earlier = "" if before is None else self.tr("förra {n}").format(n=before)
        self.before.setText(earlier)
        self.before.setVisible(bool(earlier))
        self.field.setAccessibleDescription(" · ".join(filter(None, (words, earlier))))

    def be_low(self, *, low: bool) -> None:
        """Leave the words out; the name of the level is enough for the one who counts."""
        self.described.setVisible(not low)

"""A line to search in for one more action, in place: words, arrows and Enter."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from nvworkshop.model.text import fold
from nvworkshop.session.gathering import Gathered
from nvworkshop.session.rows import Row, words_of
from ui.merge.line_list import LineList
from ui.merge.line_model import Line
from ui.theme.theme import Theme

_TYPING = 120
"""Milliseconds of rest before what is typed is searched for."""

_MOST = 100
"""Most actions that are listed: more words find the one that is meant."""

_HEIGHT = 190


@dataclass(frozen=True, slots=True)
class Addable:
    """An action that can be added; `called` is "Norra 12", `joint` what gathers it already."""

    row: Row
    called: str
    joint: str = ""


class AddingLine(QWidget):
    """Hidden until it is opened."""

    chosen = Signal(str)  # an action's id
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Hold nothing yet."""
        super().__init__(parent)
        self._offered: Callable[[], Sequence[Addable]] = tuple
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(self.tr("Sök: ord eller länsdel"))
        self.line.setAccessibleName(self.tr("Sök åtgärd att lägga till"))
        self.line.setAccessibleDescription(self.tr("Pil väljer, Enter lägger till, Esc stänger."))
        self.line.installEventFilter(self)
        self.back = QPushButton(self.tr("Stäng (Esc)"), self)
        self.back.clicked.connect(self.close_line)
        self.list = LineList(self.tr("Åtgärder att lägga till"), theme, self)
        self.list.setMaximumHeight(theme.px(_HEIGHT))
        self.list.opened.connect(lambda _: self._choose())
        row = QHBoxLayout()
        row.addWidget(self.line, 1)
        row.addWidget(self.back)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(theme.px(4))
        lines.addLayout(row)
        lines.addWidget(self.list)
        self._soon = QTimer(self, singleShot=True, interval=_TYPING)
        self._soon.timeout.connect(self.look)
        self.line.textChanged.connect(lambda _: self._soon.start())
        self.hide()

    def open_line(self, offered: Callable[[], Sequence[Addable]]) -> None:
        """Begin; `offered` returns the actions there are to add, whenever it is asked."""
        self._offered = offered
        self.line.clear()
        self.look()
        self.show()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_line(self) -> None:
        """Let go of it."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def look(self) -> None:
        """Show what there is of what is typed."""
        self._soon.stop()
        words = words_of(self.line.text())
        found = [one for one in self._offered() if _has(one, words)][:_MOST]
        self.list.show_lines([self._line(one) for one in found])

    def _line(self, one: Addable) -> Line:
        joint = self.tr("ingår i ”{title}”").format(title=one.joint) if one.joint else ""
        said = " · ".join(part for part in (one.called, joint) if part)
        return Line(one.row.thing.id, one.row.texts.get("title", ""), said)

    def _choose(self) -> None:
        if (key := self.list.key) is not None:
            self.chosen.emit(str(key))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let keys in the line choose in the list."""
        if watched is self.line and event.type() == QEvent.Type.KeyPress and self._pressed(event):
            return True
        return super().eventFilter(watched, event)

    def _pressed(self, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent):
            return False
        match event.key():
            case Qt.Key.Key_Down:
                self.list.step(1)
            case Qt.Key.Key_Up:
                self.list.step(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                if self._soon.isActive():
                    self.look()
                self._choose()
            case _:
                return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_line()
        else:
            super().keyPressEvent(event)


def _has(one: Addable, words: Sequence[str]) -> bool:
    called = fold(one.called)
    return all(word in one.row.found_by or word in called for word in words)


def addable(
    rows: Iterable[Row], inside: Collection[str], joints: Iterable[Gathered], places: dict[str, str]
) -> list[Addable]:
    """Return the actions but those inside, those that no joint action gathers first.

    `places` says whose each plan is.
    """
    titles = {action.id: one.thing.text("title") for one in joints for action in one.originals}
    found = []
    for row in rows:
        if row.thing.id not in inside:
            where = places.get(row.thing.text("plan"), "")
            called = " ".join(one for one in (where, row.texts.get("number", "")) if one)
            found.append(Addable(row, called, titles.get(row.thing.id, "")))
    return sorted(found, key=lambda one: bool(one.joint))

"""Sentences in place: what happened and what to do, without a dialog."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.theme.theme import Theme
from ui.widgets.labels import PlainLabel
from ui.widgets.order import put_in_order
from ui.widgets.style import set_mark, set_role

_SHOWN = 3
"""Most messages seen at once; the rest wait."""
_PASSING = ("info", "ok")
_LASTS = 15_000
"""Milliseconds that what only tells stays, unless somebody is in it."""
_SIDE = 18


class Message(QFrame):
    """One sentence with its level as an icon and a word, perhaps buttons, and a cross."""

    closed = Signal()

    def __init__(self, text: str, level: str, theme: Theme, parent: QWidget) -> None:
        """Lay out the line."""
        super().__init__(parent)
        self.text = text
        self.level = level
        self._theme = theme
        self.actions_offered: list[QPushButton] = []
        set_role(self, "message")
        set_mark(self, "level", level)
        self._icon = QLabel(self)
        self._word = PlainLabel(self._level_word(), self)
        self._word.setVisible(level != "info")
        set_role(self._word, "message-word")
        set_mark(self._word, "level", level)
        self._label = PlainLabel(text, self)
        self._label.setWordWrap(True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.close_button = self._made_close()
        self._lay_out()
        self.setAccessibleName(f"{self._level_word()}: {text}")
        theme.changed.connect(self._show_icons)

    def offer(
        self, text: str, on_action: Callable[[], object], *, closes: bool = True
    ) -> QPushButton:
        """Put one more button in the line; pressing it closes the message, or not. Return it."""
        button = QPushButton(text, self)
        button.clicked.connect(partial(self._on_action, on_action, closes))
        self._row.insertWidget(3 + len(self.actions_offered), button)
        self.actions_offered.append(button)
        return button

    @property
    def action(self) -> QPushButton | None:
        """The first button, None when nothing is offered."""
        return next(iter(self.actions_offered), None)

    @property
    def stops(self) -> list[QWidget]:
        """What Tab goes through, in order."""
        return [*self.actions_offered, self.close_button]

    def announce(self) -> None:
        """Have it read aloud: at once when something is wrong."""
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # slow to load

        event = QAccessibleAnnouncementEvent(self, self.accessibleName())
        if self.level not in _PASSING:
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)

    @property
    def is_passing(self) -> bool:
        """Whether it only tells: nothing is wrong, and nothing is offered."""
        return self.level in _PASSING and self.action is None

    @property
    def in_use(self) -> bool:
        """Whether the pointer or the cursor is in it."""
        return self.underMouse() or self.isAncestorOf(self.window().focusWidget() or self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        px = self._theme.px
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(px(16), px(6), px(12), px(6))
        self._row.setSpacing(px(8))
        self._row.addWidget(self._icon)
        self._row.addWidget(self._word)
        self._row.addWidget(self._label, 1)
        self._row.addWidget(self.close_button)
        self._show_icons()

    def _made_close(self) -> QToolButton:
        button = QToolButton(self)
        button.setAccessibleName(self.tr("Stäng meddelandet"))
        button.setToolTip(self.tr("Stäng (Esc)"))
        set_role(button, "quiet")
        button.clicked.connect(self.closed)
        return button

    def _show_icons(self) -> None:
        side = self._theme.px(_SIDE)
        token = self.level if self.level != "info" else "primary"
        name = "error" if self.level == "danger" else self.level
        self._icon.setPixmap(self._theme.icon(name, token).pixmap(side, side))
        self.close_button.setIcon(self._theme.icon("close"))
        self.close_button.setIconSize(QSize(side, side))

    def _level_word(self) -> str:
        words = {
            "info": self.tr("Information"),
            "ok": self.tr("Klart"),
            "warning": self.tr("Obs"),
            "danger": self.tr("Fel"),
        }
        return words[self.level]

    def _on_action(self, on_action: Callable[[], object], closes: bool, _: bool = False) -> None:
        if closes:
            self.closed.emit()
        on_action()


class MessageBar(QWidget):
    """The messages nobody has closed, newest first; hidden when there are none.

    The same sentence is never there twice. What only tells (info, ok) gives way to the next such
    and goes by itself; what offers something or needs a person stays.
    """

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, beneath: bool = False
    ) -> None:
        """Start empty. One that lies `beneath` the rest of its window is the last Tab reaches."""
        super().__init__(parent)
        self._theme = theme
        self._beneath = beneath
        self._messages: list[Message] = []
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        self._passing = QTimer(self, singleShot=True, interval=_LASTS)
        self._passing.timeout.connect(self._on_passed)
        self.hide()

    @property
    def texts(self) -> list[str]:
        """The sentences, newest first; those past the third wait to be seen."""
        return [one.text for one in self._messages]

    def show_message(
        self,
        text: str,
        level: str = "info",
        action_text: str = "",
        on_action: Callable[[], object] | None = None,
        *,
        on_closed: Callable[[], object] | None = None,
    ) -> None:
        """Show a sentence: info, ok, warning or danger; perhaps with one thing to do about it.

        `on_closed` is called when a person has done that, or closed it.
        """
        if self._messages and self._messages[0].text == text:
            return
        self.withdraw(text)
        message = Message(text, level, self._theme, self)
        if action_text and on_action is not None:
            message.offer(action_text, on_action)
        if message.is_passing:
            self.pass_over()
            self._passing.start()
        message.closed.connect(lambda: self._drop(message))
        if on_closed is not None:
            message.closed.connect(on_closed)
        self._put_in_order(message)
        self._messages.insert(0, message)
        self._lines.insertWidget(0, message)
        self._show()
        message.announce()

    def withdraw(self, text: str) -> None:
        """Take away a sentence that is no longer true; nothing happens when it is not there."""
        for one in [one for one in self._messages if one.text == text]:
            self._drop(one)

    def pass_over(self) -> None:
        """Take away what only told of the last step: another has been taken."""
        for one in [one for one in self._messages if one.is_passing]:
            self._drop(one)

    def clear(self) -> None:
        """Take away all messages: what they were about is gone."""
        for one in list(self._messages):
            self._drop(one)

    def _put_in_order(self, message: Message) -> None:
        if self._beneath:
            set_mark(message, "edge", "top")
            first = self._messages[0].stops[0] if self._messages else self.window()
            put_in_order(first.previousInFocusChain() or self, *message.stops)
        else:
            put_in_order(self, *message.stops)

    def stay_last(self) -> None:
        """Be reached after what was made since the messages came, if they lie beneath it all."""
        stops = [stop for one in self._messages for stop in one.stops if self._beneath]
        last = self.window().previousInFocusChain()
        if stops and last is not None and last not in stops:
            put_in_order(last, *stops)

    def _drop(self, message: Message) -> None:
        if message not in self._messages:
            return
        self._messages.remove(message)
        self._lines.removeWidget(message)
        message.hide()
        message.deleteLater()
        self._show()

    def _show(self) -> None:
        for place, one in enumerate(self._messages):
            one.setVisible(place < _SHOWN)
        self.setVisible(bool(self._messages))

    def _on_passed(self) -> None:
        for one in [one for one in self._messages if one.is_passing]:
            if one.in_use:
                self._passing.start()
            else:
                self._drop(one)

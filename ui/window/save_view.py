"""Where the plan is kept: two facts in the top bar, and the whole story beneath."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.saving import SaveState
from ui.theme.theme import Theme
from ui.widgets.labels import PlainLabel, plain_tooltip
from ui.widgets.style import set_role


class SaveView(QToolButton):
    """A quiet button with two lines: on this computer, and in the plan file."""

    asked = Signal()  # the person wants to know where things are
    retry_asked = Signal()
    copy_asked = Signal()
    move_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing until there is something to tell."""
        super().__init__(parent)
        self._theme = theme
        self._state = SaveState()
        self._place = Path()
        self._read_only = ""
        self._story: SaveStory | None = None
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        set_role(self, "save")
        self.clicked.connect(self.asked)

    @property
    def facts(self) -> tuple[str, str]:
        """The two facts as sentences."""
        if self._read_only:
            return self.tr("Bara läsning"), self.tr("Inget ändras")
        return self._kept(), self._in_file()

    @Slot(object)
    def show_state(self, state: SaveState, place: Path | None = None, read_only: str = "") -> None:
        """Show a new state."""
        self._state = state
        self._read_only = read_only
        if place is not None:
            self._place = place
        kept, in_file = self.facts
        self.setText(f"{kept}\n{in_file}")
        level = "warning" if state.problem else "ok"
        self.setProperty("level", "muted" if read_only else level)
        self.style().polish(self)
        self.setAccessibleName(f"{kept}. {in_file}.")
        self.setToolTip(plain_tooltip(f"{kept}. {in_file}. {self._why}".strip()))
        if self._story is not None:
            self._story.tell(kept, in_file, self._why, read_only, self._place)

    @property
    def _why(self) -> str:
        return self._state.problem.sentence if self._state.problem else ""

    def _kept(self) -> str:
        if self._state.kept_at is None:
            return self.tr("Allt sparat på datorn")
        return self.tr("✓ På datorn {time}").format(time=clock(self._state.kept_at))

    def _in_file(self) -> str:
        if self._state.problem:
            return self.tr("▲ Inte i planfilen än")
        if self._state.waiting:
            return self.tr("… skrivs till planfilen")
        if self._state.published_at is None:
            return self.tr("… läser planfilen")
        return self.tr("✓ I planfilen {time}").format(time=clock(self._state.published_at))

    def open_story(self) -> SaveStory:
        """Open the panel beneath the button and return it."""
        story = self._story = SaveStory(self, self._theme)
        story.destroyed.connect(self._on_story_closed)
        story.tell(*self.facts, self._why, self._read_only, self._place)
        story.retry_asked.connect(self.retry_asked)
        story.copy_asked.connect(self.copy_asked)
        story.move_asked.connect(self.move_asked)
        story.adjustSize()
        corner = self.mapToGlobal(QPoint(self.width() - story.width(), self.height() + 4))
        story.move(corner)
        story.show()
        story.setFocus()
        return story

    def _on_story_closed(self) -> None:
        self._story = None


class SaveStory(QFrame):
    """The panel that tells where the plan is, why it may not be in its file, and what to do."""

    retry_asked = Signal()
    copy_asked = Signal()
    move_asked = Signal()

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        """Lay it out; `tell` fills it."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        set_role(self, "popup")
        self.setAccessibleName(self.tr("Var planen är sparad"))
        self._theme = theme
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(*(theme.px(16),) * 4)
        self._lines.setSpacing(theme.px(8))
        self.setMinimumWidth(theme.px(360))
        self.setMaximumWidth(theme.px(480))
        self._kept = self._label("heading")
        self._rule = self._label("muted")
        self._in_file = self._label("heading")
        self._place = self._label("mono")
        self._why = self._label("warning")
        self._again = self._label("muted")
        self._again.setText(self.tr("Programmet försöker igen av sig självt. Inget är förlorat."))
        self._build_buttons()

    def tell(self, kept: str, in_file: str, why: str, read_only: str, place: Path) -> None:
        """Write the facts."""
        self._kept.setText(kept)
        self._rule.setText(
            read_only
            or self.tr("Varje ändring skrivs till datorns disk innan den visas som sparad.")
        )
        self._in_file.setText(in_file)
        self._place.setText(str(place))
        self._why.setText(why)
        for part in (self._why, self._again, self._retry):
            part.setVisible(bool(why))
        self._move.setVisible(not read_only)
        self.adjustSize()

    def _label(self, role: str) -> QLabel:
        label = PlainLabel("", self)
        label.setWordWrap(True)
        set_role(label, role)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._lines.addWidget(label)
        return label

    def _build_buttons(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(8))
        self._retry = self._button(self.tr("Försök nu"), self.retry_asked)
        self._copy = self._button(self.tr("Spara en kopia…"), self.copy_asked)
        self._move = self._button(self.tr("Flytta planfilen…"), self.move_asked)
        for button in (self._retry, self._copy, self._move):
            row.addWidget(button)
        row.addStretch(1)
        self._lines.addLayout(row)

    def _button(self, text: str, asked: SignalInstance) -> QPushButton:
        button = QPushButton(text, self)
        set_role(button, "secondary")
        button.clicked.connect(self.close)
        button.clicked.connect(asked)
        return button

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc and on Ctrl+S, which opened it."""
        saves = event.key() == Qt.Key.Key_S
        if event.key() == Qt.Key.Key_Escape or saves:
            self.close()
        else:
            super().keyPressEvent(event)


def clock(at: datetime) -> str:
    """Return the local time of day with seconds."""
    return at.astimezone().strftime("%H:%M:%S")

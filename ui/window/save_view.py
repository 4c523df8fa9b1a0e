"""Where the plan is kept: two facts in the top bar, and the whole story beneath."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, Signal, Slot
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
        story = SaveStory(self, self._theme)
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

    def tell(self, kept: str, in_file: str, why: str, read_only: str, place: Path) -> None:
        """Write the facts."""
        self._add(kept, "heading")
        self._add(
            read_only
            or self.tr("Varje ändring skrivs till datorns disk innan den visas som sparad."),
            "muted",
        )
        self._add(in_file, "heading")
        self._add(str(place), "mono")
        if why:
            self._add(why, "warning")
            self._add(
                self.tr("Programmet försöker igen av sig självt. Inget är förlorat."), "muted"
            )
        self._lines.addLayout(self._buttons(bool(why), bool(read_only)))

    def _add(self, text: str, role: str) -> QLabel:
        label = PlainLabel(text, self)
        label.setWordWrap(True)
        set_role(label, role)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._lines.addWidget(label)
        return label

    def _buttons(self, troubled: bool, read_only: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(8))
        offered = [(self.tr("Spara en kopia…"), self.copy_asked)]
        if not read_only:
            offered.append((self.tr("Flytta planfilen…"), self.move_asked))
        if troubled:
            offered.insert(0, (self.tr("Försök nu"), self.retry_asked))
        for text, signal in offered:
            button = QPushButton(text, self)
            set_role(button, "secondary")
            button.clicked.connect(self.close)
            button.clicked.connect(signal)
            row.addWidget(button)
        row.addStretch(1)
        return row

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

"""History as lines: of a field beneath it, of the whole thing at the end of the form."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from nvworkshop.model.changes import REMOVED
from nvworkshop.model.text import shorten
from ui.editor.dates import moment
from ui.editor.story import CREATED, StoryLine, is_coming_back
from ui.theme.theme import Theme
from ui.widgets.labels import PlainLabel
from ui.widgets.style import set_role
from ui.words import changes_word, tr

_SHOWN = 40
_MOST = 12
"""Characters of a value in a line, and lines beneath a field."""


class Telling(QObject):
    """Tells what happened in a line."""

    def line(self, one: StoryLine, now: datetime) -> str:
        """Return "14:21 Status Ej påbörjad → Pågår (Piteå-datorn)"."""
        who = f"({one.who})" if one.who else ""
        parts = (moment(one.at, now), self._what(one), who)
        return " ".join(part for part in parts if part)

    def _what(self, one: StoryLine) -> str:
        if one.field == CREATED:
            return self.tr("Skapad")
        if one.field == REMOVED:
            return self.tr("Tillbakatagen") if is_coming_back(one) else self.tr("Borttagen")
        return f"{tr(one.label)}{'' if one.before else ':'} {self.step(one)}"

    def step(self, one: StoryLine) -> str:
        """Return "Ej påbörjad → Pågår"."""
        if one.erased:
            return self.tr("raderad för gott")
        before, after = shorten(one.before, _SHOWN), shorten(one.after, _SHOWN)
        after = after or self.tr("tomt")
        return f"{before} → {after}" if before else after


class FieldHistory(QFrame):
    """What a field has held, newest first; each value can be used again."""

    used = Signal(object)  # a value as logged
    closed = Signal()

    def __init__(
        self,
        lines: Sequence[StoryLine],
        theme: Theme,
        now: datetime,
        parent: QWidget | None = None,
        *,
        locked: bool = False,
    ) -> None:
        """Show the lines."""
        super().__init__(parent)
        self.buttons: list[QPushButton] = []
        set_role(self, "field-history")
        self._theme = theme
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(*(theme.px(8),) * 4)
        self._rows.setSpacing(theme.px(4))
        if not lines:
            self._rows.addWidget(self._small(self.tr("Fältet har inte ändrats.")))
        for place, one in enumerate(lines[:_MOST]):
            self._add(one, now, usable=place > 0 and not locked and not one.erased)
        if len(lines) > _MOST:
            more = self.tr("Och {changes} till, i åtgärdens historik.")
            rest = changes_word(len(lines) - _MOST)
            self._rows.addWidget(self._small(more.format(changes=rest)))
        self.close_button = QPushButton(self.tr("Stäng historiken"), self)
        set_role(self.close_button, "small-button")
        self.close_button.clicked.connect(self.closed)
        self._rows.addLayout(_left(self.close_button))

    def _add(self, one: StoryLine, now: datetime, *, usable: bool) -> None:
        who = f" · {one.who}" if one.who else ""
        self._rows.addWidget(self._small(f"{moment(one.at, now)}{who}"))
        text = self.tr("Raderad för gott") if one.erased else one.after or self.tr("(tomt)")
        value = PlainLabel(text, self)
        value.setWordWrap(True)
        self._rows.addWidget(value)
        if usable:
            button = QPushButton(self.tr("Använd igen"), self)
            button.setAccessibleDescription(text)
            set_role(button, "small-button")
            button.clicked.connect(lambda: self.used.emit(one.value))
            self.buttons.append(button)
            self._rows.addLayout(_left(button))

    def _small(self, text: str) -> PlainLabel:
        label = PlainLabel(text, self)
        label.setWordWrap(True)
        set_role(label, "small")
        return label


def _left(button: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(button)
    row.addStretch(1)
    return row

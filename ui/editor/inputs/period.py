"""A time as it is said, with the days it means beneath, and a calendar for those who point."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from nvworkshop.errors import InputError
from nvworkshop.model.fields import Field
from nvworkshop.model.period import parse_period
from ui.editor.dates import span_of
from ui.editor.edits import Put
from ui.editor.inputs.base import Around
from ui.editor.inputs.calendar import CalendarPopup
from ui.editor.inputs.text import TextInput
from ui.editor.showing import show_if
from ui.widgets.labels import PlainLabel
from ui.widgets.style import set_role
from ui.words import tr


class PeriodInput(TextInput):
    """One line such as "Q3 2026" or "2026-11-30"."""

    def __init__(self, field: Field, around: Around, parent: QWidget | None = None) -> None:
        """Make it empty."""
        super().__init__(field, around, parent)
        self.edit.one_line = True
        self._data: Any = None
        self._button = self._made_button()
        self._days = PlainLabel("", self)
        self._days.setAccessibleName(self.tr("Det betyder"))
        set_role(self._days, "small")
        self.edit.list_asked.connect(self.open_calendar)
        self.typed.connect(self._on_typed)
        self._arrange()

    def _arrange(self) -> None:
        lines = self.layout()
        if not isinstance(lines, QVBoxLayout):
            return
        lines.setSpacing(self.around.theme.px(2))
        self.edit.set_corner(self._button)
        lines.addWidget(self._days)

    def _made_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(self.around.theme.icon("calendar", "muted"))
        name = self.tr("Kalender för {field}").format(field=tr(self.field.sv))
        button.setAccessibleName(name)
        button.setToolTip(self.tr("Kalender (F4)"))
        button.clicked.connect(self.open_calendar)
        button.setIconSize(QSize(self.around.theme.px(16), self.around.theme.px(16)))
        set_role(button, "drop")
        return button

    def show_value(self, data: Any) -> None:
        """Show what was said, and the days as they were understood then."""
        super().show_value(data)
        self._data = data
        self._show_days(span_of(data), "small")

    @property
    def days(self) -> str:
        """What the time means, as it is shown."""
        return self._days.text()

    def mark_wrong(self, wrong: bool) -> None:
        """Say nothing of the days of what can't be set: why it can't is said beneath."""
        super().mark_wrong(wrong)
        if wrong:
            self._show_days("", "small")

    def put_text(self, text: str) -> None:
        """Show a text as typed but not set."""
        super().put_text(text)
        self._on_typed()

    def lock(self, locked: bool) -> None:
        """Let nothing be changed, only read and copied."""
        super().lock(locked)
        self._button.setEnabled(not locked)

    @Slot()
    def open_calendar(self) -> None:
        """Let the person point at a day."""
        if self.edit.isReadOnly():
            return
        popup = CalendarPopup(self)
        popup.picked.connect(self._on_picked)
        popup.open_at(self.edit, self._day())

    def _day(self) -> date:
        """Return the day to begin at: the last one meant, or today."""
        try:
            return date.fromisoformat(_last_of(self._data))
        except ValueError:
            return self.around.context.today

    @Slot(object)
    def _on_picked(self, day: date) -> None:
        self.chosen.emit(Put(day.isoformat()))
        self.edit.setFocus()

    @Slot()
    def _on_typed(self) -> None:
        """Show what the text means, as it is typed."""
        text = self.text().strip()
        if not self.is_open or not text:
            self._show_days(span_of(self._data) if text else "", "small")
            return
        try:
            data = parse_period(text, today=self.around.context.today).as_data()
        except InputError as error:
            self._show_days(error.title, "note-warning")
            return
        days = span_of(data)
        self._show_days(days or self.tr("Går inte att läsa som en tid"), "small")

    def _show_days(self, text: str, role: str) -> None:
        self._days.setText(text)
        show_if(self._days, bool(text))
        set_role(self._days, role)


def _last_of(data: Any) -> str:
    if isinstance(data, dict):
        return str(data.get("last") or data.get("first") or "")
    return data if isinstance(data, str) else ""

"""A step with the plan's actions in a list, where fields of one are asked for in a row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nvworkshop.session.outcome import Outcome
from nvworkshop.session.rows import Row
from nvworkshop.session.session import Session
from ui.editor.asking import while_there
from ui.theme.theme import Theme
from ui.widgets.empty import EmptyState
from ui.workshop.action_model import action_row
from ui.workshop.action_view import ActionView
from ui.workshop.quick_fields import FIELDS, QuickFields
from ui.workshop.room import Room
from ui.workshop.step_head import StepHead
from ui.workshop.step_view import StepView


class AskingStep(StepView):
    """The head, what a step of its own adds beneath it, the row of fields, and the list."""

    def __init__(self, room: Room, theme: Theme, parent: QWidget | None = None) -> None:
        """Lay out the parts; a step adds its own to `lines` after the head."""
        super().__init__(room, theme, parent)
        self.head = StepHead(theme, self)
        self.quick = QuickFields(theme, self)
        self.list = ActionView(theme, self)
        self.empty = EmptyState("list", "", theme=theme, parent=self)
        self._asked_for = ""
        px = theme.px
        self.lines = QVBoxLayout(self)
        self.lines.setContentsMargins(px(28), px(20), px(28), px(12))
        self.lines.setSpacing(px(8))
        self.lines.addWidget(self.head)
        self.lines.addWidget(self.quick)
        self.lines.addWidget(self.list, 1)
        self.lines.addWidget(self.empty, 1)
        self.quick.given.connect(self._on_given)
        self.quick.left.connect(self.focus)
        self.list.entered.connect(self._on_entered)

    def rows(self) -> list[Row]:
        """Return the actions to list, in their order."""
        return list(self.room.desk.rows["action"].values())

    def asked(self, row: Row) -> Sequence[str]:
        """Return the fields that Enter on an action asks for."""
        return FIELDS

    def refresh(self) -> None:
        """Show the actions as they are."""
        if self.step is not None:
            self.head.show_step(self.step, self.room.agenda, self.room.strategy)
        rows = self.rows()
        self.list.show_rows([action_row(one) for one in rows])
        self.list.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.empty.say(
            self.tr("Inga åtgärder än"),
            self.tr("Gå tillbaka till ett steg med förslag och gör dem till åtgärder."),
        )

    def be_low(self, *, low: bool) -> None:
        """Leave all but the title and the question out of the head."""
        self.head.be_low(low=low)

    def focus(self) -> None:
        """Put the keys in the list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask(self, row: Row, names: Sequence[str], heading: str = "") -> None:
        """Ask for fields of an action in one row."""
        self._asked_for = row.thing.id
        shown = action_row(row)
        named = self.tr("Åtgärd {n}: {title}").format(n=shown.number, title=shown.title)
        principals = [label for _, label in self.room.strategy.options("principal")]
        self.quick.ask(heading or named, row.texts, principals, names)

    def set_fields(self, action: str, values: Mapping[str, str]) -> None:
        """Set fields of an action; what can't be read stays in the row with a sentence."""
        self.room.desk.edit(
            partial(_set, action, dict(values)),
            while_there(self, lambda _: self._on_set()),
            while_there(self, lambda error: self.quick.refuse(error.sentence)),
        )

    def _on_set(self) -> None:
        """Go back to the list, unless something is asked for since."""
        if not self._asked_for:
            self.quick.hide()
            self.focus()

    def _on_entered(self, action: str) -> None:
        row = self.room.desk.rows["action"].get(action)
        if row is not None:
            self.ask(row, self.asked(row))

    def _on_given(self, values: dict[str, str]) -> None:
        action, self._asked_for = self._asked_for, ""
        self.set_fields(action, values)


def _set(action: str, values: dict[str, str], session: Session) -> Outcome:
    return session.set(action, values)

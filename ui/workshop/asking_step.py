"""A step with the plan's actions in a list, where fields of one are asked for in a row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nvworkshop.session.rows import Row
from nvworkshop.workshop.steps import Step
from ui.theme.theme import Theme
from ui.widgets.empty import EmptyState
from ui.workshop.action_model import action_row
from ui.workshop.action_view import ActionView
from ui.workshop.asking import Asking
from ui.workshop.quick_fields import FIELDS, QuickFields
from ui.workshop.room import Room
from ui.workshop.step_head import StepHead
from ui.workshop.step_view import StepView, margins


class AskingStep(StepView):
    """The head, what a step of its own adds beneath it, the row of fields, and the list."""

    def __init__(self, room: Room, theme: Theme, parent: QWidget | None = None) -> None:
        """Lay out the parts; a step adds its own to `lines` after the head."""
        super().__init__(room, theme, parent)
        self.head = StepHead(theme, self)
        self.quick = QuickFields(theme, self)
        self.list = ActionView(theme, self)
        self.empty = EmptyState("list", "", theme=theme, parent=self)
        self.lines = QVBoxLayout(self)
        self.lines.setContentsMargins(*margins(theme, low=False))
        self.lines.setSpacing(theme.px(8))
        self.lines.addWidget(self.head)
        self.lines.addWidget(self.quick)
        self.lines.addWidget(self.list, 1)
        self.lines.addWidget(self.empty, 1)
        self.asking = Asking(room, self.quick, self)
        self.quick.shown.connect(self._arrange)
        self._low = self._some = False
        self.asking.finished.connect(self.focus)
        self.asking.refused.connect(self.told)
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
        self._some = bool(rows)
        self._arrange()
        self.empty.say(
            self.tr("Inga åtgärder än"),
            self.tr("Gå tillbaka till ett steg med förslag och gör dem till åtgärder."),
        )

    def be_low(self, *, low: bool) -> None:
        """Leave all but the title and the question out of the head."""
        self.head.be_low(low=low)
        self.lines.setContentsMargins(*margins(self.theme, low=low))
        self._low = low
        self._arrange()

    def _arrange(self) -> None:
        """Show what there is room for: where there is little, fields that are asked for alone."""
        alone = self._low and not self.quick.isHidden()
        for part, wanted in (
            (self.head, True),
            (self.list, self._some),
            (self.empty, not self._some),
        ):
            part.setVisible(wanted and not alone)

    def focus(self) -> None:
        """Put the keys in the list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask(self, row: Row, names: Sequence[str], heading: str = "") -> None:
        """Ask for fields of an action in one row."""
        self.asking.ask(row, names, heading)

    def keep(self) -> None:
        """Keep the fields that are being typed."""
        self.quick.give()

    def show_step(self, step: Step) -> None:
        """Be about a step; what was asked for is kept as far as it came."""
        self.asking.leave()
        super().show_step(step)

    def _on_entered(self, action: str) -> None:
        row = self.room.desk.rows["action"].get(action)
        if row is not None:
            self.ask(row, self.asked(row))

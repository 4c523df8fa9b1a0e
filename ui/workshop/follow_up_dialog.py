"""Following up one action on a day of its own: the same questions as in the room."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget

from nvworkshop.session.following_up import occasion_of
from nvworkshop.session.live import Delta
from nvworkshop.workshop.following import Told, told_of
from nvworkshop.workshop.ideas import number
from ui.desk import Desk
from ui.dialogs.frame import Dialog
from ui.theme.theme import Theme
from ui.widgets.labels import PlainLabel, SpokenLabel
from ui.widgets.style import set_role
from ui.workshop.follow_up_block import FollowUpBlock

_WIDTH, _HEIGHT = 720, 430


class FollowUpDialog(Dialog):
    """Every answer is in the plan as soon as it is given, dated today."""

    def __init__(self, desk: Desk, action: str, theme: Theme, parent: QWidget) -> None:
        """Show the questions about an action."""
        super().__init__(theme, parent)
        self._desk, self._action = desk, action
        self._occasion = occasion_of(None, desk.surroundings)
        self.name = PlainLabel("", self)
        self.name.setWordWrap(True)
        set_role(self.name, "heading")
        self.said = SpokenLabel("", self)
        self.said.setWordWrap(True)
        self.said.hide()
        set_role(self.said, "warning")
        self.block = FollowUpBlock(desk, theme, self)
        self.block.setMinimumHeight(theme.px(_HEIGHT))
        for part in (self.name, self.said, self.block):
            self.body.addWidget(part)
        self.ready = self.add_button(self.tr("Klar"), "primary")
        self.ready.clicked.connect(self.close)
        self.set_least_width(_WIDTH)
        self.block.turned.connect(lambda by: self.ready.setFocus() if by > 0 else None)
        self.block.told.connect(self._on_told)
        desk.changed.connect(self._on_changed)
        self._show()
        self.block.focus()

    def _show(self) -> None:
        """Show the action as it is; one that is not there any more closes the dialog."""
        row = self._desk.rows["action"].get(self._action)
        if row is None:
            self.close()
            return
        n = number(row.thing, "number")
        self.set_heading(self.tr("Följ upp åtgärd {n}").format(n=n) if n else self.tr("Följ upp"))
        self.name.setText(row.thing.text("title") or self.tr("(utan rubrik)"))
        follow_ups = (one.thing for one in self._desk.rows["follow_up"].values())
        told = told_of(follow_ups, self._occasion).get(self._action, Told())
        self.block.show_action(row.thing, told, self._occasion)

    def keep(self) -> None:
        """Keep what is being typed."""
        self.block.keep()

    def reject(self) -> None:
        """Keep what is typed; Esc closes and takes nothing back."""
        self.keep()
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is typed."""
        self.keep()
        super().closeEvent(event)

    @Slot(object)
    def _on_changed(self, delta: Delta) -> None:
        if self.isVisible() and (delta.rows["action"] or delta.rows["follow_up"]):
            self._show()

    def _on_told(self, sentence: str) -> None:
        self.said.setText(sentence)
        self.said.show()

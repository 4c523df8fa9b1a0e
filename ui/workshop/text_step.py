"""A step without writing: what to say, in the guide's words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from nvworkshop.workshop.showing import statement
from ui.theme.theme import Theme
from ui.widgets.labels import PlainLabel
from ui.widgets.style import set_role
from ui.workshop.room import Room
from ui.workshop.step_head import StepHead
from ui.workshop.step_view import StepView


class TextStep(StepView):
    """The same lines as the room sees."""

    def __init__(self, room: Room, theme: Theme, parent: QWidget | None = None) -> None:
        """Lay out the head and the lines."""
        super().__init__(room, theme, parent)
        px = theme.px
        self.head = StepHead(theme, self)
        self.lines = PlainLabel("", self)
        self.lines.setWordWrap(True)
        self.lines.setIndent(0)
        self.lines.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.lines.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        set_role(self.lines, "reading")
        self.next = PlainLabel(self.tr("Nästa steg: Ctrl+Page Down"), self)
        set_role(self.next, "muted")
        inside = QWidget()
        body = QVBoxLayout(inside)
        body.setContentsMargins(px(28), px(20), px(28), px(20))
        body.setSpacing(px(16))
        for part in (self.head, self.lines, self.next):
            body.addWidget(part)
        body.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(area)

    def refresh(self) -> None:
        """Show the lines of the step."""
        if self.step is None:
            return
        self.head.show_step(self.step, self.room.agenda, self.room.strategy)
        said = statement(self.step, self.room.strategy)
        self.lines.setText("\n\n".join(said.lines))
        self.lines.setAccessibleDescription(self.head.question.text())

    def focus(self) -> None:
        """Put the keys where the text is: arrows scroll it."""
        self.lines.setFocus(Qt.FocusReason.OtherFocusReason)

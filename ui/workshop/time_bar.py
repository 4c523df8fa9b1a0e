"""The time and the way on as one low bar, where there is no room beside the step."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from nvworkshop.workshop.steps import place_of
from ui.actions import Actions
from ui.theme.theme import Theme
from ui.widgets.labels import ElidedLabel
from ui.widgets.style import set_role
from ui.workshop.dial import clock_text
from ui.workshop.room import Room
from ui.workshop.side import command_button


class TimeBar(QWidget):
    """Follows the room in one line."""

    def __init__(
        self, room: Room, actions: Actions, theme: Theme, parent: QWidget | None = None
    ) -> None:
        """Lay out the line."""
        super().__init__(parent)
        self._room = room
        set_role(self, "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.time = ElidedLabel("", self)
        set_role(self.time, "heading")
        px = theme.px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(6), px(16), px(6))
        row.setSpacing(px(8))
        row.addWidget(self.time, 1)
        self.stops: list[QWidget] = []  # what Tab goes through, in its order
        for command, role in (("room.previous", "secondary"), ("room.next", "primary")):
            self.stops.append(command_button(actions[command], self, role))
            row.addWidget(self.stops[-1])
        room.ticked.connect(self.show_time)
        room.moved.connect(self.show_time)

    def show_time(self) -> None:
        """Say how long is left, and which step it is."""
        step, seconds = self._room.step, self._room.seconds_left
        here, of = place_of(self._room.agenda, step.id if step else "")
        ended = self.tr("avslutad (F8 fortsätter)") if self._room.progress.ended else "–:–"
        time = clock_text(seconds) if seconds is not None else ended
        said = self.tr("{time} · steg {here} av {of}").format(time=time, here=here, of=of)
        if self.time.text() != said:
            self.time.setText(said)

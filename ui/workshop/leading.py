"""The recorder's view: the agenda, the step that goes on, and the time."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from nvworkshop.model.things import Thing
from nvworkshop.workshop.ideas import PARKED
from nvworkshop.workshop.steps import Step, StepType, named, taken_part
from ui.actions import Actions
from ui.theme.theme import Theme
from ui.widgets.order import last_stop, put_in_order
from ui.widgets.stack import QuietStack
from ui.widgets.style import set_role
from ui.workshop.capture_step import CaptureStep
from ui.workshop.rail import Rail
from ui.workshop.room import Room
from ui.workshop.side import WIDTH, Side
from ui.workshop.step_view import StepView
from ui.workshop.time_bar import TimeBar
from ui.workshop.views import load_one, made_view, view_of

_RAIL = 264
_NARROW = 900
"""Design pixels below which the agenda gives way to the step."""

_SLIM = 1_000
"""Design pixels below which the time is a bar beneath."""

_BETWEEN = 300
"""Milliseconds between views that are loaded ahead of their steps."""


class Leading(QWidget):
    """One workshop that is led; made when it is opened, closed when it is left."""

    told = Signal(str)
    action_asked = Signal(str)
    minutes_asked = Signal(str)  # of the workshop

    def __init__(
        self, room: Room, actions: Actions, theme: Theme, parent: QWidget | None = None
    ) -> None:
        """Lay out the three columns."""
        super().__init__(parent)
        self.room, self._theme = room, theme
        set_role(self, "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.rail = Rail(room, theme, self)
        self.side = Side(room, actions, theme, self)
        self.stack = QuietStack(self)
        self._views: dict[tuple[str, str], StepView] = {}
        self._loading = QTimer(self, interval=_BETWEEN)
        self._loading.timeout.connect(self._load_one)
        self._lines = [self._line(), self._line()]
        self.bar = TimeBar(room, actions, theme, self)
        row = QHBoxLayout()
        lines = QVBoxLayout(self)
        lines.addLayout(row, 1)
        lines.addWidget(self.bar)
        for layout in (row, lines):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        for part in (self.rail, self._lines[0], self.stack, self._lines[1], self.side):
            row.addWidget(part, 1 if part is self.stack else 0)
        self._size()
        theme.changed.connect(self._size)
        self.rail.step_asked.connect(self.go)
        self.rail.left.connect(actions["room.leave"].trigger)
        room.moved.connect(self.show_current)
        room.slept.connect(self._on_slept)
        room.refused.connect(lambda error: self.told.emit(error.sentence))

    @property
    def view(self) -> StepView:
        """The view of the step that is shown."""
        shown = self.stack.currentWidget()
        assert isinstance(shown, StepView)  # noqa: S101 (nothing else is put there)
        return shown

    def open(self) -> None:
        """Show where the group is."""
        self.rail.refresh()
        self.side.refresh()
        self.bar.show_time()
        self.show_current()
        self._loading.start()

    @Slot(str)
    def go(self, step: str) -> None:
        """Go to a step, or look into the parking lot."""
        if step == PARKED:
            question = self.tr("Vad ska tas upp igen, och var?")
            self._show(Step(PARKED, StepType.FREE, self.tr("Parkering"), 0, question=question))
        else:
            self.room.go(step)

    @Slot()
    def show_current(self) -> None:
        """Show the step the group is in, or the first one before it has begun."""
        step = self.room.step or next(iter(taken_part(self.room.agenda)), None)
        if step is not None:
            self._show(step)

    def show_idea(self, idea: Thing) -> None:
        """Show an idea in its step, or in the parking lot, without moving the group."""
        step = named(self.room.agenda, idea.text("step"))
        if idea["parked"] or step is None:
            self.go(PARKED)
        else:
            self._show(step)
        if isinstance(self.view, CaptureStep):
            self.view.list.choose(idea.id)

    def keep(self) -> None:
        """Keep what is being typed, in every step."""
        for view in self._views.values():
            view.keep()

    def focus(self) -> None:
        """Put the keys in the step."""
        self.view.focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the agenda give way where there is little room, and then what stands beside."""
        super().resizeEvent(event)
        px = self._theme.px
        for part, room in (
            (self.rail, _NARROW),
            (self._lines[0], _NARROW),
            (self._lines[1], _SLIM),
            (self.side, _SLIM),
        ):
            part.setVisible(self.width() >= px(room))
        self.bar.setVisible(self.width() < px(_SLIM))

    def _show(self, step: Step) -> None:
        name = view_of(step.type)
        if name not in self._views:
            view = made_view(step.type, self.room, self._theme, self)
            view.told.connect(self.told)
            view.action_asked.connect(self.action_asked)
            view.minutes_asked.connect(lambda: self.minutes_asked.emit(self.room.id))
            self.stack.addWidget(view)
            self._views[name] = view
            put_in_order(last_stop(view), *self.side.stops, *self.bar.stops)
        view, left = self._views[name], self.stack.currentWidget()
        if isinstance(left, StepView) and left is not view:
            left.keep()
        view.step = None  # so that it is not drawn for the step it was about last
        self.stack.setCurrentWidget(view)
        view.show_step(step)
        view.focus()

    @Slot()
    def _load_one(self) -> None:
        """Load the views of coming steps while nobody waits for one."""
        if not load_one():
            self._loading.stop()

    def _size(self) -> None:
        self.rail.setFixedWidth(self._theme.px(_RAIL))
        self.side.setFixedWidth(self._theme.px(WIDTH))

    def _line(self) -> QFrame:
        line = QFrame(self)
        line.setFrameShape(QFrame.Shape.VLine)
        set_role(line, "upright")
        return line

    @Slot(int)
    def _on_slept(self, minutes: int) -> None:
        said = self.tr("Datorn sov {n} min. Den tiden räknas inte i steget.")
        self.told.emit(said.format(n=minutes))

"""Beside the recorder: the time, what helps the one who leads, and whose voice is heard."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QGridLayout,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from nvworkshop.workshop.guides import guide_of
from nvworkshop.workshop.ideas import voices
from nvworkshop.workshop.steps import named
from ui.actions import Actions
from ui.editor.buttons import ElidedButton
from ui.editor.showing import show_if
from ui.theme.theme import Theme
from ui.widgets.labels import PlainLabel
from ui.widgets.style import set_role
from ui.words import tr
from ui.workshop.dial import Dial, words_of
from ui.workshop.room import Room

WIDTH = 272
"""Design pixels from side to side."""

_EDGE, _BETWEEN = 16, 6
"""Design pixels outside buttons, and between them."""

_BARS = 6


def command_button(action: QAction, parent: QWidget, role: str = "secondary") -> QToolButton:
    """Return a button for a command; a click leaves the keys in the line."""
    button = QToolButton(parent)
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    set_role(button, role)
    policy = button.sizePolicy()
    policy.setHorizontalPolicy(policy.Policy.MinimumExpanding)
    button.setSizePolicy(policy)
    return button


class Side(QWidget):
    """Follows the room; every button is also a key."""

    def __init__(
        self, room: Room, actions: Actions, theme: Theme, parent: QWidget | None = None
    ) -> None:
        """Lay out the parts."""
        super().__init__(parent)
        self._room, self._actions, self._theme = room, actions, theme
        set_role(self, "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.stops: list[QWidget] = []  # what Tab goes through, in its order
        self.dial = Dial(theme, self)
        self.ends = self._label("muted")
        self.projecting = self._label("muted")
        self.projecting.hide()
        self.reopen = ElidedButton("secondary", self)
        self.reopen.show_text(self.tr("Fortsätt workshopen (F8)"))
        self.reopen.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.reopen.clicked.connect(room.reopen)
        self.suggestion = self._label("")
        self.shorten = QPushButton(self.tr("Korta så"), self)
        self.shorten.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys in the line
        self.shorten.clicked.connect(room.shorten)
        self.hints = self._label("")
        self.voices = self._label("")
        self.flows = self._label("")
        self._lay_out()
        room.changed.connect(self.refresh)
        room.moved.connect(self.refresh)
        room.ticked.connect(self.show_time)

    def _lay_out(self) -> None:
        px = self._theme.px
        inside = QWidget()
        body = QVBoxLayout(inside)
        body.setContentsMargins(px(16), px(16), px(16), px(12))
        body.setSpacing(px(8))
        body.addWidget(self.dial)
        body.addLayout(self._buttons())
        for part in (self.projecting, self.ends, self.reopen, self.suggestion, self.shorten):
            body.addWidget(part)
        self.headings = {}
        for label, text in (
            (self.hints, self.tr("För dig som leder")),
            (self.voices, self.tr("Röster i rummet")),
            (self.flows, self.tr("Flöden i länsdelen")),
        ):
            heading = PlainLabel(text, self)
            set_role(heading, "field-label")
            self.headings[label] = heading
            body.addSpacing(px(4))
            body.addWidget(heading)
            body.addWidget(label)
        body.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(area, 1)
        lines.addLayout(self._steps())

    def _buttons(self) -> QGridLayout:
        commands = ("room.pause", "room.more", "room.silent", "room.show")
        buttons = [command_button(self._actions[one], self) for one in commands]
        self.stops += (*buttons, self.reopen, self.shorten)
        return self._side_by_side(buttons)

    def _steps(self) -> QGridLayout:
        self.previous = command_button(self._actions["room.previous"], self)
        self.next = command_button(self._actions["room.next"], self, "primary")
        self.stops += (self.previous, self.next)
        row = self._side_by_side((self.previous, self.next))
        px = self._theme.px
        row.setContentsMargins(px(12), px(8), px(12), px(16))
        return row

    def _side_by_side(self, buttons: Sequence[QToolButton]) -> QGridLayout:
        """Lay buttons out in two columns, or in one where their words are long."""
        px = self._theme.px
        for one in buttons:
            one.ensurePolished()
        widest = [max(one.sizeHint().width() for one in buttons[n::2]) for n in (0, 1)]
        columns = 2 if sum(widest) + px(_BETWEEN) <= px(WIDTH - 2 * _EDGE) else 1
        grid = QGridLayout()
        grid.setSpacing(px(_BETWEEN))
        for place, button in enumerate(buttons):
            grid.addWidget(button, place // columns, place % columns)
        return grid

    def _label(self, role: str) -> PlainLabel:
        label = PlainLabel("", self)
        label.setWordWrap(True)
        set_role(label, role)
        return label

    def refresh(self) -> None:
        """Show what belongs to the step."""
        room = self._room
        step = room.step
        hints = guide_of(step, room.strategy).hints if step else ()
        self._show(self.hints, "\n".join(f"• {one}" for one in hints))
        self._show(self.voices, self._voices())
        for button, by in ((self.previous, -1), (self.next, 1)):
            button.setEnabled(step is None or room.beside(by) is not None)
        part = room.workshop.text("county_part")
        flows = [one.label for one in room.strategy.flows if one.county_part == part]
        shows = step is not None and step.type == "flows"
        self._show(self.flows, "\n".join(flows) if shows else "")
        self.show_time()

    def show_time(self) -> None:
        """Move the clock; say when the day ends and what to shorten."""
        room = self._room
        step, seconds = room.step, room.seconds_left
        silent = room.silence_left
        progress = room.progress
        allotted = progress.allotted(step) if step else 0.0
        words = words_of(
            begun=progress.begun and not progress.ended,
            running=progress.running,
            silent=silent,
            seconds=seconds,
        )
        self.dial.show_time(seconds, allotted, words)
        ends = datetime.fromtimestamp(room.ends_at).strftime("%H.%M")
        if progress.ended:
            said = self.tr("Avslutad")
        else:
            said = self.tr("Slutar ungefär {time}").format(time=ends) if progress.begun else ""
        if self.ends.text() != said:
            self.ends.setText(said)
        show_if(self.reopen, progress.ended and not room.desk.read_only)
        self._suggest()

    def show_projecting(self, state: str) -> None:
        """Say what the room sees: shown, frozen or blank; "" when it sees nothing."""
        self.projecting.setText(state)
        self.projecting.setVisible(bool(state))

    def _suggest(self) -> None:
        agenda = self._room.agenda
        shorter = self._room.shorter() if self._room.progress.begun else {}
        parts = []
        for one, minutes in shorter.items():
            step = named(agenda, one)
            if step is not None:
                parts.append(self.tr("{step} till {n}").format(step=tr(step.title), n=minutes))
        said = self.tr("Korta {steps} min, så slutar ni i tid.").format(steps=", ".join(parts))
        self.suggestion.setVisible(bool(parts))
        self.shorten.setVisible(bool(parts))
        if parts and self.suggestion.text() != said:
            self.suggestion.setText(said)

    def _voices(self) -> str:
        """Return how many ideas each party has, so that nobody's voice takes over."""
        names = dict(self._room.strategy.options("party")) | dict(self._room.parties())
        counted = voices(self._room.ideas)
        shown = [(names.get(party, party), n) for party, n in counted.items() if party]
        lines = [f"{name}  {n}" for name, n in shown[:_BARS]]
        quiet = [name for party, name in self._room.parties() if party not in counted]
        if shown and quiet:
            lines.append(self.tr("Inte hörda än: {names}").format(names=", ".join(quiet[:_BARS])))
        return "\n".join(lines)

    def _show(self, label: PlainLabel, text: str) -> None:
        if label.text() != text:
            label.setText(text)
        label.setVisible(bool(text))
        self.headings[label].setVisible(bool(text))

"""Following up: the plan's actions one after the other, with the questions about each."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from nvworkshop.model.rules import is_late
from nvworkshop.model.things import Thing
from nvworkshop.session.following_up import occasion_of
from nvworkshop.workshop.following import Occasion, Told, in_order, left, resumed, told_of
from nvworkshop.workshop.ideas import number
from nvworkshop.workshop.recalling import readable
from nvworkshop.workshop.steps import Step
from ui.theme.theme import Theme
from ui.widgets.empty import EmptyState
from ui.widgets.labels import ElidedLabel, PlainLabel
from ui.widgets.style import set_role
from ui.workshop.follow_up_block import FollowUpBlock
from ui.workshop.followed_list import FollowedList, FollowedRow
from ui.workshop.new_ideas import NewIdeas
from ui.workshop.question_row import TURNS
from ui.workshop.room import Room
from ui.workshop.step_head import StepHead
from ui.workshop.step_view import StepView, margins

_LIST, _BESIDE = 248, 860
"""Design pixels of the list, and of the step where both the list and the questions have place."""


class FollowUpStep(StepView):
    """Digits and Enter answer, PgDn and PgUp go between the actions; the order stands still."""

    def __init__(self, room: Room, theme: Theme, parent: QWidget | None = None) -> None:
        """Lay out the list, the questions and the line for new ideas."""
        super().__init__(room, theme, parent)
        self._order: list[str] = []
        self._told: dict[str, Told] = {}
        self._chosen = ""
        self._low = False
        self.head = StepHead(theme, self)
        self.place = ElidedLabel("", self)
        self.only_left = QCheckBox(self.tr("Bara de som är &kvar"), self)
        self.listing = QPushButton(self.tr("&Lista"), self)
        self.listing.setCheckable(True)
        self.middle = QWidget(self)
        self.talk = QWidget(self.middle)
        self.title = PlainLabel("", self.talk)
        self.title.setWordWrap(True)
        self.list = FollowedList(theme, self.middle)
        self.block = FollowUpBlock(room.desk, theme, self.talk)
        self.ideas = NewIdeas(room, theme, self)
        self.keys = ElidedLabel(
            self.tr(
                "Siffra svarar och går vidare · Retur nästa fråga · PgDn nästa åtgärd · "
                "Alt+N förslag"
            ),
            self,
        )
        self.empty = EmptyState("list", "", theme=theme, parent=self)
        for part, role in (
            (self.place, "muted"),
            (self.keys, "muted"),
            (self.title, "heading"),
            (self.listing, "small-button"),
        ):
            set_role(part, role)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        px = self.theme.px
        top = QHBoxLayout()
        top.setSpacing(px(12))
        top.addWidget(self.place, 1)
        top.addWidget(self.only_left)
        top.addWidget(self.listing)
        right = QVBoxLayout(self.talk)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(px(8))
        right.addWidget(self.title)
        right.addWidget(self.block, 1)
        middle = QHBoxLayout(self.middle)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(px(20))
        self.list.setMinimumWidth(px(_LIST))
        middle.addWidget(self.list, 1)
        middle.addWidget(self.talk, 3)
        self.lines = QVBoxLayout(self)
        self.lines.setContentsMargins(*margins(self.theme, low=False))
        self.lines.setSpacing(px(8))
        self.lines.addWidget(self.head)
        self.lines.addLayout(top)
        self.lines.addWidget(self.keys)
        self.lines.addWidget(self.middle, 1)
        self.lines.addWidget(self.empty, 1)
        self.lines.addWidget(self.ideas)

    def _connect(self) -> None:
        self.only_left.toggled.connect(lambda _: self.refresh())
        self.listing.toggled.connect(self._on_listing)
        self.list.chosen.connect(self._on_listed)
        self.list.entered.connect(self._on_entered)
        self.block.asked.connect(lambda name: self.room.show_asked(self._chosen, name))
        self.block.turned.connect(self.turn)
        self.block.told.connect(self.told)
        self.ideas.left.connect(self._on_back)

    # What is shown

    def show_step(self, step: Step) -> None:
        """Be about a step: go on with the action that was begun last, or the first that is left."""
        self._order = []
        self._take_in()
        self._chosen = resumed(self._actions, self._told)
        super().show_step(step)
        self.room.show_asked(self._chosen, "")

    def _take_in(self) -> None:
        """Take in what has been told, and what actions there are; new ones come last."""
        room = self.room
        self._told = told_of(room.things("follow_up"), self._occasion)
        today = room.desk.surroundings.today()
        rows = in_order(room.actions, self._told, room.strategy, today)
        known, there = set(self._order), {one.id for one in rows}
        kept = [one for one in self._order if one in there]
        self._order = [*kept, *(one.id for one in rows if one.id not in known)]

    @property
    def _occasion(self) -> Occasion:
        return occasion_of(self.room.workshop, self.room.desk.surroundings)

    @property
    def _actions(self) -> list[Thing]:
        rows = self.room.desk.rows["action"]
        return [rows[one].thing for one in self._order]

    def refresh(self) -> None:
        """Show the actions and the answers as they are."""
        if self.step is None:
            return
        self.head.show_step(self.step, self.room.agenda, self.room.strategy)
        self.ideas.show_step(self.step)
        before = self._order
        self._take_in()
        if self._chosen not in self._order:  # it was removed meanwhile
            self._chosen = _beside(self._chosen, before, self._order)
        self.list.followed.set_items([self._row(one) for one in self._listed()])
        self._show_chosen()
        self._arrange()

    def _listed(self) -> list[Thing]:
        """Return the actions in the list: all, or those that are left and the one talked about."""
        actions = self._actions
        if not self.only_left.isChecked():
            return actions
        rest = {one.id for one in left(actions, self._told)}
        return [one for one in actions if one.id in rest or one.id == self._chosen]

    def _row(self, action: Thing) -> FollowedRow:
        room = self.room
        return FollowedRow(
            action.id,
            number(action, "number"),
            action.text("title") or self.tr("(utan rubrik)"),
            readable("action", "status", action["status"], room.strategy)
            or self.tr("status saknas"),
            self._told.get(action.id, Told()).now is not None,
            is_late(action["end"], action["status"], room.desk.surroundings.today()),
            action.text("shift"),
        )

    def _show_chosen(self) -> None:
        row = self.room.desk.rows["action"].get(self._chosen)
        if row is None:
            return
        self.list.choose(self._chosen)
        shown = self._row(row.thing)
        self.title.setText(shown.named)
        told = self._told.get(self._chosen, Told())
        self.block.show_action(row.thing, told, self._occasion)
        rest = len(left(self._actions, self._told))
        said = self.tr("Åtgärd {here} av {of}") if self._order else ""
        parts = [said.format(here=self._order.index(self._chosen) + 1, of=len(self._order))]
        parts.append(self.tr("{n} kvar").format(n=rest) if rest else self.tr("alla genomgångna"))
        parts.append(self.tr("sena först, avslutade sist"))
        self.place.setText(" · ".join(parts))

    def _arrange(self) -> None:
        """Show what there is room for: the list beside the questions, or instead of them."""
        some, wide = bool(self._order), self.width() >= self.theme.px(_BESIDE)
        listed = some and (wide or self.listing.isChecked())
        talk = some and (wide or not self.listing.isChecked())
        for part, wanted in (
            (self.middle, some),
            (self.list, listed),
            (self.talk, talk),
            (self.place, some),
            (self.only_left, some),
            (self.listing, some and not wide),
            (self.keys, talk and not self._low),
            (self.empty, not some),
        ):
            part.setVisible(wanted)
        self.empty.say(
            self.tr("Inga åtgärder att följa upp"),
            self.tr("Planen har inga åtgärder än. Det som kommer fram går att skriva som förslag."),
        )

    def be_low(self, *, low: bool) -> None:
        """Leave out what the room sees in large type anyway."""
        self._low = low
        self.head.be_low(low=low)
        self.head.question.setVisible(not low)
        self.lines.setContentsMargins(*margins(self.theme, low=low))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See whether the list has place beside the questions."""
        super().resizeEvent(event)
        self._arrange()

    def keep(self) -> None:
        """Keep what is being typed."""
        self.block.keep()
        self.ideas.keep()

    def focus(self) -> None:
        """Put the keys in the first question."""
        if not self.talk.isHidden():
            self.block.focus()
        elif self._order:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.ideas.focus()

    # What is done

    def turn(self, by: int) -> None:
        """Go to the next action, or to the one before; at the end, say what is left."""
        self.block.keep()
        ids = [one.id for one in self._listed()]
        here = ids.index(self._chosen) if self._chosen in ids else 0
        if 0 <= here + by < len(ids):
            self._choose(ids[here + by])
            self.block.focus()
            return
        rest = [one.id for one in left(self._actions, self._told) if one.id != self._chosen]
        if by > 0 and rest:
            self.told.emit(self.tr("Det var den sista. {n} är kvar.").format(n=len(rest)))
        elif by > 0:
            self.told.emit(self.tr("Alla åtgärder är genomgångna. Nästa steg: Ctrl+Page Down."))

    def _choose(self, action: str) -> None:
        self._chosen = action
        self.refresh()
        self.room.show_asked(action, self.block.here)

    def _on_listed(self, action: str) -> None:
        if action and action != self._chosen and self.step is not None:
            self._choose(action)

    def _on_entered(self) -> None:
        self.listing.setChecked(False)
        self.focus()

    def _on_listing(self, on: bool) -> None:
        self._arrange()
        if on:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.focus()

    def _on_back(self) -> None:
        if self._order:
            self.block.focus_back()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go between the actions from wherever the keys are."""
        if event.key() in TURNS and not event.modifiers():
            self.turn(TURNS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


def _beside(gone: str, before: list[str], now: list[str]) -> str:
    """Return what stands where an action stood that is gone, "" when there is nothing."""
    place = before.index(gone) if gone in before else 0
    return now[min(place, len(now) - 1)] if now else ""

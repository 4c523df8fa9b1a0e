"""Prioritising: dots first, then where each idea stands between effect and effort."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nvworkshop.model.things import Thing
from nvworkshop.session import ideas
from nvworkshop.session.live import Delta
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.session import Session
from nvworkshop.workshop.content import Point
from nvworkshop.workshop.ideas import by_votes, number
from nvworkshop.workshop.steps import Step
from ui.editor.asking import while_there
from ui.theme.theme import Theme
from ui.widgets.empty import EmptyState
from ui.widgets.labels import ElidedLabel, PlainLabel
from ui.widgets.segments import SegmentedChoice
from ui.widgets.style import set_role
from ui.workshop.idea_model import idea_row
from ui.workshop.matrix import MatrixView
from ui.workshop.room import Room
from ui.workshop.step_head import StepHead
from ui.workshop.step_view import StepView
from ui.workshop.votes import VoteList

_DOTS = 5
"""Dots that each participant is given."""


class PrioritiseStep(StepView):
    """The list of ideas, and beside it the matrix when it is its turn; M changes between them."""

    def __init__(self, room: Room, theme: Theme, parent: QWidget | None = None) -> None:
        """Lay out the parts."""
        super().__init__(room, theme, parent)
        self.head = StepHead(theme, self)
        choices = [(True, self.tr("Röster")), (False, self.tr("Effekt och insats"))]
        self.choice = SegmentedChoice(choices, self.tr("Visa"), self)
        self.choice.choose(value=True)
        self.choice.chosen.connect(lambda voting: self.show_voting(voting=bool(voting)))
        self.told_votes = PlainLabel("", self)
        set_role(self.told_votes, "muted")
        self.keys = ElidedLabel("", self)
        set_role(self.keys, "muted")
        self.list = VoteList(theme, self)
        self.matrix = MatrixView(theme, self)
        self.empty = EmptyState("idea", "", theme=theme, parent=self)
        self._order: list[str] = []
        self._lay_out()
        self.list.voted.connect(self._on_voted)
        self.list.entered.connect(self._on_entered)
        self.list.chosen.connect(self._on_chosen)
        self.matrix.placed.connect(self._on_placed)
        self.matrix.chosen.connect(self._on_point)
        self.list.figured.connect(self.matrix.type_figure)
        self.list.taken_out.connect(lambda: self.matrix.placed.emit(self.matrix.number, 0, 0))
        for part in (self.list, self.matrix):
            part.turned.connect(lambda: self.show_voting(voting=not self.room.voting))

    def _lay_out(self) -> None:
        px = self.theme.px
        lines = QVBoxLayout(self)
        lines.setContentsMargins(px(28), px(20), px(28), px(12))
        lines.setSpacing(px(8))
        row = QHBoxLayout()
        row.setSpacing(px(16))
        row.addWidget(self.choice)
        row.addWidget(self.told_votes)
        row.addStretch(1)
        middle = QHBoxLayout()
        middle.setSpacing(px(16))
        middle.addWidget(self.list, 1)
        middle.addWidget(self.matrix, 1)
        lines.addWidget(self.head)
        lines.addLayout(row)
        lines.addWidget(self.keys)
        lines.addLayout(middle, 1)
        lines.addWidget(self.empty, 1)

    # What is shown

    def show_step(self, step: Step) -> None:
        """Be about the step, sorted anew."""
        self._order = []
        super().show_step(step)

    def refresh(self) -> None:
        """Show the ideas; the order stays until the step is shown again or the view changes."""
        room = self.room
        if self.step is not None:
            self.head.show_step(self.step, room.agenda, room.strategy)
        shown = self._sorted()
        names = dict(room.strategy.options("party")) | dict(room.parties())
        become = room.become()
        self.list.show_rows([idea_row(one, names, become) for one in shown])
        self.matrix.show_points([_point(one) for one in shown if one["effect"] and one["effort"]])
        self.choice.choose(value=room.voting)
        self._show_parts(shown)

    def _sorted(self) -> list[Thing]:
        ideas_there = {one.id: one for one in self.room.ideas if not one["parked"]}
        if not self._order:
            voting = self.room.voting
            first = list(ideas_there.values())
            self._order = [one.id for one in (first if voting else by_votes(first))]
        self._order += [one for one in ideas_there if one not in set(self._order)]
        return [ideas_there[one] for one in self._order if one in ideas_there]

    def _show_parts(self, shown: list[Thing]) -> None:
        voting = self.room.voting
        votes, people = sum(number(one, "votes") for one in shown), len(self.room.participants)
        said = self.tr("{n} av {all} röster lagda").format(n=votes, all=people * _DOTS)
        self.told_votes.setText(said if people else self.tr("{n} röster lagda").format(n=votes))
        keys = (
            self.tr("+ och − ger och tar en prick · skriv antal och Retur · Retur gör till åtgärd")
            if voting
            else self.tr(
                "Två siffror placerar: effekt, sedan insats · Delete tar bort · pilar väljer"
            )
        )
        self.keys.setText(f"{keys} · {self.tr('M byter vy')}")
        self.list.placing = not voting
        self.matrix.setVisible(bool(shown) and not voting)
        self.list.setVisible(bool(shown))
        self.keys.setVisible(bool(shown))
        self.empty.setVisible(not shown)
        self.empty.say(
            self.tr("Inga förslag att prioritera"),
            self.tr("Gå tillbaka till ett steg där förslag skrivs."),
        )

    def show_voting(self, *, voting: bool) -> None:
        """Show the votes, or the matrix; the room sees the same."""
        self._order = []
        self.choice.choose(value=voting)
        self.room.show_voting(voting=voting)

    def be_low(self, *, low: bool) -> None:
        """Leave the keys out."""
        self.head.be_low(low=low)
        self.keys.setMaximumHeight(0 if low else 16_777_215)

    def focus(self) -> None:
        """Put the keys in the list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    # What is done

    def _on_chosen(self, _: str) -> None:
        row = self.list.chosen_row
        self.matrix.choose(row.number if row else 0)

    def _on_point(self, point: int) -> None:
        found = next((one for one in self.list.ideas.rows if one.number == point), None)
        if found is not None:
            self.list.setCurrentIndex(self.list.ideas.index(self.list.ideas.place_of(found.id)))

    def _on_voted(self, idea: str, by: int) -> None:
        if by:
            self.room.edit(partial(_voted, idea, by))

    def _on_placed(self, point: int, effect: int, effort: int) -> None:
        found = next((one for one in self.list.ideas.rows if one.number == point), None)
        if found is not None:
            self.room.edit(partial(_placed, found.id, effect, effort))

    def _on_entered(self, idea: str) -> None:
        """Make an action of the idea, or show the one it is."""
        action = self.room.become().get(idea)
        if action is not None:
            self.action_asked.emit(action.id)
            return
        self.room.edit(partial(_become, idea), while_there(self, self._on_action))

    def _on_action(self, _: Delta) -> None:
        self.told.emit(self.tr("Förslaget är en åtgärd. Ansvarig och tid fylls i senare."))


def _point(idea: Thing) -> Point:
    return Point(
        number(idea, "number"),
        idea.text("title"),
        number(idea, "effect"),
        number(idea, "effort"),
        number(idea, "votes"),
    )


def _voted(idea: str, by: int, session: Session) -> Outcome:
    return ideas.vote(session, idea, by)


def _placed(idea: str, effect: int, effort: int, session: Session) -> Outcome:
    return ideas.place(session, idea, effect, effort)


def _become(idea: str, session: Session) -> Outcome:
    return ideas.become_action(session, idea)

"""Prioritising: dots first, then where each idea stands between effect and effort."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nvworkshop.model.things import Thing
from nvworkshop.session import ideas
from nvworkshop.session.live import Delta
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.session import Session
from nvworkshop.workshop.ideas import FEW, by_votes, in_order, number
from nvworkshop.workshop.steps import Step
from ui.editor.asking import ask, while_there
from ui.theme.theme import Theme
from ui.widgets.empty import EmptyState
from ui.widgets.labels import ElidedLabel
from ui.widgets.stack import QuietStack
from ui.widgets.style import set_role
from ui.workshop.idea_model import IdeaRow, idea_row
from ui.workshop.matrix_model import is_placed, placed, within
from ui.workshop.matrix_panel import MatrixPanel
from ui.workshop.prioritise_bar import PrioritiseBar
from ui.workshop.room import Room
from ui.workshop.step_head import StepHead
from ui.workshop.step_view import StepView
from ui.workshop.votes import VoteList


class PrioritiseStep(StepView):
    """Votes or the matrix; M changes between them, and the room sees the same."""

    def __init__(self, room: Room, theme: Theme, parent: QWidget | None = None) -> None:
        """Lay out the parts."""
        super().__init__(room, theme, parent)
        self.head = StepHead(theme, self)
        self.bar = PrioritiseBar(theme, self)
        self.keys = ElidedLabel("", self)
        set_role(self.keys, "muted")
        self.votes = VoteList(theme, self)
        self.panel = MatrixPanel(theme, self)
        self.empty = EmptyState("idea", "", theme=theme, parent=self)
        self.stack = QuietStack(self)
        self._order: list[str] = []
        self._by_votes = False
        self._low = False
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        px = self.theme.px
        lines = QVBoxLayout(self)
        lines.setContentsMargins(px(28), px(20), px(28), px(12))
        lines.setSpacing(px(8))
        for place in (self.votes, self.panel, self.empty):
            self.stack.addWidget(place)
        for line in (self.head, self.bar, self.keys):
            lines.addWidget(line)
        lines.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.bar.turned.connect(lambda voting: self.show_voting(voting=voting))
        self.bar.sort_asked.connect(self.sort)
        self.bar.more_asked.connect(self._on_more)
        self.bar.dots_changed.connect(self.refresh)
        self.votes.voted.connect(lambda idea, by: self.room.edit(partial(_voted, idea, by)))
        self.votes.given.connect(lambda idea, votes: self.room.edit(partial(_given, idea, votes)))
        self.votes.looked_at.connect(self._on_looked_at)
        self.panel.placed.connect(
            lambda idea, effect, effort: self.room.edit(partial(_placed, idea, effect, effort))
        )
        self.panel.stepped.connect(
            lambda idea, effect, effort: self.room.edit(partial(_stepped, idea, effect, effort))
        )
        self.room.refused.connect(lambda _: self.refresh())  # nothing was placed
        for part in (self.votes, self.panel):
            part.entered.connect(self._on_entered)
            part.lettered.connect(self._on_letter)

    # What is shown

    def show_step(self, step: Step) -> None:
        """Be about the step, sorted anew."""
        self._order = []
        super().show_step(step)

    def refresh(self) -> None:
        """Show the ideas; their order stays until somebody asks for another."""
        room = self.room
        if self.step is not None:
            self.head.show_step(self.step, room.agenda, room.strategy)
        shown = [one for one in room.ideas if not one["parked"]]
        votes = sum(number(one, "votes") for one in shown)
        self.bar.show_votes(votes, len(room.participants))
        if room.voting:
            self._show_votes(shown)
        else:
            self._show_matrix(shown)
        part = (self.votes if room.voting else self.panel) if shown else self.empty
        self.stack.setCurrentWidget(part)
        self._show_words(nothing=not shown)

    def _show_votes(self, shown: list[Thing]) -> None:
        there = {one.id: one for one in shown}
        known = set(self._order)
        self._order = [one for one in self._order if one in there]
        self._order += [one.id for one in self._sorted(shown) if one.id not in known]
        self.votes.show_rows(self._rows([there[one] for one in self._order]))

    def _show_matrix(self, shown: list[Thing]) -> None:
        best = by_votes(self._numbered(shown))
        few = best if self.room.everything else best[:FEW]
        waiting = [one for one in few if not is_placed(one)]
        rest = 0 if self.room.everything else sum(not is_placed(one) for one in best[FEW:])
        points = [placed(one) for one in best if is_placed(one)]
        self.panel.show_ideas(self._rows(waiting), points, more=rest > 0)
        self.bar.show_more(rest, everything=self.room.everything and len(best) > FEW)

    def _rows(self, shown: list[Thing]) -> list[IdeaRow]:
        become = self.room.become()
        return [idea_row(one, {}, become) for one in shown]

    def _sorted(self, shown: list[Thing]) -> list[Thing]:
        numbered = self._numbered(shown)
        return by_votes(numbered) if self._by_votes else numbered

    def _numbered(self, shown: list[Thing]) -> list[Thing]:
        return in_order(shown, self.room.strategy)

    def _show_words(self, *, nothing: bool) -> None:
        voting = self.room.voting
        self.bar.show_state(voting=voting, by_votes=self._in_order_of_votes(), low=self._low)
        self.bar.more.setVisible(not voting and not self.bar.more.isHidden())
        self.bar.setVisible(not nothing)
        self.keys.setVisible(not nothing and not self._low)
        votes = self.tr("+ − en prick · siffror sätter antalet · Retur gör till åtgärd")
        places = self.tr(
            "Två siffror: effekt, insats · pilar flyttar · Del tar ut · Retur blir åtgärd"
        )
        self.keys.setText(f"{votes if voting else places} · {self.tr('M byter vy')}")
        self.empty.say(
            self.tr("Inga förslag att prioritera"),
            self.tr("Gå tillbaka till ett steg där förslag skrivs."),
        )

    def _in_order_of_votes(self) -> bool:
        """Tell whether sorting by votes would change nothing."""
        votes = [one.votes for one in self.votes.ideas.rows]
        return self._by_votes and votes == sorted(votes, reverse=True)

    def show_voting(self, *, voting: bool) -> None:
        """Show the votes, or the matrix, sorted anew; the room sees the same."""
        self.votes.give()
        self._order = []
        inside = self.stack.isAncestorOf(self.window().focusWidget() or self)
        self.room.show_voting(voting=voting)
        if inside:
            self.focus()

    def sort(self) -> None:
        """Sort by votes, the number being typed too; by number when they are sorted so already."""
        if self.votes.typed:
            self.votes.give()
            ask(self.room.desk, self, lambda _: None, lambda _: self._sort())
        else:
            self._sort()

    def _sort(self) -> None:
        self._by_votes = not self._in_order_of_votes()
        self._order = []
        self.refresh()

    def be_low(self, *, low: bool) -> None:
        """Leave out the keys, and what the room sees in large type anyway."""
        self._low = low
        self.head.be_low(low=low)
        self.head.question.setVisible(not low)
        self._show_words(nothing=self.stack.currentWidget() is self.empty)

    def focus(self) -> None:
        """Put the keys on the ideas."""
        if self.stack.currentWidget() is self.panel:
            self.panel.focus()
        else:
            self.votes.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> None:
        """Keep a number that is being typed."""
        self.votes.give()

    # What is done

    def _on_looked_at(self, idea: str) -> None:
        if self.isVisible():
            self.room.show_read(idea)

    def _on_letter(self, letter: str) -> None:
        voting = self.room.voting
        if letter == "m":
            self.show_voting(voting=not voting)
        elif letter == "s" and voting:
            self.sort()
        elif letter == "a" and not voting:
            self._on_more()

    def _on_more(self) -> None:
        self.room.show_everything(everything=not self.room.everything)

    def _on_entered(self, idea: str) -> None:
        """Make an action of the idea, or show the one it is."""
        action = self.room.become().get(idea)
        if action is not None:
            self.action_asked.emit(action.id)
        elif idea:
            self.room.edit(partial(_become, idea), while_there(self, self._on_action))

    def _on_action(self, _: Delta) -> None:
        self.told.emit(self.tr("Förslaget är en åtgärd. Ansvarig och tid fylls i senare."))


def _voted(idea: str, by: int, session: Session) -> Outcome:
    return ideas.vote(session, idea, by)


def _given(idea: str, votes: int, session: Session) -> Outcome:
    return ideas.vote(session, idea, votes - number(session.thing(idea), "votes"))


def _placed(idea: str, effect: int, effort: int, session: Session) -> Outcome:
    return ideas.place(session, idea, effect, effort)


def _stepped(idea: str, effect: int, effort: int, session: Session) -> Outcome:
    """Move an idea from where it is by now; keys may be faster than the plan."""
    stands = placed(session.thing(idea))
    return ideas.place(
        session, idea, within(stands.effect + effect), within(stands.effort + effort)
    )


def _become(idea: str, session: Session) -> Outcome:
    return ideas.become_action(session, idea)

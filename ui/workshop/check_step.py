"""The plan check: what is missing while everyone is still here, and why it matters."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from nvworkshop.model.choices import CHOICES
from nvworkshop.model.kinds import KINDS
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.rows import Row
from nvworkshop.session.session import Session
from nvworkshop.workshop.coverage import cover
from nvworkshop.workshop.plain_language import hints
from ui.theme.theme import Theme
from ui.widgets.labels import ElidedLabel, PlainLabel
from ui.widgets.style import set_role
from ui.words import tr
from ui.workshop.asking_step import AskingStep
from ui.workshop.quick_fields import FIELDS
from ui.workshop.room import Room

_CONSENSUS = ("", *(one.id for one in CHOICES["consensus"]))
_MOST_HINTS = 3


class CheckStep(AskingStep):
    """The actions that lack something first; Enter fills in, E says whether all agree."""

    def __init__(self, room: Room, theme: Theme, parent: QWidget | None = None) -> None:
        """Add what the plan lacks, and why it matters."""
        super().__init__(room, theme, parent)
        self.sentences = PlainLabel("", self)
        self.keys = ElidedLabel(
            self.tr("Retur fyller i det som saknas · E enighet · Ö öppnar i planen"), self
        )
        set_role(self.keys, "muted")
        self.why = PlainLabel("", self)
        for label in (self.sentences, self.why):
            label.setWordWrap(True)
        self.lines.insertWidget(1, self.sentences)
        self.lines.insertWidget(2, self.keys)
        self.lines.addWidget(self.why)
        self.list.pressed_key.connect(self._on_key)
        self.list.chosen.connect(lambda _: self._explain())
        self.asking.finished.connect(self._go_on)

    def be_low(self, *, low: bool) -> None:
        """Leave out the keys, which the help has, and the sentences, which the map has."""
        super().be_low(low=low)
        self._show_parts()

    def _show_parts(self) -> None:
        self.keys.setVisible(not self._low and bool(self.list.actions_shown.rows))
        self.sentences.setVisible(not self._low)
        self.why.setVisible(not self._low)

    def rows(self) -> list[Row]:
        """Return the actions, those that lack something first."""
        return sorted(super().rows(), key=lambda one: not one.missing)

    def asked(self, row: Row) -> Sequence[str]:
        """Return what the action lacks, or else who and when."""
        return row.missing or FIELDS

    def refresh(self) -> None:
        """Show what the plan lacks now."""
        super().refresh()
        self.sentences.setText(" ".join(cover(self.room.actions, self.room.strategy).sentences))
        self._show_parts()
        self._explain()

    @property
    def _chosen(self) -> Row | None:
        return self.room.desk.rows["action"].get(self.list.chosen_id)

    def _go_on(self) -> None:
        """Choose the next action that lacks something, once one lacks nothing more."""
        row = self._chosen
        lacking = next((one for one in self.rows() if one.missing), None)
        if row is not None and not row.missing and lacking is not None:
            self.list.choose(lacking.thing.id)

    def _explain(self) -> None:
        """Say why what is missing matters, and what could be said plainer."""
        row = self._chosen
        if row is None:
            self.why.setText("")
            return
        fields = [KINDS["action"].field(name) for name in row.missing]
        lines = [f"{tr(one.sv)}: {tr(one.decision)}" for one in fields if one]
        title, description = row.thing.text("title"), row.thing.text("description")
        found = hints(title, description, self.room.strategy)
        lines += [one.sentence for one in found[:_MOST_HINTS]]
        self.why.setText("\n".join(lines))

    def _on_key(self, letter: str) -> None:
        row = self._chosen
        if row is None:
            return
        if letter == "ö":
            self.action_asked.emit(row.thing.id)
        elif letter == "e":
            self._agree(row)

    def _agree(self, row: Row) -> None:
        """Go on to the next answer; somebody who thinks otherwise is asked what, and why."""
        stands = row.thing.text("consensus")
        place = _CONSENSUS.index(stands) if stands in _CONSENSUS else 0
        following = _CONSENSUS[(place + 1) % len(_CONSENSUS)]
        if following == "dissent":
            said = self.tr("Vem tycker något annat, och varför? Skriv funktion, inte namn.")
            self.ask(row, ("dissent",), said)
        self.room.edit(partial(_agreed, row.thing.id, following))


def _agreed(action: str, consensus: str, session: Session) -> Outcome:
    return session.set(action, {"consensus": consensus})

"""The two forms: of one thing with its title and history, and of several at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from nvworkshop.language import several
from nvworkshop.model.fields import Kind
from nvworkshop.model.kinds import KINDS
from nvworkshop.model.things import Thing
from ui.actions import Actions
from ui.editor.arranging import parts, parts_of_several
from ui.editor.box import FieldBox
from ui.editor.completeness import Completeness
from ui.editor.folds import HISTORY
from ui.editor.form import Form
from ui.editor.header import Header
from ui.editor.inputs.base import Around
from ui.editor.keeper import Keeper
from ui.editor.latest import Latest
from ui.editor.provenance import Provenance
from ui.editor.showing import show_if
from ui.editor.thing_form import ThingForm
from ui.widgets.labels import PlainLabel
from ui.widgets.style import set_role


class OneForm(ThingForm):
    """The form of one thing, with where it comes from, what it lacks and its history."""

    def __init__(
        self,
        kind: Kind,
        around: Around,
        keeper: Keeper,
        actions: Actions,
        parent: QWidget | None = None,
    ) -> None:
        """Build it, empty."""
        super().__init__(kind, parts(kind), around, keeper, parent)
        self._provenance = Provenance(around, self)
        self.header = Header(self.title, actions, around.theme, self)
        self.completeness = Completeness(
            [one for one in kind.fields if one.decision], around.theme, self
        )
        self.latest = Latest(around, self)
        self._lay_out(actions)
        self.completeness.field_chosen.connect(self.field_wanted)
        around.names.changed.connect(self._on_names_changed)

    def _lay_out(self, actions: Actions) -> None:
        self.lines.insertWidget(0, self.header)
        self.lines.insertWidget(1, self.completeness)
        show_if(self.completeness, any(one.decision for one in self.kind.fields))
        self.lines.insertWidget(self.lines.count() - 1, self.latest)
        self.latest.toggled.connect(lambda opened: self._folds.remember(HISTORY, opened))
        self.latest.all_asked.connect(actions["row.history"].trigger)
        self.latest.heading.setChecked(self._folds.is_open(HISTORY))

    def parts(self) -> list[QWidget]:
        """Return the title, its commands, what is missing, the sections and the history."""
        title = [self.title] if self.title else []
        top = [self.header.menu_button, *title, *([self.removal] if self.removal else [])]
        return [*top, self.completeness, *super().parts(), self.latest]

    def show_things(self, things: Sequence[Thing]) -> None:
        """Show another thing, or the same after something happened to it."""
        super().show_things(things)
        self._show_line()
        self.completeness.show_missing(
            [one for one in self.kind.fields if one.name in self._missing], things[0].conflicts
        )
        self.latest.show_thing(things[0])

    def _show_line(self) -> None:
        if self.things:
            self.header.show_line(self._provenance.line(self.things[0]))
            shift = self.things[0].text("shift")
            self.header.bar.show_colour(self.around.theme.shift_color(shift) if shift else None)

    @Slot(str)
    def _on_names_changed(self, kind: str) -> None:
        if kind in ("workshop", "plan"):
            self._show_line()


class SeveralForm(Form):
    """The form of several things: what is set is set for all, in one step."""

    def __init__(
        self, kind: Kind, around: Around, keeper: Keeper, parent: QWidget | None = None
    ) -> None:
        """Build it, empty."""
        super().__init__(kind, parts_of_several(kind), around, keeper, parent)
        self._conflicts: Counter[str] = Counter()
        self.heading = PlainLabel("", self)
        self.heading.setWordWrap(True)
        set_role(self.heading, "heading")
        about = PlainLabel(
            self.tr("Det du ändrar här ändras för alla, och går att ångra i ett steg."), self
        )
        about.setWordWrap(True)
        set_role(about, "small")
        self.lines.insertWidget(0, self.heading)
        self.lines.insertWidget(1, about)

    def _warn(self, box: FieldBox) -> None:
        """Say how many of the things have values against each other: they would be decided."""
        n = self._conflicts[box.field.name]
        if n:
            text = self.tr("I konflikt i {n} av dem. Det du väljer avgör.").format(n=n)
            box.notes.show_why(text)

    def show_things(self, things: Sequence[Thing]) -> None:
        """Show what the things have in common."""
        self._conflicts = Counter(name for one in things for name in one.conflicts)
        super().show_things(things)
        text = self.tr("{n} {things} valda")
        self.heading.setText(
            text.format(n=len(things), things=several(KINDS[self.kind.name].sv_plural))
        )

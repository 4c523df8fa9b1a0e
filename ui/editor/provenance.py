"""Where a thing comes from, in one line: its number, the förslag, the workshop, the länsdel."""

from __future__ import annotations

from PySide6.QtCore import QObject

from nvworkshop.model.kinds import KINDS
from nvworkshop.model.things import Thing
from ui.editor.inputs.base import Around
from ui.words import tr


class Provenance(QObject):
    """Tells where things come from; empty parts fill in when the names are known."""

    def __init__(self, around: Around, parent: QObject | None = None) -> None:
        """Know nothing yet."""
        super().__init__(parent)
        self._around = around

    def line(self, thing: Thing) -> str:
        """Return "Åtgärd 12 · från förslag i workshop 2026-11-18"."""
        parts = (self._numbered(thing), self._source(thing), self._plan(thing))
        return " · ".join(one for one in parts if one)

    def _numbered(self, thing: Thing) -> str:
        name = tr(KINDS[thing.kind].sv).capitalize()
        number = thing["number"]
        return f"{name} {number}" if isinstance(number, int | float) else name

    def _source(self, thing: Thing) -> str:
        ideas, held = len(thing.items("ideas")), self._workshop(thing)
        if ideas and held:
            one, several = self.tr("från förslag i {held}"), self.tr("från {n} förslag i {held}")
            return (one if ideas == 1 else several).format(n=ideas, held=held)
        if ideas:
            return (
                self.tr("från förslag")
                if ideas == 1
                else self.tr("från {n} förslag").format(n=ideas)
            )
        return self.tr("från {held}").format(held=held) if held else ""

    def _workshop(self, thing: Thing) -> str:
        """Return "workshop 2026-11-18", "workshop" without a date, "" without a workshop."""
        entity = thing.text("workshop")
        if not entity:
            return ""
        found = self._around.names.thing("workshop", entity)
        day = found.text("date") if found else ""
        return self.tr("workshop {day}").format(day=day).strip()

    def _plan(self, thing: Thing) -> str:
        """Return the länsdel of a thing from another plan than the one that is open."""
        entity, open_plan = thing.text("plan"), self._around.desk.plan
        if not entity or open_plan is None or entity == open_plan.id:
            return ""
        found = self._around.names.thing("plan", entity)
        if found is None:
            return ""
        part = found.text("county_part")
        return (
            self._around.desk.strategy.label("county_part", part) if part else found.text("title")
        )

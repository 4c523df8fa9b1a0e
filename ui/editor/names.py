"""What things are called that a field can point at, asked for once and kept until they change."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from nvworkshop.model.things import Thing
from nvworkshop.session.live import Delta
from nvworkshop.session.view import PlanView
from ui.desk import Desk
from ui.editor.asking import ask


class Names(QObject):
    """The things of each kind with their names; `changed` tells that a kind is known anew.

    Several kinds that one field points at count as a kind, named as the field names them.
    """

    changed = Signal(str)  # the kind

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        """Know nothing yet."""
        super().__init__(parent)
        self._desk = desk
        self._known: dict[str, dict[str, tuple[Thing, str]]] = {}
        self._asked: set[str] = set()
        desk.changed.connect(self._on_changed)

    def of(self, kind: str) -> Mapping[str, tuple[Thing, str]] | None:
        """Return thing and name by id, oldest first; None when they are not known yet.

        Then they are asked for, and `changed` follows.
        """
        if kind not in self._known and kind not in self._asked:
            self._asked.add(kind)
            ask(self._desk, self, partial(_named, kind=kind), partial(self._on_answer, kind))
        return self._known.get(kind)

    def name(self, kind: str, entity: str) -> str:
        """Return what a thing is called; the beginning of its id when it is gone, "" meanwhile."""
        known = self.of(kind)
        if known is None:
            return ""
        found = known.get(entity)
        return found[1] if found and found[1] else entity[:8]

    def thing(self, kind: str, entity: str) -> Thing | None:
        """Return a thing, None when it is gone or not known yet."""
        found = (self.of(kind) or {}).get(entity)
        return found[0] if found else None

    def _on_answer(self, kind: str, found: dict[str, tuple[Thing, str]]) -> None:
        self._asked.discard(kind)
        self._known[kind] = found
        self.changed.emit(kind)

    @Slot(object)
    def _on_changed(self, delta: Delta) -> None:
        """Ask again for what has changed, of what is known."""
        touched = {kind for kind, _ in delta.touched}
        for of in [one for one in self._known if not touched.isdisjoint(one.split())]:
            del self._known[of]
            self.of(of)


def _named(view: PlanView, kind: str) -> dict[str, tuple[Thing, str]]:
    return {one.id: (one, view.name(one)) for one in view.candidates(kind)}

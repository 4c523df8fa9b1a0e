"""The things to show: at hand when they are rows of a table, otherwise asked for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from nvworkshop.model.things import Thing
from nvworkshop.session.view import PlanView
from ui.desk import Desk
from ui.editor.asking import ask


class Things(QObject):
    """Finds things by kind and id."""

    came = Signal(str, object)  # kind, and the things that were asked for

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        """Find them on this desk."""
        super().__init__(parent)
        self._desk = desk

    def find(self, kind: str, ids: Sequence[str]) -> list[Thing] | None:
        """Return those of the things that are there; None when they are asked for."""
        rows = self._desk.rows.get(kind)
        if rows is not None:
            return [rows[one].thing for one in ids if one in rows]
        question = partial(_current, kind=kind, ids=tuple(ids))
        ask(self._desk, self, question, partial(self.came.emit, kind))
        return None


def _current(view: PlanView, kind: str, ids: Sequence[str]) -> list[Thing]:
    found = (view.current(kind, one) for one in ids)
    return [one for one in found if one is not None and not one.removed]

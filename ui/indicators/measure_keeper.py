"""What is written in the table of values on its way to the plan."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from nvworkshop.errors import PersonalNumberError, PlanError
from nvworkshop.model.kinds import FIELDS
from nvworkshop.model.labels import offered
from nvworkshop.session.guard import kept_anyway
from nvworkshop.session.live import Delta
from nvworkshop.session.measurements import paste, write_cell
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.session import Session
from ui.desk import Desk
from ui.editor.asking import while_there
from ui.editor.keeper import Keeper
from ui.indicators.measure_table import MeasureTable
from ui.plan.in_place import Reading

KIND = "measurement"


class MeasureKeeper(QObject):
    """Sends cells, pasted rows and removals; keeps drafts of what is being typed."""

    failed = Signal(str)  # a sentence

    def __init__(self, table: MeasureTable, desk: Desk, parent: QObject | None = None) -> None:
        """Listen to a table."""
        super().__init__(parent)
        self._table, self._desk = table, desk
        self._keeper = Keeper(desk, self)
        self._refused: set[str] = set()
        table.values.edit_asked.connect(self.put)
        table.cells.keep_asked.connect(partial(self.put, anyway=True))
        table.cells.typed.connect(self.draft)
        table.cells.given_up.connect(self._on_given_up)
        table.remove_asked.connect(self.remove)
        table.paste_asked.connect(self.paste)

    def put(self, entity: str, field: str, text: str, *, anyway: bool = False) -> None:
        """Write a cell, as typed."""
        declared = FIELDS[KIND][field]
        names = dict(offered(declared, self._desk.strategy)) if declared.of else {}
        values = self._table.values
        values.show_pending(entity, field, names.get(text, text))
        indicator = values.indicator
        change: Callable[[Session], Outcome] = partial(
            _written, indicator=indicator, entity=entity, field=field, text=text
        )
        self._desk.edit(
            kept_anyway(change) if anyway else change,
            while_there(self, partial(self._on_kept, entity, field)),
            while_there(self, partial(self._on_refused, entity, field, text)),
        )

    def paste(self, text: str) -> None:
        """Take rows from the clipboard as values."""
        indicator = self._table.values.indicator
        self._desk.edit(
            lambda session: paste(session, indicator, text),
            None,
            while_there(self, lambda error: self.failed.emit(error.sentence)),
        )

    def remove(self, ids: Sequence[str]) -> None:
        """Remove values; it can be undone."""
        self._desk.edit(lambda session: session.remove_many(ids))

    def draft(self, entity: str, field: str, text: str) -> None:
        """Keep what is typed across a crash, where the value is there to set it in."""
        if entity in self._table.values.ids:
            self._keeper.draft((KIND, entity, field), lambda: text)

    def keep(self) -> None:
        """Keep at once what is typed and not set."""
        self._table.cells.finish()
        self._keeper.send_drafts()

    def _forget(self, entity: str, field: str) -> None:
        self._keeper.forget((KIND, entity, field))

    def _on_given_up(self, entity: str, field: str) -> None:
        """Drop the draft; a value that was refused and is given up was never there."""
        self._forget(entity, field)
        if entity in self._refused:
            self._refused.discard(entity)
            self._table.values.give_up(entity)

    def _on_kept(self, entity: str, field: str, _: Delta) -> None:
        self._forget(entity, field)
        self._refused.discard(entity)
        self._table.values.show_pending(entity, field, None)

    def _on_refused(self, entity: str, field: str, text: str, error: PlanError) -> None:
        self._table.values.show_pending(entity, field, None)
        self._refused.add(entity)
        may_keep = isinstance(error, PersonalNumberError)
        said = Reading(usable=False, sentence=error.sentence, may_keep=may_keep)
        self._table.write_again(entity, field, text, said)


def _written(session: Session, indicator: str, entity: str, field: str, text: str) -> Outcome:
    return write_cell(session, indicator, entity, field, text)

"""What is written in cells on its way to the plan: shown meanwhile, kept, or handed back."""

from __future__ import annotations

from PySide6.QtCore import QObject

from nvworkshop.model.kinds import FIELDS
from nvworkshop.model.labels import offered
from ui.desk import Desk
from ui.editor.edits import Put
from ui.editor.keeper import Keeper, Key
from ui.plan.in_place import Reading
from ui.plan.sheet import Sheet


class CellKeeper(QObject):
    """Sends the edits of one table."""

    def __init__(self, sheet: Sheet, desk: Desk, parent: QObject | None = None) -> None:
        """Listen to a table."""
        super().__init__(parent)
        self._sheet = sheet
        self._desk = desk
        self._keeper = Keeper(desk, self)
        self._keeper.settled.connect(self._on_settled)
        self._keeper.refused.connect(self._on_refused)
        sheet.model.edit_requested.connect(self._on_edit_requested)
        sheet.view.delegate.keep_asked.connect(self._on_keep_asked)
        sheet.view.delegate.typed.connect(self._on_typed)
        sheet.view.delegate.given_up.connect(self._on_given_up)

    def _on_edit_requested(self, entity: str, name: str, value: str) -> None:
        self._make(entity, name, value)

    def _on_keep_asked(self, entity: str, name: str, value: str) -> None:
        self._make(entity, name, value, anyway=True)

    def _make(self, entity: str, name: str, value: str, *, anyway: bool = False) -> None:
        field = FIELDS[self._sheet.kind][name]
        names = dict(offered(field, self._desk.strategy)) if field.of else {}
        self._sheet.model.show_pending(entity, name, names.get(value, value))
        self._keeper.make(
            self._sheet.kind, [entity], field, Put(value), text=value, label="", anyway=anyway
        )

    def _on_typed(self, entity: str, name: str, text: str) -> None:
        self._keeper.draft((self._sheet.kind, entity, name), lambda: text)

    def _on_given_up(self, entity: str, name: str) -> None:
        self._keeper.forget((self._sheet.kind, entity, name))

    def _on_settled(self, key: Key) -> None:
        self._sheet.model.show_pending(key[1], key[2], None)

    def _on_refused(self, key: Key) -> None:
        """Open the cell again with what was typed, and say why it could not be set."""
        refusal = self._keeper.refusals[key]
        said = Reading(usable=False, sentence=refusal.sentence, may_keep=refusal.may_keep)
        self._sheet.write_again(key[1], key[2], refusal.text, said)

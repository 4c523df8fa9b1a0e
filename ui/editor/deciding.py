"""Puts conflicts where they are decided: on their fields, or at the top for the whole thing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from nvworkshop.model.changes import REMOVED
from nvworkshop.model.conflicts import REMOVED_LABEL
from nvworkshop.model.fields import Field, FieldType
from nvworkshop.model.things import Thing
from ui.editor.asking import ask
from ui.editor.box import FieldBox
from ui.editor.conflict import ConflictPanel, Told, conflicts_of
from ui.editor.edits import Use
from ui.editor.inputs.base import Around
from ui.editor.keeper import Keeper

_REMOVAL = Field(REMOVED, REMOVED_LABEL, "Removed", FieldType.BOOL)


class Deciding(QObject):
    """Asks what stands against what in one thing, and shows it when the answer comes."""

    removal_told = Signal(object)  # ConflictPanel: the thing is removed, and edited elsewhere

    def __init__(
        self,
        around: Around,
        keeper: Keeper,
        boxes: Callable[[], list[FieldBox]],
        parent: QObject | None = None,
    ) -> None:
        """Show on the boxes that are there when the answer comes."""
        super().__init__(parent)
        self._around = around
        self._keeper = keeper
        self._boxes = boxes
        self._thing: Thing | None = None
        self._known: dict[str, Told] = {}

    def look_at(self, thing: Thing | None) -> None:
        """Ask for the conflicts of a thing, when it has any."""
        if self._thing is None or thing is None or self._thing.id != thing.id:
            self._known = {}
        self._thing = thing
        if thing is not None and thing.conflicts:
            question = partial(conflicts_of, entity=thing.id)
            ask(self._around.desk, self, question, partial(self._on_told, thing.id))

    def show_on(self, boxes: list[FieldBox]) -> None:
        """Show what is known on boxes that have come since."""
        for box in boxes:
            told = self._known.get(box.field.name)
            if told is not None and box.in_conflict and not _is_shown(told, box):
                box.show_panel(self._panel(told, box))

    def _on_told(self, entity: str, told: dict[str, Told]) -> None:
        if self._thing is None or self._thing.id != entity:
            return
        self._known = told
        self.show_on(self._boxes())
        if REMOVED in told:
            self.removal_told.emit(self._removal_panel(told[REMOVED]))

    def _panel(self, told: Told, box: FieldBox) -> ConflictPanel:
        panel = ConflictPanel(told, self._around.theme, self._around.now(), box)
        panel.third.connect(box.write_third)
        panel.used.connect(partial(self._use, box.field))
        for button in panel.buttons:
            button.setEnabled(not box.locked)
        return panel

    def _removal_panel(self, told: Told) -> ConflictPanel:
        panel = ConflictPanel(told, self._around.theme, self._around.now())
        panel.used.connect(partial(self._use, _REMOVAL))
        for button in panel.buttons:
            button.setEnabled(not self._around.desk.read_only)
        return panel

    def _use(self, field: Field, n: int) -> None:
        if self._thing is not None:
            thing = self._thing
            self._keeper.make(thing.kind, (thing.id,), field, Use(n), text="", label="")


def _is_shown(told: Told, box: FieldBox) -> bool:
    return isinstance(box.panel, ConflictPanel) and box.panel.told == told

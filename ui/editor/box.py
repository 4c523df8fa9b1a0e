"""One field of the form: shows what the plan has, and sends what a person makes of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtWidgets import QWidget

from nvworkshop.errors import InputError
from nvworkshop.model.fields import Field
from nvworkshop.model.values import parse
from ui.editor.edits import Add, Drop, Edit, Put, Third, applied
from ui.editor.frame import FieldFrame
from ui.editor.inputs.base import Around, Mixed
from ui.editor.inputs.growing import GrowingText
from ui.editor.keeper import Keeper, Key, Refusal
from ui.editor.showing import show_if
from ui.editor.tab_order import order_tabs
from ui.words import tr


class FieldBox(FieldFrame):
    """Shows one field of the chosen thing or things, and sets it when the person is done."""

    history_asked = Signal(object)  # FieldBox
    is_title = False

    def __init__(
        self, field: Field, around: Around, keeper: Keeper, parent: QWidget | None = None
    ) -> None:
        """Build it for whatever thing comes."""
        super().__init__(field, around, parent)
        self.keeper = keeper
        self.key: Key = ("", "", field.name)
        self.ids: tuple[str, ...] = ()
        self.locked = False
        self.in_conflict = False
        self._step = ""
        self._stands: Any = None
        self._connect()

    def _connect(self) -> None:
        self.input.chosen.connect(self.send)
        self.input.typed.connect(self._on_typed)
        self.input.finished.connect(self.commit)
        self.input.left.connect(self.commit)
        self.input.gave_up.connect(self.revert)
        self.notes.take.connect(self.revert)
        self.notes.keep.connect(self.keep_anyway)

    def point_at(self, kind: str, ids: Sequence[str], step: str) -> None:
        """Say which things the field is of; `step` is the name of a step, "" the session's own."""
        self.key = (kind, ids[0], self.field.name)
        self.ids = tuple(ids)
        self._step = step

    def show_data(self, data: Any, *, missing: bool = False, conflict: bool = False) -> None:
        """Show what the plan has for another thing, or what was typed there and not taken."""
        self.show_panel(None)
        self.in_conflict = conflict
        show_if(self.input, not conflict)
        self._stands = data
        self.input.show_value(data)
        self.notes.show_elsewhere(None)
        refusal = self.keeper.refusals.get(self.key)
        if refusal is not None and refusal.text:
            self.input.put_text(refusal.text)
        self.show_missing(missing)
        self._show_refused(refusal)

    def refresh(self, data: Any, *, missing: bool = False) -> None:
        """Show what the plan has now; what is being typed is never overwritten."""
        self.show_missing(missing)
        if self.keeper.is_under_way(self.key) or data == self._stands:
            return
        self._stands = data
        if self.input.is_open:
            self.notes.show_elsewhere(self._readable(data))
        else:
            self.input.show_value(data)
            self._describe()

    def show_missing(self, missing: bool) -> None:
        """Mark a field that is empty but needed, and say why it is."""
        self.label.show_state(missing=missing, conflict=self.in_conflict)
        self.notes.show_why(tr(self.field.decision) if missing else "")

    def show_refusal(self, data: Any) -> None:
        """Show that the plan could not take what was sent: a text stays, a choice goes back."""
        refusal = self.keeper.refusals.get(self.key)
        if refusal is None:
            return
        self._stands = data
        if not refusal.text:
            self.input.show_value(data)
        elif not (self.input.is_open and self.input.text() == refusal.text):
            self.input.show_value(data)
            self.input.put_text(refusal.text)
        self._show_refused(refusal)

    @property
    def is_open(self) -> bool:
        """Tell whether something is typed that is not set."""
        return self.input.is_open

    @property
    def is_empty(self) -> bool:
        """Tell whether the plan has nothing here."""
        return self._stands is None

    @property
    def is_of_one(self) -> bool:
        """Tell whether one thing is shown."""
        return len(self.ids) == 1

    @Slot()
    def commit(self) -> None:
        """Set what is typed, if anything is."""
        if self.locked:
            return
        if not self.input.is_open:
            self.keeper.drop_draft(self.key)
            return
        text = self.input.text()
        refusal = self.keeper.refusals.get(self.key)
        if refusal is not None and refusal.text == text:
            return
        try:
            edit = self.input.written()
        except InputError as error:
            self.keeper.refuse(self.key, text, error)
            return
        same = isinstance(edit, Put) and self._parsed(edit.value) == self._stands
        if same and not self.in_conflict:
            self.revert()
        else:
            self._send(edit, text)

    @Slot(object)
    def send(self, edit: Edit) -> None:
        """Set what was chosen, at once."""
        if not self.locked:
            self._send(edit, "")

    @Slot()
    def keep_anyway(self) -> None:
        """Set what is typed as it is: the person has read why it was not."""
        self.input.setFocus()  # the button goes
        self._send(self.input.written(), self.input.text(), anyway=True)

    def _send(self, edit: Edit, text: str, *, anyway: bool = False) -> None:
        """Show the value as set already: the plan nearly always agrees."""
        if isinstance(edit, Put):
            self._stands = self._parsed(edit.value)
            edit = Third(edit.value) if self.in_conflict else edit
        elif isinstance(edit, Add | Drop) and not isinstance(self._stands, Mixed):
            self._stands = applied(self._stands, edit)
        self.input.show_value(self._stands)
        self.notes.show_elsewhere(None)
        self._show_error("")
        kind, label = self.key[0], self._step
        self.keeper.make(kind, self.ids, self.field, edit, text=text, label=label, anyway=anyway)

    def _parsed(self, value: Any) -> Any:
        try:
            return parse(self.field, value, self.around.context)
        except InputError:  # the plan says so too, and its sentence is shown
            return self._stands

    @Slot()
    def revert(self) -> None:
        """Go back to what the plan has."""
        self.input.show_value(self._stands)
        self.notes.show_elsewhere(None)
        self._show_error("")
        self.keeper.forget(self.key)

    def lock(self, locked: bool) -> None:
        """Let nothing be changed, only read and copied."""
        self.locked = locked
        self.input.lock(locked)

    def show_menu(self, at: QPoint, text: GrowingText | None) -> None:
        """Show the menu of the field as it is now."""
        from ui.editor.menu import FieldMenu

        FieldMenu(self, text).popup(at)

    @Slot()
    def _on_typed(self) -> None:
        if self.input.keeps_draft:
            self.keeper.draft(self.key, self.input.text)
        if self.keeper.refusals.pop(self.key, None) is not None:
            self._show_error("")

    def _show_refused(self, refusal: Refusal | None) -> None:
        may_keep = refusal is not None and refusal.may_keep and not self.locked
        self._show_error(refusal.sentence if refusal else "", may_keep=may_keep)
        if may_keep:
            order_tabs((self.input, self.notes))

    def _show_error(self, sentence: str, *, may_keep: bool = False) -> None:
        self.notes.show_error(sentence, may_keep=may_keep)
        self.input.mark_wrong(bool(sentence))
        self._describe()

    def _describe(self) -> None:
        """Tell those who listen what the field is for, and what is the matter with it."""
        parts = (tr(self.field.help), self.notes.text)
        self.input.describe(tr(self.field.sv), " ".join(one for one in parts if one))

    def _readable(self, data: Any) -> str:
        if isinstance(data, Mixed):
            return self.tr("olika värden")
        return self.around.readable(self.field, data)

"""The place Handlingsplan: what happens between the table, its head, the editor and the plan."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QWidget

from nvworkshop.model.rules import OWN
from nvworkshop.session.live import Delta
from nvworkshop.session.rows import words_of
from ui.actions import ONE, SOME, Actions
from ui.desk import Desk
from ui.plan.arrangement import Filter
from ui.plan.memory import Left
from ui.plan.page_frame import PageFrame
from ui.plan.row_commands import RowCommands
from ui.plan.row_menu import RowMenus
from ui.plan.sheet import Prepared, Sheet, prepared
from ui.plan.words import actions_word
from ui.settings import Settings
from ui.theme.theme import Theme
from ui.widgets.place_page import Parts

if TYPE_CHECKING:
    from nvworkshop.session.pasting import Paste

_MANY = 1_000
"""With more rows than this they are put in order away from the window."""

_SETTLED = 500
"""Milliseconds from another order of rows or columns to remembering it."""

_REST = 40
"""Milliseconds on a row before the editor shows it: a key held down runs past."""


class PlanPage(PageFrame):
    """One open plan as a table and a form."""

    def __init__(
        self,
        desk: Desk,
        actions: Actions,
        theme: Theme,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        """Wait for the desk to open the plan."""
        super().__init__(desk, actions, theme, settings, parent)
        self._redo_label = ""
        self._showing = QTimer(self, singleShot=True, interval=_REST)
        self._showing.timeout.connect(self.show_in_editor)
        self._keeping = QTimer(self, singleShot=True, interval=_SETTLED)
        self._keeping.timeout.connect(self.save_state)
        self.commands = RowCommands(self)
        self.menus = RowMenus(self)
        for sheet in self.sheets.values():
            self._connect_sheet(sheet)
        self._connect()

    def _connect_sheet(self, sheet: Sheet) -> None:
        sheet.chosen.connect(self._on_chosen)
        sheet.arranged.connect(self._on_arranged)
        for rearranged in (sheet.arranged, sheet.model.modelReset, sheet.view.widths.settled):
            rearranged.connect(self._keeping.start)
        sheet.new_asked.connect(self.actions_table["row.new"].trigger)
        sheet.clear_asked.connect(self.show_all)
        sheet.view.edit_asked.connect(self.write_in_editor)

    def _connect(self) -> None:
        self.desk.opened.connect(self._on_opened)
        self.desk.changed.connect(self._on_changed)
        self.editor.stepped.connect(self.step)
        self.editor.told.connect(self.told)
        self.filters.kind_asked.connect(self.show_kind)
        self.filters.filter_asked.connect(self._on_filter_asked)
        self.filters.group_asked.connect(self._on_group_asked)
        self.filters.fold_asked.connect(self._on_fold_asked)
        self.filters.clear_asked.connect(self.show_all)
        self.paste.closed.connect(self._on_paste_closed)

    # What the window asks

    def search(self, text: str) -> None:
        """Show only rows with all these words."""
        words = words_of(text)
        if words != self.sheet.how.filter.words:
            self.sheet.filter_by(replace(self.sheet.how.filter, words=words))
        if not words:
            self.sheet.reveal_chosen()

    def show_thing(self, kind: str, entity: str) -> None:
        """Choose a row and show it, whatever is filtered or folded away."""
        if kind in self.sheets:
            self.show_kind(kind)
            self.sheet.show_thing(entity)

    @Slot()
    def focus_table(self) -> None:
        """Put the keys in the table, on a row if they were on none."""
        view = self.sheet.view
        if not view.selected_ids():
            view.step(1)
        view.setFocus(Qt.FocusReason.OtherFocusReason)

    def parts(self) -> Parts:
        """Return the table and the editor."""
        reason = Qt.FocusReason.OtherFocusReason
        return (
            (self.left, self.focus_table),
            (self.editor, lambda: self.editor.setFocus(reason)),
        )

    def show_rows(self, wanted: Filter) -> None:
        """Show just these actions, whatever was shown or folded away before."""
        self.show_kind("action")
        self.sheet.filter_by(wanted)
        self.sheet.fold_all(False)
        self.cleared.emit()
        self.focus_table()

    def write_new(self, entity: str) -> None:
        """Show an action that has just been made, and put the keys in its title."""
        self.show_kind("action")
        self.sheet.show_thing(entity)
        self.show_in_editor()
        self.editor.show_field("title")

    def selected_ids(self) -> list[str]:
        """Return the ids of the chosen rows, from the top."""
        return self.sheet.view.selected_ids()

    def keep(self) -> None:
        """Send what is being typed, in a cell or in the editor, to the plan."""
        for sheet in self.sheets.values():
            sheet.view.delegate.finish()
        self.editor.keep()

    def save_state(self) -> None:
        """Remember how everything is left; not what is searched for."""
        self.keep_splitter()
        for kind, sheet in self.sheets.items():
            names = tuple(one.name for one in sheet.model.columns)
            self.memory.keep_columns(kind, names, sheet.view.widths.chosen)
            if self.desk.plan is not None:
                how = replace(sheet.how, filter=replace(sheet.how.filter, words=()))
                left = Left(how, tuple(sheet.view.selected_ids()), sheet.view.top)
                self.memory.keep(self.desk.plan.id, kind, left)
        if self.desk.plan is not None:
            self.memory.keep_kind(self.desk.plan.id, self.sheet.kind)

    # What is done here

    @Slot(object)
    def show_kind(self, kind: str) -> None:
        """Show the table of actions, or of joint actions."""
        if kind == self.sheet.kind:
            return
        self.keep()
        words = self.sheet.how.filter.words
        self.sheet = self.sheets[kind]
        self.stack.setCurrentWidget(self.sheet)
        if self.sheet.how.filter.words != words:
            self.sheet.filter_by(replace(self.sheet.how.filter, words=words))
        self._on_arranged()
        self._on_chosen(self.selected_ids())

    @Slot()
    def show_all(self) -> None:
        """Show every row again."""
        self.sheet.filter_by(Filter())
        self.cleared.emit()
        self.focus_table()

    @Slot(int)
    def step(self, by: int) -> None:
        """Go to the next or the previous row; a cell with what can't be used is stayed in."""
        self.keep()
        if not self.sheet.view.delegate.is_open:
            self.sheet.view.step(by)

    @Slot()
    def show_in_editor(self) -> None:
        """Show the chosen rows in the editor now."""
        self._showing.stop()
        self.editor.show_things(self.sheet.kind, self.selected_ids())

    @Slot(str)
    def write_in_editor(self, field: str) -> None:
        """Put the keys in the editor, in a field or where they were last."""
        if not self.selected_ids():
            return
        self.open_editor()
        self.show_in_editor()
        if field:
            self.editor.show_field(field)
        else:
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_paste(self, paste: Paste) -> None:
        """Show what was pasted, over the table."""
        self.paste.show_paste(paste, len(self.selected_ids()))
        self._on_arranged()

    # What happens

    @Slot(object)
    def _on_opened(self, _: object) -> None:
        """Put the rows in order, in the plan's thread when they are many, and show them."""
        plan = self.desk.plan.id if self.desk.plan else ""
        own = self.desk.plan is not None and self.desk.plan.text("level") == OWN
        first = {"action": "part_of"} if own else {}
        left = {
            kind: self.memory.left(plan, kind, first=first.get(kind, "shift"))
            for kind in self.sheets
        }
        rows = {kind: list(self.desk.rows[kind].values()) for kind in self.sheets}

        def _prepare() -> dict[str, Prepared]:
            return {kind: prepared(rows[kind], left[kind].how) for kind in rows}

        def _show(ready: dict[str, Prepared]) -> None:
            self.set_loaded(True)  # first, so that what is scrolled to is known
            for kind, sheet in self.sheets.items():
                sheet.take_up(ready[kind], left[kind])
            self.show_kind(
                self.memory.kind(plan) if ready["joint_action"].counts.total else "action"
            )
            self._on_arranged()
            self.focus_table()

        if sum(map(len, rows.values())) > _MANY:
            self.desk.ask(lambda _: _prepare(), _show)
        else:
            _show(_prepare())

    @Slot(object)
    def _on_changed(self, delta: Delta) -> None:
        """Take in what an edit, an undo or another's change did to the rows."""
        turned = bool(delta.label) and delta.label in (delta.redo_label, self._redo_label)
        self._redo_label = delta.redo_label
        for kind, sheet in self.sheets.items():
            if delta.rows[kind]:
                sheet.change(delta.rows[kind])
        if turned:
            self._show_turned(delta)

    def _show_turned(self, delta: Delta) -> None:
        """Choose the row an undo or redo was about, if it is shown; with several choose none."""
        rows = delta.rows[self.sheet.kind]
        if len(rows) == 1:
            (entity,) = rows
            if self.sheet.model.place_of(entity) is not None:
                self.sheet.view.choose([entity], entity)
                self.sheet.view.reveal(entity)

    @Slot()
    def _on_arranged(self) -> None:
        if self.sheet.kind == "joint_action" and not self.sheet.rows:
            self.show_kind("action")
            return
        sheet = self.sheet
        self.head.show_counts(
            sheet.kind, sheet.counts, sheet.shown, sheet.outside, filtered=bool(sheet.how.filter)
        )
        joint = bool(self.sheets["joint_action"].rows)
        self.filters.show_kinds(sheet.kind, several=joint)
        rows = sheet.arranger.rows
        self.filters.show_state(sheet.kind, sheet.how, rows, sheet.counts, self.desk.strategy)
        self.filters.setVisible((bool(rows) or joint) and not self.is_crowded)

    @Slot(list)
    def _on_chosen(self, ids: list[str]) -> None:
        held = {ONE, SOME} if len(ids) == 1 else {SOME} if ids else set()
        self.actions_table.hold(held, among=(ONE, SOME))
        several = self.tr("{rows} valda. Det du skriver till höger gäller alla.")
        self.chosen_label.setText(several.format(rows=actions_word(self.sheet.kind, len(ids))))
        self.chosen_label.setVisible(len(ids) > 1)
        self.paste.show_chosen(len(ids))
        self._showing.start()
        self.selected.emit(ids)

    @Slot()
    def _on_paste_closed(self) -> None:
        self._on_arranged()
        self.focus_table()

    @Slot(object)
    def _on_filter_asked(self, wanted: Filter) -> None:
        self.sheet.filter_by(wanted)

    @Slot(str)
    def _on_group_asked(self, field: str) -> None:
        self.sheet.group_by(field)

    @Slot(bool)
    def _on_fold_asked(self, collapse: bool) -> None:
        self.sheet.fold_all(collapse)

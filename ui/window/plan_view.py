"""An open plan in the window: its desk, its page, and what the top bar shows of it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from nvworkshop.model.things import Thing
from nvworkshop.session.copies import FoundCopy
from nvworkshop.session.live import Delta, Opened
from ui.actions import PLAN, REDO, UNDO, WRITE
from ui.desk import Desk
from ui.plan.page import PlanPage
from ui.saving import SaveState
from ui.window.leftovers import LeftoversPanel

if TYPE_CHECKING:
    from ui.window.main_window import MainWindow

_LOOK_BESIDE = 60_000
"""Milliseconds between looks for other copies of the plan beside its file."""


class PlanView(QWidget):
    """One open plan; made when it is opened and gone when it is closed."""

    refused = Signal(object)  # PlanError

    def __init__(self, place: Path, window: MainWindow) -> None:
        """Open the plan at `place`."""
        super().__init__(window)
        self._window = window
        self.desk = Desk(place, window.surroundings(), window)
        self.page = PlanPage(self.desk, window.actions_table, window.theme, window.settings, self)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        self._lines.addWidget(self.page, 1)
        self._offered: set[Path] = set()
        self._connect()
        self.desk.open()

    def _connect(self) -> None:
        desk, window = self.desk, self._window
        desk.opened.connect(self._on_opened)
        desk.refused.connect(self.refused)
        desk.changed.connect(self._on_changed)
        desk.saved.connect(self._on_saved)
        desk.told.connect(window.tell)
        desk.failed.connect(window.tell_error)
        self.page.told.connect(window.tell)
        window.top_bar.searched.connect(self.page.search)
        self.page.cleared.connect(window.top_bar.search.clear)
        self._beside = QTimer(self, interval=_LOOK_BESIDE)
        self._beside.timeout.connect(self._look_beside)

    def keep(self) -> None:
        """Keep what is being typed."""
        if self.desk.plan is not None:
            self.page.keep()

    def focus(self) -> None:
        """Put the cursor in the table."""
        self.page.focus_table()

    def next_part(self, top_bar: QWidget) -> None:
        """Go from the top bar to the table, to the editor and round again."""
        focused = QApplication.focusWidget()
        if focused is not None and self.page.editor.isAncestorOf(focused):
            self._window.top_bar.focus_search()
        elif focused is not None and self.page.isAncestorOf(focused):
            self.page.editor.setFocus()
        else:
            self.focus()

    def _on_opened(self, opened: Opened) -> None:
        window = self._window
        self._show_name(opened.plan)
        held = {PLAN} if opened.read_only else {PLAN, WRITE}
        window.actions_table.hold(held, among=(PLAN, WRITE, UNDO, REDO))
        self._show_steps(opened.undo_label, "")
        for note in opened.notes:
            window.tell(note)
        if opened.read_only:
            window.messages.show_message(
                opened.read_only,
                action_text=self.tr("Spara en kopia…"),
                on_action=window.actions_table["file.copy"].trigger,
            )
        if opened.leftovers:
            panel = LeftoversPanel(opened.leftovers, window.theme, self)
            panel.dismissed.connect(self.desk.dismiss_leftovers)
            self._lines.insertWidget(0, panel)
        window.start.remember(self.desk)
        QTimer.singleShot(0, window.plan_shown.emit)
        if not opened.read_only:
            self._beside.start()
            self._look_beside()

    def _on_changed(self, delta: Delta) -> None:
        self._show_name(delta.plan)
        self._show_steps(delta.undo_label, delta.redo_label)

    def _on_saved(self, state: SaveState) -> None:
        self._window.top_bar.save_view.show_state(state, self.desk.place, self.desk.read_only)

    def _show_name(self, plan: Thing | None) -> None:
        title = plan.text("title") if plan is not None else ""
        where = self.desk.strategy.label("county_part", plan.text("county_part")) if plan else ""
        state = self.tr("Exempel") if plan is not None and plan["sample"] else ""
        shown = title or self.desk.place.name
        line = " · ".join(one for one in (where, state) if one) or self.desk.place.name
        self._window.top_bar.show_plan(shown, line)
        self._window.top_bar.show_place("plan")
        self._window.setWindowTitle(f"{shown} – NV Workshop")

    def _show_steps(self, undo: str, redo: str) -> None:
        actions = self._window.actions_table
        actions.set_step("edit.undo", undo)
        actions.set_step("edit.redo", redo)
        held = {name for name, label in ((UNDO, undo), (REDO, redo)) if label}
        actions.hold(held, among=(UNDO, REDO))

    def _look_beside(self) -> None:
        self.desk.find_copies(self._on_copies)

    def _on_copies(self, copies: tuple[FoundCopy, ...]) -> None:
        for one in copies:
            if one.place in self._offered:
                continue
            self._offered.add(one.place)
            text = self.tr(
                "{name} i samma mapp är en annan kopia av planen, med {n} ändringar till."
            )
            self._window.messages.show_message(
                text.format(name=one.place.name, n=one.changes),
                action_text=self.tr("Ta med dem"),
                on_action=partial(self.desk.take_in, one.place),
            )

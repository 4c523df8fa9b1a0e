"""The place Täckning: what the map says in words, whose actions it counts, and the map."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QMenu, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from nvworkshop.session.live import Delta
from nvworkshop.session.view import PlanView
from nvworkshop.workshop.coverage import Cell, Coverage, Label, cover
from ui.coverage.asking import Chosen, new_values, plans_elsewhere, rows_of
from ui.coverage.choosing import ChoosingBar
from ui.coverage.map_view import MapView
from ui.coverage.model import PREREQUISITE, Index
from ui.desk import Desk
from ui.plan.words import actions_word
from ui.theme.theme import Theme
from ui.widgets.empty import EmptyState
from ui.widgets.labels import PlainLabel
from ui.widgets.place_page import Parts, PlacePage
from ui.widgets.style import set_role

_REST = 80
"""Milliseconds of rest after a change before the map is made anew."""

_KINDS = ("action", "self_rating")


class CoveragePage(PlacePage):
    """One open plan as a map. It is made anew when actions change, while it is seen."""

    cell_asked = Signal(object)  # Filter: rows to show in the plan's table
    action_made = Signal(str)  # a new action to write in

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing until it is seen."""
        super().__init__(parent)
        self.desk, self.theme = desk, theme
        self.axis = PREREQUISITE
        self.chosen = Chosen()
        self._stale = True
        self._asked = False
        self._build()
        self._soon = QTimer(self, singleShot=True, interval=_REST)
        self._soon.timeout.connect(self.refresh)
        desk.opened.connect(self._on_opened)
        desk.changed.connect(self._on_changed)
        theme.changed.connect(self._space)

    def _build(self) -> None:
        set_role(self, "ground")
        self.title = PlainLabel(self.tr("Täckning – var finns åtgärder, och var saknas de?"), self)
        self.said = PlainLabel("", self)
        set_role(self.title, "title")
        set_role(self.said, "muted")
        self.choosing = ChoosingBar(self.theme, self)
        self.map = MapView(self.theme, self)
        self.empty = EmptyState("table", "", on_button=self._add_first, theme=self.theme)
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(self._build_inside())
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.area)
        self._stack.addWidget(self.empty)
        self.choosing.axis_asked.connect(self._on_axis_asked)
        self.choosing.chosen_asked.connect(self._on_chosen_asked)
        self.map.opened.connect(self._on_opened_cell)
        self.map.menu_asked.connect(self._on_menu_asked)
        self.map.moved.connect(self._on_moved)

    def _build_inside(self) -> QWidget:
        inside = QWidget()
        self._lines = QVBoxLayout(inside)
        for label in (self.title, self.said):
            label.setWordWrap(True)
            self._lines.addWidget(label)
        self._lines.addWidget(self.choosing)
        self._lines.addWidget(self.map, 1)
        self._lines.addStretch(0)
        self._space()
        return inside

    @Slot()
    def _space(self) -> None:
        px = self.theme.px
        self._lines.setContentsMargins(px(24), px(16), px(16), px(12))
        self._lines.setSpacing(px(10))

    # What the window asks

    def focus_map(self) -> None:
        """Put the keys in the map, or on what there is to do without one."""
        empty = self._stack.currentWidget() is self.empty
        (self.empty.button if empty else self.map).setFocus(Qt.FocusReason.OtherFocusReason)

    def parts(self) -> Parts:
        """Return the parts that F6 goes round, with what puts the keys in each."""
        reason = Qt.FocusReason.OtherFocusReason
        if self._stack.currentWidget() is self.empty:
            return ((self.empty, self.focus_map),)
        choose = self.choosing.axes
        return ((self.map, self.focus_map), (self.choosing, lambda: choose.setFocus(reason)))

    # The map

    @Slot()
    def refresh(self) -> None:
        """Make the map anew, in the plan's thread; one that is being made comes first."""
        if self._asked or self.desk.plan is None:
            return
        self._stale, self._asked = False, True
        actions = [row.thing for row in self.desk.rows["action"].values()]
        ratings = [row.thing for row in self.desk.rows["self_rating"].values()]
        part, chosen = self.desk.plan.text("county_part"), self.chosen

        def _made(view: PlanView) -> tuple[Chosen, Coverage]:
            elsewhere: frozenset[str] = frozenset()
            if chosen.municipality:
                plans = view.things("plan")
                elsewhere = plans_elsewhere(plans, view.strategy, chosen.municipality)
            made = cover(
                actions,
                view.strategy,
                ratings=ratings,
                county_part=part,
                municipality=chosen.municipality,
                principal=chosen.principal,
                elsewhere=elsewhere,
            )
            return chosen, made

        self.desk.ask(_made, self._on_made)

    def _on_made(self, made: tuple[Chosen, Coverage]) -> None:
        self._asked = False
        chosen, coverage = made
        if self._stale or chosen != self.chosen:
            self._stale = True
            self._soon.start()
        self._show(coverage)

    def _show(self, coverage: Coverage) -> None:
        if not self.desk.rows["action"]:
            self._show_empty()
            return
        self._turn_to(self.area)
        self.said.setText(" ".join(coverage.sentences))
        principals = [one for one in coverage.principals if one[0]]
        self.choosing.show_state(self.chosen, self._kommuner(), principals)
        self.map.show_coverage(coverage, self.axis, can_add=not self.desk.read_only)

    def _turn_to(self, side: QWidget) -> None:
        """Show the map or what is said without one; the keys follow if they were here."""
        if self._stack.currentWidget() is side:
            return
        focused = QApplication.focusWidget()
        here = focused is not None and self.isAncestorOf(focused)
        self._stack.setCurrentWidget(side)
        if here:
            self.focus_map()

    def _show_empty(self) -> None:
        text = self.tr(
            "Här syns vilka riktningar och förutsättningar som har åtgärder, så snart det finns "
            "några. Gör den första, eller led en workshop."
        )
        button = "" if self.desk.read_only else self.tr("Ny åtgärd")
        self.empty.say(self.tr("Planen har inga åtgärder än"), text, button)
        self._turn_to(self.empty)

    def _kommuner(self) -> list[Label]:
        strategy, plan = self.desk.strategy, self.desk.plan
        part = plan.text("county_part") if plan else ""
        items = strategy.municipalities_of(part) if part else strategy.municipalities
        return [(one.id, one.short or one.name) for one in items]

    # What is done here

    def menu_of(self, cell: Cell) -> QMenu:
        """Return the menu of a cell; it goes when it is closed."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        if cell.actions:
            number = actions_word("action", len(cell.actions))
            show = menu.addAction(self.tr("Visa {actions}").format(actions=number))
            show.triggered.connect(lambda: self._ask_for(cell))
        if cell.shift and cell.row:
            new = menu.addAction(self.tr("Ny åtgärd här"))
            new.setEnabled(not self.desk.read_only)
            new.triggered.connect(lambda: self._add(new_values(cell, self.axis, self.chosen)))
        return menu

    def _ask_for(self, cell: Cell) -> None:
        actions = {entity: row.thing for entity, row in self.desk.rows["action"].items()}
        self.cell_asked.emit(rows_of(cell, self.axis, actions, self.chosen))

    def _add(self, values: dict[str, object]) -> None:
        def _added(delta: Delta) -> None:
            self.action_made.emit(delta.entity)

        self.desk.edit(lambda session: session.add("action", values), _added)

    def _add_first(self) -> None:
        self._add({})

    # What happens

    @Slot(object)
    def _on_opened_cell(self, index: Index) -> None:
        cell = self.map.map.cell(index)
        if cell.actions:
            self._ask_for(cell)
        elif cell.shift and cell.row:
            self._open_menu(cell, self.map.corner_of(index))

    @Slot(object, object)
    def _on_menu_asked(self, index: Index, at: QPoint) -> None:
        self._open_menu(self.map.map.cell(index), at)

    def _open_menu(self, cell: Cell, at: QPoint) -> None:
        menu = self.menu_of(cell)
        if menu.actions():
            menu.popup(at)
            menu.setActiveAction(menu.actions()[0])

    @Slot(object)
    def _on_axis_asked(self, axis: str) -> None:
        self.axis = axis
        self.map.show_coverage(self.map.map.coverage, axis, can_add=not self.desk.read_only)

    @Slot(object)
    def _on_chosen_asked(self, chosen: Chosen) -> None:
        self.chosen = chosen
        self._stale = True
        self.refresh()

    @Slot(object)
    def _on_moved(self, rect: QRect) -> None:
        """Keep the cell the keys are in within sight."""
        corner = self.map.pos() + rect.topLeft()
        if self.map.here.row() == 0:
            self.area.verticalScrollBar().setValue(0)  # the names of the shifts stand above
        margin = self.theme.px(12)
        middle = QRect(corner, rect.size()).center()
        self.area.ensureVisible(
            self.area.horizontalScrollBar().value(), middle.y(), 0, rect.height() // 2 + margin
        )

    @Slot(object)
    def _on_opened(self, _: object) -> None:
        self._make_stale()

    @Slot(object)
    def _on_changed(self, delta: Delta) -> None:
        if any(delta.rows[kind] for kind in _KINDS):
            self._make_stale()

    def _make_stale(self) -> None:
        self._stale = True
        if self.isVisible():
            self._soon.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Take in what has changed while it was not seen."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

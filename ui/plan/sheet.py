"""One table of the plan: its rows filtered, sorted and grouped, and what is said when empty."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nvworkshop.session.rows import Row
from ui.desk import Desk
from ui.plan.arrangement import Arrangement, Filter, GroupHead, Sort
from ui.plan.arranger import Arranger
from ui.plan.columns import chosen_columns, first_columns
from ui.plan.facets import Overview, overview
from ui.plan.in_place import Reading
from ui.plan.look import Look
from ui.plan.memory import Left
from ui.plan.table_model import TableModel
from ui.plan.table_stack import TableStack
from ui.plan.table_view import PlanTable
from ui.theme.theme import Theme

_MANY = 500
"""With more rows than this, another filter starts the table afresh: it is quicker."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """The rows of a table put in order, and counted."""

    arranger: Arranger
    counts: Overview


def prepared(rows: Iterable[Row], how: Arrangement) -> Prepared:
    """Put rows in order; it can be done in any thread, and thousands are better done in another."""
    arranger = Arranger(rows)
    arranger.arrange(how)
    return Prepared(arranger, overview(arranger.rows))


class Sheet(QWidget):
    """The rows of one kind. `how` is how they are arranged now."""

    arranged = Signal()
    chosen = Signal(list)  # ids
    new_asked = Signal()
    clear_asked = Signal()

    def __init__(
        self, kind: str, desk: Desk, theme: Theme, *, dense: bool, parent: QWidget | None = None
    ) -> None:
        """Show nothing until there are rows."""
        super().__init__(parent)
        self.kind = kind
        self.how = Arrangement(group="shift")
        self.arranger = Arranger()
        self.shown = self.outside = 0
        self.counts = Overview()
        self._desk = desk
        self._theme = theme
        self._last: list[str] = []
        self._chosen: list[str] = []
        self._restoring = False
        self.model = TableModel(kind, desk.surroundings.today, self)
        self.model.set_columns(first_columns(kind))
        self.view = PlanTable(self.model, Look(theme, dense=dense), desk, self)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.stack = TableStack(self.view, self._theme, self)
        self.stack.new_asked.connect(self.new_asked)
        self.stack.clear_asked.connect(self.clear_asked)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self.stack)

    def _connect(self) -> None:
        chosen = self.view.selectionModel().selectionChanged
        chosen.connect(lambda *_: self._on_selected(by_person=True))
        self.view.header.sort_asked.connect(self._on_sort_asked)
        self.view.header.move_asked.connect(self._on_move_asked)
        self.view.fold_asked.connect(self.fold)
        self._theme.changed.connect(self._on_theme_changed)  # a lambda would outlive the table
        self._drop_kept = QTimer(self, singleShot=True, interval=0)
        self._drop_kept.timeout.connect(lambda: self.arrange(self.how))

    @Slot()
    def _on_theme_changed(self) -> None:
        self.wear(dense=self.view.look.dense)

    def wear(self, *, dense: bool) -> None:
        """Look as the theme says, with rows of one line or two."""
        self.view.wear(Look(self._theme, dense=dense))

    # Rows

    def take_up(self, prepared: Prepared, left: Left) -> None:
        """Take the rows of a plan that has been opened, as the table was left."""
        self.model.read_only = bool(self._desk.read_only)
        self.model.strategy = self._desk.strategy
        self.arranger, self.counts = prepared.arranger, prepared.counts
        self._last = list(left.chosen)
        self.arrange(left.how, afresh=True)
        if not self.view.selectionModel().hasSelection():
            self.view.step(1)
        self.view.scrollToTop()
        self.view.horizontalScrollBar().setValue(0)
        self.view.show_top(left.top)

    def change(self, rows: Mapping[str, Row | None]) -> None:
        """Take in what became of some rows; those being worked on stay in view for now."""
        old = [self.arranger.row(entity) for entity in rows]
        self.arranger.change(rows)
        like = next(iter(self.arranger.rows), None)
        self.counts = self.counts.changed(old, rows.values(), like)
        how = self.how
        if how.filter:
            at_work = frozenset(self._chosen) & rows.keys()
            how = replace(how, kept=how.kept | at_work)
        here, place = self.view.key_here, self.view.here.row()
        follow = here in rows and self.view.sees(here)
        self.arrange(how)
        if follow:
            self.view.reveal(here)
        if self.view.hasFocus() and rows.get(here, self) is None and not self.view.selected_ids():
            self.view.land_near(place)

    @property
    def rows(self) -> int:
        """How many rows the plan has."""
        return len(self.arranger.rows)

    # How they are arranged

    def arrange(self, how: Arrangement, *, afresh: bool = False) -> None:
        """Arrange the rows; what was chosen and in view stays so as far as it is there."""
        view = self.view
        here, column, top = view.key_here, view.here.column(), view.top
        regrouped = (how.group, how.sort) != (self.how.group, self.how.sort)
        self.how = how
        arranged = self.arranger.arrange(how)
        self.shown, self.outside = arranged.shown, arranged.outside
        if view.delegate.words != how.filter.words:
            view.delegate.words = how.filter.words
            view.viewport().update()
        held = view.delegate.held
        lift = len(arranged.keys) > _MANY and held is None
        self._restoring = True
        if self.model.show(arranged, afresh=afresh or regrouped, lift=lift):
            view.widths.fit()
            view.choose(self._last, here, column)
            view.heights.start_afresh(self.model.place_of(top[0]) or 0)
            view.show_top(top)
        elif view.key_here != here or self._is_astray:
            view.choose(self._last, here, column)
            view.show_top(top)
        self._restoring = False
        if regrouped and self._last:
            view.reveal(self._last[0])
        view.header.show_columns(tuple(one.name for one in self.model.columns), how.sort)
        self.stack.show_state(self.rows, self.shown, read_only=bool(self._desk.read_only))
        self._on_selected(by_person=False)
        self.arranged.emit()
        if held is not None and not view.delegate.is_open:
            self.write_again(*held)

    def write_again(self, entity: str, field: str, text: str, said: Reading | None = None) -> None:
        """Open a cell with a text that is not set, and what there is to say about it."""
        names = [one.name for one in self.model.columns]
        if field in names and self.show_thing(entity):
            self.view.choose([entity], entity, names.index(field))
            self.view.write_here(text=text, said=said)

    @property
    def _is_astray(self) -> bool:
        """Whether other rows are chosen than those chosen last, or the keys are elsewhere."""
        there = {one for one in self._last if self.model.place_of(one) is not None}
        return set(self.view.selected_ids()) != there or self.view.is_torn

    def filter_by(self, wanted: Filter) -> None:
        """Show other rows."""
        self.view.delegate.finish()
        many = self.rows > _MANY
        self.arrange(replace(self.how, filter=wanted, kept=frozenset()), afresh=many)

    def sort_by(self, sort: Sort) -> None:
        """Sort the rows otherwise within their groups."""
        self.view.delegate.finish()
        self.arrange(replace(self.how, sort=sort))

    def group_by(self, field: str) -> None:
        """Group the rows by another field; "" is no groups."""
        self.view.delegate.finish()
        self.arrange(replace(self.how, group=field))

    def fold(self, mark: str, collapse: bool) -> None:
        """Hide or show the rows of a group."""
        marks = self.how.collapsed | {mark} if collapse else self.how.collapsed - {mark}
        self.arrange(replace(self.how, collapsed=marks))

    def fold_all(self, collapse: bool) -> None:
        """Hide or show the rows of every group."""
        marks = {one.mark for one in self.model.entries if isinstance(one, GroupHead)}
        others = frozenset(
            one for one in self.how.collapsed if not one.startswith(f"{self.how.group}:")
        )
        self.arrange(replace(self.how, collapsed=others | marks if collapse else others))

    def set_columns(self, names: Iterable[str]) -> None:
        """Show other columns, in this order; none means those from the start."""
        columns = chosen_columns(self.kind, names) or first_columns(self.kind)
        self.view.delegate.finish()
        here = self.view.here.column()
        name = self.model.columns[here].name if here >= 0 else ""
        top, key = self.view.top, self.view.key_here
        self.model.set_columns(columns)
        self.view.widths.fit()
        names = tuple(one.name for one in columns)
        self.view.choose(self._last, key, names.index(name) if name in names else 0)
        self.view.refit()
        self.view.show_top(top)
        self.view.header.show_columns(names, self.how.sort)

    def show_thing(self, entity: str) -> bool:
        """Choose a row and bring it into view, whatever is filtered or folded away."""
        if self.arranger.row(entity) is None:
            return False
        if self.model.place_of(entity) is None:
            self.arrange(replace(self.how, kept=self.how.kept | {entity}, collapsed=frozenset()))
        self.view.choose([entity], entity)
        self.view.reveal(entity)
        return True

    def reveal_chosen(self) -> None:
        """Bring the first chosen row into view."""
        if chosen := self.view.selected_ids():
            self.view.reveal(chosen[0])

    # What happens in the table

    def _on_selected(self, *, by_person: bool) -> None:
        """Tell of other rows chosen; those a filter hides are chosen again when they come back."""
        if self._restoring:
            return
        ids = self.view.selected_ids()
        self._last = ids if by_person else ids or self._last
        if ids == self._chosen:
            return
        self._chosen = ids
        if ids and not self.how.kept <= set(ids):
            self.how = replace(self.how, kept=self.how.kept & frozenset(ids))
            self._drop_kept.start()
        self.chosen.emit(ids)

    def _on_sort_asked(self, column: int) -> None:
        self.sort_by(self.how.sort.turned(self.model.columns[column].name))

    def _on_move_asked(self, source: int, target: int) -> None:
        names = [one.name for one in self.model.columns]
        names.insert(target, names.pop(source))
        self.set_columns(names)

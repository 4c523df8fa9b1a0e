"""The part Uppdrag: the register of assignments, or the year wheel."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui.assignments.register_view import RegisterView
from ui.assignments.year_view import YearView
from ui.desk import Desk
from ui.theme.theme import Theme
from ui.widgets.place_page import Parts
from ui.widgets.place_part import PlacePart
from ui.widgets.segments import SegmentedChoice
from ui.window.choosing import Choosing

REGISTER, YEAR = "register", "year"


class AssignmentsPart(PlacePart):
    """One of the two at a time."""

    def __init__(
        self, desk: Desk, theme: Theme, choosing: Choosing, parent: QWidget | None = None
    ) -> None:
        """Show the register."""
        super().__init__(parent)
        self._theme = theme
        ways = ((REGISTER, self.tr("Register")), (YEAR, self.tr("Årshjul")))
        self.way = SegmentedChoice(ways, self.tr("Visa"), self)
        self.register = RegisterView(desk, theme, self)
        self.year = YearView(desk, theme, choosing, self)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.register)
        self.stack.addWidget(self.year)
        self._lines = QVBoxLayout(self)
        self._lines.addWidget(self.way)
        self._lines.addWidget(self.stack, 1)
        self._space()
        theme.changed.connect(self._space)
        self.way.choose(REGISTER)
        self.way.chosen.connect(self._on_way)
        for one in (self.register, self.year):
            one.told.connect(self.told)
        self.register.thing_asked.connect(self.thing_asked)
        self.register.report_asked.connect(self.report_asked)
        self.year.thing_asked.connect(self._on_thing_asked)

    @Slot()
    def _space(self) -> None:
        px = self._theme.px
        self._lines.setContentsMargins(0, px(4), 0, 0)
        self._lines.setSpacing(0)
        self.way.setContentsMargins(px(16), 0, px(16), 0)

    @property
    def _shown(self) -> RegisterView | YearView:
        return self.year if self.way.value == YEAR else self.register

    def parts(self) -> Parts:
        """Return what F6 goes round."""
        return (*self._shown.parts(), (self.way, self.way.setFocus))

    def keep(self) -> None:
        """Set what is typed."""
        self.register.keep()
        self.year.keep()

    def show_thing(self, kind: str, entity: str) -> None:
        """Show an assignment in the register, or an entry in the year."""
        if kind == "assignment":
            self.show_way(REGISTER)
            self.register.show_assignment(entity)
        elif kind == "event":
            self.show_way(YEAR)
            self.year.show_event(entity)

    def show_among(self, among: object) -> None:
        """Show the year, when that is what is asked for."""
        if among == YEAR:
            self.show_way(YEAR)
            self.focus()

    def show_way(self, way: str) -> None:
        """Show the register or the year."""
        self.way.choose(way)
        self._on_way(way)

    @Slot(object)
    def _on_way(self, _: object) -> None:
        self.keep()
        self.stack.setCurrentWidget(self._shown)

    @Slot(str, str)
    def _on_thing_asked(self, kind: str, entity: str) -> None:
        if kind == "assignment":
            self.show_thing(kind, entity)
            self.focus()
        else:
            self.thing_asked.emit(kind, entity)

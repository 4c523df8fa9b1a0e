"""The place Uppföljning: one of its parts at a time, each made when it is first shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nvworkshop.language import several
from ui.desk import Desk
from ui.followup.parts import PARTS, Part
from ui.theme.theme import Theme
from ui.widgets.place_page import Parts as Round
from ui.widgets.place_page import PlacePage
from ui.widgets.place_part import PlacePart
from ui.widgets.stack import QuietStack
from ui.widgets.style import set_role
from ui.widgets.tabs import Tabs
from ui.window.choosing import Choosing


class FollowUpPage(PlacePage):
    """One open plan, followed up. With one part only there are no tabs to choose by."""

    told = Signal(str)
    warned = Signal(str)
    thing_asked = Signal(str, str)  # kind, id: show it where it stands
    rows_asked = Signal(object)  # Filter: rows to show in the plan's table
    place_asked = Signal(str)
    report_asked = Signal(str, str)  # a report, and what it is to be of
    list_asked = Signal()  # take in a list from a file
    follow_up_asked = Signal()  # begin a workshop that follows up

    def __init__(
        self,
        desk: Desk,
        theme: Theme,
        choosing: Choosing,
        parent: QWidget | None = None,
        *,
        of: Sequence[Part] = PARTS,
    ) -> None:
        """Show the first part."""
        super().__init__(parent)
        self.desk, self.theme, self._choosing = desk, theme, choosing
        self._of = {one.id: one for one in of}
        self._made: dict[str, PlacePart] = {}
        set_role(self, "ground")
        names = {one.id: several(one.text) for one in of}
        self.tabs = Tabs(names, theme, self)
        self.tabs.setVisible(len(of) > 1)
        self.stack = QuietStack(self)
        self._lines = QVBoxLayout(self)
        self._above = QHBoxLayout()
        self._above.addWidget(self.tabs)
        self._lines.addLayout(self._above)
        self._lines.addWidget(self.stack, 1)
        self._space()
        theme.changed.connect(self._space)
        self.tabs.chosen.connect(self._on_tab)
        self.tabs.pressed.connect(self.focus)
        self._on_tab(self.tabs.now)

    @Slot()
    def _space(self) -> None:
        px = self.theme.px
        self._lines.setContentsMargins(0, 0 if self.tabs.isHidden() else px(10), 0, 0)
        self._lines.setSpacing(px(4))
        self._above.setContentsMargins(px(16), 0, px(16), 0)

    # What the window asks

    def parts(self) -> Round:
        """Return the parts that F6 goes round, with what puts the keys in each."""
        tabs = () if self.tabs.isHidden() else ((self.tabs, self.tabs.focus),)
        return (*self.shown.parts(), *tabs)

    @property
    def shown(self) -> PlacePart:
        """The part that is shown."""
        return self.part(self.tabs.now)

    def part(self, name: str) -> PlacePart:
        """Return a part; it is made now if it was not."""
        if name not in self._made:
            made = self._of[name].make(self.desk, self.theme, self._choosing, self)
            self._made[name] = made
            self.stack.addWidget(made)
            self._connect(made)
        return self._made[name]

    def keep(self) -> None:
        """Send what is being typed to the plan."""
        for one in self._made.values():
            one.keep()

    def close_place(self) -> None:
        """Let go of what a part holds open: the plan is being closed."""
        for one in self._made.values():
            one.close_place()

    def show_part(self, name: str) -> None:
        """Show a part, with the keys in it."""
        self.tabs.choose(name)
        self.shown.focus()

    def show_thing(self, kind: str, entity: str) -> None:
        """Show one thing in the part where its kind stands."""
        for name, one in self._of.items():
            if kind in one.kinds:
                self.tabs.choose(name)
                self.shown.show_thing(kind, entity)

    # What happens

    def _connect(self, part: PlacePart) -> None:
        part.told.connect(self.told)
        part.warned.connect(self.warned)
        part.thing_asked.connect(self.thing_asked)
        part.rows_asked.connect(self.rows_asked)
        part.place_asked.connect(self.place_asked)
        part.report_asked.connect(self.report_asked)
        part.list_asked.connect(self.list_asked)
        part.follow_up_asked.connect(self.follow_up_asked)
        part.part_asked.connect(self._on_part_asked)

    @Slot(str)
    def _on_tab(self, name: str) -> None:
        if self.stack.count():
            self.keep()
        self.stack.setCurrentWidget(self.part(name))

    @Slot(str, object)
    def _on_part_asked(self, name: str, among: object) -> None:
        """Show some rows of another part, if there is one of that name."""
        if name in self._of:
            self.tabs.choose(name)
            self.shown.show_among(among)
            self.shown.focus()

"""Choosing indicators from the strategy's list to begin with."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from nvworkshop.session.live import Delta
from nvworkshop.session.starting import Starter, add_starters, starters
from ui.desk import Desk
from ui.dialogs.frame import Dialog
from ui.editor.asking import ask, while_there
from ui.incoming.tick_list import TickDelegate, TickList
from ui.indicators.words import counted
from ui.merge.line_model import Line
from ui.theme.theme import Theme
from ui.widgets.labels import PlainLabel
from ui.widgets.style import set_role

_WIDTH, _HEIGHT = 640, 380


class StarterDialog(Dialog):
    """Nothing is chosen from the start; those that the plan has can't be."""

    added = Signal(str)  # the id of the first one that came

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        """Ask the plan what there is to choose from."""
        super().__init__(theme, parent)
        self._desk = desk
        self._starters: tuple[Starter, ...] = ()
        self.ticked: set[object] = set()
        self.set_heading(self.tr("Lägg till ur startlistan"))
        intro = PlainLabel(
            self.tr(
                "Förslag att börja med. Ingen har beslutat dem: de märks som exempel, och allt går "
                "att ändra. Kolada-id skriver ni själva, när ni har sett efter vilket det är."
            ),
            self,
        )
        intro.setWordWrap(True)
        set_role(intro, "muted")
        self.list = TickList(self.tr("Startlistan"), theme, self)
        self.list.setItemDelegate(TickDelegate(theme, self.list, 2))
        self.list.setMinimumHeight(theme.px(_HEIGHT))
        self.list.turned.connect(self._on_turned)
        self.body.addWidget(intro)
        self.body.addWidget(self.list)
        self.add_button(self.tr("Avbryt")).clicked.connect(self.close)
        self.go_on = self.add_button(self.tr("Lägg till"), "primary")
        self.go_on.setDefault(True)
        self.go_on.clicked.connect(self._on_go_on)
        self.set_least_width(_WIDTH)
        self._show()
        ask(desk, self, starters, self._on_starters)

    def _on_starters(self, found: Sequence[Starter]) -> None:
        self._starters = tuple(found)
        self._show()
        self.list.go_to(0)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        self.list.show_rows(
            [_line(one, self.tr("finns redan")) for one in self._starters], self.ticked
        )
        self.go_on.setEnabled(bool(self.ticked))
        text = self.tr("Lägg till {n}").format(n=counted(len(self.ticked)))
        self.go_on.setText(text if self.ticked else self.tr("Lägg till"))

    def _on_turned(self, key: object, on: bool) -> None:
        there = {one.id for one in self._starters if one.there}
        if key not in there:
            self.ticked = self.ticked | {key} if on else self.ticked - {key}
            self._show()

    def _on_go_on(self) -> None:
        chosen = [str(one) for one in self.ticked]
        self._desk.edit(
            lambda session: add_starters(session, chosen), while_there(self, self._on_added)
        )

    def _on_added(self, delta: Delta) -> None:
        self.close()
        self.added.emit(delta.entity)


def _line(one: Starter, there: str) -> Line:
    about = " · ".join(filter(None, (one.shifts, one.unit)))
    text = "\n".join((about, " · ".join(filter(None, (one.source, one.note)))))
    return Line(one.id, one.title, text, there if one.there else "")

"""The form of an entry that was written into the year wheel itself."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from nvworkshop.model.fields import Group
from nvworkshop.model.kinds import FIELDS, KINDS
from ui.editor.arranging import Part
from ui.editor.inputs.base import Around
from ui.editor.keeper import Keeper
from ui.editor.thing_form import ThingForm
from ui.widgets.flow_box import FlowBox
from ui.widgets.style import set_role

_FIELDS = ("time", "occasion", "yearly", "body", "note")
_PARTS = (Part(Group.WHEN, tuple(FIELDS["event"][one] for one in _FIELDS), ()),)


class EventForm(ThingForm):
    """What it is, when, and whether it comes back."""

    removal_asked = Signal()

    def __init__(self, around: Around, keeper: Keeper, parent: QWidget | None = None) -> None:
        """Build it, empty."""
        super().__init__(KINDS["event"], _PARTS, around, keeper, parent)
        for section in self.sections:
            section.heading.hide()
            section.open()
        self.row = FlowBox(around.theme.px(8), self)
        self.remove = QPushButton(self.tr("Ta bort"), self.row)
        set_role(self.remove, "secondary")
        self.remove.setEnabled(not around.desk.read_only)
        self.remove.clicked.connect(self.removal_asked)
        self.row.set_parts((self.remove,))
        if self.title is not None:
            self.lines.insertWidget(0, self.title)
        self.lines.insertWidget(self.lines.count() - 1, self.row)

    def parts(self) -> list[QWidget]:
        """Return the parts in the order they are read."""
        title = [self.title] if self.title else []
        return [*title, *([self.removal] if self.removal else []), *super().parts(), self.row]

    def _on_toggled(self, name: str, opened: bool) -> None:
        """Remember nothing: the section is always open."""

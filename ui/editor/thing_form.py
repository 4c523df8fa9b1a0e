"""The form of one thing: its title, its sections, and what is decided in conflicts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from nvworkshop.model.fields import Kind
from nvworkshop.model.things import Thing
from ui.editor.arranging import Part, title_of
from ui.editor.box import FieldBox
from ui.editor.conflict import ConflictPanel
from ui.editor.deciding import Deciding
from ui.editor.form import Form
from ui.editor.inputs.base import Around
from ui.editor.keeper import Keeper
from ui.editor.remembering import Remembering
from ui.editor.title import TitleBox


class ThingForm(Form):
    """Shows one thing at a time; what stands around the sections is laid out by who has it."""

    def __init__(
        self,
        kind: Kind,
        parts: Sequence[Part],
        around: Around,
        keeper: Keeper,
        parent: QWidget | None = None,
    ) -> None:
        """Build it, empty."""
        super().__init__(kind, parts, around, keeper, parent)
        self._remembering = Remembering(around, self)
        self._deciding = Deciding(around, keeper, self.showing, self)
        self.removal: ConflictPanel | None = None
        self.title = self._made_title(kind)
        self._deciding.removal_told.connect(self._on_removal_told)
        self.filled.connect(lambda: self._deciding.show_on(self.showing()))

    def _made_title(self, kind: Kind) -> FieldBox | None:
        field = title_of(kind)
        if field is None:
            return None
        box = TitleBox(field, self.around, self.keeper, self)
        self.add_box(box)
        return box

    def add_box(self, box: FieldBox) -> None:
        """Take in a box, and tell its history when it is asked for."""
        super().add_box(box)
        box.history_asked.connect(self._remembering.tell)

    def showing(self) -> list[FieldBox]:
        """Return the title and the boxes of the sections."""
        return [*([self.title] if self.title else []), *super().showing()]

    def show_things(self, things: Sequence[Thing]) -> None:
        """Show another thing, or the same after something happened to it."""
        thing = things[0]
        news = not self.things or _state(self.things[0]) != _state(thing)
        super().show_things(things)
        if self.title is not None:
            self.refresh(self.title)
        if news:
            self._show_removal(None)
            self._deciding.look_at(thing)

    def _show_removal(self, panel: ConflictPanel | None) -> None:
        if self.removal is not None:
            self.removal.hide()
            self.removal.deleteLater()
        self.removal = panel
        if panel is not None:
            self.lines.insertWidget(1, panel)
            panel.show()
            self.order_tabs()

    @Slot(object)
    def _on_removal_told(self, panel: ConflictPanel) -> None:
        self._show_removal(panel)


def _state(thing: Thing) -> tuple[str, int, frozenset[str]]:
    return thing.id, thing.updated, thing.conflicts

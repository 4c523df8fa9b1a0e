"""The form of one kind of thing: built once from the declared fields, filled for each row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QApplication, QSizePolicy, QVBoxLayout, QWidget

from nvworkshop.language import several
from nvworkshop.model.fields import Field, Kind
from nvworkshop.model.rules import missing_for_decision
from nvworkshop.model.things import Thing
from ui.editor.arranging import Part
from ui.editor.box import FieldBox
from ui.editor.common import common
from ui.editor.filling import Filling
from ui.editor.folds import Folds
from ui.editor.inputs.base import Around
from ui.editor.keeper import Keeper, Key
from ui.editor.lines import FieldLine
from ui.editor.section import Section
from ui.editor.tab_order import order_tabs
from ui.words import tr


class Form(QWidget):
    """Sections of fields, of one thing or of several."""

    field_wanted = Signal(str)  # the cursor is wanted in a field
    filled = Signal()  # every field that shows is filled

    def __init__(
        self,
        kind: Kind,
        parts: Sequence[Part],
        around: Around,
        keeper: Keeper,
        parent: QWidget | None = None,
    ) -> None:
        """Build the sections; their fields are built when they are open."""
        super().__init__(parent)
        self.kind = kind
        self.around = around
        self.keeper = keeper
        self.things: tuple[Thing, ...] = ()
        self._boxes: dict[str, FieldBox] = {}
        self._missing: frozenset[str] = frozenset()
        self._ordered: list[QWidget] = []
        self._filling = Filling(self._hold, self)
        self._filling.finished.connect(self.order_tabs)
        self._filling.finished.connect(self.filled)
        self._folds = Folds(around.settings)
        self.sections = [Section(one, around, self.box_of, self) for one in parts]
        self._lay_out_sections()
        keeper.settled.connect(self._on_settled)
        keeper.refused.connect(self._on_refused)

    def _lay_out_sections(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.lines = QVBoxLayout(self)
        margin = self.around.theme.px(16)
        self.lines.setContentsMargins(margin, margin, margin, margin)
        self.lines.setSpacing(self.around.theme.px(10))
        for section in self.sections:
            self._add_section(section)
        self.lines.addStretch(1)

    def _add_section(self, section: Section) -> None:
        name = section.part.group.name
        self.lines.addWidget(section)
        section.open(self._folds.is_open(name))
        section.unfolded.connect(self.field_wanted)
        section.wanted.connect(lambda: self._on_wanted(section))
        section.toggled.connect(lambda opened: self._on_toggled(name, opened))

    def box_of(self, field: Field) -> FieldBox:
        """Return the box of a field, made when it is first asked for."""
        if field.name not in self._boxes:
            self.add_box(FieldBox(field, self.around, self.keeper, self))
        return self._boxes[field.name]

    def add_box(self, box: FieldBox) -> None:
        """Take in a box made elsewhere."""
        self._boxes[box.field.name] = box
        box.reshaped.connect(self.order_tabs)
        box.lock(bool(self.around.desk.read_only))

    def show_things(self, things: Sequence[Thing]) -> None:
        """Show other things, or the same after something happened to them."""
        self.things = tuple(things)
        one = self.things[0] if len(self.things) == 1 else None
        missing = missing_for_decision(one) if one else []
        self._missing = frozenset(field.name for field in missing)
        self._mark_sections()
        self._hold(True)
        self._filling.begin(self._tasks(self.sections))

    def _tasks(self, sections: Sequence[Section]) -> list[Callable[[], None]]:
        """Return what there is to fill: where the cursor is first, then what is in view."""
        lines = [one for section in sections for one in section.lines_for(self.things)]
        focused = QApplication.focusWidget()
        lines.sort(key=lambda one: _distance(one[0], focused))
        return [partial(self._fill_line, line, fields) for line, fields in lines]

    def _hold(self, held: bool) -> None:
        """Let nothing be laid out while fields come and go: it is done once, afterwards."""
        layouts = [self.lines, *(one for section in self.sections for one in section.layouts)]
        for layout in layouts:
            layout.setEnabled(not held)
            if not held:
                layout.update()

    def _fill_line(self, line: FieldLine, fields: Sequence[Field]) -> None:
        line.show_fields(fields)
        for box in line.showing():
            self.refresh(box)

    def finish(self) -> None:
        """Fill what is left to fill."""
        self._filling.finish()

    def parts(self) -> list[QWidget]:
        """Return what the form is made of, in the order it is read."""
        return [part for one in self.sections for part in one.parts()]

    @Slot()
    def order_tabs(self) -> None:
        """Let Tab go as the form is read; only when there is more to go through than before."""
        parts = self.parts()
        if parts != self._ordered:
            self._ordered = parts
            for one in order_tabs(parts):
                one.updateGeometry()  # what the style sheet made of its size

    def showing(self) -> list[FieldBox]:
        """Return the boxes that are there for these things, in the order they are read."""
        return [box for one in self.sections for box in one.showing()]

    def fill(self, box: FieldBox) -> None:
        """Show a field of the things as the plan has it."""
        ids = tuple(one.id for one in self.things)
        box.point_at(self.kind.name, ids, self._step(box.field))
        name = box.field.name
        conflict = len(ids) == 1 and name in self.things[0].conflicts
        box.show_data(self._value(box), missing=name in self._missing, conflict=conflict)
        self._warn(box)

    def refresh(self, box: FieldBox) -> None:
        """Show what has happened to a field meanwhile."""
        conflict = len(self.things) == 1 and box.field.name in self.things[0].conflicts
        same = box.ids == tuple(one.id for one in self.things)
        if box.in_conflict != conflict or not same:
            self.fill(box)
        else:
            box.refresh(self._value(box), missing=box.field.name in self._missing)
            self._warn(box)

    def _warn(self, box: FieldBox) -> None:
        """Say beneath a field what there is to know before it is set."""

    def _value(self, box: FieldBox) -> object:
        return common(box.field, self.things)

    def _step(self, field: Field) -> str:
        """Return the name of the step that sets a field of several things."""
        if len(self.things) == 1:
            return ""
        text = self.tr("Ändra {field} för {n} {things}")
        return text.format(
            field=tr(field.sv), n=len(self.things), things=several(self.kind.sv_plural)
        )

    def _mark_sections(self) -> None:
        """Say on the headings of folded sections how much is missing in them."""
        for section in self.sections:
            fields = (*section.part.fields, *section.part.seldom)
            count = sum(one.name in self._missing for one in fields)
            conflicts = sum(
                one.name in thing.conflicts for one in fields for thing in self.things[:1]
            )
            mark = "" if section.is_open else self._mark(count, conflicts)
            section.heading.show_mark(mark)

    def _mark(self, missing: int, conflicts: int) -> str:
        parts = (
            self.tr("▲ {n} i konflikt").format(n=conflicts) if conflicts else "",
            self.tr("▲ {n} saknas").format(n=missing) if missing else "",
        )
        return "  ".join(one for one in parts if one)

    def box(self, name: str) -> FieldBox | None:
        """Return the box of a field, with its section open, or None when there is no such field."""
        for section in self.sections:
            if any(one.name == name for one in section.part.seldom):
                section.show_all()
                section.open()
            elif any(one.name == name for one in section.part.fields):
                section.open()
        self.finish()
        return self._boxes.get(name)

    def keep(self) -> None:
        """Set everything that is typed and not set."""
        for box in self._boxes.values():
            if box.is_open:
                box.commit()
        self.keeper.send_drafts()

    def lock(self, locked: bool) -> None:
        """Let nothing be changed, only read and copied."""
        for box in self._boxes.values():
            box.lock(locked)

    def _shown(self, key: Key) -> FieldBox | None:
        box = self._boxes.get(key[2])
        return box if box is not None and self.things and box.key == key else None

    @Slot(object)
    def _on_settled(self, key: Key) -> None:
        box = self._shown(key)
        if box is not None:
            self.refresh(box)

    @Slot(object)
    def _on_refused(self, key: Key) -> None:
        box = self._shown(key)
        if box is not None:
            box.show_refusal(self._value(box))

    def _on_wanted(self, section: Section) -> None:
        if self.things:
            self._filling.add(self._tasks([section]))

    def _on_toggled(self, name: str, opened: bool) -> None:
        self._folds.remember(name, opened)
        self._mark_sections()


def _distance(line: FieldLine, focused: QWidget | None) -> int:
    """Tell how soon a line is to be filled: 0 first."""
    if focused is not None and line.isAncestorOf(focused):
        return 0
    return 2 if line.visibleRegion().isEmpty() else 1

"""One section of the form: a heading that folds it, lines of fields, and those seldom used."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from nvworkshop.model.fields import Field
from nvworkshop.model.things import Thing
from ui.editor.arranging import Part, is_short, is_shown, lines
from ui.editor.box import FieldBox
from ui.editor.buttons import ElidedButton
from ui.editor.inputs.base import Around
from ui.editor.lines import FieldLine
from ui.editor.showing import show_if
from ui.theme.theme import Theme
from ui.widgets.style import set_role
from ui.words import tr


class Heading(QToolButton):
    """The heading of a section: a press or Enter folds it."""

    def __init__(self, text: str, theme: Theme, parent: QWidget | None = None) -> None:
        """Show it folded."""
        super().__init__(parent)
        self._theme = theme
        self._text = text
        self.setCheckable(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIconSize(QSize(theme.px(14), theme.px(14)))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        set_role(self, "section")
        self.toggled.connect(self._show_state)
        self.show_mark("")

    def show_mark(self, mark: str) -> None:
        """Show what is the matter in the section beside its name, "" when nothing is."""
        self.setText(f"{self._text}   {mark}" if mark else self._text)
        self._show_state()

    @Slot()
    def _show_state(self) -> None:
        opened = self.isChecked()
        self.setIcon(self._theme.icon("chevron_down" if opened else "chevron_right", "muted"))
        state = self.tr("öppet") if opened else self.tr("hopfällt")
        self.setAccessibleName(f"{self.text()}, {state}")


class Section(QWidget):
    """Its fields are built when it is first open, and filled only while it is."""

    toggled = Signal(bool)
    wanted = Signal()  # there is more to fill
    unfolded = Signal(str)  # the first field that was folded, and now is not

    def __init__(
        self,
        part: Part,
        around: Around,
        box_of: Callable[[Field], FieldBox],
        parent: QWidget | None = None,
    ) -> None:
        """Show the heading, folded."""
        super().__init__(parent)
        self.part = part
        self._around = around
        self._box_of = box_of
        self._things: Sequence[Thing] = ()
        self._all = False
        self._main: list[FieldLine] = []
        self._rare: list[FieldLine] = []
        self._more: ElidedButton | None = None
        self.heading = Heading(tr(part.group.value), around.theme, self)
        self.body = QWidget(self)
        self.body.hide()
        self._lay_out()
        self.heading.toggled.connect(self._on_toggled)

    def _lay_out(self) -> None:
        px = self._around.theme.px
        outer = self._outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(px(6))
        outer.addWidget(self.heading)
        outer.addWidget(self.body)
        self._lines = QVBoxLayout(self.body)
        self._lines.setContentsMargins(0, 0, 0, px(4))
        self._lines.setSpacing(px(10))

    @property
    def layouts(self) -> tuple[QLayout, ...]:
        """What lays the lines out."""
        return self._outer, self._lines

    @property
    def is_open(self) -> bool:
        """Tell whether the fields are showing."""
        return self.heading.isChecked()

    def open(self, opened: bool = True) -> None:
        """Unfold or fold."""
        self.heading.setChecked(opened)

    def lines_for(self, things: Sequence[Thing]) -> list[tuple[FieldLine, list[Field]]]:
        """Return the lines to fill for these things, with the fields to show in each."""
        self._things = things
        if not self.is_open:
            return []
        if not self._main and not self._rare:
            self._build()
        folded = [one for one in self.part.seldom if not self._all and not self._has(one)]
        self._offer_more(folded)
        rare = [(line, [one for one in line.fields if one not in folded]) for line in self._rare]
        for line, fields in rare:
            show_if(line, bool(fields))
        return [(line, list(line.fields)) for line in self._main] + [one for one in rare if one[1]]

    def showing(self) -> list[FieldBox]:
        """Return the boxes that are showing, in the order they are read."""
        shown = (line for line in (*self._main, *self._rare) if not line.isHidden())
        return [box for line in shown for box in line.showing()]

    def parts(self) -> list[QWidget]:
        """Return what the section is made of, in the order it is read."""
        boxes = [box for line in (*self._main, *self._rare) for box in line.made()]
        more = [self._more] if self._more else []
        return [self.heading, *(part for box in boxes for part in box.parts), *more]

    def show_all(self) -> None:
        """Show the fields that are folded while they are empty too."""
        if not self._all:
            self._all = True
            self.wanted.emit()

    def _build(self) -> None:
        """Make a line for each pair of fields; a seldom used line is empty till it is needed."""
        self._main = [self._made(one) for one in self._paired(self.part.fields)]
        self._rare = [self._made(one) for one in self._paired(self.part.seldom)]
        for line in (*self._main, *self._rare):
            self._lines.addWidget(line)

    def _made(self, fields: tuple[Field, ...]) -> FieldLine:
        return FieldLine(fields, self._box_of, self._around.theme, self.body)

    def _paired(self, fields: Sequence[Field]) -> list[tuple[Field, ...]]:
        strategy = self._around.desk.strategy
        return lines(fields, lambda one: is_short(one, strategy))

    def _has(self, field: Field) -> bool:
        return is_shown(field, self._things)

    def _offer_more(self, folded: Iterable[Field]) -> None:
        """Name the fields that are folded, as a button that shows them."""
        names = ", ".join(tr(one.sv) for one in folded)
        if self._more is None:
            if not names:
                return
            self._more = ElidedButton("more-fields", self.body)
            self._more.clicked.connect(self._on_more)
            self._lines.addWidget(self._more)
        self._more.show_text(self.tr("Fler fält: {names}").format(names=names))
        show_if(self._more, bool(names))

    @Slot()
    def _on_more(self) -> None:
        folded = next((one for one in self.part.seldom if not self._has(one)), None)
        self.show_all()
        if folded is not None:
            self.unfolded.emit(folded.name)

    @Slot(bool)
    def _on_toggled(self, opened: bool) -> None:
        show_if(self.body, opened)
        if opened:
            self.wanted.emit()
        self.toggled.emit(opened)

"""All fields of an indicator, to write in."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from nvworkshop.model.kinds import KINDS
from nvworkshop.model.things import Thing
from ui.desk import Desk
from ui.editor.arranging import parts, title_of
from ui.editor.form import Form
from ui.editor.inputs.base import Around
from ui.editor.keeper import Keeper
from ui.editor.names import Names
from ui.editor.title import TitleBox
from ui.theme.theme import Theme

_KIND = KINDS["indicator"]


class IndicatorForm(Form):
    """The title, and the sections of the other fields."""

    def __init__(self, around: Around, keeper: Keeper, parent: QWidget | None = None) -> None:
        """Build it, empty."""
        super().__init__(_KIND, parts(_KIND), around, keeper, parent)
        field = title_of(_KIND)
        assert field is not None  # noqa: S101 - declared so
        self.title = TitleBox(field, around, keeper, self)
        self.add_box(self.title)
        self.lines.insertWidget(0, self.title)

    def parts(self) -> list[QWidget]:
        """Return the title first."""
        return [self.title, *super().parts()]

    def showing(self) -> list[TitleBox]:  # type: ignore[override]
        """Return the title and the boxes of the sections."""
        return [self.title, *super().showing()]  # type: ignore[list-item]

    def show_thing(self, thing: Thing) -> None:
        """Show an indicator."""
        self.show_things([thing])
        self.refresh(self.title)


class FactsView(QScrollArea):
    """A form that scrolls; made anew when the look changes."""

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._around = Around(desk, theme, theme.settings, Names(desk, self))
        self._keeper = Keeper(desk, self)
        self._thing: Thing | None = None
        self.form = IndicatorForm(self._around, self._keeper)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._hold()
        theme.changed.connect(self._on_theme_changed)

    def _hold(self) -> None:
        inside = QWidget()
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self.form)
        self.setWidget(inside)

    def show_thing(self, thing: Thing | None) -> None:
        """Show the fields of an indicator."""
        if thing is not None and self._thing is not None and thing.id != self._thing.id:
            self.keep()
        self._thing = thing
        self.form.setVisible(thing is not None)
        if thing is not None:
            self.form.show_thing(thing)

    def write_title(self) -> None:
        """Put the keys in the title."""
        self.form.finish()
        self.form.title.input.setFocus()

    def keep(self) -> None:
        """Set what is typed and not set."""
        self.form.keep()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.keep()
        self.form = IndicatorForm(self._around, self._keeper)
        self._hold()
        self.show_thing(self._thing)

"""Beside a list: the form of the thing that is chosen, with help beneath."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from nvworkshop.model.things import Thing
from ui.desk import Desk
from ui.editor.inputs.base import Around
from ui.editor.keeper import Keeper, Key
from ui.editor.label import MENU_KEY
from ui.editor.names import Names
from ui.editor.sheet import Sheet
from ui.editor.thing_form import ThingForm
from ui.theme.theme import Theme
from ui.widgets.style import set_role

Maker = Callable[[Around, Keeper, QWidget], ThingForm]


class ThingPane(QWidget):
    """One form, filled for each thing; made anew when the look changes."""

    told = Signal(str)
    made = Signal(object)  # ThingForm: a new one, to listen to

    def __init__(
        self, make: Maker, desk: Desk, theme: Theme, parent: QWidget | None = None
    ) -> None:
        """Show that nothing is chosen."""
        super().__init__(parent)
        self._make, self._desk, self._theme = make, desk, theme
        self._around = Around(desk, theme, theme.settings, Names(desk, self))
        self.keeper = Keeper(desk, self)
        self._thing: Thing | None = None
        set_role(self, "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self.sheet = self._made_sheet()
        self.keeper.refused.connect(self._on_refused)
        theme.changed.connect(self._on_theme_changed)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys in (MENU_KEY, "Alt+Menu"):
            shortcut = QShortcut(QKeySequence(keys), self, context=inside)
            shortcut.activated.connect(self._open_menu)

    @Slot()
    def _open_menu(self) -> None:
        self.sheet.open_menu()

    def _made_sheet(self) -> Sheet:
        sheet = Sheet(self._theme, self)
        sheet.help.label.setText(self.tr("Ctrl+. öppnar menyn för ett fält. Ctrl+Z ångrar."))
        self._lines.addWidget(sheet)
        return sheet

    @property
    def form(self) -> ThingForm | None:
        """The form, None before anything was shown."""
        return self.sheet.form if isinstance(self.sheet.form, ThingForm) else None

    @property
    def shown(self) -> str:
        """The id of the thing that is shown, "" for none."""
        return self._thing.id if self._thing else ""

    def show_thing(self, thing: Thing | None) -> None:
        """Show a thing; what is typed in another is set first."""
        if self.form is not None and (thing is None or thing.id != self.shown):
            self.form.keep()
        self._thing = thing
        if thing is None:
            self.sheet.show_none("")
            return
        form = self._form or self._made()
        self.sheet.show_form(form, lambda: form.show_things([thing]))
        self.sheet.say_read_only(self._desk.read_only)

    _form: ThingForm | None = None

    def _made(self) -> ThingForm:
        form = self._form = self._make(self._around, self.keeper, self.sheet)
        form.field_wanted.connect(self.show_field)
        self.sheet.add_form(form)
        self.made.emit(form)
        return form

    def show_field(self, name: str) -> None:
        """Put the cursor in a field."""
        self.sheet.show_field(name)

    def focus(self) -> None:
        """Put the cursor in the field that had it last, or in the first."""
        self.sheet.focus_field()

    def keep(self) -> None:
        """Set what is typed and not set."""
        if self.form is not None:
            self.form.keep()

    @Slot(object)
    def _on_refused(self, key: Key) -> None:
        """Tell of what could not be set in a thing that is no longer shown."""
        if key[1] != self.shown:
            self.told.emit(self.keeper.refusals[key].sentence)

    @Slot()
    def _on_theme_changed(self) -> None:
        """Build the form anew: its sizes follow the text."""
        thing = self._thing
        self.keep()
        self.sheet.hide()
        self.sheet.deleteLater()
        self.sheet, self._form = self._made_sheet(), None
        self.show_thing(thing)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _: QWidget | None, now: QWidget | None) -> None:
        self.sheet.follow(now if now is not None and self.isAncestorOf(now) else None)

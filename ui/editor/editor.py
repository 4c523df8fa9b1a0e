"""The editor: shows the chosen thing or things as a form, and keeps what is written."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from nvworkshop.errors import PlanError
from nvworkshop.model.kinds import KINDS
from nvworkshop.model.things import Thing
from nvworkshop.session import review
from nvworkshop.session.live import Delta
from ui.actions import Actions
from ui.desk import Desk
from ui.editor.asking import while_there
from ui.editor.form import Form
from ui.editor.forms import OneForm, SeveralForm
from ui.editor.inputs.base import Around
from ui.editor.keeper import Keeper, Key
from ui.editor.label import MENU_KEY
from ui.editor.names import Names
from ui.editor.sheet import Sheet
from ui.editor.things import Things
from ui.settings import Settings
from ui.theme.theme import Theme
from ui.widgets.style import set_role

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Editor(QWidget):
    """One form for one thing, another for several; made for each kind when it is first shown."""

    stepped = Signal(int)  # 1: done with this row, on to the next; -1: back to the one before
    told = Signal(str)

    def __init__(
        self,
        desk: Desk,
        actions: Actions,
        theme: Theme,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        """Show that nothing is chosen."""
        super().__init__(parent)
        self._desk = desk
        self._actions = actions
        self.names = Names(desk, self)
        self._around = Around(desk, theme, settings, self.names)
        self.keeper = Keeper(desk, self)
        self._things = Things(desk, self)
        self._kind = ""
        self._ids: tuple[str, ...] = ()
        self._title = ""
        self._forms: dict[tuple[str, bool], Form] = {}
        self._next_turn = QTimer(self, singleShot=True, interval=0)
        self._next_turn.timeout.connect(self._load)
        set_role(self, "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self.sheet = self._made_sheet()
        self._connect()

    def _made_sheet(self) -> Sheet:
        sheet = Sheet(self._around.theme, self)
        sheet.restore_asked.connect(self._restore)
        self._lines.addWidget(sheet)
        return sheet

    def _connect(self) -> None:
        self._desk.changed.connect(self._on_changed)
        self._things.came.connect(self._on_came)
        self.keeper.refused.connect(self._on_refused)
        self._around.theme.changed.connect(self._on_theme_changed)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, done in (
            (MENU_KEY, self._open_menu),
            ("Alt+Menu", self._open_menu),
            ("Ctrl+PgDown", lambda: self.sheet.go_to_section(1)),
            ("Ctrl+PgUp", lambda: self.sheet.go_to_section(-1)),
        ):
            shortcut = QShortcut(QKeySequence(keys), self, context=inside)
            shortcut.activated.connect(done)

    @Slot()
    def _open_menu(self) -> None:
        self.sheet.open_menu()

    @property
    def form(self) -> Form | None:
        """The form that is showing."""
        return self.sheet.form

    def show_things(self, kind: str, ids: Sequence[str]) -> None:
        """Show one thing, or several at once, or that nothing is chosen."""
        if (kind, tuple(ids)) != (self._kind, self._ids):
            self.keep()
            self._kind, self._ids = kind, tuple(ids)
        self._load()

    def show_field(self, name: str) -> None:
        """Put the cursor in a field, with its section open."""
        self._catch_up()
        self.sheet.show_field(name)

    def keep(self) -> None:
        """Set what is typed and not set."""
        if self.form is not None:
            self.form.keep()

    def _catch_up(self) -> None:
        """Show now what was to be shown in the next turn of the window."""
        if self._next_turn.isActive():
            self._next_turn.stop()
            self._load()

    @Slot()
    def _load(self) -> None:
        found = self._things.find(self._kind, self._ids) if self._ids else []
        if found is not None:
            self._show(found)

    def _show(self, things: list[Thing]) -> None:
        if not things:
            self.sheet.show_none(self._title if self._ids else "")
            return
        form = self._forms.get((self._kind, len(things) > 1))
        if form is None:  # building it takes a turn of its own
            self._made(self._kind, len(things) > 1)
            self._next_turn.start()
            return
        if len(things) == 1:
            title = KINDS[self._kind].title_field
            self._title = self._around.readable(title, things[0][title.name])
        self.sheet.show_form(form, lambda: form.show_things(things))
        self.sheet.say_read_only(self._desk.read_only)

    def _made(self, kind: str, several: bool) -> None:
        """Make the form of a kind, of one thing or of several."""
        declared = KINDS[kind]
        form: Form
        if several:
            form = SeveralForm(declared, self._around, self.keeper, self.sheet)
        else:
            form = OneForm(declared, self._around, self.keeper, self._actions, self.sheet)
        form.field_wanted.connect(self.show_field)
        self._forms[kind, several] = form
        self.sheet.add_form(form)

    @Slot()
    def _restore(self) -> None:
        entity = self._ids[0]
        failed = while_there(self, self._tell)
        self._desk.edit(lambda session: review.restore(session, entity), None, failed)

    def _tell(self, error: PlanError) -> None:
        self.told.emit(error.sentence)

    @Slot(object)
    def _on_changed(self, delta: Delta) -> None:
        if any((self._kind, one) in delta.touched for one in self._ids):
            self._load()

    @Slot(str, object)
    def _on_came(self, kind: str, things: list[Thing]) -> None:
        if kind == self._kind and {one.id for one in things} <= set(self._ids):
            self._show(things)

    @Slot(object)
    def _on_refused(self, key: Key) -> None:
        """Tell of what could not be set in a thing that is no longer shown."""
        if key[:2] != (self._kind, self._ids[0] if self._ids else ""):
            refusal = self.keeper.refusals[key]
            text = self.tr("{sentence} Texten är kvar i fältet.")
            whole = text.format(sentence=refusal.sentence)
            self.told.emit(whole if refusal.text else refusal.sentence)

    @Slot()
    def _on_theme_changed(self) -> None:
        """Build the forms anew: their sizes follow the text."""
        self.keep()
        self.sheet.hide()
        self.sheet.deleteLater()
        self.sheet = self._made_sheet()
        self._forms.clear()
        self._load()

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _: QWidget | None, now: QWidget | None) -> None:
        self.sheet.follow(now if now is not None and self.isAncestorOf(now) else None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the next row on Ctrl+Enter."""
        if event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Go to the field that had the cursor last, or to the first."""
        self._catch_up()
        self.sheet.focus_field()

"""What the editor shows: a form that scrolls, with help beneath, or why there is none."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ui.editor.box import FieldBox
from ui.editor.form import Form
from ui.editor.help_strip import HelpStrip
from ui.editor.showing import show_if
from ui.theme.theme import Theme
from ui.widgets.empty import EmptyState


class Sheet(QWidget):
    """One form at a time."""

    restore_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show that nothing is chosen."""
        super().__init__(parent)
        self._theme = theme
        self.form: Form | None = None
        self.can_write = True
        self._current: FieldBox | None = None
        self._build()
        self.show_none("")

    def _build(self) -> None:
        about = self.tr("Välj en rad i tabellen för att läsa och ändra den.")
        several = self.tr("Välj flera för att ändra alla på en gång.")
        title = self.tr("Ingen åtgärd är vald")
        self.empty = EmptyState(
            "edit", title, f"{about}\n{several}", theme=self._theme, parent=self
        )
        self.gone = EmptyState(
            "remove", "", on_button=self.restore_asked.emit, theme=self._theme, parent=self
        )
        self.area = self._made_scroll()
        self.help = HelpStrip(self._theme, self)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        for part in (self.empty, self.gone, self.area):
            lines.addWidget(part, 1)
        lines.addWidget(self.help)

    def _made_scroll(self) -> QScrollArea:
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.forms = QWidget(scroll)
        # What scrolls is never pressed together: it is as high as its parts would be.
        self.forms.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self.forms)
        column.setContentsMargins(0, 0, 0, 0)
        scroll.setWidget(self.forms)
        return scroll

    def add_form(self, form: Form) -> None:
        """Take in a form, hidden."""
        form.hide()
        form.filled.connect(self._on_filled)
        layout = self.forms.layout()
        if layout is not None:
            layout.addWidget(form)

    def show_form(self, form: Form, fill: Callable[[], None]) -> None:
        """Fill a form and show it; nothing is drawn until it is done."""
        self.forms.setUpdatesEnabled(False)
        if self.form is not form:
            if self.form is not None:
                self.form.hide()
            self.form = form
        fill()
        form.show()
        self._show(self.area)
        self.forms.setUpdatesEnabled(True)

    def show_none(self, removed: str) -> None:
        """Show that nothing is chosen, or the title of what was and is removed."""
        if self.form is not None:
            self.form.hide()
        self.form = None
        about = self.tr("Den är borttagen, men inget är raderat.")
        self.gone.say(removed, about, self.tr("Ta tillbaka") if self.can_write else "")
        self._show(self.gone if removed else self.empty)

    def _show(self, part: QWidget) -> None:
        for one in (self.empty, self.gone, self.area):
            show_if(one, one is part)
        show_if(self.help, part is self.area)

    def show_field(self, name: str) -> None:
        """Put the cursor in a field, with its section open."""
        box = self.form.box(name) if self.form is not None else None
        if box is None:
            return
        self._focus(box)
        self._bring(box)

    def _bring(self, box: FieldBox) -> None:
        """Scroll to a box when it has been laid out."""
        QTimer.singleShot(0, box, lambda: self.area.ensureWidgetVisible(box, 0, self._margin))

    @property
    def _margin(self) -> int:
        return self._theme.px(24)

    def _focus(self, box: FieldBox) -> None:
        """Put the cursor in a box, or on the first way to decide its conflict."""
        box.focus_target().setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_field(self) -> None:
        """Go to the field that had the cursor last, or to the first."""
        if self.form is None:
            return
        showing = self.form.showing()
        box = self._current if self._current in showing else next(iter(showing), None)
        if box is not None:
            self._focus(box)

    def follow(self, focused: QWidget | None) -> None:
        """Say what the field with the focus is for, and show its menu button."""
        while focused is not None and not isinstance(focused, FieldBox):
            focused = focused.parentWidget()
        box = focused if isinstance(focused, FieldBox) else None
        if box is None:
            return
        if self._current is not None and self._current is not box:
            self._current.label.show_menu_button(False)
        self._current = box
        box.label.show_menu_button(True)
        self.help.show_box(box)
        self._bring(box)

    def say_read_only(self, why: str) -> None:
        """Say why nothing can be changed, "" when it can."""
        self.can_write = not why
        self.help.say_always(why)

    @Slot()
    def _on_filled(self) -> None:
        """Keep the field with the cursor in sight when those above it are of other heights."""
        focused, box = QApplication.focusWidget(), self._current
        if box is not None and focused is not None and box.isAncestorOf(focused):
            self._bring(box)

    def open_menu(self) -> None:
        """Open the menu of the field with the focus."""
        if self._current is not None:
            self._current.open_menu()

    def go_to_section(self, step: int) -> None:
        """Put the cursor in the first field of the next open section, or the one before."""
        if self.form is None:
            return
        opened = [one for one in self.form.sections if one.is_open and one.showing()]
        here = next(
            (n for n, one in enumerate(opened) if self._current in one.showing()),
            -1 if step > 0 else 0,
        )
        if 0 <= here + step < len(opened):
            section = opened[here + step]
            self._focus(section.showing()[0])
            self.area.ensureWidgetVisible(section.heading, 0, self._margin)

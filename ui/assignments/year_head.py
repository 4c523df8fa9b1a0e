"""Over the year: which year, what is shown of it, and what can be done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from nvworkshop.followup.year import Sort
from nvworkshop.session.year import SORTS
from ui.assignments.words import chosen_words
from ui.plan.choice_popup import ChoicePopup
from ui.plan.facets import Choice
from ui.theme.theme import Theme
from ui.widgets.chips import Chip
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import PlainLabel
from ui.widgets.style import set_role
from ui.words import tr

_FIRST, _LAST = 2000, 2099


class YearHead(QWidget):
    """The parts are made in the order they are read, for Tab."""

    year_asked = Signal(int)
    sorts_asked = Signal(object)  # frozenset of Sort, empty for the ordinary
    new_asked = Signal(str)  # id of what the strategy offers, "" for another
    save_asked = Signal()

    def __init__(self, year: int, theme: Theme, parent: QWidget | None = None) -> None:
        """Begin at a year, with all that is ordinary."""
        super().__init__(parent)
        self.year, self._theme = year, theme
        self.sorts: frozenset[Sort] = frozenset()
        self._offered: Sequence[tuple[str, str]] = ()
        self._counts: Mapping[Sort, int] = {}
        stepper = QWidget(self)
        self.before = self._arrow(stepper, "chevron_left", self.tr("Året före"), -1)
        self.label = PlainLabel(str(year), stepper)
        set_role(self.label, "heading")
        self.after = self._arrow(stepper, "chevron_right", self.tr("Året efter"), 1)
        row = QHBoxLayout(stepper)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.before)
        row.addWidget(self.label)
        row.addWidget(self.after)
        self.shown = Chip(chosen_words(()), theme, self)
        self.shown.clicked.connect(self._open_sorts)
        self.new = QPushButton(self.tr("Ny händelse ▾"), self)
        self.new.setAccessibleName(self.tr("Ny händelse"))
        set_role(self.new, "primary")
        self.new.clicked.connect(self._open_new)
        self.save = QPushButton(self.tr("Spara som kalenderfil (.ics)…"), self)
        set_role(self.save, "secondary")
        self.save.clicked.connect(self.save_asked)
        flow = FlowLayout(self, gap=theme.px(8))
        for part in (stepper, self.shown, self.new, self.save):
            flow.addWidget(part)
        theme.changed.connect(self._show_icons)
        self._show_icons()

    def _arrow(self, parent: QWidget, icon: str, name: str, step: int) -> QToolButton:
        button = QToolButton(parent)
        button.setObjectName(icon)
        button.setAccessibleName(name)
        button.setToolTip(name)
        set_role(button, "quiet")
        button.clicked.connect(lambda: self.go_to(self.year + step))
        return button

    def _show_icons(self) -> None:
        for one in (self.before, self.after):
            one.setIcon(self._theme.icon(one.objectName()))

    def show_state(self, offered: Sequence[tuple[str, str]], counts: Mapping[Sort, int]) -> None:
        """Say what the strategy offers, as ids and names, and how much there is of each sort."""
        self._offered, self._counts = offered, counts

    def go_to(self, year: int, *, tell: bool = True) -> None:
        """Show another year."""
        if _FIRST <= year <= _LAST and year != self.year:
            self.year = year
            self.label.setText(str(year))
            if tell:
                self.year_asked.emit(year)

    def choose_sorts(self, sorts: frozenset[Sort], *, tell: bool = True) -> None:
        """Show only these sorts; none means the ordinary."""
        self.sorts = sorts
        self.shown.show_word(chosen_words([one.value for one in Sort if one in sorts]))
        if tell:
            self.sorts_asked.emit(sorts)

    def new_menu(self) -> QMenu:
        """Return the menu of what can be begun; it goes when it is closed."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        own = menu.addAction(self.tr("Egen händelse"))
        own.triggered.connect(lambda: self.new_asked.emit(""))
        if self._offered:
            menu.addSeparator()
        for entity, name in self._offered:
            action = menu.addAction(name)
            action.triggered.connect(lambda _=False, one=entity: self.new_asked.emit(one))
        return menu

    def _open_new(self) -> None:
        menu = self.new_menu()
        menu.popup(self.new.mapToGlobal(QPoint(0, self.new.height())))
        menu.setActiveAction(menu.actions()[0])

    def _open_sorts(self) -> None:
        popup = ChoicePopup(self.tr("Visa"), "", self._theme, self)
        choices = [Choice(one.value, tr(SORTS[one]), self._counts.get(one, 0)) for one in Sort]
        popup.show_choices(choices, frozenset(one.value for one in self.sorts))
        popup.changed.connect(
            lambda keys: self.choose_sorts(frozenset(one for one in Sort if one.value in keys))
        )
        popup.gone.connect(lambda: self.shown.setFocus(Qt.FocusReason.PopupFocusReason))
        popup.open_at(self.shown)

"""The line over the tree: which way the plan is seen, whose it is, and what is filtered."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from nvworkshop.language import several
from nvworkshop.session.rows import words_of
from ui.theme.theme import Theme
from ui.widgets.chips import Chip
from ui.widgets.flow import FlowLayout
from ui.widgets.segments import SegmentedChoice

SHIFTS, PRINCIPALS, DECISIONS, COUNTY = "shifts", "principals", "decisions", "county"
"""The ways to see the plan."""

_TYPING = 120
"""Milliseconds of rest before what is typed filters the rows."""

_NARROW = 720
"""Design pixels below which the ways are called in short."""

Party = tuple[str, str]
"""A huvudman's id and name."""


class OverallBar(QWidget):
    """Four ways to see the plan, a huvudman to choose, words to filter by, and the menu."""

    seen_asked = Signal(str)
    principal_asked = Signal(object)  # id, None for all
    filter_asked = Signal()
    left = Signal()  # Down, Enter or Esc in the filter: the keys go to the rows

    def __init__(
        self, theme: Theme, make_menu: Callable[[], QMenu], parent: QWidget | None = None
    ) -> None:
        """Lay out the line in the order it is read, for Tab."""
        super().__init__(parent)
        self._theme = theme
        self._parties: Sequence[Party] = ()
        self._principal: str | None = None
        self.ways = SegmentedChoice(
            [(way, long) for way, long, _ in self._words()], self.tr("Visa"), self
        )
        self.ways.choose(SHIFTS)
        self.principal = Chip("", theme, self)
        self.filter = self._build_filter()
        self.undecided = Chip("", theme, self, checkable=True)
        self.more = Chip(self.tr("Mer ▾"), theme, self)
        self.ways.chosen.connect(lambda way: self.seen_asked.emit(str(way)))
        self.principal.clicked.connect(lambda: _open(self.principal_menu(), self.principal))
        self.undecided.clicked.connect(self.filter_asked)
        self.more.clicked.connect(lambda: _open(make_menu(), self.more))
        flow = FlowLayout(self, gap=theme.px(8))
        for part in (self.ways, self.principal, self.filter, self.undecided, self.more):
            flow.addWidget(part)
        self.show_way(SHIFTS)

    def _words(self) -> tuple[tuple[str, str, str], ...]:
        """Return each way with what it is called, and in short."""
        return (
            (SHIFTS, self.tr("Per riktningsförändring"), self.tr("Riktning")),
            (PRINCIPALS, self.tr("Per huvudman"), self.tr("Huvudman")),
            (DECISIONS, self.tr("Kräver beslut"), several("Beslut")),
            (COUNTY, self.tr("Hela länet"), self.tr("Länet")),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Call the ways in short where there is little room."""
        super().resizeEvent(event)
        short = self.width() < self._theme.px(_NARROW)
        for button, (_, long, word) in zip(self.ways.buttons, self._words(), strict=True):
            button.setText(word if short else long)

    def _build_filter(self) -> QLineEdit:
        field = QLineEdit(self)
        field.setPlaceholderText(self.tr("Filtrera rader"))
        field.setAccessibleName(self.tr("Filtrera rader"))
        field.setClearButtonEnabled(True)
        field.setFixedWidth(self._theme.px(170))
        self._rest = QTimer(self, singleShot=True, interval=_TYPING)
        self._rest.timeout.connect(self.filter_asked)
        field.textChanged.connect(lambda _: self._rest.start())
        return field

    @property
    def way(self) -> str:
        """The way the plan is seen."""
        return str(self.ways.value)

    @property
    def words(self) -> tuple[str, ...]:
        """What rows are filtered by, folded."""
        return words_of(self.filter.text())

    def show_way(self, way: str) -> None:
        """Show what there is to choose in one way of seeing."""
        self.ways.choose(way)
        self.principal.setVisible(way == PRINCIPALS)
        self.undecided.setVisible(way != COUNTY)

    def show_state(self, parties: Sequence[Party], principal: str | None, undecided: int) -> None:
        """Show whose rows are seen, offer these, and how many rows wait for a choice."""
        self._parties, self._principal = parties, principal
        name = dict(parties).get(principal or "", "") if principal is not None else ""
        self.principal.show_word(self.tr("{who} ▾").format(who=name or self.tr("Alla huvudmän")))
        self.undecided.show_word(self.tr("Inte avgjorda {n}").format(n=undecided))
        self.undecided.setEnabled(bool(undecided) or self.undecided.isChecked())

    def clear(self) -> None:
        """Let every row be seen."""
        self.filter.clear()
        self.undecided.setChecked(False)
        self.filter_asked.emit()

    def principal_menu(self) -> QMenu:
        """Return the menu of huvudmän; it goes when it is closed."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        one_of = QActionGroup(menu)
        everyone: tuple[str | None, str] = (None, self.tr("Alla huvudmän"))
        for value, label in (everyone, *self._parties):
            action = QAction(label.replace("&", "&&"), menu)
            action.setCheckable(True)
            action.setChecked(value == self._principal)
            action.triggered.connect(lambda _=False, it=value: self.principal_asked.emit(it))
            one_of.addAction(action)
            menu.addAction(action)
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from the filter to the rows; Esc empties it first."""
        leaving = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if self.filter.hasFocus() and event.key() == Qt.Key.Key_Escape:
            self.filter.clear()
            self.left.emit()
        elif self.filter.hasFocus() and event.key() in leaving:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _open(menu: QMenu, chip: Chip) -> None:
    menu.popup(chip.mapToGlobal(QPoint(0, chip.height())))

"""The line over the map: what its rows stand for, and whose actions it counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from nvworkshop.workshop.coverage import Label
from ui.coverage.asking import Chosen
from ui.coverage.model import PREREQUISITE, PRINCIPAL
from ui.theme.theme import Theme
from ui.widgets.chips import Chip
from ui.widgets.flow import FlowLayout
from ui.widgets.segments import SegmentedChoice


class ChoosingBar(QWidget):
    """Two maps to choose between, and chips that open lists of kommuner and huvudmän."""

    axis_asked = Signal(object)
    chosen_asked = Signal(object)  # Chosen

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Lay out the line; the parts are made in the order they are read, for Tab."""
        super().__init__(parent)
        self._chosen = Chosen()
        self._kommuner: Sequence[Label] = ()
        self._principals: Sequence[Label] = ()
        axes = ((PREREQUISITE, self.tr("Förutsättning")), (PRINCIPAL, self.tr("Huvudman")))
        self.axes = SegmentedChoice(axes, self.tr("Rader"), self)
        self.kommun = Chip("", theme, self)
        self.principal = Chip("", theme, self)
        self.clear = Chip(self.tr("Visa alla"), theme, self)
        self.axes.choose(PREREQUISITE)
        self.axes.chosen.connect(self.axis_asked)
        self.kommun.clicked.connect(lambda: _open(self.kommun_menu(), self.kommun))
        self.principal.clicked.connect(lambda: _open(self.principal_menu(), self.principal))
        self.clear.clicked.connect(lambda: self.chosen_asked.emit(Chosen()))
        flow = FlowLayout(self, gap=theme.px(8))
        for part in (self.axes, self.kommun, self.principal, self.clear):
            flow.addWidget(part)

    def show_state(
        self, chosen: Chosen, kommuner: Sequence[Label], principals: Sequence[Label]
    ) -> None:
        """Show what is chosen, and offer these."""
        self._chosen, self._kommuner, self._principals = chosen, kommuner, principals
        kommun = dict(kommuner).get(chosen.municipality, chosen.municipality)
        principal = dict(principals).get(chosen.principal, chosen.principal)
        everyone = self.tr("alla")
        self.kommun.show_word(self.tr("Kommun: {name} ▾").format(name=kommun or everyone))
        self.principal.show_word(self.tr("Huvudman: {name} ▾").format(name=principal or everyone))
        self.kommun.setVisible(bool(kommuner))
        self.principal.setVisible(bool(principals))
        self.clear.setVisible(bool(chosen))

    def kommun_menu(self) -> QMenu:
        """Return the menu of kommuner; it goes when it is closed."""
        return self._menu(self._kommuner, "municipality", self.tr("Alla kommuner"))

    def principal_menu(self) -> QMenu:
        """Return the menu of huvudmän; it goes when it is closed."""
        return self._menu(self._principals, "principal", self.tr("Alla huvudmän"))

    def _menu(self, labels: Sequence[Label], name: str, everyone: str) -> QMenu:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        one_of = QActionGroup(menu)
        for value, label in (("", everyone), *labels):
            action = QAction(label.replace("&", "&&"), menu)
            action.setCheckable(True)
            action.setChecked(value == getattr(self._chosen, name))
            wanted = replace(self._chosen, **{name: value})
            action.triggered.connect(lambda _=False, it=wanted: self.chosen_asked.emit(it))
            one_of.addAction(action)
            menu.addAction(action)
        return menu


def _open(menu: QMenu, chip: Chip) -> None:
    menu.popup(chip.mapToGlobal(QPoint(0, chip.height())))

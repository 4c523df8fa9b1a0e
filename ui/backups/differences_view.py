"""What differs between a backup and the plan now: a sentence, a tree, and texts to read in full."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStackedWidget,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from nvworkshop.errors import PlanError
from nvworkshop.session.comparing import Difference, What
from ui.backups.cell_delegate import CellDelegate
from ui.backups.differences_model import Column, DifferencesModel
from ui.backups.reading_box import ReadingBox
from ui.theme.theme import Theme
from ui.widgets.empty import EmptyState
from ui.widgets.labels import PlainLabel
from ui.widgets.style import set_role

_OPENED = 40
"""Most things that are opened at once to show their fields."""

_MOST = 500
"""Most things in the tree: more than anyone chooses among, and as many as are laid out at once."""

_LEAST_TREE = 120


class DifferencesView(QWidget):
    """The right side: the tree, or a sentence that says why there is none."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        choosable: bool = True,
        sides: tuple[str, str] = ("", ""),
    ) -> None:
        """Lay it out; `choosable` lets things be ticked, `sides` are what is compared."""
        super().__init__(parent)
        self._theme = theme
        self._choosable = choosable
        self.model = DifferencesModel(self, choosable=choosable, sides=sides)
        self.sentence = PlainLabel("", self)
        self.sentence.setWordWrap(True)
        set_role(self.sentence, "plan-name")
        self.tree = self._build_tree()
        then, now = sides
        before, after = then or self.tr("I säkerhetskopian"), now or self.tr("Nu")
        self.texts = ReadingBox(before, after, theme, self)
        icon = "backup" if choosable else "compare"
        self.state = EmptyState(icon, "", theme=theme, parent=self)
        inside = QWidget(self)
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(theme.px(16) if choosable else 0, 0, 0, 0)
        lines.setSpacing(theme.px(8))
        lines.addWidget(self.sentence)
        lines.addWidget(self.tree, 1)
        lines.addWidget(self.texts)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.state)
        self.stack.addWidget(inside)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self.stack)
        self.tree.selectionModel().currentChanged.connect(self._on_current)

    def _build_tree(self) -> QTreeView:
        tree = QTreeView(self)
        tree.setModel(self.model)
        tree.setUniformRowHeights(True)
        tree.setAllColumnsShowFocus(True)
        tree.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        tree.setMinimumHeight(self._theme.px(_LEAST_TREE))
        name, how = self.tr("Det som skiljer."), self.tr("Välj med mellanslag.")
        tree.setAccessibleName(f"{name} {how}" if self._choosable else name)
        tree.setItemDelegate(CellDelegate(self._theme, tree))
        header = tree.header()
        header.setStretchLastSection(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        return tree

    def show_differences(
        self, differences: Sequence[Difference], sentence: str, same: str = ""
    ) -> None:
        """Show what differs, summed up in a sentence; `same` is what is said when nothing does."""
        here = self.model.key(self.tree.currentIndex())
        self.model.set_differences(differences[:_MOST])
        if not differences:
            same = same or self.tr("Planen är som i den här kopian.")
            self.say(self.tr("Inget skiljer"), same)
            return
        first, whole = self.tr("De första {n} visas."), self.tr("Återställ allt gäller alla.")
        more = (f"{first} {whole}" if self._choosable else first).format(n=_MOST)
        self.sentence.setText(f"{sentence}. {more}" if len(differences) > _MOST else sentence)
        self.stack.setCurrentIndex(1)
        if len(differences) <= _OPENED:
            for row, one in enumerate(differences):
                self.tree.setExpanded(self.model.index(row, 0), one.what is What.CHANGED)
        self._share_width()
        self.tree.setCurrentIndex(self.model.index(self.model.row_of(here), 0))

    def _share_width(self) -> None:
        width = self.tree.viewport().width() or self.width()
        self.tree.setColumnWidth(Column.WHAT, width // 2)
        self.tree.setColumnWidth(Column.THEN, width // 4)

    def say_reading(self) -> None:
        """Say that the backup is being read."""
        self.model.set_differences([])
        self.say(self.tr("Läser säkerhetskopian…"))

    def say_restoring(self) -> None:
        """Say that the plan is being restored; what differs is shown when it is done."""
        self.say(self.tr("Återställer…"))

    def say_none(self) -> None:
        """Say that there are no backups."""
        self.model.set_differences([])
        text = self.tr(
            "Programmet gör en när du börjar ändra i planen, och före det som ändrar mycket. "
            "Du kan också göra en nu."
        )
        self.say(self.tr("Inga säkerhetskopior än"), text)

    def say_unreadable(self, error: PlanError) -> None:
        """Say why the backup can't be shown."""
        self.model.set_differences([])
        text = " ".join(part for part in (error.detail, error.hint) if part)
        self.say(error.title, text)

    def stop_waiting(self) -> None:
        """Show the tree again, if there is anything in it."""
        if self.model.rowCount():
            self.stack.setCurrentIndex(1)

    def say(self, title: str, text: str = "") -> None:
        """Say something instead of the tree."""
        self.state.say(title, text)
        self.stack.setCurrentIndex(0)

    def _on_current(self, current: QModelIndex, _: QModelIndex) -> None:
        self.texts.show_texts(*self.model.texts(current))

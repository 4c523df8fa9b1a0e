"""The frozen versions: a table, and what can be done with the one that is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from nvworkshop.model.things import Thing
from ui.anchoring.version_model import Column, VersionModel
from ui.backups.cell_delegate import CellDelegate
from ui.theme.theme import Theme
from ui.widgets.empty import EmptyState
from ui.widgets.labels import PlainLabel
from ui.widgets.style import set_role

_ROW = 34
_LEAST = 4
"""Design pixels of a row, and fewest rows seen."""


@dataclass(frozen=True, slots=True)
class Since:
    """The fingerprint of the plan now, and what differs from its newest version, in a sentence.

    `version` is that version's name, "" when there is none.
    """

    code: str
    version: str = ""
    differs: str = ""


class VersionsView(QWidget):
    """Enter opens the chosen version; without any it says what versions are for."""

    open_asked = Signal(object)  # Thing
    compare_asked = Signal(object)  # Thing
    thaw_asked = Signal(object)  # Thing
    freeze_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Lay it out."""
        super().__init__(parent)
        self._theme = theme
        self.model = VersionModel(self)
        self.code = PlainLabel("", self)
        self.code.setWordWrap(True)
        set_role(self.code, "muted")
        self.table = self._build_table()
        self.open = QPushButton(self.tr("Öppna"), self)
        self.compare = QPushButton(self.tr("Jämför med nu"), self)
        self.thaw = QPushButton(self.tr("Ta tillbaka versionen"), self)
        self.thaw.setToolTip(
            self.tr("Versionen försvinner ur listan. Planen ändras inte. Det går att ångra.")
        )
        self.empty = EmptyState("history", "", on_button=self.freeze_asked.emit, theme=theme)
        for button in (self.open, self.compare, self.thaw):
            set_role(button, "secondary")
        self.open.clicked.connect(lambda: self._ask(self.open_asked.emit))
        self.compare.clicked.connect(lambda: self._ask(self.compare_asked.emit))
        self.thaw.clicked.connect(lambda: self._ask(self.thaw_asked.emit))
        self._lay_out()
        self._size()
        theme.changed.connect(self._size)

    def _build_table(self) -> QTableView:
        table = QTableView(self)
        table.setModel(self.model)
        table.setItemDelegate(CellDelegate(self._theme, table))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setAccessibleName(self.tr("Frusna versioner, den nyaste först"))
        table.verticalHeader().hide()
        table.horizontalHeader().setStretchLastSection(True)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.horizontalHeader().setHighlightSections(False)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        table.horizontalHeader().setDefaultAlignment(left)
        table.installEventFilter(self)
        table.doubleClicked.connect(lambda _: self._ask(self.open_asked.emit))
        return table

    def _lay_out(self) -> None:
        inside = QWidget(self)
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(self._theme.px(8))
        lines.addWidget(self.table, 1)
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(8))
        for button in (self.open, self.compare):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.thaw)
        lines.addLayout(row)
        self._inside = inside
        self._stack = QStackedWidget(self)
        self._stack.addWidget(inside)
        self._stack.addWidget(self.empty)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.setSpacing(self._theme.px(8))
        around.addWidget(self.code)
        around.addWidget(self._stack, 1)

    def show_versions(self, versions: Sequence[Thing], *, writable: bool) -> None:
        """Show the versions, with the keys at the one they were at."""
        here = self.chosen
        self.model.show_versions(versions)
        self.thaw.setVisible(writable)
        if not versions:
            text = self.tr(
                "Frys planen när den går ut på remiss och när den fastställs. En fryst version går "
                "att läsa och jämföra med nu, hur planen än ändras."
            )
            button = self.tr("Frys en version…") if writable else ""
            self.empty.say(self.tr("Inga frusna versioner än"), text, button)
        self._stack.setCurrentWidget(self._inside if versions else self.empty)
        if versions and self.chosen is None:
            ids = [one.id for one in versions]
            row = ids.index(here.id) if here and here.id in ids else 0
            self.table.setCurrentIndex(self.model.index(row, Column.TITLE))

    def show_since(self, since: Since) -> None:
        """Show the fingerprint, and what has changed since the plan was last frozen."""
        code = self.tr("Fingeravtryck {code}: samma kod hos någon annan betyder samma innehåll.")
        parts = [code.format(code=since.code)]
        if since.version and since.differs:
            text = self.tr("Sedan version {name}: {what}.")
            parts.append(text.format(name=since.version, what=since.differs))
        elif since.version:
            parts.append(self.tr("Innehållet är som i version {name}.").format(name=since.version))
        self.code.setText(" ".join(parts))

    @property
    def chosen(self) -> Thing | None:
        """The version that is chosen."""
        return self.model.version(self.table.currentIndex().row())

    def focus(self) -> None:
        """Put the keys in the table, or on what there is to do without one."""
        empty = self._stack.currentWidget() is self.empty
        (self.empty.button if empty else self.table).setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the chosen version on Enter."""
        enter = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        pressed = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if pressed and isinstance(event, QKeyEvent) and event.key() in enter:
            self._ask(self.open_asked.emit)
            return True
        return False

    def _ask(self, emit: Callable[[Thing], None]) -> None:
        if self.chosen is not None:
            emit(self.chosen)

    def _size(self) -> None:
        px = self._theme.px
        self.table.verticalHeader().setDefaultSectionSize(px(_ROW))
        self.table.setMinimumHeight(px(_LEAST * _ROW))

"""The history of one thing or of the whole plan: who changed what, when, from what to what."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, QSize, QTimer
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from nvworkshop.errors import PlanError
from nvworkshop.session.history_lines import NEWEST, History, history_lines
from ui.backups.function_offer import FunctionOffer
from ui.backups.history_model import Column, HistoryModel, said_at
from ui.backups.history_table import HistoryTable
from ui.backups.reading_box import ReadingBox
from ui.desk import Desk
from ui.dialogs.frame import Dialog
from ui.theme.theme import Theme
from ui.widgets.empty import EmptyState
from ui.widgets.labels import ElidedLabel, PlainLabel
from ui.widgets.style import set_role
from ui.words import tr

_SIZE = (1120, 680)
_MOST = 20_000
"""Most lines, when somebody asks for older ones: what can be searched while one types."""

_SOON = 150
"""Milliseconds after the last key until it is searched."""


class HistoryDialog(Dialog):
    """A table to search in, and the chosen change in full beneath."""

    def __init__(
        self, desk: Desk, theme: Theme, entity: str = "", parent: QWidget | None = None
    ) -> None:
        """Show the history of a thing by its id, or of the whole plan."""
        super().__init__(theme, parent)
        self._desk = desk
        self._entity = entity
        self._newest = NEWEST
        self._history = History((), 0)
        self._open = True
        self.set_heading(self.tr("Historik"))
        self.model = HistoryModel(self)
        self._build()
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self._on_search)
        self.search.textChanged.connect(self._soon.start)
        self.table.selectionModel().currentChanged.connect(self._on_current)
        self.more.clicked.connect(self._on_more)
        desk.changed.connect(self._read)
        self._read()

    def _build(self) -> None:
        self.about = ElidedLabel("", self)
        set_role(self.about, "muted")
        self.put_above(self.about)
        self.about.setVisible(bool(self._entity))
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Sök i historiken"))
        self.search.setAccessibleName(self.tr("Sök i historiken"))
        self.search.setClearButtonEnabled(True)
        self.count = PlainLabel("", self)
        set_role(self.count, "muted")
        self.more = QPushButton(self.tr("Visa äldre"), self)
        self.more.setAutoDefault(False)
        self.more.hide()
        row = QHBoxLayout()
        row.setSpacing(self.theme.px(12))
        row.addWidget(self.search, 1)
        row.addWidget(self.count)
        row.addWidget(self.more)
        self.body.addLayout(row)
        self.body.addWidget(self._build_stack(), 1)
        if not self._desk.read_only:
            self._offer_function()
        self.body.setSpacing(self.theme.px(12))
        self.add_close_button()

    def _offer_function(self) -> None:
        offer = FunctionOffer(self.theme, self)
        offer.asked.connect(self._write_function)
        self.body.addWidget(offer)

    def _write_function(self) -> None:
        from ui.dialogs.settings import SettingsDialog  # seldom asked for

        dialog = SettingsDialog(self.theme.settings, self.theme, self)
        dialog.open()
        dialog.function.setFocus()

    def _build_stack(self) -> QWidget:
        """Return the table with the boxes, and what is said when there is nothing in it."""
        self.table = HistoryTable(self.model, self.theme, self)
        self.table.setColumnHidden(Column.WHAT, bool(self._entity))
        self.texts = ReadingBox(self.tr("Före"), self.tr("Efter"), self.theme, self)
        self.state = EmptyState(
            "history", self.tr("Läser historiken…"), theme=self.theme, parent=self
        )
        inside = QWidget(self)
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(self.theme.px(8))
        lines.addWidget(self.table, 1)
        lines.addWidget(self.texts)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.state)
        self.stack.addWidget(inside)
        return self.stack

    def sizeHint(self) -> QSize:
        """Return room to read in, within the screen."""
        wide, high = _SIZE
        return QSize(self.theme.px(wide), self.theme.px(high)).boundedTo(self._most())

    def done(self, result: int) -> None:
        """Wait for no answers any more."""
        self._open = False
        self._desk.changed.disconnect(self._read)
        super().done(result)

    def _read(self, *_: object) -> None:
        read = partial(history_lines, entity=self._entity, newest=self._newest)
        self._desk.ask(read, self._on_read, self._on_failed)

    def _on_read(self, history: History) -> None:
        if not self._open:
            return
        self._history = history
        row = self.table.currentIndex().row()
        self.model.set_lines(history.lines)
        if self._entity and history.lines:
            self.about.setText(history.lines[0].title)
        self._show(max(row, 0))

    def _on_failed(self, error: PlanError) -> None:
        if self._open:
            self.state.say(error.title, " ".join((error.detail, error.hint)).strip())
            self.stack.setCurrentIndex(0)

    def _show(self, row: int = 0) -> None:
        """Show what is found and how much it is."""
        found = self.model.rowCount()
        self.count.setText(self._counted(found))
        left = self._history.count - len(self._history.lines)
        self.more.setVisible(left > 0 and self._newest < _MOST)
        self.stack.setCurrentIndex(1 if found else 0)
        if not found:
            self._say_nothing()
            return
        self.table.setCurrentIndex(self.model.index(min(row, found - 1), Column.WHEN))

    def _counted(self, found: int) -> str:
        of = len(self._history.lines)
        text = self.tr("1 ändring") if of == 1 else self.tr("{n} ändringar").format(n=of)
        if self._history.count > of:
            text = self.tr("de senaste {n} av {all} ändringar").format(
                n=of, all=self._history.count
            )
        return text if found == of else self.tr("{n} av {text}").format(n=found, text=text)

    def _say_nothing(self) -> None:
        if self._history.lines:
            self.state.say(self.tr("Inget hittades"), self.tr("Sök på färre eller andra ord."))
        else:
            self.state.say(self.tr("Ingen historik än"), self.tr("Här syns varje ändring."))

    def _on_search(self) -> None:
        self.model.search(self.search.text())
        self._show()

    def _on_more(self) -> None:
        self._newest = _MOST
        self._read()

    def _on_current(self, current: QModelIndex, _: QModelIndex) -> None:
        one = self.model.line(current.row())
        if one is None:
            self.texts.show_texts("", "", "")
            return
        parts = (said_at(one), one.who, "" if self._entity else one.title, tr(one.label))
        heading = " · ".join(part for part in parts if part)
        self.texts.show_texts(heading, one.before, one.after)

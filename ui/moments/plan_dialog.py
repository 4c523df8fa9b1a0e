"""A plan as it was, to read: every thing in a list, and all its fields beside it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListView,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from nvworkshop.errors import PlanError
from nvworkshop.session.moments import Moment
from nvworkshop.session.readable import PlanThen, plan_at
from ui.backups.cell_delegate import CellDelegate
from ui.desk import Desk
from ui.dialogs.frame import Dialog
from ui.editor.asking import while_there
from ui.moments.compare_dialog import CompareDialog
from ui.moments.fields_text import FieldsText
from ui.moments.plan_model import PlanModel
from ui.theme.theme import Theme
from ui.widgets.empty import EmptyState
from ui.widgets.labels import PlainLabel
from ui.widgets.style import set_role

_SIZE = (1080, 680)
_SOON = 150
"""Design pixels, and milliseconds after the last key until it is searched."""


class PlanDialog(Dialog):
    """Read only; what stands in it can be searched, copied and compared with now."""

    def __init__(
        self, moment: Moment, desk: Desk, theme: Theme, parent: QWidget | None = None
    ) -> None:
        """Read the plan as it was at a moment."""
        super().__init__(theme, parent)
        self._desk, self._moment = desk, moment
        self._shared = False
        self.set_heading(self.tr("Planen som den var"))
        self.model = PlanModel(self)
        self._build()
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self._on_search)
        self.search.textChanged.connect(self._soon.start)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        read = partial(plan_at, moment=moment)
        desk.ask(read, while_there(self, self._on_read), while_there(self, self._on_failed))

    def _build(self) -> None:
        self.odd = PlainLabel("", self)
        self.odd.setWordWrap(True)
        set_role(self.odd, "note-warning")
        self.odd.hide()
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Sök i planen som den var"))
        self.search.setAccessibleName(self.tr("Sök i planen som den var"))
        self.search.setClearButtonEnabled(True)
        self.count = PlainLabel("", self)
        set_role(self.count, "muted")
        row = QHBoxLayout()
        row.setSpacing(self.theme.px(12))
        row.addWidget(self.search, 1)
        row.addWidget(self.count)
        self.body.addWidget(self.odd)
        self.body.addLayout(row)
        self.body.addWidget(self._build_stack(), 1)
        self.body.setSpacing(self.theme.px(12))
        self.compare = self.add_button(self.tr("Jämför med nu"))
        self.compare.clicked.connect(self._on_compare)
        self.add_close_button()

    def _build_stack(self) -> QWidget:
        self.list = QListView(self)
        self.list.setModel(self.model)
        self.list.setUniformItemSizes(True)
        self.list.setItemDelegate(CellDelegate(self.theme, self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Det som stod i planen"))
        self.text = FieldsText(self.theme, self)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStyleSheet("QSplitter::handle { background: transparent; }")
        self.splitter.addWidget(self.list)
        self.splitter.addWidget(self.text)
        self.splitter.setStretchFactor(1, 1)
        self.state = EmptyState("history", self.tr("Läser planen…"), theme=self.theme, parent=self)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.state)
        inside = QWidget(self)
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self.splitter)
        self.stack.addWidget(inside)
        return self.stack

    def sizeHint(self) -> QSize:
        """Return room to read in, within the screen."""
        wide, high = _SIZE
        return QSize(self.theme.px(wide), self.theme.px(high)).boundedTo(self._most())

    def _share(self) -> None:
        """Share the width between the list and what is read, until somebody has."""
        if not self._shared:
            self._shared = True
            wide = self.stack.width()
            self.splitter.setSizes([wide * 42 // 100, wide * 58 // 100])

    def _on_read(self, then: PlanThen) -> None:
        self.set_heading(then.label)
        self.odd.setText(then.odd)
        self.odd.setVisible(bool(then.odd))
        self.model.show_things(then.things)
        self._show()
        self.list.setFocus()

    def _on_failed(self, error: PlanError) -> None:
        self.state.say(error.title, " ".join((error.detail, error.hint)).strip())
        self.stack.setCurrentIndex(0)

    def _on_search(self) -> None:
        self.model.search(self.search.text())
        self._show()

    def _show(self) -> None:
        found = self.model.rowCount()
        self.count.setText(self.model.counted())
        self.stack.setCurrentIndex(1 if found else 0)
        if found:
            self._share()
            self.list.setCurrentIndex(self.model.first())
        elif self.search.text():
            self.state.say(self.tr("Inget hittades"), self.tr("Sök på färre eller andra ord."))
        else:
            self.state.say(self.tr("Planen var tom då"))

    def _on_current(self, current: QModelIndex, _: QModelIndex) -> None:
        one = self.model.thing(current.row())
        self.text.show_thing(one)

    def _on_compare(self) -> None:
        self.close()
        parent = self.parentWidget()
        CompareDialog(self._desk, self.theme, parent, first=self._moment).open()

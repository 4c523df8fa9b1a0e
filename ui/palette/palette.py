"""The palette: one line over the window, and beneath it what is found for it."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from ui.actions import Actions
from ui.aloud import announce
from ui.desk import Desk
from ui.palette.delegate import LineDelegate
from ui.palette.finding import Asked, Entry, Group
from ui.palette.model import FoundModel, Line, said
from ui.palette.searcher import Searcher
from ui.theme.theme import Theme
from ui.widgets.labels import ElidedLabel
from ui.widgets.style import set_role

_WIDE, _TOP, _AROUND = 680, 56, 16
"""Design pixels: the width, from the top of the window, and least from its sides."""

_MOST = 6
"""How many of a group are shown; of the plan's own there is a way to see them all."""

_REST = 30
"""Milliseconds after opening until the plan's thread makes titles ready: first it is painted."""

_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Tab: 1,
    Qt.Key.Key_Backtab: -1,
}
_PAGE = 5
_STAYS = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
"""Another window or a menu of the line in front: the palette waits."""


class Palette(QFrame):
    """Not modal: Esc or a click elsewhere closes it, and Enter does what is chosen."""

    thing_asked = Signal(str, str)  # kind and id of an action or joint action
    idea_asked = Signal(str)
    page_asked = Signal(str)
    filter_asked = Signal(str, str)  # kind and text: all of them in the table

    def __init__(self, actions: Actions, theme: Theme, window: QWidget) -> None:
        """Wait unseen over the window."""
        super().__init__(window)
        self._actions = actions
        self._theme = theme
        self._window = window
        self._before: QWidget | None = None
        self._searcher = Searcher(actions, self)
        self._searcher.changed.connect(self._on_searcher_changed)
        set_role(self, "palette")
        self.setAccessibleName(self.tr("Sök överallt"))
        self.line = self._build_line()
        self.model = FoundModel(self)
        self.list = self._build_list()
        self.count = ElidedLabel("", self)
        set_role(self.count, "small")
        self._lay_out()
        window.installEventFilter(self)
        theme.changed.connect(self._on_theme_changed)
        self.hide()

    def _build_line(self) -> QLineEdit:
        line = QLineEdit(self)
        line.setPlaceholderText(self.tr("Sök åtgärder, förslag, kommandon och hjälp"))
        line.setAccessibleName(self.tr("Sök åtgärder, förslag, kommandon och hjälp"))
        line.setClearButtonEnabled(True)
        line.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab never comes here, nor leaves
        line.textChanged.connect(self.refresh)
        line.installEventFilter(self)
        return line

    def _build_list(self) -> QListView:
        view = QListView(self)
        view.setModel(self.model)
        view.setItemDelegate(LineDelegate(self._theme, view))
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.setAccessibleName(self.tr("Träffar"))
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        set_role(view, "found")
        view.clicked.connect(self._on_clicked)
        return view

    def _lay_out(self) -> None:
        self._lines = QVBoxLayout(self)
        for part in (self.line, self.list, self.count):
            self._lines.addWidget(part)
        self._space()

    def open_on(self, desk: Desk | None) -> None:
        """Open it, empty, on a plan or on none; when it is open, choose what stands in it."""
        if self.isVisible():
            self.line.setFocus()
            self.line.selectAll()
            return
        self._searcher.take_up(desk)
        self._before = QApplication.focusWidget()
        self.line.clear()
        self.refresh()
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        QTimer.singleShot(_REST, self._searcher.prepare)

    @Slot()
    def refresh(self) -> None:
        """Search for what stands in the line."""
        asked = Asked.typed(self.line.text())
        self.model.show_found(self._searcher.search(asked, _MOST))
        self._choose(self.model.next_row(-1, 1))
        self._tell()
        self._place()

    def _tell(self) -> None:
        """Say how many there are, to eyes and to screen readers."""
        n = self.model.total
        if not self.line.text().strip():
            text = self.tr("↑ ↓ väljer · Retur öppnar · Esc stänger")
        elif n == 0:
            text = self.tr("Inget har alla orden.")
        else:
            text = self.tr("1 träff") if n == 1 else self.tr("{n} träffar").format(n=n)
        self.count.setText(text)
        chosen = self.chosen
        announce(self.line, f"{text}. {said(chosen)}" if chosen else text)

    @property
    def chosen(self) -> Line | None:
        """The line that Enter would do."""
        return self.model.line(self.list.currentIndex().row())

    def _choose(self, row: int) -> None:
        self.list.setCurrentIndex(self.model.index(row, 0))
        if self.model.next_row(row, -1) == row:
            self.list.scrollToTop()  # with the heading

    def _step(self, by: int) -> None:
        row = self.list.currentIndex().row()
        for _ in range(abs(by)):
            row = self.model.next_row(row, 1 if by > 0 else -1)
        self._choose(row)
        if self.chosen is not None:
            announce(self.line, said(self.chosen))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let keys in the line go through what is found; follow the window's size."""
        if watched is self.line and isinstance(event, QKeyEvent):
            return event.type() == QEvent.Type.KeyPress and self._press(Qt.Key(event.key()))
        if watched is self.line and event.type() == QEvent.Type.FocusOut:
            if isinstance(event, QFocusEvent) and event.reason() not in _STAYS:
                self.hide()
        elif watched is self._window and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _press(self, key: Qt.Key) -> bool:
        """Do what a key does here; tell whether it does anything."""
        if key in _STEPS:
            self._step(_STEPS[key])
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self._step(_PAGE if key == Qt.Key.Key_PageDown else -_PAGE)
        elif key == Qt.Key.Key_Escape:
            self.leave()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._do(self.chosen)
        else:
            return False
        return True

    def leave(self) -> None:
        """Close, with the keys where they were."""
        before, self._before = self._before, None
        if before is not None and shiboken6.isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self._do(self.model.line(index.row()))

    def _do(self, line: Line | None) -> None:
        """Do what a line stands for; a heading stands for nothing."""
        if line is None or line.is_heading:
            return
        text = self.line.text()
        self.leave()
        if line.all_of is not None:
            self.filter_asked.emit(line.all_of.name.lower(), text)
        elif line.entry is not None:
            self._open(line.entry)

    def _open(self, entry: Entry) -> None:
        match entry.group:
            case Group.COMMAND:
                self._actions[entry.id].trigger()
            case Group.HELP:
                self.page_asked.emit(entry.id)
            case Group.IDEA:
                self.idea_asked.emit(entry.id)
            case _:
                self.thing_asked.emit(entry.group.name.lower(), entry.id)

    @Slot()
    def _on_searcher_changed(self) -> None:
        if self.isVisible():
            self.refresh()

    @Slot()
    def _on_theme_changed(self) -> None:
        self._space()
        self.list.doItemsLayout()
        self._place()

    def _space(self) -> None:
        px = self._theme.px
        self._lines.setContentsMargins(*(px(12),) * 4)
        self._lines.setSpacing(px(8))

    def _place(self) -> None:
        """Stand in the middle near the top, as high as what is found, within the window."""
        px, window = self._theme.px, self._window
        wide = min(px(_WIDE), window.width() - 2 * px(_AROUND))
        rows = range(self.model.rowCount())
        wanted = sum(self.list.sizeHintForRow(row) for row in rows)
        margins = self._lines.contentsMargins()
        around = margins.top() + margins.bottom() + 2 * self._lines.spacing()
        rest = around + self.line.sizeHint().height() + self.count.sizeHint().height()
        top = min(px(_TOP), window.height() // 8)
        high = min(wanted + 2, window.height() - top - px(_AROUND) - rest)
        self.list.setFixedHeight(max(0, high))
        self.setGeometry((window.width() - wide) // 2, top, wide, rest + max(0, high))

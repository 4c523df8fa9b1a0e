"""The tree of the overall plan: gone through, folded, chosen from and opened by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from nvworkshop.session.overall import Entry
from ui.overall.delegate import LineDelegate
from ui.overall.model import Index, OverallModel
from ui.overall.nodes import Node
from ui.overall.words import JOINT, KEPT_LOCAL, RAISED, UNDECIDED
from ui.theme.theme import Theme
from ui.widgets.style import set_role

KEYS = {"1": KEPT_LOCAL, "2": JOINT, "3": RAISED, "0": UNDECIDED}
"""What is pressed to choose how the chosen rows are handled."""

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CHOOSE = QItemSelectionModel.SelectionFlag
_INDENT = 22


class OverallTree(QTreeView):
    """Shows lines; what a person folds and chooses stays so when the lines are made anew."""

    handled = Signal(str)  # how the chosen rows are to be handled
    opened = Signal(object)  # Entry
    copy_asked = Signal()
    menu_asked = Signal(QPoint)  # on the screen

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing."""
        super().__init__(parent)
        self._theme = theme
        self.lines = OverallModel(self)
        self.setModel(self.lines)
        self.look = LineDelegate(self.lines, theme, self)
        self.setItemDelegate(self.look)
        self._folded: dict[str, bool] = {}
        self._restoring = False
        self._behave()
        self.expanded.connect(lambda index: self._remember(index, folded=False))
        self.collapsed.connect(lambda index: self._remember(index, folded=True))
        theme.changed.connect(self._on_theme_changed)

    def _behave(self) -> None:
        set_role(self, "inside")
        self.setAccessibleName(self.tr("Övergripande plan"))
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setRootIsDecorated(False)
        self.setIndentation(self._theme.px(_INDENT))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setAnimated(False)

    # What is shown

    def show_nodes(
        self, nodes: Sequence[Node], folds: Callable[[Node], bool] = lambda _: False
    ) -> None:
        """Show other lines; `folds` tells which begin folded, until a person says otherwise."""
        here, top = self._key_of(self.currentIndex()), self._key_of(self.indexAt(QPoint(0, 0)))
        chosen = [self._key_of(one) for one in self.selectionModel().selectedIndexes()]
        self._restoring = True
        self.lines.show_nodes(nodes)
        self.expandAll()
        for index in self.lines.all_with_children():
            node = self.lines.node(index)
            if node is not None and self._folded.get(node.key, folds(node)):
                self.collapse(index)
        self._restoring = False
        self.choose(chosen, here)
        if top:
            self.scrollTo(self.lines.place_of(top), QAbstractItemView.ScrollHint.PositionAtTop)

    def choose(self, keys: Iterable[str], here: str = "") -> None:
        """Choose lines by key, those that are there, and put the keys on one of them."""
        places = [one for one in map(self.lines.place_of, keys) if one.isValid()]
        current = self.lines.place_of(here)
        if not current.isValid():
            current = places[0] if places else self._first
        model = self.selectionModel()
        model.setCurrentIndex(current, _CHOOSE.ClearAndSelect)
        for one in places:
            model.select(one, _CHOOSE.Select)

    @property
    def _first(self) -> QModelIndex:
        """The first row, past the line over it."""
        top = self.lines.index(0, 0)
        return self.indexBelow(top) if self.isExpanded(top) else top

    def go_to(self, key: str) -> None:
        """Choose one line and show it."""
        place = self.lines.place_of(key)
        if place.isValid():
            self.choose([key], key)
            self.scrollTo(place)

    def fold_all(self, *, folded: bool) -> None:
        """Fold every head, or unfold all."""
        for index in self.lines.all_with_children():
            self.setExpanded(index, not folded)

    # What is chosen

    def entries(self) -> list[Entry]:
        """Return the chosen rows as they stand, each once, from the top."""
        indexes = sorted(self.selectionModel().selectedIndexes(), key=self._height_of)
        nodes = (self.lines.node(one) for one in indexes)
        found = {one.entry.id: one.entry for one in nodes if one is not None and one.entry}
        return list(found.values())

    def _height_of(self, index: QModelIndex) -> int:
        return int(index.internalId())  # numbered from the top

    def key_after(self, ids: Iterable[str]) -> str:
        """Return the key of the next row that waits for a choice, else of one before, or ""."""
        gone = set(ids)
        chosen = self.selectionModel().selectedIndexes()
        last = max(chosen, key=self._height_of, default=self.currentIndex())
        for step in (self.indexBelow, self.indexAbove):
            index = step(last)
            while index.isValid():
                node = self.lines.node(index)
                if (
                    node is not None
                    and node.is_undecided
                    and node.entry
                    and node.entry.id not in gone
                ):
                    return node.key
                index = step(index)
        return ""

    def _key_of(self, index: QModelIndex) -> str:
        node = self.lines.node(index)
        return node.key if node is not None else ""

    # What happens

    def _remember(self, index: QModelIndex, *, folded: bool) -> None:
        if not self._restoring:
            self._folded[self._key_of(index)] = folded

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose how rows are handled, open, copy; the rest is the tree's own."""
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if plain and event.text() in KEYS:
            self.handled.emit(KEYS[event.text()])
        elif plain and event.key() in _ENTER:
            self._open(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        node = self.lines.node(index)
        if node is None:
            return
        if node.entry is not None:
            self.opened.emit(node.entry)
        else:
            self.setExpanded(index, not self.isExpanded(index))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Fold and unfold where the sign stands."""
        index = self.indexAt(event.position().toPoint())
        left = event.button() == Qt.MouseButton.LeftButton
        if left and index.isValid() and self._on_fold(index, event.position().toPoint()):
            self.setExpanded(index, not self.isExpanded(index))
            return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open what is pressed twice."""
        at = event.position().toPoint()
        index = self.indexAt(at)
        if index.isValid() and not self._on_fold(index, at):
            self._open(index)

    def _on_fold(self, index: QModelIndex, at: QPoint) -> bool:
        node = self.lines.node(index)
        room = self.look.fold_room(self.visualRect(index))
        grown = room.adjusted(-room.width(), -room.height(), room.width() // 2, room.height())
        return bool(node is not None and node.children) and grown.contains(at)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu where the pointer is, or by the row the keys are on."""
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self.menu_asked.emit(event.globalPos())
            return
        rect = self.visualRect(self.currentIndex())
        self.menu_asked.emit(self.viewport().mapToGlobal(rect.bottomLeft()))

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Leave the room at the left to the line itself, which draws its sign."""

    @Slot()
    def _on_theme_changed(self) -> None:
        self.look.wear()
        self.setIndentation(self._theme.px(_INDENT))
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

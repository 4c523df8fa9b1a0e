"""The window of the help: what to search for, the pages, and the one that is read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QEvent, QObject, QSize, Qt, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from nvworkshop.session.rows import words_of
from ui.help.pages import Page, having, page_of_link, read_pages
from ui.help.reader import Reader
from ui.settings import Settings
from ui.theme.theme import Theme
from ui.widgets.labels import PlainLabel
from ui.widgets.style import set_role

_GEOMETRY = "help/geometry"
_SIZE = QSize(960, 680)
_LEAST = QSize(480, 320)
_ID = Qt.ItemDataRole.UserRole


class HelpWindow(QWidget):
    """Stands beside the program's window and is in nobody's way; Esc closes it."""

    def __init__(self, theme: Theme, settings: Settings) -> None:
        """Read the pages."""
        super().__init__()
        self._theme = theme
        self._settings = settings
        self._trail: list[str] = []
        self.pages = {one.id: one for one in read_pages()}
        self.page = ""
        self.setWindowTitle(self.tr("Hjälp – NV Workshop"))
        self.setWindowIcon(theme.app_icon())
        set_role(self, "ground")
        self.search = self._build_search()
        self.list = self._build_list()
        self.none = PlainLabel(self.tr("Ingen sida har alla orden."), self)
        self.none.setWordWrap(True)
        set_role(self.none, "muted")
        self.reader = Reader(theme, self)
        self._lay_out()
        self._connect()
        self._narrow("")
        self._restore()

    def _build_search(self) -> QLineEdit:
        field = QLineEdit(self)
        field.setPlaceholderText(self.tr("Sök i hjälpen"))
        field.setAccessibleName(self.tr("Sök i hjälpen"))
        field.setClearButtonEnabled(True)
        field.installEventFilter(self)
        return field

    def _build_list(self) -> QListWidget:
        pages = QListWidget(self)
        pages.setAccessibleName(self.tr("Sidor"))
        pages.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        set_role(pages, "pages")
        return pages

    def _lay_out(self) -> None:
        self._row = QHBoxLayout(self)
        self._left = QVBoxLayout()
        for widget in (self.search, self.none):
            self._left.addWidget(widget)
        self._left.addWidget(self.list, 1)
        self._row.addLayout(self._left)
        self._row.addWidget(self.reader, 1)
        self._space()

    def _connect(self) -> None:
        self.search.textChanged.connect(self._narrow)
        self.list.currentItemChanged.connect(self._on_current_changed)
        self.reader.link_asked.connect(self._on_link_asked)
        self._theme.changed.connect(self._on_theme_changed)
        QShortcut(QKeySequence("Esc"), self, self.close)
        QShortcut(QKeySequence("Ctrl+F"), self, self._focus_search)
        QShortcut(QKeySequence("Alt+Left"), self, self.go_back)

    def open_page(self, page: str) -> None:
        """Show a page, and the window in front; what was searched for is let go."""
        self.search.clear()
        self._go(page)
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        self.search.setFocus()

    @Slot()
    def go_back(self) -> None:
        """Show the page that was read before."""
        if self._trail:
            self._show(self._trail.pop())

    def _go(self, page: str) -> None:
        """Show a page, and remember the one that is left."""
        if page == self.page:
            return
        if self.page:
            self._trail.append(self.page)
        self._show(page)

    def _show(self, page: str) -> None:
        self.page = page
        one = self.pages[page]
        self.reader.show_page(one, words_of(self.search.text()))
        self.setWindowTitle(self.tr("{page} – Hjälp – NV Workshop").format(page=one.title))
        self._mark()

    def _mark(self) -> None:
        """Mark the page that is shown in the list, if it is there."""
        self.list.blockSignals(True)
        places = {self.list.item(n).data(_ID): n for n in range(self.list.count())}
        self.list.setCurrentRow(places.get(self.page, -1))
        self.list.blockSignals(False)

    @Slot(str)
    def _narrow(self, text: str) -> None:
        """List the pages that have all the words, and show the first of them."""
        found = having(self.pages.values(), text)
        self._fill(found)
        self.none.setVisible(not found)
        if not self.page or not found:
            return
        kept = self.page in {one.id for one in found}
        self._show(self.page if kept and not text.strip() else found[0].id)

    def _fill(self, pages: Sequence[Page]) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        for page in pages:
            item = QListWidgetItem(page.title, self.list)
            item.setData(_ID, page.id)
        self.list.blockSignals(False)

    @Slot(QListWidgetItem)
    def _on_current_changed(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._go(item.data(_ID))

    @Slot(str)
    def _on_link_asked(self, link: str) -> None:
        page = page_of_link(link)
        if page:
            self._go(page)

    @Slot()
    def _focus_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows choose a page and the page keys turn it, from the search field."""
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if watched is self.search and pressed and isinstance(event, QKeyEvent):
            return self._lead(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _lead(self, key: Qt.Key) -> bool:
        """Do what a key in the search field does elsewhere; tell whether it does anything."""
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            row = self.list.currentRow() + (1 if key == Qt.Key.Key_Down else -1)
            self.list.setCurrentRow(max(0, min(row, self.list.count() - 1)))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.reader.turn(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.reader.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            return False
        return True

    @Slot()
    def _on_theme_changed(self) -> None:
        self._space()
        if self.page:
            self._show(self.page)

    def _space(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(*(px(16),) * 4)
        self._row.setSpacing(px(16))
        self._left.setSpacing(px(8))
        for widget in (self.search, self.none, self.list):
            widget.setFixedWidth(px(250))
        self.setMinimumSize(_LEAST)

    def _restore(self) -> None:
        geometry = self._settings.get(_GEOMETRY, QByteArray())
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)
            return
        most = self.screen().availableSize() - QSize(48, 48)
        wanted = QSize(self._theme.px(_SIZE.width()), self._theme.px(_SIZE.height()))
        self.resize(wanted.boundedTo(most))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember where the window stood."""
        self._settings.put(_GEOMETRY, self.saveGeometry())
        super().closeEvent(event)

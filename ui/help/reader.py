"""One page of the help to read, with what was searched for marked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QFont, QImage, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from ui.help.html import html_of, style_of
from ui.help.pages import Page, picture_of
from ui.theme.theme import Theme
from ui.widgets.safe_browser import SafeBrowser

_WIDEST = 680
"""Design pixels of a line of text: longer ones are hard to read."""

_MARGIN = 16
"""Design pixels around the text."""

_MOST_MARKS = 200


class Reader(SafeBrowser):
    """Shows pages in the look of the program."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[Page, Sequence[str]] | None = None
        self._drawn_for = 0

    def show_page(self, page: Page, words: Sequence[str]) -> None:
        """Show a page from its top, or from the first of the words."""
        self._shown = (page, words)
        self._drawn_for = self._room()
        document = self.document()
        document.setDefaultFont(self._theme.font())
        document.setIndentWidth(self._theme.px(24))
        document.setDocumentMargin(self._theme.px(_MARGIN))
        document.setDefaultStyleSheet(style_of(self._theme))
        self.setHtml(html_of(page.markdown))
        self.setAccessibleName(page.title)
        self._mark(words)

    def _room(self) -> int:
        """Return how wide a picture can be beside margins, the frame and the scroll bar."""
        beside = self._theme.px(3 * _MARGIN) + self.verticalScrollBar().sizeHint().width()
        return min(self.width(), self._theme.px(_WIDEST)) - beside - self._theme.px(_MARGIN)

    def loadResource(self, kind: int, name: QUrl | str) -> QImage:
        """Return a picture of the help as wide as there is room for; of others nothing."""
        place = picture_of(name.toString() if isinstance(name, QUrl) else name)
        if place is None:
            return super().loadResource(kind, name)
        ratio = self.devicePixelRatioF()
        whole = QImage(str(place))
        wide = min(round(self._room() * ratio), whole.width())
        fits = whole.scaledToWidth(wide, Qt.TransformationMode.SmoothTransformation)
        fits.setDevicePixelRatio(ratio)
        return fits

    def turn(self, by: int) -> None:
        """Scroll a page down, or up with -1."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + by * bar.pageStep())

    def _mark(self, words: Sequence[str]) -> None:
        look = QTextCharFormat()
        look.setBackground(self._theme.color("warning_soft"))
        look.setForeground(self._theme.color("ink"))
        look.setFontUnderline(True)
        look.setFontWeight(QFont.Weight.DemiBold)
        found = [place for word in words for place in self._places_of(word)]
        self.setExtraSelections([_selection(place, look) for place in found])
        if found:
            first = min(found, key=QTextCursor.position)
            first.clearSelection()
            self.setTextCursor(first)
            self.ensureCursorVisible()

    def _places_of(self, word: str) -> list[QTextCursor]:
        places: list[QTextCursor] = []
        place = self.document().find(word)
        while not place.isNull() and len(places) < _MOST_MARKS:
            places.append(place)
            place = self.document().find(word, place)
        return places

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the lines short in a wide window."""
        super().resizeEvent(event)
        spare = max(0, self.width() - self._theme.px(_WIDEST))
        self.setViewportMargins(0, 0, spare, 0)
        if self._shown is not None and self._drawn_for != self._room():
            seen = self.verticalScrollBar().value()
            self.show_page(*self._shown)
            self.verticalScrollBar().setValue(seen)


def _selection(place: QTextCursor, look: QTextCharFormat) -> QTextEdit.ExtraSelection:
    made = QTextEdit.ExtraSelection()
    made.cursor = place
    made.format = look
    return made

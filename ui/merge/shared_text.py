"""A text with the words marked that a suggestion goes by: what is shared, and what differs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextCharFormat
from PySide6.QtWidgets import QTextEdit, QWidget

from nvworkshop.session.suggesting import WordMark
from ui.editor.differing import Mark
from ui.editor.marked import MarkedText
from ui.theme.theme import Theme

SHARED, APART = "shared", "apart"
_MOST_LINES = 40


class SharedText(MarkedText):
    """Shared words have a ground and a line; words that tell apart another ground and dots.

    A press on it is a press on what it lies in.
    """

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, strong: bool = False
    ) -> None:
        """Make it empty; `strong` is for a heading."""
        super().__init__(theme, parent)
        self._strong = strong
        self.most_lines = _MOST_LINES
        self.document().setDocumentMargin(theme.px(1))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._dress()
        theme.changed.connect(self._dress)

    def _dress(self) -> None:
        if self._strong:
            font = self._theme.font()
            font.setWeight(QFont.Weight.DemiBold)
            self.setFont(font)

    def show_words(self, text: str, marks: Sequence[WordMark]) -> None:
        """Show a text with its words marked."""
        self.put(text)
        self.setExtraSelections(
            [
                self._selection((one.start, one.end), SHARED if one.shared else APART)
                for one in marks
            ]
        )

    def _selection(self, mark: Mark, how: str) -> QTextEdit.ExtraSelection:
        selection = super()._selection(mark, how)
        if how in (SHARED, APART):
            selection.format = word_looks(self._theme, shared=how == SHARED)
        return selection


def word_looks(theme: Theme, *, shared: bool) -> QTextCharFormat:
    """Return how a word looks that is shared, or that tells texts apart."""
    looks = QTextCharFormat()
    lines = QTextCharFormat.UnderlineStyle
    looks.setBackground(theme.color("primary_soft" if shared else "warning_soft"))
    looks.setUnderlineStyle(lines.SingleUnderline if shared else lines.DotLine)
    looks.setUnderlineColor(theme.color("primary" if shared else "warning"))
    return looks

"""What a merge brought of one thing: each field before and after, with the words that differ."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from nvworkshop.model.text import shorten
from nvworkshop.session.comparing import FieldDifference, What
from nvworkshop.session.news import Novelty
from ui.editor.differing import words_only_in
from ui.editor.marked import MarkedText
from ui.merge.news_words import how_joined, what_word
from ui.theme.theme import Theme
from ui.widgets.labels import PlainLabel
from ui.widgets.style import set_role
from ui.words import tr


class NoveltyDetail(QScrollArea):
    """Shows one thing at a time."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._theme = theme
        self.novelty: Novelty | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        set_role(self, "panel")

    def show_novelty(self, novelty: Novelty | None) -> None:
        """Show what is new of a thing."""
        if novelty == self.novelty and self.widget() is not None:
            return
        self.novelty = novelty
        inside = QWidget()
        lines = QVBoxLayout(inside)
        px = self._theme.px
        lines.setContentsMargins(px(20), px(12), px(20), px(12))
        lines.setSpacing(px(8))
        if novelty is not None:
            self._fill(lines, novelty)
        lines.addStretch(1)
        self.setWidget(inside)
        self.verticalScrollBar().setValue(0)

    def _fill(self, lines: QVBoxLayout, one: Novelty) -> None:
        difference = one.difference
        self._say(lines, shorten(difference.title, 160), "title")
        came = (what_word(difference.what), one.where, *one.files, *one.devices)
        self._say(lines, " · ".join(part for part in came if part), "muted")
        joined = how_joined(one)
        if joined:
            self._say(lines, joined, "")
        for field in difference.fields:
            lines.addWidget(
                self._field(field, difference.what, conflict=field.name in one.undecided)
            )

    def _say(self, lines: QVBoxLayout, text: str, role: str) -> None:
        label = PlainLabel(text, self)
        label.setWordWrap(True)
        if role:
            set_role(label, role)
        lines.addWidget(label)

    def _field(self, field: FieldDifference, what: What, *, conflict: bool) -> QFrame:
        frame = QFrame(self)
        set_role(frame, "side")
        lines = QVBoxLayout(frame)
        lines.setContentsMargins(*(self._theme.px(10),) * 4)
        lines.setSpacing(self._theme.px(4))
        word = self.tr("{field} – i konflikt") if conflict else "{field}"
        self._say(
            lines,
            word.format(field=tr(field.label)),
            "mark-conflict" if conflict else "field-label",
        )
        if what is not What.CHANGED:
            lines.addWidget(self._text(field.after or field.before, [], "new", tr(field.label)))
            return frame
        empty = self.tr("(tomt)")
        gone = words_only_in(field.before, field.after)
        new = words_only_in(field.after, field.before)
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(12))
        row.addWidget(self._text(field.before or empty, gone, "gone", self.tr("Före")), 1)
        row.addWidget(self._text(field.after or empty, new, "new", self.tr("Efter")), 1)
        lines.addLayout(row)
        return frame

    def _text(self, text: str, marks: list[tuple[int, int]], how: str, name: str) -> MarkedText:
        shown = MarkedText(self._theme, self)
        shown.setAccessibleName(name)
        shown.show_marked(text, marks, how)
        return shown

"""What the place Rapporter is made of, and where each part stands."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.merge.line_list import LineList
from ui.merge.side_by_side import SideBySide
from ui.reports.choices import ChoicesBar
from ui.reports.preview_pane import PreviewPane
from ui.reports.save_bar import SaveBar
from ui.theme.theme import Theme
from ui.widgets.busy import BusyLine
from ui.widgets.labels import PlainLabel, WrappedLabel
from ui.widgets.messages import Message
from ui.widgets.order import put_in_order
from ui.widgets.place_page import Parts, PlacePage
from ui.widgets.style import set_mark, set_role

_LIST, _PART, _ROOMY = 300, 0.36, 480
"""Design pixels of the list, and its largest part, before anybody drags the line between them.

The last is a height in design pixels with room for words.
"""

_REASON = Qt.FocusReason.OtherFocusReason


class ReportsFrame(PlacePage):
    """Reports to the left; to the right what is chosen, how it looks, and what to do with it."""

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        """Lay out the parts; there is nothing in them yet."""
        super().__init__(parent)
        self.desk, self.theme = desk, theme
        set_role(self, "ground")
        self.message: Message | None = None
        self._split = SideBySide(theme, self)
        self._split.addWidget(self._build_list())
        self._split.addWidget(self._build_right())
        self._split.setStretchFactor(1, 1)
        self._dragged = False
        self._split.splitterMoved.connect(self._on_dragged)
        self._around = QVBoxLayout(self)
        self._around.setContentsMargins(0, 0, 0, 0)
        self._around.setSpacing(0)
        self._around.addWidget(self._split, 1)
        theme.changed.connect(self._space)
        self._space()

    def _build_list(self) -> QWidget:
        box = QFrame(self)
        set_role(box, "panel")
        self.title = PlainLabel(self.tr("Rapporter"), box)
        set_role(self.title, "title")
        self.list = LineList(self.tr("Rapporter"), self.theme, box)
        self.templates = QPushButton(self.tr("Öppna &mallmappen"), box)
        self.templates.setToolTip(self.tr("Mallar du lägger där blir rapporter i listan."))
        set_role(self.templates, "quiet")
        self._left = QVBoxLayout(box)
        self._left.addWidget(self.title)
        self._left.addWidget(self.list, 1)
        self._left.addWidget(self.templates, 0, Qt.AlignmentFlag.AlignLeft)
        return box

    def _build_right(self) -> QWidget:
        box = QWidget(self)
        self.name = WrappedLabel("", box)
        set_role(self.name, "heading")
        self.about = WrappedLabel("", box)
        self.choices = ChoicesBar(self.theme, box)
        self.named = WrappedLabel("", box)
        for label in (self.about, self.named):
            set_role(label, "muted")
        self.preview = PreviewPane(self.theme, box)
        self.making_line = BusyLine(self.theme, box)
        inside = QWidget()
        self._lines = QVBoxLayout(inside)
        for part in (self.name, self.about, self.choices, self.named, self.making_line):
            self._lines.addWidget(part)
        self._lines.addWidget(self.preview, 1)
        area = QScrollArea(box)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        self.saving_line = BusyLine(self.theme, box)
        self.bar = SaveBar(self.theme, box)
        self._foot = QVBoxLayout()
        self._foot.addWidget(self.saving_line)
        self._foot.addWidget(self.bar)
        lines = QVBoxLayout(box)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(area, 1)
        lines.addLayout(self._foot)
        return box

    @Slot()
    def _space(self) -> None:
        px = self.theme.px
        self._left.setContentsMargins(px(16), px(14), px(12), px(10))
        self._left.setSpacing(px(8))
        self._lines.setContentsMargins(px(16), px(14), px(16), px(8))
        self._lines.setSpacing(px(8))
        self._foot.setContentsMargins(px(16), px(4), px(16), px(10))
        self._foot.setSpacing(px(6))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room, and leave it to the report where there is little."""
        super().resizeEvent(event)
        if not self._dragged:
            wide = min(self.theme.px(_LIST), round(self.width() * _PART))
            self._split.setSizes([wide, self.width() - wide])
        roomy = self.height() >= self.theme.px(_ROOMY)
        for part in (self.title, self.name, self.about, self.named):
            part.setVisible(roomy)

    @Slot()
    def _on_dragged(self) -> None:
        self._dragged = True

    def show_message(self, message: Message | None) -> None:
        """Say what came of it beneath all, in place of what was said before."""
        if self.message is not None:
            self._around.removeWidget(self.message)
            self.message.hide()
            self.message.deleteLater()
        self.message = message
        if message is not None:
            message.closed.connect(lambda: self.show_message(None))
            set_mark(message, "edge", "top")
            self._around.addWidget(message)
            put_in_order(self.bar.print, *message.stops)
            message.show()
            message.announce()

    # What the window asks

    def parts(self) -> Parts:
        """Return the parts that F6 goes round, with what puts the keys in each."""
        bar = ((self.bar, self.focus_bar),) if self.bar.save.isEnabled() else ()
        said = ((self.message, self.focus_message),) if self.message else ()
        return (
            (self.list, lambda: self.list.setFocus(_REASON)),
            (self.choices, self.focus_choices),
            (self.preview, self.preview.focus),
            *bar,
            *said,
        )

    def focus_choices(self) -> None:
        """Put the keys in the first choice there is."""
        first = self.choices.who if self.choices.who_box.isVisible() else self.choices.when
        first.setFocus(_REASON)

    def focus_message(self) -> None:
        """Put the keys in what is said, if it is still there."""
        if self.message is not None:
            self.message.stops[0].setFocus(_REASON)

    def focus_bar(self) -> None:
        """Put the keys on what to do with the report."""
        self.bar.save.setFocus(_REASON)

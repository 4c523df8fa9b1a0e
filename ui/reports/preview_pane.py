"""A report to look at, or why there is none."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QImage, QResizeEvent, QTextDocument, QTextOption
from PySide6.QtWidgets import QFrame, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from nvworkshop.session.reporting import Preview
from ui.reports.look import dressed, style_of
from ui.theme.theme import Theme
from ui.widgets.empty import EmptyState
from ui.widgets.flow_box import FlowBox
from ui.widgets.labels import PlainLabel, WrappedLabel
from ui.widgets.safe_browser import SafeBrowser
from ui.widgets.style import set_role

_LEAST, _INSET, _AROUND, _WIDEST = 170, 3, 16, 860
"""Design pixels: the least height, around the page so that corners are whole, inside it, and the
widest that it is.
"""

_ROOM = 400
"""Pixels across the room for a picture that isn't drawn yet: only its shape counts."""


class _Sheet(SafeBrowser):
    """Keeps the lines as short as on paper, in the middle of a wide window."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def put(self, address: str, image: QImage) -> None:
        """Let an address in the page be a picture."""
        self.document().addResource(QTextDocument.ResourceType.ImageResource, QUrl(address), image)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share what is left of the width."""
        super().resizeEvent(event)
        spare = max(0, self.width() - self._theme.px(_WIDEST)) // 2
        self.setViewportMargins(spare, 0, spare, 0)


class PreviewPane(QWidget):
    """What the pages say at their top, and the report beneath."""

    whole_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._theme = theme
        self._preview: Preview | None = None
        self._drawn: dict[str, QImage] = {}
        self._do: Callable[[], object] | None = None
        self.mark = PlainLabel("", self)
        set_role(self.mark, "stamp")
        self.facts = WrappedLabel("", self)
        set_role(self.facts, "muted")
        self.head = FlowBox(theme.px(10), self)
        for part in (self.mark, self.facts):
            part.setParent(self.head)
        self.page = _Sheet(theme, self)
        self.problem = EmptyState("file", "", on_button=self._on_button, theme=theme)
        self.more = FlowBox(theme.px(10), self)
        self.cut = WrappedLabel(
            self.tr("Här visas början. Den sparade filen har hela rapporten."), self.more
        )
        set_role(self.cut, "muted")
        self.whole = QPushButton(self.tr("Visa hela"), self.more)
        set_role(self.whole, "small-button")
        self.whole.clicked.connect(self.whole_asked)
        self.more.set_parts([self.cut, self.whole])
        self._lay_out()
        theme.changed.connect(self._dress)

    def _lay_out(self) -> None:
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.page)
        self.stack.addWidget(self.problem)
        card = QFrame(self)
        set_role(card, "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(*(self._theme.px(_INSET),) * 4)
        inside.addWidget(self.stack)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(self._theme.px(6))
        for part in (self.head, card, self.more):
            lines.addWidget(part, 1 if part is card else 0)
        self.head.hide()
        self.more.hide()
        card.setMinimumHeight(self._theme.px(_LEAST))

    def show_preview(self, preview: Preview, *, same: bool) -> None:
        """Show a report from its top, or where one was reading when it is the same."""
        bar = self.page.verticalScrollBar()
        place = bar.value() if same and self.stack.currentWidget() is self.page else 0
        self._preview, self._drawn = preview, {}
        self.mark.setText(self.tr(preview.mark))
        self.mark.setVisible(bool(preview.mark))
        self.facts.setText(" · ".join(preview.facts))
        self.head.set_parts([*([self.mark] if preview.mark else []), self.facts])
        self.head.setVisible(bool(preview.mark or preview.facts))
        self.more.setVisible(not preview.whole)
        self._dress()
        self._turn_to(self.page)
        said = (self.tr("Förhandsvisning"), preview.title, preview.mark)
        self.page.setAccessibleName(", ".join(one for one in said if one))
        bar.setValue(place)

    def show_nothing(self) -> None:
        """Show an empty page: another report is on its way."""
        self._preview = None
        self.page.clear()
        self.head.hide()
        self.more.hide()
        self._turn_to(self.page)

    def say(
        self, title: str, text: str, button: str = "", do: Callable[[], object] | None = None
    ) -> None:
        """Say why there is no report, and what to do."""
        self._preview = None
        self._do = do
        self.head.hide()
        self.more.hide()
        self.problem.say(title, text, button)
        self._turn_to(self.problem)

    @property
    def says(self) -> str:
        """Why there is no report, "" when there is one."""
        if self.stack.currentWidget() is self.page:
            return ""
        return f"{self.problem.title.text()} {self.problem.text.text()}"

    def focus(self) -> None:
        """Put the keys in the report, or on what there is to do without one."""
        reason = Qt.FocusReason.OtherFocusReason
        if self.stack.currentWidget() is self.page:
            self.page.setFocus(reason)
        else:
            self.problem.button.setFocus(reason)

    def _turn_to(self, side: QWidget) -> None:
        """Show a side; the keys follow if they were here."""
        if self.stack.currentWidget() is side:
            return
        focused = self.window().focusWidget()
        here = focused is not None and self.stack.isAncestorOf(focused)
        self.stack.setCurrentWidget(side)
        if here:
            self.focus()

    def _on_button(self) -> None:
        if self._do is not None:
            self._do()

    @Slot()
    def _dress(self) -> None:
        """Set the page anew in the look of the moment."""
        if self._preview is None:
            return
        document = self.page.document()
        document.setDefaultFont(self._theme.font())
        document.setIndentWidth(self._theme.px(24))
        document.setDocumentMargin(self._theme.px(_AROUND))
        document.setDefaultStyleSheet(style_of(self._theme))
        for address, picture in self._preview.pictures.items():
            self.page.put(address, self._drawn.get(address) or _empty(picture.ratio))
        self.page.setHtml(dressed(self._preview.html, self._theme))

    @Slot(str, bytes)
    def show_picture(self, address: str, png: bytes) -> None:
        """Show a picture that has been drawn, where there has been room for it."""
        self._drawn[address] = QImage.fromData(png)
        self.page.put(address, self._drawn[address])


def _empty(ratio: float) -> QImage:
    """Return the room for a picture."""
    blank = QImage(_ROOM, max(1, round(_ROOM * ratio)), QImage.Format.Format_ARGB32)
    blank.fill(0)
    return blank

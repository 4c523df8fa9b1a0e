"""Every merge with its receipt: read, made a document of, or taken back whole."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QPushButton,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from nvworkshop.model.things import Thing
from nvworkshop.session.receipts import receipts, sources_of
from nvworkshop.session.view import PlanView
from ui.desk import Desk
from ui.merge.line_list import LineList
from ui.merge.line_model import Line
from ui.merge.side_by_side import SideBySide
from ui.merge.taking_back import TakingBack
from ui.merge.words import receipt_name
from ui.theme.theme import Theme
from ui.widgets.empty import EmptyState
from ui.widgets.flow_box import FlowBox
from ui.widgets.labels import PlainLabel, breakable
from ui.widgets.style import set_role


@dataclass(frozen=True, slots=True)
class _Receipt:
    """One receipt with what it says."""

    thing: Thing
    text: str
    files: str


class ReceiptsView(QWidget):
    """Asks the plan for its receipts when `refresh` is called."""

    counted = Signal(int)
    told = Signal(str)
    news_asked = Signal(str)  # a receipt's id
    report_asked = Signal(str)  # the same: it is to be a document

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing until it is refreshed."""
        super().__init__(parent)
        self._desk, self._theme = desk, theme
        self._receipts: list[_Receipt] = []
        self._shown: object = None
        self._build()
        self.list.moved.connect(self._on_moved)
        self.list.opened.connect(lambda key: self.news_asked.emit(str(key)))
        self.news.clicked.connect(lambda: self.news_asked.emit(str(self.list.key)))
        self.save.clicked.connect(lambda: self.report_asked.emit(str(self.list.key)))
        self.taking.told.connect(self.told)

    def _build(self) -> None:
        px = self._theme.px
        self.list = LineList(self.tr("Kvitton"), self._theme, self)
        self.news = QPushButton(self.tr("Visa vad som var nytt"), self)
        self.save = QPushButton(self.tr("Spara eller skriv ut…"), self)
        for button in (self.news, self.save):
            set_role(button, "secondary")
        self.taking = TakingBack(self._desk, self._theme, self)
        right = self._build_right()
        split = SideBySide(self._theme, self)
        split.addWidget(self.list)
        split.addWidget(right)
        split.setSizes([px(300), px(680)])
        split.setStretchFactor(1, 1)
        self.empty = EmptyState("merge", "", theme=self._theme, parent=self)
        self.empty.say(
            self.tr("Inga kvitton än"),
            self.tr("Varje sammanslagning lämnar ett kvitto här: filer, antal och beslut."),
        )
        self._split = split
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(split)

    def _build_right(self) -> QScrollArea:
        px = self._theme.px
        inside = QWidget()
        row = FlowBox(px(8), inside)
        for button in (self.news, self.save):
            button.setParent(row)
        row.set_parts([self.news, self.save])
        self.text = PlainLabel("", inside)
        self.text.setWordWrap(True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(px(16), px(12), px(16), px(12))
        lines.setSpacing(px(8))
        for part in (row, self.taking, self.text):
            lines.addWidget(part)
        lines.addStretch(1)
        self._area = area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        set_role(area, "panel")
        return area

    def refresh(self) -> None:
        """Ask the plan for its receipts."""
        self._desk.ask(_asked, self._on_found)

    def focus(self) -> None:
        """Put the keys in the list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> None:
        """Keep nothing: nothing is written here."""

    def _on_found(self, found: list[_Receipt]) -> None:
        known = {one.thing.id for one in self._receipts}
        self._receipts = found
        self._stack.setCurrentWidget(self._split if found else self.empty)
        self.list.show_lines([_line(one) for one in found])
        if found and known and found[0].thing.id not in known:
            self.list.go_to(0)
        self._on_moved(self.list.key)
        self.counted.emit(len(found))

    def _on_moved(self, key: object) -> None:
        one = next((one for one in self._receipts if one.thing.id == key), None)
        self.text.setText(breakable(one.text) if one else "")
        self.taking.show_receipt(one.thing if one else None)
        if key != self._shown:
            self._shown = key
            self._area.verticalScrollBar().setValue(0)


def _asked(view: PlanView) -> list[_Receipt]:
    from nvworkshop.session.receipt_text import receipt_texts  # when it is used

    found = receipts(view)
    texts = receipt_texts(view, found)
    return [_Receipt(one, text, _files(one)) for one, text in zip(found, texts, strict=True)]


def _files(receipt: Thing) -> str:
    return ", ".join(one.file for one in sources_of(receipt))


def _line(one: _Receipt) -> Line:
    return Line(one.thing.id, receipt_name(one.thing), one.files)

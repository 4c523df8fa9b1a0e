"""What each merge brought: to go through, before and after, and what was joined by itself."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from nvworkshop.model.text import fold
from nvworkshop.model.things import Thing
from nvworkshop.session.comparing import What
from nvworkshop.session.news import Novelty, news_of
from nvworkshop.session.receipts import receipts
from nvworkshop.session.rows import words_of
from nvworkshop.session.view import PlanView
from ui.desk import Desk
from ui.merge.line_list import LineList
from ui.merge.line_model import Line
from ui.merge.news_words import how_joined, name_of, what_word
from ui.merge.novelty_detail import NoveltyDetail
from ui.merge.side_by_side import SideBySide
from ui.merge.words import receipt_name
from ui.theme.theme import Theme
from ui.widgets.empty import EmptyState
from ui.widgets.flow_box import FlowBox
from ui.words import tr

_TYPING = 120
_TOKENS = {What.ADDED: "ok", What.CHANGED: "primary", What.REMOVED: "danger"}


class Show(Enum):
    """What of the new is shown."""

    ALL = "all"
    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"
    JOINED = "joined"

    def shows(self, one: Novelty) -> bool:
        """Tell whether one is shown."""
        if self in (Show.ALL, Show.JOINED):
            return self is Show.ALL or one.joined
        return self is _SHOWN[one.difference.what]


_SHOWN = {What.ADDED: Show.ADDED, What.CHANGED: Show.CHANGED, What.REMOVED: Show.REMOVED}


class NewsView(QWidget):
    """Asks the plan for what a merge brought, the newest unless another is chosen."""

    counted = Signal(int)
    told = Signal(str)
    thing_asked = Signal(str, str)  # kind, id

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing until it is refreshed."""
        super().__init__(parent)
        self._desk, self._theme = desk, theme
        self._receipts: list[Thing] = []
        self._news: list[Novelty] = []
        self._found_by: list[str] = []
        self._wanted = ""
        self._build()
        self._soon = QTimer(self, singleShot=True, interval=_TYPING)
        self._soon.timeout.connect(self._show)
        self.search.textChanged.connect(lambda _: self._soon.start())
        self.which.currentIndexChanged.connect(self._show)
        self.merges.activated.connect(self._on_merge_chosen)
        self.list.moved.connect(self._on_moved)
        self.list.opened.connect(self._on_opened)

    def _build(self) -> None:
        px = self._theme.px
        self.merges = QComboBox(self)
        self.merges.setAccessibleName(self.tr("Sammanslagning"))
        self.which = QComboBox(self)
        self.which.setAccessibleName(self.tr("Vad som visas"))
        for choice in (self.merges, self.which):  # they may be seen before they are filled
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Filtrera"))
        self.search.setAccessibleName(self.tr("Filtrera det nya"))
        self.search.setClearButtonEnabled(True)
        self.list = LineList(self.tr("Det nya"), self._theme, self)
        self.detail = NoveltyDetail(self._theme, self)
        self.empty = EmptyState("merge", "", theme=self._theme, parent=self)
        self.top = FlowBox(px(8), self)
        for part in (self.merges, self.which, self.search):
            part.setParent(self.top)
        self.search.setMinimumWidth(px(140))
        self.top.set_parts([self.merges, self.which], self.search)
        split = SideBySide(self._theme, self)
        split.addWidget(self.list)
        split.addWidget(self.detail)
        split.setStretchFactor(0, 2)
        split.setStretchFactor(1, 4)
        split.setSizes([px(340), px(640)])
        self._inside = QWidget(self)
        lines = QVBoxLayout(self._inside)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(px(8))
        lines.addWidget(self.top)
        lines.addWidget(split, 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._inside)

    def refresh(self) -> None:
        """Ask the plan for its merges, and for what the chosen one brought."""
        self._desk.ask(_asked(self._wanted), self._on_found)

    def show_receipt(self, receipt: str) -> None:
        """Show what one merge brought; "" is the newest."""
        self.show_next(receipt)
        self.refresh()

    def show_next(self, receipt: str) -> None:
        """Show what one merge brought when the plan is asked next."""
        self._wanted = receipt
        self._stack.setCurrentWidget(self._inside)  # what it brought is on its way

    def focus(self) -> None:
        """Put the keys in the list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> None:
        """Keep nothing: nothing is written here."""

    def _on_found(self, found: tuple[list[Thing], str, list[Novelty]]) -> None:
        self._receipts, shown, self._news = found
        self._found_by = [_searched(one) for one in self._news]
        self._fill_merges(shown)
        self._fill_which()
        self._show()
        newest = self._receipts[0].id if self._receipts else ""
        if shown == newest:
            self.counted.emit(len(self._news))

    def _fill_merges(self, shown: str) -> None:
        self.merges.clear()
        for one in self._receipts:
            self.merges.addItem(receipt_name(one), one.id)
        self.merges.setCurrentIndex(self.merges.findData(shown))

    def _fill_which(self) -> None:
        chosen = self.which.currentData() or Show.ALL
        texts = {
            Show.ALL: self.tr("Allt nytt"),
            Show.ADDED: self.tr("Nya"),
            Show.CHANGED: self.tr("Ändrade"),
            Show.REMOVED: self.tr("Borttagna"),
            Show.JOINED: self.tr("Sammanförda av sig själva"),
        }
        self.which.blockSignals(True)
        self.which.clear()
        for show, text in texts.items():
            count = sum(show.shows(one) for one in self._news)
            self.which.addItem(f"{text} ({count})", show)
        self.which.setCurrentIndex(list(texts).index(chosen))
        self.which.blockSignals(False)
        self.top.arrange()

    @Slot()
    def _show(self) -> None:
        if not self._receipts:
            text = self.tr("Släpp planfiler till vänster. Sedan syns här vad var och en gav.")
            self.empty.say(self.tr("Ingen sammanslagning än"), text)
        self._stack.setCurrentWidget(self._inside if self._receipts else self.empty)
        show = self.which.currentData() or Show.ALL
        words = words_of(self.search.text())
        shown = [
            one
            for one, found_by in zip(self._news, self._found_by, strict=True)
            if show.shows(one) and all(word in found_by for word in words)
        ]
        self.list.show_lines([_line(one) for one in shown])

    def _on_moved(self, key: object) -> None:
        found = next((one for one in self._news if one.difference.key == key), None)
        self.detail.show_novelty(found)

    def _on_opened(self, key: object) -> None:
        if isinstance(key, tuple):
            self.thing_asked.emit(*key)

    def _on_merge_chosen(self, _: int) -> None:
        self.show_receipt(str(self.merges.currentData()))


def _asked(wanted: str) -> Callable[[PlanView], tuple[list[Thing], str, list[Novelty]]]:
    def _answer(view: PlanView) -> tuple[list[Thing], str, list[Novelty]]:
        found = receipts(view)
        shown = next((one for one in found if one.id == wanted), found[0] if found else None)
        return found, shown.id if shown else "", news_of(view, shown) if shown else []

    return _answer


def _line(one: Novelty) -> Line:
    fields = ", ".join(tr(field.label) for field in one.difference.fields)
    changed = fields if one.difference.what is What.CHANGED else ""
    said = (one.where, changed, how_joined(one))
    word = what_word(one.difference.what)
    token = _TOKENS[one.difference.what]
    key = one.difference.key
    return Line(key, name_of(one.difference), " · ".join(p for p in said if p), word, token)


def _searched(one: Novelty) -> str:
    texts = [name_of(one.difference), one.where, *one.files, *one.devices, how_joined(one)]
    for field in one.difference.fields:
        texts += [tr(field.label), field.before, field.after]
    return fold("\n".join(texts))

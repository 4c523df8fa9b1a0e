"""The head of a step: what it is about, in its colour, and the one question to the room."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from nvworkshop.strategy import Strategy
from nvworkshop.strategy.items import Prerequisite, Shift
from nvworkshop.workshop.guides import question_of
from nvworkshop.workshop.showing import heading
from nvworkshop.workshop.steps import Agenda, Step, place_of
from ui.theme.theme import Theme
from ui.widgets.labels import ElidedLabel, PlainLabel
from ui.widgets.style import set_role
from ui.words import tr

_KEYWORDS = 6


class StepHead(QWidget):
    """Which step of how many, its whole name, the strategy's keywords, and the question."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Lay out the lines; `show_step` fills them."""
        super().__init__(parent)
        self._theme = theme
        self._low = False
        self._over = ""
        self.bar = QFrame(self)
        self.over = ElidedLabel("", self)
        self.title = PlainLabel("", self)
        self.words = ElidedLabel("", self)
        self.question = PlainLabel("", self)
        for label, role in (
            (self.over, "muted"),
            (self.title, "title"),
            (self.words, "muted"),
            (self.question, "heading"),
        ):
            set_role(label, role)
        self.title.setWordWrap(True)
        self.question.setWordWrap(True)
        self._lay_out()

    def _lay_out(self) -> None:
        px = self._theme.px
        self.bar.setFixedWidth(px(5))
        beside = QVBoxLayout()
        beside.setSpacing(px(2))
        for label in (self.over, self.title, self.words):
            beside.addWidget(label)
        row = QHBoxLayout()
        row.setSpacing(px(12))
        row.addWidget(self.bar)
        row.addLayout(beside, 1)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(px(10))
        lines.addLayout(row)
        lines.addWidget(self.question)

    def be_low(self, *, low: bool) -> None:
        """Let the title be one small line above the question, where there is little height."""
        self._low = low
        self._say()

    def _say(self) -> None:
        self.over.setText(self.title.text() if self._low else self._over)
        self.over.setVisible(bool(self.over.text()))
        self.title.setVisible(not self._low)
        self.words.setVisible(not self._low and bool(self.words.text()))

    def show_step(self, step: Step, agenda: Agenda, strategy: Strategy) -> None:
        """Be about a step."""
        here, of = place_of(agenda, step.id)
        item = strategy.get("shift", step.item) or strategy.get("prerequisite", step.item)
        self._over = _over(step, here, of, strategy)
        self.title.setText(heading(step, strategy))
        words = item.keywords if isinstance(item, Shift | Prerequisite) else ()
        self.words.setText(" · ".join(words[:_KEYWORDS]))
        self._say()
        self.question.setText(question_of(step, strategy))
        shift = strategy.get("shift", step.item) is not None
        set_role(self.bar, f"mark-{step.item}" if shift else "mark")


def _over(step: Step, here: int, of: int, strategy: Strategy) -> str:
    if not here:  # the parking lot is no step
        return ""
    place = tr("Steg {here} av {of}").format(here=here, of=of)
    for category, term in (
        ("shift", strategy.terms.shift),
        ("prerequisite", strategy.terms.prerequisite),
    ):
        items = [one.id for one in strategy.items(category)]
        if step.item in items:
            number = items.index(step.item) + 1
            which = tr("{term} {number} av {of}").format(
                term=term.capitalize(), number=number, of=len(items)
            )
            return f"{which} · {place.lower()}"
    return place

"""One group of actions that may be the same: what they share, what differs, and what to do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from nvworkshop.session.suggesting import Candidate, Group, Marker, WordMark
from ui.editor.showing import show_if
from ui.editor.tab_order import order_tabs
from ui.merge.candidate_card import CandidateCard
from ui.merge.shared_text import SharedText
from ui.merge.suggestion_words import called, certainty, listed, quoted
from ui.theme.theme import Theme
from ui.widgets.flow_box import FlowBox
from ui.widgets.labels import PlainLabel
from ui.widgets.style import set_role


class GroupDetail(QWidget):
    """Shows one group at a time; its actions are ticked from the start."""

    join_asked = Signal()
    new_asked = Signal()  # a joint action of their own, though one gathers some of them
    apart_asked = Signal()
    next_asked = Signal()
    shown_asked = Signal(str)  # an action's id
    left = Signal()  # the keys are to go back to the list

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._theme = theme
        self.group: Group | None = None
        self._pool: list[CandidateCard] = []
        self._described = False
        self._locked = False
        self._build()

    def _build(self) -> None:
        px = self._theme.px
        self.heading = PlainLabel("", self)
        set_role(self.heading, "heading")
        self.said = SharedText(self._theme, self)
        inside = QWidget()
        self._lines = QVBoxLayout(inside)
        self._lines.setContentsMargins(0, 0, px(8), 0)
        self._lines.setSpacing(px(8))
        self._lines.addStretch(1)
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(inside)
        self.row = FlowBox(px(8), self)
        self._build_buttons()
        lines = QVBoxLayout(self)
        lines.setContentsMargins(px(16), px(8), px(4), px(8))
        lines.setSpacing(px(8))
        lines.addWidget(self.heading)
        lines.addWidget(self.said)
        lines.addWidget(self.area, 1)
        lines.addWidget(self.row)

    def _build_buttons(self) -> None:
        self.join = self._button("", self.join_asked.emit)
        set_role(self.join, "primary")
        self.new = self._button(self.tr("Bilda ny…"), self.new_asked.emit)
        self.apart = self._button(self.tr("Olika saker (O)"), self.apart_asked.emit)
        self.following = self._button(self.tr("Nästa (N)"), self.next_asked.emit)
        self.describe = self._button("", self.toggle_descriptions)

    def _button(self, text: str, done: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self.row)
        button.clicked.connect(lambda _=False: done())
        return button

    # What is shown

    def show_group(self, group: Group | None, marker: Marker, *, locked: bool) -> None:
        """Show a group; the ticks of the one that is shown already stay."""
        if group is None or group == self.group:
            self.group = group
            return
        before = self.group
        ticked = {one.thing.id for one in self.ticked}
        same = before is not None and _standing(before) == _standing(group)
        self.group, self._locked = group, locked
        self.heading.setText(certainty(group.score))
        self._say(group)
        self._make_cards(len(group.candidates))
        for place, card in enumerate(self._pool):
            if place < len(group.candidates):
                one = group.candidates[place]
                card.show_candidate(place + 1, one, group, marker, described=self._described)
                card.tick.setChecked(not same or one.thing.id in ticked)
            show_if(card, place < len(group.candidates))
        self._show_buttons()
        self.area.verticalScrollBar().setValue(0)

    def _make_cards(self, number: int) -> None:
        """Make the cards that are lacking."""
        if len(self._pool) >= number:
            return
        while len(self._pool) < number:
            card = CandidateCard(self._theme, self)
            card.toggled.connect(self._show_buttons)
            card.tick.stepped.connect(self._on_stepped)
            card.shown_asked.connect(self.shown_asked)
            self._lines.insertWidget(len(self._pool), card)
            self._pool.append(card)
        order_tabs((*self._pool, self.row))

    def _say(self, group: Group) -> None:
        """Say which words count, marked as they are in the texts."""
        parts: list[str] = []
        marks: list[WordMark] = []
        for words, head, shared in (
            (group.shared, self.tr("Gemensamt: "), True),
            (group.differing, self.tr("Skiljer: "), False),
        ):
            if not words:
                continue
            start = len(" ".join(parts)) + bool(parts)
            text = head
            for number, word in enumerate(words):
                text += ", " if number else ""
                marks.append(WordMark(start + len(text), start + len(text) + len(word), shared))
                text += word
            parts.append(f"{text}.")
        self.said.setAccessibleName(self.tr("Ord som förslaget går efter"))
        self.said.show_words(" ".join(parts), marks)

    def _show_buttons(self) -> None:
        if self.group is None:
            return
        ticked = self.ticked
        joint = next((one for one in ticked if one.joint), None)
        self._name_join(joint.joint_title if joint is not None else "")
        self.describe.setText(
            self.tr("Visa mindre (B)") if self._described else self.tr("Visa mer (B)")
        )
        several = len(ticked) > 1 and not self._locked
        self.join.setEnabled(several and any(not one.joint for one in ticked))
        self.new.setEnabled(several)
        self.apart.setEnabled(several)
        show_if(self.new, joint is not None)
        parts = (self.join, self.new, self.apart, self.following, self.describe)
        self.row.set_parts([one for one in parts if not one.isHidden()])

    def _name_join(self, joint: str) -> None:
        """Say what the first button does, as fully as there is room for."""
        texts = [self.tr("Bilda gemensam åtgärd (G)")]
        if joint:
            text = self.tr("Lägg till i {joint} (G)")
            texts = [text.format(joint=quoted(joint, most)) for most in (60, 30)]
            texts.append(self.tr("Lägg till (G)"))
        for text in texts:
            self.join.setText(text.replace("&", "&&"))
            if self.join.sizeHint().width() <= self.row.width():
                break
        self.join.setAccessibleName(texts[0])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Name the first button anew."""
        super().resizeEvent(event)
        self._show_buttons()

    # What is done

    @property
    def cards(self) -> list[CandidateCard]:
        """The cards of the group that is shown."""
        return self._pool[: len(self.group.candidates)] if self.group is not None else []

    @property
    def ticked(self) -> list[Candidate]:
        """The actions that are ticked, in their order."""
        found = (one.candidate for one in self.cards if one.tick.isChecked())
        return [one for one in found if one is not None]

    def toggle(self, place: int) -> bool:
        """Tick the action at a place, from 1, or not; False when there is none."""
        if not 1 <= place <= len(self.cards):
            return False
        self.cards[place - 1].tick.toggle()
        return True

    def toggle_descriptions(self) -> None:
        """Show the descriptions, or hide them; so it stays for the groups that follow."""
        self._described = not self._described
        for card in self._pool:
            card.show_description(self._described)
        self._show_buttons()

    def go_to_cards(self, by: int = 0) -> None:
        """Put the keys in the first card, or so many cards from the one they are in."""
        here = next((n for n, one in enumerate(self.cards) if one.tick.hasFocus()), None)
        place = 0 if here is None else max(0, min(here + by, len(self.cards) - 1))
        if self.cards:
            self.cards[place].tick.setFocus(Qt.FocusReason.OtherFocusReason)
            self.area.ensureWidgetVisible(self.cards[place])

    def _on_stepped(self, by: int) -> None:
        if by:
            self.go_to_cards(by)
        else:
            self.left.emit()

    def names(self) -> str:
        """Return what the ticked actions are called, in a sentence."""
        return listed([called(one) or quoted(one.thing.text("title")) for one in self.ticked])


def _standing(group: Group) -> list[tuple[str, str]]:
    """Return which actions a group has, and what gathers each."""
    return [(one.thing.id, one.joint) for one in group.candidates]

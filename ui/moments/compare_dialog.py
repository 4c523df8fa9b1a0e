"""Two points in time compared: chosen above, what differs beneath."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from nvworkshop.errors import PlanError
from nvworkshop.session.comparing import Difference, said
from nvworkshop.session.moments import (
    BY_CLOCK,
    NOW,
    At,
    Moment,
    Point,
    called,
    compare_at,
    moment_of,
    points,
)
from nvworkshop.session.view import PlanView
from ui.backups.differences_view import DifferencesView
from ui.desk import Desk
from ui.dialogs.frame import Dialog
from ui.editor.asking import while_there
from ui.moments.point_choice import PointChoice
from ui.theme.theme import Theme
from ui.widgets.labels import PlainLabel
from ui.widgets.style import set_role
from ui.workshop.field_block import FieldBlock

_SIZE = (1080, 680)
_NARROW = 760
_SOON = 200
"""Design pixels, and milliseconds after a change of the plan until it is compared again."""


@dataclass(frozen=True, slots=True)
class Compared:
    """What differs between two points, and what they are called."""

    asked: tuple[Moment | str, Moment | str]
    first: Point
    second: Point
    differences: Sequence[Difference]


class CompareDialog(Dialog):
    """From the newest version, or merge, to now unless other points are asked for."""

    def __init__(
        self,
        desk: Desk,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        first: Moment | None = None,
        second: Moment = NOW,
    ) -> None:
        """Read what points there are, then compare."""
        super().__init__(theme, parent)
        self._desk = desk
        self._wanted = (first, second)
        self._listed = False
        self._build()
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self._list)
        desk.changed.connect(self._on_changed)
        self.differences.say(self.tr("Läser planen…"))
        self._list()

    def _build(self) -> None:
        self.set_heading(self.tr("Jämför två tidpunkter"))
        self.first, self.second = PointChoice(self), PointChoice(self)
        self.blocks = (
            FieldBlock(self.tr("&Från"), self.first, self.theme, self),
            FieldBlock(self.tr("&Till"), self.second, self.theme, self),
        )
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(self.theme.px(12))
        for block in self.blocks:
            self._row.addWidget(block, 1, Qt.AlignmentFlag.AlignTop)
        self.note = PlainLabel("", self)
        self.note.setWordWrap(True)
        set_role(self.note, "muted")
        sides = (self.tr("Från"), self.tr("Till"))
        self.differences = DifferencesView(self.theme, self, choosable=False, sides=sides)
        self.body.addLayout(self._row)
        self.body.addWidget(self.note)
        self.body.addWidget(self.differences, 1)
        self.note.hide()
        self.turn = self.add_button(self.tr("Byt plats på tidpunkterna"), left=True)
        self.add_close_button()
        self.turn.clicked.connect(self._on_turn)
        for choice in (self.first, self.second):
            choice.chosen.connect(self._compare)

    def sizeHint(self) -> QSize:
        """Return room to read in, within the screen."""
        wide, high = _SIZE
        return QSize(self.theme.px(wide), self.theme.px(high)).boundedTo(self._most())

    def showEvent(self, event: QShowEvent) -> None:
        """Put the keys in the first choice."""
        super().showEvent(event)
        self.first.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the choices under each other where they are too narrow to be read."""
        super().resizeEvent(event)
        way = QBoxLayout.Direction
        narrow = event.size().width() < self.theme.px(_NARROW)
        self._row.setDirection(way.TopToBottom if narrow else way.LeftToRight)

    def done(self, result: int) -> None:
        """Wait for no answers any more."""
        self._desk.changed.disconnect(self._on_changed)
        self._soon.stop()
        super().done(result)

    def _on_changed(self, _: object) -> None:
        self._soon.start()

    # What there is to choose

    def _list(self) -> None:
        self._desk.ask(points, while_there(self, self._on_listed), while_there(self, self._fail))

    def _on_listed(self, found: list[Point]) -> None:
        for choice in (self.first, self.second):
            choice.offer(found)
        if not self._listed:
            self._listed = True
            first, second = self._wanted
            self.second.choose(second)
            start = first or next(
                (one.moment for one in found if one.moment.at is not At.NOW), None
            )
            if start is None:
                self._say_nothing()
                return
            self.first.choose(start)
        self._compare()

    def _say_nothing(self) -> None:
        text = self.tr(
            "Skriv ett datum ovanför. När ni har fryst en version eller slagit samman planer går "
            "de att välja här."
        )
        self.differences.say(self.tr("Välj vad du vill jämföra med"), text)

    def _on_turn(self) -> None:
        first, second = self.first.currentText(), self.second.currentText()
        self.first.setEditText(second)
        self.second.setEditText(first)
        self._compare()

    # What differs

    def _compare(self) -> None:
        asked = (self.first.value, self.second.value)
        for block in self.blocks:
            block.say("")
        if not asked[0]:
            self._say_nothing()
            return
        self._desk.ask(
            partial(_compared, asked),
            while_there(self, self._on_compared),
            while_there(self, partial(self._on_refused, asked)),
        )

    def _on_compared(self, found: Compared) -> None:
        if found.asked != (self.first.value, self.second.value):
            return
        dated = any(one.moment.at is At.TIME for one in (found.first, found.second))
        self.note.setText(self.tr(BY_CLOCK))
        self.note.setVisible(dated)
        names = f"{found.first.label} → {found.second.label}"
        same = self.tr("Planen är likadan vid de två tidpunkterna.")
        self.differences.show_differences(
            found.differences, f"{names}: {said(found.differences)}", same
        )

    def _on_refused(self, asked: tuple[Moment | str, Moment | str], error: PlanError) -> None:
        """Say what could not be read under the choice it was typed in."""
        if asked != (self.first.value, self.second.value):
            return
        first = isinstance(asked[0], str) and f"”{asked[0]}”" in error.title
        self.blocks[0 if first else 1].say(error.sentence)
        self.differences.say(self.tr("Välj en annan tidpunkt"))

    def _fail(self, error: PlanError) -> None:
        self.differences.say_unreadable(error)


def _compared(asked: tuple[Moment | str, Moment | str], view: PlanView) -> Compared:
    first, second = (one if isinstance(one, Moment) else moment_of(view, one) for one in asked)
    return Compared(
        asked,
        Point(first, called(view, first)),
        Point(second, called(view, second)),
        compare_at(view, first, second),
    )

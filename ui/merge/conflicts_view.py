"""Every open conflict: a list to go through by keys, one to decide, and rules for many at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from nvworkshop.errors import PlanError
from nvworkshop.model.kinds import KINDS
from nvworkshop.session import conflict_list
from nvworkshop.session.conflict_list import OpenConflict, Rule
from nvworkshop.session.deciding import Decision, decide
from nvworkshop.session.leaving import leave, take_up
from nvworkshop.session.live import Delta
from nvworkshop.session.rows import words_of
from nvworkshop.session.view import PlanView
from ui.aloud import announce
from ui.desk import Desk
from ui.editor.dates import moment
from ui.editor.inputs.base import Around
from ui.editor.names import Names
from ui.merge.conflict_detail import ConflictDetail
from ui.merge.line_list import LineList
from ui.merge.line_model import Line
from ui.merge.rules_button import RulesButton
from ui.merge.side_by_side import SideBySide
from ui.merge.words import conflicts_word
from ui.theme.theme import Theme
from ui.widgets.empty import EmptyState
from ui.widgets.style import set_role
from ui.words import tr

_TYPING = 120
"""Milliseconds of rest before what is typed is searched for."""


class ConflictsView(QWidget):
    """Asks the plan for its conflicts when `refresh` is called, and decides them."""

    counted = Signal(int)
    told = Signal(str)

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing until it is refreshed."""
        super().__init__(parent)
        self._desk, self._theme = desk, theme
        self.all: list[OpenConflict] = []
        self.shown: list[OpenConflict] = []
        self._merged = False
        self._around = Around(desk, theme, theme.settings, Names(desk, self))
        self._build()
        self._connect()

    def _build(self) -> None:
        px = self._theme.px
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Filtrera"))
        self.search.setAccessibleName(self.tr("Filtrera konflikterna"))
        self.search.setClearButtonEnabled(True)
        self.with_left = QCheckBox(self.tr("Visa lämnade"), self)
        self.many = RulesButton(self._ruled, self)
        self.list = LineList(self.tr("Konflikter"), self._theme, self)
        self.list.setSelectionMode(LineList.SelectionMode.ExtendedSelection)
        self.detail = ConflictDetail(self._around, self)
        self.empty = EmptyState(
            "merge", "", on_button=self._show_left, theme=self._theme, parent=self
        )
        top = QHBoxLayout()
        top.addWidget(self.search, 1)
        top.addWidget(self.with_left)
        top.addWidget(self.many)
        split = SideBySide(self._theme, self)
        split.addWidget(self.list)
        split.addWidget(self.detail)
        split.setStretchFactor(0, 2)
        split.setStretchFactor(1, 5)
        split.setSizes([px(280), px(700)])
        self._inside = QWidget(self)
        lines = QVBoxLayout(self._inside)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(px(8))
        lines.addLayout(top)
        lines.addWidget(split, 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._inside)
        set_role(self.detail, "panel")

    def _connect(self) -> None:
        self._soon = QTimer(self, singleShot=True, interval=_TYPING)
        self._soon.timeout.connect(self._show)
        self.search.textChanged.connect(lambda _: self._soon.start())
        self.with_left.toggled.connect(self._show)
        self.many.chosen.connect(self.apply)
        self.list.moved.connect(self._on_moved)
        self.list.opened.connect(lambda _: self.detail.use_chosen())
        self.list.installEventFilter(self)
        self.detail.used.connect(self._use)
        self.detail.written.connect(self._write_third)
        self.detail.leave_asked.connect(self._leave)

    # What the page asks

    def refresh(self) -> None:
        """Ask the plan for its conflicts."""
        self._desk.ask(_asked, self._on_found)

    def focus(self) -> None:
        """Put the keys in the list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> None:
        """Keep nothing: a third value is the person's until it is used."""

    # What is shown

    def _on_found(self, answer: tuple[list[OpenConflict], bool]) -> None:
        found, self._merged = answer
        self.all = found
        self.detail.locked = bool(self._desk.read_only)
        self.detail.can_leave = self._can_leave()
        self.many.setEnabled(not self._desk.read_only)
        self._show()
        self.counted.emit(sum(not one.left for one in found))

    def _can_leave(self) -> bool:
        """Tell whether there is a länsdel to leave a conflict to: this plan isn't its own."""
        return not (self._desk.plan and self._desk.plan["county_part"])

    @Slot()
    def _show(self) -> None:
        words = words_of(self.search.text())
        self.shown = [
            one
            for one in self.all
            if (self.with_left.isChecked() or not one.left)
            and all(word in one.found_by for word in words)
        ]
        left = sum(one.left for one in self.all)
        self.with_left.setText(self.tr("Visa lämnade ({n})").format(n=left))
        self.with_left.setVisible(left > 0)
        self.list.show_lines([self._line(one) for one in self.shown])
        nothing = not self.all or (left == len(self.all) and not self.with_left.isChecked())
        self._stack.setCurrentWidget(self.empty if nothing else self._inside)
        if nothing:
            self._say_none(left)

    def _say_none(self, left: int) -> None:
        """Say why the list is empty: nothing is merged, all is decided, or the rest is left."""
        if not self._merged:
            text = self.tr(
                "Släpp länsdelarnas planfiler till vänster, eller välj dem. Det nya tas in, "
                "och det som två har skrivit olika avgör du här."
            )
            self.empty.say(self.tr("Inga planer sammanslagna än"), text)
            return
        if left:
            title = self.tr("Allt är avgjort som kan avgöras här")
            text = self.tr("{n} väntar på svar från länsdelen.")
            self.empty.say(title, text.format(n=conflicts_word(left)), self.tr("Visa lämnade"))
            return
        text = self.tr(
            "När två har skrivit olika i samma fält, utan att veta om varandra, avgörs det här. "
            "Skrev de i olika fält har programmet redan tagit med båda: se Vad är nytt."
        )
        self.empty.say(self.tr("Inga konflikter att avgöra"), text)

    def _show_left(self) -> None:
        self.with_left.setChecked(True)
        self.focus()

    def _line(self, one: OpenConflict) -> Line:
        newest = moment(one.newest.at, self._around.now())
        head = f"{tr(one.conflict.label)} – {one.title}"
        said = (one.where, newest, self.tr("lämnad") if one.left else "")
        word = self.tr("{n} värden").format(n=len(one.sides))
        return Line(one.key, head, " · ".join(part for part in said if part), word, "danger")

    def _on_moved(self, key: object) -> None:
        self.detail.show_conflict(self._named(key))

    def _named(self, key: object) -> OpenConflict | None:
        return next((one for one in self.shown if one.key == key), None)

    # What is decided

    def _use(self, n: int) -> None:
        if (one := self.detail.conflict) is not None:
            self._decide([Decision(one.conflict, n)])

    def _write_third(self, value: object) -> None:
        if (one := self.detail.conflict) is not None:
            decision = Decision(one.conflict, third=value)
            self._decide([decision], self.detail.third.refuse)

    def _decide(self, decisions: Sequence[Decision], failed: object = None) -> None:
        refuse = failed if callable(failed) else self._on_failed
        self._desk.edit(
            lambda session: decide(session, decisions), lambda _: self._on_taken(), refuse
        )

    def _on_taken(self) -> None:
        self._on_decided()
        self._desk.ask(_asked, self._tell_left)

    def _tell_left(self, answer: tuple[list[OpenConflict], bool]) -> None:
        """Say that it is decided to those who don't see the line go."""
        left = len([one for one in answer[0] if not one.left])
        announce(self.list, self.tr("Konflikten är avgjord. Kvar: {n}.").format(n=left))

    def _on_decided(self) -> None:
        self.detail.third.close_input()
        self.refresh()
        self.focus()

    def _on_failed(self, error: PlanError) -> None:
        self.told.emit(error.sentence)

    def _leave(self) -> None:
        chosen = self._chosen()
        if not chosen or self._desk.read_only or not self._can_leave():
            return
        conflicts = [one.conflict for one in chosen]
        change = take_up if all(one.left for one in chosen) else leave
        self._desk.edit(lambda session: change(session, conflicts), lambda _: self.refresh())

    def _chosen(self) -> list[OpenConflict]:
        keys = self.list.chosen
        found = [one for one in self.shown if one.key in keys]
        return found or [one for one in (self.detail.conflict,) if one is not None]

    # Rules

    def _ruled(self) -> list[OpenConflict]:
        """Return what a rule is about: those chosen when they are several, else the list."""
        chosen = self._chosen()
        return chosen if len(chosen) > 1 else self.shown

    def apply(self, rule: Rule) -> None:
        """Decide what is in the list by a rule, in one step, and say what it did."""
        several = self._ruled()
        decisions = conflict_list.decisions_by(rule, several)
        said = self.many.story(rule, several)

        def _done(_: Delta) -> None:
            self._on_decided()
            self.told.emit(said)

        self._desk.edit(lambda session: decide(session, decisions), _done, self._on_failed)

    # Keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let keys in the list decide."""
        pressed = event.type() == QEvent.Type.KeyPress
        if watched is self.list and pressed and self._pressed(event):
            return True
        return super().eventFilter(watched, event)

    def _pressed(self, event: QEvent) -> bool:
        if (
            not isinstance(event, QKeyEvent)
            or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            return False
        match event.key():
            case Qt.Key.Key_Left:
                self.detail.step(-1)
            case Qt.Key.Key_Right:
                self.detail.step(1)
            case Qt.Key.Key_S:
                self.detail.write_third()
            case Qt.Key.Key_L:
                self._leave()
            case Qt.Key.Key_N:
                self.list.step(1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.detail.use_chosen()
            case key if Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
                return self.detail.use(int(key) - int(Qt.Key.Key_0))
            case _:
                return False
        return True


def _asked(view: PlanView) -> tuple[list[OpenConflict], bool]:
    """Return the conflicts, and whether anything has been merged, here or where it came from."""
    several = view.store.how_many(KINDS["receipt"]) or view.store.how_many(KINDS["plan"]) > 1
    return conflict_list.open_conflicts(view), bool(several)

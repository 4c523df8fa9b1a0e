"""The joint actions: what each gathers, what has changed since, and ways to add and take out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSplitter,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from nvworkshop.errors import PlanError
from nvworkshop.model.text import fold
from nvworkshop.session.gathering import Gathered, gathered_in, places_in
from nvworkshop.session.joining import join, mark_read, split
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.rows import words_of
from nvworkshop.session.session import Session
from nvworkshop.session.view import PlanView
from ui.desk import Desk
from ui.editor.asking import ask, while_there
from ui.editor.showing import show_if
from ui.merge.adding_line import Addable, addable
from ui.merge.joint_detail import JointDetail
from ui.merge.line_list import LineList
from ui.merge.line_model import Line
from ui.merge.suggestion_words import gathers, quoted
from ui.theme.theme import Theme
from ui.widgets.empty import EmptyState
from ui.widgets.style import set_role

_OTHER = Qt.FocusReason.OtherFocusReason
_TYPING = 120
"""Milliseconds of rest before what is typed is searched for."""

_LEAST = 130
"""Design pixels of the list."""

_Answer = tuple[list[Gathered], dict[str, str]]


class JointView(QWidget):
    """Asks the plan for its joint actions when `refresh` is called."""

    counted = Signal(int)
    told = Signal(str)
    thing_asked = Signal(str, str)  # kind, id

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing until it is refreshed."""
        super().__init__(parent)
        self._desk, self._theme = desk, theme
        self.all: list[Gathered] = []
        self.shown: list[Gathered] = []
        self._places: dict[str, str] = {}
        self._build()
        self._connect()

    def _build(self) -> None:
        px = self._theme.px
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Filtrera: ord eller länsdel"))
        self.search.setAccessibleName(self.tr("Filtrera de gemensamma åtgärderna"))
        self.search.setClearButtonEnabled(True)
        self.only_changed = QCheckBox("", self)
        self.list = LineList(self.tr("Gemensamma åtgärder"), self._theme, self)
        self.list.setMinimumWidth(px(_LEAST))
        self.detail = JointDetail(self._theme, self)
        self.empty = EmptyState("group", "", theme=self._theme, parent=self)
        top = QHBoxLayout()
        top.addWidget(self.search, 1)
        top.addWidget(self.only_changed)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(self.list)
        split.addWidget(self._build_panel())
        split.setStretchFactor(0, 2)
        split.setStretchFactor(1, 5)
        split.setSizes([px(280), px(660)])
        split.setChildrenCollapsible(False)
        self._inside = QWidget(self)
        lines = QVBoxLayout(self._inside)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(px(8))
        lines.addLayout(top)
        lines.addWidget(split, 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._inside)

    def _build_panel(self) -> QWidget:
        panel = QWidget(self)
        set_role(panel, "panel")
        lines = QVBoxLayout(panel)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self.detail)
        return panel

    def _connect(self) -> None:
        self._soon = QTimer(self, singleShot=True, interval=_TYPING)
        self._soon.timeout.connect(self._show)
        self.search.textChanged.connect(lambda _: self._soon.start())
        self.only_changed.toggled.connect(self._show)
        self.list.moved.connect(self._on_moved)
        self.list.opened.connect(lambda key: self.thing_asked.emit("joint_action", str(key)))
        self.list.installEventFilter(self)
        detail = self.detail
        detail.originals.installEventFilter(self)
        detail.read_asked.connect(self.mark_read)
        detail.split_asked.connect(self.dissolve)
        detail.taken_out.connect(self.take_out)
        detail.shown_asked.connect(self.thing_asked)
        detail.adding_asked.connect(self.open_adding)
        detail.adding.chosen.connect(self.add)
        self._theme.changed.connect(detail.redraw)

    # What the page asks

    def refresh(self) -> None:
        """Ask the plan for its joint actions."""
        ask(self._desk, self, _asked, self._on_found)

    def focus(self) -> None:
        """Put the keys in the list."""
        self.list.setFocus(_OTHER)

    def keep(self) -> None:
        """Keep nothing: nothing is written here."""

    # What is shown

    def _on_found(self, answer: _Answer) -> None:
        self.all, self._places = answer
        self._show()
        self.counted.emit(len(self.all))
        if not self.detail.adding.isHidden():
            self.detail.adding.look()

    @Slot()
    def _show(self) -> None:
        words = words_of(self.search.text())
        changed = sum(bool(one.changed) for one in self.all)
        self.only_changed.setText(self.tr("Bara ändrade ({n})").format(n=changed))
        show_if(self.only_changed, changed > 0 or self.only_changed.isChecked())
        self.shown = [
            one
            for one in self.all
            if (one.changed or not self.only_changed.isChecked()) and self._has(one, words)
        ]
        self.list.show_lines([self._line(one) for one in self.shown])
        self._stack.setCurrentWidget(self._inside if self.all else self.empty)
        if not self.all:
            self._say_none()

    def _say_none(self) -> None:
        text = self.tr(
            "En gemensam åtgärd samlar flera länsdelars åtgärder i en rad. Originalen finns kvar. "
            "Bilda en ur Möjliga dubbletter."
        )
        self.empty.say(self.tr("Inga gemensamma åtgärder än"), text)

    def _has(self, one: Gathered, words: Sequence[str]) -> bool:
        """Tell whether all the words stand in it, or in what it gathers."""
        if not words:
            return True
        own = self._desk.rows["joint_action"].get(one.thing.id)
        rows = [self._desk.rows["action"].get(original.id) for original in one.originals]
        found = "\n".join(row.found_by for row in (own, *rows) if row is not None)
        found += "\n" + fold(" ".join(original.called for original in one.originals))
        return all(word in found for word in words)

    def _line(self, one: Gathered) -> Line:
        word = self.tr("▲ ändrad") if one.changed else ""
        title = one.thing.text("title") or self.tr("Utan rubrik")
        return Line(one.thing.id, title, gathers(one), word, "warning")

    def _on_moved(self, key: object) -> None:
        joint = next((one for one in self.shown if one.thing.id == key), None)
        rows = self._desk.rows
        locked = bool(self._desk.read_only)
        self.detail.setEnabled(joint is not None)
        self.detail.show_joint(joint, rows["joint_action"], rows["action"], locked=locked)

    # What is done

    @property
    def joint(self) -> Gathered | None:
        """The joint action that is shown."""
        return self.detail.joint

    def mark_read(self) -> None:
        """Remember that somebody has looked at what has changed."""
        if self.joint is None or not self.detail.read.isEnabled():
            return
        entity = self.joint.thing.id
        said = self.tr("{title} är läst. Du får veta när något ändras igen.")
        self._do(lambda session: mark_read(session, entity), said)

    def take_out(self, action: str) -> None:
        """Take an original out; it stays as it is in its plan."""
        if self.joint is None or self._desk.read_only:
            return
        entity = self.joint.thing.id
        last = len(self.joint.originals) == 1
        said = self.tr("Tog ut en åtgärd ur {title}. Den finns kvar. Ångra tar tillbaka det.")
        if last:
            said = self.tr("Tog ut den sista åtgärden, så {title} togs bort. Ångra tar tillbaka.")
        self._do(lambda session: split(session, entity, [action]), said)

    def dissolve(self) -> None:
        """Take all originals out, and the joint action away."""
        if self.joint is None or self._desk.read_only:
            return
        entity = self.joint.thing.id
        said = self.tr("Delade upp {title}. Åtgärderna finns kvar. Ångra tar tillbaka det.")
        self._do(lambda session: split(session, entity), said)

    def open_adding(self) -> None:
        """Search for one more action, in place."""
        if self.joint is not None and not self._desk.read_only:
            self.detail.open_adding(self._addable)

    def add(self, action: str) -> None:
        """Add an action; the line stays open for one more."""
        if self.joint is None:
            return
        entity = self.joint.thing.id
        said = self.tr("La till en åtgärd i {title}. Ångra tar tillbaka det.")
        self._do(lambda session: join(session, [entity, action]), said)

    def _addable(self) -> list[Addable]:
        inside = self.joint.originals if self.joint is not None else ()
        rows = self._desk.rows["action"].values()
        return addable(rows, {one.id for one in inside}, self.all, self._places)

    def _do(self, change: Callable[[Session], Outcome], said: str) -> None:
        """Change the plan, look again, and say what was done."""
        title = self.joint.thing.text("title") if self.joint is not None else ""
        sentence = said.format(title=quoted(title))

        def _done(_: object) -> None:
            self.refresh()
            self.told.emit(sentence)

        self._desk.edit(change, while_there(self, _done), while_there(self, self._on_failed))

    def _on_failed(self, error: PlanError) -> None:
        self.told.emit(error.sentence)

    # Keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let keys in the lists decide."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._pressed(event, watched)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the same keys decide from among the buttons, where Enter is a press."""
        here = self.focusWidget() or self
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and isinstance(here, QPushButton):
            here.click()
        elif isinstance(here, QLineEdit) or not self._pressed(event, here):
            super().keyPressEvent(event)

    def _pressed(self, event: QKeyEvent, watched: QObject) -> bool:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        in_list = watched is self.list
        match event.key():
            case Qt.Key.Key_M:
                self.mark_read()
            case Qt.Key.Key_A:
                self.open_adding()
            case Qt.Key.Key_D:
                self.dissolve()
            case Qt.Key.Key_T | Qt.Key.Key_Delete:
                self.detail.take_out()
            case Qt.Key.Key_N:
                self.list.step(1)
            case Qt.Key.Key_Right if in_list:
                self.detail.originals.setFocus(_OTHER)
            case Qt.Key.Key_Left | Qt.Key.Key_Escape if not in_list:
                self.list.setFocus(_OTHER)
            case _:
                return False
        return True


def _asked(view: PlanView) -> _Answer:
    return gathered_in(view), places_in(view)

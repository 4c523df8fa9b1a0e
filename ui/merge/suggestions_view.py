"""Actions that may be the same: groups to go through by keys, to join or to tell apart."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from nvworkshop.errors import PlanError
from nvworkshop.session.joining import distinct_all, join
from nvworkshop.session.live import Delta
from nvworkshop.session.suggesting import Group
from ui.desk import Desk
from ui.editor.inputs.base import Around
from ui.editor.names import Names
from ui.merge.comparing import Comparing
from ui.merge.group_detail import GroupDetail
from ui.merge.joining_form import JoiningForm
from ui.merge.line_list import LineList
from ui.merge.line_model import Line
from ui.merge.suggestion_words import members, percent, quoted
from ui.plan.words import actions_word
from ui.theme.theme import Theme
from ui.widgets.busy import BusyLine
from ui.widgets.empty import EmptyState
from ui.widgets.style import set_role

_LEAST = 130
"""Design pixels of the list."""

_OTHER = Qt.FocusReason.OtherFocusReason


class SuggestionsView(QWidget):
    """Compares when `refresh` is called and something is new; what is decided goes at once."""

    counted = Signal(int)
    told = Signal(str)
    thing_asked = Signal(str, str)  # kind, id

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing until it is refreshed."""
        super().__init__(parent)
        self._desk, self._theme = desk, theme
        self.groups: list[Group] = []
        self.comparing = Comparing(desk, self)
        self._around = Around(desk, theme, theme.settings, Names(desk, self))
        self._build()
        self._connect()

    def _build(self) -> None:
        px = self._theme.px
        self.busy = BusyLine(self._theme, self)
        self.list = LineList(self.tr("Möjliga dubbletter, säkrast först"), self._theme, self)
        self.detail = GroupDetail(self._theme, self)
        self.form = JoiningForm(self._around, self)
        self.empty = EmptyState("duplicate", "", on_button=self._look, theme=self._theme)
        right = QWidget(self)
        self._right = QStackedLayout(right)
        self._right.addWidget(self.detail)
        self._right.addWidget(self.form)
        set_role(right, "panel")
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(self.list)
        split.addWidget(right)
        split.setStretchFactor(0, 2)
        split.setStretchFactor(1, 5)
        split.setSizes([px(280), px(660)])
        self.list.setMinimumWidth(px(_LEAST))
        split.setChildrenCollapsible(False)
        self._inside = split
        holder = QWidget(self)
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(split)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self.busy)
        lines.addWidget(holder, 1)

    def _connect(self) -> None:
        self.comparing.found.connect(self._on_found)
        self.comparing.began.connect(self._on_began)
        self.comparing.ended.connect(self.busy.stop)
        self.comparing.stopped.connect(self._on_stopped)
        self.busy.cancelled.connect(self.comparing.cancel)
        self.list.moved.connect(self._on_moved)
        self.list.installEventFilter(self)
        self.detail.join_asked.connect(self.join)
        self.detail.new_asked.connect(self.open_form)
        self.detail.apart_asked.connect(self.tell_apart)
        self.detail.next_asked.connect(lambda: self.list.step(1))
        self.detail.left.connect(self.focus)
        self.detail.shown_asked.connect(lambda one: self.thing_asked.emit("action", one))
        self.form.made.connect(self._on_form_made)
        self.form.closed.connect(self._on_form_closed)
        self._theme.changed.connect(self._on_theme_changed)

    # What the page asks

    def refresh(self) -> None:
        """Look at the plan again."""
        self.comparing.look()

    def focus(self) -> None:
        """Put the keys where the work is: the form while it is open, else the list."""
        if self.form.is_open:
            self.form.focus_first()
        elif self._stack.currentWidget() is self.empty:
            self.empty.button.setFocus(_OTHER)
        else:
            self.list.setFocus(_OTHER)

    def keep(self) -> None:
        """Keep nothing: a joint action is the person's until it is made. The form stays open."""

    # What is shown

    def _look(self) -> None:
        self.refresh()

    @Slot(int)
    def _on_began(self, actions: int) -> None:
        self.busy.start(
            self.tr("Jämför {actions}…").format(actions=actions_word("action", actions))
        )
        if not self.comparing.is_done:
            self.empty.say(self.tr("Jämför åtgärderna…"))

    @Slot()
    def _on_stopped(self) -> None:
        if not self.comparing.is_done:
            title = self.tr("Åtgärderna är inte jämförda")
            text = self.tr("Jämförelsen avbröts. Inget är ändrat.")
            self.empty.say(title, text, self.tr("Jämför nu"))

    def _on_found(self, groups: Sequence[Group]) -> None:
        self.groups = list(groups)
        self.list.show_lines([self._line(one) for one in self.groups])
        if not self.groups:
            self._say_none()
        self._turn_to(self._inside if self.groups or self.form.is_open else self.empty)
        self.counted.emit(len(self.groups))

    def _line(self, one: Group) -> Line:
        title = one.candidates[0].thing.text("title")
        return Line(one.ids, title, members(one), percent(one.score))

    def _say_none(self) -> None:
        if self.comparing.actions < 2:  # noqa: PLR2004 (comparing takes two)
            title = self.tr("Här jämförs länsdelarnas åtgärder")
            text = self.tr("Lägg in planfilerna till vänster. Det som liknar vartannat visas här.")
        else:
            title = self.tr("Inga möjliga dubbletter kvar")
            number = actions_word("action", self.comparing.actions)
            text = self.tr(
                "{actions} är jämförda med varandra. De jämförs igen när något har ändrats. "
                "Det du har avgjort frågas inte igen."
            ).format(actions=number)
        self.empty.say(title, text)

    def _turn_to(self, side: QWidget) -> None:
        here = self.isAncestorOf(self.focusWidget() or self)
        if self._stack.currentWidget() is not side:
            self._stack.setCurrentWidget(side)
            if here and self.isVisible():
                self.focus()

    def _on_moved(self, key: object) -> None:
        marker = self.comparing.marker
        if self.form.is_open or marker is None:
            return
        group = next((one for one in self.groups if one.ids == key), None)
        self.detail.show_group(group, marker, locked=bool(self._desk.read_only))

    @Slot()
    def _on_theme_changed(self) -> None:
        self.detail.group = None
        self._on_moved(self.list.key)

    # What is done

    def join(self) -> None:
        """Add the ticked actions to the joint action one of them is in, or begin a new one."""
        ticked = self.detail.ticked
        joint = next((one for one in ticked if one.joint), None)
        if not self.detail.join.isEnabled():
            return
        if joint is None:
            self.open_form()
            return
        ids = [joint.joint, *(one.thing.id for one in ticked if not one.joint)]
        added = actions_word("action", len(ids) - 1)
        said = self.tr("La till {actions} i {joint}. Ångra tar tillbaka det.")
        sentence = said.format(actions=added, joint=quoted(joint.joint_title))
        self._desk.edit(lambda session: join(session, ids), self._when(sentence), self._on_failed)

    def open_form(self) -> None:
        """Begin a joint action of the ticked actions, in place."""
        ticked = [one.thing.id for one in self.detail.ticked]
        if len(ticked) > 1 and not self._desk.read_only:
            self._right.setCurrentWidget(self.form)
            self.form.open_form(ticked, self.detail.names())

    def tell_apart(self) -> None:
        """Remember that the ticked actions are different things."""
        ticked = [one.thing.id for one in self.detail.ticked]
        if not self.detail.apart.isEnabled():
            return
        said = self.tr("{who} är olika saker och föreslås inte igen. Ångra tar tillbaka det.")
        sentence = said.format(who=self.detail.names())
        self._desk.edit(
            lambda session: distinct_all(session, ticked), self._when(sentence), self._on_failed
        )

    def _when(self, sentence: str) -> Callable[[Delta], None]:
        def _done(_: Delta) -> None:
            self.refresh()
            self.told.emit(sentence)

        return _done

    def _on_failed(self, error: PlanError) -> None:
        self.told.emit(error.sentence)

    def _on_form_made(self, sentence: str) -> None:
        self._right.setCurrentWidget(self.detail)
        self.focus()
        self.refresh()  # the next group comes with the answer
        self.told.emit(sentence)

    @Slot()
    def _on_form_closed(self) -> None:
        self._right.setCurrentWidget(self.detail)
        self._on_moved(self.list.key)
        self._turn_to(self._inside if self.groups else self.empty)
        self.focus()

    # Keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let keys in the list decide."""
        if watched is self.list and isinstance(event, QKeyEvent) and self._is_press(event):
            return self._pressed(event)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the same keys decide from among the cards."""
        here = self.focusWidget() or self
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and isinstance(here, QPushButton):
            here.click()
        elif not (self.detail.isAncestorOf(here) and self._pressed(event)):
            super().keyPressEvent(event)

    @staticmethod
    def _is_press(event: QKeyEvent) -> bool:
        return event.type() == QEvent.Type.KeyPress

    def _pressed(self, event: QKeyEvent) -> bool:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or self.form.is_open:
            return False
        in_list = self.list.hasFocus()
        match event.key():
            case Qt.Key.Key_G | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.join()
            case Qt.Key.Key_O:
                self.tell_apart()
            case Qt.Key.Key_N:
                self.list.step(1)
            case Qt.Key.Key_B:
                self.detail.toggle_descriptions()
            case Qt.Key.Key_Right if in_list:
                self.detail.go_to_cards()
            case Qt.Key.Key_Escape if not in_list:
                self.focus()
            case key if Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
                return self.detail.toggle(int(key) - int(Qt.Key.Key_0))
            case _:
                return False
        return True

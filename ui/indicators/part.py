"""The part Indikatorer: a list to the left, the chosen one to the right."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QStackedLayout, QVBoxLayout, QWidget

from nvworkshop.errors import PlanError
from nvworkshop.session.indicators import Detail, Listed, Overview, detail, overview
from nvworkshop.session.live import Delta
from nvworkshop.session.sharing import keep_apart, part, share
from ui.desk import Desk
from ui.editor.asking import ask, while_there
from ui.editor.showing import show_if
from ui.indicators.detail_view import FACTS, VALUES, DetailView
from ui.indicators.question_bar import QuestionBar
from ui.indicators.starter_dialog import StarterDialog
from ui.indicators.words import TOKENS, about_line, standing_word, values_line
from ui.merge.line_list import LineList
from ui.merge.line_model import Line
from ui.merge.side_by_side import SideBySide
from ui.theme.theme import Theme
from ui.widgets.among import Among
from ui.widgets.empty import EmptyState
from ui.widgets.flow_box import FlowBox
from ui.widgets.place_page import Parts
from ui.widgets.place_part import PlacePart
from ui.widgets.style import set_role
from ui.window.choosing import Choosing

_OTHER = Qt.FocusReason.OtherFocusReason
_KINDS = frozenset({"indicator", "measurement", "action", "distinct", "plan"})
"""The kinds whose changes may change what is shown."""

_LIST, _DETAIL = 420, 760
"""Design pixels of the two sides from the start."""

_NARROW, _LEAST = 520, 212
"""Design pixels below which the list stands above, and that its longest button needs."""


class IndicatorsPart(PlacePart):
    """Asks the plan when it is shown, and again when something it shows has changed."""

    def __init__(
        self, desk: Desk, theme: Theme, choosing: Choosing, parent: QWidget | None = None
    ) -> None:
        """Lay it out, and ask what there is."""
        super().__init__(parent)
        self.desk, self.theme = desk, theme
        self.all: tuple[Listed, ...] = ()
        self.shown: tuple[Listed, ...] = ()
        self._among: Among | None = None
        self._wanted = ""
        self._stale = True
        self._build()
        self._connect()
        self.refresh()

    def _build(self) -> None:
        px = self.theme.px
        self.new = self._button(self.tr("Ny indikator"))
        self.start = self._button(self.tr("Lägg till ur startlistan…"))
        self.remove = self._button(self.tr("Ta bort"))
        self.clear = QPushButton("", self)
        set_role(self.clear, "chip")
        self.top = FlowBox(px(8), self)
        for button in (self.new, self.start, self.remove, self.clear):
            button.setParent(self.top)
        self.top.set_parts([self.new, self.start, self.remove])
        self.clear.hide()
        self.question = QuestionBar(self.theme, self)
        self.list = LineList(self.tr("Indikatorer"), self.theme, self, under=2)
        self.list.installEventFilter(self)
        self.detail = DetailView(self.desk, self.theme, self)
        self.empty = EmptyState(
            "target",
            self.tr("Inga indikatorer än"),
            self.tr(
                "En indikator är det ni mäter eller frågar om, för att se om det blir bättre. Börja"
                " ur startlistan eller skriv en egen. Värden kan hämtas in ur Excel eller Kolada."
            ),
            self.tr("Lägg till ur startlistan…"),
            self.choose_starters,
            theme=self.theme,
            parent=self,
        )
        self._lay_out()

    def _lay_out(self) -> None:
        px = self.theme.px
        left = QWidget(self)
        left.setMinimumWidth(px(_LEAST))
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        for part_ in (self.top, self.question):
            column.addWidget(part_)
        column.addWidget(self.list, 1)
        split = SideBySide(self.theme, self, narrow=_NARROW)
        split.addWidget(left)
        split.addWidget(self.detail)
        split.setStretchFactor(0, 1)
        split.setStretchFactor(1, 2)
        split.setSizes([px(_LIST), px(_DETAIL)])
        self._inside = QWidget(self)
        lines = QVBoxLayout(self._inside)
        lines.setContentsMargins(px(16), px(4), px(16), px(12))
        lines.addWidget(split)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._inside)
        self._stack.addWidget(self.empty)

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(text, self)
        set_role(button, "secondary")
        return button

    def _connect(self) -> None:
        self.new.clicked.connect(self.add)
        self.start.clicked.connect(self.choose_starters)
        self.remove.clicked.connect(self.remove_chosen)
        self.clear.clicked.connect(lambda: self.show_among(None))
        self.list.moved.connect(self._on_moved)
        self.list.opened.connect(lambda _: self.detail.focus())
        self.question.same.connect(self._on_same)
        self.question.apart.connect(self._on_apart)
        self.detail.standing.action_asked.connect(partial(self.thing_asked.emit, "action"))
        self.detail.standing.part_asked.connect(self._on_part)
        self.detail.values.import_asked.connect(self.list_asked)
        self.desk.changed.connect(self._on_changed)
        self.theme.changed.connect(self.refresh)
        writable = not self.desk.read_only
        for button in (self.new, self.start, self.remove):
            button.setEnabled(writable)

    # What the place asks

    def parts(self) -> Parts:
        """Return the list and the detail, for F6."""
        if not self.all:
            return ((self.empty, lambda: self.empty.button.setFocus(_OTHER)),)
        return ((self.list, lambda: self.list.setFocus(_OTHER)), (self.detail, self.detail.focus))

    def keep(self) -> None:
        """Send what is being typed to the plan."""
        self.detail.keep()

    def close_place(self) -> None:
        """Let the drawing end."""
        self.detail.standing.picture.close_picture()

    def show_thing(self, kind: str, entity: str) -> None:
        """Show an indicator."""
        if kind == "indicator":
            self._among = None
            self._wanted = entity
            self.refresh()

    def show_among(self, among: object) -> None:
        """Show some of the indicators, all for None."""
        self._among = among if isinstance(among, Among) else None
        self._show()

    @Slot()
    def refresh(self) -> None:
        """Ask the plan for its indicators."""
        self._stale = False
        ask(self.desk, self, overview, self._on_overview)

    # What is shown

    def _on_overview(self, found: Overview) -> None:
        self.all = found.listed
        first = found.questions[0] if found.questions and not self.desk.read_only else None
        self.question.ask(first, len(found.questions) - 1)
        self._show()

    def _show(self) -> None:
        among = self._among
        self.shown = tuple(one for one in self.all if among is None or one.id in among.ids)
        self.clear.setText(f"{among.label}  ✕" if among else "")
        self.clear.setAccessibleName(self.tr("Visa alla indikatorer"))
        chip = [self.clear] if among is not None else []
        self.top.set_parts([self.new, self.start, self.remove, *chip])
        show_if(self.clear, among is not None)
        self.list.show_lines([_line(one) for one in self.shown])
        if self._wanted:
            wanted, self._wanted = self._wanted, ""
            row = next((n for n, one in enumerate(self.shown) if wanted in _ids(one)), -1)
            if row >= 0:
                self.list.go_to(row)
        self._stack.setCurrentWidget(self._inside if self.all else self.empty)

    def _on_moved(self, key: object) -> None:
        self.remove.setEnabled(key is not None and not self.desk.read_only)
        if key is None:
            self.detail.show_detail(None)
            return
        entity = str(key)
        ask(self.desk, self, lambda view: detail(view, entity), partial(self._on_detail, entity))

    def _on_detail(self, entity: str, found: Detail | None) -> None:
        if self.list.key == entity:
            self.detail.show_detail(found)

    @Slot(object)
    def _on_changed(self, delta: Delta) -> None:
        if not any(kind in _KINDS for kind, _ in delta.touched):
            return
        self._stale = True
        if self.isVisible():
            self.refresh()

    def showEvent(self, event: QEvent) -> None:
        """Show what has happened meanwhile."""
        super().showEvent(event)  # type: ignore[arg-type]
        if self._stale:
            self.refresh()

    # What is done

    @Slot()
    def add(self) -> None:
        """Add an indicator, with the keys in its title."""
        self.keep()
        title = {"title": self.tr("Ny indikator")}
        self.desk.edit(lambda session: session.add("indicator", title), self._on_added)

    def _on_added(self, delta: Delta) -> None:
        self._among = None
        self._wanted = delta.entity
        self.detail.show_tab(FACTS)
        self.refresh()
        ask(self.desk, self, lambda _: None, lambda _: self.detail.facts.write_title())

    @Slot()
    def choose_starters(self) -> None:
        """Offer the strategy's list."""
        dialog = StarterDialog(self.desk, self.theme, self)
        dialog.added.connect(self._on_started)
        dialog.open()

    @Slot(str)
    def _on_started(self, entity: str) -> None:
        """Show the first of those that came, with the keys in the list."""
        self._among = None
        self._wanted = entity
        self.refresh()
        self.list.setFocus(_OTHER)

    @Slot()
    def remove_chosen(self) -> None:
        """Remove the chosen indicator; it can be undone, and its values stay in the plan."""
        key = self.list.key
        one = next((each for each in self.shown if each.id == key), None)
        if one is None or self.desk.read_only:
            return
        told = self.tr("”{title}” är borttagen. Ångra med Ctrl+Z.").format(title=one.title)
        self.desk.edit(lambda session: session.remove(one.id), lambda _: self.told.emit(told))

    def _on_same(self, ids: tuple[str, ...]) -> None:
        self.desk.edit(
            lambda session: share(session, ids[0], ids[1:]), None, while_there(self, self._refuse)
        )

    def _on_apart(self, ids: tuple[str, ...]) -> None:
        self.desk.edit(lambda session: keep_apart(session, ids))

    def _on_part(self, entity: str) -> None:
        self.desk.edit(lambda session: part(session, entity))

    def _refuse(self, error: PlanError) -> None:
        self.warned.emit(error.sentence)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Remove on Delete, add on Insert, write values on Ctrl+Enter."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() == Qt.Key.Key_Delete:
            self.remove_chosen()
        elif event.key() == Qt.Key.Key_Insert and not self.desk.read_only:
            self.add()
        elif event.key() == Qt.Key.Key_Right:
            self.detail.show_tab(VALUES)
            self.detail.focus()
        else:
            return False
        return True


def _ids(one: Listed) -> tuple[str, ...]:
    return one.id, *(entity for entity, _ in one.same)


def _line(one: Listed) -> Line:
    text = f"{values_line(one)}\n{about_line(one)}"
    return Line(one.id, one.title, text, standing_word(one), TOKENS[one.judged.standing])

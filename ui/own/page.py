"""The place Vår del: what a huvudman must do by the plan it follows, and its own rows for it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QPushButton, QSplitter, QVBoxLayout, QWidget

from nvworkshop.session.live import Delta
from nvworkshop.session.own_plan import add_row
from ui.desk import Desk
from ui.editor.asking import while_there
from ui.own.lines import Part, ground_in, key_of_row, part_of, row_in
from ui.own.story import StoryPanel
from ui.own.tree import OwnTree
from ui.theme.theme import Theme
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import ElidedLabel, PlainLabel
from ui.widgets.place_page import Parts, PlacePage
from ui.widgets.style import set_role

_REST = 60
"""Milliseconds of rest after a change before the plan is asked anew."""

_INSET, _ROOMY = 3, 420
"""Design pixels: around the tree, and a height with room for words."""


class OwnPage(PlacePage):
    """One huvudman's own plan. It is asked anew when the plan changes, while it is seen."""

    told = Signal(str)
    row_made = Signal(str)  # id: write in it
    row_asked = Signal(str)  # id: show it
    share_asked = Signal()
    merge_asked = Signal()

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing until it is seen."""
        super().__init__(parent)
        self.desk, self.theme = desk, theme
        set_role(self, "ground")
        self._part = Part((), {}, 0, 0, 0)
        self._stale = True
        self._made = ""
        self._soon = QTimer(self, singleShot=True, interval=_REST)
        self._soon.timeout.connect(self.refresh)
        self._build()
        self._lay_out()
        self._connect()

    def _build(self) -> None:
        self.title = PlainLabel(self.tr("Vår del"), self)
        self.said = PlainLabel("", self)
        self.said.setWordWrap(True)
        set_role(self.title, "title")
        set_role(self.said, "muted")
        self.make = self._button(self.tr("Gör en egen rad"), "primary")
        self.share = self._button(self.tr("Lämna till den övergripande planen…"), "secondary")
        self.merge = self._button(self.tr("Ta in nyare övergripande plan…"), "secondary")
        self.make.setToolTip(self.tr("Gör en egen rad som är del av åtgärden (Ins)"))
        self.tree = OwnTree(self.theme, self)
        self.tree.setAccessibleName(self.title.text())
        self.story = StoryPanel(self.theme, self)
        self.hint = ElidedLabel("", self)
        set_role(self.hint, "small")

    def _button(self, text: str, role: str) -> QPushButton:
        button = QPushButton(text, self)
        set_role(button, role)
        return button

    def _lay_out(self) -> None:
        px = self.theme.px
        self.split = QSplitter(Qt.Orientation.Horizontal, self)
        self.split.setChildrenCollapsible(False)
        for part, share in ((self._card(self.tree), 3), (self._card(self.story), 2)):
            self.split.addWidget(part)
            self.split.setStretchFactor(self.split.count() - 1, share)
        self.split.setHandleWidth(px(8))
        self.split.setStyleSheet("QSplitter::handle { background: transparent; }")
        self.split.setSizes([px(600), px(400)])
        buttons = QWidget(self)
        flow = FlowLayout(buttons, gap=px(8))
        for one in (self.make, self.share, self.merge):
            flow.addWidget(one)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(px(20), px(14), px(20), px(10))
        lines.setSpacing(px(8))
        lines.addWidget(self.title)
        lines.addWidget(self.said)
        lines.addWidget(buttons)
        lines.addWidget(self.split, 1)
        lines.addWidget(self.hint)

    def _card(self, inside: QWidget) -> QFrame:
        card = QFrame(self)
        set_role(card, "card")
        lines = QVBoxLayout(card)
        lines.setContentsMargins(*(self.theme.px(_INSET),) * 4)
        lines.addWidget(inside)
        card.setMinimumWidth(self.theme.px(280))
        return card

    def _connect(self) -> None:
        self.desk.opened.connect(lambda _: self._make_stale())
        self.desk.changed.connect(self._on_changed)
        self.make.clicked.connect(self._make_row)
        self.share.clicked.connect(self.share_asked)
        self.merge.clicked.connect(self.merge_asked)
        self.tree.row_asked.connect(self._make_row)
        self.tree.line_opened.connect(self._open)
        self.tree.share_turned.connect(self._turn_sharing)
        self.tree.line_shown.connect(self._show_line)

    def parts(self) -> Parts:
        """Return the tree and the buttons."""
        reason = Qt.FocusReason.OtherFocusReason
        return (
            (self.tree, lambda: self.tree.setFocus(reason)),
            (self.make, self._focus_button),
        )

    def _focus_button(self) -> None:
        (self.make if self.make.isEnabled() else self.share).setFocus()

    @Slot()
    def refresh(self) -> None:
        """Ask the plan anew, in its thread."""
        if self.desk.plan is not None:
            self._stale = False
            self.desk.ask(part_of, while_there(self, self._on_part))

    def _on_part(self, part: Part) -> None:
        self._part = part
        who = self._who()
        self.title.setText(self.tr("Vår del: {who}").format(who=who) if who else self.title.text())
        self.said.setText(self._sentence(part))
        self.tree.show_nodes(part.nodes)
        if self._made:
            self.tree.go_to(key_of_row(self._made))
            self._made = ""
        self._show_line(self.tree.here)
        read = self.tr("Retur öppnar · ← → fäller ihop och ut")
        write = self.tr("Ins gör en egen rad · D delar en egen rad, eller slutar dela den")
        self.hint.setText(read if self.desk.read_only else f"{write} · {read}")

    def _who(self) -> str:
        plan = self.desk.plan
        return self.desk.strategy.label("principal", plan.text("principal")) if plan else ""

    def _sentence(self, part: Part) -> str:
        given = self.tr("{n} åtgärder att arbeta med.").format(n=part.given)
        given = self.tr("1 åtgärd att arbeta med.") if part.given == 1 else given
        rows = self.tr("{n} egna rader.").format(n=part.rows)
        rows = self.tr("1 egen rad.") if part.rows == 1 else rows
        bare = self.tr("{n} åtgärder saknar egen rad.").format(n=part.bare)
        bare = self.tr("1 åtgärd saknar egen rad.") if part.bare == 1 else bare
        done = self.tr("Alla åtgärder har en egen rad.")
        return " ".join((given, rows, bare if part.bare else done))

    @Slot(str)
    def _show_line(self, key: str) -> None:
        node = self.tree.lines.node(self.tree.lines.place_of(key))
        self.make.setEnabled(bool(self._target(key)) and not self.desk.read_only)
        if node is None or node.is_head:
            text = self.tr("Välj en åtgärd till vänster, så står det här vad den innebär.")
            self.story.show_story(node.title if node else "", (), text)
            return
        about = self.tr("Egen rad") if row_in(key) else self.tr("Ur den övergripande planen")
        self.story.show_story(node.title, self._part.stories.get(key, ()), about)

    def _target(self, key: str) -> str:
        """Return the row of the ground that a new own row would be part of, "" for none."""
        return ground_in(key) or ground_in(self.tree.above_here)

    @Slot()
    def _make_row(self) -> None:
        target = self._target(self.tree.here)
        if target and not self.desk.read_only:
            made = while_there(self, self._on_made)
            self.desk.edit(partial(add_row, part_of=target), made)

    def _on_made(self, delta: Delta) -> None:
        self._made = delta.entity
        self.row_made.emit(delta.entity)

    @Slot(str)
    def _open(self, key: str) -> None:
        """Open an own row; make one where there is none; fold what has some."""
        row = row_in(key)
        if row:
            self.row_asked.emit(row)
            return
        place = self.tree.lines.place_of(key)
        if self.tree.lines.rowCount(place):
            self.tree.setExpanded(place, not self.tree.isExpanded(place))
        else:
            self._make_row()

    @Slot(str)
    def _turn_sharing(self, key: str) -> None:
        """Share an own row, or stop sharing it."""
        row = self.desk.rows["action"].get(row_in(key))
        if row is None or self.desk.read_only:
            self.told.emit(self.desk.read_only or self.tr("Välj en egen rad."))
            return
        shared = row.thing["shared"] is not True
        label = self.tr("Dela raden") if shared else self.tr("Sluta dela raden")
        values = {row.thing.id: {"shared": shared}}
        self.desk.edit(lambda session: session.set_many(values, label=label))

    @Slot(object)
    def _on_changed(self, delta: Delta) -> None:
        if delta.touched:
            self._make_stale()

    def _make_stale(self) -> None:
        self._stale = True
        if self.isVisible():
            self._soon.start(_REST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to the rows where there is little."""
        super().resizeEvent(event)
        roomy = self.height() >= self.theme.px(_ROOMY)
        for part in (self.title, self.said, self.hint):
            part.setVisible(roomy)

    def showEvent(self, event: QShowEvent) -> None:
        """Take in what has changed while it was not seen."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

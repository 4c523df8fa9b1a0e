"""One joint action: its originals, what has changed in them, and what to do about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from nvworkshop.model.kinds import KINDS
from nvworkshop.session.gathering import Gathered, Original
from nvworkshop.session.rows import Row
from ui.editor.showing import show_if
from ui.merge.adding_line import Addable, AddingLine
from ui.merge.comparison import Cell, ComparedField, Comparison
from ui.merge.line_list import LineList
from ui.merge.line_model import Line
from ui.merge.suggestion_words import changed_since, quoted
from ui.theme.theme import Theme
from ui.widgets.flow_box import FlowBox
from ui.widgets.labels import PlainLabel
from ui.widgets.style import set_role
from ui.words import tr

Rows = Mapping[str, Row]
_FIELDS = [one.name for one in KINDS["joint_action"].fields if one.name not in ("plan", "status")]
_LEAST = 200
"""Design pixels of height that the fields need."""

_SHOWN = 4
"""Most originals seen at once in their list; the rest by scrolling."""


class JointDetail(QScrollArea):
    """Shows one joint action at a time; all of it scrolls where text is large and room is small."""

    read_asked = Signal()
    split_asked = Signal()
    taken_out = Signal(str)  # an original's id
    shown_asked = Signal(str, str)  # kind, id
    adding_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._theme = theme
        self.joint: Gathered | None = None
        self._locked = False
        self._build()

    def _build(self) -> None:
        px = self._theme.px
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        self.heading = PlainLabel("", self)
        self.said = PlainLabel("", self)
        for label, role in ((self.heading, "heading"), (self.said, "warning")):
            label.setWordWrap(True)
            set_role(label, role)
        self.row = FlowBox(px(8), self)
        self._build_buttons()
        self.adding = AddingLine(self._theme, self)
        self.adding.closed.connect(self._on_adding_closed)
        self.originals = LineList(self.tr("Åtgärder som ingår"), self._theme, self)
        self.originals.moved.connect(lambda _: self._show_state())
        self.originals.opened.connect(self._on_opened)
        self.comparison = Comparison(self._theme, self)
        self.comparison.setAccessibleName(self.tr("Fälten bredvid varandra"))
        self.comparison.setMinimumHeight(px(_LEAST))
        lines = QVBoxLayout(inside)
        lines.setContentsMargins(px(16), px(8), px(4), px(8))
        lines.setSpacing(px(8))
        for part in (self.heading, self.said, self.row, self.adding, self.originals):
            lines.addWidget(part)
        lines.addWidget(self.comparison, 1)
        lines.addStretch(0)
        self.setWidget(inside)

    def _build_buttons(self) -> None:
        self.read = self._button(self.tr("Markera som läst (M)"), self.read_asked.emit)
        set_role(self.read, "primary")
        self.open = self._button(self.tr("Öppna i planen"), self._open_joint)
        self.add = self._button(self.tr("Lägg till en åtgärd… (A)"), self.adding_asked.emit)
        self.take = self._button(self.tr("Ta ut (T)"), self.take_out)
        self.split = self._button(self.tr("Dela upp (D)"), self.split_asked.emit)
        self.take.setAccessibleDescription(self.tr("Ta ut den åtgärd som är vald i listan."))
        self.split.setAccessibleDescription(self.tr("Åtgärderna finns kvar var för sig."))

    def _button(self, text: str, done: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self.row)
        button.clicked.connect(lambda _=False: done())
        return button

    # What is shown

    def show_joint(
        self, joint: Gathered | None, joints: Rows, actions: Rows, *, locked: bool
    ) -> None:
        """Show a joint action; the rows have what it and its originals say."""
        other = joint is None or self.joint is None or joint.thing.id != self.joint.thing.id
        self.joint, self._locked = joint, locked
        if other:
            self.adding.close_line()
        if joint is None:
            return
        self.heading.setText(joint.thing.text("title") or self.tr("Utan rubrik"))
        self.said.setText(changed_since(joint.changed, _labels()))
        show_if(self.said, bool(joint.changed))
        self.originals.show_lines([self._line(one) for one in joint.originals])
        if other and joint.originals:
            self.originals.go_to(_first_changed(joint.originals))
        self._fit()
        names = [one.called or quoted(one.title, 20) for one in joint.originals]
        self.comparison.show_fields(names, _compared(joint, joints, actions))
        self._show_state()

    def redraw(self) -> None:
        """Draw in another look."""
        self.comparison.draw()
        self._fit()

    def _line(self, one: Original) -> Line:
        word = self.tr("▲ borttagen") if one.removed else ""
        if one.changed:
            word = self.tr("▲ ändrad")
        return Line(one.id, one.title, one.called, word, "warning")

    def _fit(self) -> None:
        """Make the list as high as its lines, up to a few."""
        count = len(self.joint.originals) if self.joint is not None else 0
        line = max(1, self.originals.sizeHintForRow(0))
        self.originals.setFixedHeight(line * max(1, min(count, _SHOWN)) + 2)

    def _show_state(self) -> None:
        if self.joint is None:
            return
        free = not self._locked
        self.read.setEnabled(free and bool(self.joint.changed))
        self.add.setEnabled(free)
        self.take.setEnabled(free and self.original is not None)
        self.split.setEnabled(free)
        show_if(self.read, bool(self.joint.changed))
        parts = (self.read, self.open, self.add, self.take, self.split)
        self.row.set_parts([one for one in parts if not one.isHidden()])

    @Slot()
    def _on_adding_closed(self) -> None:
        self.originals.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_adding(self, offered: Callable[[], Sequence[Addable]]) -> None:
        """Open the line to search for one more action in, within sight."""
        self.adding.open_line(offered)
        QTimer.singleShot(0, self, lambda: self.ensureWidgetVisible(self.adding, 0, 0))

    # What is done

    @property
    def original(self) -> Original | None:
        """The original that is chosen in the list."""
        several = self.joint.originals if self.joint is not None else ()
        return next((one for one in several if one.id == self.originals.key), None)

    def take_out(self) -> None:
        """Ask for the chosen original to be taken out."""
        if self.take.isEnabled() and (one := self.original) is not None:
            self.taken_out.emit(one.id)

    def _open_joint(self) -> None:
        if self.joint is not None:
            self.shown_asked.emit("joint_action", self.joint.thing.id)

    def _on_opened(self, key: object) -> None:
        one = self.original
        if one is not None and not one.removed:
            self.shown_asked.emit("action", str(key))


def _labels() -> dict[str, str]:
    return {one.name: tr(one.sv) for one in KINDS["joint_action"].fields}


def _first_changed(originals: Sequence[Original]) -> int:
    return next((n for n, one in enumerate(originals) if one.changed or one.removed), 0)


def _compared(joint: Gathered, joints: Rows, actions: Rows) -> list[ComparedField]:
    """Return every field that any of them fills in."""
    own = joints[joint.thing.id].texts if joint.thing.id in joints else {}
    fields, labels = [], _labels()
    for name in _FIELDS:
        cells = tuple(
            Cell(
                actions[one.id].texts.get(name, "") if one.id in actions else "",
                name in one.changed,
            )
            for one in joint.originals
        )
        text = own.get(name, "")
        if text or any(one.text or one.changed for one in cells):
            fields.append(ComparedField(labels[name], text, cells))
    return fields

"""The place Förankring: where the plan stands, who has answered and decided, and its versions."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from nvworkshop.model.things import Thing
from nvworkshop.session.anchoring import Anchoring, Answer, Party, begin
from nvworkshop.session.live import Delta
from nvworkshop.session.moments import At, Moment
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.session import Session
from nvworkshop.session.versions import thaw
from ui.anchoring.head import Head
from ui.anchoring.keeper import AnswerKeeper
from ui.anchoring.long_texts import LongTexts
from ui.anchoring.seeing import Shown, look, since
from ui.anchoring.table import AnchoringTable
from ui.anchoring.versions_view import VersionsView
from ui.desk import Desk
from ui.editor.asking import while_there
from ui.plan.in_place import Reading
from ui.theme.theme import Theme
from ui.widgets.empty import EmptyState
from ui.widgets.place_page import Parts, PlacePage
from ui.widgets.segments import SegmentedChoice
from ui.widgets.style import set_role

_REST = 80
_LONG_REST = 400
"""Milliseconds of rest after a change before the chain, and the fingerprint, are made anew."""

_KINDS = frozenset({"plan", "decision", "version"})
_REASON = Qt.FocusReason.OtherFocusReason


class AnchoringPage(PlacePage):
    """One open plan on its way to decisions; made anew when what it shows changes."""

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        """Show nothing until it is seen."""
        super().__init__(parent)
        self.desk, self.theme = desk, theme
        self.chain: Anchoring | None = None
        self._stale = self._stale_code = True
        self._build()
        self.keeper = AnswerKeeper(self.table, desk, self)
        self._soon = QTimer(self, singleShot=True, interval=_REST)
        self._later = QTimer(self, singleShot=True, interval=_LONG_REST)
        self._connect()

    def _build(self) -> None:
        set_role(self, "ground")
        self.head = Head(self.theme, self)
        sides = ((0, self.tr("Vem har svarat")), (1, self.tr("Frusna versioner")))
        self.side = SegmentedChoice(sides, self.tr("Visa"), self)
        self.side.choose(0)
        self.table = AnchoringTable(self.desk, self.theme, self)
        self.texts = LongTexts(self.theme, self)
        self.versions = VersionsView(self.theme, self)
        text = self.tr("Programmet saknar strategin som planen följer. Versioner går att frysa.")
        nobody = self.tr("Här finns ingen beslutskedja")
        self.nobody = EmptyState("people", nobody, text, theme=self.theme)
        self.stack = QStackedWidget(self)
        answers = QWidget(self)
        self._answers = QVBoxLayout(answers)
        self._answers.setContentsMargins(0, 0, 0, 0)
        self._answers.addWidget(self.table, 1)
        self._answers.addWidget(self.texts)
        for part in (answers, self.versions, self.nobody):
            self.stack.addWidget(part)
        self._scroll()
        self._space()

    def _scroll(self) -> None:
        inside = QWidget()
        self._lines = QVBoxLayout(inside)
        for part in (self.head, self.side):
            self._lines.addWidget(part)
        self._lines.addWidget(self.stack, 1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        self.table.came.connect(lambda: area.ensureWidgetVisible(self.table))
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(area)

    def _connect(self) -> None:
        self._soon.timeout.connect(self.refresh)
        self._later.timeout.connect(self._ask_code)
        self.desk.opened.connect(self._on_opened)
        self.desk.changed.connect(self._on_changed)
        self.theme.changed.connect(self._space)
        self.head.state_asked.connect(self._on_state_asked)
        self.head.freeze_asked.connect(self.freeze)
        self.head.send_asked.connect(self._on_send_asked)
        self.head.compare_asked.connect(self.compare)
        self.side.chosen.connect(lambda _: self._turn())
        self.table.chosen.connect(self._on_chosen)
        self.texts.edited.connect(self.keeper.put)
        self.texts.typed.connect(self.keeper.draft)
        self.texts.kept_anyway.connect(partial(self.keeper.put, anyway=True))
        self.texts.new_asked.connect(self._on_new_asked)
        self.keeper.refused.connect(self._on_refused)
        self.versions.open_asked.connect(self._on_open_asked)
        self.versions.compare_asked.connect(self._on_compare_asked)
        self.versions.thaw_asked.connect(self._on_thaw_asked)
        self.versions.freeze_asked.connect(self.freeze)

    @Slot()
    def _space(self) -> None:
        px = self.theme.px
        self._lines.setContentsMargins(px(24), px(16), px(16), px(12))
        self._lines.setSpacing(px(10))
        self._answers.setSpacing(px(10))

    # What the window asks

    def parts(self) -> Parts:
        """Return the parts that F6 goes round, with what puts the keys in each."""
        head = (self.head, lambda: self.head.freeze.setFocus(_REASON))
        below = self.stack.currentWidget()
        if below is self.versions:
            return ((self.versions, self.versions.focus), head)
        if below is self.nobody:
            return (head,)
        texts = (self.texts, lambda: self.texts.fields["answer"].setFocus(_REASON))
        return ((self.table, lambda: self.table.setFocus(_REASON)), texts, head)

    def keep(self) -> None:
        """Send what is being typed to the plan."""
        self.table.cells.finish()
        self.texts.keep()
        self.keeper.keep()

    def show_thing(self, kind: str, entity: str) -> None:
        """Show a decision in the chain."""
        for row in range(len(self.table.chain.rows)):
            answer = self.table.chain.answer(row)
            if kind == "decision" and answer and answer.decision and answer.decision.id == entity:
                self.table.setCurrentIndex(self.table.chain.index(row, 1))

    # What is shown

    @Slot()
    def refresh(self) -> None:
        """Make everything anew, in the plan's thread."""
        if self.desk.plan is None:
            return
        self._stale = False
        self.desk.ask(look, while_there(self, self._on_shown))

    def _on_shown(self, shown: Shown) -> None:
        writable = not self.desk.read_only
        self.chain = shown.chain
        self.head.show_chain(shown.chain, writable=writable)
        self.table.show_chain(shown.chain, self.desk)
        self.versions.show_versions(shown.versions, writable=writable)
        count = len(shown.versions)
        name = self.tr("Frusna versioner ({n})").format(n=count) if count else ""
        self.side.buttons[1].setText(name or self.tr("Frusna versioner"))
        self._turn()

    def _turn(self) -> None:
        """Show the chain or the versions."""
        if self.side.value:
            self.keep()
            self.stack.setCurrentWidget(self.versions)
            self._later.start()
        else:
            self.stack.setCurrentIndex(0 if self.chain and self.chain.answers else 2)

    @Slot()
    def _ask_code(self) -> None:
        """Work out the fingerprint and what has changed, where they are seen."""
        if self._stale_code and self.desk.plan is not None and self.versions.isVisible():
            self._stale_code = False
            self.desk.ask(since, while_there(self, self.versions.show_since))

    @Slot(object)
    def _on_chosen(self, answer: Answer | None) -> None:
        version = self.chain.version if self.chain else ""
        self.texts.show_answer(answer, version, writable=not self.desk.read_only)

    # What is done here

    @Slot()
    def freeze(self) -> None:
        """Ask about a version to freeze."""
        from ui.anchoring.freeze_dialog import FreezeDialog  # when it is used

        if not self.desk.read_only:
            self.keep()
            FreezeDialog(self.desk, self.theme, self).open()

    @Slot()
    def compare(self) -> None:
        """Compare two points in time."""
        self._compare(None)

    def _compare(self, first: Moment | None) -> None:
        from ui.moments.compare_dialog import CompareDialog  # when it is used

        self.keep()
        CompareDialog(self.desk, self.theme, self, first=first).open()

    @Slot()
    def _on_send_asked(self) -> None:
        from ui.anchoring.send_dialog import SendDialog  # when it is used

        if self.chain is not None:
            self.keep()
            SendDialog(self.chain, self.desk, self.theme, self).open()

    @Slot(object)
    def _on_state_asked(self, state: str) -> None:
        self.desk.edit(lambda session: session.set(session.store.plan, {"state": state}))

    @Slot(object)
    def _on_new_asked(self, party: Party) -> None:
        self.texts.keep()
        self.desk.edit(partial(_begun, party))

    @Slot(object)
    def _on_open_asked(self, version: Thing) -> None:
        from ui.moments.plan_dialog import PlanDialog  # when it is used

        moment = Moment(At.VERSION, entity=version.id)
        PlanDialog(moment, self.desk, self.theme, self).open()

    @Slot(object)
    def _on_thaw_asked(self, version: Thing) -> None:
        self.desk.edit(lambda session: thaw(session, version.id))

    @Slot(object)
    def _on_compare_asked(self, version: Thing) -> None:
        self._compare(Moment(At.VERSION, entity=version.id))

    # What happens

    @Slot(object, str, str, object)
    def _on_refused(self, party: Party, field: str, text: str, said: Reading) -> None:
        """Show what could not be set where it was written, and why."""
        if field in self.texts.fields:
            row = self.table.chain.row_of(party)
            self.table.setCurrentIndex(
                self.table.chain.index(row, self.table.currentIndex().column())
            )
            self.texts.refuse(party, field, text, said)
        else:
            self.table.write_again(party, field, text, said)

    @Slot(object)
    def _on_opened(self, _: object) -> None:
        self._make_stale()

    @Slot(object)
    def _on_changed(self, delta: Delta) -> None:
        self._stale_code = True
        if any(kind in _KINDS for kind, _ in delta.touched):
            self._make_stale()
        elif self.isVisible():
            self._later.start()

    def _make_stale(self) -> None:
        self._stale = self._stale_code = True
        if self.isVisible():
            self._soon.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Take in what has changed while it was not seen."""
        super().showEvent(event)
        if self._stale:
            self.refresh()
        self._later.start()


def _begun(party: Party, session: Session) -> Outcome:
    return begin(session, party, {})

"""Taking a whole merge back: what was built on it is named before anything is done."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from nvworkshop.model.text import shorten
from nvworkshop.model.things import Thing
from nvworkshop.session.live import Delta
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.session import Session
from nvworkshop.session.view import PlanView
from ui.desk import Desk
from ui.theme.theme import Theme
from ui.widgets.flow_box import FlowBox
from ui.widgets.labels import SpokenLabel
from ui.widgets.style import set_role
from ui.words import tr

_NAMED = 6
"""How many of the things built on a merge are named."""


class TakingBack(QWidget):
    """A button; then, in its place, what it would mean and a second button."""

    told = Signal(str)

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        """Offer nothing yet."""
        super().__init__(parent)
        self._desk = desk
        self._receipt: Thing | None = None
        self.ask = QPushButton(self.tr("Ta tillbaka sammanslagningen…"), self)
        self.yes = QPushButton(self.tr("Ta tillbaka allt den hämtade"), self)
        self.no = QPushButton(self.tr("Låt den vara"), self)
        set_role(self.yes, "danger")
        self.said = SpokenLabel("", self)
        self.said.setWordWrap(True)
        self._row = FlowBox(theme.px(8), self)
        for button in (self.ask, self.yes, self.no):
            button.setParent(self._row)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(theme.px(8))
        lines.addWidget(self.said)
        lines.addWidget(self._row)
        self.ask.clicked.connect(self._ask)
        self.yes.clicked.connect(self._take_back)
        self.no.clicked.connect(self._close)
        self._close()

    def show_receipt(self, receipt: Thing | None) -> None:
        """Say which merge it is about."""
        if self._receipt is not None and receipt is not None and self._receipt.id == receipt.id:
            self._receipt = receipt
        else:
            self._receipt = receipt
            self._close()
        self.setVisible(self._can)

    @property
    def _can(self) -> bool:
        receipt = self._receipt
        return (
            receipt is not None and receipt["taken_back"] is not True and not self._desk.read_only
        )

    def _close(self) -> None:
        self._show(asked=False)

    def _ask(self) -> None:
        if self._receipt is not None:
            self._desk.ask(partial(_built_on, receipt=self._receipt), self._on_known)

    def _on_known(self, names: list[str]) -> None:
        self.said.setText(self._story(names))
        self._show(asked=True)
        self.no.setFocus()

    def _show(self, *, asked: bool) -> None:
        """Show the first button, or what it would mean and the two others."""
        self.ask.setVisible(not asked)
        for part in (self.said, self.yes, self.no):
            part.setVisible(asked)
        self._row.set_parts([self.yes, self.no] if asked else [self.ask])

    def _story(self, names: list[str]) -> str:
        back = self.tr("Allt som kom med sammanslagningen försvinner ur planen.")
        again = self.tr("Slå samman filerna igen, eller ångra, om du ändrar dig.")
        if not names:
            return f"{back} {self.tr('Ingen har skrivit vidare på det.')} {again}"
        shown = "; ".join(shorten(one, 50) for one in names[:_NAMED])
        more = len(names) - _NAMED
        rest = self.tr(" och {n} till").format(n=more) if more > 0 else ""
        text = self.tr(
            "Det här har någon skrivit vidare på: {names}{rest}. De ändringarna blir kvar, "
            "men inte det de byggde på."
        )
        return f"{back} {text.format(names=shown, rest=rest)} {again}"

    def _take_back(self) -> None:
        if (receipt := self._receipt) is None:
            return

        def _done(_: Delta) -> None:
            self._close()
            self.told.emit(self.tr("Sammanslagningen är återtagen. Ångra tar fram den igen."))

        self._desk.edit(partial(_taken_back, receipt=receipt.id), _done)


def _built_on(view: PlanView, receipt: Thing) -> list[str]:
    from nvworkshop.session.merge import things_built_on  # when it is used

    ids = things_built_on(view, receipt)
    return [view.title(view.key(one)[0], one) or one[:8] for one in ids]


def _taken_back(session: Session, receipt: str) -> Outcome:
    from nvworkshop.session.merge import undo_merge  # when it is used

    undo_merge(session, receipt)
    return Outcome(label=tr("Ta tillbaka sammanslagning"))

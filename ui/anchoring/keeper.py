"""What is written in the chain on its way to the plan: shown meanwhile, kept, or handed back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from nvworkshop.errors import PersonalNumberError, PlanError
from nvworkshop.model.kinds import FIELDS
from nvworkshop.model.labels import offered
from nvworkshop.session.anchoring import Answer, Party, record
from nvworkshop.session.guard import kept_anyway
from nvworkshop.session.live import Delta
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.session import Session
from ui.anchoring.table import AnchoringTable
from ui.desk import Desk
from ui.editor.asking import while_there
from ui.editor.keeper import Keeper
from ui.plan.in_place import Reading


class AnswerKeeper(QObject):
    """Sends what is written about a party, and keeps drafts of what is being typed."""

    settled = Signal()
    refused = Signal(object, str, str, object)  # Party, field, text, Reading

    def __init__(self, table: AnchoringTable, desk: Desk, parent: QObject | None = None) -> None:
        """Listen to a table."""
        super().__init__(parent)
        self._table, self._desk = table, desk
        self._keeper = Keeper(desk, self)
        table.chain.edit_asked.connect(self.put)
        table.cells.keep_asked.connect(partial(self.put, anyway=True))
        table.cells.typed.connect(self.draft)
        table.cells.given_up.connect(self.forget)

    def put(self, party: Party, field: str, text: str, *, anyway: bool = False) -> None:
        """Write a value, as typed; `settled` or `refused` follows."""
        declared = FIELDS["decision"][field]
        names = dict(offered(declared, self._desk.strategy)) if declared.of else {}
        self._table.chain.show_pending(party, field, names.get(text, text))
        change: Callable[[Session], Outcome] = partial(_recorded, party, field, text)
        self._desk.edit(
            kept_anyway(change) if anyway else change,
            while_there(self, partial(self._on_kept, party, field)),
            while_there(self, partial(self._on_refused, party, field, text)),
        )

    def draft(self, party: Party, field: str, text: str) -> None:
        """Keep what is typed across a crash, also when there is no decision to set it in yet."""
        entity = self._decision(party) or party.key
        self._keeper.draft(("decision", entity, field), lambda: text)

    def forget(self, party: Party, field: str) -> None:
        """Drop the draft: the text was taken back or kept."""
        for entity in filter(None, (party.key, self._decision(party))):
            self._keeper.forget(("decision", entity, field))

    def keep(self) -> None:
        """Keep at once what is typed and not set."""
        self._keeper.send_drafts()

    def _decision(self, party: Party) -> str:
        answer: Answer | None = self._table.chain.answer(self._table.chain.row_of(party))
        return answer.decision.id if answer and answer.decision else ""

    def _on_kept(self, party: Party, field: str, _: Delta) -> None:
        self.forget(party, field)
        self._table.chain.show_pending(party, field, None)
        self.settled.emit()

    def _on_refused(self, party: Party, field: str, text: str, error: PlanError) -> None:
        self._table.chain.show_pending(party, field, None)
        may_keep = isinstance(error, PersonalNumberError)
        said = Reading(usable=False, sentence=error.sentence, may_keep=may_keep)
        self.refused.emit(party, field, text, said)


def _recorded(party: Party, field: str, text: str, session: Session) -> Outcome:
    return record(session, party, {field: text})

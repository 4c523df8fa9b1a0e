"""Search in the open plan: built at the first search, then kept up with the edits."""

from __future__ import annotations

from collections.abc import Iterable

from nvworkshop.model.kinds import KINDS
from nvworkshop.model.rules import LET_OUT, OWN_ROW
from nvworkshop.model.things import Thing
from nvworkshop.planfile.search import SearchIndex
from nvworkshop.planfile.store import Key
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.session import Session
from nvworkshop.session.view import PlanView


class Search:
    """Finds things in one plan by what people read of them: texts, and names for ids."""

    def __init__(self, view: PlanView) -> None:
        """Build the index; follow a session's edits from now on."""
        self._view = view
        self._index = SearchIndex()
        kinds = [kind for kind in KINDS.values() if not kind.system]
        self._index.put(_row(view, one) for kind in kinds for one in view.things(kind.name))
        if isinstance(view, Session):
            view.listen(self._on_changed)

    def find(self, text: str) -> list[Key]:
        """Return (kind, id) of what has words beginning with every word of `text`, best first."""
        return self._index.search(text)

    def _on_changed(self, outcome: Outcome) -> None:
        touched = set(outcome.touched)
        if any(kind in LET_OUT for kind, _ in touched):  # a status tells which rows stand
            touched |= {(OWN_ROW, one.id) for one in self._view.things(OWN_ROW)}
        self._index.drop(touched)
        self._index.put(_row(self._view, one) for one in self._present(touched))

    def _present(self, keys: Iterable[Key]) -> Iterable[Thing]:
        for kind, entity in keys:
            if kind in KINDS and not KINDS[kind].system:
                found = self._view.current(kind, entity)
                if found and not self._view.is_ground(found):
                    yield found


def _row(view: PlanView, thing: Thing) -> tuple[str, str, str, str]:
    kind = KINDS[thing.kind]
    texts = (
        view.readable(thing.kind, field.name, thing[field.name])
        for field in kind.fields[1:]
        if field.name != "plan" and thing[field.name] is not None
    )
    title = thing[kind.title_field.name]
    return thing.kind, thing.id, title if isinstance(title, str) else "", "\n".join(texts)

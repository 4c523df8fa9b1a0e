"""Somebody's own list of actions and the open plan: how it is read, and what it proposes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType

from nvworkshop.importing.foreign import Around
from nvworkshop.importing.foreign import propose as propose_actions
from nvworkshop.importing.headings import FIELDS
from nvworkshop.importing.mapping import fingerprint
from nvworkshop.importing.mapping import look as look_at
from nvworkshop.importing.recognising import is_returned
from nvworkshop.importing.remembered import Known, Remembered
from nvworkshop.language import said
from nvworkshop.merging.duplicates.kinds import Row
from nvworkshop.model.layouts import Layout, Look
from nvworkshop.model.proposals import Proposal, Proposals
from nvworkshop.model.sheets import RawBook
from nvworkshop.model.text import fold, shorten
from nvworkshop.model.things import Thing
from nvworkshop.session.view import PlanView

__all__ = [
    "Beside",
    "around",
    "choices",
    "found_in",
    "is_foreign",
    "look",
    "propose",
    "read",
    "remember",
]


_SHOWN = 60
_MOST_COMPARED = 600
"""Rows of the plan and the list together that are compared with each other."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What of the open plan a list is read against: plain values, for any thread."""

    around: Around
    rows: tuple[Row, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    """What the plan's actions are called, by id."""


def is_foreign(book: RawBook) -> bool:
    """Tell whether a book is somebody's own, and none that the program made."""
    return not is_returned(book)


def look(view: PlanView, book: RawBook, layout: Layout | None = None) -> Look:
    """Return how a list is proposed to be read, or what the choices in `layout` come to.

    A list with headings that were read before is proposed to be read as then.
    """
    found = look_at(book, view.strategy, layout)
    if layout is not None and layout.fields:
        return found
    known = _remembered(view).find(fingerprint([one.heading for one in found.columns]))
    if known is None or len(known.fields) != len(found.columns):
        return found
    chosen = replace(found.layout, fields=known.fields, split=known.split)
    return replace(look_at(book, view.strategy, chosen), known=True)


def propose(
    view: PlanView, book: RawBook, renamed: Mapping[str, str] = MappingProxyType({})
) -> Proposals:
    """Return what a list proposes for the plan, as it is proposed to be read.

    `renamed` are headings and the names of the fields they mean.
    """
    found = look(view, book)
    meant = {fold(heading): name for heading, name in renamed.items()}
    fields = tuple(meant.get(fold(one.heading), one.field) for one in found.columns)
    return found_in(book, replace(found.layout, fields=fields), around(view))


def found_in(
    book: RawBook,
    layout: Layout,
    plan: Beside,
    tell: Callable[[int, int], None] = lambda _done, _of: None,
) -> Proposals:
    """Return the same in any thread: `plan` is what `around` has said.

    `tell` is called with rows done and rows in all, and may raise to stop.
    """
    found = propose_actions(book, layout, plan.around, tell)
    if len(found.proposals) + len(plan.rows) > _MOST_COMPARED:
        return found
    return replace(found, proposals=tuple(_compared(found.proposals, plan, tell)))


def _compared(
    proposals: Sequence[Proposal], plan: Beside, tell: Callable[[int, int], None]
) -> Iterator[Proposal]:
    """Say of each row which action of the plan says much the same; those are still ticked."""
    from nvworkshop.merging.duplicates import suggest  # it reads a thesaurus

    new = [_row(str(place), one) for place, one in enumerate(proposals)]
    like: dict[str, str] = {}
    for pair in suggest([*plan.rows, *new], progress=tell):
        known, other = sorted(pair.ids, key=lambda one: one not in plan.names)
        if known in plan.names and other not in plan.names:
            like.setdefault(other, plan.names[known])
    for place, one in enumerate(proposals):
        name = like.get(str(place), "")
        why = (
            said("{why} Liknar {name}.").format(why=one.why, name=name).strip()
            if name and one.ticked
            else one.why
        )
        yield replace(one, why=why)


def _row(key: str, one: Proposal) -> Row:
    spoken = {each.name: str(each.proposed) for each in one.fields}
    return Row(key, one.title, spoken.get("description", ""), spoken.get("shift", ""))


def read(place: Path) -> RawBook:
    """Read a workbook or a text table, in any thread. Raises BookError."""
    from nvworkshop.exchange.incoming.reader import read_book  # it reads what openpyxl is

    return read_book(place)


def remember(view: PlanView, read: Look) -> None:
    """Remember how a list was read, for the next one with the same headings."""
    known = Known(read.layout.fields, read.layout.split)
    _remembered(view).put(fingerprint([one.heading for one in read.columns]), known)


def around(view: PlanView) -> Beside:
    """Return what of the plan a list is read against."""
    actions = [one for one in view.things("action") if one.text("plan") == view.store.plan]
    names = {one.id: _called(one) for one in actions}
    titles = {fold(one.text("title")): names[one.id] for one in actions if one.text("title")}
    part = view.plan.text("county_part") if view.plan else ""
    kommuner = view.strategy.municipalities_of(part) or view.strategy.municipalities
    return Beside(
        Around(view.context, titles, tuple(one.id for one in kommuner)),
        tuple(
            Row(one.id, one.text("title"), one.text("description"), one.text("shift"))
            for one in actions
        ),
        names,
    )


def _called(action: Thing) -> str:
    number = said("åtgärd {number}: ").format(number=action["number"]) if action["number"] else ""
    return f"{number}{shorten(action.text('title'), _SHOWN)}"


def choices() -> tuple[tuple[str, str], ...]:
    """Return (name, label) of the fields that a column can be, in the form's order."""
    return tuple((one.name, said(one.sv)) for one in FIELDS)


def _remembered(view: PlanView) -> Remembered:
    return Remembered(view.surroundings.home())

"""Somebody's own list of actions and the open plan: how it is read, and what it proposes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from nvworkshop.importing.foreign import Around
from nvworkshop.importing.foreign import propose as propose_actions
from nvworkshop.importing.headings import FIELDS
from nvworkshop.importing.mapping import fingerprint
from nvworkshop.importing.mapping import look as look_at
from nvworkshop.importing.recognising import is_returned
from nvworkshop.importing.remembered import Known, Remembered
from nvworkshop.model.layouts import Layout, Look
from nvworkshop.model.proposals import Proposals
from nvworkshop.model.sheets import RawBook
from nvworkshop.model.text import fold
from nvworkshop.session.view import PlanView

__all__ = [
    "Around",
    "around",
    "choices",
    "found_in",
    "is_foreign",
    "look",
    "propose",
    "read",
    "remember",
]


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


def propose(view: PlanView, book: RawBook, layout: Layout | None = None) -> Proposals:
    """Return what a list proposes for the plan; without a layout, as it is proposed to be read."""
    return found_in(book, layout or look(view, book).layout, around(view))


def found_in(
    book: RawBook,
    layout: Layout,
    plan: Around,
    tell: Callable[[int, int], None] = lambda _done, _of: None,
) -> Proposals:
    """Return the same in any thread: `plan` is what `around` has said.

    `tell` is called with rows done and rows in all, and may raise to stop.
    """
    return propose_actions(book, layout, plan, tell)


def read(place: Path) -> RawBook:
    """Read a workbook or a text table, in any thread. Raises BookError."""
    from nvworkshop.exchange.incoming.reader import read_book  # it reads what openpyxl is

    return read_book(place)


def remember(view: PlanView, read: Look) -> None:
    """Remember how a list was read, for the next one with the same headings."""
    known = Known(read.layout.fields, read.layout.split)
    _remembered(view).put(fingerprint([one.heading for one in read.columns]), known)


def around(view: PlanView) -> Around:
    """Return what of the plan a list is read against."""
    titles = {
        fold(one.text("title")): f"åtgärd {one['number']}" if one["number"] else "samma rubrik"
        for one in view.things("action")
        if one.text("title") and one.text("plan") == view.store.plan
    }
    part = view.plan.text("county_part") if view.plan else ""
    kommuner = view.strategy.municipalities_of(part) or view.strategy.municipalities
    return Around(view.context, titles, tuple(one.id for one in kommuner))


def choices() -> tuple[tuple[str, str], ...]:
    """Return (name, label) of the fields that a column can be, in the form's order."""
    return tuple((one.name, one.sv) for one in FIELDS)


def _remembered(view: PlanView) -> Remembered:
    return Remembered(view.surroundings.home())

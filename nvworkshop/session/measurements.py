"""Writing measured values: cell by cell as they are typed, and rows from a spreadsheet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from nvworkshop.errors import InputError
from nvworkshop.exchange.tsv import rows_of, unguarded
from nvworkshop.followup.areas import Areas
from nvworkshop.importing.measure_cells import day_of_text, is_missing
from nvworkshop.importing.measuring import found_columns
from nvworkshop.language import said
from nvworkshop.model.kinds import FIELDS, KINDS
from nvworkshop.model.proposals import Proposals, Rejected, Sort
from nvworkshop.model.sheets import RawBook, RawSheet, letter
from nvworkshop.model.text import shorten
from nvworkshop.model.values import Context, parse
from nvworkshop.session import incoming, measuring
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.session import Session
from nvworkshop.session.typed import area_values
from nvworkshop.session.view import PlanView
from nvworkshop.strategy import Strategy

FIELDS_SHOWN = ("date", "value", "area", "area_level", "gender", "count", "source", "comment")
"""The fields of a value that people write, in the order of the table's columns."""

_CARRIED = ("area", "area_level", "gender", "source")
"""What a new value has in common with the one written before it."""

_KIND = KINDS["measurement"]
_CLIPBOARD = "urklipp"
_TOLD = 3


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed in a cell: values as logged or to be read, and a sentence about it."""

    values: Mapping[str, Any]
    note: str = ""


def read_cell(strategy: Strategy, name: str, text: str, context: Context) -> Typed:
    """Read what is typed in a cell; the area also says the level. Raises InputError.

    A year stands for its last day, and what stands for no value is none.
    """
    if name == "area":
        return Typed(area_values(strategy, text))
    if name == "value" and is_missing(text):
        return Typed({name: None})
    if name == "date":
        day = day_of_text(text.strip())
        if day:
            return Typed(
                {name: day},
                ""
                if day == text.strip()
                else said("{text} blir {day}.").format(text=text.strip(), day=day),
            )
    return Typed({name: parse(FIELDS["measurement"][name], text, context)})


def write_cell(session: Session, indicator: str, entity: str, name: str, text: str) -> Outcome:
    """Write a cell of a value; the value is made when it is not there. Raises InputError.

    A new one goes on from the one written last: same area, gender and source.
    """
    typed = read_cell(session.strategy, name, text, session.context)
    notes = (typed.note,) if typed.note else ()
    if session.current("measurement", entity) is not None:
        return replace(session.set(entity, typed.values), notes=notes)
    begun = {**begins(session, indicator), **typed.values, "indicator": indicator}
    values = session.read(_KIND, begun).values
    new = [("measurement", entity, values)]
    return session.add_many(said("Nytt mätvärde"), new, entity=entity, notes=notes)


def begins(view: PlanView, indicator: str) -> dict[str, Any]:
    """Return what a new value of an indicator says from the start."""
    of = [one for one in view.things("measurement") if one["indicator"] == indicator]
    last = max(of, key=lambda one: one.updated, default=None)
    if last is not None:
        return {name: last[name] for name in _CARRIED if last[name] is not None}
    own = measuring.own_area(view, Areas(view.strategy))
    source = view.thing(indicator)["source"]
    found = {"area": own.id, "area_level": own.level, "gender": "T", "source": source}
    return {name: data for name, data in found.items() if data}


def paste(session: Session, indicator: str, text: str) -> Outcome:
    """Take rows from a spreadsheet as values of an indicator, in one step.

    Columns are known by their headings, else by the order of the table's. Raises InputError when
    there is nothing to take.
    """
    proposals = pasted(session, indicator, text)
    keys = {one.key for one in proposals.proposals}
    notes = tuple(_notes(proposals))
    if not keys and not proposals.unchanged:
        raise InputError(
            said("Det finns inga värden att klistra in."),
            " ".join(notes),
            said("Kopiera rader med datum och värde, gärna med rubrikerna."),
        )
    count = (
        said("1 mätvärde") if len(keys) == 1 else said("{keys} mätvärden").format(keys=len(keys))
    )
    outcome = incoming.apply(
        session, proposals, keys, label=said("Klistra in {count}").format(count=count)
    )
    return replace(outcome, notes=(*notes, *outcome.notes))


def pasted(view: PlanView, indicator: str, text: str) -> Proposals:
    """Return what rows from a spreadsheet propose for an indicator."""
    rows = [tuple(unguarded(one) or None for one in line) for line in rows_of(text)]
    book = RawBook(_CLIPBOARD, (RawSheet("", tuple(rows)),))
    headed = found_columns(book)
    if not headed:
        heads = tuple(FIELDS["measurement"][name].sv for name in FIELDS_SHOWN)
        book = RawBook(_CLIPBOARD, (RawSheet("", (heads, *rows)),))
    plan = replace(measuring.around(view), only=view.thing(indicator))
    found = measuring.found_in(book, plan)
    return found if headed else _without_heading(found)


def _without_heading(found: Proposals) -> Proposals:
    """Count rows as they were pasted, where the headings were put before them."""
    rejected = tuple(
        replace(one, spot=replace(one.spot, row=one.spot.row - 1)) for one in found.rejected
    )
    return replace(found, rejected=rejected)


def _notes(found: Proposals) -> list[str]:
    """Return what to know of pasted rows: how many, what changed, what could not be read."""
    added = sum(one.sort is Sort.ADDED for one in found.proposals)
    changed = sum(one.sort is Sort.CHANGED for one in found.proposals)
    counts = [
        said("{added} nya värden").format(added=added) if added != 1 else said("1 nytt värde"),
        said("{changed} ändrade").format(changed=changed) if changed else "",
        said("{unchanged} som fanns redan").format(unchanged=found.unchanged)
        if found.unchanged
        else "",
    ]
    spoken = [said("Klistrade in {counts}.").format(counts=", ".join(filter(None, counts)))]
    if found.rejected:
        cells = "; ".join(map(_rejected, found.rejected[:_TOLD]))
        more = (
            said(" … och {rejected} till").format(rejected=len(found.rejected) - _TOLD)
            if len(found.rejected) > _TOLD
            else ""
        )
        spoken.append(
            said("Det här gick inte att läsa: {cells}{more}").format(cells=cells, more=more)
        )
    return spoken


def _rejected(one: Rejected) -> str:
    column = f", {one.label or letter(one.spot.column)}" if one.spot.column else ""
    value = f" ”{shorten(one.value, 30)}”" if one.value else ""
    return said("rad {row}{column}{value} ({reason})").format(
        row=one.spot.row, column=column, value=value, reason=one.reason.rstrip(".")
    )

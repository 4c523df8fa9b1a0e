"""Rows to and from a spreadsheet as text: copied with headings, pasted cell by cell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from nvworkshop.errors import InputError
from nvworkshop.exchange.tsv import guarded, rows_of, text_of, unguarded
from nvworkshop.language import said, several
from nvworkshop.model.fields import Field, FieldType, Kind
from nvworkshop.model.kinds import KINDS
from nvworkshop.model.text import shorten
from nvworkshop.model.things import Thing
from nvworkshop.planfile.store import Key
from nvworkshop.session.cell_texts import CellTexts
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.paste_columns import (
    Column,
    columns_in_order,
    headed_columns,
    is_header,
)
from nvworkshop.session.session import NewThing, Session
from nvworkshop.session.view import PlanView

_SHOWN = 60
_TOLD = 3
"""Characters of a bad cell, and bad cells, in what is told."""

_FEW = 1_000
"""Rows looked up one by one; for more, all of them are read at once."""


@dataclass(frozen=True, slots=True)
class BadCell:
    """A cell that could not be used: its row as pasted (from 1), its heading, and why."""

    row: int
    label: str
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class PastedRow:
    """One row: values as logged (None for an empty cell) and the texts they were read from."""

    number: int
    values: Mapping[str, Any]
    texts: Mapping[str, str]

    @property
    def blank(self) -> bool:
        """Tell whether nothing stands in any cell that counts."""
        return not any(text.strip() for text in self.texts.values())


@dataclass(frozen=True, slots=True)
class Paste:
    """What was pasted. `rows` are all rows from the first to the last that is not blank.

    `columns` are the fields in use, `unused` the headings (or numbers) of the other columns.
    """

    kind: str
    columns: tuple[str, ...] = ()
    rows: tuple[PastedRow, ...] = ()
    bad: tuple[BadCell, ...] = ()
    unused: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    headed: bool = False

    @property
    def new(self) -> tuple[PastedRow, ...]:
        """The rows that can be added: those with a title."""
        title = KINDS[self.kind].title_field.name
        return tuple(one for one in self.rows if one.values.get(title) is not None)

    @property
    def untitled(self) -> int:
        """How many rows that are not blank can't be added, since they have no title."""
        return sum(not one.blank for one in self.rows) - len(self.new)

    def told(self) -> tuple[str, ...]:
        """Return what the person should know of it, as sentences."""
        spoken = []
        if self.bad:
            several = (
                said("En cell")
                if len(self.bad) == 1
                else said("{cells} celler").format(cells=len(self.bad))
            )
            more = " …" if len(self.bad) > _TOLD else ""
            places = "; ".join(
                said("rad {row}, {label}").format(row=one.row, label=one.label)
                for one in self.bad[:_TOLD]
            )
            spoken.append(
                said("{several} gick inte att läsa: {places}{more}.").format(
                    several=several, places=places, more=more
                )
            )
        if self.unused:
            spoken.append(
                said("Kolumner som inte används: {unused}.").format(unused=", ".join(self.unused))
            )
        return (*spoken, *self.notes)


def rows_as_text(
    view: PlanView, kind: str, ids: Sequence[str], fields: Sequence[str], *, header: bool = True
) -> str:
    """Return things as text for a spreadsheet, a row each, as people read them.

    `read_paste` reads the same values back. No cell can run as a formula.
    """
    declared = [one for one in (KINDS[kind].field(name) for name in fields) if one]
    cells = CellTexts(view, kind)
    rows = [[_cell(cells, one, thing) for one in declared] for thing in _things(view, kind, ids)]
    return text_of([[one.sv for one in declared], *rows] if header else rows)


def _cell(cells: CellTexts, one: Field, thing: Thing) -> str:
    text = cells.text(one, thing)
    return text if one.type is FieldType.NUMBER else guarded(text)


def _things(view: PlanView, kind: str, ids: Sequence[str]) -> list[Thing]:
    """Return the things that are there, in the order asked for."""
    if len(ids) > _FEW:
        known = {one.id: one for one in view.things(kind)}
        return [known[entity] for entity in ids if entity in known]
    found = (view.current(kind, entity) for entity in ids)
    return [one for one in found if one]


def read_paste(view: PlanView, kind: str, text: str, fields: Sequence[str]) -> Paste:
    """Read rows copied from a spreadsheet.

    A first row of headings says which column is which; else the columns are `fields` in order. A
    cell that can't be used is listed and the rest of its row is kept. Raises InputError for more
    than anyone pastes.
    """
    lines, blank = _filled(rows_of(text))
    if not lines:
        return Paste(kind)
    declared = KINDS[kind]
    headed = is_header(declared, lines[0])
    columns = (
        headed_columns(declared, lines[0]) if headed else columns_in_order(declared, lines, fields)
    )
    reader = _PasteReader(CellTexts(view, kind), columns)
    rows = [
        reader.row(number, line)
        for number, line in enumerate(lines[headed:], start=1 + blank + headed)
    ]
    used = tuple(one.name for one in columns if isinstance(one, Field))
    wide = max(map(len, lines))
    over = [
        said("nummer {number}").format(number=number + 1) for number in range(len(columns), wide)
    ]
    unused = (*(one for one in columns if isinstance(one, str) and one), *over)
    notes = tuple(dict.fromkeys(reader.notes))
    return Paste(kind, used, tuple(rows), tuple(reader.bad), unused, notes, headed)


def _filled(lines: list[list[str]]) -> tuple[list[list[str]], int]:
    """Return the rows from the first to the last that is not blank, and how many were before."""
    filled = [number for number, line in enumerate(lines) if not _is_blank(line)]
    return (lines[filled[0] : filled[-1] + 1], filled[0]) if filled else ([], 0)


def _is_blank(line: Iterable[str]) -> bool:
    return not any(cell.strip() for cell in line)


@dataclass(slots=True)
class _PasteReader:
    """Reads row after row and keeps what went wrong."""

    cells: CellTexts
    columns: Sequence[Column]
    bad: list[BadCell] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def row(self, number: int, line: Sequence[str]) -> PastedRow:
        values: dict[str, Any] = {}
        texts: dict[str, str] = {}
        for column, cell in zip(self.columns, line, strict=False):
            if not isinstance(column, Field):
                continue
            text = texts[column.name] = unguarded(cell)
            try:
                read = self.cells.read(column, text)
            except InputError as error:
                shown = shorten(text, _SHOWN)
                self.bad.append(BadCell(number, said(column.sv), shown, error.sentence))
                continue
            values[column.name] = read.data
            self.notes += read.notes
        return PastedRow(number, values, texts)


def add_pasted(session: Session, paste: Paste) -> Outcome:
    """Add the rows that have a title, in one step. Raises InputError when none has."""
    new: list[NewThing] = [
        (paste.kind, session.surroundings.new_id(), one.values) for one in paste.new
    ]
    kind = KINDS[paste.kind]
    if not new:
        hint = said("Kopiera rader där kolumnen {title_field} är med och ifylld.").format(
            title_field=said(kind.title_field.sv)
        )
        raise InputError(said("Det finns inga rader att lägga till."), hint=hint)
    notes = list(paste.told())
    if paste.untitled:
        rows = (
            said("1 rad")
            if paste.untitled == 1
            else said("{rows} rader").format(rows=paste.untitled)
        )
        notes.insert(
            0,
            said("{rows} utan {title_field} lades inte till.").format(
                rows=rows, title_field=said(kind.title_field.sv)
            ),
        )
    label = said("Klistra in {counted}").format(counted=_counted(kind, len(new)))
    return session.add_many(label, new, entity=new[0][1], notes=notes)


def _counted(kind: Kind, count: int) -> str:
    return f"{count} {said(kind.sv) if count == 1 else several(kind.sv_plural)}"


def write_over(session: Session, ids: Sequence[str], paste: Paste) -> Outcome:
    """Set the pasted columns on the chosen rows, in their order and in one step.

    An empty cell empties its field, but never the title. A cell that says what stands there
    already changes nothing. Raises InputError when there are not as many rows as are chosen.
    """
    if len(ids) != len(paste.rows):
        raise InputError(
            said("Du har kopierat {rows} rader men valt {ids}.").format(
                rows=len(paste.rows), ids=len(ids)
            ),
            hint=said("Välj lika många rader som du har kopierat."),
        )
    cells = CellTexts(session, paste.kind)
    edits: dict[Key, dict[str, Any]] = {}
    for entity, row in zip(ids, paste.rows, strict=True):
        thing = session.thing(entity)
        edits[thing.kind, thing.id] = _edits(cells, thing, row)
    label = said("Klistra in i {counted}").format(counted=_counted(KINDS[paste.kind], len(ids)))
    return session.write(label, edits, notes=paste.told())


def _edits(cells: CellTexts, thing: Thing, row: PastedRow) -> dict[str, Any]:
    """Return the values that differ from what stands."""
    kind = KINDS[thing.kind]
    found = {}
    for name, data in row.values.items():
        declared = kind.field(name)
        if declared is None or (declared == kind.title_field and data is None):
            continue
        if _plain(cells.text(declared, thing)) != _plain(row.texts[name]):
            found[name] = data
    return found


def _plain(text: str) -> str:
    """Return a text without what spreadsheets do to line breaks and ends."""
    return "\n".join(line.rstrip() for line in text.strip().splitlines())

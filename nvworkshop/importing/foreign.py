"""Somebody's own list of actions: what it proposes for the plan, row by row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from nvworkshop.importing.entries import EntryReader, Made
from nvworkshop.importing.finding import header_worth, headings_of
from nvworkshop.importing.grid import Grid
from nvworkshop.importing.list_rows import Entry, Found, rows_of
from nvworkshop.importing.mapping import column_title
from nvworkshop.importing.values import Values
from nvworkshop.language import said
from nvworkshop.model.layouts import Layout
from nvworkshop.model.proposals import FieldProposal, Proposal, Proposals, Rejected, Sort
from nvworkshop.model.sheets import RawBook, RawSheet, Spot
from nvworkshop.model.text import fold, shorten
from nvworkshop.model.values import Context

Tell = Callable[[int, int], None]
"""Called with rows done and rows in all; it may raise to stop."""

_TOLD = 5
_SHOWN = 60
_OFTEN = 50
"""Rows in a sentence, characters of a text in one, and rows between two calls of `Tell`."""


@dataclass(frozen=True, slots=True)
class Around:
    """What the plan is that a list comes to: titles there (folded, with what to call them)."""

    context: Context
    titles: Mapping[str, str] = field(default_factory=dict)
    municipalities: tuple[str, ...] = ()


def propose(
    book: RawBook, layout: Layout, around: Around, tell: Tell = lambda _done, _of: None
) -> Proposals:
    """Return what a list proposes, read as `layout` says; every row and cell is accounted for."""
    sheet = next((one for one in book.sheets if one.name == layout.sheet), RawSheet("", ()))
    grid = Grid(sheet)
    fields = (*layout.fields, *("",) * grid.width)[: grid.width]
    headings = headings_of(grid, layout.header)
    used = frozenset(filter(None, fields))
    values = Values(around.context, around.municipalities, used)
    found = rows_of(grid, layout.header, fields, headings, values.shift)
    reader = EntryReader(grid, fields, headings, values, layout.split)
    made = [one for entry in _told(found.entries, tell) for one in reader.actions(entry)]
    rejected = (*reader.rejected, *_untitled(grid, found))
    return Proposals(
        file=book.file,
        proposals=tuple(_proposals(made, around.titles, sheet.name)),
        rejected=tuple(sorted(rejected, key=lambda one: (one.spot.row, one.spot.column))),
        notes=(*book.notes, *_notes(book, layout, headings, fields, found), *reader.notes()),
        marks=book.marks,
    )


def _told(entries: Sequence[Entry], tell: Tell) -> Iterator[Entry]:
    for done, entry in enumerate(entries):
        if done % _OFTEN == 0:
            tell(done, len(entries))
        yield entry


def _proposals(made: Iterable[Made], titles: Mapping[str, str], sheet: str) -> Iterator[Proposal]:
    before: dict[str, Made] = {}
    for one in made:
        key = fold(one.title)
        whys, ticked = list(one.whys), not one.personal
        twin = before.get(key)
        if key in titles:
            whys.insert(0, said("Finns redan i planen: {title}.").format(title=titles[key]))
            ticked = False
        elif twin is not None:
            same = twin.values == one.values
            ticked = ticked and not same
            whys.insert(
                0,
                said("Rad {row} {what}.").format(
                    row=twin.row, what=said("är likadan") if same else said("har samma rubrik")
                ),
            )
        before.setdefault(key, one)
        yield Proposal(
            Sort.ADDED,
            "action",
            "",
            one.title,
            tuple(FieldProposal(name, None, data) for name, data in one.values.items()),
            Spot(sheet, one.row),
            ticked,
            " ".join(dict.fromkeys(whys)),
        )


def _untitled(grid: Grid, found: Found) -> Iterator[Rejected]:
    for row in found.untitled:
        column = grid.own(row)[0]
        yield Rejected(
            Spot(grid.sheet.name, row, column),
            said("Hela raden"),
            grid.text(row, column),
            said("Raden har ingen text i kolumnen för åtgärd."),
        )


def _notes(
    book: RawBook, layout: Layout, headings: Sequence[str], fields: Sequence[str], found: Found
) -> Iterator[str]:
    unused = [
        column_title(heading, number)
        for number, (heading, name) in enumerate(zip(headings, fields, strict=True), 1)
        if not name and heading
    ]
    if unused:
        yield said("Kolumner som inte används: {unused}.").format(
            unused=", ".join(shorten(one, _SHOWN) for one in unused)
        )
    yield from _sections(found)
    if found.sums:
        yield said("Rader med summor hoppas över: {rows}.").format(rows=_rows(found.sums))
    if found.repeated:
        yield said("Rubriker som upprepas hoppas över: {rows}.").format(rows=_rows(found.repeated))
    others = [
        one.name for one in book.sheets if one.name != layout.sheet and header_worth(Grid(one)) > 0
    ]
    if others:
        yield said("Fler blad verkar ha listor: {others}. Hämta in dem var för sig.").format(
            others=", ".join(others)
        )


def _sections(found: Found) -> Iterator[str]:
    """Tell which rows were read as headings, and which of them say a shift."""
    shifts = [row for row, _, shift in found.sections if shift]
    others = [(row, text) for row, text, shift in found.sections if not shift]
    if shifts:
        yield said("Rader som säger riktningsförändringen för raderna under: {rows}.").format(
            rows=_rows(shifts)
        )
    if others:
        spoken = "; ".join(
            said("rad {row}: {text}").format(row=row, text=shorten(text, _SHOWN))
            for row, text in others[:_TOLD]
        )
        more = " …" if len(others) > _TOLD else ""
        yield said("Rader som lästes som rubriker och inte blir åtgärder: {said}{more}.").format(
            said=spoken, more=more
        )


def _rows(several: Sequence[int]) -> str:
    more = (
        said(" och {several} till").format(several=len(several) - _TOLD)
        if len(several) > _TOLD
        else ""
    )
    return said("rad {rows}{more}").format(rows=", ".join(map(str, several[:_TOLD])), more=more)

"""A book this program made, edited by others: what it proposes to change in the plan."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from nvworkshop.errors import InputError
from nvworkshop.importing.adding import Adding
from nvworkshop.importing.answering import answered_by
from nvworkshop.importing.days import edited_days
from nvworkshop.importing.deciding import Decided, Seen, decide
from nvworkshop.importing.known import KnownPlan
from nvworkshop.importing.layout import Layout, label_of, layout_of, near
from nvworkshop.importing.rows import TITLE, BookRow
from nvworkshop.importing.sorting import ALIKE, COPIED, SortedRows
from nvworkshop.language import marked, said
from nvworkshop.model.book_marks import REPLY, BookMarks, read_marks
from nvworkshop.model.fields import Field
from nvworkshop.model.kinds import KINDS
from nvworkshop.model.proposals import Ask, Proposal, Proposals, Rejected, Sort
from nvworkshop.model.row_marks import plain
from nvworkshop.model.sheets import RawBook, Spot
from nvworkshop.model.text import fold, shorten
from nvworkshop.model.things import Thing

GONE = marked("Åtgärden är borttagen i planen. Ta tillbaka den där först, om ändringen ska med.")
MISSING = marked("Raden finns inte kvar i filen. Det behöver inte betyda att åtgärden ska bort.")
EMPTIED = marked("Raden är tömd i filen.")

_SHOWN = 60
"""Characters of a heading that are repeated."""


def returned(book: RawBook, plan: KnownPlan, renamed: Mapping[str, str]) -> Proposals:
    """Return what an edited copy proposes. `renamed` are headings and the fields they mean.

    Raises InputError when the book is of another plan, or has no rows to read.
    """
    meant = {fold(heading): label_of(name) for heading, name in renamed.items()}
    found = [layout_of(one, meant) for one in book.sheets if not one.hidden]
    layouts = [one for one in found if one is not None]
    used = [one for one in layouts if one.mark >= 0 or one.is_plan]
    used = used or [one for one in layouts if one.has_actions]
    if not used:
        raise InputError(
            said("{file} har inga rader som går att läsa in.").format(file=book.file),
            said("Raden med rubriker (Id, Åtgärd, Klart …) hittades inte på något blad."),
            said("Låt rubrikraden vara som den var när filen gjordes."),
        )
    plans = [one for one in used if one.is_plan] or [one for one in used if one.has_actions]
    rows = SortedRows(plan, used, plans)
    marks = read_marks(book.marks)
    if rows.strangers and not rows.known:
        raise _other_plan(book, marks)
    return _Reading(book, plan, marks, rows).proposals()


def _other_plan(book: RawBook, marks: BookMarks | None) -> InputError:
    title = f"”{marks.title}”" if marks and marks.title else said("en annan plan")
    return InputError(
        said("Inga rader i {file} finns i den här planen.").format(file=book.file),
        said("Filen är gjord ur {title}.").format(title=title),
        said("Öppna den planen, eller slå ihop planfilerna först."),
    )


@dataclass(slots=True)
class _Reading:
    """Goes through the sorted rows of one book."""

    book: RawBook
    plan: KnownPlan
    marks: BookMarks | None
    rows: SortedRows
    found: list[Proposal] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    unchanged: int = 0

    def proposals(self) -> Proposals:
        self.unchanged += self.rows.again
        for entity, rows in self.rows.known.items():
            self._read_thing(entity, rows)
        self._read_new()
        self._read_missing()
        order = {one.sheet.name: n for n, one in enumerate(self.rows.layouts)}
        self.found.sort(key=lambda one: (order.get(one.spot.sheet, len(order)), one.spot.row))
        return Proposals(
            self.book.file,
            tuple(self.found),
            (*self.rows.rejected, *self.rejected),
            (*self.book.notes, *self._told(), *self.notes),
            self.unchanged,
            tuple(self._asks()),
            dict(self.book.marks),
        )

    def _read_thing(self, entity: str, rows: list[BookRow]) -> None:
        thing = self.plan.thing(entity)
        if thing is None:
            self._read_gone(rows)
            return
        before = len(self.found) + len(self.rejected)
        filled = [one for one in rows if not one.is_blank]
        if filled:
            self._read_fields(thing, filled)
        elif any(one.layout in self.rows.plans for one in rows):
            self.found.append(_removal(thing, rows[0].spot(), said(EMPTIED)))
        self.unchanged += len(self.found) + len(self.rejected) == before

    def _read_gone(self, rows: list[BookRow]) -> None:
        """Tell of a row that was edited after its thing had been removed."""
        for row in rows:
            kind = self.plan.kind(row.entity)
            edited = [
                said(one.sv)
                for _, one, value in row.values(kind)
                if row.mark and row.mark.values and not row.mark.held(one.name, value)
            ]
            if edited:
                spoken = row.text(TITLE, kind)
                self.rejected.append(Rejected(row.spot(), ", ".join(edited), spoken, said(GONE)))

    def _read_fields(self, thing: Thing, rows: list[BookRow]) -> None:
        cells: dict[str, tuple[Field, list[Seen]]] = {}
        for row in rows:
            for column, one, value in row.values(thing.kind):
                cells.setdefault(one.name, (one, []))[1].append(Seen(row, column, value))
        decided = []
        for one, seen in cells.values():
            found = decide(self.plan, thing, one, seen, self.made)
            if isinstance(found, Rejected):
                self.rejected.append(found)
            elif found is not None:
                decided.append(found)
        changed = {one.field.name for one in decided}
        for row in rows:
            self.rejected += edited_days(self.plan, thing, row, changed)
            self.rejected += _without_field(thing, row)
        self.found += _together(thing, decided)

    def _read_new(self) -> None:
        given = {}
        if self.marks and self.marks.report == REPLY and self.marks.principal:
            given["principal"] = self.marks.principal
        adding = Adding(self.plan, given, self.rejected)
        taken: set[str] = set()
        for row, why in self.rows.new:
            but = ("number",) if why == COPIED else ()
            belongs = self.rows.belongs(row.layout)
            one = adding.proposal(row, belongs=belongs, but=but, why=said(why))
            if one is None or one.entity in taken:
                continue
            taken.add(one.entity)
            self.found.append(replace(one, ticked=why != ALIKE))

    def _read_missing(self) -> None:
        """Propose to remove what the book had and has no more; nobody has said so, so unticked."""
        if self.marks is None:
            return
        seen = self.rows.in_plans()
        here = [one for kind in ("action", "joint_action") for one in self.plan.things(kind)]
        had = [one for one in here if self.marks.had(one.id)]
        gone = [one for one in had if one.id not in seen]
        if len(gone) * 2 > len(had):
            self.notes.append(
                said("{gone} av filens {had} rader finns inte kvar i den.").format(
                    gone=len(gone), had=len(had)
                )
            )
            return
        spot = Spot(self.rows.plans[0].sheet.name if self.rows.plans else "")
        self.found += [_removal(one, spot, said(MISSING)) for one in gone]

    def _told(self) -> Iterator[str]:
        """Yield what to know of the file as a whole."""
        spoken = answered_by(self.rows.layouts)
        if spoken:
            yield said("Svarar: {said}.").format(said=spoken)
        if self.marks and self.made:
            things = map(self.plan.thing, self.rows.known)
            newer = sum(one.updated > self.made for one in things if one)
            rows = (
                said("1 av dess rader")
                if newer == 1
                else said("{newer} av dess rader").format(newer=newer)
            )
            if newer:
                when = self.marks.made[:16].replace("T", " kl. ")
                yield said("Filen gjordes {when}. Sedan dess har {rows} ändrats i planen.").format(
                    when=when, rows=rows
                )
        if any(one.mark < 0 for one in self.rows.plans):
            yield said(
                "Filens dolda kolumner är borta. Därför syns inte vad som stod när den gjordes."
            )
        for layout in self.rows.layouts:
            for heading in layout.twice:
                where = said("på bladet ”{name}”").format(name=layout.sheet.name)
                yield said(
                    "Kolumnen ”{heading}” finns två gånger {where}. Den första lästes."
                ).format(heading=heading, where=where)

            yield from _unread(layout)

    def _asks(self) -> Iterator[Ask]:
        for layout in self.rows.layouts:
            for column, heading, label in layout.unread:
                name = near(layout, label)
                if name:
                    yield Ask(Spot(layout.sheet.name, layout.header + 1, column + 1), heading, name)

    @property
    def made(self) -> int:
        """When the file was made, ms since 1970; 0 when nobody knows."""
        try:
            return _milliseconds(self.marks.made) if self.marks else 0
        except (ValueError, OverflowError):
            return 0


def _unread(layout: Layout) -> Iterator[str]:
    """Yield what to know of columns that were read by nobody and are not asked about."""
    headings = [heading for _, heading, label in layout.unread if not near(layout, label)]
    if headings:
        where = (
            said("på bladet ”{name}”").format(name=layout.sheet.name) if layout.sheet.name else ""
        )
        told = said("Kolumner som inte lästes {where}").format(where=where).rstrip()
        yield f"{told}: {', '.join(shorten(one, _SHOWN) for one in headings)}."


def _milliseconds(moment: str) -> int:
    return int(datetime.fromisoformat(moment).timestamp() * 1000)


def _removal(thing: Thing, spot: Spot, why: str) -> Proposal:
    return Proposal(
        Sort.REMOVED, thing.kind, thing.id, thing.text(TITLE), (), spot, ticked=False, why=why
    )


def _without_field(thing: Thing, row: BookRow) -> Iterator[Rejected]:
    """Yield what was written in a column that rows of the thing's kind have no field for."""
    if row.mark is None or thing.kind == "indicator":
        return
    mine = {column for column, _ in row.layout.columns(thing.kind)}
    for column in row.layout.labels:
        text = plain(row.value(column))
        if text and column not in mine:
            heading = plain(row.layout.sheet.rows[row.layout.header][column])
            reason = said("En {kind} har inte det fältet.").format(kind=said(KINDS[thing.kind].sv))
            yield Rejected(row.spot(column), heading, text[:80], reason)


def _together(thing: Thing, decided: list[Decided]) -> Iterator[Proposal]:
    """Yield a proposal for each conflict, and one for what else is changed in the same way."""
    title = thing.text(TITLE)
    groups: dict[tuple[bool, str], list[Decided]] = defaultdict(list)
    for one in decided:
        if one.sort is Sort.CONFLICT:
            yield Proposal(
                one.sort, thing.kind, thing.id, title, (one.field,), one.spot, one.ticked, one.why
            )
        else:
            groups[one.ticked, one.why].append(one)
    for (ticked, why), several in groups.items():
        fields = tuple(one.field for one in several)
        spot = several[0].spot
        yield Proposal(Sort.CHANGED, thing.kind, thing.id, title, fields, spot, ticked, why)

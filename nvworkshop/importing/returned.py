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
from nvworkshop.importing.layout import KIND_NAMES, Layout, label_of, layout_of, near
from nvworkshop.importing.rows import TITLE, BookRow, Matching, rows_of
from nvworkshop.model.book_marks import REPLY, BookMarks, read_marks
from nvworkshop.model.fields import Field
from nvworkshop.model.kinds import KINDS
from nvworkshop.model.proposals import Ask, Proposal, Proposals, Rejected, Sort
from nvworkshop.model.row_marks import plain
from nvworkshop.model.sheets import RawBook
from nvworkshop.model.text import fold
from nvworkshop.model.things import Thing

GONE = "Åtgärden är borttagen i planen. Ta tillbaka den där först, om ändringen ska med."
STRANGER = "Raden finns inte i den här planen. Slå ihop planfilerna först, om den hör hit."
MISSING = "Raden finns inte kvar i filen. Det behöver inte betyda att åtgärden ska bort."
EMPTIED = "Raden är tömd i filen."
OUTSIDE = "Nya rader läses inte från det här bladet. Skriv den på bladet"
OUTSIDE_ALL = "Nya rader läses inte från det här bladet."
NOBODY = "–"
"""The role of a row that says that a huvudman has no actions."""

COPIED = "Raden är en kopia av en annan rad, med ny rubrik."
ALIKE = "Det finns redan en åtgärd med samma rubrik."


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
            f"{book.file} har inga rader som går att läsa in.",
            "Raden med rubriker (Id, Åtgärd, Klart …) hittades inte på något blad.",
            "Låt rubrikraden vara som den var när filen gjordes.",
        )
    plans = [one for one in used if one.is_plan] or [one for one in used if one.has_actions]
    return _Reading(book, plan, read_marks(book.marks), used, plans).proposals()


@dataclass(slots=True)
class _Reading:
    """Goes through the rows of one book."""

    book: RawBook
    plan: KnownPlan
    marks: BookMarks | None
    layouts: list[Layout]
    plans: list[Layout]
    known: dict[str, list[BookRow]] = field(default_factory=lambda: defaultdict(list))
    new: list[tuple[BookRow, str]] = field(default_factory=list)
    strangers: list[BookRow] = field(default_factory=list)
    found: list[Proposal] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    unchanged: int = 0

    def proposals(self) -> Proposals:
        self._sort_rows()
        self._refuse_strangers()
        for entity, rows in list(self.known.items()):
            self._read_thing(entity, rows)
        self._read_new()
        self._read_missing()
        order = {one.sheet.name: n for n, one in enumerate(self.layouts)}
        self.found.sort(key=lambda one: (order.get(one.spot.sheet, len(order)), one.spot.row))
        return Proposals(
            self.book.file,
            tuple(self.found),
            tuple(self.rejected),
            (*self.book.notes, *self._told(), *self.notes),
            self.unchanged,
            tuple(self._asks()),
            dict(self.book.marks),
        )

    def _sort_rows(self) -> None:
        """Sort the rows: of things the plan knows, new ones, and those of other plans."""
        nameless = []
        for layout in self.layouts:
            for row in rows_of(layout):
                if not row.entity and layout not in self.plans:
                    self._refuse_outside(row)
                elif not row.entity:
                    nameless.append(row)
                elif self.plan.kind(row.entity) in KIND_NAMES:
                    self.known[row.entity].append(row)
                elif row.is_premade and not row.is_blank:
                    self.new.append((row, ""))
                elif not row.is_premade:
                    self.strangers.append(row)
        for entity, rows in self.known.items():
            self.known[entity] = self._without_copies(rows)
        self._match(nameless)

    def _without_copies(self, rows: list[BookRow]) -> list[BookRow]:
        """Take out rows that were copied in their sheet to begin a new one."""
        several = [one for one in rows if sum(other.layout is one.layout for other in rows) > 1]
        copies = [one for one in several if one.mark and not one.mark.held(TITLE, _title(one))]
        if not copies or len(copies) == len(rows):
            return rows
        self.new += [(one, COPIED) for one in copies]
        return [one for one in rows if one not in copies]

    def _match(self, nameless: list[BookRow]) -> None:
        """Find the things of rows whose id is gone, by their titles."""
        matching = Matching(self.plan)
        adding = Adding(self.plan, {})
        taken = self._in_plans()
        for row in nameless:
            thing = matching.by_title(row)
            if self.plan.kind(adding.id_of(row)):
                self.unchanged += 1  # it has been read before
            elif thing is None:
                self.new.append((row, ""))
            elif thing.id not in taken:
                self.known[thing.id].append(row)
            elif not self._says_what_stands(row, thing):
                self.new.append((row, ALIKE))

    def _in_plans(self) -> set[str]:
        """Return the things that have a row on a sheet of whole actions."""
        known = self.known.items()
        return {entity for entity, rows in known if any(one.layout in self.plans for one in rows)}

    def _says_what_stands(self, row: BookRow, thing: Thing) -> bool:
        others = self.known[thing.id]
        return all(
            plain(value) == plain(self.plan.cell(one, thing[one.name]))
            or any(plain(value) == other.text(one.name, thing.kind) for other in others)
            for _, one, value in row.values(thing.kind)
        )

    def _refuse_outside(self, row: BookRow) -> None:
        """Tell of a new row on a sheet that only lists what stands on others."""
        if row.computed("roll") != NOBODY and row.text(TITLE):
            names = " eller ".join(f"”{one.sheet.name}”" for one in self.plans)
            reason = f"{OUTSIDE} {names}." if names else OUTSIDE_ALL
            self.rejected.append(Rejected(row.spot(), "", _title(row), reason))

    def _refuse_strangers(self) -> None:
        if self.strangers and not self.known:
            title = f"”{self.marks.title}”" if self.marks and self.marks.title else "en annan plan"
            raise InputError(
                f"Inga rader i {self.book.file} finns i den här planen.",
                f"Filen är gjord ur {title}.",
                "Öppna den planen, eller slå ihop planfilerna först.",
            )
        for row in self.strangers:
            self.rejected.append(Rejected(row.spot(), "", _title(row), STRANGER))

    def _read_thing(self, entity: str, rows: list[BookRow]) -> None:
        thing = self.plan.thing(entity)
        if thing is None:
            self._read_gone(rows)
            return
        before = len(self.found) + len(self.rejected)
        filled = [one for one in rows if not one.is_blank]
        if not filled and any(one.layout in self.plans for one in rows):
            self.found.append(self._removal(thing, rows[0], EMPTIED))
            return
        self._read_fields(thing, filled)
        self.unchanged += len(self.found) + len(self.rejected) == before

    def _read_gone(self, rows: list[BookRow]) -> None:
        """Tell of a row that was edited after its thing had been removed."""
        for row in rows:
            kind = self.plan.kind(row.entity)
            edited = [
                one.sv
                for _, one, value in row.values(kind)
                if row.mark and row.mark.values and not row.mark.held(one.name, value)
            ]
            if edited:
                self.rejected.append(Rejected(row.spot(), ", ".join(edited), _title(row), GONE))

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
        self.rejected += [
            one for row in rows for one in edited_days(self.plan, thing, row, changed)
        ]
        self.found += _together(thing, decided)

    def _read_new(self) -> None:
        given = {}
        if self.marks and self.marks.report == REPLY and self.marks.principal:
            given["principal"] = self.marks.principal
        adding = Adding(self.plan, given, self.rejected)
        taken: set[str] = set()
        for row, why in self.new:
            but = ("number",) if why == COPIED else ()
            one = adding.proposal(row, belongs=self._belongs(row.layout), but=but, why=why)
            if one is None or one.entity in taken:
                self.unchanged += one is None
                continue
            taken.add(one.entity)
            self.found.append(replace(one, ticked=why != ALIKE))

    def _belongs(self, layout: Layout) -> str:
        """Return the plan that all known rows of a sheet are of, "" for this one or several."""
        of = {
            thing.text("plan")
            for entity, rows in self.known.items()
            if any(one.layout is layout for one in rows)
            and (thing := self.plan.thing(entity)) is not None
        }
        return of.pop() if len(of) == 1 and of != {self.plan.plan} else ""

    def _read_missing(self) -> None:
        """Propose to remove what the book had and has no more; nobody has said so, so unticked."""
        if self.marks is None or not self.plans:
            return
        seen = self._in_plans()
        here = [one for kind in ("action", "joint_action") for one in self.plan.things(kind)]
        had = [one for one in here if self.marks.had(one.id)]
        gone = [one for one in had if one.id not in seen]
        if len(gone) * 2 > len(had):
            self.notes.append(f"{len(gone)} av filens {len(had)} rader finns inte kvar i den.")
            return
        self.found += [self._removal(one, None, MISSING) for one in gone]

    def _removal(self, thing: Thing, row: BookRow | None, why: str) -> Proposal:
        spot = row.spot() if row else BookRow(self.plans[0], 0, "", None, ()).spot()
        title = thing.text(TITLE)
        return Proposal(Sort.REMOVED, thing.kind, thing.id, title, (), spot, False, why)

    def _told(self) -> Iterator[str]:
        """Yield what to know of the file as a whole."""
        said = answered_by(self.layouts)
        if said:
            yield f"Svarar: {said}."
        if self.marks and self.made:
            when = self.marks.made[:16].replace("T", " kl. ")
            newer = sum(one.updated > self.made for one in map(self.plan.thing, self.known) if one)
            rows = "1 av dess rader" if newer == 1 else f"{newer} av dess rader"
            if newer:
                yield f"Filen gjordes {when}. Sedan dess har {rows} ändrats i planen."
        if any(one.mark < 0 for one in self.plans):
            yield "Filens dolda kolumner är borta. Därför syns inte vad som stod när den gjordes."
        for layout in self.layouts:
            for heading in layout.twice:
                yield (
                    f"Kolumnen ”{heading}” finns två gånger på bladet ”{layout.sheet.name}”."
                    " Den första lästes."
                )

    def _asks(self) -> Iterator[Ask]:
        for layout in self.layouts:
            for column, label in layout.unknown.items():
                name = near(layout, label)
                spot = BookRow(layout, layout.header + 1, "", None, ()).spot(column)
                if name:
                    yield Ask(spot, plain(layout.sheet.rows[layout.header][column]), name)

    @property
    def made(self) -> int:
        """When the file was made, ms since 1970; 0 when nobody knows."""
        try:
            return (
                int(datetime.fromisoformat(self.marks.made).timestamp() * 1000) if self.marks else 0
            )
        except (ValueError, OverflowError):
            return 0


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


def _title(row: BookRow) -> str:
    return row.text(TITLE) or row.text(KINDS["action"].title_field.name)

"""A table of measured values: what it proposes for the plan's indicators."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePath
from typing import Any

from nvworkshop.followup.areas import Area, Areas
from nvworkshop.followup.judging import number_text
from nvworkshop.importing.measure_names import id_of, key_of, row_of, title_of
from nvworkshop.importing.measure_rows import Measured, MeasureReader
from nvworkshop.importing.measure_table import find_table
from nvworkshop.language import marked, said
from nvworkshop.model.proposals import FieldProposal, Proposal, Proposals, Rejected, Sort
from nvworkshop.model.sheets import RawBook
from nvworkshop.model.text import fold
from nvworkshop.model.things import Thing

Tell = Callable[[int, int], None]
"""Called with rows done and rows in all; it may raise to stop."""

KOLADA = "Kolada"
_SAME = marked("Står redan på rad {row} med värdet {value}. Rätta filen om det här gäller.")
_TWO = marked("Filen har också värdet {value}, på rad {row}. Välj det här om det gäller.")
_REMOVED = marked("Värdet har tagits bort i planen. Välj det för att ta tillbaka det.")
_OTHER = marked("Planen har {value}.")
_UNSAID = marked("Filen säger inte vilken indikator värdet gäller. Planen har bara den här.")
_AHEAD = marked("Dagen har inte varit än.")


@dataclass(frozen=True, slots=True)
class Around:
    """What the plan is that values come to: plain values, for any thread.

    `own` is the area of the plan itself. `removed` are ids of things that were there once. `only`
    is the indicator all values are of, when a person has chosen it.
    """

    plan: str
    areas: Areas
    own: Area
    today: date
    indicators: tuple[Thing, ...] = ()
    measurements: tuple[Thing, ...] = ()
    removed: frozenset[str] = frozenset()
    only: Thing | None = None


def is_measured(book: RawBook) -> bool:
    """Tell whether a book has a table of measured values."""
    return find_table(book) is not None


def found_columns(book: RawBook) -> tuple[str, ...]:
    """Return what the columns of a table of measured values say, () when there is no table."""
    table = find_table(book)
    return tuple(table.roles) if table else ()


def propose(book: RawBook, around: Around, tell: Tell = lambda _done, _of: None) -> Proposals:
    """Return what a book with a table of measured values proposes; nothing of it is guessed.

    A value that is there already is nothing new. Another value for the same indicator, area, day,
    gender and source is a change that somebody has to choose.
    """
    table = find_table(book)
    if table is None:
        return Proposals(book.file, ())
    reader = MeasureReader(table, around.areas, around.own)
    values = reader.read(tell)
    work = _Proposing(book.file, around)
    made = list(work.proposals(values))
    return Proposals(
        book.file,
        tuple(made),
        tuple(sorted((*reader.rejected, *work.rejected), key=_place)),
        (*book.notes, *_about(work, values), *reader.notes(), *work.notes()),
        work.unchanged,
        marks=book.marks,
    )


def _place(one: Rejected) -> tuple[int, int]:
    return one.spot.row, one.spot.column


def _about(work: _Proposing, values: list[Measured]) -> Iterator[str]:
    """Say first what was found in all."""
    areas = len({one.area.id for one in values})
    names = len(work.known) + len(work.new)
    yield said(
        "Filen lästes som mätvärden: {values} värden, {names} indikatorer, {areas} områden."
    ).format(values=len(values), names=names, areas=areas)


@dataclass
class _Proposing:
    """Finds the indicator of each value, and whether the plan has the value already."""

    file: str
    around: Around
    known: dict[tuple[str, str], Thing] = field(default_factory=dict)
    new: dict[tuple[str, str], Proposal] = field(default_factory=dict)
    rejected: list[Rejected] = field(default_factory=list)
    unchanged: int = 0
    again: int = 0
    _notes: dict[str, None] = field(default_factory=dict)
    _others: dict[tuple[str, ...], Measured] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Index what the plan has."""
        self._there = {key_of(one): one for one in self._oldest_first()}
        self._things = {one.id: one for one in self.around.indicators}

    def _oldest_first(self) -> list[Thing]:
        return sorted(self.around.measurements, key=lambda one: one.updated)

    def proposals(self, values: Iterable[Measured]) -> Iterator[Proposal]:
        """Yield what is proposed: new indicators first, then the values in the file's order."""
        seen: dict[tuple[str, ...], Measured] = {}
        firsts: list[tuple[Measured, str, str, str, tuple[str, ...]]] = []
        for one in values:
            indicator, name, needs = self._indicator(one)
            key = (indicator, one.area.id, one.day, one.gender, fold(self._source(one, indicator)))
            before = seen.setdefault(key, one)
            if before is not one:
                self._twice(one, before, key)
                continue
            firsts.append((one, indicator, name, needs, key))
        yield from self.new.values()
        for first in firsts:
            yield from self._value(*first)

    def notes(self) -> Iterator[str]:
        """Yield what to know of the proposals as a whole."""
        yield from self._notes
        if self.again:
            yield said(
                "Samma värde står flera gånger i filen: {again} gånger. Det tas en gång."
            ).format(again=self.again)

    # Indicators

    def _indicator(self, one: Measured) -> tuple[str, str, str]:
        """Return the indicator's id and name, and the id again when it has to be made first."""
        if self.around.only is not None:
            return self.around.only.id, self.around.only.text("title"), ""
        key = (one.kolada, "") if one.kolada else ("", fold(one.title))
        if key not in self.known and key not in self.new:
            found = self._find(one)
            if found is not None:
                self.known[key] = found
            else:
                self.new[key] = self._new(one, key)
        if key in self.known:
            thing = self.known[key]
            return thing.id, thing.text("title"), ""
        proposal = self.new[key]
        return proposal.entity, proposal.title, proposal.entity

    def _find(self, one: Measured) -> Thing | None:
        """Return the plan's indicator with the Kolada id, else the one with exactly the name."""
        every = self.around.indicators
        if not one.kolada and not one.title:
            return every[0] if len(every) == 1 else None
        found = [each for each in every if one.kolada and each.text("kolada") == one.kolada]
        if not found and one.title:
            found = [each for each in every if self._is_named(each, one)]
            for each in found[:1]:
                if one.kolada:
                    self._note(
                        said(
                            "”{title}” har samma namn som {kolada} i filen, men inget "
                            "Kolada-id. Se efter "
                            "att det är samma nyckeltal, och skriv in id:t."
                        ).format(title=each.text("title"), kolada=one.kolada)
                    )
        mine = [each for each in found if each.text("plan") == self.around.plan]
        if len(mine or found) > 1:
            self._note(
                said("Flera indikatorer heter ”{title}”. Den äldsta används.").format(
                    title=found[0].text("title")
                )
            )
        return next(iter(mine or found), None)

    def _is_named(self, indicator: Thing, one: Measured) -> bool:
        """Tell whether an indicator has the name, and no other id than the file says."""
        other = one.kolada and indicator.text("kolada") not in ("", one.kolada)
        return not other and fold(indicator.text("title")) == fold(one.title)

    def _new(self, one: Measured, key: tuple[str, str]) -> Proposal:
        title = one.title or (f"Kolada {one.kolada}" if one.kolada else PurePath(self.file).stem)
        values: dict[str, Any] = {"title": title}
        if one.unit:
            values["unit"] = one.unit
        if one.kolada or one.source:
            values["source"] = one.source or KOLADA
        if one.kolada:
            values["kolada"] = one.kolada
        fields = tuple(FieldProposal(name, None, data) for name, data in values.items())
        entity, _ = self._fresh("indicator", self.around.plan, *key)
        lacks = "" if one.title else said("Filen säger inte vad indikatorn heter. ")
        why = said(
            "{lacks}Planen har den inte. Väljs den bort följer dess värden inte med."
        ).format(lacks=lacks)
        return Proposal(Sort.ADDED, "indicator", entity, title, fields, row_of(one.spot), True, why)

    # Values

    def _source(self, one: Measured, indicator: str) -> str:
        """Return where a value comes from: as the row says, else as its indicator, else the file.

        What has a Kolada id comes from there.
        """
        known = self._things.get(indicator)
        own = known.text("source") if known else ""
        if one.source:
            return one.source
        if one.kolada:
            return own if fold(KOLADA) in fold(own) else KOLADA
        return own if own or self.around.only else PurePath(self.file).stem

    def _value(
        self, one: Measured, indicator: str, name: str, needs: str, key: tuple[str, ...]
    ) -> Iterator[Proposal]:
        there = self._there.get(key)
        title = title_of(name, one)
        if there is not None:
            if there["value"] == one.value:
                self.unchanged += 1
            else:
                yield self._change(one, there, title)
            return
        entity, again = self._fresh("measurement", *key)
        values: dict[str, Any] = {
            "value": one.value,
            "indicator": indicator,
            "date": one.day,
            "area": one.area.id,
            "area_level": one.area.level,
            "gender": one.gender,
            "count": one.count,
            "source": self._source(one, indicator) or None,
            "comment": one.comment or None,
        }
        fields = [FieldProposal(n, None, data) for n, data in values.items() if data is not None]
        why = said(_REMOVED) if again else self._why(one, needs, self._others.get(key))
        yield Proposal(
            Sort.ADDED,
            "measurement",
            entity,
            title,
            tuple(fields),
            one.spot,
            not why,
            why,
            needs,
        )

    def _why(self, one: Measured, needs: str, other: Measured | None) -> str:
        """Return why a new value is for somebody to choose; "" when it isn't."""
        if other is not None:
            return said(_TWO).format(value=number_text(other.value), row=other.spot.row)
        if one.day > f"{self.around.today.year}-12-31":
            return said(_AHEAD)
        unsaid = not (one.kolada or one.title or needs or self.around.only)
        return said(_UNSAID) if unsaid else ""

    def _change(self, one: Measured, there: Thing, title: str) -> Proposal:
        fields = [FieldProposal("value", there["value"], one.value)]
        if one.count is not None and one.count != there["count"]:
            fields.append(FieldProposal("count", there["count"], one.count))
        why = said(_OTHER).format(value=number_text(float(there["value"])))
        return Proposal(
            Sort.CHANGED, "measurement", there.id, title, tuple(fields), one.spot, False, why
        )

    def _twice(self, one: Measured, before: Measured, key: tuple[str, ...]) -> None:
        if one.value == before.value:
            self.again += 1
            return
        self._others.setdefault(key, one)
        reason = said(_SAME).format(row=before.spot.row, value=number_text(before.value))
        label = f"{one.area.name}, {one.day}"
        self.rejected.append(Rejected(one.spot, label, number_text(one.value), reason))

    def _note(self, text: str) -> None:
        self._notes[text] = None

    def _fresh(self, *spoken: str) -> tuple[str, bool]:
        """Return the id of a new thing, made of what it is, and whether it has been removed once.

        The same file gives the same thing wherever it is read, so that a merge makes no twins.
        """
        times = 0
        while (entity := id_of(*spoken, str(times))) in self.around.removed:
            times += 1
        return entity, times > 0

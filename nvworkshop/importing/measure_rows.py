"""From the rows of a table to measured values; what lacks is counted, what is wrong is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from nvworkshop.followup.areas import Area, Areas
from nvworkshop.importing.grid import cell_text
from nvworkshop.importing.measure_cells import (
    UnusableError,
    day_of,
    gender_of,
    is_missing,
    kolada_id,
    number_of,
    without_id,
)
from nvworkshop.importing.measure_table import MeasureTable, TimeColumn
from nvworkshop.language import said
from nvworkshop.model.proposals import Rejected
from nvworkshop.model.sheets import RawValue, Spot
from nvworkshop.model.text import shorten

_SHOWN = 80
_OFTEN = 500
"""Characters of a cell that are repeated, and rows between two calls of `tell`."""

_LONGEST_TITLE = 300
_TOLD = 5
"""Characters of an indicator's name, and times that are told of."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One value as read: where it stands, what it is of, when, and how it was said."""

    spot: Spot
    kolada: str
    title: str
    area: Area
    day: str
    gender: str
    value: int | float
    count: int | float | None = None
    source: str = ""
    comment: str = ""
    unit: str = ""


@dataclass
class MeasureReader:
    """Reads one table. `own` is the area of values in a table that has no column for it."""

    table: MeasureTable
    areas: Areas
    own: Area
    rejected: list[Rejected] = field(default_factory=list)
    _missing: Counter[str] = field(default_factory=Counter)
    _outside: dict[str, tuple[Spot, str, int]] = field(default_factory=dict)
    _said: dict[str, str] = field(default_factory=dict)
    _found: dict[str, Area | None] = field(default_factory=dict)
    _section: tuple[str, str] = ("", "")

    def __post_init__(self) -> None:
        """Begin with the name that stands over the table."""
        self._section = _named(self.table.title)

    def read(self, tell: Callable[[int, int], None]) -> list[Measured]:
        """Return every value; `tell` is called with rows done and in all, and may raise."""
        rows = self.table.grid.sheet.rows
        found: list[Measured] = []
        for number in range(self.table.header + 1, len(rows) + 1):
            if number % _OFTEN == 0:
                tell(number, len(rows))
            filled = [one for one in rows[number - 1] if one is not None and one != ""]
            if filled and not self._is_section(filled):
                found += self._row(number)
        self._tell_outside()
        return found

    def notes(self) -> Iterator[str]:
        """Yield what to know of how the table was read."""
        if self._said:
            several = list(self._said.items())
            spoken = ", ".join(
                said("{text} blir {day}").format(text=text, day=day)
                for text, day in several[:_TOLD]
            )
            yield said("Tider som inte är dagar blir sin sista dag: {said}{more}.").format(
                said=spoken, more=_more(several)
            )
        if self._missing:
            spoken = ", ".join(
                said("{n} med ”{text}”").format(n=n, text=text)
                for text, n in self._missing.items()
                if text
            )
            empty = self._missing[""]
            parts = [said("{empty} tomma").format(empty=empty) if empty else "", spoken]
            yield (
                said(
                    "Celler utan värde: {cells}. De är fortfarande okända och blir inte noll."
                ).format(cells=", ".join(filter(None, parts)))
            )
        counted = [one for one in self.table.heading.values() if one.strip().lower() == "count"]
        if counted:
            yield said("Kolumnen count används inte: den är inte antalet personer bakom värdet.")
        if unread := self.table.unread:
            told = said("Kolumner som inte lästes {where}").format(where="").rstrip()
            spoken = ", ".join(shorten(one, _SHOWN) for one in unread[:_TOLD])
            yield f"{told}: {spoken}{_more(unread)}."

    # One row

    def _is_section(self, filled: Sequence[RawValue]) -> bool:
        """Tell whether a row only names the indicator of the rows beneath, and remember it."""
        if len(filled) != 1 or not isinstance(filled[0], str):
            return False
        if "indicator" not in self.table.roles and self._area(filled[0]) is None:
            self._section = _named(filled[0])
        return True

    def _row(self, number: int) -> Iterator[Measured]:
        area = self._area_in(number)
        if area is None:
            return
        try:
            kolada, title = self._indicator(number)
        except UnusableError as error:
            self._reject(number, "kolada", str(error))
            return
        if self.table.times:
            for column, time in self.table.times.items():
                yield from self._cell(number, column, area, (kolada, title), time)
        else:
            yield from self._long(number, area, (kolada, title))

    def _long(self, number: int, area: Area, named: tuple[str, str]) -> Iterator[Measured]:
        column = self.table.roles["value"]
        if is_missing(self._raw(number, "value")):
            self._missing[cell_text(self._raw(number, "value"))] += 1
            return
        try:
            day, spoken = day_of(self._raw(number, "date"))
        except UnusableError as error:
            self._reject(number, "date", str(error))
            return
        yield from self._cell(number, column, area, named, TimeColumn(day, spoken, ""))

    def _cell(
        self, number: int, column: int, area: Area, named: tuple[str, str], time: TimeColumn
    ) -> Iterator[Measured]:
        """Yield the value in a cell, or nothing when it lacks or can't be read."""
        raw = self.table.grid.value(number, column)
        if is_missing(raw):
            self._missing[cell_text(raw)] += 1
            return
        try:
            value = number_of(raw)
        except UnusableError as error:
            self._reject_cell(number, column, str(error))
            return
        try:
            gender = time.gender or gender_of(self._raw(number, "gender"))
        except UnusableError as error:
            self._reject(number, "gender", str(error))
            return
        if time.said and time.said != time.day:
            self._said.setdefault(time.said, time.day)
        kolada, title = named
        yield Measured(
            Spot(self.table.grid.sheet.name, number, column),
            kolada,
            title,
            area,
            time.day,
            gender,
            value,
            self._count(number),
            self._text(number, "source"),
            self._text(number, "comment"),
            self._text(number, "unit"),
        )

    def _indicator(self, number: int) -> tuple[str, str]:
        """Return the Kolada id and the name that a row or what stands over it says."""
        text = self._text(number, "indicator")
        own, title = _named(text)
        kolada = kolada_id(self._raw(number, "kolada")) or own
        if kolada or title:
            return kolada, title
        return self._section

    def _count(self, number: int) -> int | float | None:
        raw = self._raw(number, "count")
        if is_missing(raw):
            return None
        try:
            count = number_of(raw)
        except UnusableError as error:
            self._reject(number, "count", str(error))
            return None
        return count if count >= 0 else None

    # Areas

    def _area_in(self, number: int) -> Area | None:
        """Return the area of a row; None when it has none of the county's, which is told."""
        if not {"code", "area"} & self.table.roles.keys():
            return self.own
        code, name = (self._text(number, one) for one in ("code", "area"))
        by_code, by_name = self._area(code), self._area(name)
        if code and name and by_code and by_name and by_code != by_name:
            self._reject(
                number,
                "code",
                said("Koden är {code}, men i raden står {name}.").format(
                    code=by_code.name, name=name
                ),
            )
            return None
        found = by_code if code else by_name
        if found is None:
            self._note_outside(number, "code" if code else "area", code or name)
        return found

    def _area(self, text: str) -> Area | None:
        if text not in self._found:
            self._found[text] = self.areas.find(text)
        return self._found[text]

    def _note_outside(self, number: int, role: str, text: str) -> None:
        spot, name, rows = self._outside.get(text, (self._spot(number, role), role, 0))
        self._outside[text] = spot, name, rows + 1

    def _tell_outside(self) -> None:
        """Tell of each area that is not the county's once, with how many rows it has."""
        for text, (spot, role, rows) in self._outside.items():
            if text:
                reason = said("Det är inget område i {name}.").format(name=self.areas.county.name)
            else:
                reason = said("Raden säger inte vilket område värdet gäller.")
            more = said(" {rows} rader har det.").format(rows=rows) if rows > 1 else ""
            label = self._label(role)
            self.rejected.append(Rejected(spot, label, shorten(text, _SHOWN), reason + more))

    # Cells

    def _raw(self, number: int, role: str) -> RawValue:
        column = self.table.roles.get(role)
        return self.table.grid.value(number, column) if column else None

    def _text(self, number: int, role: str) -> str:
        return cell_text(self._raw(number, role))

    def _spot(self, number: int, role: str) -> Spot:
        column = self.table.roles.get(role) or self.table.roles.get("area", 0)
        return Spot(self.table.grid.sheet.name, number, column)

    def _label(self, role: str) -> str:
        return self.table.heading.get(self.table.roles.get(role, 0), "")

    def _reject(self, number: int, role: str, reason: str) -> None:
        text = shorten(self._text(number, role), _SHOWN)
        self.rejected.append(Rejected(self._spot(number, role), self._label(role), text, reason))

    def _reject_cell(self, number: int, column: int, reason: str) -> None:
        text = shorten(cell_text(self.table.grid.value(number, column)), _SHOWN)
        spot = Spot(self.table.grid.sheet.name, number, column)
        self.rejected.append(Rejected(spot, self.table.heading.get(column, ""), text, reason))


def _named(text: str) -> tuple[str, str]:
    """Return the Kolada id and the name in a text, "" for what it lacks."""
    try:
        kolada = kolada_id(text)
    except UnusableError:
        kolada = ""
    return kolada, shorten(without_id(text), _LONGEST_TITLE)


def _more(several: Sequence[object]) -> str:
    return (
        said(" och {several} till").format(several=len(several) - _TOLD)
        if len(several) > _TOLD
        else ""
    )

"""From the rows of one action to its values: columns joined, cells split, and what is left told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from nvworkshop.importing.finding import heading_end
from nvworkshop.importing.grid import Grid, cell_text
from nvworkshop.importing.list_rows import Entry
from nvworkshop.importing.splitting import parts_of, title_and_rest
from nvworkshop.importing.values import Taken, Values
from nvworkshop.importing.words import plain, words
from nvworkshop.language import marked, said
from nvworkshop.model.fields import Field, FieldType
from nvworkshop.model.kinds import ACTION
from nvworkshop.model.layouts import Split
from nvworkshop.model.personal_number import adds_personal_number
from nvworkshop.model.proposals import Rejected
from nvworkshop.model.sheets import ERRORS, RawValue, Spot
from nvworkshop.model.text import MAX_LINE, shorten

_PREFIXED = ("comment", "description")
"""Fields that hold all sorts of things: what each is called stands before it."""

_LEFT_TO = {"contributors": ("comment", "Medverkande")}
"""Where the rest of a cell goes when its field can't have it, and what stands before it."""

_PERSONAL = marked(
    "Här verkar stå ett personnummer. En plan ska inte ha uppgifter om patienter eller brukare."
)
_LIST_NOTE = {
    "function": marked("{count} om ansvariga har annat än huvudmän. Det står i Ansvarig funktion."),
    "comment": marked("{count} om medverkande har annat än huvudmän. Det står i Lägeskommentar."),
}


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of an action: where it is, what its column is called, and what it has."""

    row: int
    column: int
    heading: str
    raw: RawValue


@dataclass(slots=True)
class Made:
    """An action as read: values as logged, and what a person should look at."""

    row: int
    title: str = ""
    values: dict[str, Any] = field(default_factory=dict)
    whys: list[str] = field(default_factory=list)
    personal: bool = False


class EntryReader:
    """Reads the actions of one list and keeps what could not be taken."""

    def __init__(
        self,
        grid: Grid,
        fields: Sequence[str],
        headings: Sequence[str],
        values: Values,
        split: Split,
    ) -> None:
        """Remember which columns each field has."""
        self.rejected: list[Rejected] = []
        self._grid, self._headings, self._values, self._split = grid, headings, values, split
        self._columns: dict[str, list[int]] = {}
        for number, name in enumerate(fields, start=1):
            if name:
                self._columns.setdefault(name, []).append(number)
        self._moved: Counter[str] = Counter()
        self._splits = 0

    def actions(self, entry: Entry) -> list[Made]:
        """Return the action of an entry, or several when its cell is a list that is to be split."""
        cells = {name: self._cells(entry, columns) for name, columns in self._columns.items()}
        titles = cells.pop("title", [])
        if not titles:
            self._reject_row(entry)
            return []
        text = "\n".join(cell_text(one.raw) for one in titles)
        parts = parts_of(text, self._split)
        made = []
        for place, part in enumerate(parts):
            shared = {
                name: [_part(one, place, len(parts)) for one in several]
                for name, several in cells.items()
            }
            one = self._action(entry, titles[0], part, shared)
            if len(parts) > 1:
                one.whys.append(
                    said("Del {place} av {parts} i samma cell.").format(
                        place=place + 1, parts=len(parts)
                    )
                )
            if one.title:
                made.append(one)
            else:
                self._reject(titles[0], part, said("Det finns inget att läsa i cellen."))
        self._splits += len(parts) > 1
        return made

    def notes(self) -> Iterator[str]:
        """Yield sentences about what was done with many cells."""
        if self._splits:
            yield said("{cells} är en lista och blev flera åtgärder.").format(
                cells=_cells(self._splits)
            )
        for name, count in self._moved.items():
            yield said(_LIST_NOTE[name]).format(count=_cells(count))

    def _cells(self, entry: Entry, columns: Sequence[int]) -> list[Cell]:
        """Return the filled cells of some columns in an entry's rows, a merged one once."""
        found: dict[tuple[int, int], Cell] = {}
        for column in columns:
            for row in entry.rows:
                raw = self._grid.value(row, column)
                corner = self._grid.area(row, column)[:2]
                if cell_text(raw) and (corner[1] == column or corner not in found):
                    found.setdefault(corner, Cell(row, column, self._headings[column - 1], raw))
        return [one for one in found.values() if not self._is_error(one)]

    def _is_error(self, cell: Cell) -> bool:
        """Tell whether a cell shows an error, which is no value; then it is rejected."""
        text = cell_text(cell.raw)
        if text in ERRORS:
            self._reject(cell, text, said("Cellen visar ett fel: {text}.").format(text=text))
        return text in ERRORS

    def _reject_row(self, entry: Entry) -> None:
        """Tell that the whole row is left, since its title could not be read."""
        row = entry.rows[0]
        spoken = (self._grid.text(row, one) for one in self._grid.own(row))
        text = next((one for one in spoken if one not in ERRORS), "")
        reason = said("Raden har ingen text i kolumnen för åtgärd.")
        self.rejected.append(
            Rejected(Spot(self._grid.sheet.name, row), said("Hela raden"), text, reason)
        )

    def _action(self, entry: Entry, title: Cell, text: str, cells: dict[str, list[Cell]]) -> Made:
        made = Made(title.row)
        made.title, rest = title_and_rest(text)
        if len(made.title) > MAX_LINE:
            made.title, rest = shorten(made.title, MAX_LINE), text
        self._take(made, title, self._values.read("title", made.title))
        made.title = str(made.values.get("title", ""))
        for name, several in cells.items():
            self._field(made, name, several)
        if rest:
            _join(made.values, "description", rest, first=True)
        for name, data in (("shift", entry.shift), ("goal", entry.goal)):
            if data:
                made.values.setdefault(name, data)
        made.values = {name: made.values[name] for name in _ORDER if name in made.values}
        _remark(made)
        return made

    def _field(self, made: Made, name: str, cells: Sequence[Cell]) -> None:
        declared = ACTION.field(name)
        if declared is None or not cells:
            return
        if declared.type is FieldType.LONG:
            text = _headed(cells, declared, among=len(self._columns[name]))
            self._take(made, cells[0], self._values.read(name, text))
            return
        for one in cells:
            self._take(made, one, self._values.read(name, one.raw), name)

    def _take(self, made: Made, cell: Cell, taken: Taken, name: str = "") -> None:
        """Put what was read where it goes; what can't be put there is rejected."""
        for field_name, data in taken.values.items():
            if not _put(made.values, field_name, data):
                reason = said("Åtgärden har redan ett värde i {label}.").format(
                    label=_label(field_name)
                )
                self._reject(cell, cell_text(cell.raw), reason)
        if name == "principal" and "function" in taken.values:
            self._moved["function"] += 1
        if taken.why:
            made.whys.append(taken.why)
        if not taken.left:
            return
        where = _LEFT_TO.get(name)
        if where:
            _join(made.values, where[0], f"{where[1]}: {', '.join(taken.left)}")
            self._moved[where[0]] += 1
        else:
            self._reject(cell, ", ".join(taken.left), taken.reason)

    def _reject(self, cell: Cell, value: str, reason: str) -> None:
        spot = Spot(self._grid.sheet.name, cell.row, cell.column)
        self.rejected.append(Rejected(spot, cell.heading, value, reason))


_ORDER = tuple(one.name for one in ACTION.fields)


def _cells(count: int) -> str:
    return said("1 cell") if count == 1 else said("{count} celler").format(count=count)


def _label(name: str) -> str:
    declared = ACTION.field(name)
    return said(declared.sv) if declared else name


def _part(cell: Cell, place: int, of: int) -> Cell:
    """Return a cell's own line for one of several actions when it has a line for each."""
    if of == 1 or not isinstance(cell.raw, str):
        return cell
    parts = parts_of(cell.raw, Split.LINES)
    return Cell(cell.row, cell.column, cell.heading, parts[place]) if len(parts) == of else cell


def _headed(cells: Sequence[Cell], declared: Field, *, among: int) -> str:
    """Return the texts with what their columns are called before them, where that says more."""
    columns: dict[int, list[str]] = {}
    for one in cells:
        columns.setdefault(one.column, []).append(cell_text(one.raw))
    headings = {one.column: heading_end(one.heading) for one in cells}
    return "\n".join(
        _after(headings[column], "\n".join(dict.fromkeys(texts)), declared, among=among)
        for column, texts in columns.items()
    )


def _after(heading: str, text: str, declared: Field, *, among: int) -> str:
    says_it = plain(heading) in words().bare or plain(heading) == plain(declared.sv)
    alone = among == 1 and (declared.name not in _PREFIXED or says_it)
    return text if alone or not heading else f"{heading}: {text}"


def _join(values: dict[str, Any], name: str, text: str, *, first: bool = False) -> None:
    stands = values.get(name)
    if not isinstance(stands, str):
        values[name] = text
    elif text not in stands:
        values[name] = f"{text}\n{stands}" if first else f"{stands}\n{text}"


def _put(values: dict[str, Any], name: str, data: Any) -> bool:
    """Put a value beside what stands where there is room; tell whether there was."""
    stands = values.get(name)
    declared = ACTION.field(name)
    if stands is None or stands == data:
        values[name] = data
    elif declared and declared.many and isinstance(stands, list) and isinstance(data, list):
        values[name] = list(dict.fromkeys([*stands, *data]))
    elif name == "function":
        values[name] = ", ".join(dict.fromkeys([*str(stands).split(", "), *str(data).split(", ")]))
    elif name == "principal":
        return _put(values, "contributors", [data])
    elif declared and declared.type is FieldType.LONG:
        _join(values, name, str(data))
    else:
        return False
    return True


def _remark(made: Made) -> None:
    """Say what a person should look at in the action as a whole."""
    start, end = made.values.get("start"), made.values.get("end")
    if isinstance(start, dict) and isinstance(end, dict):
        first, last = start.get("first"), end.get("last")
        if first and last and first > last:
            made.whys.append(
                said("Start ({first}) ligger efter Klart ({last}).").format(first=first, last=last)
            )
    texts = [one for one in made.values.values() if isinstance(one, str)]
    if any(adds_personal_number(one, "") for one in texts):
        made.personal = True
        made.whys.append(said(_PERSONAL))

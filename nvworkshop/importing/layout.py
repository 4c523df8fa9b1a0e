"""How a sheet is laid out: where its headings are, and which column is what.

Columns may have been moved, added, removed or renamed; what counts is what their headings say.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from nvworkshop.importing.headings import guess
from nvworkshop.model.fields import Field
from nvworkshop.model.kinds import KINDS
from nvworkshop.model.row_marks import marked_fields, plain, read_mark
from nvworkshop.model.sheets import RawSheet, RawValue
from nvworkshop.model.text import fold

KIND_NAMES = ("action", "joint_action", "indicator")
"""The kinds of things that have rows in a workbook."""

ID, MARK = "id", "märke"
OWNER = "huvudman eller aktör"
_COMPUTED = frozenset(
    {
        "slag", "länsdel", "anmärkning", "konflikt", "samlar", "roll", OWNER, "plan",
        "ingår i gemensam åtgärd", ID, MARK,
    }
)  # fmt: skip
"""Headings of columns that are worked out and never read."""

_DAYS = (" senast", " tidigast")
_DEEPEST = 40
"""Rows that are looked through for headings."""

_FEWEST = 3
_ALIKE = 0.75
_TOLD, _MAIN = frozenset({"description", "goal"}), frozenset({"shift", "principal", "end"})
"""Fields of which a sheet of whole actions has at least one each; other sheets only list some."""


@dataclass(frozen=True, slots=True)
class Layout:
    """One sheet's headings: `header` is their row from 0, columns from 0, -1 for none.

    `labels` are the headings of the columns that may be fields, folded, and `computed` those of
    what is worked out.
    """

    sheet: RawSheet
    header: int
    id: int
    mark: int
    labels: Mapping[int, str]
    computed: Mapping[str, int]
    unknown: Mapping[int, str] = field(default_factory=dict)
    twice: tuple[str, ...] = ()

    @property
    def rows(self) -> Iterator[tuple[int, Sequence[RawValue]]]:
        """Yield the number and the cells of each row under the headings."""
        first = self.header + 1
        yield from enumerate(self.sheet.rows[first:], start=first + 1)

    @property
    def is_plan(self) -> bool:
        """Tell whether this is a sheet of whole actions, where new ones can stand."""
        names = self.names
        return self.has_actions and bool(names & _TOLD) and bool(names & _MAIN)

    @property
    def has_actions(self) -> bool:
        """Tell whether each row is an action, and each action one row."""
        return OWNER not in self.computed and "title" in self.names and bool(self.names & _MAIN)

    @property
    def has_titles(self) -> bool:
        """Tell whether one of the columns is what an action is called."""
        return any(one.name == "title" for _, one in self.columns("action"))

    @property
    def names(self) -> set[str]:
        """The names of the fields that have a column."""
        return {one.name for label in self.labels.values() for one in fields_called(label)}

    @property
    def unread(self) -> Iterator[tuple[int, str, str]]:
        """Yield each column with something in that is no field: number, heading, and it folded."""
        for column, label in self.unknown.items():
            if any(column < len(row) and plain(row[column]) for _, row in self.rows):
                yield column, plain(self.sheet.rows[self.header][column]), label

    def columns(self, kind: str) -> Iterator[tuple[int, Field]]:
        """Yield the columns that are fields of a kind."""
        known = _FIELDS[kind]
        for column, label in self.labels.items():
            if label in known:
                yield column, known[label]


def layout_of(sheet: RawSheet, renamed: Mapping[str, str]) -> Layout | None:
    """Return how a sheet is laid out, None when it has no headings of ours.

    `renamed` says which field a heading means, by folded heading.
    """
    for number, row in enumerate(sheet.rows[:_DEEPEST]):
        labels = [_label(one, renamed) for one in row]
        known = sum(_is_known(one) for one in labels)
        if known >= _FEWEST:
            return _layout(sheet, number, labels)
    return None


def _label(value: RawValue, renamed: Mapping[str, str]) -> str:
    label = fold(plain(value)) if isinstance(value, str) else ""
    return renamed.get(label, label)


def _is_known(label: str) -> bool:
    return label in (ID, MARK) or label in _LABELS


def _layout(sheet: RawSheet, header: int, labels: list[str]) -> Layout:
    fields: dict[int, str] = {}
    unknown: dict[int, str] = {}
    computed: dict[str, int] = {}
    twice = []
    for column, label in enumerate(labels):
        if label in _LABELS and label in fields.values():
            twice.append(plain(sheet.rows[header][column]))
        elif label in _LABELS:
            fields[column] = label
        elif label in _COMPUTED or is_day(label):
            computed.setdefault(label, column)
        elif label:
            unknown[column] = label
    return Layout(
        sheet,
        header,
        _place_of(ID, labels),
        _mark_column(sheet, header, labels),
        fields,
        computed,
        unknown,
        tuple(twice),
    )


def _place_of(label: str, labels: Sequence[str]) -> int:
    return labels.index(label) if label in labels else -1


def _mark_column(sheet: RawSheet, header: int, labels: Sequence[str]) -> int:
    """Return the column of marks: by its heading, else by what stands in it."""
    if MARK in labels:
        return labels.index(MARK)
    wide = max(map(len, sheet.rows), default=0)
    for column in range(wide):
        cells = [row[column] for row in sheet.rows[header + 1 :] if column < len(row)]
        filled = [one for one in cells if one is not None]
        if any(isinstance(one, str) for one in filled) and all(map(read_mark, filled)):
            return column
    return -1


def is_day(label: str) -> bool:
    """Tell whether a heading is of the day that a time as said ends or begins."""
    return label.endswith(_DAYS) and label.rpartition(" ")[0] in _LABELS


def near(layout: Layout, label: str) -> str:
    """Return the name of the field that a heading most likely is and no other column is, or ""."""
    free = [one for one in _LABELS if one not in layout.labels.values()]
    found = get_close_matches(label, free, n=1, cutoff=_ALIKE)
    if found:
        return fields_called(found[0])[0].name
    meant = guess(label)
    return meant.field if meant.sure >= _ALIKE and label_of(meant.field) in free else ""


def fields_called(label: str) -> list[Field]:
    """Return the fields of that folded heading, one for each kind that has it."""
    return [of[label] for of in _FIELDS.values() if label in of]


def label_of(name: str) -> str:
    """Return the folded heading of a field, by its name in code or its heading; "" for none."""
    fields = [one for kind in KIND_NAMES for one in marked_fields(KINDS[kind])]
    return next((fold(one.sv) for one in fields if fold(name) in (one.name, fold(one.sv))), "")


def heading_of(name: str) -> str:
    """Return the heading of a field by its name in code."""
    fields = [one for kind in KIND_NAMES for one in marked_fields(KINDS[kind])]
    return next((one.sv for one in fields if one.name == name), name)


_FIELDS = {kind: {fold(one.sv): one for one in marked_fields(KINDS[kind])} for kind in KIND_NAMES}
_LABELS = {label: None for of in _FIELDS.values() for label in of}
"""Every heading of a field, in the order of the fields."""

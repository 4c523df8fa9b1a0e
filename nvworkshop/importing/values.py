"""From cells to values: each kind of field as people fill it in, in lists of their own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from nvworkshop.errors import InputError
from nvworkshop.importing.grid import cell_text
from nvworkshop.importing.naming import Options, Parties
from nvworkshop.importing.words import plain, words
from nvworkshop.language import said
from nvworkshop.model.fields import Field, FieldType
from nvworkshop.model.kinds import ACTION
from nvworkshop.model.labels import label
from nvworkshop.model.period import parse_period
from nvworkshop.model.sheets import RawValue
from nvworkshop.model.text import shorten
from nvworkshop.model.values import Context, is_unreadable, parse

_EPOCH = date(1899, 12, 30)
"""The day before which spreadsheets count no days."""
_SERIALS = range(36_526, 73_051)
"""Days from 2000 to 2099 as spreadsheets count them."""

_PERCENT = re.compile(r"(\d{1,3})(?:[.,]\d+)?\s*%")
_RANGE = re.compile(r"(.+?)(?:\s+-\s+|\s*[–—]\s*|\s+(?:till|t\.?o\.?m\.?|to)\s+)(.+)")
_YEARS = re.compile(r"(20\d\d)\s*[-/]\s*(20\d\d)")
_SIGNS = re.compile("[\u2600-\u27bf\u2b1b\u2b1c\U0001f300-\U0001faff\ufe0f]")
"""Signs and pictures that say something else than a name or a time."""

_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Taken:
    """What a cell was read as.

    `values` can be of several fields: a huvudman and a function often share a cell. `left` is
    what has no place; `why` says what a person should look at; `reason` is why nothing was taken.
    """

    values: dict[str, Any] = field(default_factory=dict)
    left: tuple[str, ...] = ()
    why: str = ""
    reason: str = ""


class Values:
    """Reads the cells of one list."""

    def __init__(
        self, context: Context, municipalities: Iterable[str], used: frozenset[str]
    ) -> None:
        """`municipalities` are those of the plan, `used` the fields that have columns."""
        self._context = context
        self._used = used
        self._options = Options(context.catalogue)
        self._parties = Parties(context.catalogue, municipalities)
        self._known: dict[tuple[str, RawValue], Taken] = {}

    def shift(self, text: str) -> str:
        """Return the shift that a text names, or ""."""
        return self._options.one("shift", text)

    def read(self, name: str, raw: RawValue) -> Taken:
        """Return what a cell in the column of a field is."""
        declared = ACTION.field(name)
        text = cell_text(raw)
        if declared is None or not text:
            return Taken()
        if declared.type in (FieldType.TEXT, FieldType.LONG):
            return self._plain(declared, text)
        key = name, raw if isinstance(raw, float | int | date) else text
        if key not in self._known:
            self._known[key] = self._fresh(declared, raw, text)
        return self._known[key]

    def _fresh(self, declared: Field, raw: RawValue, text: str) -> Taken:
        if declared.name == "principal":
            return self._responsible(text)
        if declared.of == "party":
            return self._contributors(text)
        if declared.of == "status":
            return self._status(declared, raw, text)
        text = _SIGNS.sub("", text).strip() or text
        if declared.type is FieldType.PERIOD:
            return self._period(declared, as_day(raw) or text)
        return (
            self._choice(declared, text)
            if declared.type is FieldType.CHOICE
            else (self._plain(declared, text))
        )

    def _plain(self, declared: Field, text: str) -> Taken:
        try:
            data = parse(declared, text, self._context)
        except InputError as error:
            return Taken(left=(text,), reason=error.sentence)
        return Taken({declared.name: data} if data is not None else {})

    def _responsible(self, text: str) -> Taken:
        """Read who is responsible: one huvudman; others take part, the rest is a function."""
        named = self._parties.find(text)
        first = next((one for one in named.ids if self._parties.is_principal(one)), "")
        others = [one for one in named.ids if one != first]
        values: dict[str, Any] = {"principal": first} if first else {}
        why = ""
        if others:
            values["contributors"] = others
            if first and any(map(self._parties.is_principal, others)):
                name = self._label("principal", first)
                why = said(
                    "Flera står som ansvariga: {name} är ansvarig, övriga medverkar."
                ).format(name=name)
        function = self._plain(_FUNCTION, ", ".join(named.left)) if named.left else Taken()
        return Taken({**values, **function.values}, function.left, why, function.reason)

    def _contributors(self, text: str) -> Taken:
        named = self._parties.find(text)
        values = {"contributors": named.ids} if named.ids else {}
        return Taken(values, left=tuple(named.left))

    def _status(self, declared: Field, raw: RawValue, text: str) -> Taken:
        try:
            return Taken({"status": parse(declared, text, self._context)})
        except InputError as error:
            found, why = self._said_status(raw, text)
            if found:
                return Taken({"status": found}, why=why)
            return Taken(left=(text,), reason=error.sentence)

    def _said_status(self, raw: RawValue, text: str) -> tuple[str, str]:
        known, spoken = words(), plain(text)
        with suppress(InputError):
            return parse(_STATUS, spoken, self._context), ""
        share = _share(raw, text)
        starts = [one for one in known.statuses if f"{spoken} ".startswith(f"{one} ")]
        if starts:
            return known.statuses[max(starts, key=len)], ""
        if share is not None:
            return ("not_started" if share <= 0 else "ongoing" if share < 1 else "done"), ""
        if spoken in known.colours:
            return self._guessed(known.colours[spoken], text)
        signs = {status for sign, status in known.signs.items() if sign in text}
        return self._guessed(signs.pop(), text) if len(signs) == 1 else ("", "")

    def _guessed(self, status: str, text: str) -> tuple[str, str]:
        """Return a status that a colour or a sign says, and that it is a guess."""
        spoken, name = shorten(text.lower(), _SHOWN), self._label("status", status)
        return status, said("Status är en gissning: {said} är läst som {name}.").format(
            said=spoken, name=name
        )

    def _choice(self, declared: Field, text: str) -> Taken:
        try:
            return Taken({declared.name: parse(declared, text, self._context)})
        except InputError as error:
            named = self._options.several(declared.of, text) if declared.of in _LISTS else None
            if named is None or not named.ids:
                return Taken(left=(text,), reason=error.sentence)
            reason = said("{declared}: ”{left}” finns inte i listan.").format(
                declared=said(declared.sv), left=shorten(", ".join(named.left), _SHOWN)
            )
        if declared.many:
            return Taken(
                {declared.name: named.ids}, tuple(named.left), "", reason if named.left else ""
            )
        values: dict[str, Any] = {declared.name: named.ids[0]}
        if (
            declared.name == "shift"
            and len(named.ids) > 1
            and "supporting_shifts" not in self._used
        ):
            values["supporting_shifts"] = named.ids[1:]
        return Taken(values)

    def _period(self, declared: Field, text: str) -> Taken:
        if declared.name == "end" and "start" not in self._used:
            both = self._both(text)
            if both:
                return Taken(both)
        try:
            data = parse(declared, text, self._context)
        except InputError as error:
            return Taken(left=(text,), reason=error.sentence)
        why = (
            said("{declared}: det går inte att se när det är. Det sparas som text.").format(
                declared=said(declared.sv)
            )
            if is_unreadable(data)
            else ""
        )
        return Taken({declared.name: data}, why=why)

    def _both(self, text: str) -> dict[str, Any]:
        """Return start and end of a time that says both, {} for one that does not."""
        found = _YEARS.fullmatch(text) or _RANGE.fullmatch(text)
        if found is None:
            return {}
        try:
            start, end = (
                parse_period(one.strip(), today=self._context.today) for one in found.groups()
            )
        except InputError:
            return {}
        fit = start.understood and end.last is not None and start.first is not None
        if not fit or start.first > end.last:  # type: ignore[operator]
            return {}
        return {"start": start.as_data(), "end": end.as_data()}

    def _label(self, name: str, data: str) -> str:
        declared = ACTION.field(name)
        return label(declared, data, self._context.catalogue) if declared else data


_FUNCTION = next(one for one in ACTION.fields if one.name == "function")
_STATUS = next(one for one in ACTION.fields if one.name == "status")

_LISTS = (
    "shift",
    "prerequisite",
    "vision",
    "theme",
    "municipality",
    "flow",
    "agreement_area",
    "body",
)
"""The lists of the strategy: their names can be written in other ways."""


def as_day(raw: RawValue) -> str:
    """Return a day that a spreadsheet has kept as a day or as a number, else ""."""
    if isinstance(raw, datetime | date):
        return raw.isoformat()[:10]
    if isinstance(raw, int | float) and not isinstance(raw, bool) and int(raw) in _SERIALS:
        return (_EPOCH + timedelta(days=int(raw))).isoformat()
    return ""


def _share(raw: RawValue, text: str) -> float | None:
    """Return how much is done, from 0 to 1, None when nothing says so."""
    found = _PERCENT.fullmatch(text.strip())
    if found:
        return int(found[1]) / 100
    if isinstance(raw, int | float) and not isinstance(raw, bool) and 0 <= raw <= 1:
        return float(raw)
    return None

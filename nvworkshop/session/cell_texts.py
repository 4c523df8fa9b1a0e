"""Values as the text of one cell, and back: what rows copied to a spreadsheet are made of."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from nvworkshop.errors import InputError
from nvworkshop.language import said, several
from nvworkshop.model.fields import Field, FieldType
from nvworkshop.model.kinds import KINDS
from nvworkshop.model.labels import is_answer, label
from nvworkshop.model.notices import notices
from nvworkshop.model.tables import STATUS_SYMBOLS
from nvworkshop.model.things import Thing
from nvworkshop.model.values import parse
from nvworkshop.session.guard import remark
from nvworkshop.session.typed import read_typed
from nvworkshop.session.view import PlanView

_CACHED = (FieldType.CHOICE, FieldType.BOOL, FieldType.PERIOD, FieldType.DATE)
_DIGITS = 15
"""Decimals that a typed number can have."""

_SIGNS = re.compile(rf"\A[{''.join(STATUS_SYMBOLS.values())}?]\s*")
"""Before a status; a CSV file from Windows has "?" for each."""

_MOST_PARTS = 60
"""Most commas in a list of options whose names have commas themselves."""


@dataclass(frozen=True, slots=True)
class Read:
    """What a cell was read as: the value to log, and what the person should be told."""

    data: Any
    notes: tuple[str, ...] = ()


class CellTexts:
    """Turns the values of one kind of thing into cells and cells into values."""

    def __init__(self, view: PlanView, kind: str) -> None:
        """Look up names once; make a new one for each copying and pasting."""
        self._view = view
        self._kind = KINDS[kind]
        self._context = view.context
        self._labels: dict[tuple[str, str], str] = {}
        self._read: dict[tuple[str, str], Read | InputError] = {}
        self._titles: dict[str, dict[str, list[str]]] = {}

    def text(self, field: Field, thing: Thing) -> str:
        """Return a value as a cell; things that others point at are named, or have their id."""
        data = thing[field.name]
        if data is None:
            return ""
        if is_answer(data):
            return label(field, data, self._view.strategy)
        if field.type is FieldType.REF:
            ids = data if isinstance(data, list) else [data]
            return "\n".join(self._name(field, str(one)) for one in ids)
        if field.type is FieldType.NUMBER:
            return _number(data)
        if field.type is FieldType.CHOICE and isinstance(data, str):
            key = field.of, data
            if key not in self._labels:
                self._labels[key] = label(field, data, self._view.strategy)
            return self._labels[key]
        return label(field, data, self._view.strategy)

    def read(self, field: Field, text: str) -> Read:
        """Return what a cell means. Raises InputError."""
        if field.type not in _CACHED:
            return self._fresh(field, text)
        key = field.name, text
        if key not in self._read:
            try:
                self._read[key] = self._fresh(field, text)
            except InputError as error:
                self._read[key] = error
        found = self._read[key]
        if isinstance(found, InputError):
            raise found
        return found

    def _fresh(self, field: Field, text: str) -> Read:
        if not text.strip():
            return Read(None)
        if field.type is FieldType.REF:
            return Read(self._references(field, text))
        if field.of == "status":
            text = _SIGNS.sub("", text)
        try:
            data = parse(field, text, self._context)
        except InputError:
            data = self._with_commas(field, text)
            if data is None:
                raise
        return Read(data, (*notices(field, text, data), *remark(field, data)))

    def _with_commas(self, field: Field, text: str) -> list[str] | None:
        """Read a list of options whose names have commas, the longest names first."""
        parts = re.split(r"[,;\n]", text)
        if field.type is not FieldType.CHOICE or not field.many or len(parts) > _MOST_PARTS:
            return None
        found: list[str] = []
        at = 0
        while at < len(parts):
            for end in range(len(parts), at, -1):
                data = self._option(field, ",".join(parts[at:end]).strip())
                if data is not None:
                    break
            else:
                return None
            found += data
            at = end
        return list(dict.fromkeys(found)) or None

    def _option(self, field: Field, name: str) -> list[str] | None:
        """Return the option of that name in a list of one, [] for none, None for no such option."""
        if not name:
            return []
        try:
            return list(parse(field, [name], self._context))
        except InputError:
            return None

    def _references(self, field: Field, text: str) -> Any:
        if field.many:
            lines = [line.strip() for line in text.splitlines() if line.strip()]
            found = [one for line in lines for one in self._reference(field, line)]
            return list(dict.fromkeys(found))
        (one,) = self._reference(field, text.strip())
        return one

    def _reference(self, field: Field, text: str) -> list[str]:
        """Return the ids of what a line names: one title, or ids with commas between."""
        ids = self._titled(field).get(text, [])
        if len(ids) == 1:
            return ids
        if ids:
            kind = KINDS[field.kinds[0]]
            raise InputError(
                said("{field}: {ids} {kinds} heter så.").format(
                    field=said(field.sv), ids=len(ids), kinds=several(kind.sv_plural)
                ),
                hint=said("Skriv id i stället."),
            )
        data = read_typed(self._view, self._kind, {field.name: text}).values[field.name]
        return data if isinstance(data, list) else [data]

    def _name(self, field: Field, entity: str) -> str:
        """Return a title that only one thing has, else the id."""
        title = self._view.named(field, entity)
        return title if title and len(self._titled(field).get(title, ())) == 1 else entity

    def _titled(self, field: Field) -> Mapping[str, list[str]]:
        if field.of not in self._titles:
            found: dict[str, list[str]] = defaultdict(list)
            for one in self._view.candidates(field.of):
                found[self._view.name(one)].append(one.id)
            self._titles[field.of] = dict(found)
        return self._titles[field.of]


def _number(data: Any) -> str:
    """Return a number with all its decimals and a comma, as it is typed."""
    if not isinstance(data, int | float):
        return str(data)
    text = repr(data) if "e" not in repr(data) else f"{data:.{_DIGITS}f}".rstrip("0").rstrip(".")
    return text.replace(".", ",")

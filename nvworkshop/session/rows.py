"""Rows: things as a table shows them, with what sorts, finds and groups them worked out before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from nvworkshop.model.fields import Field, FieldType
from nvworkshop.model.kinds import FIELDS, KINDS
from nvworkshop.model.labels import is_answer, options
from nvworkshop.model.rules import missing_for_decision
from nvworkshop.model.text import fold, sort_key
from nvworkshop.model.things import Thing
from nvworkshop.session.view import PlanView

_SCOPE = "municipalities"
"""The field that names the kommuner a thing concerns; nobody named is everyone in the länsdel."""

_UNLISTED = 1_000_000
"""Where an option this program doesn't know stands in its list: last."""


@dataclass(frozen=True, slots=True)
class Row:
    """One thing of a table.

    `texts` are its fields as people read them, without the empty ones. `order` is what sorts each
    of them. `found_by` is all of it folded. `missing` names the fields a decision needs. `within`
    are the kommuner it concerns without naming any: those of its plan's länsdel. `where` is the
    länsdel of an action that another plan than the open one numbers.
    """

    thing: Thing
    texts: Mapping[str, str]
    order: Mapping[str, Any]
    found_by: str
    missing: tuple[str, ...]
    within: frozenset[str] = frozenset()
    where: str = ""

    @property
    def numbered(self) -> str:
        """The number after the länsdel it is of: "Östra 12"."""
        number = self.texts.get("number", "")
        return f"{self.where} {number}" if self.where and number else number

    def matches(self, words: Iterable[str]) -> bool:
        """Tell whether every word, folded, stands somewhere in the row."""
        return all(word in self.found_by for word in words)


def words_of(text: str) -> tuple[str, ...]:
    """Return what was typed in a search field as folded words."""
    return tuple(fold(text).split())


class RowBuilder:
    """Makes the rows of one plan; names behind ids are looked up once."""

    def __init__(self, view: PlanView) -> None:
        """Remember the view."""
        self._view = view
        self._labels: dict[tuple[str, str], str] = {}
        self._places: dict[str, dict[str, int]] = {}
        self._sorted: dict[str, tuple[str, str, str]] = {}
        self._names: dict[str, str] | None = None
        self._kommuner: dict[str, frozenset[str]] = {}
        self._wheres: dict[str, str] = {}

    def all_of(self, kind: str) -> list[Row]:
        """Return the rows of a kind, oldest first."""
        self._names = {}  # the names of other things stand still meanwhile
        try:
            return [self.row(one) for one in self._view.things(kind)]
        finally:
            self._names = None

    def row(self, thing: Thing) -> Row:
        """Return one thing as a row."""
        texts: dict[str, str] = {}
        order: dict[str, Any] = {}
        for field in KINDS[thing.kind].fields:
            data = thing[field.name]
            if data is None:
                continue
            text = self._text(thing.kind, field, data)
            texts[field.name] = text
            order[field.name] = self._order(field, data, text)
        where = self._where(thing)
        searched = (text for name, text in texts.items() if name != "plan")
        missing = tuple(field.name for field in missing_for_decision(thing))
        found_by = fold("\n".join((*searched, where)))
        return Row(thing, texts, order, found_by, missing, self._within(thing), where)

    def _where(self, thing: Thing) -> str:
        """Return the länsdel of an action in a plan of several, "" for the open plan's own."""
        of = thing.text("plan")
        if thing.kind != "action" or of in ("", self._view.store.plan):
            return ""
        if of not in self._wheres:
            plan = self._view.current("plan", of)
            part = plan.text("county_part") if plan else ""
            self._wheres[of] = self._view.strategy.label("county_part", part) if part else ""
        return self._wheres[of]

    def _within(self, thing: Thing) -> frozenset[str]:
        """Return the kommuner a thing concerns when it names none; what no länsdel has is all's."""
        if _SCOPE not in FIELDS[thing.kind] or thing.items(_SCOPE):
            return frozenset()
        plan = self._view.current("plan", thing.text("plan"))
        part = plan.text("county_part") if plan else ""
        if part not in self._kommuner:
            strategy = self._view.strategy
            near = strategy.municipalities_of(part) if part else strategy.municipalities
            self._kommuner[part] = frozenset(one.id for one in near)
        return self._kommuner[part]

    def _text(self, kind: str, field: Field, data: Any) -> str:
        match field.type:
            case FieldType.TEXT | FieldType.LONG | FieldType.DATE if isinstance(data, str):
                return data
            case FieldType.CHOICE if isinstance(data, str):
                return self._label(kind, field, data)
            case FieldType.CHOICE if isinstance(data, list):
                return ", ".join(self._label(kind, field, one) for one in data)
            case FieldType.REF if isinstance(data, str) and self._names is not None:
                if data not in self._names:
                    self._names[data] = self._view.readable(kind, field.name, data)
                return self._names[data]
        return self._view.readable(kind, field.name, data)

    def _label(self, kind: str, field: Field, option: str) -> str:
        key = (field.of, option)
        if key not in self._labels:
            self._labels[key] = self._view.readable(kind, field.name, option)
        return self._labels[key]

    def _order(self, field: Field, data: Any, text: str) -> Any:
        match field.type:
            case FieldType.NUMBER if isinstance(data, int | float):
                return (0, data)
            case FieldType.PERIOD if isinstance(data, dict) and data.get("last"):
                return (0, data["last"], data.get("first") or "")
            case FieldType.CHOICE if not is_answer(data):
                first = data[0] if isinstance(data, list) else data
                return (0, self._place(field).get(first, _UNLISTED), self._sorting(text))
            case FieldType.DATE:
                return (0, text, "")
            case _:
                return (1, *sort_key(text[:80]))

    def _sorting(self, text: str) -> tuple[str, str, str]:
        """Return what sorts the text of options, of which there are few."""
        if text not in self._sorted:
            self._sorted[text] = sort_key(text)
        return self._sorted[text]

    def _place(self, field: Field) -> dict[str, int]:
        """Return where each option stands in its list."""
        if field.of not in self._places:
            listed = options(field, self._view.strategy)
            self._places[field.of] = {one: n for n, (one, _) in enumerate(listed)}
        return self._places[field.of]

"""One thing of a plan as a template sees it: readable, guarded, without what is private."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from nvworkshop.followup.drafting import opening
from nvworkshop.model.fields import Field, FieldType
from nvworkshop.model.guarded import guard
from nvworkshop.model.kinds import FIELDS, KINDS
from nvworkshop.model.labels import Catalogue, choice_label
from nvworkshop.model.rules import day_of, missing_for_decision
from nvworkshop.model.things import Thing
from nvworkshop.reports.cells import cell, is_overdue, title_of

if TYPE_CHECKING:
    from nvworkshop.reports.prose.told import Told


_ELSEWHERE = ("title", "number", "shift", "shared")
"""Fields that a report says in another way than as a row of a table."""


class Row:
    """A thing: `row.title` and every other declared field is its text, "" when empty.

    Names of people are left out unless the report is made with names. What an answer of "ej
    aktuellt" says is its text. `raw("status")` is the value as in the plan, for comparing.
    """

    def __init__(self, thing: Thing, told: Told) -> None:
        """Wrap a thing of a report."""
        self._thing = thing
        self._told = told
        self.id = thing.id
        self.kind = thing.kind

    def __getattr__(self, name: str) -> str:
        """Return the text of a field; AttributeError for one that isn't declared.

        A joint action has none of the fields that only local actions have: they are empty.
        """
        field = None if name.startswith("_") else FIELDS[self.kind].get(name)
        if field is not None:
            return self._said(field)
        if self.kind == "joint_action" and name in FIELDS["action"]:
            return ""
        raise AttributeError(name)

    def _said(self, field: Field) -> str:
        if field.private and not self._told.names:
            return ""
        value = cell(field, self._thing[field.name], self._told.data)
        return "" if value is None else guard(_number(value))

    def raw(self, name: str) -> Any:
        """Return a field's value as in the plan, None when empty or private; texts are guarded."""
        field = FIELDS[self.kind].get(name)
        hidden = field is None or (field.private and not self._told.names)
        return None if hidden else _without_text(self._thing[name])

    def items(self, name: str) -> list[str]:
        """Return each item of a field that has several, or each line of a long one."""
        field = FIELDS[self.kind].get(name)
        if field is None or (field.private and not self._told.names):
            return []
        data = self._thing[name]
        if isinstance(data, list):
            single = [cell(field, [one], self._told.data) for one in data]
            return [guard(str(one)) for one in single if one]
        text = cell(field, data, self._told.data)
        return [guard(one) for one in str(text or "").splitlines() if one.strip()]

    @property
    def name(self) -> str:
        """What people know it by."""
        return guard(title_of(self._thing)) or self.id[:8]

    @property
    def filled(self) -> list[tuple[str, str]]:
        """The labels and texts of every field that says something, in the form's order."""
        fields = (
            one
            for one in KINDS[self.kind].fields
            if one.type not in (FieldType.REF, FieldType.DATA) and one.name not in _ELSEWHERE
        )
        return [(guard(one.sv), said) for one in fields if (said := self._said(one))]

    @property
    def own_rows(self) -> list[str]:
        """How far huvudmän are with it in their own plans; of one when the report is limited."""
        who = self._told.data.principal
        of = self._told.rolled.get(self.id, ())
        return [guard(one.sentence) for one in of if who in ("", one.principal)]

    @property
    def part(self) -> str:
        """The länsdel or länsdelar it comes from."""
        return guard(self._told.data.part_label(self._thing))

    @property
    def updated(self) -> str:
        """The day it was last changed, "" when not known."""
        if not self._thing.updated:
            return ""
        try:
            at = datetime.fromtimestamp(self._thing.updated / 1000, UTC)
        except (OverflowError, ValueError, OSError):
            return ""
        return f"{at.astimezone(self._told.data.made.tzinfo):%Y-%m-%d}"

    @property
    def ending(self) -> str:
        """When it is to be done, as in running text: "klart våren 2027", or "löpande"."""
        end = self.end
        last = day_of(self._thing["end"], "last")
        opened = last is None and day_of(self._thing["end"], "first") is not None
        return f"klart {end}" if end and not opened else end

    @property
    def touched(self) -> str:
        """The day it, or a follow-up of it, was last changed, "" when not known."""
        return max(one.updated for one in (self, *self.follow_ups))

    @property
    def overdue(self) -> bool:
        """Whether its time has gone out and it isn't ended, or an assignment isn't reported."""
        if self.kind == "assignment":
            last = day_of(self._thing["due"], "last")
            late = last is not None and last < self._told.data.made.date()
            return late and not self._thing["reported"]
        return "end" in FIELDS[self.kind] and is_overdue(self._thing, self._told.data)

    @property
    def missing(self) -> list[str]:
        """The labels of what a decision still lacks."""
        return [guard(one.sv.lower()) for one in missing_for_decision(self._thing)]

    @property
    def conflicts(self) -> list[str]:
        """The labels of its fields where several have written differently."""
        return [guard(one) for one in self._told.data.conflicted.get(self.id, ())]

    @property
    def gathered(self) -> list[Row]:
        """The actions that a joint action gathers."""
        return self._told.wrapped(self._told.data.gathered.get(self.id, ()))

    @property
    def gathered_in(self) -> list[Row]:
        """The joint actions that an action is gathered in."""
        return self._told.wrapped(self._told.data.gathered_in.get(self.id, ()))

    @property
    def follow_ups(self) -> list[Row]:
        """The follow-ups of an action, or of all that a joint action gathers, latest first."""
        several = (self, *self.gathered)
        found = [one for each in several for one in self._told.follow_ups_of(each.id)]
        return sorted(found, key=lambda one: one.date, reverse=True)

    @property
    def actions_named(self) -> list[Row]:
        """The actions that an assignment or a follow-up refers to."""
        names = [one for one in ("actions", "action") if one in FIELDS[self.kind]]
        return self._told.found(_ids(self._thing[name] for name in names))

    @property
    def actions_untold(self) -> list[Row]:
        """Those of the actions whose state as it is now isn't told by the assignment's text."""
        text, names = self._thing.text("report"), self._told.data.strategy
        return [one for one in self.actions_named if _opening(one, names) not in text]

    @property
    def measurements(self) -> list[Row]:
        """The values of an indicator, oldest first."""
        return self._told.measurements_of(self.id)

    def role(self, principal: str) -> str:
        """Return what a huvudman does in it: "ansvarar", "medverkar" or ""."""
        if self._thing["principal"] == principal:
            return "ansvarar"
        return "medverkar" if principal in self._thing.items("contributors") else ""


def _opening(action: Row, names: Catalogue) -> str:
    """Return what a draft of a report begins with about an action, as the plan has it now."""
    status = choice_label("status", str(action.raw("status") or ""), names)
    return opening(str(action.raw("title") or ""), status)


def _ids(values: Iterable[Any]) -> list[str]:
    found: list[str] = []
    for one in values:
        found += [one] if isinstance(one, str) else list(one or ())
    return found


def _number(value: Any) -> str:
    """Return a value as people write it: a whole number without decimals, a comma in others."""
    if isinstance(value, float):
        return str(int(value)) if value == int(value) else str(value).replace(".", ",")
    return str(value)


_ID = re.compile(r"[A-Za-z0-9][\w:-]*", re.ASCII)


def _without_text(data: Any) -> Any:
    """Return a value with its texts guarded; ids, dates and the like are as they are."""
    if isinstance(data, dict):
        return {name: _without_text(value) for name, value in data.items()}
    if isinstance(data, list):
        return [_without_text(one) for one in data]
    is_text = isinstance(data, str) and not _ID.fullmatch(data)
    return guard(data) if is_text else data

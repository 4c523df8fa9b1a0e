"""Where each field stands in the form: sections by group, and lines of one or two fields."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from nvworkshop.model.fields import Field, FieldType, Group, Kind
from nvworkshop.model.labels import offered
from nvworkshop.model.things import Thing
from nvworkshop.strategy import Strategy

Line = tuple[Field, ...]
"""One field, or two side by side."""

_SHORT_LABEL = 24
"""Most characters of an option, or of what a text field usually holds, in half the width."""
_SHORT_TYPES = (FieldType.PERIOD, FieldType.DATE, FieldType.NUMBER, FieldType.BOOL)
_OF_ONE = (FieldType.LONG, FieldType.DATA)


@dataclass(frozen=True, slots=True)
class Part:
    """One section of the form: the fields always there, and those folded while they are empty."""

    group: Group
    fields: tuple[Field, ...]
    seldom: tuple[Field, ...]


def parts(kind: Kind) -> tuple[Part, ...]:
    """Return the sections of the form of one thing; its title stands above them."""
    return _parts(
        one for one in kind.fields if one.type is not FieldType.DATA and one != title_of(kind)
    )


def parts_of_several(kind: Kind) -> tuple[Part, ...]:
    """Return the sections of the form of several things: the fields that can mean them all."""
    return _parts(one for one in kind.fields if one.type not in _OF_ONE and not _is_own(one, kind))


def title_of(kind: Kind) -> Field | None:
    """Return the field that is the heading of the form; None when the kind has no such text."""
    title = kind.title_field
    return title if title.type is FieldType.TEXT and not title.many else None


def _is_own(field: Field, kind: Kind) -> bool:
    """Tell whether a field is what tells one thing from another."""
    return (
        field == kind.title_field
        or field.name in ("number", "plan")
        or (field.type is FieldType.TEXT and field.many)
    )


def _parts(fields: Iterable[Field]) -> tuple[Part, ...]:
    listed = tuple(fields)
    found = []
    for group in Group:
        mine = tuple(one for one in listed if one.group is group)
        if mine:
            always = tuple(one for one in mine if not one.seldom)
            found.append(Part(group, always, tuple(one for one in mine if one.seldom)))
    return tuple(found)


def is_short(field: Field, strategy: Strategy) -> bool:
    """Tell whether half the width is enough for what the field holds."""
    if field.many:
        return False
    if field.type in _SHORT_TYPES:
        return True
    if field.type is FieldType.TEXT:
        return 0 < field.width <= _SHORT_LABEL
    if field.type is not FieldType.CHOICE:
        return False
    labels = [label for _, label in offered(field, strategy)]
    return bool(labels) and max(map(len, labels)) <= _SHORT_LABEL


def lines(fields: Sequence[Field], short: Callable[[Field], bool]) -> list[Line]:
    """Return the fields in lines: a short one stands beside the next short one of its type.

    When there is none of its type it takes the next short one that is not better off itself.
    """
    waiting = list(fields)
    found: list[Line] = []
    while waiting:
        first = waiting.pop(0)
        second = _partner(first, waiting, short) if short(first) else None
        if second is not None:
            waiting.remove(second)
            found.append((first, second))
        else:
            found.append((first,))
    return found


def _partner(first: Field, others: Sequence[Field], short: Callable[[Field], bool]) -> Field | None:
    """Return the field to stand beside `first`, None when it stands alone."""
    free = [one for one in others if short(one)]
    same = next((one for one in free if one.type is first.type), None)
    return same or next(
        (one for one in free if sum(two.type is one.type for two in free) % 2), None
    )


def is_shown(field: Field, things: Sequence[Thing]) -> bool:
    """Tell whether a seldom used field is filled in, or in conflict, in any of the things."""
    return any(one[field.name] is not None or field.name in one.conflicts for one in things)

"""Values as keys to group and filter by: ids of options, or words for empty, several, an answer."""

from __future__ import annotations

from typing import Any

from nvworkshop.model.labels import is_answer

GROUPINGS = ("shift", "principal", "status", "municipalities", "flow", "part_of", "plan")
"""The fields a table can be grouped by, in the order of the menu."""

FILTERS = (
    *("principal", "status", "municipalities", "shift", "prerequisites", "flow"),
    *("part_of", "plan"),
)
"""The fields a filter can choose values of, in the order of the chips."""

SELDOM = ("prerequisites",)
"""The filters that have a chip only while they are in use, so that the line has room."""

SCOPE = "municipalities"
"""The filter that also lets through what concerns the whole länsdel of what is chosen."""

EMPTY = ""
"""The key of a field that nobody has filled in."""

SEVERAL = "*"
"""The key, when rows are grouped, of a field with more than one value."""

_ANSWER = "="


def keys_of(data: Any) -> tuple[str, ...]:
    """Return the keys of a logged value: one, or one for each item of a list."""
    if data is None:
        return (EMPTY,)
    if isinstance(data, str):
        return (data,)
    if isinstance(data, list):
        return tuple(str(one) for one in data) or (EMPTY,)
    return (_ANSWER + str(data["answer"]),) if is_answer(data) else (str(data),)


def has_any(data: Any, wanted: frozenset[str]) -> bool:
    """Tell whether a value is one of these, or has one of them in its list."""
    return data in wanted if type(data) is str else not wanted.isdisjoint(keys_of(data))


def group_key(data: Any) -> str:
    """Return the one group a value belongs to, so that every row stands once in a table."""
    if type(data) is str:
        return data
    if type(data) is list and len(data) > 1:
        return SEVERAL
    return keys_of(data)[0]

"""How each table was left: read from the settings, and kept there."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ui.plan.arrangement import Arrangement, Sort
from ui.plan.columns import columns_of
from ui.settings import Settings

_DENSE = "table/dense"


@dataclass(frozen=True, slots=True)
class Left:
    """A table as it was left: how it was arranged, what was chosen and what stood uppermost."""

    how: Arrangement = field(default_factory=lambda: Arrangement(group="shift"))
    chosen: tuple[str, ...] = ()
    top: tuple[str, int] = ("", 0)


class Memory:
    """Remembers tables between times; what can't be read means as from the start."""

    def __init__(self, settings: Settings) -> None:
        """Remember in these settings."""
        self._settings = settings

    @property
    def dense(self) -> bool:
        """Whether rows are of one line."""
        return self._settings.get(_DENSE, False)

    @dense.setter
    def dense(self, on: bool) -> None:
        self._settings.put(_DENSE, on)

    def kind(self, plan: str) -> str:
        """Return which table of a plan was seen last."""
        return self._settings.get(f"plan/{plan}/kind", "action")

    def keep_kind(self, plan: str, kind: str) -> None:
        """Remember which table of a plan is seen."""
        self._settings.put(f"plan/{plan}/kind", kind)

    def columns(self, kind: str) -> tuple[tuple[str, ...], dict[str, int]]:
        """Return the columns of every plan's table, in order, and the widths that were chosen."""
        said = self._read(f"table/{kind}/columns")
        known = columns_of(kind)
        names = tuple(one for one in _list(said.get("names")) if one in known)
        widths = said.get("widths")
        chosen = widths if isinstance(widths, dict) else {}
        return names, {one: wide for one, wide in chosen.items() if type(wide) is int}

    def keep_columns(self, kind: str, names: tuple[str, ...], widths: Mapping[str, int]) -> None:
        """Remember the columns."""
        self._write(f"table/{kind}/columns", {"names": names, "widths": dict(widths)})

    def left(self, plan: str, kind: str, *, first: str = "shift") -> Left:
        """Return how a plan's table was left; one never seen is grouped by the `first` field."""
        said = self._read(f"plan/{plan}/{kind}")
        if not said:
            return Left(Arrangement(group=first))
        group = said.get("group")
        known = columns_of(kind)
        how = Arrangement(
            group=group if isinstance(group, str) and (not group or group in known) else "shift",
            sort=_sort(said.get("sort"), known),
            collapsed=frozenset(_list(said.get("collapsed"))),
        )
        return Left(how, tuple(_list(said.get("chosen"))), _top(said.get("top")))

    def keep(self, plan: str, kind: str, left: Left) -> None:
        """Remember how a plan's table is left; next time every row is shown, whatever hid some."""
        how = left.how
        said = {
            "group": how.group,
            "sort": [how.sort.field, how.sort.descending],
            "collapsed": sorted(how.collapsed),
            "chosen": list(left.chosen[:_MOST]),
            "top": list(left.top),
        }
        self._write(f"plan/{plan}/{kind}", said)

    def _read(self, key: str) -> dict[str, Any]:
        try:
            said = json.loads(self._settings.get(key, "{}"))
        except ValueError:
            return {}
        return said if isinstance(said, dict) else {}

    def _write(self, key: str, said: Mapping[str, Any]) -> None:
        self._settings.put(key, json.dumps(said, ensure_ascii=False))


_MOST = 50
"""Most chosen rows that are remembered."""


def _list(said: Any) -> list[str]:
    return [one for one in said if isinstance(one, str)] if isinstance(said, list) else []


def _top(said: Any) -> tuple[str, int]:
    whole = isinstance(said, list) and [type(one) for one in said] == [str, int]
    return (said[0], said[1]) if whole else ("", 0)


def _sort(said: Any, known: Mapping[str, object]) -> Sort:
    if isinstance(said, list) and len(said) == len(("field", "descending")) and said[0] in known:
        return Sort(said[0], descending=said[1] is True)
    return Sort()

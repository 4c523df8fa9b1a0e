"""Things to follow up, as a plan holds them."""

from __future__ import annotations

from itertools import count
from typing import Any

from nvworkshop.model.things import Thing

_ids = count(1)


def period(first: str | None, last: str | None) -> dict[str, str | None]:
    return {"said": "sagt", "first": first, "last": last}


def thing(kind: str, updated: int = 0, **values: Any) -> Thing:
    return Thing(kind, f"{kind}-{next(_ids)}", values, updated=updated)


def action(status: str | None = "ongoing", **values: Any) -> Thing:
    given = {"status": status} if status else {}
    return thing("action", **{**given, **values})


def measured(day: str, value: float, updated: int = 0, **values: Any) -> Thing:
    there = {"indicator": "sip", "area": "sodra", "area_level": "county_part", "gender": "T"}
    return thing("measurement", updated, **{**there, "date": day, "value": value, **values})

"""Rows for tests, made as the program makes them: from a plan in memory."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from nvworkshop.session.rows import Row, RowBuilder
from nvworkshop.session.session import Session
from nvworkshop.strategy import load_shipped
from tests.laptops import laptop

STRATEGY = load_shipped("norrbotten")


def session_of(
    things: Sequence[Mapping[str, Any]], kind: str = "action", *, part: str = ""
) -> Session:
    """Return a plan in memory with these values and no others; their ids are a0, a1, …"""
    session = laptop("a", Path("/nowhere"))
    session.strategy = STRATEGY
    plan = {"title": "Planen", "county_part": part}
    session.add("plan", plan, entity=session.store.plan)
    session.add_many("", [(kind, f"a{n}", values) for n, values in enumerate(things)])
    for n, values in enumerate(things):
        session.write("", {(kind, f"a{n}"): {"status": values.get("status")}})
    return session


def rows_of(*things: Mapping[str, Any], kind: str = "action", part: str = "") -> list[Row]:
    """Return rows with values as logged, of a länsdel's plan or of one for all."""
    session = session_of(things, kind, part=part)
    try:
        return RowBuilder(session).all_of(kind)
    finally:
        session.close()


def row_of(**values: Any) -> Row:
    """Return one row."""
    return rows_of(values)[0]


def day(said: str) -> dict[str, str]:
    """Return a time that is one day, as logged."""
    return {"said": said, "first": said, "last": said}


UNDECIDED = {"answer": "undecided"}

values = st.fixed_dictionaries(
    {
        "title": st.sampled_from(("Åka", "Öva", "Ala", "ala", "Zon", "10 hus", "9 hus")),
        "number": st.integers(1, 4),
    },
    optional={
        "shift": st.sampled_from(("R1", "R2", "R3", "R9")) | st.just(UNDECIDED),
        "status": st.sampled_from(("done", "ongoing", "not_started")),
        "municipalities": st.lists(st.sampled_from(("2560", "2581")), min_size=1, unique=True),
    },
)
"""Values of an action, few enough to collide."""

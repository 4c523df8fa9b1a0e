"""A whole plan read at a point in time."""

from __future__ import annotations

from pathlib import Path

import pytest

from nvworkshop.session.moments import NOW, At, Moment
from nvworkshop.session.readable import plan_at
from nvworkshop.session.versions import freeze, next_name
from tests.laptops import laptop


def test_every_field_that_is_filled_in_is_read_as_it_was(tmp_path: Path) -> None:
    session = laptop("one", tmp_path)
    entity = session.add("action", {"title": "Mobilt team", "end": "Q3 2027"}).entity
    version = freeze(session, "1.0").entity
    session.set(entity, {"end": "", "goal": "Nytt"})
    then = plan_at(session, Moment(At.VERSION, entity=version))
    (one,) = then.things
    assert (one.kind, one.title, one.number) == ("action", "Mobilt team", 1)
    assert dict(one.fields) == {
        "Åtgärd": "Mobilt team",
        "Klart": "Q3 2027",
        "Nr": "1",
        "Status": "Ej påbörjad",
    }
    assert then.label.startswith("Version 1.0")
    assert then.odd == ""


def test_things_come_as_they_are_read(tmp_path: Path) -> None:
    session = laptop("one", tmp_path)
    session.add("idea", {"title": "Förslag"})
    for title in ("b", "a"):
        session.add("action", {"title": title})
    session.add("plan", {"title": "Planen"}, entity=session.store.plan)
    assert [one.title for one in plan_at(session, NOW).things] == ["Planen", "b", "a", "Förslag"]


@pytest.mark.parametrize(
    ("frozen", "suggested"),
    [([], "1.0"), (["1.0"], "1.1"), (["1.9"], "1.10"), (["1.1", "1.0"], "1.2"),
     (["remissversion"], "remissversion 2"), (["2027 (utkast 3)"], "2027 (utkast 4)")],
)  # fmt: skip
def test_the_next_name_is_suggested(tmp_path: Path, frozen: list[str], suggested: str) -> None:
    session = laptop("one", tmp_path)
    for name in frozen:
        freeze(session, name)
    assert next_name(session) == suggested

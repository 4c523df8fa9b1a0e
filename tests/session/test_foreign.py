from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from nvworkshop.model.layouts import Split
from nvworkshop.model.sheets import RawBook, RawSheet
from nvworkshop.session.foreign import look, propose, remember
from nvworkshop.session.session import Session
from nvworkshop.session.sessions import create

_BOOK = RawBook(
    "lista.xlsx",
    (RawSheet("A", (("Åtgärd", "Vad mer"), ("Starta team", "snart"), ("Nytt", ""))),),
)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    made = create(tmp_path / "p.nvplan", county_part="sodra")
    yield made
    made.close()


def test_list_is_read_against_the_open_plan(session: Session) -> None:
    session.add("action", {"title": "Starta team"})
    first, second = propose(session, _BOOK).proposals
    assert (first.ticked, second.ticked) == (False, True)


def test_list_with_known_headings_is_read_as_before(session: Session) -> None:
    found = look(session, _BOOK)
    chosen = replace(found.layout, fields=("title", "end"), split=Split.NEVER)
    remember(session, look(session, _BOOK, chosen))
    again = look(session, _BOOK)
    assert again.known
    assert again.layout == chosen


def test_action_that_says_much_the_same_is_told_of(session: Session) -> None:
    title = "Starta mobilt team för sköra äldre i glesbygd"
    session.add("action", {"title": title, "description": "Teamet kör hem till äldre"})
    rows = (("Åtgärd", "Beskrivning"), ("Mobila team åt sköra äldre i glesbygden", "Kör hem"))
    book = RawBook("lista.xlsx", (RawSheet("A", rows),))
    (one,) = propose(session, book).proposals
    assert one.why == f"Liknar åtgärd 1: {title}."
    assert one.ticked

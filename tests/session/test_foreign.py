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

from __future__ import annotations

from pathlib import Path

import pytest

from nvworkshop.session.searching import Search
from nvworkshop.session.session import Session
from nvworkshop.strategy import load_shipped
from tests.laptops import laptop


@pytest.fixture
def session(tmp_path: Path) -> Session:
    one = laptop("one", tmp_path)
    one.strategy = load_shipped("norrbotten")
    one.add("action", {"title": "Hemmonitorering hjärtsvikt", "principal": "Älvsbyns kommun"})
    one.add("action", {"title": "SIP-rutin", "description": "Hjärtat i utskrivningen"})
    return one


def titles(session: Session, search: Search, text: str) -> list[str]:
    return [session.title(*key) for key in search.find(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("hemmon", ["Hemmonitorering hjärtsvikt"]),
        ("HJÄRT", ["Hemmonitorering hjärtsvikt", "SIP-rutin"]),
        ("hjart", []),
        ("älvsby", ["Hemmonitorering hjärtsvikt"]),
        ("hjärt älvsbyn", ["Hemmonitorering hjärtsvikt"]),
        ("sip rutin", ["SIP-rutin"]),
        ('" OR *', []),
        ("", []),
    ],
)
def test_search_finds_beginnings_of_words(session: Session, text: str, found: list[str]) -> None:
    assert titles(session, Search(session), text) == found


def test_search_follows_edits_removals_and_undo(session: Session) -> None:
    search = Search(session)
    entity = session.things("action")[0].id
    session.set(entity, {"title": "Egenmonitorering"})
    assert titles(session, search, "hemmon") == []
    session.remove(entity)
    assert titles(session, search, "egenmon") == []
    session.undo()
    assert titles(session, search, "egenmon") == ["Egenmonitorering"]

"""What was erased is told afterwards: when, by whom and of what, never the words themselves."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from nvworkshop.session.merge import merge
from nvworkshop.session.purges import left_in, purges_of
from nvworkshop.session.purging import purge
from nvworkshop.session.reporting import Asked, take
from nvworkshop.session.session import Session
from nvworkshop.session.sessions import create, open_plan
from nvworkshop.session.surroundings import Surroundings

NAME = "NAMNLAPPEN å č ŋ"


@pytest.fixture
def session(place: Path) -> Session:
    around = replace(Surroundings(), device="dator 1", function="processledare")
    session = open_plan(place, surroundings=around)
    session.add("participant", {"function": "rektor", "name": NAME}, entity="p1")
    session.set("p1", {"name": f"{NAME} igen"})
    session.set("a1", {"name": NAME, "goal": NAME})
    return session


def test_each_purge_is_told_with_who_and_what(session: Session) -> None:
    purge(session, names=True)
    session.set("a1", {"title": "Annat team"})
    session.erase("a1", "goal", reason="Fel fält")
    newest, oldest = purges_of(session)
    assert (newest.reason, newest.values, newest.who) == ("Fel fält", 1, "processledare, dator 1")
    assert [(one.label, one.of, one.values) for one in oldest.erased] == [
        ("Kontaktperson", "åtgärd", 1),
        ("Namn", "deltagare", 2),
    ]
    assert left_in(session) == 0


def test_the_protocol_never_says_what_it_was(session: Session, tmp_path: Path) -> None:
    purge(session, names=True)
    report = take(session, Asked("gallringsprotokoll"))
    for suffix in (".md", ".html", ".docx", ".pdf"):
        report.save(tmp_path / f"protokoll{suffix}")
    text = (tmp_path / "protokoll.md").read_text("utf-8")
    assert "Namn: 2 värden raderade i 1 deltagare" in text
    assert "Raderade värden som ändå finns i planen: 0" in text
    assert "Av: processledare, dator 1" in text
    assert "Vad som återstår" in text
    assert "NAMNLAPPEN" not in text


def test_a_plan_without_purges_says_so(session: Session, tmp_path: Path) -> None:
    take(session, Asked("gallringsprotokoll")).save(tmp_path / "p.md")
    assert "Inget har raderats för gott" in (tmp_path / "p.md").read_text("utf-8")


def test_what_others_purged_is_told_where_it_came(session: Session, tmp_path: Path) -> None:
    purge(session, names=True)
    session.publish()
    overall = create(tmp_path / "länet.nvplan")
    assert session.target
    merge(overall, [session.target.place])
    assert [one.values for one in purges_of(overall)] == [3]

"""The decision chain: from the strategy, with what has been written of each in it."""

from __future__ import annotations

from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from nvworkshop.session.anchoring import Answer, Level, Party, Stage, begin, chain, record, send
from nvworkshop.session.merge import merge_contents
from nvworkshop.session.session import Session
from nvworkshop.session.sessions import create
from nvworkshop.session.versions import freeze
from tests.laptops import BEGIN, content_of, surroundings


@pytest.fixture
def session(tmp_path: Path) -> Session:
    session = create(tmp_path / "länet.nvplan", surroundings=surroundings("kansliet", tmp_path))
    freeze(session, "1.0", state="review")
    return session


def day(days: int) -> str:
    return (BEGIN + timedelta(days=days)).date().isoformat()


def answer(session: Session, party: str) -> Answer:
    return next(one for one in chain(session).answers if one.party.id == party)


def principals(session: Session) -> list[Party]:
    return [one.party for one in chain(session).of(Level.PRINCIPAL)]


def test_the_chain_is_the_strategys(session: Session) -> None:
    found = chain(session)
    assert [one.party.name for one in found.of(Level.LOCAL)] == [
        one.label for one in session.strategy.county_parts
    ]
    assert [one.party.id for one in found.of(Level.COUNTY)] == [
        "lansstyrgruppen", "polsam", "norrbottens_kommuner",
    ]  # fmt: skip
    assert len(found.of(Level.PRINCIPAL)) == 15
    assert {one.stage for one in found.answers} == {Stage.NOT_SENT}
    assert (found.state, found.version) == ("review", "1.0")


def test_a_local_plan_is_asked_about_in_its_own_part(tmp_path: Path) -> None:
    with closing(create(tmp_path / "s.nvplan", county_part="sodra")) as session:
        found = chain(session)
        assert [one.party.id for one in found.of(Level.LOCAL)] == ["sodra"]
        assert [one.party.id for one in found.of(Level.PRINCIPAL)] == [
            "region", "2506", "2505", "2581", "2560",
        ]  # fmt: skip


def test_another_strategy_has_its_own_chain(tmp_path: Path) -> None:
    place = tmp_path / "v.nvplan"
    with closing(create(place, strategy="vasterbotten")) as session:
        assert [one.party.id for one in chain(session).of(Level.COUNTY)] == ["lsg"]
        assert len(principals(session)) == len(session.strategy.principals)


def test_a_partys_way_from_sent_to_adopted(session: Session) -> None:
    party = principals(session)[0]
    stages = []
    for values in (
        {"sent": day(-9), "due": day(3)},
        {"due": day(-2)},
        {"answered": day(0), "answer": "Tillstyrks"},
        {"adoption": "partly", "exception": "Inte R4", "date": day(0)},
    ):
        record(session, party, values)
        found = answer(session, party.id)
        stages.append((found.stage, found.days))
    assert stages == [
        (Stage.WAITING, 3), (Stage.OVERDUE, -2), (Stage.ANSWERED, None), (Stage.PARTLY, None),
    ]  # fmt: skip
    (decision,) = session.things("decision")
    assert (decision["version"], decision["about"]) == ("1.0", session.store.plan)


def test_the_counts_are_told_in_sentences(session: Session) -> None:
    several = principals(session)
    send(session, several[:14], {"sent": day(-30), "due": day(5)})
    for party in several[:9]:
        record(session, party, {"adoption": "wholly"})
    for party in several[9:11]:
        record(session, party, {"adoption": "partly"})
    record(session, several[11], {"answered": day(0)})
    record(session, several[12], {"due": day(-1)})
    first, second = chain(session).said
    assert first == "11 av 15 huvudmän har antagit planen, 2 med undantag."
    assert second == (
        "1 har svarat utan att besluta, 1 har inte svarat än, "
        "1 är sen med svaret, 1 har inte fått den."
    )


def test_sending_is_one_step_and_passes_over_those_who_have_it(session: Session) -> None:
    several = principals(session)
    record(session, several[0], {"sent": day(-1)})
    send(session, several, {"sent": day(0)})
    assert [one["sent"] for one in session.things("decision")] == [day(-1), *[day(0)] * 14]
    assert not send(session, several, {"sent": day(0)}).touched
    session.undo()
    assert len(session.things("decision")) == 1


def test_a_decision_about_an_older_version_is_told(session: Session) -> None:
    party = principals(session)[0]
    record(session, party, {"adoption": "wholly", "date": day(0)})
    freeze(session, "1.1", state="review")
    assert answer(session, party.id).older_version == "1.0"
    assert "1 av besluten gäller en annan version" in chain(session).said[-1]
    begin(session, party, {})
    found = answer(session, party.id)
    assert (found.stage, found.older_version, found.earlier) == (Stage.NOT_SENT, "", 1)


def test_other_plans_decisions_are_their_own(session: Session, tmp_path: Path) -> None:
    place = tmp_path / "s.nvplan"
    around = surroundings("södra", tmp_path)
    with closing(create(place, county_part="sodra", surroundings=around)) as local:
        freeze(local, "2.0", state="adopted")
        record(local, principals(local)[0], {"adoption": "wholly"})
        merge_contents(session, [(place, content_of(local))])
    assert answer(session, "region").stage is Stage.NOT_SENT
    assert answer(session, "sodra").own_plan == "Fastställd 2.0"


def test_nobody_is_asked_without_a_strategy(session: Session) -> None:
    session.strategy = type(session.strategy).bare("okänd")
    assert chain(session).answers == ()
    assert chain(session).said == ()

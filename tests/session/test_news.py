from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from nvworkshop.session.comparing import What
from nvworkshop.session.merge import merge, undo_merge
from nvworkshop.session.moments import NOW, At, Moment, compare_at
from nvworkshop.session.news import news_of
from nvworkshop.session.session import Session
from nvworkshop.session.sessions import create, open_plan
from tests.laptops import surroundings


@pytest.fixture
def sodra(tmp_path: Path) -> Session:
    place = tmp_path / "södra.nvplan"
    session = create(place, county_part="sodra", surroundings=surroundings("Piteå", tmp_path))
    session.add("action", {"title": "Mobilt team", "goal": "Färre akutbesök"}, entity="a1")
    session.publish()
    return session


@pytest.fixture
def overall(tmp_path: Path, sodra: Session) -> Session:
    session = create(tmp_path / "länet.nvplan", surroundings=surroundings("kansli", tmp_path))
    merge(session, [place(sodra)])
    return session


def place(session: Session) -> Path:
    session.publish()
    return session.needed_target.place


def again(overall: Session, *several: Session) -> str:
    return merge(overall, [place(one) for one in several]).receipt


def test_the_first_merge_is_all_new(overall: Session) -> None:
    (receipt,) = overall.things("receipt")
    news = news_of(overall, receipt)
    assert {one.difference.what for one in news} == {What.ADDED}
    assert ("action", "a1") in {one.difference.key for one in news}


def test_a_later_merge_tells_before_and_after(overall: Session, sodra: Session) -> None:
    sodra.set("a1", {"goal": "Inga akutbesök"})
    (one,) = news_of(overall, overall.thing(again(overall, sodra)))
    (field,) = one.difference.fields
    assert (field.before, field.after) == ("Färre akutbesök", "Inga akutbesök")
    assert (one.files, one.where, one.devices) == (("södra.nvplan",), "Södra", ("Piteå",))
    assert not one.joined


def test_what_both_sides_wrote_in_is_told_as_joined(overall: Session, sodra: Session) -> None:
    overall.set("a1", {"function": "enhetschef", "goal": "Hälften"})
    sodra.set("a1", {"status": "Pågår", "goal": "Inga akutbesök"})
    (one,) = news_of(overall, overall.thing(again(overall, sodra)))
    assert one.joined
    assert one.conflicts == ("goal",)


def test_a_conflict_shows_both_values_and_that_it_is_decided(
    overall: Session, sodra: Session
) -> None:
    overall.set("a1", {"goal": "Hälften"})
    sodra.set("a1", {"goal": "Inga akutbesök"})
    receipt = again(overall, sodra)
    (one,) = news_of(overall, overall.thing(receipt))
    (field,) = one.difference.fields
    assert {"Hälften", "Inga akutbesök"} == set(field.after.split("\neller\n"))
    assert one.undecided == ("goal",)
    overall.resolve("a1", "goal", data="Hälften")
    (one,) = news_of(overall, overall.thing(receipt))
    assert (one.conflicts, one.undecided) == (("goal",), ())


def test_a_conflict_that_others_have_decided_is_news(overall: Session, sodra: Session) -> None:
    sodra.set("a1", {"goal": "Inga akutbesök"})
    overall.set("a1", {"goal": "Hälften"})
    again(overall, sodra)
    merge(sodra, [place(overall)])
    sodra.resolve("a1", "goal", data=overall.thing("a1")["goal"])
    receipt = again(overall, sodra)
    (one,) = news_of(overall, overall.thing(receipt))
    (field,) = one.difference.fields
    assert (field.before, field.after) == ("Inga akutbesök (i konflikt)", "Inga akutbesök")
    assert not one.conflicts
    moments = (Moment(At.BEFORE, entity=receipt), NOW)
    assert compare_at(overall, *moments) == [one.difference]


def test_a_removal_that_others_have_decided_is_news(overall: Session, sodra: Session) -> None:
    sodra.set("a1", {"goal": "Inga akutbesök"})
    overall.remove("a1")
    again(overall, sodra)
    merge(sodra, [place(overall)])
    sodra.resolve("a1", "removed", data=False)
    (one,) = news_of(overall, overall.thing(again(overall, sodra)))
    assert [field.name for field in one.difference.fields] == ["removed"]


def test_a_follow_up_to_a_removed_action_says_so(overall: Session, sodra: Session) -> None:
    overall.remove("a1")
    sodra.add("follow_up", {"action": "a1", "comment": "Går bra"})
    (one,) = news_of(overall, overall.thing(again(overall, sodra)))
    assert one.stranded == "Åtgärden som den hör till är borttagen."


def test_a_removed_action_tells_what_is_left_under_it(overall: Session, sodra: Session) -> None:
    overall.add("follow_up", {"action": "a1", "comment": "Går bra"})
    sodra.remove("a1")
    (one,) = news_of(overall, overall.thing(again(overall, sodra)))
    assert one.difference.what is What.REMOVED
    assert one.stranded == "Kvar under den borttagna åtgärden: 1 uppföljning."


def test_later_work_and_later_merges_have_no_part_in_it(overall: Session, sodra: Session) -> None:
    sodra.set("a1", {"goal": "Inga akutbesök"})
    receipt = again(overall, sodra)
    told = news_of(overall, overall.thing(receipt))
    overall.set("a1", {"title": "Rullande team"})
    sodra.set("a1", {"goal": "Hälften"})
    again(overall, sodra)
    assert news_of(overall, overall.thing(receipt)) == told


def test_a_merge_taken_back_still_tells_what_it_brought(overall: Session, sodra: Session) -> None:
    sodra.set("a1", {"goal": "Inga akutbesök"})
    receipt = again(overall, sodra)
    told = news_of(overall, overall.thing(receipt))
    undo_merge(overall, receipt)
    assert [one.difference.fields for one in news_of(overall, overall.thing(receipt))] == [
        one.difference.fields for one in told
    ]


def test_each_thing_tells_which_file_it_came_from(
    overall: Session, sodra: Session, tmp_path: Path
) -> None:
    copy = Path(shutil.copy(place(sodra), tmp_path / "kopia.nvplan"))
    other = open_plan(copy, surroundings=surroundings("Älvsbyn", tmp_path))
    other.add("action", {"title": "Linje"}, entity="a2")
    sodra.set("a1", {"goal": "Inga akutbesök"})
    news = news_of(overall, overall.thing(again(overall, sodra, other)))
    assert {one.difference.entity: one.files for one in news} == {
        "a1": ("södra.nvplan",),
        "a2": ("kopia.nvplan",),
    }

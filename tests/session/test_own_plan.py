"""A huvudman's own plan: what it is made of, what can't be changed in it, and what comes anew."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from nvworkshop.errors import InputError, PlanFileError
from nvworkshop.followup.figures import figures
from nvworkshop.model.things import Thing
from nvworkshop.session.admitting import admitted
from nvworkshop.session.merge import merge
from nvworkshop.session.own_plan import add_row, candidates, content_of, create_own, errands
from nvworkshop.session.review import conflicts
from nvworkshop.session.session import Session
from nvworkshop.session.sessions import open_plan
from nvworkshop.session.summary import summary_of
from tests.session.owners import JOINT, LOCAL, OTHERS, PITEA, county, own_plan, own_row, shared


@pytest.fixture
def whole(tmp_path: Path) -> Session:
    return county(tmp_path)


@pytest.fixture
def own(whole: Session) -> Session:
    return own_plan(whole)


def ids(own: Session) -> list[str]:
    return [one.thing.id if one.thing else "" for one in errands(own)]


def plan_of(session: Session) -> Thing:
    assert session.plan is not None
    return session.plan


def test_it_holds_what_the_huvudman_must_do_and_nothing_else(own: Session) -> None:
    assert ids(own) == [LOCAL, JOINT]
    assert [(one.leads, one.helps) for one in errands(own)] == [(True, False), (False, True)]
    assert plan_of(own)["title"] == "Egen plan för Piteå kommun"
    written = b"".join(change.value.encode() for change in own.store.changes() if change.value)
    assert b"Inget f\xc3\xb6r Pite\xc3\xa5" not in written
    assert b"Namnsson" not in written


def test_it_is_read_from_its_file_with_no_rows_of_its_own(own: Session) -> None:
    own.close()
    again = open_plan(own.needed_target.place)
    assert again.is_own
    assert again.how_many("action") == len(again.things("joint_action")) == 0
    assert summary_of(again).about == "Piteå kommun"
    again.close()


def test_what_others_decide_can_only_be_read(own: Session) -> None:
    with pytest.raises(InputError, match="övergripande planen"):
        own.set(JOINT, {"title": "Annat"})
    with pytest.raises(InputError, match="övergripande planen"):
        own.remove(LOCAL)
    with pytest.raises(InputError, match="övergripande planen"):
        own.write("Ändra", {("joint_action", JOINT): {"goal": "Annat"}})


def test_an_own_row_is_the_huvudmans_and_not_shared(own: Session) -> None:
    row = own.thing(add_row(own, JOINT, "Utse kontakter").entity)
    assert (row["shared"], row["principal"], row["part_of"]) == (False, PITEA, JOINT)
    assert [len(one.rows) for one in errands(own)] == [0, 1]
    assert [one.is_white_spot for one in errands(own)] == [True, False]
    assert own.readable("action", "part_of", row["part_of"]) == "Fast vårdkontakt"


def test_an_own_row_can_be_part_of_the_ground_alone(own: Session) -> None:
    with pytest.raises(InputError):
        add_row(own, OTHERS)
    loose = own.add("action", {"title": "Lös"}).entity
    assert errands(own)[-1].thing is None
    assert [one.id for one in errands(own)[-1].rows] == [loose]


def test_a_newer_overall_plan_is_taken_in_and_tells_what_is_new(
    whole: Session, own: Session
) -> None:
    row = own_row(own, "Vår rad")
    whole.set(JOINT, {"goal": "Alla har en"})
    whole.add("action", {"title": "Ny för Piteå", "contributors": [PITEA]}, entity="ny")
    whole.publish()
    place = whole.needed_target.place
    assert merge(own, [place]).receipt
    assert own.thing(JOINT)["goal"] == "Alla har en"
    assert ids(own) == [LOCAL, JOINT, "ny"]
    assert own.thing(row).text("part_of") == JOINT
    assert merge(own, [place]).receipt == ""


def test_what_no_longer_concerns_the_huvudman_is_still_told_of(
    whole: Session, own: Session
) -> None:
    whole.set(JOINT, {"contributors": None})
    whole.publish()
    merge(own, [whole.needed_target.place])
    (last,) = [one for one in errands(own) if one.thing and one.thing.id == JOINT]
    assert not last.leads
    assert not last.helps
    assert not last.is_white_spot


def test_conflicts_of_the_overall_plan_are_not_for_the_huvudman(
    whole: Session, own: Session, tmp_path: Path
) -> None:
    other = open_plan(whole.needed_target.place)
    other.set(JOINT, {"goal": "Ett"})
    whole.set(JOINT, {"goal": "Ett annat"})
    whole.join_content(content_of(other, tmp_path / "andra.nvplan"))
    whole.publish()
    assert len(conflicts(whole)) == 1
    assert merge(own, [whole.needed_target.place]).conflicts == 0
    assert conflicts(own) == []


def test_a_plan_that_is_gathered_into_shows_the_local_row_as_gathered(
    whole: Session, own: Session
) -> None:
    whole.add("link", {"joint_action": JOINT, "action": LOCAL})
    whole.publish()
    merge(own, [whole.needed_target.place])
    assert [one.joined for one in errands(own) if one.thing and one.thing.id == LOCAL] == [True]


@pytest.mark.parametrize(
    ("principal", "said"),
    [("2584", "Kiruna kommun har ingen åtgärd"), ("Ingenstans", "finns inte i strategin")],
)
def test_a_huvudman_without_anything_to_do_gets_no_plan(
    whole: Session, tmp_path: Path, principal: str, said: str
) -> None:
    with pytest.raises(InputError, match=said):
        create_own(whole, principal, tmp_path / "egen.nvplan")
    assert not (tmp_path / "egen.nvplan").exists()
    assert [one.id for one in candidates(whole)] == ["region", "2580", PITEA]


def test_a_file_in_the_way_is_never_written_over(whole: Session, tmp_path: Path) -> None:
    (tmp_path / "egen.nvplan").write_text("annat")
    with pytest.raises(InputError, match="finns redan"):
        create_own(whole, PITEA, tmp_path / "egen.nvplan")
    assert (tmp_path / "egen.nvplan").read_text() == "annat"


def test_an_own_plan_comes_into_no_other(whole: Session, own: Session, tmp_path: Path) -> None:
    own_row(own, "Hemligt")
    own.publish()
    before = list(whole.store.changes())
    (source,) = merge(whole, [own.needed_target.place]).sources
    assert "huvudmans egen plan" in source.error
    assert list(whole.store.changes()) == before
    region = create_own(whole, "region", tmp_path / "regionen.nvplan")
    assert "huvudmans egen plan" in merge(region, [own.needed_target.place]).sources[0].error


@pytest.mark.parametrize("lost", [{"level"}, {"level", "held_back", "principal", "title"}])
def test_an_own_plan_that_has_lost_its_level_comes_into_no_other(
    whole: Session, own: Session, lost: set[str]
) -> None:
    own_row(own, "Hemma")
    there = content_of(own, own.needed_target.place)
    kept = [one for one in there.changes if one.kind != "plan" or one.field not in lost]
    assert isinstance(admitted(whole, replace(there, changes=kept)), PlanFileError)


def test_a_copy_of_the_own_plan_comes_in_as_any_copy(own: Session, tmp_path: Path) -> None:
    place = tmp_path / "kopia.nvplan"
    place.write_bytes(own.needed_target.place.read_bytes())
    copy = open_plan(place)
    row = own_row(copy, "Skrivet på andra datorn")
    copy.publish()
    assert merge(own, [place]).sources[0].error == ""
    assert own.thing(row).text("title") == "Skrivet på andra datorn"


def test_what_is_let_out_comes_into_no_own_plan(own: Session) -> None:
    own_row(own, "Rad", shared=True)
    assert "har lämnat" in merge(own, [shared(own)]).sources[0].error


def test_the_figures_of_an_own_plan_are_of_its_own_rows(own: Session) -> None:
    row = own_row(own, "Rad", status="klar")
    own.add("follow_up", {"action": row, "date": "2026-11-20", "status": "klar"})
    rows = [*own.things("joint_action"), *own.things("action")]
    counted = figures(rows, own.things("follow_up"), date(2026, 11, 29))
    assert counted.rows == counted.by_status["done"] == (row,)


def test_nothing_points_at_what_is_given_but_part_of(own: Session) -> None:
    row = own_row(own, "Rad")
    with pytest.raises(InputError):
        own.add("follow_up", {"action": LOCAL, "status": "klar"})
    with pytest.raises(InputError):
        own.set(row, {"plan": own.thing(JOINT)["plan"]})

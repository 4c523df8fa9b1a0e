from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from nvworkshop.errors import InputError, PlanFileError
from nvworkshop.session.merge import merge, undo_merge
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.session import Session
from nvworkshop.session.sessions import create, open_plan
from tests.laptops import surroundings


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    one = create(
        tmp_path / "södra.nvplan", county_part="sodra", surroundings=surroundings("Piteå", tmp_path)
    )
    yield one
    one.close()


def action(session: Session, **values: str) -> str:
    return session.add("action", {"title": "Mobilt team", **values}).entity


def test_a_new_plan_knows_its_place_in_the_strategy(session: Session) -> None:
    plan = session.plan
    assert plan
    assert (plan["county_part"], plan["level"], plan["state"]) == ("sodra", "local", "draft")
    assert plan["strategy"] == session.strategy.id == "norrbotten"


def test_a_new_plan_never_replaces_a_file(tmp_path: Path) -> None:
    (tmp_path / "a.nvplan").write_bytes(b"viktigt")
    with pytest.raises(InputError, match=r"a\.nvplan finns redan"):
        create(tmp_path / "a.nvplan", county_part="sodra")
    assert (tmp_path / "a.nvplan").read_bytes() == b"viktigt"


def test_actions_are_numbered_and_belong_to_the_plan(session: Session) -> None:
    action(session)
    action(session)
    numbers = [(one["number"], one["plan"]) for one in session.things("action")]
    assert numbers == [(1, session.store.plan), (2, session.store.plan)]


def test_a_new_action_has_not_begun_unless_somebody_says_so(session: Session) -> None:
    new, going = action(session), action(session, status="pågår")
    assert session.thing(new)["status"] == "not_started"
    assert session.thing(going)["status"] == "ongoing"
    session.set(new, {"status": ""})
    assert session.thing(new)["status"] is None
    assert session.thing(session.add("idea", {"title": "Buss"}).entity)["status"] is None
    session.undo()
    session.undo()
    assert session.thing(new)["status"] == "not_started"


def test_what_is_published_is_there_when_opened_again(session: Session) -> None:
    entity = action(session, end="våren 2027", resources="ej aktuellt")
    session.publish()
    assert session.target
    again = open_plan(session.target.place)
    assert again.thing(entity) == session.thing(entity)


def test_several_rows_are_set_in_one_step_and_undone_in_one(session: Session) -> None:
    ids = [action(session) for _ in range(5)]
    outcome = session.set_many({one: {"principal": "Piteå kommun"} for one in ids})
    assert {key[1] for key in outcome.touched} >= set(ids)
    assert session.undo_label == "Ändra 5 rader"
    session.undo()
    assert all(session.thing(one)["principal"] is None for one in ids)


def test_setting_what_stands_there_changes_nothing(session: Session) -> None:
    entity = action(session, goal="Alla har en")
    count = session.store.count()
    assert not session.set(entity, {"goal": "Alla har en "}).touched
    assert session.store.count() == count


def test_one_wrong_value_changes_nothing_at_all(session: Session) -> None:
    first, second = action(session), action(session)
    count = session.store.count()
    with pytest.raises(InputError, match="R9"):
        session.set_many({first: {"goal": "x"}, second: {"shift": "R9"}})
    assert session.store.count() == count


def test_a_removed_thing_is_gone_and_comes_back(session: Session) -> None:
    entity = action(session, goal="x")
    session.remove(entity)
    assert session.things("action") == []
    with pytest.raises(InputError, match="borttagen"):
        session.set(entity, {"goal": "y"})
    session.restore(entity)
    assert session.thing(entity)["goal"] == "x"


def test_a_reference_must_lead_somewhere(session: Session) -> None:
    with pytest.raises(InputError, match="finns inget"):
        session.add("follow_up", {"comment": "x", "action": "borta"})
    with pytest.raises(InputError, match="ingen åtgärd"):
        session.add("follow_up", {"comment": "x", "action": session.store.plan})


def test_the_beginning_of_an_id_is_enough_when_it_is_one_thing(session: Session) -> None:
    entity = action(session)
    assert session.thing(entity[:9]).id == entity
    with pytest.raises(InputError, match="flera"):
        session.key("")


def test_listeners_hear_what_was_touched(session: Session) -> None:
    heard: list[Outcome] = []
    session.listen(heard.append)
    entity = action(session)
    session.set(entity, {"goal": "x"})
    session.undo()
    assert [one.label for one in heard] == ["Ny åtgärd", "Ändra Mål", "Ändra Mål"]
    assert all(("action", entity) in one.touched for one in heard)


def test_there_is_nothing_to_undo_at_first(session: Session) -> None:
    session._undoing.done.clear()
    with pytest.raises(InputError, match="inget att ångra"):
        session.undo()
    with pytest.raises(InputError, match="inget att göra om"):
        session.redo()


def test_undo_leaves_what_somebody_else_has_changed_since(session: Session, tmp_path: Path) -> None:
    entity = action(session, goal="mitt")
    session.publish()
    session.set(entity, {"goal": "mitt nya"})
    session.publish()
    assert session.target
    other = open_plan(session.target.place, surroundings=surroundings("Älvsbyn", tmp_path))
    other.set(entity, {"goal": "deras"})
    other.publish()
    session.publish()
    outcome = session.undo()
    assert session.thing(entity)["goal"] == "deras"
    assert "1 fält" in outcome.notes[0]


def test_two_who_publish_to_the_same_file_lose_nothing(session: Session, tmp_path: Path) -> None:
    assert session.target
    other = open_plan(session.target.place, surroundings=surroundings("Älvsbyn", tmp_path))
    mine, theirs = action(session), action(other)
    session.publish()
    other.publish()
    final = open_plan(session.target.place)
    assert {one.id for one in final.things("action")} == {mine, theirs}
    assert "1 ändring" in " ".join(other.notes) or "ändringar" in " ".join(other.notes)


def test_an_older_copy_put_back_in_place_takes_nothing_away(session: Session) -> None:
    assert session.target
    old = session.target.place.read_bytes()
    entity = action(session)
    session.publish()
    session.target.place.write_bytes(old)
    session.publish()
    assert open_plan(session.target.place).thing(entity)


def test_another_plan_in_its_place_is_not_overwritten(session: Session, tmp_path: Path) -> None:
    assert session.target
    place = session.target.place
    place.unlink()
    create(place, county_part="ostra", surroundings=surroundings("Kalix", tmp_path))
    theirs = place.read_bytes()
    action(session)
    with pytest.raises(PlanFileError, match="en annan plan"):
        session.publish()
    assert place.read_bytes() == theirs


def test_a_working_copy_keeps_what_was_never_published(session: Session, tmp_path: Path) -> None:
    assert session.target
    around = surroundings("Piteå igen", tmp_path)
    desk = open_plan(session.target.place, surroundings=around, on_disk=True)
    entity = action(desk)
    desk.close()
    again = open_plan(session.target.place, surroundings=around, on_disk=True)
    assert again.thing(entity)["title"] == "Mobilt team"
    again.close()


def test_a_strategy_this_program_lacks_shows_ids_and_says_so(session: Session) -> None:
    action(session, shift="R3")
    session.set(session.store.plan, {"strategy": "jamtland"})
    session.publish()
    assert session.target
    again = open_plan(session.target.place)
    assert again.things("action")[0]["shift"] == "R3"
    assert "jamtland" in " ".join(again.notes)
    with pytest.raises(InputError, match="ingen sådan lista"):
        again.set(again.things("action")[0].id, {"shift": "R4"})


def test_the_clock_may_be_wrong_but_never_goes_back(session: Session, tmp_path: Path) -> None:
    from datetime import UTC, datetime

    entity = action(session)
    session.publish()
    assert session.target
    past = surroundings("PC-7", tmp_path, begin=datetime(2016, 1, 1, tzinfo=UTC))
    other = open_plan(session.target.place, surroundings=past)
    other.set(entity, {"goal": "x"})
    assert other.thing(entity)["goal"] == "x"
    assert max(one.at for one in other.store.changes()) >= session.store.latest


def test_an_erased_value_is_gone_from_the_file_and_stays_gone(
    session: Session, tmp_path: Path
) -> None:
    entity = action(session, situation="HEMLIGHETEN")
    session.set(entity, {"situation": "HEMLIGHETEN igen"})
    session.publish()
    assert session.target
    copy = tmp_path / "kopia.nvplan"
    copy.write_bytes(session.target.place.read_bytes())
    assert b"HEMLIGHETEN" in copy.read_bytes()
    session.erase(entity, "situation", reason="namn")
    session.publish()
    assert b"HEMLIGHETEN" not in session.target.place.read_bytes()
    other = open_plan(copy, surroundings=surroundings("gammal kopia", tmp_path))
    session.target.place.write_bytes(copy.read_bytes())
    session.publish()
    assert b"HEMLIGHETEN" not in session.target.place.read_bytes()
    with other.writing():
        other.store.append(list(session.store.changes()))
    other.publish()
    assert b"HEMLIGHETEN" not in copy.read_bytes()


def test_backups_forget_what_is_erased(session: Session) -> None:
    entity = action(session, situation="HEMLIGHETEN")
    backup = session.backup("merge")
    assert b"HEMLIGHETEN" in backup.place.read_bytes()
    session.erase(entity, "situation")
    assert b"HEMLIGHETEN" not in backup.place.read_bytes()
    assert open_plan(backup.place).thing(entity)["title"] == "Mobilt team"


def test_a_backup_that_can_not_be_changed_is_named(session: Session) -> None:
    entity = action(session, situation="HEMLIGHETEN")
    backup = session.backup("merge")
    backup.place.write_bytes(backup.place.read_bytes()[:5000])
    outcome = session.erase(entity, "situation")
    assert backup.place.name in outcome.warnings[0]


def test_what_is_set_aside_is_erased_too(session: Session, tmp_path: Path) -> None:
    other = create(tmp_path / "o.nvplan", surroundings=surroundings("kansli", tmp_path))
    entity = action(session, situation="HEMLIGHETEN")
    session.publish()
    assert session.target
    merge(other, [session.target.place])
    other.set(entity, {"goal": "x"})
    undo_merge(other)
    other.erase(entity, "situation")
    assert all("HEMLIGHETEN" not in (one.value or "") for one in other.store.changes())


def test_a_full_disk_is_a_sentence(session: Session) -> None:
    session.store.connection.execute("PRAGMA max_page_count = 1")
    with pytest.raises(PlanFileError, match="Disken är full"):
        session.add_many("många", [("action", f"a{n}", {"goal": "x" * 50_000}) for n in range(50)])


def test_a_field_may_be_called_by_its_label(session: Session) -> None:
    entity = session.add("action", {"Åtgärd": "Mobilt team", "Klart": "Q3 2027"}).entity
    assert session.thing(entity)["end"]["last"] == "2027-09-30"


def test_a_time_that_is_none_is_kept_and_remarked_on(session: Session) -> None:
    outcome = session.add("action", {"title": "x", "end": "när tjänsten är tillsatt"})
    assert session.thing(outcome.entity)["end"]["said"] == "när tjänsten är tillsatt"
    assert "Klart" in outcome.notes[0]


def test_a_new_plan_needs_a_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="Mappen borta finns inte"):
        create(tmp_path / "borta" / "a.nvplan", county_part="sodra")


def test_a_start_after_the_end_is_remarked_on(session: Session) -> None:
    outcome = session.add("action", {"title": "x", "start": "2027-05-01"})
    assert outcome.notes == ()
    outcome = session.set(outcome.entity, {"end": "2026-12-01"})
    assert "2027-05-01" in outcome.notes[0]
    assert session.set(outcome.entity or session.things("action")[0].id, {"goal": "y"}).notes == ()

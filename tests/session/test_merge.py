from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from nvworkshop.errors import CancelledError, InputError
from nvworkshop.reports.document import build_document
from nvworkshop.session import joining, review, workshops
from nvworkshop.session.export import plan_data
from nvworkshop.session.files import salvage, view_of
from nvworkshop.session.handing_back import hand_back
from nvworkshop.session.merge import merge, undo_merge
from nvworkshop.session.receipt_facts import judgements
from nvworkshop.session.receipts import receipts
from nvworkshop.session.session import Session
from nvworkshop.session.sessions import create, open_plan
from nvworkshop.session.suggesting import asked, pairs_in
from nvworkshop.session.summary import summary_of
from nvworkshop.workshop.clock import Progress
from tests.laptops import BEGIN, content, surroundings


def local(tmp_path: Path, name: str, county_part: str) -> Session:
    place = tmp_path / f"{name}.nvplan"
    return create(place, county_part=county_part, surroundings=surroundings(name, tmp_path))


def place(session: Session) -> Path:
    assert session.target
    session.publish()
    return session.target.place


@pytest.fixture
def overall(tmp_path: Path) -> Session:
    return create(tmp_path / "övergripande.nvplan", surroundings=surroundings("kansli", tmp_path))


@pytest.fixture
def sodra(tmp_path: Path) -> Session:
    session = local(tmp_path, "södra", "sodra")
    session.add("action", {"title": "Mobilt team", "goal": "Färre akutbesök"})
    return session


@pytest.fixture
def apart(sodra: Session, tmp_path: Path) -> Session:
    """A copy of Södra on another laptop, edited while Södra was too."""
    copy = tmp_path / "annan dator" / "södra.nvplan"
    copy.parent.mkdir()
    shutil.copy(place(sodra), copy)
    other = open_plan(copy, surroundings=surroundings("Älvsbyn", tmp_path))
    entity = sodra.things("action")[0].id
    sodra.set(entity, {"goal": "Inga akutbesök"})
    other.set(entity, {"goal": "Hälften så många akutbesök", "function": "enhetschef"})
    return other


def test_a_merge_tells_what_each_source_gave(
    overall: Session, sodra: Session, apart: Session
) -> None:
    report = merge(overall, [place(sodra), place(apart)])
    first, second = report.sources
    assert (first.known_changes, second.damaged_changes) == (0, 0)
    assert first.new_changes == sodra.store.count()
    assert second.known_changes > second.new_changes > 0
    assert (report.actions, report.conflicts, report.needs_person) == (1, 1, True)
    assert overall.thing(report.receipt)["sources"][0]["sha256"] == first.sha256


def test_both_values_stand_with_their_base_and_writers(
    overall: Session, sodra: Session, apart: Session
) -> None:
    merge(overall, [place(sodra), place(apart)])
    (conflict,) = review.conflicts(overall)
    assert (conflict.field, conflict.base) == ("goal", "Färre akutbesök")
    assert [one.n for one in conflict.values] == [1, 2]
    assert {(one.value, one.device) for one in conflict.values} == {
        ("Inga akutbesök", "södra"),
        ("Hälften så många akutbesök", "Älvsbyn"),
    }


def test_two_who_led_the_same_workshop_leave_nothing_to_decide(
    overall: Session, sodra: Session, tmp_path: Path
) -> None:
    workshop = sodra.add("workshop", {"title": "Workshop Södra"}).entity
    copy = tmp_path / "projektor.nvplan"
    shutil.copy(place(sodra), copy)
    later = BEGIN + timedelta(hours=1)
    other = open_plan(copy, surroundings=surroundings("projektor", tmp_path, begin=later))
    workshops.set_progress(other, workshop, Progress().go("actions", 0))
    workshops.set_progress(sodra, workshop, Progress().go("vision", 0))
    report = merge(overall, [place(sodra), place(other)])
    assert (report.conflicts, report.needs_person) == (0, False)
    assert overall.thing(workshop).conflicts == set()
    assert workshops.progress(overall.thing(workshop)).step == "actions"
    assert summary_of(overall).conflicts == 0
    assert review.conflicts(overall) == build_document(plan_data(overall))["conflicts"] == []


def test_a_decision_travels_and_is_not_asked_again(
    overall: Session, sodra: Session, apart: Session
) -> None:
    merge(overall, [place(sodra), place(apart)])
    entity = overall.things("action")[0].id
    review.resolve(overall, entity, "goal", value="Färre, på sikt inga")
    merge(overall, [place(sodra), place(apart)])
    assert review.conflicts(overall) == []
    merge(sodra, [place(overall)])
    merge(sodra, [place(apart)])
    assert review.conflicts(sodra) == []
    assert sodra.thing(entity)["goal"] == "Färre, på sikt inga"


def test_the_same_said_twice_and_then_changed_is_no_conflict_decided(
    sodra: Session, apart: Session, tmp_path: Path
) -> None:
    later = surroundings("kansli", tmp_path, begin=BEGIN + timedelta(days=1))
    overall = create(tmp_path / "länet.nvplan", surroundings=later)
    entity = sodra.things("action")[0].id
    for one in (sodra, apart):
        one.set(entity, {"description": "Två bilar och en sjuksköterska"})
    merge(overall, [place(sodra), place(apart)])
    (receipt,) = receipts(overall)
    overall.set(entity, {"description": "Tre bilar"})
    assert judgements(overall, receipt) == []
    review.resolve(overall, entity, "goal", use=1)
    (told,) = judgements(overall, receipt)
    assert "Mål" in told.text


def test_a_dry_run_tells_the_same_and_keeps_nothing(overall: Session, sodra: Session) -> None:
    count = overall.store.count()
    dry = merge(overall, [place(sodra)], dry_run=True)
    assert overall.store.count() == count
    assert receipts(overall) == []
    real = merge(overall, [place(sodra)])
    assert dry.sources == real.sources
    assert (dry.actions, dry.conflicts) == (real.actions, real.conflicts)


def test_the_merge_taken_back_is_the_last_also_in_the_same_moment(
    tmp_path: Path, sodra: Session
) -> None:
    other = local(tmp_path, "östra", "ostra")
    other.add("action", {"title": "SIP"})
    for n in range(6):
        overall = create(tmp_path / f"{n}.nvplan", surroundings=surroundings("kansli", tmp_path))
        merge(overall, [place(sodra)])
        last = merge(overall, [place(other)]).receipt
        assert undo_merge(overall)[0].id == last


def test_sources_are_never_touched(overall: Session, sodra: Session) -> None:
    source = place(sodra)
    before = source.read_bytes(), source.stat().st_mtime_ns
    merge(overall, [source])
    assert (source.read_bytes(), source.stat().st_mtime_ns) == before


def test_one_bad_file_does_not_stop_the_others(
    overall: Session, sodra: Session, tmp_path: Path
) -> None:
    bad = tmp_path / "bild.nvplan"
    bad.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    report = merge(overall, [bad, place(sodra), tmp_path / "borta.nvplan"])
    assert [bool(one.error) for one in report.sources] == [True, False, True]
    assert "bild.nvplan" in report.sources[0].error
    assert (report.actions, report.failed, report.needs_person) == (1, False, True)


def test_all_plan_files_of_a_folder_are_merged(
    overall: Session, sodra: Session, tmp_path: Path
) -> None:
    folder = tmp_path / "inkomna"
    folder.mkdir()
    shutil.copy(place(sodra), folder / "a.nvplan")
    shutil.copy(place(sodra), folder / "b.nvplan")
    (folder / "läs mig.txt").write_text("hej")
    report = merge(overall, [folder])
    assert [one.file for one in report.sources] == ["a.nvplan", "b.nvplan"]
    assert report.sources[1].notes == ("Samma innehåll som a.nvplan.",)


def test_cancelling_leaves_nothing_half_done(overall: Session, sodra: Session) -> None:
    before = content(overall)
    with pytest.raises(CancelledError):
        merge(overall, [place(sodra)] * 3, cancelled=lambda: True)
    assert content(overall) == before


def test_a_merge_is_taken_back_after_reopening_too(
    overall: Session, sodra: Session, tmp_path: Path
) -> None:
    before = content(overall)
    merge(overall, [place(sodra)])
    reopened = open_plan(place(overall), surroundings=surroundings("igen", tmp_path))
    _, built_on = undo_merge(reopened)
    assert content(reopened) == before
    assert built_on == {}
    with pytest.raises(InputError, match="ingen sammanslagning"):
        undo_merge(reopened)


def test_what_was_built_on_a_merge_is_named_and_stays(overall: Session, sodra: Session) -> None:
    receipt = merge(overall, [place(sodra)]).receipt
    entity = overall.things("action")[0].id
    overall.set(entity, {"goal": "Samordnarens mål"})
    _, built_on = undo_merge(overall, receipt)
    assert built_on == {entity: "Mobilt team"}
    assert overall.thing(entity)["goal"] == "Samordnarens mål"
    with pytest.raises(InputError, match="redan återtagen"):
        undo_merge(overall, receipt)


def test_what_gathers_or_follows_up_what_a_merge_made_is_named_too(
    overall: Session, sodra: Session
) -> None:
    sodra.add("action", {"title": "Hembesök"})
    merge(overall, [place(sodra)])
    ids = [one.id for one in overall.things("action")]
    joint = joining.join(overall, ids, title="Team i länet").entity
    follow_up = overall.add("follow_up", {"action": ids[0], "comment": "Går bra"}).entity
    _, built_on = undo_merge(overall)
    assert built_on.keys() == {joint, follow_up}
    assert built_on[joint] == "Team i länet"


def test_merging_the_plan_with_itself_changes_nothing(overall: Session, sodra: Session) -> None:
    merge(overall, [place(sodra)])
    undo_merge(overall)
    before = content(overall)
    report = merge(overall, [place(overall)])
    assert content(overall) == before
    assert report.receipt == ""
    assert "samma fil" in report.sources[0].notes[0]


def test_a_joint_action_gathers_and_the_originals_stay(overall: Session, sodra: Session) -> None:
    sodra.add("action", {"title": "Mobilt team äldre", "principal": "2581"})
    merge(overall, [place(sodra)])
    ids = [one.id for one in overall.things("action")]
    joint = joining.join(overall, ids, title="Mobila team i länet").entity
    assert overall.thing(joint)["contributors"] == ["2581"] or overall.thing(joint)["principal"]
    assert len(overall.things("action")) == 2
    third = overall.add("action", {"title": "Team till"}).entity
    joining.join(overall, [joint, third])
    assert len(overall.things("link")) == 3
    overall.undo()
    assert len(overall.things("link")) == 2


def test_a_joint_action_needs_two_actions(overall: Session) -> None:
    one = overall.add("action", {"title": "Ensam"}).entity
    with pytest.raises(InputError, match="minst två"):
        joining.join(overall, [one])
    with pytest.raises(InputError, match="två olika"):
        joining.distinct(overall, one, one)


def test_near_duplicates_are_suggested_until_joined_or_called_different(overall: Session) -> None:
    titles = ("Utbildning i personcentrerat arbetssätt", "Utbilda i personcentrerad vård")
    pair = [overall.add("action", {"title": t, "shift": "R2"}).entity for t in titles]
    assert [set(one.ids) for one in pairs_in(asked(overall))] == [set(pair)]
    joining.distinct(overall, *pair)
    assert pairs_in(asked(overall)) == []
    overall.undo()
    joining.join(overall, pair)
    assert pairs_in(asked(overall)) == []


def test_a_lansdel_gets_back_its_own_and_the_decision_comes_home(
    overall: Session, sodra: Session, apart: Session, tmp_path: Path
) -> None:
    ostra = local(tmp_path, "östra", "ostra")
    ostra.add("action", {"title": "Hemrehabilitering"})
    merge(overall, [place(sodra), place(apart), place(ostra)])
    out = tmp_path / "till södra.nvplan"
    hand_back(overall, out, county_part="Södra")
    home = open_plan(out, surroundings=surroundings("Piteå", tmp_path))
    assert [one["title"] for one in home.things("action")] == ["Mobilt team"]
    (conflict,) = review.conflicts(home)
    review.resolve(home, conflict.entity, "goal", use=1)
    merge(overall, [place(home)])
    assert review.conflicts(overall) == []
    with pytest.raises(InputError, match="Norra"):
        hand_back(overall, tmp_path / "x.nvplan", county_part="norra")


def test_salvage_writes_a_new_file_with_what_still_verifies(sodra: Session, tmp_path: Path) -> None:
    data = bytearray(place(sodra).read_bytes())
    at = data.find('"Färre akutbesök"'.encode()) + 1
    data[at] ^= 1
    damaged = tmp_path / "skadad.nvplan"
    damaged.write_bytes(data)
    read, published = salvage(damaged, tmp_path / "räddad.nvplan")
    assert published.changes == sodra.store.count() - 1
    assert read.damaged == 1
    saved = open_plan(tmp_path / "räddad.nvplan").things("action")[0]
    assert (saved["title"], saved["goal"]) == ("Mobilt team", None)
    assert damaged.read_bytes() == data
    with pytest.raises(InputError, match="finns redan"):
        salvage(damaged, tmp_path / "räddad.nvplan")
    assert view_of(read).things("action")


def test_a_merge_that_brings_an_erasure_reaches_the_backups(
    overall: Session, sodra: Session, tmp_path: Path
) -> None:
    entity = sodra.things("action")[0].id
    sodra.set(entity, {"risk": "HEMLIGHETEN"})
    merge(overall, [place(sodra)])
    sodra.set(entity, {"risk": "ny"})
    merge(overall, [place(sodra)])
    sodra.erase(entity, "risk")
    merge(overall, [place(sodra)])
    kept = list(overall.backup_folder.glob("*.nvplan"))
    assert len(kept) == 3
    assert not any(b"HEMLIGHETEN" in one.read_bytes() for one in kept)


def test_an_action_may_be_gathered_in_another_joint_action_too(overall: Session) -> None:
    a, b, c = (overall.add("action", {"title": title}).entity for title in ("A", "B", "C"))
    joining.join(overall, [a, b])
    other = joining.join(overall, [b, c]).entity
    joining.join(overall, [other, a])
    assert [one["action"] for one in overall.links() if one["joint_action"] == other] == [b, c, a]
    with pytest.raises(InputError, match="redan samlade"):
        joining.join(overall, [other, a])


def test_a_removed_joint_action_lets_its_actions_be_joined_again(overall: Session) -> None:
    titles = ("Utbildning i personcentrerat arbetssätt", "Utbilda i personcentrerad vård")
    pair = [overall.add("action", {"title": t, "shift": "R2"}).entity for t in titles]
    joint = joining.join(overall, pair).entity
    with pytest.raises(InputError, match="redan samlade"):
        joining.join(overall, pair)
    overall.remove(joint)
    assert [set(one.ids) for one in pairs_in(asked(overall))] == [set(pair)]
    assert "Åtgärd" not in " ".join(joining.join(overall, pair).notes)

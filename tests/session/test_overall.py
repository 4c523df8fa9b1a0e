"""Choosing how local rows are handled, and what the open plan says of the whole county."""

from __future__ import annotations

from pathlib import Path

import pytest

from nvworkshop.errors import InputError
from nvworkshop.planfile.reading.pool import read_plan
from nvworkshop.session import joining
from nvworkshop.session.files import view_of
from nvworkshop.session.following_up import follow_up
from nvworkshop.session.handing_back import hand_back
from nvworkshop.session.merge import merge, undo_merge
from nvworkshop.session.overall import (
    County,
    compared,
    handle,
    homes,
    likenesses,
    overall,
    whole_county,
)
from nvworkshop.session.rows import RowBuilder, words_of
from nvworkshop.session.session import Session
from nvworkshop.session.sessions import create, open_plan
from nvworkshop.workshop.following import Occasion
from tests.laptops import surroundings

TITLES = {
    "sodra": ("Mobilt team för äldre", "Hembesök", "Balans i bygdegården"),
    "ostra": ("Mobilt team för äldre med läkare",),
}


@pytest.fixture
def county(tmp_path: Path) -> Session:
    plans = []
    for part, titles in TITLES.items():
        made = create(tmp_path / f"{part}.nvplan", county_part=part)
        for n, title in enumerate(titles):
            made.add("action", {"title": title, "shift": "R3"}, entity=f"{part}{n}")
        made.publish()
        made.close()
        plans.append(tmp_path / f"{part}.nvplan")
    session = create(tmp_path / "länet.nvplan", surroundings=surroundings("kansli", tmp_path))
    merge(session, plans)
    return session


def at_a_glance(session: Session) -> County:
    compare = compared(session)
    return whole_county(compare, likenesses(compare))


def handled(session: Session) -> dict[str, tuple[str, str]]:
    return {one.id: (one.handling, one.reason) for one in overall(session).entries}


def test_a_choice_is_one_step_with_its_reason_and_is_undone(county: Session) -> None:
    handle(county, ["sodra1", "sodra2"], "kept_local", "Rör bara Södra")
    assert county.undo_label == "Behåll lokalt: 2 åtgärder"
    assert handled(county)["sodra2"] == ("kept_local", "Rör bara Södra")
    county.undo()
    assert handled(county)["sodra1"] == ("", "")


def test_taking_a_choice_back_takes_its_reason_too(county: Session) -> None:
    handle(county, ["sodra1"], "raised", "Kräver pengar")
    handle(county, ["sodra1"], "")
    assert handled(county)["sodra1"] == ("", "")


def test_what_is_gathered_is_left_and_said(county: Session) -> None:
    joining.join(county, ["sodra0", "ostra0"])
    outcome = handle(county, ["sodra0", "sodra1"], "raised")
    assert "ingår i en gemensam" in outcome.notes[-1]
    assert county.thing("sodra0")["handling"] is None
    assert county.thing("sodra1")["handling"] == "raised"
    with pytest.raises(InputError, match="ingår redan"):
        handle(county, ["sodra0"], "kept_local")


def test_the_choice_travels_home_with_the_plan(county: Session, tmp_path: Path) -> None:
    handle(county, ["sodra1"], "raised", "Kräver pengar")
    home = tmp_path / "hem.nvplan"
    hand_back(county, home, county_part="sodra")
    local = open_plan(tmp_path / "sodra.nvplan", surroundings=surroundings("Piteå", tmp_path))
    merge(local, [home])
    thing = local.thing("sodra1")
    assert (thing["handling"], thing["handling_reason"]) == ("raised", "Kräver pengar")


@pytest.fixture
def pitea(county: Session, tmp_path: Path) -> Session:
    """Södra's own plan at home."""
    return open_plan(tmp_path / "sodra.nvplan", surroundings=surroundings("Piteå", tmp_path))


def take_home(county: Session, pitea: Session, file: Path) -> None:
    hand_back(county, file, county_part="sodra")
    merge(pitea, [file])


def test_what_was_told_of_an_action_in_the_overall_plan_goes_home(
    county: Session, pitea: Session, tmp_path: Path
) -> None:
    for one in ("sodra0", "ostra0"):
        follow_up(county, one, {"status": "ongoing"}, Occasion(date="2026-11-30"))
    take_home(county, pitea, tmp_path / "hem.nvplan")
    assert pitea.thing("sodra0")["status"] == "ongoing"
    assert [one["action"] for one in pitea.things("follow_up")] == ["sodra0"]


def test_what_is_split_after_it_was_handed_back_is_split_at_home(
    county: Session, pitea: Session, tmp_path: Path
) -> None:
    joint = joining.join(county, ["sodra0", "ostra0"]).entity
    take_home(county, pitea, tmp_path / "hem 1.nvplan")
    assert [one.id for one in pitea.things("joint_action")] == [joint]
    joining.split(county, joint)
    take_home(county, pitea, tmp_path / "hem 2.nvplan")
    assert pitea.things("joint_action") == pitea.things("link") == []


def test_what_is_taken_out_after_it_was_handed_back_is_taken_out_at_home(
    county: Session, pitea: Session, tmp_path: Path
) -> None:
    joint = joining.join(county, ["sodra0", "sodra1", "ostra0"]).entity
    take_home(county, pitea, tmp_path / "hem 1.nvplan")
    joining.split(county, joint, ["sodra1"])
    take_home(county, pitea, tmp_path / "hem 2.nvplan")
    assert [one["action"] for one in pitea.links()] == ["sodra0"]


def test_a_merge_that_is_taken_back_is_not_handed_back(
    county: Session, pitea: Session, tmp_path: Path
) -> None:
    copy = create(tmp_path / "kopia.nvplan", surroundings=surroundings("kopia", tmp_path))
    merge(copy, [tmp_path / "sodra.nvplan"])
    copy.set("sodra0", {"goal": "Fel kopia"})
    copy.publish()
    merge(county, [tmp_path / "kopia.nvplan"])
    undo_merge(county)
    take_home(county, pitea, tmp_path / "hem.nvplan")
    assert pitea.thing("sodra0")["goal"] is None


def test_a_local_plan_is_refused(tmp_path: Path) -> None:
    local = create(tmp_path / "s.nvplan", county_part="sodra")
    with pytest.raises(InputError, match="länsdels plan"):
        overall(local)


def test_alike_work_in_two_parts_is_an_overlap_until_it_is_joined(county: Session) -> None:
    (one,) = at_a_glance(county).overlaps
    assert {entry.id for entry in one.entries} == {"sodra0", "ostra0"}
    assert not whole_county(compared(county)).overlaps
    joining.join(county, ["sodra0", "ostra0"])
    assert not at_a_glance(county).overlaps


def test_two_joint_actions_worded_alike_overlap(county: Session) -> None:
    for _ in range(2):
        title = "Mobilt team för äldre i hela länet"
        county.add("joint_action", {"title": title, "description": "Läkare åker ut samma dag"})
    entries = [one.entries for one in at_a_glance(county).overlaps]
    assert any(all(one.is_joint_action for one in several) for several in entries)


def test_what_is_read_from_a_file_is_the_same(county: Session) -> None:
    handle(county, ["sodra1"], "kept_local")
    county.publish()
    assert county.target
    view = view_of(read_plan(county.target.place))
    assert overall(view).handled == overall(county).handled


def test_what_was_compared_holds_until_a_text_is_changed_or_a_pair_judged(county: Session) -> None:
    before = compared(county)
    handle(county, ["sodra1"], "raised")
    assert compared(county).is_like(before)
    county.set("sodra1", {"title": "Hembesök av läkare"})
    assert not compared(county).is_like(before)


def test_every_county_part_has_its_plans_to_hand_back(county: Session) -> None:
    again = {"level": "local", "county_part": "sodra", "title": "Södra 2028"}
    county.add("plan", again, entity="ny")
    assert [(one.where, one.plans) for one in homes(county)] == [
        ("Södra", 2),
        ("Södra", 2),
        ("Östra", 1),
    ]
    assert homes(county)[0].id == "ny"


def test_an_action_of_a_lansdel_is_numbered_with_its_name(county: Session) -> None:
    rows = {one.thing.id: one for one in RowBuilder(county).all_of("action")}
    assert rows["ostra0"].numbered == "Östra 1"
    assert rows["sodra1"].numbered == "Södra 2"
    assert rows["ostra0"].texts["number"] == "1"
    assert rows["ostra0"].matches(words_of("Östra"))
    own = RowBuilder(county).row(county.thing(county.add("action", {"title": "Ny"}).entity))
    assert own.numbered == own.texts["number"]

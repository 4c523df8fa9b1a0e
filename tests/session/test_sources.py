from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from nvworkshop.session.merge import merge
from nvworkshop.session.session import Session
from nvworkshop.session.sessions import create, open_plan
from nvworkshop.session.sources import source_plans, unread
from sample_plans.damage import damaged
from tests.laptops import surroundings


def made(tmp_path: Path, part: str, *titles: str) -> Path:
    place = tmp_path / f"{part}.nvplan"
    session = create(place, county_part=part, surroundings=surroundings(part, tmp_path))
    for title in titles:
        session.add("action", {"title": title})
    session.publish()
    session.close()
    return place


@pytest.fixture
def overall(tmp_path: Path) -> Session:
    return create(tmp_path / "länet.nvplan", surroundings=surroundings("kansli", tmp_path))


def test_each_plan_tells_whose_it_is_and_what_it_gave(overall: Session, tmp_path: Path) -> None:
    sodra, ostra = made(tmp_path, "sodra", "Team", "Linje"), made(tmp_path, "ostra", "SIP")
    merge(overall, [ostra, sodra])
    first, second = source_plans(overall)
    assert (first.name, first.actions, first.files) == ("Södra", 2, ("sodra.nvplan",))
    assert (second.name, second.actions, second.who) == ("Östra", 1, ("en dator i Östra (ostra)",))
    assert first.new > second.new > 0
    assert first.merged


def test_copies_of_one_plan_are_one_plan(overall: Session, tmp_path: Path) -> None:
    sodra = made(tmp_path, "sodra", "Team")
    copy = Path(shutil.copy(sodra, tmp_path / "kopia.nvplan"))
    other = open_plan(copy, surroundings=surroundings("Älvsbyn", tmp_path))
    other.add("action", {"title": "Linje"})
    other.publish()
    same = Path(shutil.copy(sodra, tmp_path / "samma.nvplan"))
    merge(overall, [sodra, copy, same])
    (one,) = source_plans(overall)
    assert (one.copies, len(one.files), one.actions) == (2, 3, 2)
    assert set(one.who) == {"en dator i Södra (sodra)", "en dator i Södra (Älvsbyn)"}


def test_what_could_not_be_read_is_told(overall: Session, tmp_path: Path) -> None:
    broken = tmp_path / "trasig.nvplan"
    broken.write_bytes(b"inte en plan")
    merge(overall, [broken, made(tmp_path, "norra", "Team")])
    (one,) = unread(overall)
    assert one.file == "trasig.nvplan"
    assert one.error


def test_damage_is_told_until_a_whole_file_with_as_much_comes(
    overall: Session, tmp_path: Path
) -> None:
    sodra = made(tmp_path, "sodra", *(f"Team {n}" for n in range(30)))
    earlier = Path(shutil.copy(sodra, tmp_path / "tidigare.nvplan"))
    later = open_plan(sodra, surroundings=surroundings("sodra", tmp_path))
    later.add("action", {"title": "Linje"})
    later.publish()
    hurt = tmp_path / "skadad.nvplan"
    hurt.write_bytes(damaged(sodra.read_bytes(), list(later.store.changes())))
    for place, told in ((hurt, True), (earlier, True), (sodra, False)):
        merge(overall, [place])
        (one,) = source_plans(overall)
        assert bool(one.damaged) is told


def test_a_plan_never_merged_has_no_sources(overall: Session) -> None:
    assert source_plans(overall) == []
    assert unread(overall) == []

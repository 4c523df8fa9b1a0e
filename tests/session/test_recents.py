from __future__ import annotations

import threading
from contextlib import closing
from pathlib import Path

import pytest

from nvworkshop.planfile.publish import signature_of
from nvworkshop.session.recents import MOST, Recent, Recents
from nvworkshop.session.sessions import create
from nvworkshop.session.summary import PlanSummary, summary_of
from tests.laptops import surroundings, ticking

SUMMARY = PlanSummary(title="Södra", actions=3)


def recents(home: Path) -> Recents:
    return Recents(home, ticking())


def plan(folder: Path, name: str = "södra.nvplan") -> Path:
    place = folder / name
    around = surroundings(name, folder)
    with closing(create(place, county_part="sodra", surroundings=around)) as session:
        session.add("action", {"title": "Mobilt team"})
        session.publish()
    return place


def test_the_plan_opened_last_is_first_and_stands_once(tmp_path: Path) -> None:
    several = recents(tmp_path)
    for name in ("a", "b", "a"):
        several.remember(tmp_path / name, SUMMARY)
    assert [one.place.name for one in several.all()] == ["a", "b"]
    assert recents(tmp_path).all() == several.all()


def test_the_list_is_never_long(tmp_path: Path) -> None:
    several = recents(tmp_path)
    for n in range(MOST + 5):
        several.remember(tmp_path / f"{n}", SUMMARY)
    assert len(several.all()) == MOST
    assert several.all()[0].place.name == str(MOST + 4)


def test_what_is_forgotten_leaves_the_file(tmp_path: Path) -> None:
    place = plan(tmp_path)
    several = recents(tmp_path)
    several.remember(place, SUMMARY)
    several.forget(place)
    assert several.all() == ()
    assert place.exists()


def test_two_windows_share_the_list(tmp_path: Path) -> None:
    one, other = recents(tmp_path), recents(tmp_path)
    one.remember(tmp_path / "a", SUMMARY)
    other.remember(tmp_path / "b", SUMMARY)
    one.remember(tmp_path / "c", SUMMARY)
    assert {entry.place.name for entry in other.all()} == {"a", "b", "c"}


def test_many_threads_lose_nothing(tmp_path: Path) -> None:
    several = recents(tmp_path)
    threads = [
        threading.Thread(target=several.remember, args=(tmp_path / f"{n}", SUMMARY))
        for n in range(10)
    ]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert len(several.all()) == 10


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b'{"plans": 3}', b"\xff\xfe", b"[" * 100_000, b"null"]
)
def test_a_damaged_list_is_an_empty_one_and_is_kept_beside(tmp_path: Path, data: bytes) -> None:
    place = tmp_path / "recents.json"
    place.write_bytes(data)
    several = recents(tmp_path)
    assert several.all() == ()
    several.remember(tmp_path / "a", SUMMARY)
    assert len(several.all()) == 1
    assert (tmp_path / "recents.skadad").read_bytes() == data


def test_what_is_no_entry_is_passed_over(tmp_path: Path) -> None:
    several = recents(tmp_path)
    several.remember(tmp_path / "a", SUMMARY)
    file = tmp_path / "recents.json"
    odd = '{"plans": [3, {}, {"place": "a"}, {"place": "/\\u0000"}, '
    file.write_text(file.read_text().replace('{\n "plans": [', odd))
    assert [one.place.name for one in several.all()] == ["a"]


def test_a_list_that_can_not_be_written_stops_nobody(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.write_text("en fil i vägen")
    several = recents(home)
    several.remember(tmp_path / "a", SUMMARY)
    assert several.all() == ()


def test_a_plan_that_has_changed_is_read_again(tmp_path: Path) -> None:
    place = plan(tmp_path)
    several = recents(tmp_path)
    several.remember(place, SUMMARY)
    fresh = several.refresh(several.all()[0])
    assert (fresh.summary.actions, fresh.summary.county_part) == (1, "sodra")
    assert fresh.signature == signature_of(place)
    assert several.all() == (fresh,)
    assert several.refresh(fresh) == fresh


def test_a_plan_that_has_not_changed_is_not_read(tmp_path: Path) -> None:
    place = plan(tmp_path)
    several = recents(tmp_path)
    several.remember(place, SUMMARY, signature_of(place))
    assert several.refresh(several.all()[0]).summary == SUMMARY


def test_a_plan_whose_file_is_away_is_kept_and_marked(tmp_path: Path) -> None:
    place = plan(tmp_path)
    several = recents(tmp_path)
    several.remember(place, SUMMARY, signature_of(place))
    place.rename(tmp_path / "undan")
    assert several.refresh(several.all()[0]).missing
    assert several.all()[0].missing
    assert several.all()[0].summary == SUMMARY
    (tmp_path / "undan").rename(place)
    assert not several.refresh(several.all()[0]).missing


def test_a_plan_that_can_not_be_read_says_why_and_keeps_what_was_known(tmp_path: Path) -> None:
    place = tmp_path / "a.nvplan"
    place.write_bytes(b"inte en plan")
    several = recents(tmp_path)
    several.remember(place, SUMMARY)
    fresh = several.refresh(several.all()[0])
    assert fresh.problem
    assert fresh.summary == SUMMARY


def test_what_was_remembered_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    place = plan(tmp_path)
    several = recents(tmp_path)
    several.remember(place, SUMMARY)
    old = several.all()[0]
    several.remember(place, PlanSummary(title="Nyare"))
    several.refresh(old)
    assert several.all()[0].summary.title == "Nyare"


def test_an_entry_survives_the_file(tmp_path: Path) -> None:
    several = recents(tmp_path)
    with closing(create(tmp_path / "b.nvplan", surroundings=surroundings("b", tmp_path))) as one:
        summary = summary_of(one)
    several.remember(tmp_path / "b.nvplan", summary, (1, 2, 3))
    (entry,) = several.all()
    assert entry == Recent(tmp_path / "b.nvplan", summary, entry.opened_at, (1, 2, 3))

from __future__ import annotations

import json
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from nvworkshop import durable
from nvworkshop.planfile.owner import claim, owner_of, release
from nvworkshop.planfile.work import Work
from nvworkshop.planfile.workcopy import working_copy
from nvworkshop.planfile.workfiles import Card, WorkFiles, all_in, cards_at, files_for

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


def card_of(place: Path, *, plan: str = "p", opened: str = "2026-11-22") -> Card:
    return Card(plan, place.resolve(), "Södra", opened, 7, "ab" * 16, "cd" * 32, 4096, (1, 2))


def test_a_card_is_read_as_it_was_written(tmp_path: Path) -> None:
    card = card_of(tmp_path / "å \udcff.nvplan")
    files = WorkFiles(tmp_path, "k")
    files.write(card)
    assert files.card() == card
    assert [one.name for one in tmp_path.iterdir()] == ["k.json"]


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b"[]", b"null", b'{"plan": 1}', b"[" * 100_000, b"\xff", b'{"place": "/x"}'],
)
def test_a_damaged_card_is_no_card(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "k.json").write_bytes(data)
    assert WorkFiles(tmp_path, "k").card() is None
    assert cards_at(tmp_path, tmp_path / "a.nvplan") == []
    files_for(tmp_path, tmp_path / "a.nvplan", "p")


def test_a_card_with_a_wrong_value_is_no_card(tmp_path: Path) -> None:
    files = WorkFiles(tmp_path, "k")
    files.write(card_of(tmp_path / "a.nvplan"))
    whole = json.loads((tmp_path / "k.json").read_text())
    for name in whole:
        (tmp_path / "k.json").write_text(json.dumps({**whole, name: {}}))
        assert files.card() is None


def test_the_card_decides_which_working_copy_is_a_places(tmp_path: Path) -> None:
    old, new = tmp_path / "a.nvplan", tmp_path / "b.nvplan"
    files = files_for(tmp_path, old, "p")
    files.write(card_of(new))
    assert files_for(tmp_path, new, "p") == files
    assert files_for(tmp_path, old, "p") != files
    assert files_for(tmp_path, old, "q").key != files.key
    assert [one.place for one in cards_at(tmp_path, new)] == [new.resolve()]


def test_the_card_opened_last_goes_before(tmp_path: Path) -> None:
    place = tmp_path / "a.nvplan"
    WorkFiles(tmp_path, "k1").write(card_of(place, opened="2026-11-20"))
    WorkFiles(tmp_path, "k2").write(card_of(place, opened="2026-11-22"))
    WorkFiles(tmp_path, "k3").write(card_of(place, opened="2026-11-21", plan="q"))
    assert files_for(tmp_path, place, "p").key == "k2"
    assert [one.plan for one in cards_at(tmp_path, place)] == ["p", "q"]


def test_a_working_copy_from_before_cards_is_found(tmp_path: Path) -> None:
    place = tmp_path / "a.nvplan"
    working_copy(tmp_path, place, "p").close()
    assert all_in(tmp_path) == [files_for(tmp_path, place, "p")]


def test_a_card_is_written_when_it_says_something_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = Work(WorkFiles(tmp_path, "k"), card_of(tmp_path / "a.nvplan"))
    work.keep(published=8)
    before = (tmp_path / "k.json").stat().st_ino
    work.keep(published=8)
    assert (tmp_path / "k.json").stat().st_ino == before
    work.keep(published=9)
    kept = work.files.card()
    assert kept is not None
    assert kept.published == 9


def test_a_card_that_cant_be_written_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = Work(WorkFiles(tmp_path, "k"), card_of(tmp_path / "a.nvplan"))
    work.keep(published=8)
    with monkeypatch.context() as full:
        full.setattr(durable, "write", _full)
        work.keep(published=9)
        with pytest.raises(OSError, match="full"):
            work.keep_surely(published=9)
    assert work.card.published == 8
    work.keep(published=9)
    assert work.card == work.files.card()
    assert [one.name for one in tmp_path.iterdir()] == ["k.json"]


def _full(*_: object) -> None:
    raise OSError(28, "disk full")


def test_an_owner_is_told_until_released(tmp_path: Path) -> None:
    file = tmp_path / "k.owner.json"
    claim(file, NOW)
    owner = owner_of(file)
    assert owner is not None
    assert (owner.pid, owner.since) == (os.getpid(), NOW)
    release(file)
    assert owner_of(file) is None


@pytest.mark.parametrize("pid", [-1, 0, 2**22 + 1, 2**70, "x", None])
def test_an_owner_who_is_gone_is_ignored(tmp_path: Path, pid: object) -> None:
    file = tmp_path / "k.owner.json"
    file.write_text(json.dumps({"pid": pid, "since": NOW.isoformat()}))
    assert owner_of(file) is None


@pytest.mark.parametrize("data", ["", "[]", '{"pid": 1}', '{"pid": 1, "since": "i går"}'])
def test_a_damaged_owner_record_is_none(tmp_path: Path, data: str) -> None:
    (tmp_path / "o.json").write_text(data)
    assert owner_of(tmp_path / "o.json") is None

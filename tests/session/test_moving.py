"""Saving a copy and moving the plan file lose nothing, whatever stands in the way."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from nvworkshop import durable
from nvworkshop.errors import InputError, PublishError
from nvworkshop.planfile import publish as publishing
from nvworkshop.session.live import LivePlan
from nvworkshop.session.sessions import create, open_plan
from nvworkshop.session.unpublished import unpublished
from tests.faults.whole import ids_in, ids_of, is_plain_swedish, litter
from tests.session.desks import add, die, publish, the_card, titles, window


@pytest.fixture
def live(place: Path, home: Path) -> LivePlan:
    live = window(place, home)
    live.open()
    live.edit(add("SIP i tid"))
    return live


@pytest.fixture
def new(tmp_path: Path) -> Path:
    folder = tmp_path / "nytt"
    folder.mkdir()
    return folder / "flyttad.nvplan"


def titles_in(place: Path) -> set[str]:
    return {one.text("title") for one in open_plan(place).things("action")}


def test_a_copy_holds_all_and_the_plan_stays(live: LivePlan, place: Path, new: Path) -> None:
    old = place.read_bytes()
    live.save_copy(new)
    assert ids_in(new.read_bytes()) == ids_of(live.session)
    assert place.read_bytes() == old
    live.edit(add("Efteråt"))
    live.close()
    assert titles_in(place) == {"Mobilt team", "SIP i tid", "Efteråt"}
    assert titles_in(new) == {"Mobilt team", "SIP i tid"}


def test_a_copy_leaves_what_was_published_published(live: LivePlan, new: Path) -> None:
    publish(live)
    live.save_copy(new)
    assert live.session.current_publication
    live.close()


def test_a_window_that_reads_can_save_a_copy(
    live: LivePlan, place: Path, home: Path, new: Path
) -> None:
    second = window(place, home)
    assert second.open().read_only
    second.save_copy(new)
    assert titles_in(new) == {"Mobilt team"}
    second.close()
    live.close()


@pytest.mark.parametrize("do", ["save_copy", "move"])
def test_nothing_is_written_over(live: LivePlan, place: Path, new: Path, do: str) -> None:
    new.write_bytes(b"viktigt")
    for taken in (new, place):
        with pytest.raises(InputError, match="finns redan"):
            getattr(live, do)(taken)
    with pytest.raises(InputError, match="Mappen borta"):
        getattr(live, do)(new.parent / "borta" / "a.nvplan")
    assert new.read_bytes() == b"viktigt"
    live.close()
    assert titles_in(place) == {"Mobilt team", "SIP i tid"}


@pytest.mark.parametrize("do", ["save_copy", "move"])
def test_a_file_that_comes_at_the_last_moment_is_not_written_over(
    live: LivePlan, new: Path, do: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    verify = publishing.verify

    def verified(*given: object) -> int:
        new.write_bytes(b"viktigt")
        return verify(*given)  # type: ignore[arg-type]

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(publishing, "verify", verified)
        with pytest.raises(PublishError):
            getattr(live, do)(new)
    assert new.read_bytes() == b"viktigt"
    live.close()


def test_a_moved_plan_goes_on_in_its_new_place(
    live: LivePlan, place: Path, home: Path, new: Path
) -> None:
    delta = live.move(new)
    assert (live.place, delta.warnings) == (new, ())
    assert not place.exists()
    assert litter(place.parent) == []
    assert the_card(home).place == new.resolve()
    live.edit(add("Efteråt"))
    publish(live)
    assert ids_in(new.read_bytes()) == ids_of(live.session)
    live.close()


def test_unpublished_edits_are_found_from_the_new_place(
    live: LivePlan, home: Path, new: Path
) -> None:
    live.move(new)
    live.edit(add("Efteråt"))
    live.draft("action", "a1", "goal", "Alla har ett")
    die(live)
    assert [one.place for one in unpublished(home)] == [new.resolve()]
    again = window(new, home)
    assert again.open().undo_label
    assert set(titles(again)) == {"Mobilt team", "SIP i tid", "Efteråt"}
    assert again.view.thing("a1")["goal"] == "Alla har ett"
    again.close()
    assert len(list((home / "work").glob("*.db"))) == 1


def test_a_copy_at_the_old_place_has_a_working_copy_of_its_own(
    live: LivePlan, place: Path, home: Path, new: Path
) -> None:
    old = place.read_bytes()
    live.move(new)
    place.write_bytes(old)
    other = window(place, home)
    assert not other.open().read_only
    assert titles(other) == ["Mobilt team"]
    other.close()
    live.close()


def test_what_others_wrote_in_the_old_file_comes_along(
    live: LivePlan, place: Path, new: Path
) -> None:
    other = open_plan(place)
    other.add("action", {"title": "Deras"})
    other.publish()
    live.move(new)
    assert titles_in(new) == {"Mobilt team", "SIP i tid", "Deras"}
    assert not place.exists()
    live.close()


def test_what_came_while_publishing_comes_along(live: LivePlan, place: Path, new: Path) -> None:
    other = open_plan(place)
    other.add("action", {"title": "Deras"})
    other.publish()
    copy = live.copied()
    result = copy.publish()
    live.move(new)
    assert titles_in(new) == {"Mobilt team", "SIP i tid", "Deras"}
    live.took(copy, result)
    assert publish(live).warnings == ()
    assert not place.exists()
    live.close()


def test_publishing_that_was_under_way_does_not_bring_the_old_file_back(
    live: LivePlan, place: Path, home: Path, new: Path
) -> None:
    copy = live.copied()
    live.move(new)
    live.took(copy, copy.publish())
    assert not place.exists()
    assert the_card(home).place == new.resolve()
    live.edit(add("Efteråt"))
    live.close()
    assert "Efteråt" in titles_in(new)


@pytest.mark.parametrize("what", ["another plan", "damaged", "not removable"])
def test_an_old_file_that_is_not_as_it_was_is_left(
    live: LivePlan, place: Path, new: Path, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    match what:
        case "another plan":
            place.unlink()
            create(place, county_part="norra").close()
        case "damaged":
            place.write_bytes(place.read_bytes()[:9000])
        case "not removable":
            monkeypatch.setattr(Path, "unlink", _unlinked(place, Path.unlink))
    before = place.read_bytes()
    notes = live.move(new).warnings
    assert any("ligger kvar" in note for note in notes)
    assert place.read_bytes() == before
    assert titles_in(new) == {"Mobilt team", "SIP i tid"}
    live.close()


def _unlinked(kept: Path, unlink: object) -> object:
    def unlinked(file: Path, missing_ok: bool = False) -> None:
        if file == kept:
            raise PermissionError(13, "no")
        unlink(file, missing_ok=missing_ok)  # type: ignore[operator]

    return unlinked


def test_a_plan_is_moved_from_a_folder_that_is_gone(live: LivePlan, place: Path, new: Path) -> None:
    shutil.rmtree(place.parent)
    notes = live.move(new).warnings
    assert any("går inte att nå" in note for note in notes)
    assert all(map(is_plain_swedish, notes))
    assert titles_in(new) == {"Mobilt team", "SIP i tid"}
    live.close()
    assert not place.parent.exists()


def test_a_plan_whose_file_is_gone_is_moved(live: LivePlan, place: Path, new: Path) -> None:
    place.unlink()
    assert live.move(new).warnings == ()
    assert titles_in(new) == {"Mobilt team", "SIP i tid"}
    live.close()


def test_a_move_that_cant_be_remembered_is_taken_back(
    live: LivePlan, place: Path, home: Path, new: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "disk full")

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(durable, "write", full)
        with pytest.raises(PublishError, match="kunde inte flyttas") as told:
            live.move(new)
    assert is_plain_swedish(told.value.sentence)
    assert (live.place, new.exists()) == (place, False)
    live.edit(add("Efteråt"))
    live.close()
    assert titles_in(place) == {"Mobilt team", "SIP i tid", "Efteråt"}


def test_copies_are_looked_for_beside_the_new_place(live: LivePlan, place: Path, new: Path) -> None:
    live.move(new)
    other = open_plan(Path(shutil.copy(new, new.with_name("flyttad (1).nvplan"))))
    other.add("action", {"title": "Deras"})
    other.publish()
    assert [one.place.name for one in live.copies()] == ["flyttad (1).nvplan"]
    live.close()

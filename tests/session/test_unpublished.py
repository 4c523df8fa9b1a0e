"""Work that no plan file holds is found at the start screen, and put in a file."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from nvworkshop.errors import InputError, InUseError, PlanFileError, PublishError
from nvworkshop.planfile.workcopy import working_copy
from nvworkshop.session.sessions import create, open_plan
from nvworkshop.session.unpublished import Unpublished, rescue, unpublished
from tests.faults.whole import ids_in
from tests.session.desks import Clock, add, die, publish, the_files, titles, window


@pytest.fixture
def waiting(place: Path, home: Path) -> Unpublished:
    """Return the work that a crash left unpublished: one action with its fields."""
    live = window(place, home, Clock())
    live.open()
    live.edit(add("SIP i tid"))
    die(live)
    (found,) = unpublished(home)
    return found


def titles_in(place: Path) -> set[str]:
    return {one.text("title") for one in open_plan(place).things("action")}


def test_unpublished_work_is_listed(waiting: Unpublished, place: Path, home: Path) -> None:
    assert waiting.place == place.resolve()
    assert waiting.title == "Handlingsplan Södra"
    assert waiting.why == "planfilen kunde inte skrivas"
    copy = open_plan(place, on_disk=True)
    held = ids_in(place.read_bytes()) or set()
    lacking = [one.field for one in copy.store.changes() if one.id not in held]
    assert sorted(lacking) == ["device", "number", "plan", "program", "status", "title"]
    assert waiting.changes == 4
    assert int(waiting.at.timestamp() * 1000) == copy.store.latest
    copy.close()


def test_what_is_published_is_not_listed(place: Path, home: Path) -> None:
    live = window(place, home)
    live.open()
    live.edit(add("SIP i tid"))
    assert unpublished(home) == ()
    publish(live)
    die(live)
    assert unpublished(home) == ()
    assert unpublished(home / "nothing here") == ()


def test_what_a_window_has_open_is_passed_over(
    waiting: Unpublished, place: Path, home: Path
) -> None:
    live = window(place, home)
    live.open()
    assert unpublished(home) == ()
    live.edit(add("Fast vårdkontakt"))
    with pytest.raises(InUseError):
        rescue(home, waiting, place.with_name("b.nvplan"))
    live.edit(add("Efteråt"))
    live.close()
    assert unpublished(home) == ()


def test_looking_from_another_program_does_not_disturb_a_window(place: Path, home: Path) -> None:
    live = window(place, home)
    live.open()
    code = (
        "import sys; from pathlib import Path; from nvworkshop.session.unpublished import *;"
        " print(len(unpublished(Path(sys.argv[1]))))"
    )
    for number in range(3):
        live.edit(add(f"Rad {number}"))
        done = subprocess.run([sys.executable, "-c", code, str(home)], stdout=-1, check=True)
        assert done.stdout.split() == [b"0"]
    live.close()


def test_why_it_is_unpublished_is_told(waiting: Unpublished, place: Path, home: Path) -> None:
    place.unlink()
    assert [one.why for one in unpublished(home)] == ["planfilen är borta"]
    shutil.rmtree(place.parent)
    assert [one.why for one in unpublished(home)] == ["mappen går inte att nå"]


def test_work_is_put_in_a_new_file_and_no_longer_listed(
    waiting: Unpublished, place: Path, home: Path
) -> None:
    place.unlink()
    new = place.with_name("räddad.nvplan")
    assert rescue(home, waiting, new).place == new
    assert titles_in(new) == {"Mobilt team", "SIP i tid"}
    assert unpublished(home) == ()
    live = window(new, home)
    live.open()
    live.edit(lambda session: session.undo() if session.undo_label else session.remove("a1"))
    live.close()
    assert len(list((home / "work").glob("*.db"))) == 1
    assert not place.exists()


def test_work_is_joined_with_a_file_of_the_same_plan(
    waiting: Unpublished, place: Path, home: Path
) -> None:
    other = open_plan(place)
    other.add("action", {"title": "Deras"})
    other.publish()
    new = place.rename(place.with_name("flyttad.nvplan"))
    rescue(home, waiting, new)
    assert titles_in(new) == {"Mobilt team", "SIP i tid", "Deras"}
    assert unpublished(home) == ()


def test_work_rescued_into_a_place_with_its_own_working_copy_leaves_that(
    waiting: Unpublished, place: Path, home: Path
) -> None:
    new = Path(shutil.copy(place, place.with_name("annan.nvplan")))
    live = window(new, home)
    live.open()
    live.edit(add("I den andra"))
    live.close()
    rescue(home, waiting, new)
    assert titles_in(new) == {"Mobilt team", "SIP i tid", "I den andra"}
    assert unpublished(home) == ()
    live = window(new, home)
    live.open()
    assert set(titles(live)) == {"Mobilt team", "SIP i tid", "I den andra"}
    live.close()


@pytest.mark.parametrize("what", ["another plan", "another file", "no folder"])
def test_rescuing_writes_over_nothing(
    waiting: Unpublished, place: Path, home: Path, what: str
) -> None:
    new = place.with_name("upptagen.nvplan")
    match what:
        case "another plan":
            create(new, county_part="norra").close()
        case "another file":
            new.write_bytes(b"en helt annan fil")
        case "no folder":
            new = place.parent / "borta" / "a.nvplan"
    before = new.read_bytes() if new.exists() else b""
    with pytest.raises((PlanFileError, PublishError)):
        rescue(home, waiting, new)
    assert (new.read_bytes() if new.exists() else b"") == before
    assert len(unpublished(home)) == 1


def test_work_that_has_gone_is_told(waiting: Unpublished, place: Path, home: Path) -> None:
    the_files(home).database.unlink()
    with pytest.raises(InputError, match="finns inte kvar"):
        rescue(home, waiting, place.with_name("b.nvplan"))
    assert not place.with_name("b.nvplan").exists()


def test_a_working_copy_from_before_cards_is_listed_and_rescued(
    waiting: Unpublished, place: Path, home: Path
) -> None:
    (home / "work" / f"{waiting.key}.json").write_bytes(b"{")
    (found,) = unpublished(home)
    assert (found.place, found.title) == (None, "Handlingsplan Södra")
    assert "var planfilen ligger" in found.why
    rescue(home, found, place.with_name("b.nvplan"))
    assert titles_in(place.with_name("b.nvplan")) == {"Mobilt team", "SIP i tid"}
    assert unpublished(home) == ()


def test_opening_gives_a_working_copy_from_before_cards_its_card(
    waiting: Unpublished, place: Path, home: Path
) -> None:
    (home / "work" / f"{waiting.key}.json").unlink()
    live = window(place, home)
    live.open()
    live.close()
    assert unpublished(home) == ()
    assert titles_in(place) == {"Mobilt team", "SIP i tid"}


def test_an_empty_working_copy_is_nothing(home: Path, tmp_path: Path) -> None:
    working_copy(home / "work", tmp_path / "a.nvplan", "p").close()
    (home / "work" / "other.db").write_bytes(b"")
    (home / "work" / "another.db").write_bytes(b"en helt annan fil")
    (home / "work" / "folder.db").mkdir()
    assert unpublished(home) == ()


def test_a_damaged_working_copy_is_listed_with_what_can_be_read(
    waiting: Unpublished, place: Path, home: Path
) -> None:
    place.unlink()
    database = the_files(home).database
    database.write_bytes(bytes(4096) + database.read_bytes()[4096:])
    (found,) = unpublished(home)
    assert found.title == "Handlingsplan Södra"
    rescue(home, found, place)
    assert titles_in(place) == {"Mobilt team", "SIP i tid"}
    assert unpublished(home) == ()


def test_a_journal_left_by_a_crash_is_rolled_back(
    waiting: Unpublished, place: Path, home: Path
) -> None:
    database = the_files(home).database
    writer = sqlite3.connect(database, isolation_level=None)
    writer.execute("PRAGMA cache_size=1")
    writer.execute("BEGIN")
    writer.execute("CREATE TABLE filler AS SELECT randomblob(50000) FROM change")
    journal = database.with_name(f"{database.name}-journal")
    hot, half = journal.read_bytes(), database.read_bytes()
    writer.close()
    database.write_bytes(half)
    journal.write_bytes(hot)
    assert unpublished(home) == (waiting,)
    assert titles_in(place) == {"Mobilt team"}

"""A plan kept open for a window: cards, who has it, backups, closing."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from nvworkshop.errors import InputError, InUseError, PublishError
from nvworkshop.places import SAMPLE_PLANS
from nvworkshop.planfile import backups
from nvworkshop.planfile.owner import claim
from nvworkshop.planfile.store import Store
from nvworkshop.session.session import Session
from nvworkshop.session.sessions import open_plan
from nvworkshop.session.surroundings import Surroundings
from nvworkshop.session.target import Target
from nvworkshop.session.unpublished import unpublished
from tests.faults.whole import ids_in, ids_of
from tests.session.desks import (
    MORNING,
    Clock,
    add,
    die,
    publish,
    the_card,
    the_files,
    titles,
    window,
)


def reading(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Return the list that every file a target reads is put on from now."""
    read: list[Path] = []
    whole = Target.read

    def told(target: Target) -> object:
        read.append(target.place)
        return whole(target)

    monkeypatch.setattr(Target, "read", told)
    return read


def test_the_card_tells_what_the_plan_file_holds(place: Path, home: Path) -> None:
    live = window(place, home, Clock())
    live.open()
    card = the_card(home)
    assert (card.place, card.title) == (place.resolve(), "Handlingsplan Södra")
    assert card.opened == MORNING.isoformat()
    live.edit(add("SIP i tid"))
    assert the_card(home).published == card.published < live.session.store.count()
    publish(live)
    assert the_card(home).published == live.session.store.count()
    live.close()


def test_an_unchanged_file_is_not_read_again(
    place: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = window(place, home)
    first.open()
    first.edit(add("SIP i tid"))
    publish(first)
    first.close()
    read = reading(monkeypatch)
    again = window(place, home)
    assert again.open().published_at
    assert read == []
    assert not again.looks_changed()
    again.edit(add("Fast vårdkontakt"))
    publish(again)
    assert ids_in(place.read_bytes()) == ids_of(again.session)
    again.close()


@pytest.mark.parametrize("lost", ["database", "emptied", "older"])
def test_a_card_newer_than_its_working_copy_is_not_trusted(
    place: Path, home: Path, lost: str
) -> None:
    live = window(place, home)
    live.open()
    live.close()
    database = the_files(home).database
    older = database.read_bytes()
    live = window(place, home)
    live.open()
    live.edit(add("SIP i tid"))
    live.close()
    match lost:
        case "database":
            database.unlink()
        case "emptied":
            database.write_bytes(b"")
        case "older":
            database.write_bytes(older)
    again = window(place, home)
    again.open()
    assert "SIP i tid" in titles(again)
    again.close()


def test_an_older_working_copy_with_as_many_changes_is_not_trusted(place: Path, home: Path) -> None:
    live = window(place, home)
    live.open()
    live.close()
    database = the_files(home).database
    older = database.read_bytes()
    live = window(place, home)
    live.open()
    live.edit(add("SIP i tid"))
    count = live.session.store.count()
    live.close()
    database.write_bytes(older)
    session = Session(Store.open(database), None, Surroundings())
    while session.store.count() <= count:
        session.add("action", {"title": "I den äldre"})
    session.close()
    again = window(place, home)
    again.open()
    assert {"SIP i tid", "I den äldre"} <= set(titles(again))
    again.close()


def test_unpublished_work_is_not_taken_for_published(place: Path, home: Path) -> None:
    live = window(place, home)
    live.open()
    live.edit(add("SIP i tid"))
    die(live)
    again = window(place, home)
    assert again.open().published_at is None
    assert titles(again) == ["Mobilt team", "SIP i tid"]
    again.close()
    assert ids_in(place.read_bytes()) is not None
    assert the_card(home).published == len(ids_in(place.read_bytes()) or ())


def test_a_second_window_reads_and_is_told_since_when(place: Path, home: Path) -> None:
    first = window(place, home, Clock())
    first.open()
    first.edit(add("SIP i tid"))
    second = window(place, home, Clock())
    opened = second.open()
    since = MORNING.astimezone().strftime("%H:%M")
    assert opened.read_only == (
        f"Planen är öppen i ett annat fönster på den här datorn sedan {since}."
        " Här kan du läsa, men inte ändra."
    )
    assert titles(second) == ["Mobilt team"]
    for change in (lambda: second.edit(add("x")), second.copied, lambda: second.move(place)):
        with pytest.raises(InputError, match="bara för läsning"):
            change()
    assert not second.looks_changed()
    second.close()
    first.close()
    third = window(place, home)
    assert not third.open().read_only
    third.close()


def test_since_another_day_is_told_with_its_date(place: Path, home: Path) -> None:
    clock = Clock()
    first = window(place, home, clock)
    first.open()
    clock.pass_by(days=2)
    second = window(place, home, clock)
    assert f"sedan {MORNING.astimezone():%Y-%m-%d %H:%M}." in second.open().read_only
    second.close()
    first.close()


def test_a_dead_owner_is_not_named(place: Path, home: Path) -> None:
    first = window(place, home)
    first.open()
    command = [sys.executable, "-c", "import os; print(os.getpid())"]
    done = subprocess.run(command, stdout=-1, check=True)
    pid = int(done.stdout)
    the_files(home).owner.write_text(f'{{"pid": {pid}, "since": "2026-11-22T09:00:00+00:00"}}')
    second = window(place, home)
    assert "den här datorn. Här kan" in second.open().read_only
    second.close()
    first.close()


def test_a_second_window_on_a_plan_that_is_gone_is_refused(place: Path, home: Path) -> None:
    first = window(place, home)
    first.open()
    place.unlink()
    with pytest.raises(InUseError):
        window(place, home).open()
    first.close()


def test_an_owner_left_by_a_crash_stops_nothing(place: Path, home: Path) -> None:
    live = window(place, home)
    live.open()
    die(live)
    claim(the_files(home).owner, MORNING)
    again = window(place, home)
    assert not again.open().read_only
    again.close()
    assert not the_files(home).owner.exists()


def test_a_newer_programs_file_is_shown(place: Path, home: Path, tmp_path: Path) -> None:
    newer = bytearray(place.read_bytes())
    newer[60:64] = (99).to_bytes(4, "big")
    place.write_bytes(newer)
    live = window(place, home)
    opened = live.open()
    assert "nyare version" in opened.read_only
    assert "läsa, men inte ändra" in opened.read_only
    assert titles(live) == ["Mobilt team"]
    live.save_copy(tmp_path / "kopia.nvplan")
    assert (tmp_path / "kopia.nvplan").read_bytes() == newer
    live.close()
    assert place.read_bytes() == newer


def test_what_a_newer_programs_file_lacks_is_told_of(place: Path, home: Path) -> None:
    live = window(place, home)
    live.open()
    live.edit(add("SIP i tid"))
    newer = bytearray(place.read_bytes())
    newer[60:64] = (99).to_bytes(4, "big")
    place.write_bytes(newer)
    die(live)
    live = window(place, home)
    (told,) = [one for one in live.open().notes if "mer än" in one]
    assert told.startswith("Du har skrivit mer än det som står i filen (4 ändringar).")
    assert told.endswith("spara det i en egen fil från startsidan.")
    assert titles(live) == ["Mobilt team"]
    live.close()


def test_what_came_while_publishing_survives_a_close_before_it_is_taken_in(
    place: Path, home: Path, tmp_path: Path
) -> None:
    live = window(place, home)
    live.open()
    live.edit(add("SIP i tid"))
    other = open_plan(place)
    other.add("action", {"title": "Deras"})
    other.publish()
    live.copied().publish()
    live.edit(add("Sist"))
    live.close()
    final = open_plan(place)
    assert {one["title"] for one in final.things("action")} == {
        "Mobilt team", "SIP i tid", "Deras", "Sist",
    }  # fmt: skip


def test_a_crash_before_what_came_is_taken_in_loses_nothing(place: Path, home: Path) -> None:
    live = window(place, home)
    live.open()
    other = open_plan(place)
    other.add("action", {"title": "Deras"})
    other.publish()
    live.edit(add("SIP i tid"))
    copy = live.copied()
    for number in range(4):
        live.edit(add(f"Sist {number}"))
    copy.publish()
    die(live)
    again = window(place, home)
    again.open()
    assert {"Mobilt team", "SIP i tid", "Deras", "Sist 3"} <= set(titles(again))
    again.close()


def test_two_windows_on_one_file_come_to_rest(place: Path, tmp_path: Path) -> None:
    both = [window(place, tmp_path / name) for name in ("a", "b")]
    for number, live in enumerate(both):
        live.open()
        live.edit(add(f"Åtgärd {number}"))
    for _ in range(3):
        for live in both:
            publish(live)
    before = place.stat().st_mtime_ns, place.stat().st_ino
    for _ in range(3):
        for live in both:
            publish(live)
            live.session.publish()
            assert not live.looks_changed()
    assert (place.stat().st_mtime_ns, place.stat().st_ino) == before
    assert set(titles(both[0])) == set(titles(both[1]))
    for live in both:
        live.close()
    assert (place.stat().st_mtime_ns, place.stat().st_ino) == before


def test_two_sessions_on_one_file_come_to_rest(place: Path) -> None:
    both = [open_plan(place), open_plan(place)]
    for number, session in enumerate(both):
        session.add("action", {"title": f"Åtgärd {number}"})
    for session in (*both, *both):
        session.publish()
    before = place.stat().st_mtime_ns, place.stat().st_ino
    for session in (*both, *both):
        session.publish()
    assert (place.stat().st_mtime_ns, place.stat().st_ino) == before
    assert ids_of(both[0]) == ids_of(both[1]) == ids_in(place.read_bytes())


def test_a_file_that_vanishes_is_seen_and_written_again(place: Path, home: Path) -> None:
    live = window(place, home)
    live.open()
    place.unlink()
    assert live.looks_changed()
    assert publish(live).warnings == ("Planfilen låg inte kvar i mappen. Den är skriven igen.",)
    assert publish(live).warnings == ()
    assert ids_in(place.read_bytes()) == ids_of(live.session)
    live.close()


def test_a_damaged_file_is_kept_beside_and_told_of(place: Path, home: Path) -> None:
    live = window(place, home)
    live.open()
    place.write_bytes(bytes(9000))
    (note,) = publish(live).warnings
    assert "södra.nvplan.skadad" in note
    assert publish(live).warnings == ()
    live.close()


def test_a_salvaged_working_copy_is_told_of(place: Path, home: Path) -> None:
    live = window(place, home)
    live.open()
    live.close()
    the_files(home).database.write_bytes(bytes(9000))
    again = window(place, home)
    notes = again.open().notes
    assert any("den här datorn var skadad" in note and ".damaged" in note for note in notes)
    again.close()


def test_closing_without_the_stick_says_so_only_when_something_waits(
    place: Path, home: Path
) -> None:
    live = window(place, home)
    live.open()
    shutil.rmtree(place.parent)
    live.close()
    live = window(place, home)
    live.open()
    live.edit(add("SIP i tid"))
    with pytest.raises(PublishError, match="går inte att nå"):
        live.close()
    (waiting,) = unpublished(home)
    assert (waiting.changes, waiting.why) == (4, "mappen går inte att nå")
    again = window(place, home)
    assert not again.open().read_only
    assert "SIP i tid" in titles(again)
    with pytest.raises(PublishError):
        again.close()


def kept(home: Path) -> list[backups.Backup]:
    return [one for folder in (home / "backups").glob("*") for one in backups.kept(folder)]


def test_a_backup_is_made_at_the_first_opening_of_a_day(place: Path, home: Path) -> None:
    clock = Clock()
    live = window(place, home, clock)
    live.open()
    publish(live)
    assert [one.reason for one in kept(home)] == ["dagens"]
    live.edit(add("SIP i tid"))
    publish(live)
    live.close()
    for hours, count in ((11, 1), (2, 2)):
        clock.pass_by(hours=hours)
        live = window(place, home, clock)
        live.open()
        publish(live)
        live.close()
        assert len(kept(home)) == count


def test_a_backup_is_made_every_half_hour_of_editing(place: Path, home: Path) -> None:
    clock = Clock()
    live = window(place, home, clock)
    live.open()
    publish(live)
    counts = []
    for _ in range(7):
        clock.pass_by(minutes=10)
        live.edit(add("En till"))
        publish(live)
        counts.append(len(kept(home)))
    clock.pass_by(minutes=50)
    publish(live)
    counts.append(len(kept(home)))
    assert counts == [1, 1, 2, 2, 2, 3, 3, 4]
    clock.pass_by(minutes=50)
    publish(live)
    assert len(kept(home)) == 4
    live.close()


def test_a_backup_that_fails_is_a_note(place: Path, home: Path) -> None:
    (home / "backups").write_text("en fil i vägen")
    live = window(place, home)
    live.open()
    live.edit(add("SIP i tid"))
    (note,) = publish(live).warnings
    assert "äkerhetskopia" in note
    assert publish(live).warnings == ()
    assert ids_in(place.read_bytes()) == ids_of(live.session)
    live.close()


def test_a_backup_forgets_what_is_erased_while_it_is_made(place: Path, home: Path) -> None:
    live = window(place, home)
    live.open()
    live.edit(lambda session: session.set("a1", {"situation": "HEMLIGHETEN"}))
    copy = live.copied()
    live.edit(lambda session: session.erase("a1", "situation"))
    live.took(copy, copy.publish())
    (backup,) = kept(home)
    assert b"HEMLIGHETEN" not in backup.place.read_bytes()
    live.close()
    assert b"HEMLIGHETEN" not in place.read_bytes()


def test_how_much_of_a_damaged_file_could_be_read_is_told(place: Path, home: Path) -> None:
    shutil.copy(SAMPLE_PLANS / "norra-skadad.nvplan", other := place.with_name("norra.nvplan"))
    damaged = window(other, home)
    told = damaged.open().notes[0]
    assert re.search(r"är skadad. \d+ av omkring \d+ ändringar gick att läsa", told)
    (kept,) = publish(damaged).warnings
    assert "finns kvar som" in kept
    shutil.copy(SAMPLE_PLANS / "norra-skadad.nvplan", other)
    counted, kept = publish(damaged).warnings
    assert counted == told
    assert "finns kvar som" in kept
    damaged.close()

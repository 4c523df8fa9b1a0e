from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from nvworkshop.errors import DamagedFileError, InputError, PlanFileError
from nvworkshop.session.comparing import compare
from nvworkshop.session.keeping import Kept, backups_of, copied, reader_of
from nvworkshop.session.restoring import restore_to
from nvworkshop.session.session import Session
from nvworkshop.session.sessions import create, open_plan
from tests.laptops import content, surroundings


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    around = surroundings("Piteå", tmp_path)
    with closing(create(tmp_path / "s.nvplan", county_part="sodra", surroundings=around)) as one:
        one.add("action", {"title": "Mobilt team"})
        yield one


def damage(backup: Kept) -> None:
    """Spoil a page of the log of a backup."""
    data = bytearray(backup.place.read_bytes())
    page = data.index(b"Nr 150") & ~4095
    data[page : page + 4096] = b"\xff" * 4096
    backup.place.write_bytes(data)


def test_backups_are_listed_newest_first_in_words(session: Session) -> None:
    session.backup("merge")
    copied(session).keep()
    session.backup("något nytt")
    found = backups_of(session)
    assert [one.reason for one in found] == ["något nytt", "gjord för hand", "före sammanslagning"]
    assert found[0].at > found[1].at > found[2].at
    assert all(one.size == one.place.stat().st_size for one in found)


def test_a_backup_knows_which_file_it_is_of(session: Session, tmp_path: Path) -> None:
    session.backup("merge")
    copy = tmp_path / "kopia.nvplan"
    session.publish()
    copy.write_bytes((tmp_path / "s.nvplan").read_bytes())
    with closing(open_plan(copy, surroundings=session.surroundings)) as other:
        copied(other).keep()
    mine, theirs = session.file, copy.resolve()
    assert [one.of for one in backups_of(session)] == [theirs, mine]
    for card in session.backup_folder.glob("*.json"):
        card.write_bytes(b"[1]")
    assert [one.of for one in backups_of(session)] == [None, None]


def test_there_are_none_at_first(session: Session) -> None:
    assert backups_of(session) == []


def test_a_backup_reads_as_the_plan_did(session: Session) -> None:
    stood = content(session)
    backup = copied(session).keep()
    session.add("action", {"title": "Ny"})
    with closing((then := reader_of(session).open(backup)).store):
        assert [one.title for one in compare(session, then)] == ["Ny"]
        restore_to(session, then)
    assert content(session) == stood


def test_what_is_erased_is_in_no_backup_that_is_opened(session: Session, tmp_path: Path) -> None:
    entity = session.add("action", {"title": "x", "situation": "HEMLIGHETEN"}).entity
    backup = copied(session).keep()
    before = backup.place.read_bytes()
    session.erase(entity, "situation")
    backup.place.write_bytes(before)  # one that could not be written anew
    reader = reader_of(session)
    with closing(reader.open(backup).store) as store:
        assert all("HEMLIGHETEN" not in (one.value or "") for one in store.changes())
    out = reader.export(backup, tmp_path / "ut.nvplan").place
    assert b"HEMLIGHETEN" not in out.read_bytes()


def test_a_damaged_backup_is_told_and_can_be_saved_as_far_as_it_goes(
    session: Session, tmp_path: Path
) -> None:
    session.add_many("många", [("action", f"a{n}", {"title": f"Nr {n}"}) for n in range(200)])
    backup = copied(session).keep()
    damage(backup)
    reader = reader_of(session)
    with pytest.raises(DamagedFileError, match="skadad"):
        reader.open(backup)
    exported = reader.export(backup, tmp_path / "ut.nvplan")
    assert exported.damaged > 0
    with closing(open_plan(exported.place)) as saved:
        assert saved.store.count() == exported.changes


def test_a_backup_that_is_gone_is_a_sentence(session: Session) -> None:
    backup = copied(session).keep()
    backup.place.unlink()
    with pytest.raises(PlanFileError):
        reader_of(session).open(backup)


def test_a_backup_of_another_plan_is_refused(session: Session, tmp_path: Path) -> None:
    backup = copied(session).keep()
    create(tmp_path / "b.nvplan", surroundings=surroundings("b", tmp_path)).close()
    backup.place.write_bytes((tmp_path / "b.nvplan").read_bytes())
    with pytest.raises(PlanFileError, match="en annan plan"):
        reader_of(session).open(backup)
    with pytest.raises(PlanFileError, match="en annan plan"):
        reader_of(session).export(backup, tmp_path / "ut.nvplan")


def test_a_backup_is_exported_and_read_back(session: Session, tmp_path: Path) -> None:
    backup = copied(session).keep()
    count = session.store.count()
    exported = reader_of(session).export(backup, tmp_path / "ut.nvplan")
    assert (exported.changes, exported.damaged) == (count, 0)
    with closing(open_plan(exported.place)) as again:
        assert content(again) == content(session)


def test_an_export_never_replaces_a_file(session: Session, tmp_path: Path) -> None:
    backup = copied(session).keep()
    with pytest.raises(InputError, match="finns redan"):
        reader_of(session).export(backup, tmp_path / "s.nvplan")

"""What lies at a plan's place may change in every way while the plan is open."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from filelock import FileLock

from nvworkshop.errors import DamagedFileError, PlanFileError, PublishError
from nvworkshop.planfile import publish as publishing
from nvworkshop.planfile.reading.pool import read_plan
from nvworkshop.planfile.store import Store
from nvworkshop.session import target as targets
from nvworkshop.session.session import Session
from nvworkshop.session.sessions import create, open_plan
from nvworkshop.session.surroundings import Surroundings
from tests.faults.whole import ids_in, ids_of, is_plain_swedish, litter


@pytest.fixture
def place(tmp_path: Path) -> Path:
    place = tmp_path / "plan.nvplan"
    create(place, county_part="sodra").close()
    return place


@pytest.fixture
def session(place: Path) -> Iterator[Session]:
    session = open_plan(place, on_disk=True)
    session.add("action", {"title": "Mobilt team"})
    yield session
    session.close()


def holds_all(place: Path, session: Session) -> bool:
    return ids_in(place.read_bytes()) == ids_of(session)


def zeroed(data: bytes) -> bytes:
    return data[:4096] + bytes(4096) + data[8192:]


def test_an_older_copy_gets_the_changes_back(place: Path, session: Session) -> None:
    old = place.read_bytes()
    session.publish()
    place.write_bytes(old)
    session.publish()
    assert holds_all(place, session)


def test_somebody_elses_changes_are_joined(place: Path, session: Session) -> None:
    other = open_plan(place)
    added = other.add("action", {"title": "SIP i tid"}).entity
    other.publish()
    session.publish()
    assert session.thing(added)["title"] == "SIP i tid"
    assert holds_all(place, session)


def test_another_plan_is_never_written_over(tmp_path: Path, place: Path, session: Session) -> None:
    mine = place.read_bytes()
    create(tmp_path / "annan.nvplan", county_part="norra").close()
    other = (tmp_path / "annan.nvplan").read_bytes()
    place.write_bytes(other)
    for _ in range(3):
        with pytest.raises(PlanFileError, match="annan plan"):
            session.publish()
    assert place.read_bytes() == other
    place.write_bytes(mine)
    session.publish()
    assert holds_all(place, session)


@pytest.mark.parametrize(
    "harm", [zeroed, lambda data: data[: len(data) // 2], lambda data: bytes(len(data))]
)
def test_a_damaged_file_is_kept_beside(
    place: Path, session: Session, harm: Callable[[bytes], bytes]
) -> None:
    damaged = harm(place.read_bytes())
    place.write_bytes(damaged)
    published = session.publish()
    assert published.kept == place.with_name("plan.nvplan.skadad")
    assert published.kept.read_bytes() == damaged
    assert holds_all(place, session)
    session.add("action", {"title": "SIP i tid"})
    assert session.publish().kept is None


def test_a_file_damaged_before_opening_is_kept_beside(place: Path) -> None:
    damaged = zeroed(place.read_bytes())
    place.write_bytes(damaged)
    session = open_plan(place)
    kept = session.publish().kept
    session.close()
    assert kept is not None
    assert kept.read_bytes() == damaged


def test_damaged_files_are_kept_under_names_of_their_own(place: Path, session: Session) -> None:
    harms = [zeroed(place.read_bytes()), bytes(5000), bytes(5000)]
    for harm in harms:
        place.write_bytes(harm)
        session.publish()
    kept = sorted(place.parent.glob("*.skadad*"))
    assert [one.read_bytes() for one in kept] == harms[:2]


def test_an_emptied_file_is_written_again(place: Path, session: Session) -> None:
    place.write_bytes(b"")
    assert session.publish().kept is None
    assert holds_all(place, session)


def test_a_removed_file_is_written_again(place: Path, session: Session) -> None:
    place.unlink()
    session.publish()
    assert holds_all(place, session)


def test_a_newer_programs_file_is_left_alone(place: Path, session: Session) -> None:
    newer = bytearray(place.read_bytes())
    newer[60:64] = (99).to_bytes(4, "big")
    place.write_bytes(newer)
    for _ in range(2):
        with pytest.raises(PlanFileError, match="nyare version"):
            session.publish()
    assert place.read_bytes() == newer


def test_a_folder_in_its_place_is_left_alone(place: Path, session: Session) -> None:
    place.unlink()
    place.mkdir()
    with pytest.raises(PlanFileError, match="är en mapp"):
        session.publish()
    assert place.is_dir()


def test_damage_without_the_plans_name_may_be_another_plans(
    place: Path, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    unnamed = replace(read_plan(place), plan="", salvaged=True, changes=[])
    place.write_bytes(zeroed(place.read_bytes()))
    monkeypatch.setattr(targets, "read_plan", lambda _: unnamed)
    for _ in range(2):
        with pytest.raises(DamagedFileError, match="annan plan"):
            session.publish()


def test_a_change_at_the_last_moment_is_not_written_over(
    tmp_path: Path, place: Path, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = open_plan(place, surroundings=Surroundings(home=lambda: tmp_path / "other"))
    added = other.add("action", {"title": "SIP i tid"}).entity
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(publishing, "verify", _after(other.publish))
        with pytest.raises(PublishError, match="någon annan"):
            session.publish()
    assert holds_all(place, other)
    session.publish()
    assert session.thing(added)["title"] == "SIP i tid"
    assert holds_all(place, session)


def _after(publish: Callable[[], object]) -> Callable[[Store, Path], int]:
    """Return a `verify` during which somebody else publishes, once."""
    waiting = [publish]

    def verify(store: Store, written: Path) -> int:
        while waiting:
            waiting.pop()()
        return _VERIFY(store, written)

    return verify


_VERIFY = publishing.verify


def test_another_windows_lock_gives_a_sentence(
    place: Path, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(targets, "_LOCK_SECONDS", 0.01)
    assert session.target
    with (
        FileLock(session.target._lock_file),
        pytest.raises(PublishError, match="annat fönster") as told,
    ):
        session.publish()
    assert is_plain_swedish(told.value.sentence)
    session.publish()


def test_a_home_that_cant_be_written_gives_a_sentence(home: Path, session: Session) -> None:
    shutil.rmtree(home / "locks")
    (home / "locks").write_text("en fil i vägen")
    with pytest.raises(PublishError, match="egen mapp"):
        session.publish()


def test_what_a_crash_left_is_cleared_away(place: Path, session: Session) -> None:
    assert session.target
    left = place.with_name(f".{place.name}.{session.target._writer}.tmp")
    for file in (left, left.with_name(f"{left.name}-journal")):
        file.write_bytes(b"halv")
    session.publish()
    assert litter(place.parent) == []

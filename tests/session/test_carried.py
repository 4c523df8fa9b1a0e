"""Copies to carry or send: what is left out is nowhere in them, and a password closes them."""

from __future__ import annotations

from pathlib import Path

import pytest

from nvworkshop.errors import InputError, PlanFileError
from nvworkshop.exchange.sealed import is_sealed
from nvworkshop.places import SAMPLE_PLANS
from nvworkshop.planfile.reading.pool import read_plan
from nvworkshop.session.carried import LEAVES, copied, unsealed
from nvworkshop.session.files import view_of
from nvworkshop.session.merge import merge
from nvworkshop.session.session import Session
from nvworkshop.session.sessions import open_plan
from nvworkshop.session.surroundings import Surroundings

PASSWORD = "snö på Ripfjället i maj"
SECRETS = {
    "names": "NAMNLAPPEN",
    "notes": "ANTECKNINGEN",
    "ideas": "FÖRSLAGET",
    "course": "ROLLEN",
    "writers": "DATORN-I-VITTANGI",
}


@pytest.fixture
def session(place: Path) -> Session:
    session = open_plan(place, surroundings=Surroundings(device=SECRETS["writers"]))
    begun = f"{SECRETS['ideas']} som skrevs när programmet stängdes"
    session.add("workshop", {"title": "Workshop", "unfinished": begun}, entity="w1")
    session.add("note", {"text": SECRETS["notes"], "workshop": "w1"})
    session.add("idea", {"title": SECRETS["ideas"], "workshop": "w1"})
    session.add("participant", {"function": "rektor", "name": SECRETS["names"]}, entity="p1")
    session.set("p1", {"name": f"{SECRETS['names']} igen", "role": SECRETS["course"]})
    return session


@pytest.mark.parametrize("left", sorted(SECRETS))
def test_what_is_left_out_is_nowhere_in_the_copy(
    session: Session, tmp_path: Path, left: str
) -> None:
    out = tmp_path / "kopia.nvplan"
    done = copied(session).carry(out, without=[left])
    assert done.left_out > 0
    data = out.read_bytes()
    found = {key for key, text in SECRETS.items() if text.encode() in data}
    assert found == SECRETS.keys() - {left} - ({"names"} if left == "course" else set())


def test_what_is_written_in_a_copy_comes_back(session: Session, tmp_path: Path) -> None:
    out = tmp_path / "kopia.nvplan"
    copied(session).carry(out, without=LEAVES)
    copy = open_plan(out)
    copy.set("a1", {"comment": "Skrivet i kopian"})
    copy.publish()
    merge(session, [out])
    assert session.thing("a1")["comment"] == "Skrivet i kopian"
    assert session.things("idea")


@pytest.fixture(scope="module")
def locked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of a sample plan with a password."""
    place = tmp_path_factory.mktemp("låst") / "kopia.nvplan.age"
    view = view_of(read_plan(SAMPLE_PLANS / "sodra.nvplan"))
    copied(view).carry(place, password=PASSWORD)
    view.store.close()
    return place


def test_a_copy_with_a_password_opens_with_it_alone(locked: Path, tmp_path: Path) -> None:
    out, plain = tmp_path / "öppnad.nvplan", SAMPLE_PLANS / "sodra.nvplan"
    assert is_sealed(locked)
    assert b"SQLite" not in locked.read_bytes()
    with pytest.raises(InputError, match="Lösenordet öppnar inte"):
        unsealed(locked, out, PASSWORD.lower())
    assert not out.exists()
    unsealed(locked, out, PASSWORD)
    assert {one.id for one in read_plan(out).changes} == {
        one.id for one in read_plan(plain).changes
    }


@pytest.mark.parametrize("at", [40, -1, 300])
def test_one_changed_byte_and_it_does_not_open(locked: Path, tmp_path: Path, at: int) -> None:
    data = bytearray(locked.read_bytes())
    data[at] ^= 1
    (tmp_path / "kopia.age").write_bytes(data)
    with pytest.raises((InputError, PlanFileError), match="öppna"):
        unsealed(tmp_path / "kopia.age", tmp_path / "ut.nvplan", PASSWORD)
    assert not (tmp_path / "ut.nvplan").exists()


@pytest.mark.parametrize("data", [b"", b"hej", b"age-encryption.org/v1\n", b"SQLite format 3\0"])
def test_what_is_no_sealed_copy_is_told(tmp_path: Path, data: bytes) -> None:
    place = tmp_path / "x.age"
    place.write_bytes(data)
    with pytest.raises(PlanFileError):
        unsealed(place, tmp_path / "ut.nvplan", PASSWORD)


def test_something_else_with_a_password_is_no_plan(tmp_path: Path) -> None:
    from nvworkshop.exchange.sealed import write_sealed

    write_sealed(b"hemligt", tmp_path / "x.age", PASSWORD)
    with pytest.raises(PlanFileError):
        unsealed(tmp_path / "x.age", tmp_path / "ut.nvplan", PASSWORD)


def test_a_short_password_and_a_taken_place_are_refused(session: Session, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="kortare än 10"):
        copied(session).carry(tmp_path / "x.age", password="kort")
    (tmp_path / "x.age").touch()
    with pytest.raises(InputError, match="finns redan"):
        copied(session).carry(tmp_path / "x.age", password=PASSWORD)

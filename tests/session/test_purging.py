"""Names and workshop logs are erased for good: from the file, its history, backups and copies."""

from __future__ import annotations

from pathlib import Path

import pytest

from nvworkshop.errors import InputError
from nvworkshop.model.kinds import KINDS
from nvworkshop.session.merge import merge
from nvworkshop.session.purging import PRIVATE, Purged, purge
from nvworkshop.session.session import Session
from nvworkshop.session.sessions import create, open_plan

NAME, NOTE, COURSE = "NAMNLAPPEN", "ANTECKNINGEN", "FÖRLOPPET"
SECRETS = tuple(one.encode() for one in (NAME, NOTE, COURSE))


@pytest.fixture
def session(place: Path) -> Session:
    """A plan with two workshops, names in several versions, notes, and ideas beside them."""
    session = open_plan(place)
    for workshop in ("w1", "w2"):
        session.add("workshop", {"title": f"Workshop {workshop}"}, entity=workshop)
        session.set(workshop, {"position": {"step": COURSE}})
        session.set(workshop, {"position": {"step": f"{COURSE} två"}})
        values = {"text": f"{NOTE} i rummet", "workshop": workshop}
        session.add("note", values, entity=f"note-{workshop}")
        session.add("idea", {"title": "Egen bil", "workshop": workshop}, entity=f"idea-{workshop}")
    session.add("participant", {"function": "enhetschef", "name": NAME}, entity="p1")
    session.set("p1", {"name": f"{NAME} igen"})
    session.add("participant", {"function": "rektor", "name": f"{NAME} tre"}, entity="p2")
    session.remove("p2")
    session.set("a1", {"name": f"{NAME} fyra"})
    session.backup("merge")
    session.publish()
    return session


def everything(session: Session) -> bytes:
    """Return the bytes of the plan file and of all its backups."""
    assert session.target
    files = [session.target.place, *session.backup_folder.rglob("*.nvplan")]
    assert len(files) > 1
    return b"".join(one.read_bytes() for one in files)


def test_the_private_fields_are_those_declared() -> None:
    assert {("participant", "name"), ("action", "name")} <= PRIVATE
    assert all(KINDS[kind].field(name) for kind, name in PRIVATE)


def test_no_name_is_left_in_any_byte(session: Session) -> None:
    assert SECRETS[0] in everything(session)
    done = purge(session, names=True)
    session.publish()
    assert (done.names, done.notes, done.workshops) == (3, 0, 0)
    assert SECRETS[0] not in everything(session)
    assert all(NAME not in (one.value or "") for one in session.store.changes())
    assert session.thing("p1")["function"] == "enhetschef"
    assert session.thing("a1")["title"] == "Mobilt team"
    assert everything(session).count(SECRETS[1])


def test_an_old_copy_does_not_bring_it_back(session: Session, tmp_path: Path) -> None:
    assert session.target
    old = tmp_path / "gammal.nvplan"
    old.write_bytes(session.target.place.read_bytes())
    purge(session, names=True, log="")
    session.publish()
    merge(session, [old])
    session.publish()
    assert not any(one in everything(session) for one in SECRETS)
    other = open_plan(old)
    merge(other, [session.target.place])
    other.publish()
    assert not any(one in old.read_bytes() for one in SECRETS)


def test_a_plan_that_gathered_it_forgets_it_too(session: Session, tmp_path: Path) -> None:
    assert session.target
    overall = create(tmp_path / "länet.nvplan")
    merge(overall, [session.target.place])
    assert purge(overall, names=True, log="").names == 3
    overall.publish()
    assert not any(one in (tmp_path / "länet.nvplan").read_bytes() for one in SECRETS)


def test_the_log_of_one_workshop_goes_alone(session: Session) -> None:
    done = purge(session, log="w1")
    assert (done.names, done.notes, done.workshops) == (0, 1, 1)
    assert session.thing("w1")["position"] is None
    assert session.thing("w2")["position"] == {"step": f"{COURSE} två"}
    assert [one.id for one in session.things("note")] == ["note-w2"]
    assert {one.id for one in session.things("idea")} == {"idea-w1", "idea-w2"}
    assert session.thing("w1")["title"] == "Workshop w1"


def test_all_logs_go_at_once_with_those_of_removed_workshops(session: Session) -> None:
    session.remove("w2")
    session.remove("note-w2")
    purge(session, log="")
    session.publish()
    assert not any(one in everything(session) for one in SECRETS[1:])
    assert session.things("note") == []
    assert session.thing("a1")["description"] == "Kör ut"


def test_a_workshop_that_has_ended_stays_so_without_its_course(session: Session) -> None:
    session.set("w1", {"position": {"step": COURSE, "spent": {COURSE: 60}, "ended": True}})
    purge(session, log="")
    session.publish()
    assert session.thing("w1")["position"] == {"ended": True}
    assert session.thing("w2")["position"] is None
    assert SECRETS[2] not in everything(session)
    assert purge(session, log="") == Purged()


def test_it_can_not_be_undone_and_is_done_once(session: Session) -> None:
    purge(session, names=True, log="")
    assert session.undo_label == ""
    before = session.store.count()
    assert purge(session, names=True, log="") == Purged()
    assert session.store.count() == before


def test_only_a_workshop_has_a_log(session: Session) -> None:
    with pytest.raises(InputError, match="ingen workshop"):
        purge(session, log="a1")


def test_a_backup_that_can_not_be_changed_is_named(session: Session) -> None:
    (backup,) = session.backup_folder.rglob("*.nvplan")
    backup.write_bytes(backup.read_bytes()[:5000])
    assert backup.name in purge(session, names=True).outcome.notes[0]

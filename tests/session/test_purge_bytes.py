"""What is erased is in no byte of what the program has written, however it was written there."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from nvworkshop.model.changes import Change
from nvworkshop.model.fields import FieldType
from nvworkshop.model.kinds import KINDS
from nvworkshop.session.live import LivePlan
from nvworkshop.session.merge import merge
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.purging import PRIVATE, purge
from nvworkshop.session.recents import Recents
from nvworkshop.session.session import Session
from nvworkshop.session.sessions import create, open_plan
from nvworkshop.session.summary import summary_of
from nvworkshop.session.surroundings import Surroundings

WRITTEN = (FieldType.TEXT, FieldType.LONG)
NOT_HERE = {"own_row", "own_share"}
"""What a huvudman's own plan lets out, and is never written elsewhere."""

FIELDS = sorted(
    (kind.name, field.name)
    for kind in KINDS.values()
    for field in kind.fields
    if not kind.system and kind.name not in NOT_HERE and field.type in WRITTEN
)

SECRETS = st.builds(
    "{}{}".format,
    st.text("abcdefghijklmnoprstuvyåäöÅÄÖéčđŋšŧžèüßñ ,.-", min_size=7, max_size=300).map(
        lambda text: " ".join(text.split())
    ),
    st.sampled_from(["åžŋ", "öčđ", "äšŧ"]),
).filter(lambda text: len(text) >= 8)
"""Texts as they come out of a field: no space around or twice, and letters no hexadecimal has."""


def ways(text: str) -> list[bytes]:
    """Return the text as it may stand in a file: encodings, and JSON."""
    utf16 = [text.encode("utf-16-le"), text.encode("utf-16-be")]
    return [text.encode(), *utf16, json.dumps(text)[1:-1].encode()]


def files_with(folder: Path, text: str) -> set[str]:
    wanted = ways(text)
    found = (one for one in folder.rglob("*") if one.is_file())
    return {one.name for one in found if any(way in one.read_bytes() for way in wanted)}


@contextmanager
def computer() -> Iterator[tuple[Path, Surroundings]]:
    """A folder with all of one computer: the program's own, and the plan's."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        around = Surroundings(home=lambda: folder / "home")
        (folder / "planer").mkdir()
        create(folder / "planer" / "plan.nvplan", county_part="sodra", surroundings=around).close()
        yield folder, around


def holding(session: Session, text: str) -> list[Change]:
    return [
        one
        for one in session.store.changes()
        if one.value and text in json.dumps(one.data, ensure_ascii=False) and one.kind in KINDS
    ]


def test_every_kind_of_field_is_tried() -> None:
    assert {"idea", "note", "action", "participant", "follow_up", "plan"} <= {
        kind for kind, _ in FIELDS
    }
    assert set(FIELDS) >= PRIVATE


@settings(max_examples=5, deadline=None)
@given(first=st.sampled_from(FIELDS), text=SECRETS)
def test_no_byte_is_left_of_what_is_erased(first: tuple[str, str], text: str) -> None:
    with computer() as (folder, around):
        live = written(folder, around, text, first)
        assert len(files_with(folder, text)) >= 4
        live.edit(lambda session: session.erase_changes(holding(session, text), reason="Gallring"))
        live.close()
        with_session = open_plan(live.place, surroundings=around)
        Recents(folder / "home").remember(live.place, summary_of(with_session))
        with_session.close()
        assert files_with(folder, text) == set()


def written(folder: Path, around: Surroundings, text: str, first: tuple[str, str]) -> LivePlan:
    """Write the text in fields of everything, in history, what is removed, backups and drafts."""
    live = LivePlan(folder / "planer" / "plan.nvplan", around)
    live.open()
    live.session.write("Text", {key_of(live.session, *first): {first[1]: text}})
    for kind, name in FIELDS:
        key = key_of(live.session, kind, name)
        live.session.write("Text", {key: {name: f"{text} i historien"}})
        live.session.write("Text", {key: {name: text}})
    live.session.remove(key_of(live.session, *first)[1])
    live.session.backup("merge")
    live.session.publish()
    Recents(folder / "home").remember(live.place, summary_of(live.session))
    live.draft(*key_of(live.session, *first), first[1], f"{text} skrivs just nu")
    return live


def key_of(session: Session, kind: str, name: str) -> tuple[str, str]:
    return kind, session.store.plan if kind == "plan" else f"{kind}-{name}"


@settings(max_examples=4, deadline=None)
@given(text=SECRETS)
def test_names_and_notes_go_where_the_plan_was_merged(text: str) -> None:
    with computer() as (folder, around):
        place = folder / "planer" / "plan.nvplan"
        overall = create(folder / "planer" / "länet.nvplan", surroundings=around)
        session = open_plan(place, surroundings=around, on_disk=True)
        named(session, text)
        merge(overall, [place])
        overall.backup("merge")
        overall.publish()
        purge(session, names=True, log="")
        session.publish()
        session.close()
        assert len(files_with(folder, text)) == 2  # the overall plan and its backup
        merge(overall, [place])
        overall.publish()
        overall.close()
        assert files_with(folder, text) == set()


def named(session: Session, text: str) -> None:
    session.add("workshop", {"title": "Workshop"}, entity="w1")
    session.set("w1", {"position": {"step": text}})
    session.add("note", {"text": f"{text} i rummet", "workshop": "w1"})
    session.add("participant", {"function": "rektor", "name": text}, entity="p1")
    session.set("p1", {"name": f"{text} igen"})
    session.publish()


def test_what_was_undone_elsewhere_does_not_come_back(tmp_path: Path) -> None:
    with computer() as (folder, around):
        place, copy = folder / "planer" / "plan.nvplan", folder / "planer" / "kopia.nvplan"
        session = open_plan(place, surroundings=around)
        session.add("action", {"title": "HEMLIGT ORD"}, entity="a1")
        session.set("a1", {"title": "Mobilt team"})
        session.publish()
        shutil.copy(place, copy)
        other = open_plan(copy, surroundings=around)
        other.erase_changes(holding(other, "HEMLIGT ORD"))
        other.publish()
        merge(session, [copy])
        while session.undo_label:
            session.undo()
        assert holding(session, "HEMLIGT ORD") == []


def test_what_was_left_over_of_an_erased_field_is_forgotten(tmp_path: Path) -> None:
    with computer() as (folder, around):
        live = LivePlan(folder / "planer" / "plan.nvplan", around)
        live.open()
        live.session.add("action", {"title": "Mobilt team", "name": "NAMNLAPPEN"}, entity="a1")
        live.draft("action", "a1", "name", "NAMNLAPPEN två")
        live.draft("action", "a1", "goal", "Ett mål")
        live.edit(purged)
        (left,) = folder.rglob("*.drafts.json")
        assert b"NAMNLAPPEN" not in left.read_bytes()
        assert b"Ett m" in left.read_bytes()
        live.close()


def purged(session: Session) -> Outcome:
    return purge(session, names=True).outcome

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nvworkshop.errors import NewerFileError
from nvworkshop.model.changes import Change, new_change
from nvworkshop.model.kinds import KINDS
from nvworkshop.planfile.reading.pool import read_plan
from nvworkshop.planfile.schema import LOG_SQL
from nvworkshop.session import sessions
from nvworkshop.session.files import store_of, view_of
from nvworkshop.session.merge import merge
from nvworkshop.session.review import conflicts
from nvworkshop.session.surroundings import Surroundings
from nvworkshop.session.view import PlanView
from tests.laptops import PLAN, laptop
from tests.planfile import frozen, independent

ROOT = Path(__file__).parents[2]
FROZEN = ROOT / "tests/data/plans/format-1.nvplan"
SAMPLES = sorted((ROOT / "sample_plans").glob("*.nvplan"))
WHOLE = [FROZEN, *(one for one in SAMPLES if "skadad" not in one.stem)]
WRITERS = (b"w1" * 8, b"w2" * 8)
DOCUMENT = (ROOT / "docs/file_format.md").read_text("utf-8")

Seen = dict[tuple[str, str], tuple[dict[str, Any], dict[str, list[str]]]]
"""(kind, id) → values by field, and the values of each conflict as sorted JSON."""


def by_program(view: PlanView) -> Seen:
    seen: Seen = {
        (kind, one.id): (dict(one.values), {}) for kind in KINDS for one in view.things(kind)
    }
    for one in conflicts(view):
        seen[one.kind, one.entity][1][one.field] = as_json(value.value for value in one.values)
    return seen


def by_stranger(plan: independent.Plan) -> Seen:
    """What the independent reader finds of the kinds and fields that the program shows."""
    seen: Seen = {}
    for key, thing in plan.things.items():
        if key[0] in KINDS and not thing.removed:
            declared = {field.name for field in KINDS[key[0]].fields}
            filled = {name: data for name, data in thing.values.items() if data is not None}
            shown = {name: filled[name] for name in filled.keys() & declared}
            told = {field: as_json(several) for field, several in thing.conflicts.items()}
            seen[key] = (shown, told)
    return seen


def as_json(several: Iterable[Any]) -> list[str]:
    return sorted(json.dumps(data, sort_keys=True) for data in several)


def told(plan: independent.Plan) -> dict[str, Any]:
    """A plan as format-1.json tells it."""
    found: dict[str, Any] = {"plan": plan.plan, "set_aside": len(plan.set_aside)}
    for part in ("values", "conflicts", "erased", "removed"):
        found[part] = {}
        for (kind, entity), thing in sorted(plan.things.items()):
            data = getattr(thing, part)
            if data:
                data = sorted(data) if isinstance(data, set) else data
                found[part].setdefault(kind, {})[entity] = data
    return found


@pytest.mark.parametrize("place", WHOLE, ids=lambda one: one.stem)
def test_the_document_alone_gives_what_the_program_shows(place: Path) -> None:
    view = view_of(read_plan(place))
    assert by_stranger(independent.read(place)) == by_program(view)
    view.store.close()


def test_what_the_program_writes_today_reads_by_the_document(tmp_path: Path) -> None:
    place = frozen.make(tmp_path)
    view = view_of(read_plan(place))
    assert by_stranger(independent.read(place)) == by_program(view)
    view.store.close()


EDITED = ("action", "action", "workshop", "receipt", "redact")
Wanted = tuple[tuple[str, str, str], Any]
"""What a change sets, and to what."""


@st.composite
def logs(draw: st.DrawFn) -> list[Change]:
    """Few things, many replacements: conflicts, removals, redactions, receipts and returns."""
    log: list[Change] = []
    wanted = draw(st.lists(st.sampled_from(EDITED), min_size=1, max_size=9))
    for (kind, entity, field), data in [*draw(receipts()), *(draw(edits(kind)) for kind in wanted)]:
        known = [one.id for one in log]
        erasable = [one.id.hex() for one in log] or ["00" * 16]
        target = (kind, entity or draw(st.sampled_from(erasable)), field)
        some = st.sets(st.sampled_from(known or [bytes(16)]), max_size=4)
        replaces = tuple(draw(some | st.just(set(known))))
        writer, at = draw(st.sampled_from(WRITERS)), draw(st.integers(0, 3))
        seq = len(log) + 1
        log.append(written(writer, seq, target, data, at=at, replaces=replaces))
    return log


@st.composite
def receipts(draw: st.DrawFn) -> list[Wanted]:
    """Two receipts that may cover the same changes, and may be taken back."""
    found: list[Wanted] = []
    for entity in ("r1", "r2"):
        brought = {writer.hex(): [[1, draw(st.integers(6, 12))]] for writer in WRITERS}
        found += [(("receipt", entity, "brought"), brought), (("receipt", entity, "plan"), PLAN)]
        found += [(("receipt", entity, "taken_back"), draw(st.booleans()))]
    return found


def edits(kind: str) -> st.SearchStrategy[Wanted]:
    many: dict[str, list[Wanted]] = {
        "redact": [(("redact", "", "redact"), ""), (("redact", "", "removed"), True)],
        "action": [
            *((("action", "a1", "title"), data) for data in ("x", "y", None)),
            *((("action", "a1", "removed"), data) for data in (True, True, False)),
            (("action", "a1", "goal"), "z"),
        ],
        "workshop": [
            *((("workshop", "w1", "position"), {"step": step}) for step in ("a", "b")),
            *((("workshop", "w1", field), True) for field in ("sample", "removed")),
        ],
        "receipt": [
            (("receipt", "r1", field), data)
            for field in ("taken_back", "removed")
            for data in (True, False)
        ],
    }
    return st.sampled_from(many[kind])


@settings(max_examples=120, deadline=None)
@given(logs())
def test_document_and_program_agree_on_any_log(log: list[Change]) -> None:
    agreed(log)


@pytest.mark.parametrize("removed", [True, False])
def test_a_removed_receipt_sets_aside_like_others(removed: bool) -> None:
    brought = {WRITERS[0].hex(): [[1, 1]]}
    log = [written(WRITERS[0], 1, ("action", "a1", "title"), "x")]
    for field, data in (("brought", brought), ("plan", PLAN), ("taken_back", True)):
        log.append(written(WRITERS[1], len(log), ("receipt", "r1", field), data))
    seen = tuple(one.id for one in log)
    log.append(written(WRITERS[1], 4, ("receipt", "r1", "removed"), removed, replaces=seen))
    found = agreed(log)
    assert ("receipt", "r1") in found
    assert ("action", "a1") not in found


def agreed(log: list[Change]) -> Seen:
    view = PlanView(store_of(PLAN, log), Surroundings())
    rows = [independent.Row(n, *change) for n, change in enumerate(log, 1)]
    assert all(map(independent.is_whole, rows))
    seen = by_program(view)
    view.store.close()
    assert by_stranger(independent.stands(rows, PLAN)) == seen
    return seen


def written(
    writer: bytes,
    seq: int,
    target: tuple[str, str, str],
    data: Any,
    *,
    at: int = 0,
    replaces: tuple[bytes, ...] = (),
) -> Change:
    return new_change(writer, seq, at, target, salt=bytes(16), data=data, replaces=replaces)


def test_the_frozen_file_shows_what_it_was_made_to_show() -> None:
    expected = json.loads(FROZEN.with_suffix(".json").read_text("utf-8"))
    assert told(independent.read(FROZEN)) == expected


def test_the_frozen_files_derived_tables_hold_what_the_log_says() -> None:
    things = independent.read(FROZEN).things
    with closing(sqlite3.connect(f"{FROZEN.as_uri()}?immutable=1", uri=True)) as file:
        tables = {name for (name,) in file.execute("SELECT name FROM sqlite_master")}
        rows = {
            (kind, entity): times
            for kind in KINDS.keys() & tables  # the program it was written by knew fewer
            for entity, *times in file.execute(f'SELECT id, created, updated FROM "{kind}"')
        }
    assert rows == {
        key: [one.created, one.updated]
        for key, one in things.items()
        if key[0] in KINDS and not one.removed
    }


def test_opening_the_frozen_file_leaves_it_as_it_was(tmp_path: Path) -> None:
    place = copy(tmp_path)
    sessions.open_plan(place).close()
    assert place.read_bytes() == FROZEN.read_bytes()
    assert [one.name for one in tmp_path.iterdir()] == [place.name]


def test_unknown_kinds_and_fields_are_written_again_untouched(tmp_path: Path) -> None:
    place = copy(tmp_path)
    session = sessions.open_plan(place)
    session.set(frozen.TEAM, {"status": "ongoing"})
    session.publish()
    session.close()
    things = independent.read(place).things
    assert things["experiment", "e1" * 16].values == {"title": "Prova kvällsöppet"}
    assert things["action", frozen.HOME].values["mood"] == {"scale": 5, "value": 4}


def test_the_worked_example_gives_the_id_it_says() -> None:
    text = " ".join(DOCUMENT.partition("Worked example:")[2].partition("##")[0].split())
    seq, at = (int(re.findall(rf"{word} (\d+)", text)[0]) for word in ("seq", "at"))
    kind, entity, field, value, said = re.findall("`(.+?)`", text)
    names = (kind, entity, field)
    fixed = (bytes.fromhex(said), bytes(range(16)), seq, at)
    row = independent.Row(1, *fixed, *names, bytes(16), value, None, b"\1" * 16)
    assert independent.is_whole(row)


def test_the_create_texts_are_those_in_the_code_and_in_the_frozen_file() -> None:
    block = DOCUMENT.partition("```sql\n")[2].partition("\n```")[0]
    texts = re.split(r"\n(?=CREATE )", block)
    with closing(sqlite3.connect(f"{FROZEN.as_uri()}?immutable=1", uri=True)) as file:
        present = dict(file.execute("SELECT name, sql FROM sqlite_schema"))
    assert texts == list(LOG_SQL[1].values())
    assert texts == [present[name] for name in LOG_SQL[1]]


def test_a_newer_file_is_refused_with_a_sentence_and_left_as_it_was(tmp_path: Path) -> None:
    place = newer(tmp_path)
    before = place.read_bytes()
    with pytest.raises(NewerFileError, match=r"nyare.*\."):
        sessions.open_plan(place)
    report = merge(laptop("one", tmp_path / "home"), [place])
    assert "nyare" in report.sources[0].error
    assert place.read_bytes() == before
    with pytest.raises(ValueError, match="format 1"):
        independent.read(place)


def test_a_newer_file_with_the_same_log_can_be_shown(tmp_path: Path) -> None:
    view = view_of(read_plan(newer(tmp_path), newer=True))
    assert by_program(view) == by_stranger(independent.read(FROZEN))
    view.store.close()


def copy(folder: Path) -> Path:
    place = folder / "plan.nvplan"
    place.write_bytes(FROZEN.read_bytes())
    return place


def newer(folder: Path) -> Path:
    place = copy(folder)
    with closing(sqlite3.connect(place)) as file:
        file.execute("PRAGMA user_version = 2")
    return place

"""What becomes of one thing that several have changed, in every order of their files.

The cases are those that a merge of table rows is tried on (two inserts, two updates, two deletes, a
delete against an update, rows that point at each other), and those that a change log adds.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from nvworkshop.model.kinds import KINDS
from nvworkshop.planfile.reading.pool import ReaderPool
from nvworkshop.session import review
from nvworkshop.session.merge import merge_contents
from nvworkshop.session.sessions import open_plan
from tests.merging.stories import COORDINATOR, Commands, Laptops, printed

BASE = "0 add x title=Team goal=Bas\n"
APART = BASE + "A set x goal=Ett\nB set x goal=Två\n"
MET = APART + "A take B\nB take A\n"
DELETED = BASE + "A remove x\nB set x goal=Två\n"
YES_NO = {True, False}


@dataclass(frozen=True)
class Case:
    """A story, whose files are merged, and what stands then: None for what doesn't."""

    story: str
    stands: dict[str, dict[str, Any] | None] = field(default_factory=dict)
    conflicts: dict[str, set[Any]] = field(default_factory=dict)
    files: str = "AB"
    erased: str = ""


CASES = {
    # Two writers, one row.
    "same row, different fields": Case(
        BASE + "A set x goal=Ett\nB set x function=rektor",
        {"x": {"goal": "Ett", "function": "rektor"}},
    ),
    "same field, same value": Case(
        BASE + "A set x goal=Ett\nB set x goal=Ett", {"x": {"goal": "Ett"}}
    ),
    "same field, different values": Case(APART, {"x": {}}, {"x.goal": {"Ett", "Två"}}),
    "one edits, one does nothing": Case(BASE + "A set x goal=Ett", {"x": {"goal": "Ett"}}),
    "one after the other": Case(
        BASE + "A set x goal=Ett\nB take A\nB set x goal=Två", {"x": {"goal": "Två"}}
    ),
    "the first edits again unknowing": Case(
        BASE + "A set x goal=Ett\nB take A\nB set x goal=Två\nA set x goal=Tre",
        {"x": {}},
        {"x.goal": {"Två", "Tre"}},
    ),
    "emptied against edited": Case(
        BASE + "A set x goal=\nB set x goal=Två", {"x": {}}, {"x.goal": {None, "Två"}}
    ),
    "emptied twice": Case(BASE + "A set x goal=\nB set x goal=", {"x": {"goal": None}}),
    "a list is one value": Case(
        BASE + "A set x municipalities=2581\nB set x municipalities=2560",
        {"x": {}},
        {"x.municipalities": {("2581",), ("2560",)}},
    ),
    # Three writers.
    "three different values": Case(
        APART + "C set x goal=Tre", {"x": {}}, {"x.goal": {"Ett", "Två", "Tre"}}, files="ABC"
    ),
    "two against one": Case(
        APART + "C set x goal=Ett", {"x": {}}, {"x.goal": {"Ett", "Två"}}, files="ABC"
    ),
    "three fields of one row": Case(
        BASE + "A set x goal=Ett\nB set x function=rektor\nC set x place=Gammelstad",
        {"x": {"goal": "Ett", "function": "rektor", "place": "Gammelstad"}},
        files="ABC",
    ),
    "removed, edited and left alone": Case(
        DELETED + "C set x function=rektor",
        {"x": {"goal": "Två", "function": "rektor"}},
        {"x.removed": YES_NO},
        files="ABC",
    ),
    # Inserts.
    "two inserts": Case(
        "A add x title=Team\nB add y title=Buss", {"x": {"title": "Team"}, "y": {"title": "Buss"}}
    ),
    "the same content inserted twice": Case(
        "A add x title=Team\nB add y title=Team", {"x": {"title": "Team"}, "y": {"title": "Team"}}
    ),
    "both inserts get the next number": Case(
        BASE + "A add y title=Buss\nB add z title=Bil", {"y": {"number": 2}, "z": {"number": 2}}
    ),
    "the same id and content inserted twice": Case(
        "A insert x title=Team\nB insert x title=Team", {"x": {"title": "Team"}}
    ),
    "the same id inserted with other content": Case(
        "A insert x title=Team\nB insert x title=Buss", {"x": {}}, {"x.title": {"Team", "Buss"}}
    ),
    # Removals.
    "removed against edited": Case(DELETED, {"x": {"goal": "Två"}}, {"x.removed": YES_NO}),
    "removed twice": Case(BASE + "A remove x\nB remove x", {"x": None}),
    "removed by one, left alone by the other": Case(BASE + "A remove x", {"x": None}),
    "removed after an edit that both know": Case(
        BASE + "B set x goal=Två\nA take B\nA remove x", {"x": None}
    ),
    "one removed, another edited": Case(
        BASE + "0 add y title=Buss\nA remove x\nB set y goal=Två",
        {"x": None, "y": {"goal": "Två"}},
    ),
    "removed and restored": Case(BASE + "A remove x\nA restore x", {"x": {"goal": "Bas"}}),
    "removed and restored against edited": Case(
        DELETED + "A restore x", {"x": {"goal": "Två"}}
    ),
    "removed against removed and restored": Case(
        BASE + "A remove x\nB remove x\nB restore x", {"x": {}}, {"x.removed": YES_NO}
    ),
    "a removal decided": Case(DELETED + "A take B\nA resolve x removed=ja", {"x": None}),
    "a removal decided against": Case(
        DELETED + "A take B\nA resolve x removed=nej", {"x": {"goal": "Två"}}
    ),
    "a removal decided, then edited unknowing": Case(
        DELETED + "A take B\nA resolve x removed=ja\nB set x goal=Tre",
        {"x": {"goal": "Tre"}},
        {"x.removed": YES_NO},
    ),
    # Things that point at each other.
    "removed, and what points at it edited": Case(
        BASE + "0 add f:follow_up action=x comment=Bas\nA remove x\nB set f comment=Bra",
        {"x": None, "f": {"comment": "Bra"}},
    ),
    "removed, and something new points at it": Case(
        BASE + "A remove x\nB add f:follow_up action=x comment=Bra",
        {"x": None, "f": {"comment": "Bra"}},
    ),
    "what points removed, what it points at edited": Case(
        BASE + "0 add f:follow_up action=x comment=Bas\nA remove f\nB set x goal=Två",
        {"x": {"goal": "Två"}, "f": None},
    ),
    # Undo.
    "undone is a value like any other": Case(
        BASE + "A set x goal=Ett, undo\nB set x goal=Två", {"x": {}}, {"x.goal": {"Bas", "Två"}}
    ),
    "undone by one, left alone by the other": Case(
        BASE + "A set x goal=Ett, undo", {"x": {"goal": "Bas"}}
    ),
    "an insert undone": Case(BASE + "A add y title=Buss, undo", {"x": {"goal": "Bas"}, "y": None}),
    "a removal undone against edited": Case(
        BASE + "A remove x, undo\nB set x goal=Två", {"x": {"goal": "Två"}}
    ),
    # Decisions.
    "a decision travels": Case(MET + "A resolve x goal=Ett", {"x": {"goal": "Ett"}}),
    "decided alike by both": Case(
        MET + "A resolve x goal=Tre\nB resolve x goal=Tre", {"x": {"goal": "Tre"}}
    ),
    "decided differently by both": Case(
        MET + "A resolve x goal=Ett\nB resolve x goal=Tre", {"x": {}}, {"x.goal": {"Ett", "Tre"}}
    ),
    "decided against a new edit": Case(
        APART + "A take B\nA resolve x goal=Ett\nB set x goal=Tre",
        {"x": {}},
        {"x.goal": {"Ett", "Tre"}},
    ),
    "decided by a third who saw both": Case(
        APART + "C take A B\nC resolve x goal=Tre", {"x": {"goal": "Tre"}}, files="ABC"
    ),
    # Erasing.
    "erased against edited": Case(
        BASE + "A erase x goal\nB set x goal=Två", {"x": {"goal": "Två"}}, erased='"Bas"'
    ),
    "erased twice": Case(BASE + "A erase x goal\nB erase x goal", {"x": {}}, erased='"Bas"'),
    "erased against removed": Case(
        BASE + "A erase x goal\nB remove x", {"x": None}, erased='"Bas"'
    ),
    "erased after both values were known": Case(
        APART + "A take B\nA erase x goal", {"x": {}}, erased='"Två"'
    ),
    # The coordinator's merge taken back.
    "taken back and merged again": Case(
        APART + "O take A\nO back", {"x": {}}, {"x.goal": {"Ett", "Två"}}
    ),
    "taken back, then another's file": Case(
        BASE + "A set x goal=Ett\nO take A\nO back", {"x": {"goal": "Bas"}}, files="B"
    ),
    "taken back after a decision": Case(
        APART + "O take A B\nO resolve x goal=Tre\nO back", {"x": {"goal": "Tre"}}
    ),
    "edited while the merge was taken back": Case(
        BASE + "O take A\nO back\nA set x goal=Ett", {"x": {"goal": "Ett"}}
    ),
}  # fmt: skip


every_case = pytest.mark.parametrize("case", CASES.values(), ids=CASES)


def orders(case: Case, laptops: Laptops) -> Iterator[list[Path]]:
    for order in permutations(case.files):
        yield [laptops.place(one) for one in order]


@every_case
def test_the_session_gives_what_is_expected_in_every_order(tmp_path: Path, case: Case) -> None:
    laptops = Laptops(tmp_path)
    laptops.tell(case.story)
    with ReaderPool() as pool:
        read = dict(pool.read_all(map(laptops.place, case.files)))
    for order in orders(case, laptops):
        with closing(open_plan(laptops.place(COORDINATOR))) as session:
            merge_contents(session, [(place, read[place]) for place in order])
            things = {one.id: dict(one.values) for kind in KINDS for one in session.things(kind)}
            told = [one.as_json() for one in review.conflicts(session)]
            log = [one.value or "" for one in session.store.changes()]
        check(case, laptops, things, told)
        assert not case.erased or case.erased not in log


@every_case
def test_the_command_line_gives_what_is_expected_in_every_order(tmp_path: Path, case: Case) -> None:
    laptops = Commands(tmp_path)
    laptops.tell(case.story)
    kinds = {"action", *(["follow_up"] if "follow_up" in case.story else [])}
    for order in orders(case, laptops):
        into = tmp_path / "samlad.nvplan"
        shutil.copy(laptops.place(COORDINATOR), into)
        printed("merge", *map(str, order), "--into", str(into))
        shown = [one for kind in kinds for one in printed("show", str(into), "--kind", kind)]
        check(case, laptops, {one["id"]: one for one in shown}, printed("conflicts", str(into)))
        assert not case.erased or case.erased.encode() not in into.read_bytes()


def check(
    case: Case, laptops: Laptops, things: dict[str, dict[str, Any]], told: list[dict[str, Any]]
) -> None:
    """Compare what stands with what is expected."""
    for name, values in case.stands.items():
        thing = things.get(laptops.names[name])
        assert (thing is None) == (values is None), name
        for field_name, value in (values or {}).items():
            assert thing is not None
            assert thing.get(field_name) == value
    names = {entity: name for name, entity in laptops.names.items()}
    found = {
        f"{names[one['entity']]}.{one['field']}": {
            _plain(value["value"]) for value in one["values"]
        }
        for one in told
    }
    assert found == case.conflicts


def _plain(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value

"""Damaged files: what is whole comes back, nothing is invented, what is lost is told."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nvworkshop.errors import DamagedFileError
from nvworkshop.model.changes import Change, is_intact
from nvworkshop.outside.refusal import RefusedError
from nvworkshop.planfile.reading.pool import read_plan
from nvworkshop.planfile.reading.records import Pages
from nvworkshop.planfile.reading.salvage import Finds
from tests import hostile
from tests.planfile.reading.conftest import Examined
from tests.planfile.reading.test_verify import as_row

Examine = Callable[[bytearray], Examined]
COUNT = 300
LOG = bytes((0, 44, 44))
DELETING = ("PRAGMA secure_delete=off", "DELETE FROM change")


@cache
def original() -> tuple[bytes, list[Change]]:
    """Return a plan file's bytes and its changes; one value takes overflow pages."""
    changes = hostile.make_changes(COUNT - 1)
    changes.insert(99, hostile.one_change(data="lång text " * 2000))
    with TemporaryDirectory() as folder:
        path = hostile.write_plan(Path(folder) / "p", changes)
        return path.read_bytes(), changes


def written(folder: Path, changes: list[Change], *more: str) -> bytearray:
    return bytearray(hostile.write_plan(folder / "p", changes, more=more).read_bytes())


@pytest.mark.parametrize(
    ("damage", "rounds", "least"),
    [(hostile.flipped, 60, 299), (hostile.zeroed, 30, 270), (hostile.cut, 30, 0)],
)
def test_damage_invents_nothing_and_is_not_silent(
    examined: Examine, damage: Callable[..., bytearray], rounds: int, least: int
) -> None:
    data, changes = original()
    rng, refused = random.Random(rounds), list[str]()
    for _ in range(rounds):
        try:
            found, kept = examined(damage(bytearray(data), rng))
        except RefusedError as error:
            refused.append(error.code)
            continue
        assert set(kept) <= set(changes)
        assert len(kept) >= least
        assert set(kept) == set(changes) or found.salvaged or found.expected > len(kept)
    assert set(refused) <= ({"newer"} if least else {"hopeless"})


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 50_000), st.binary(max_size=40)), min_size=1, max_size=6),
    st.sampled_from([10**9, 70_000, 9_000]),
)
def test_salvage_never_invents(
    examined: Examine, patches: list[tuple[int, bytes]], end: int
) -> None:
    data = bytearray(original()[0])
    for at, patch in patches:
        data[at : at + len(patch)] = patch
    try:
        _, kept = examined(data[:end])
    except RefusedError:
        return
    assert len({change.id for change in kept}) == len(kept)
    assert set(kept) <= set(original()[1])
    assert all(map(is_intact, kept))


def test_a_long_value_survives_in_overflow_pages(examined: Examine) -> None:
    data = bytearray(original()[0])
    data[0:100] = bytes(100)
    assert set(examined(data)[1]) == set(original()[1])


def test_the_plan_is_known_when_the_first_page_is_gone(examined: Examine) -> None:
    data = bytearray(original()[0])
    data[:4096] = bytes(4096)
    found, kept = examined(data)
    assert (found.plan, found.expected, len(kept)) == (hostile.PLAN, COUNT, COUNT)
    assert found.salvaged


@pytest.mark.parametrize("stated", [b"\0\0", b"\x12\x34", b"\x04\0", b"\0\1"])
def test_a_wrong_page_size_is_found_out(examined: Examine, stated: bytes) -> None:
    data = bytearray(original()[0])
    data[16:18] = stated
    _, kept = examined(data)
    assert len(kept) >= COUNT - 1


@pytest.mark.parametrize("at", [0, 18, 20, 21, 44, 56, 60, 68])
def test_a_damaged_header_costs_no_change(examined: Examine, at: int) -> None:
    data = bytearray(original()[0])
    data[at] ^= 0x80
    found, kept = examined(data)
    assert kept == original()[1]
    assert found.expected == COUNT


@pytest.mark.parametrize(
    "text",
    [b"CREATE TABLE change (", b'" TEXT, "status', b'"status" ANY) STRICT', b"KEY, ", b"meta"],
)
def test_a_damaged_schema_text_is_damage_not_hostility(examined: Examine, text: bytes) -> None:
    data = bytearray(original()[0])
    data[data.index(text) + 3] ^= 0x01
    found, kept = examined(data)
    assert set(kept) == set(original()[1])
    assert found.salvaged


def test_a_damaged_page_header_costs_no_change(examined: Examine) -> None:
    data = bytearray(original()[0])
    pages = [data[at : at + 4096] for at in range(0, len(data), 4096)]
    leaf = 4096 * next(n for n, page in enumerate(pages) if page[0] == 0x0D and LOG in page)
    for field in (0, 3, 4, 5, 8):
        damaged = data + b"\0"
        damaged[leaf + field] ^= 0x02
        assert set(examined(damaged)[1]) == set(original()[1])


def test_free_pages_are_left_alone(tmp_path: Path, examined: Examine) -> None:
    first, *others = hostile.make_changes(200)
    keep = f"{DELETING[1]} WHERE n > 1"
    data = written(tmp_path, [first, *others], DELETING[0], keep)
    assert others[50].writer in data
    data += b"\0"
    _, kept = examined(data)
    assert first in kept
    assert others[120] not in kept


def test_an_erased_change_stays_erased(tmp_path: Path, examined: Examine) -> None:
    whole = hostile.one_change(data="hemlig")
    data = written(tmp_path, [whole.erased()])
    (tmp_path / "old").mkdir()
    old = written(tmp_path / "old", [whole])
    for glued in (data + old, old + data):
        assert examined(glued)[1] == [whole.erased()]


def test_a_known_redaction_erases_what_is_salvaged(tmp_path: Path, examined: Examine) -> None:
    whole = hostile.one_change(data="hemlig")
    data = written(tmp_path, [whole, hostile.redaction(whole)])
    assert whole in examined(data)[1]
    assert examined(data[:-10])[1][0] == whole.erased()


def test_nothing_to_salvage_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "p"
    path.write_bytes(original()[0][:4096])
    with pytest.raises(DamagedFileError, match="ingen ändring gick att rädda"):
        read_plan(path)


def test_the_sentence_counts_what_came_back(tmp_path: Path) -> None:
    path = tmp_path / "p"
    path.write_bytes(original()[0][:-5000])
    content = read_plan(path)
    assert content.salvaged
    assert content.damaged == content.expected - len(content.changes)
    assert "är skadad" in content.notes[-1]


def test_rows_that_hold_more_than_the_file_are_refused() -> None:
    size = 4096
    finds = Finds(Pages(bytearray(size), size), size)
    assert finds.add(as_row(hostile.one_change(1, data="x" * 3000)))
    assert finds.add(as_row(hostile.one_change(1, data="x" * 3000)))
    with pytest.raises(RefusedError, match="hostile"):
        finds.add(as_row(hostile.one_change(2, data="x" * 3000)))


def test_what_is_left_uncounted_is_said_so(tmp_path: Path) -> None:
    path = hostile.write_plan(tmp_path / "p", original()[1], more=["DELETE FROM meta"])
    path.write_bytes(path.read_bytes() + b"\0")
    assert "Det går inte att se om några saknas" in read_plan(path).notes[-1]

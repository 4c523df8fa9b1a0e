from __future__ import annotations

from typing import ClassVar, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from ui.widgets.keyed_list import KeyedList, Role


class Letter(NamedTuple):
    key: str
    said: str = ""


class Letters(KeyedList[Letter]):
    told: ClassVar = {Qt.ItemDataRole.DisplayRole: lambda row: row.said or row.key}

    def key(self, row: Letter) -> str:
        return row.key


def letters(keys: str) -> list[Letter]:
    return [Letter(one) for one in keys]


@pytest.fixture
def model() -> Letters:
    """A list of a to e, watched by Qt's own tester."""
    model = Letters()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
    model.set_items(letters("abcde"))
    return model


def told_by(model: Letters) -> list[str]:
    """What the model tells its views, in order."""
    told: list[str] = []
    model.rowsInserted.connect(lambda _, first, last: told.append(f"new {first}-{last}"))
    model.rowsRemoved.connect(lambda _, first, last: told.append(f"gone {first}-{last}"))
    model.rowsMoved.connect(lambda _, first, *to: told.append(f"{first} to {to[-1]}"))
    model.modelReset.connect(lambda: told.append("all"))
    model.dataChanged.connect(
        lambda first, last: told.append(f"changed {first.row()}-{last.row()}")
    )
    return told


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ("abcde", []),
        ("xyabcde", ["new 0-1"]),
        ("abxcdey", ["new 2-2", "new 6-6"]),
        ("ae", ["gone 1-3"]),
        ("bd", ["gone 4-4", "gone 2-2", "gone 0-0"]),
        ("bcdea", ["0 to 5"]),
        ("eabcd", ["4 to 0"]),
        ("acbde", ["2 to 1"]),
        ("xeab", ["gone 2-3", "2 to 0", "new 0-0"]),
        ("vwxyz", ["all"]),
        ("", ["all"]),
        ("aabcde", ["all"]),
    ],
)
def test_as_little_is_told_as_the_lists_differ_in(
    model: Letters, keys: str, said: list[str]
) -> None:
    told = told_by(model)
    model.set_items(letters(keys))
    assert told == said
    assert model.rows == letters(keys)


def test_rows_that_differ_are_told_together(model: Letters) -> None:
    told = told_by(model)
    model.set_items([Letter(one, one.upper() if one in "bce" else "") for one in "abcde"])
    assert told == ["changed 1-2", "changed 4-4"]
    assert model.index(2).data() == "C"


def test_many_small_steps_are_another_list() -> None:
    model = Letters()
    model.set_items(letters("abcdefghijklmnopqrstuvwxyz"))
    told = told_by(model)
    model.set_items(letters("zyxwvutsrqponmlkjihgfedcba"))
    assert told == ["all"]


@given(st.permutations("abcdefgh"), st.permutations("cdefghij"), st.integers(0, 8))
def test_any_list_becomes_any_other_and_what_is_held_follows(
    before: list[str], after: list[str], count: int
) -> None:
    model = Letters()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
    model.set_items(letters("".join(before)))
    held = {key: QPersistentModelIndex(model.index(n)) for n, key in enumerate(before)}
    told = told_by(model)
    model.set_items([Letter(one, one.upper()) for one in after[:count]])
    assert "".join(one.key for one in model.rows) == "".join(after[:count])
    if "all" not in told:
        there = {key: place.row() for key, place in held.items() if place.isValid()}
        assert there == {key: after.index(key) for key in after[:count] if key in before}


def test_what_is_outside_the_list_is_nothing(model: Letters) -> None:
    assert (model.row(5), model.row(-1), model.place_of("no such")) == (None, None, -1)
    assert model.index(5).data() is None
    assert model.index(0).data(Role.ROW) == Letter("a")
    assert model.index(0).data(Qt.ItemDataRole.ToolTipRole) is None
    assert model.rowCount(model.index(0)) == 0

"""Marks of rows and books survive what other programs do."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nvworkshop.model.book_marks import BookMarks, book_marks, read_marks
from nvworkshop.model.kinds import KINDS
from nvworkshop.model.row_marks import (
    EMPTY,
    _letters,
    mark_of,
    marked_fields,
    plain,
    read_mark,
)

VALUES = st.one_of(st.none(), st.text(max_size=9), st.integers(), st.booleans(), st.dates())


@given(values=st.dictionaries(st.sampled_from(["title", "goal", "end"]), VALUES), other=VALUES)
def test_a_mark_knows_what_a_row_held(
    values: dict[str, date | str | int | None], other: object
) -> None:
    mark = read_mark(mark_of(values))
    assert mark is not None
    assert all(mark.held(name, value) for name, value in values.items())
    assert all(mark.held(name, None) for name in {"title", "goal", "end"} - values.keys())


def test_another_value_was_not_held() -> None:
    mark = read_mark(mark_of({"title": "Mobilt team", "effect": 3}))
    assert mark is not None
    assert not mark.held("title", "Mobilt team 2")
    assert not mark.held("title", None)
    assert not mark.held("goal", "Mobilt team")


@pytest.mark.parametrize("text", ["", "2", "1abc", "1" + "a" * 6, "hej", None, 1, "1\n" + "a" * 7])
def test_what_is_no_mark_is_none(text: object) -> None:
    assert read_mark(text) is None  # type: ignore[arg-type]


def test_an_empty_row_has_the_empty_mark() -> None:
    mark = read_mark(EMPTY)
    assert mark is not None
    assert mark_of({"title": None, "goal": " "}) == EMPTY
    assert mark.values == {}


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "Ja"),
        (3.0, "3"),
        (0.5, "0,5"),
        (date(2027, 5, 1), "2027-05-01"),
        (datetime(2027, 5, 1, 13, 5), "2027-05-01T13:05"),
        (time(13, 5), "13:05"),
        ("  rad ett \r\nrad två\x0b\n", "rad ett\nrad två"),
        ("a\ufffdb", "ab"),
    ],
)
def test_a_value_is_the_same_text_wherever_it_was_saved(value: object, text: str) -> None:
    assert plain(value) == text  # type: ignore[arg-type]


def test_no_two_fields_share_their_letters() -> None:
    for kind in KINDS.values():
        letters = [_letters(one.name, 3) for one in marked_fields(kind)]
        assert len(set(letters)) == len(letters)


def test_a_books_marks_read_back_and_tell_its_rows() -> None:
    ids = [f"id{n}" for n in range(500)]
    said = BookMarks("plan-1", "Södras plan", "handlingsplan", "", "2026-11-29T12:00:00+01:00")
    properties = book_marks(said, ids)
    read = read_marks({**properties, "Annat": "x"})
    assert read is not None
    assert (read.plan, read.title, read.report, read.made) == (
        said.plan,
        said.title,
        said.report,
        said.made,
    )
    assert all(map(read.had, ids))
    assert not read.had("annan")
    assert max(map(len, properties.values())) <= 255


def test_a_book_without_marks_is_nobodys() -> None:
    assert read_marks({"Företag": "x"}) is None

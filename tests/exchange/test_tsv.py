from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nvworkshop.errors import InputError
from nvworkshop.exchange import tsv
from nvworkshop.exchange.tsv import guarded, rows_of, text_of, unguarded

cells = st.text(alphabet=st.sampled_from("ab\"\t\n\r' =å"), max_size=8)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("", []),
        ("a", [["a"]]),
        ("a\tb\r\nc\td\r\n", [["a", "b"], ["c", "d"]]),
        ("a\nb\n", [["a"], ["b"]]),
        ("a\rb", [["a"], ["b"]]),
        ("\t\r\n", [["", ""]]),
        ('"rad ett\nrad två"\tb\r\n', [["rad ett\nrad två", "b"]]),
        ('"rad ett\r\nsade ""hej"""\r\n', [['rad ett\r\nsade "hej"']]),
        ('sade "hej"\tb', [['sade "hej"', "b"]]),
        ('"hej"\tb', [['"hej"', "b"]]),  # Excel puts no quotes around this
        ('"hej", sade hon\tb\nc', [['"hej", sade hon', "b"], ["c"]]),
        ('"aldrig slut\tb\nc', [['"aldrig slut', "b"], ["c"]]),
        ('"a""b"\tc', [['a"b', "c"]]),
        ("\ufeffa\tb", [["a", "b"]]),
        ("a\n\nb", [["a"], [""], ["b"]]),
    ],
)
def test_rows_are_read_as_spreadsheets_write_them(text: str, rows: list[list[str]]) -> None:
    assert rows_of(text) == rows


@given(st.lists(st.lists(cells, min_size=1, max_size=4), max_size=5))
def test_what_is_written_is_read_back(rows: list[list[str]]) -> None:
    written = [[one.replace("\r\n", "\n").replace("\r", "\n") for one in row] for row in rows]
    assert rows_of(text_of(rows)) == written


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    assert all(row for row in rows_of(text))


@pytest.mark.parametrize("text", ["=1+1", "+46", "-5", "@ja", "＝1", "\ta", "'=1", "'a", "''"])
def test_what_could_be_a_formula_is_guarded(text: str) -> None:
    assert guarded(text) == f"'{text}"
    assert unguarded(guarded(text)) == text


@given(st.text(alphabet=st.sampled_from("'=+-@ab"), max_size=5))
def test_guarding_is_undone(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert not guarded(text).startswith(("=", "+", "-", "@"))


@pytest.mark.parametrize(
    ("text", "most"),
    [
        ("a\n" * (tsv.MAX_ROWS + 1), "10\u00a0000 rader"),
        ("\t" * (tsv.MAX_CELLS + 1), "500\u00a0000 celler"),
        ("a" * (tsv.MAX_TEXT + 1), "20\u00a0000\u00a0000 tecken"),
    ],
)
def test_too_much_is_a_sentence(text: str, most: str) -> None:
    with pytest.raises(InputError, match=most):
        rows_of(text)


@pytest.mark.parametrize(
    "text", ['"\t""' * 100_000, '"a\t' * 100_000, '"' * 300_001, '""\t' * 99_999]
)
def test_quotes_that_never_end_take_no_time(text: str) -> None:
    began = time.perf_counter()
    rows_of(text)
    assert time.perf_counter() - began < 5

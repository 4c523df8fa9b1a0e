"""Sheet names, and what a table refuses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nvworkshop.model.tables import Table, sheet_name


@pytest.mark.parametrize(
    ("wanted", "name"),
    [
        ("Luleå/Boden", "Luleå-Boden"),
        ("a[b]:c*d?e\\f", "a-b--c-d-e-f"),
        ("'Södra'", "Södra"),
        ("History", "Blad History"),
        ("", "Blad"),
        ("a\x07b\ud800", "ab"),
        ("Å" * 40, "Å" * 31),
        ("👍" * 20, "👍" * 15),
    ],
)
def test_a_sheet_name_is_one_excel_takes(wanted: str, name: str) -> None:
    assert sheet_name(wanted) == name


def test_sheet_names_differ_whatever_their_case() -> None:
    assert sheet_name("SÖDRA", ["Södra"]) == "SÖDRA (2)"
    assert sheet_name("a" * 40, ["A" * 31]) == f"{'a' * 27} (2)"


@given(wanted=st.text(max_size=50), taken=st.lists(st.text(max_size=31), max_size=3))
def test_every_text_becomes_a_legal_name_of_its_own(wanted: str, taken: list[str]) -> None:
    name = sheet_name(wanted, taken)
    assert 0 < len(name.encode("utf-16-le")) // 2 <= 31
    assert not set("[]:*?/\\") & set(name)
    assert sheet_name(name) == name
    assert name.casefold() not in {one.casefold() for one in taken}


def test_an_illegal_name_is_refused() -> None:
    with pytest.raises(ValueError, match="no sheet name"):
        Table("Luleå/Boden", "", (), ())

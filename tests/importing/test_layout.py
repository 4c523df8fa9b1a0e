"""Headings found wherever they are, and columns known whatever order they have."""

from __future__ import annotations

import pytest

from nvworkshop.importing.layout import Layout, label_of, layout_of, near
from nvworkshop.importing.recognising import is_returned
from nvworkshop.model.book_marks import BookMarks, book_marks
from nvworkshop.model.row_marks import EMPTY
from nvworkshop.model.sheets import RawBook, RawSheet, RawValue

HEADER = ("Id", "Åtgärd", "Vad ska göras", "Ansvarig huvudman", "Klart", "Klart senast", "Märke")


def laid(*rows: tuple[RawValue, ...]) -> Layout:
    found = layout_of(RawSheet("Blad", rows), {})
    assert found is not None
    return found


def names(layout: Layout, kind: str = "action") -> dict[str, int]:
    return {field.name: column for column, field in layout.columns(kind)}


def test_headings_are_found_under_a_title_and_notes() -> None:
    layout = laid(("", "Plan"), (), (None, "En not"), HEADER, ("a", "Mobilt team"))
    assert (layout.header, layout.id, layout.mark) == (3, 0, 6)
    assert names(layout) == {"title": 1, "description": 2, "principal": 3, "end": 4}
    assert list(layout.rows) == [(5, ("a", "Mobilt team"))]
    assert (layout.is_plan, layout.computed["klart senast"]) == (True, 5)


@pytest.mark.parametrize("heading", ["ÅTGÄRD", " åtgärd ", "Åt\u00adgärd"])
def test_headings_are_known_however_they_are_typed(heading: str) -> None:
    assert names(laid((heading, "Klart", "Status")))["title"] == 0


def test_a_column_that_is_there_twice_is_read_once_and_told() -> None:
    layout = laid((*HEADER, "Klart"))
    assert (names(layout)["end"], layout.twice) == (4, ("Klart",))


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Ansvarig huvudmann", "principal"),
        ("Klar", "end"),
        ("Vad skall göras", "description"),
        ("Kostnad", "resources"),
        ("Slutdatum", "end"),
        ("Vår egen fråga", ""),
        ("Åtgärder", "title"),
    ],
)
def test_a_heading_that_is_like_a_field_is_suggested(heading: str, field: str) -> None:
    layout = laid(("Id", "Status", "Riktningsförändring", heading))
    assert near(layout, layout.unknown[3]) == field


def test_a_field_that_has_its_column_is_not_suggested() -> None:
    layout = laid((*HEADER, "Klarts"))
    assert near(layout, "klarts") == ""


def test_marks_are_found_without_their_heading() -> None:
    layout = laid((*HEADER[:-1], None), ("a", "x", None, None, None, None, EMPTY))
    assert layout.mark == 6


def test_a_heading_can_be_named_by_code_or_by_label() -> None:
    assert label_of("end") == label_of("Klart") == "klart"
    assert label_of("finns inte") == ""
    sheet = RawSheet("Blad", (("Åtgärd", "Status", "Mål", "När"),))
    layout = layout_of(sheet, {"när": "klart"})
    assert layout is not None
    assert names(layout)["end"] == 3


def test_a_sheet_of_something_else_has_no_layout() -> None:
    assert layout_of(RawSheet("Blad", (("Namn", "Summa"), ("x", 1))), {}) is None


def test_a_book_is_ours_by_its_properties_or_its_rows() -> None:
    plain = RawBook("a.xlsx", (RawSheet("Blad", (HEADER[1:-1],)),))
    marked = RawBook("a.xlsx", (RawSheet("Blad", (HEADER,)),))
    told = RawBook("a.xlsx", (), book_marks(BookMarks("plan-1"), []))
    assert [is_returned(one) for one in (plain, marked, told)] == [False, True, True]

from __future__ import annotations

from pathlib import Path

import pytest

from nvworkshop.importing.finding import find_header, guess_heading
from nvworkshop.importing.grid import Grid
from nvworkshop.importing.mapping import fingerprint, look
from nvworkshop.importing.remembered import NAME, Known, Remembered
from nvworkshop.importing.words import words
from nvworkshop.model.kinds import ACTION
from nvworkshop.model.layouts import Layout, Split
from nvworkshop.model.sheets import RawBook, RawSheet, letter
from tests.importing.conftest import STRATEGY


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Mål", "goal"),
        ("Delmål", "milestones"),
        ("Effektmål", "goal"),
        ("Insats", "title"),
        ("Åtgärd/aktivitet", "title"),
        ("Ansvarig för uppföljning", "principal"),
        ("Vem är ansvarig?", "principal"),
        ("Ansvarig funktion", "function"),
        ("Tidplan (start–slut)", "end"),
        ("Tidplan – Start", "start"),
        ("Uppföljning", "comment"),
        ("Uppföljning (indikator)", "indicator"),
        ("Kvalitetsmått", "indicator"),
        ("Nulägesbeskrivning", "situation"),
        ("Resurser", "resources"),
        ("Ansvarigg", "principal"),
        ("Responsible party", "principal"),
        ("Due date", "end"),
        ("Nr", ""),
        ("Telefon", ""),
    ],
)
def test_heading_means_a_field(heading: str, field: str) -> None:
    assert guess_heading(heading).field == field


def test_every_word_is_of_a_field_there_is() -> None:
    assert {one.field for one in words().patterns} <= {one.name for one in ACTION.fields}


def test_headings_are_found_under_a_title_over_all_columns() -> None:
    rows = (("Handlingsplan åtgärder ansvar",), (), ("Mål", "Åtgärd", "Ansvarig"), ("a", "b", "c"))
    sheet = RawSheet("Blad", rows, merged=((1, 1, 1, 3),))
    assert find_header(Grid(sheet)) == (3, 3)


def test_sheet_with_a_list_is_chosen_before_others() -> None:
    notes = RawSheet("Om", (("Läs detta",), ("Mer att läsa",), ("Ännu mer",)))
    plan = RawSheet("Plan", (("Åtgärd", "Ansvarig"), ("Gör", "Piteå")))
    hidden = RawSheet("Gammal", (("Åtgärd", "Ansvarig", "Status"), ("a", "b", "Klar")), hidden=True)
    found = look(RawBook("x.xlsx", (notes, hidden, plan)), STRATEGY)
    assert found.layout == Layout("Plan", (1, 1), ("title", "principal"))
    assert found.columns[0].samples == ("Gör",)


def test_of_two_columns_of_actions_the_one_that_says_more_is_the_title() -> None:
    rows = (("Insats", "Aktivitet"), ("Rehab", "Starta grupp"), ("Rehab", "Köp cyklar"))
    found = look(RawBook("x", (RawSheet("A", rows),)), STRATEGY)
    assert found.layout.fields == ("description", "title")


def test_area_that_names_shifts_is_the_shift() -> None:
    rows = (
        ("Område", "Aktivitet"),
        ("Öppnare vårdformer", "A"),
        ("Stärkt gemensam primärvård", "B"),
    )
    found = look(RawBook("x", (RawSheet("A", rows),)), STRATEGY)
    assert found.layout.fields == ("shift", "title")


def test_chosen_headings_are_guessed_anew() -> None:
    rows = (("Åtgärd", "Ansvarig"), ("Status", "Åtgärd"), ("Klar", "Gör"))
    book = RawBook("x", (RawSheet("A", rows),))
    found = look(book, STRATEGY, Layout("A", (2, 2), ()))
    assert found.layout.fields == ("status", "title")
    assert found.rows == 1


def test_same_template_has_the_same_fingerprint() -> None:
    assert fingerprint(["Mål ", "Åtgärd (vad?)"]) == fingerprint(["mål", "Åtgärd"])
    assert fingerprint(["Mål"]) != fingerprint(["Delmål"])


def test_reading_of_a_template_is_remembered(tmp_path: Path) -> None:
    known = Known(("title", "", "end"), Split.LINES)
    Remembered(tmp_path).put("abc", known)
    assert Remembered(tmp_path).find("abc") == known
    assert Remembered(tmp_path).find("other") is None


@pytest.mark.parametrize("text", ["", "[]", '{"abc": 3}', '{"abc": {"fields": [1]}}', "[" * 9_999])
def test_damaged_memory_is_as_if_there_were_none(tmp_path: Path, text: str) -> None:
    (tmp_path / NAME).write_text(text)
    assert Remembered(tmp_path).find("abc") is None


def test_columns_have_the_letters_of_a_spreadsheet() -> None:
    assert [letter(one) for one in (1, 26, 27, 703)] == ["A", "Z", "AA", "AAA"]

"""CSV as Swedish Excel opens it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nvworkshop.exchange import csv_out
from nvworkshop.model.tables import Value
from tests.exchange.books import book, of_texts


def lines(place: Path) -> list[str]:
    return place.read_bytes().decode().split("\r\n")


def test_the_file_has_mark_semicolons_and_windows_line_ends(tmp_path: Path) -> None:
    csv_out.write(of_texts("Överkalix; Kalix", 'säger "ja"', "två\nrader"), tmp_path / "a.csv")
    assert lines(tmp_path / "a.csv") == [
        "\ufeffId;Värde",
        'id0;"Överkalix; Kalix"',
        'id1;"säger ""ja"""',
        'id2;"två\nrader"',
        "",
    ]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@A1", "\t=1", "\r=1", "＝1"])
def test_a_formula_start_is_guarded_and_told(tmp_path: Path, text: str) -> None:
    told = csv_out.write(of_texts(text), tmp_path / "a.csv")
    assert lines(tmp_path / "a.csv")[1].replace('"', "").startswith("id0;'")
    assert told.notices[0].startswith("En text börjar med ett tecken som kan starta en formel")


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.5, "0,5"), (-3, "-3"), (date(2027, 9, 30), "2027-09-30"), (None, "")],
)
def test_a_value_is_written_the_swedish_way(tmp_path: Path, value: Value, text: str) -> None:
    csv_out.write(book(("id", value)), tmp_path / "a.csv")
    assert lines(tmp_path / "a.csv")[1] == f"id;{text}"


@settings(max_examples=60, deadline=None)
@given(texts=st.lists(st.text(max_size=60), max_size=8))
def test_whatever_people_write_reads_back(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str]
) -> None:
    place = tmp_path_factory.mktemp("csv") / "a.csv"
    told = csv_out.write(of_texts(*texts), place)
    assert told.read_back == len(texts)


def test_a_text_of_any_length_is_whole(tmp_path: Path) -> None:
    csv_out.write(of_texts("å" * 200_000), tmp_path / "a.csv")
    assert len(lines(tmp_path / "a.csv")[1]) == 200_004


def test_a_lone_surrogate_is_told(tmp_path: Path) -> None:
    told = csv_out.write(of_texts("a\ud800"), tmp_path / "a.csv")
    assert told.notices == ("En text har tecken som inte kan visas; de står som \ufffd.",)

"""A document counts only when it reads back as what was written."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from nvworkshop import durable
from nvworkshop.errors import ExportError
from nvworkshop.exchange import csv_out, json_out, xlsx_out
from nvworkshop.exchange.xlsx_cells import Fitting
from nvworkshop.model.tables import Book, Row
from tests.exchange.books import of_texts


def changed(place: Path, old: str, new: str) -> None:
    """Replace text in every part of a workbook."""
    with zipfile.ZipFile(place) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(place, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data.replace(old.encode(), new.encode()))


def saved(tmp_path: Path, book: Book) -> Path:
    place = tmp_path / "plan.xlsx"
    xlsx_out.save(book, place, Fitting())
    return place


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("ettvärde", "annat", "bladet Blad, rad 4"),
        ("Rubrik", "Annan", "bladet Blad, rad 1"),
        ('name="Blad"', 'name="Annat"', "bladen"),
        ("</sheetData>", "<row/></sheetData>", "rad 5"),
        ("<sheetData>", "<sheetData><", "skadat"),
        ("<is><t>ettvärde</t></is>", "<f>1+1</f>", "rad 4"),
    ],
)
def test_a_workbook_that_differs_is_refused(tmp_path: Path, old: str, new: str, said: str) -> None:
    book = of_texts("ettvärde")
    place = saved(tmp_path, book)
    changed(place, old, new)
    with pytest.raises(ExportError, match=said):
        xlsx_out.read_actions(book, place, place)


@pytest.mark.parametrize("size", [0, 100, 2_000, -1])
def test_a_workbook_cut_short_is_refused(tmp_path: Path, size: int) -> None:
    book = of_texts("a")
    place = saved(tmp_path, book)
    place.write_bytes(place.read_bytes()[:size])
    with pytest.raises(ExportError, match="skadat"):
        xlsx_out.read_actions(book, place, place)


def test_an_action_that_no_sheet_has_is_refused(tmp_path: Path) -> None:
    book = replace(of_texts("a"), actions=frozenset({"id0", "borta"}))
    for write in (xlsx_out.write, csv_out.write):
        with pytest.raises(ExportError, match=r"saknas|inte med"):
            write(book, tmp_path / "plan.xlsx")
    assert list(tmp_path.iterdir()) == []


def test_rows_read_back_count_each_action_once(tmp_path: Path) -> None:
    book = of_texts("a", "b")
    table = book.tables[0]
    twice = replace(table, rows=(*table.rows, *table.rows), name="Igen")
    several = replace(book, tables=(table, twice))
    told = xlsx_out.write(several, tmp_path / "plan.xlsx")
    assert (told.written, told.read_back) == (2, 2)


def test_json_that_reads_back_otherwise_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write(place: Path, data: bytes) -> None:
        place.write_bytes(data.replace(b"ett", b"annat"))

    monkeypatch.setattr(durable, "write", write)
    with pytest.raises(ExportError, match="lästes inte tillbaka rätt"):
        json_out.write({"things": {"action": [{"id": "ett"}]}}, tmp_path / "a.json")


def test_a_row_of_the_wrong_length_is_no_table() -> None:
    table = of_texts("a").tables[0]
    with pytest.raises(ValueError, match="wrong number of cells"):
        replace(table, rows=(Row(("a",)),))

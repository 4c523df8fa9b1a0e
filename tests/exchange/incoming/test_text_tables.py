"""CSV in the ways Swedish programs write it."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from nvworkshop.errors import BookError
from nvworkshop.exchange.incoming.limits import MAX_ROWS
from nvworkshop.exchange.incoming.reader import read_book
from nvworkshop.exchange.incoming.text_table import read_text_table
from nvworkshop.outside.refusal import Deadline

TEXT = 'Åtgärd;Klart\n"Mobilt\nteam";"v. 40; eller så"\n;\n'
ROWS = (("Åtgärd", "Klart"), ("Mobilt\nteam", "v. 40; eller så"))


def rows(folder: Path, data: bytes, name: str = "a.csv") -> tuple[tuple[object, ...], ...]:
    path = folder / name
    path.write_bytes(data)
    return read_book(path).sheets[0].rows


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_each_coding_and_line_end_is_read(tmp_path: Path, coding: str, ends: str) -> None:
    found = rows(tmp_path, TEXT.replace("\n", ends).encode(coding))
    assert found[0] == ROWS[0]
    assert [str(one).replace("\r\n", "\n") for one in found[1]] == list(ROWS[1])


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("says", [True, False])
def test_the_separator_is_found(tmp_path: Path, separator: str, says: bool) -> None:
    lines = [separator.join(row) for row in (("Åtgärd", "Mål"), ("Möte, helst kort", "a;b"))]
    quoted = lines[0] + "\n" + separator.join(('"Möte, helst kort"', '"a;b"'))
    text = f"sep={separator}\n{quoted}" if says else quoted
    found = rows(tmp_path, text.encode())
    assert found == (("Åtgärd", "Mål"), ("Möte, helst kort", "a;b"))


def test_old_letters_are_told_of(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(TEXT.encode("cp1252"))
    assert "teckenkodning" in read_book(path).notes[0]


def test_the_guard_against_formulas_is_taken_away(tmp_path: Path) -> None:
    assert rows(tmp_path, b"'=1+1;'tis;''=x\n") == (("=1+1", "'tis", "'=x"),)


def test_one_column_is_a_table_too(tmp_path: Path) -> None:
    assert rows(tmp_path, "Åtgärd\nMobilt team\n".encode(), "a.txt") == (
        ("Åtgärd",),
        ("Mobilt team",),
    )


def test_a_quote_that_never_ends_is_one_cell(tmp_path: Path) -> None:
    assert rows(tmp_path, b'a;"b\nc;d\n') == (("a", "b\nc;d\n"),)


def test_more_rows_than_can_be_read_are_told_of(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("a;b\n" * (MAX_ROWS + 9))
    book = read_book(path)
    assert len(book.sheets[0].rows) == MAX_ROWS
    assert "lästes inte" in book.notes[0]


def test_bytes_are_no_text(tmp_path: Path) -> None:
    with pytest.raises(BookError, match="ingen Excelfil"):
        rows(tmp_path, bytes(range(256)) * 10)


def test_a_short_table_leaves_long_cells_to_others(tmp_path: Path) -> None:
    """The limit of a cell is the whole program's: other libraries read text tables too."""
    read_text_table(b"a;b\n", "a.csv", Deadline(60))
    long = "x" * 200_000
    assert list(csv.reader([long])) == [[long]]
    assert rows(tmp_path, f"a;{long}\n".encode()) == (("a", long),)

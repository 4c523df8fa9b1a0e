"""What is no workbook, is broken, or was made to do harm: each a sentence, none a hang."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from nvworkshop.errors import BookError
from nvworkshop.exchange.incoming import reader
from nvworkshop.exchange.incoming.reader import read_book
from tests.exchange.incoming import crafted
from tests.exchange.incoming.crafted import REFUSED


@pytest.mark.parametrize("name", REFUSED)
def test_each_is_refused_with_what_where_and_what_to_do(name: str, tmp_path: Path) -> None:
    make, words = REFUSED[name]
    path = tmp_path / "lista.xlsx"
    make(path)
    start = time.monotonic()
    with pytest.raises(BookError) as caught:
        read_book(path)
    assert words in caught.value.sentence
    assert "”lista.xlsx”" in caught.value.title
    assert str(tmp_path) not in caught.value.sentence
    assert caught.value.hint
    assert time.monotonic() - start < 10


def test_the_same_part_twice_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with pytest.warns(UserWarning, match="Duplicate"):
        crafted.repacked(path, {"xl/x.xml": b"<x/>"}, times=2)
    with pytest.raises(BookError, match="inte gör"):
        read_book(path)


def test_the_file_that_excel_locks_with_is_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "~$lista.xlsx"
    path.write_bytes(b"\x05User" + bytes(160))
    with pytest.raises(BookError, match=r"Välj arbetsboken själv"):
        read_book(path)


def test_reading_that_takes_too_long_is_given_up(tmp_path: Path) -> None:
    rows = "<row/>" * 3_000_000
    path = crafted.repacked(tmp_path / "a.xlsx", {crafted.SHEET: crafted.sheet(rows)})
    with pytest.raises(BookError, match="för lång tid"):
        read_book(path, timeout=0.5)


def test_a_text_that_a_million_cells_share_is_too_much(tmp_path: Path) -> None:
    shared = f'<sst xmlns="{crafted.MAIN}"><si><t>{"x" * 32_000}</t></si></sst>'
    cells = '<c t="s"><v>0</v></c>' * 100
    parts = {
        crafted.SHEET: crafted.sheet(f"<row>{cells}</row>" * 1000),
        crafted.STRINGS: shared.encode(),
    }
    with pytest.raises(BookError, match="mer än vad som går"):
        read_book(crafted.repacked(tmp_path / "a.xlsx", parts))


def test_no_child_to_start_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "command", lambda: ["/nowhere/python"])
    with pytest.raises(BookError, match="starta sin läsare"):
        read_book(tmp_path / "a.xlsx")


def test_a_child_that_dies_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "command", lambda: ["/bin/true"])
    with pytest.raises(BookError, match="stannade oväntat"):
        read_book(tmp_path / "a.xlsx")


def test_a_frozen_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.frozen", True, raising=False)
    assert reader.command()[1:] == ["--read-books"]

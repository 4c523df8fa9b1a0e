"""A document that can't be put in its place leaves everything as it was."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from nvworkshop.errors import ExportError
from nvworkshop.exchange import csv_out, json_out, xlsx_out
from nvworkshop.exchange import placing as placed
from nvworkshop.exchange.placing import placing
from nvworkshop.model.tables import Book
from tests.exchange.books import of_texts


def write_json(_: Book, place: Path) -> object:
    return json_out.write({"things": {"action": []}}, place)


WRITERS: list[Callable[[Book, Path], object]] = [xlsx_out.write, csv_out.write, write_json]


def failing(code: int) -> Callable[..., None]:
    def fail(*_: object) -> None:
        raise OSError(code, os.strerror(code))

    return fail


@pytest.mark.parametrize("write", WRITERS)
@pytest.mark.parametrize("call", ["fsync", "replace"])
@pytest.mark.parametrize(
    ("code", "said"),
    [(errno.ENOSPC, "Disken är full"), (errno.EACCES, "går inte att skriva"), (errno.EIO, "gick")],
)
def test_a_failing_disk_is_told_and_the_old_file_stays(  # noqa: PLR0917 (parametrized)
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    write: Callable[[Book, Path], object],
    call: str,
    code: int,
    said: str,
) -> None:
    place = tmp_path / "plan.xlsx"
    place.write_text("gammal")
    monkeypatch.setattr(os if call == "fsync" else Path, call, failing(code))
    with pytest.raises(ExportError, match=said):
        write(of_texts("a"), place)
    assert [one.name for one in tmp_path.iterdir()] == ["plan.xlsx"]
    assert place.read_text() == "gammal"


def test_an_old_file_is_told_of_only_when_there_is_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "plan.csv"
    monkeypatch.setattr(os, "fsync", failing(errno.ENOSPC))
    with pytest.raises(ExportError) as told:
        csv_out.write(of_texts("a"), place)
    assert "gamla" not in told.value.sentence
    place.write_text("gammal")
    with pytest.raises(ExportError, match=r"Den gamla filen är orörd\."):
        csv_out.write(of_texts("a"), place)


def test_a_failure_after_the_replace_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "plan.csv"
    monkeypatch.setattr(placed, "sync_folder", failing(errno.EIO))
    with pytest.raises(ExportError, match="Filen är på plats") as told:
        csv_out.write(of_texts("a"), place)
    assert "gamla" not in told.value.sentence
    assert place.exists()


@pytest.mark.parametrize("write", WRITERS)
def test_a_missing_folder_is_told(tmp_path: Path, write: Callable[[Book, Path], object]) -> None:
    with pytest.raises(ExportError, match=r"Mappen för plan\.xlsx finns inte"):
        write(of_texts("a"), tmp_path / "borta" / "plan.xlsx")


def test_a_folder_of_that_name_is_told(tmp_path: Path) -> None:
    (tmp_path / "plan.xlsx").mkdir()
    with pytest.raises(ExportError, match=r"plan\.xlsx är en mapp"):
        xlsx_out.write(of_texts("a"), tmp_path / "plan.xlsx")
    assert [one.name for one in tmp_path.iterdir()] == ["plan.xlsx"]


def test_a_too_long_name_is_told(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="är för långt"):
        xlsx_out.write(of_texts("a"), tmp_path / f"{'å' * 140}.xlsx")
    assert list(tmp_path.iterdir()) == []


def test_an_error_in_between_leaves_nothing_behind(tmp_path: Path) -> None:
    with suppress(RuntimeError), placing(tmp_path / "a.csv") as temporary:
        temporary.write_text("halv")
        raise RuntimeError
    assert list(tmp_path.iterdir()) == []

"""A workbook that finds no room gives one sentence and leaves nothing behind."""

from __future__ import annotations

import gc
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from nvworkshop.exchange import xlsx_out
from nvworkshop.exchange.xlsx_cells import Fitting
from nvworkshop.exchange.xlsx_helps import Lists
from nvworkshop.exchange.xlsx_sheet import write_sheet
from nvworkshop.model.tables import Book, Table
from nvworkshop.places import ROOT
from tests.exchange.books import of_texts
from tests.faults import media

EXPORT = """
import sys
from pathlib import Path
from nvworkshop.errors import ExportError
from nvworkshop.exchange import xlsx_out
from tests.exchange.books import of_texts

if limit := int(sys.argv[2]):
    import resource
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
try:
    xlsx_out.write(of_texts(*(f"Rad {n * n}" for n in range(3000))), Path(sys.argv[1]))
except ExportError as error:
    sys.exit(error.sentence)
"""


def exported(place: Path, *, limit: int = 0) -> str:
    """Export in a process of its own; return what it wrote on stderr, to its very end."""
    command = [sys.executable, "-c", EXPORT, str(place), str(limit)]
    child = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, timeout=60)
    return child.stderr.decode()


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 12 kB with an older document on it."""
    reason = media.why_not(tmp_path)
    if reason:
        pytest.skip(reason)
    with media.memory(tmp_path / "disk", "12k") as folder:
        (folder / "plan.xlsx").write_text("gammal")
        yield folder


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The system's folder for temporary files, empty."""
    folder = tmp_path / "tillfälligt"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def only_the_old(folder: Path) -> bool:
    left = {one.name: one.read_bytes() for one in folder.iterdir()}
    return left == {"plan.xlsx": b"gammal"}


def test_a_full_disk_gives_one_sentence(disk: Path) -> None:
    assert exported(disk / "plan.xlsx") == (
        "Disken är full: plan.xlsx gick inte att skriva. Den gamla filen är orörd. "
        "Frigör utrymme eller välj en annan plats.\n"
    )
    assert only_the_old(disk)


def test_a_read_only_disk_gives_one_sentence(disk: Path) -> None:
    media.remount(disk, "ro")
    told = exported(disk / "plan.xlsx")
    assert told.startswith("plan.xlsx går inte att skriva. Platsen är skrivskyddad")
    assert told.count("\n") == 1
    assert only_the_old(disk)


def test_a_file_too_big_for_the_disk_gives_one_sentence(tmp_path: Path) -> None:
    pytest.importorskip("resource")
    (tmp_path / "plan.xlsx").write_text("gammal")
    told = exported(tmp_path / "plan.xlsx", limit=4096)
    assert told.startswith("Disken är full: plan.xlsx gick inte att skriva. Den gamla")
    assert told.count("\n") == 1
    assert only_the_old(tmp_path)


def test_no_part_of_a_plan_is_ever_in_the_systems_temporary_folder(
    tmp_path: Path, temporary: Path
) -> None:
    temporary.rmdir()
    assert xlsx_out.write(of_texts("a", "b"), tmp_path / "plan.xlsx").read_back == 2


def test_an_interrupted_export_leaves_nothing_and_is_quiet(
    tmp_path: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", heard.append)
    monkeypatch.setattr(xlsx_out, "write_sheet", _interrupted)
    with pytest.raises(KeyboardInterrupt):
        xlsx_out.write(of_texts("a", "b"), tmp_path / "plan.xlsx")
    gc.collect()
    assert heard == []
    assert list(temporary.iterdir()) == []
    assert list(tmp_path.iterdir()) == [temporary]


def _interrupted(sheet: Any, table: Table, book: Book, fitting: Fitting, lists: Lists) -> None:
    write_sheet(sheet, table, book, fitting, lists)
    raise KeyboardInterrupt

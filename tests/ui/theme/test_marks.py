from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFile
from PySide6.QtWidgets import QApplication

from ui.theme.marks import place_marks
from ui.theme.tokens import read_tokens

COLOURS = read_tokens().schemes["light"]


def test_marks_are_found_where_the_sheet_looks(qapp: QApplication, tmp_path: Path) -> None:
    found = place_marks(tmp_path / "Åsas filer's" / "look", COLOURS)
    assert "chevron_muted" in found
    for address in found.values():
        assert QFile.exists(address.removeprefix("url(").removesuffix(")"))


def test_marks_are_drawn_once(qapp: QApplication, tmp_path: Path) -> None:
    place_marks(tmp_path, COLOURS)
    before = {one: one.stat().st_mtime_ns for one in tmp_path.iterdir()}
    place_marks(tmp_path, COLOURS)
    assert {one: one.stat().st_mtime_ns for one in tmp_path.iterdir()} == before


def test_a_folder_that_can_not_be_made_is_no_end(qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("")
    assert place_marks(tmp_path / "fil" / "look", COLOURS)

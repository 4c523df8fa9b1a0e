from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from ui.theme.marks import place_marks
from ui.theme.tokens import read_tokens

COLOURS = read_tokens().schemes["light"]


def test_marks_are_found_where_the_sheet_looks(qtbot: QtBot, tmp_path: Path) -> None:
    found = place_marks(tmp_path / "Åsas filer's (1)" / "look", COLOURS)
    combo = QComboBox()
    qtbot.addWidget(combo)
    combo.resize(200, 40)
    combo.setStyleSheet(
        "QComboBox { border: none; background: white } QComboBox::drop-down { width: 40px }"
        f"QComboBox::down-arrow {{ image: {found['chevron_muted']}; width: 30px; height: 30px }}"
    )
    image = combo.grab().toImage()
    drawn = {image.pixelColor(x, y).name() for x in range(160, 200) for y in range(40)}
    assert COLOURS["muted"].lower() in drawn


def test_marks_are_drawn_once(qapp: QApplication, tmp_path: Path) -> None:
    place_marks(tmp_path, COLOURS)
    before = {one: one.stat().st_mtime_ns for one in tmp_path.iterdir()}
    place_marks(tmp_path, COLOURS)
    assert {one: one.stat().st_mtime_ns for one in tmp_path.iterdir()} == before


def test_a_folder_that_can_not_be_made_is_no_end(qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("")
    assert place_marks(tmp_path / "fil" / "look", COLOURS)

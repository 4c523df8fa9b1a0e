from __future__ import annotations

import struct
from pathlib import Path

import pytest
from PySide6.QtGui import QIcon, QImage
from PySide6.QtWidgets import QApplication

from ui.theme.app_icon import SIZES, draw, write
from ui.theme.theme import Theme
from ui.theme.tokens import read_tokens

COLOURS = read_tokens().schemes["light"]


@pytest.mark.parametrize("size", SIZES)
def test_the_home_stands_in_the_middle_of_four_parts(qapp: QApplication, size: int) -> None:
    image = draw(size, COLOURS)
    middle, near = size // 2, max(1, size // 16)
    seen = [
        image.pixelColor(*place).name().upper()
        for place in (
            (middle, middle),
            (middle, near),
            (size - 1 - near, middle),
            (middle, size - 1 - near),
            (near, middle),
        )
    ]
    assert seen == [COLOURS[one].upper() for one in ("primary", "R1", "R4", "R3", "R2")]


def test_files_for_installers_are_written(qapp: QApplication, tmp_path: Path) -> None:
    files = write(tmp_path / "ikoner", COLOURS)
    assert len(files) == len(SIZES) + 1
    assert QImage(str(tmp_path / "ikoner" / "nvworkshop-48.png")).width() == 48
    head = (tmp_path / "ikoner" / "nvworkshop.ico").read_bytes()[:6]
    assert struct.unpack("<HHH", head) == (0, 1, 9)
    assert QIcon(str(tmp_path / "ikoner" / "nvworkshop.ico")).availableSizes()


def test_windows_have_it_in_the_sizes_they_want(theme: Theme) -> None:
    wide = {one.width() for one in theme.app_icon().availableSizes()}
    assert wide >= {16, 32, 48, 256}

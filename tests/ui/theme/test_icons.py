from __future__ import annotations

import gc
import logging
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QColor, QIcon, QImage
from PySide6.QtWidgets import QApplication

from nvworkshop.places import ROOT
from ui.actions import COMMANDS
from ui.settings import Settings
from ui.theme.glyphs import GLYPHS
from ui.theme.icons import IconFont
from ui.theme.theme import Theme

ASKED = re.compile(r'\bicon\(\s*"(\w+)"')


def _colours(image: QImage) -> set[str]:
    """The colours of what is drawn in full."""
    found = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {one.name() for one in found if one.alpha() == 255}


@pytest.mark.parametrize("name", sorted(GLYPHS))
def test_every_name_has_a_glyph(qapp: QApplication, name: str) -> None:
    box = IconFont().outline(name).boundingRect()
    assert not box.isEmpty()
    assert max(abs(box.left()), abs(box.right()), abs(box.top()), abs(box.bottom())) <= 0.5


def test_every_icon_in_use_is_known() -> None:
    used = {one.icon for one in COMMANDS if one.icon}
    for file in (ROOT / "ui").rglob("*.py"):
        used |= set(ASKED.findall(file.read_text(encoding="utf-8")))
    assert used - set(GLYPHS) == set()


def test_an_icon_follows_the_scheme(theme: Theme, settings: Settings) -> None:
    icon = theme.icon("add", "primary")
    before = theme.color("primary").name()
    assert _colours(icon.pixmap(32, 32).toImage()) == {before}
    settings.put("look/scheme", "dark")
    assert _colours(icon.pixmap(32, 32).toImage()) == {theme.color("primary").name()}
    assert theme.color("primary").name() != before


def test_an_icon_that_is_off_is_faint(theme: Theme) -> None:
    image = theme.icon("add").pixmap(QSize(32, 32), QIcon.Mode.Disabled).toImage()
    assert _colours(image) == {theme.color("faint").name()}


def test_an_icon_is_sharp_on_a_fine_screen(theme: Theme) -> None:
    pixmap = theme.icon("home").pixmap(QSize(20, 20), 2.0)
    assert (pixmap.width(), pixmap.devicePixelRatio()) == (40, 2.0)


def test_an_icon_outlives_the_python_object(theme: Theme) -> None:
    action = QAction("Ångra")
    action.setIcon(QIcon(theme.icon("undo")))
    gc.collect()
    assert not action.icon().pixmap(16, 16).isNull()


@pytest.mark.parametrize("folder", [None, Path("ingenstans")])
def test_without_the_package_there_are_no_icons(
    qapp: QApplication, folder: Path | None, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    assert IconFont(lambda: folder).outline("add").isEmpty()
    assert "missing" in caplog.text


def test_an_unknown_name_is_an_empty_icon(theme: Theme, caplog: pytest.LogCaptureFixture) -> None:
    assert theme.icon("einhorn").isNull()
    assert "einhorn" in caplog.text


def test_colours_are_not_shared(theme: Theme) -> None:
    theme.color("ink").setAlpha(0)
    assert theme.color("ink") == QColor(theme.color("ink").name())

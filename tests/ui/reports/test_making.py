"""Pictures in the preview are drawn in the colours of the window around them."""

from __future__ import annotations

from PySide6.QtGui import QImage

from tests.ui.reports.conftest import Shown
from ui.settings import Settings
from ui.theme.theme import Theme


def test_pictures_follow_the_windows_colours(
    shown: Shown, settings: Settings, theme: Theme
) -> None:
    grounds: list[str] = []
    shown.page.making.drawn.connect(lambda _, png: grounds.append(_ground(png)))
    shown.choose("uppfoljning")
    shown.until(lambda: grounds)
    assert grounds[-1] == theme.color("card").name()
    settings.put("look/scheme", "dark")
    assert theme.dark
    shown.until(lambda: grounds[-1] == theme.color("card").name())


def _ground(png: bytes) -> str:
    return QImage.fromData(png).pixelColor(1, 1).name()

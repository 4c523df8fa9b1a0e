from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from ui.screenshots import stretched
from ui.screenshots.scene import Look, Scene
from ui.screenshots.screens import SCREENS
from ui.screenshots.taking import LOOKS, take

STRETCHED_HERE = (
    "settings",
    "start",
    "plan",
    "leading-shift",
    "incoming-rows",
    "columns",
    "merge-news",
    "room-cards",
)
"""Screens of each sort; `make screenshots` draws all."""

LOOKS_HERE = (Look("light", (1280, 720)), Look("contrast", (1280, 720), 200))


@pytest.mark.parametrize("look", LOOKS_HERE, ids=lambda one: one.name)
@pytest.mark.parametrize("name", sorted(SCREENS))
def test_a_screen_has_room_names_and_plain_text(
    qapp: QApplication, tmp_path: Path, name: str, look: Look
) -> None:
    assert take({name: SCREENS[name]}, (look,), tmp_path) == []
    assert QImage(str(tmp_path / f"{name}-{look.name}.png")).width() > 300


@pytest.mark.parametrize("name", STRETCHED_HERE)
def test_a_screen_has_room_for_longer_words_and_says_them_all(
    qapp: QApplication, tmp_path: Path, name: str
) -> None:
    look = Look("light", (1280, 720), language=stretched.NAME)
    assert take({name: SCREENS[name]}, (look,), tmp_path) == []


@pytest.mark.parametrize(
    ("text", "longer"),
    [
        ("Spara", "Sparaáč"),
        ("{n} rader i {name}", "{n} rader i {name}áčđ"),
        ("Ny plan…", "Ny planáč…"),
        (" till ", " tillá "),
    ],
)
def test_stretched_words_keep_their_shape(text: str, longer: str) -> None:
    assert stretched.stretched(text) == longer


def test_what_nobody_has_said_is_told(qapp: QApplication, tmp_path: Path) -> None:
    def wrong(scene: Scene) -> QWidget:
        button = QPushButton("Spara")
        button.setAccessibleName("Spara")
        return scene.place(button, whole=False)

    look = Look("light", (1280, 720), language=stretched.NAME)
    assert "“Spara” is not said" in take({"fel": wrong}, (look,), tmp_path)[0]


def test_what_is_wrong_is_told(qapp: QApplication, tmp_path: Path) -> None:
    def wrong(scene: Scene) -> QWidget:
        label = QLabel("En text som inte får plats")
        label.resize(20, 20)
        return scene.place(label)

    assert "label is not plain" in take({"fel": wrong}, LOOKS_HERE[:1], tmp_path)[0]


def test_every_scheme_and_size_is_drawn() -> None:
    names = {one.name for one in LOOKS}
    assert len(names) == 11
    assert {"light-1280x720", "dark-1920x1080", "contrast-1280x720-text200"} <= names

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from ui.settings import Settings
from ui.theme.theme import Theme
from ui.widgets.style import set_role


def test_a_chosen_scheme_is_worn_at_once(theme: Theme, settings: Settings, qtbot: QtBot) -> None:
    with qtbot.waitSignal(theme.changed):
        settings.put("look/scheme", "dark")
    assert theme.dark
    assert QApplication.palette().color(QPalette.ColorRole.Window) == theme.color("ground")


@pytest.mark.parametrize("scheme", ["dark", "contrast"])
def test_the_system_is_followed_while_it_runs(
    theme: Theme, settings: Settings, monkeypatch: pytest.MonkeyPatch, scheme: str
) -> None:
    settings.put("look/scheme", "system")
    monkeypatch.setattr("ui.theme.theme._system_scheme", lambda: scheme)
    hints = QGuiApplication.styleHints()
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.scheme == scheme
    settings.put("look/scheme", "light")
    hints.accessibility().contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
    assert theme.scheme == "light"


def test_nothing_is_told_when_nothing_changed(
    theme: Theme, settings: Settings, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(theme.changed):
        settings.put("look/scheme", "system")  # here the system says nothing, which is light
        settings.put("table/dense", True)


def test_text_and_pixels_grow_together(theme: Theme, settings: Settings) -> None:
    body, margin = theme.font("body").pixelSize(), theme.px(8)
    settings.put("look/text_size", 200)
    assert theme.font("body").pixelSize() == 2 * body
    assert theme.px(8) == 2 * margin
    assert QApplication.font().pixelSize() == 2 * body


def test_a_second_theme_starts_from_the_systems_font(theme: Theme, settings: Settings) -> None:
    settings.put("look/text_size", 200)
    size = theme.font("body").pixelSize()
    another = Theme(settings)
    assert another.font("body").pixelSize() == size
    another.deleteLater()


def test_widgets_that_live_are_dressed_anew(theme: Theme, settings: Settings, qtbot: QtBot) -> None:
    label = QLabel("Handlingsplan")
    set_role(label, "muted")
    qtbot.addWidget(label)
    label.ensurePolished()
    assert label.palette().color(QPalette.ColorRole.WindowText) == theme.color("muted")
    settings.put("look/scheme", "contrast")
    assert label.palette().color(QPalette.ColorRole.WindowText) == theme.color("muted")


def test_a_new_role_dresses_a_widget_that_was_seen(theme: Theme, qtbot: QtBot) -> None:
    button = QPushButton("Ny åtgärd")
    qtbot.addWidget(button)
    button.ensurePolished()
    set_role(button, "primary")
    assert button.font().weight() == QFont.Weight.DemiBold


@pytest.mark.parametrize(
    ("shift", "token"), [("R3", "R3"), ("G5", "R1"), ("G6", "R2"), ("utan", "muted")]
)
def test_shifts_of_other_strategies_have_colours_too(theme: Theme, shift: str, token: str) -> None:
    assert theme.shift_color(shift) == theme.color(token)


def test_figures_are_as_wide_as_each_other(theme: Theme) -> None:
    assert QFont.Tag("tnum") in theme.font("body").featureTags()

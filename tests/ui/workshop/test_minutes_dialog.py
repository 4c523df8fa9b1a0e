from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetrics

from tests.ui.workshop.conftest import Led
from ui.theme.theme import Theme
from ui.workshop.minutes_dialog import MinutesDialog


@pytest.fixture
def dialog(led: Led, theme: Theme) -> MinutesDialog:
    led.at("shift-R2")
    led.write("Ring upp dagen efter")
    made = MinutesDialog(led.desk, led.room.id, theme, led.window)
    made.show()
    led.until(made.text.toPlainText)
    return made


def test_what_is_erased_for_good_is_read_before_it_is_done(dialog: MinutesDialog) -> None:
    dialog.thin.click()
    said = dialog.said
    lines = said.heightForWidth(said.width()) // QFontMetrics(said.font()).lineSpacing()
    assert lines > 1
    assert said.visibleRegion().boundingRect().height() >= said.heightForWidth(said.width())
    assert "raderas för gott" in said.text()
    assert dialog.thin.isEnabled()

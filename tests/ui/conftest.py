"""Windows in tests are real widgets on a screen nobody sees."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from ui.screenshots import platform
from ui.settings import Settings
from ui.theme.theme import Theme

if os.environ.get("QT_QPA_PLATFORM", "offscreen") == "offscreen":
    os.environ["QT_QPA_PLATFORM"] = platform()  # with screens as large as people's


@pytest.fixture(autouse=True)
def _collected_here() -> Iterator[None]:
    """Collect garbage in the window's thread alone, as the program does.

    It stays so after the test: what it asked of another thread may still be going on there.
    """
    gc.disable()
    yield
    gc.collect()


@pytest.fixture
def settings(qapp: QApplication, tmp_path: Path) -> Settings:
    """Settings of the test's own; a light look, whatever the system says."""
    made = Settings(tmp_path / "settings.json")
    made.put("look/scheme", "light")
    return made


@pytest.fixture
def theme(settings: Settings) -> Iterator[Theme]:
    """The program dressed by the settings."""
    made = Theme(settings)
    yield made
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

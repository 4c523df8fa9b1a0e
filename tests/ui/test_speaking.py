"""The program's own texts stay when Qt speaks Swedish."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLibraryInfo
from PySide6.QtWidgets import QApplication

from ui.speaking import QtInSwedish


@pytest.fixture
def swedish(qapp: QApplication) -> Iterator[QtInSwedish]:
    translator = QtInSwedish()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    assert translator.load("qtbase_sv", folder)
    qapp.installTranslator(translator)
    yield translator
    qapp.removeTranslator(translator)


def test_our_own_texts_stay_and_qt_is_swedish(swedish: QtInSwedish) -> None:
    assert QCoreApplication.translate("Actions", "Ångra") == "Ångra"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Avbryt"


def test_keys_are_called_what_stands_on_them(swedish: QtInSwedish) -> None:
    assert QCoreApplication.translate("QShortcut", "Ctrl") == "Ctrl"

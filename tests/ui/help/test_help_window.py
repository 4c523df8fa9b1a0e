from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.checks import clipped, rich_text, unnamed
from ui.help.pages import ORDER
from ui.help.window import HelpWindow
from ui.settings import Settings
from ui.theme.theme import Theme
from ui.theme.tokens import SCHEMES

Key = Qt.Key


def _listed(window: HelpWindow) -> list[str]:
    return [window.list.item(n).data(Qt.ItemDataRole.UserRole) for n in range(window.list.count())]


def _marked(window: HelpWindow) -> list[str]:
    return [one.cursor.selectedText() for one in window.reader.extraSelections()]


@pytest.mark.parametrize("size", [100, 200])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_page_is_readable_in_every_look(
    help_window: HelpWindow, settings: Settings, scheme: str, size: int
) -> None:
    settings.put("look/scheme", scheme)
    settings.put("look/text_size", size)
    help_window.resize(1200, 660)
    for page in ORDER:
        help_window.open_page(page)
        assert help_window.reader.toPlainText().startswith(help_window.pages[page].title)
        assert help_window.reader.horizontalScrollBar().maximum() == 0, page
    assert clipped(help_window) + rich_text(help_window) + unnamed(help_window) == []


def test_the_page_is_marked_in_the_list(help_window: HelpWindow) -> None:
    assert _listed(help_window) == list(ORDER)
    assert help_window.list.currentItem().text() == "Handlingsplanen"
    assert "Handlingsplanen" in help_window.windowTitle()


def test_a_link_leads_to_its_page_and_back(help_window: HelpWindow) -> None:
    help_window.reader.link_asked.emit("editor.md")
    assert help_window.page == "editor"
    QTest.keyClick(help_window, Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert help_window.page == "plan"
    help_window.go_back()
    assert help_window.page == "plan"


@pytest.mark.parametrize("link", ["https://x.example", "file:///etc/passwd"])
def test_a_link_elsewhere_does_nothing(help_window: HelpWindow, link: str) -> None:
    help_window.reader.anchorClicked.emit(QUrl(link))
    assert help_window.page == "plan"


def test_nothing_is_fetched(help_window: HelpWindow) -> None:
    kind = QTextDocument.ResourceType.ImageResource.value
    for asked in ("https://x.example/a.png", "file:///etc/passwd", "//srv/share/a.png"):
        assert help_window.reader.loadResource(kind, QUrl(asked)).width() == 1


def test_typing_shows_the_first_page_with_the_words_marked(help_window: HelpWindow) -> None:
    QTest.keyClicks(help_window.search, "streckad")
    assert _listed(help_window) == ["coverage"]
    assert help_window.page == "coverage"
    assert _marked(help_window) == ["streckad"]
    help_window.search.clear()
    assert _listed(help_window) == list(ORDER)
    assert help_window.page == "coverage"
    assert _marked(help_window) == []


def test_what_no_page_has_says_so_and_leaves_the_page(help_window: HelpWindow) -> None:
    help_window.search.setText("blockflöjt " * 500)
    assert help_window.none.isVisible()
    assert help_window.page == "plan"


def test_swedish_letters_are_their_own(help_window: HelpWindow) -> None:
    help_window.search.setText("aterstall")
    assert help_window.none.isVisible()


def test_all_is_done_from_the_search_field(help_window: HelpWindow) -> None:
    help_window.resize(700, 400)
    field = help_window.search
    assert help_window.focusWidget() is field
    QTest.keyClick(field, Key.Key_Down)
    assert help_window.page == ORDER[ORDER.index("plan") + 1]
    QTest.keyClick(field, Key.Key_Up)
    QTest.keyClick(field, Key.Key_PageDown)
    assert help_window.reader.verticalScrollBar().value() > 0
    QTest.keyClick(field, Key.Key_Return)
    assert help_window.focusWidget() is help_window.reader
    QTest.keyClick(help_window, Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert help_window.focusWidget() is field
    QTest.keyClick(field, Key.Key_Escape)
    assert not help_window.isVisible()


def test_the_window_is_as_large_as_it_was(
    qtbot: QtBot, help_window: HelpWindow, theme: Theme, settings: Settings
) -> None:
    help_window.resize(777, 555)
    help_window.close()
    again = HelpWindow(theme, settings)
    qtbot.addWidget(again)
    assert (again.width(), again.height()) == (777, 555)

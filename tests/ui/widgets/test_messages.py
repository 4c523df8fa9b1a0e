from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.checks import clipped, rich_text, unnamed
from ui.theme.theme import Theme
from ui.widgets.messages import Message, MessageBar


@pytest.fixture
def window(theme: Theme, qtbot: QtBot) -> QWidget:
    """A window with a bar over a field."""
    widget = QWidget()
    lines = QVBoxLayout(widget)
    lines.addWidget(MessageBar(theme, widget))
    field = QLineEdit(widget)
    field.setAccessibleName("Titel")
    lines.addWidget(field)
    widget.resize(800, 400)
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.fixture
def bar(window: QWidget) -> MessageBar:
    found = window.findChild(MessageBar)
    assert isinstance(found, MessageBar)
    return found


def _seen(bar: MessageBar) -> list[str]:
    return [one.text for one in bar.findChildren(Message) if one.isVisible()]


def test_the_bar_is_there_only_with_messages(bar: MessageBar) -> None:
    assert not bar.isVisible()
    bar.show_message("Planen är sparad.")
    assert bar.isVisible()
    bar.withdraw("Planen är sparad.")
    assert not bar.isVisible()


def test_the_same_sentence_is_not_repeated(bar: MessageBar) -> None:
    for _ in range(5):
        bar.show_message("Filen är låst.", "warning")
    bar.show_message("Stickan är borta.", "warning")
    bar.show_message("Filen är låst.", "warning")
    assert bar.texts == ["Filen är låst.", "Stickan är borta."]


def test_what_only_tells_gives_way_and_what_needs_a_person_stays(bar: MessageBar) -> None:
    bar.show_message("Filen är låst.", "warning")
    bar.show_message("Kopierat.", "ok")
    bar.show_message("Ångrat.", "info")
    assert bar.texts == ["Ångrat.", "Filen är låst."]


def test_no_more_than_three_are_seen(bar: MessageBar) -> None:
    for number in range(6):
        bar.show_message(f"Fel {number}", "danger")
    assert len(_seen(bar)) == 3
    bar.withdraw("Fel 5")
    assert len(_seen(bar)) == 3
    assert len(bar.texts) == 5


def test_what_only_tells_goes_by_itself(bar: MessageBar, qtbot: QtBot) -> None:
    bar._passing.setInterval(1)
    bar.show_message("Filen är låst.", "warning")
    bar.show_message("Kopierat.", "ok")
    qtbot.waitUntil(lambda: bar.texts == ["Filen är låst."])


def test_what_is_offered_stays(bar: MessageBar, qtbot: QtBot) -> None:
    bar._passing.setInterval(1)
    bar.show_message("En kopia ligger bredvid.", "info", "Ta med den", bar.hide)
    bar.show_message("Kopierat.", "ok")
    qtbot.waitUntil(lambda: bar.texts == ["En kopia ligger bredvid."])
    bar.pass_over()
    assert bar.texts == ["En kopia ligger bredvid."]
    bar.clear()
    assert not bar.isVisible()


def test_a_bar_beneath_is_the_last_that_tab_reaches(theme: Theme, qtbot: QtBot) -> None:
    widget = QWidget()
    lines = QVBoxLayout(widget)
    bar = MessageBar(theme, widget, beneath=True)
    field = QLineEdit(widget)
    field.setAccessibleName("Titel")
    lines.addWidget(field)
    lines.addWidget(bar)
    qtbot.addWidget(widget)
    widget.show()
    bar.show_message("Fel", "danger", "Visa", bar.hide)
    bar.show_message("Ett till", "danger", "Visa", bar.hide)
    assert unnamed(widget) == []


def test_the_button_does_it_once_and_closes(bar: MessageBar, qtbot: QtBot) -> None:
    done: list[str] = []
    bar.show_message("Borttagen.", "info", "Ångra", lambda: done.append("ångrat"))
    action = bar.findChildren(Message)[0].action
    assert action is not None
    QTest.mouseClick(action, Qt.MouseButton.LeftButton)
    assert (done, bar.texts) == (["ångrat"], [])


def test_esc_closes_the_message_with_the_cursor(bar: MessageBar, qtbot: QtBot) -> None:
    bar.show_message("Filen är låst.", "warning")
    close = bar.findChildren(Message)[0].close_button
    close.setFocus()
    QTest.keyClick(close, Qt.Key.Key_Escape)
    assert bar.texts == []


@pytest.mark.parametrize("level", ["info", "ok", "warning", "danger"])
def test_every_level_has_a_word_to_hear(bar: MessageBar, level: str) -> None:
    bar.show_message("Något.", level)
    message = bar.findChildren(Message)[0]
    assert message.accessibleName().endswith(": Något.")
    assert len(message.accessibleName()) > len(": Något.")


def test_messages_are_plain_named_and_in_order(window: QWidget, bar: MessageBar) -> None:
    bar.show_message("<b>Fel</b>", "danger", "Visa", bar.hide)
    bar.show_message("En lång mening som behöver flera rader. " * 6, "warning", "Spara", bar.hide)
    window.grab()
    assert rich_text(window) + unnamed(window) + clipped(window) == []

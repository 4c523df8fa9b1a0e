from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.actions import COMMANDS, Actions
from ui.dialogs.keys import KeysDialog
from ui.theme.theme import Theme


@pytest.fixture
def dialog(theme: Theme, qtbot: QtBot) -> Iterator[KeysDialog]:
    actions = Actions(theme)
    made = KeysDialog(actions, theme)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.show()
    yield made
    actions.deleteLater()


def _seen(dialog: KeysDialog) -> list[str]:
    return [command.id for command, name, _ in dialog.rows if name.isVisible()]


def test_every_command_with_keys_is_there(dialog: KeysDialog) -> None:
    assert _seen(dialog) == [one.id for one in COMMANDS if one.keys]


@pytest.mark.parametrize(
    ("typed", "found"), [("ångra", ["edit.undo"]), ("CTRL+P", ["file.print"]), ("narnia", [])]
)
def test_typing_finds_names_and_keys(dialog: KeysDialog, typed: str, found: list[str]) -> None:
    dialog.search.setText(typed)
    assert _seen(dialog) == found
    dialog.search.clear()
    assert len(_seen(dialog)) == len(dialog.rows)


def test_the_cursor_starts_in_the_search(dialog: KeysDialog) -> None:
    assert dialog.focusWidget() is dialog.search

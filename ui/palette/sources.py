"""What can be found whatever is open: the commands that can be used now, and the help."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence

from nvworkshop.model.text import fold
from ui.actions import COMMANDS, Actions, Command
from ui.help.pages import Page, read_pages
from ui.palette.finding import Asked, Entry, Found, Group, find, title_key

_ITSELF = "edit.palette"


class CommandSource:
    """Searches the commands; those that can't be used now are not offered."""

    def __init__(self, actions: Actions) -> None:
        """Remember the actions."""
        self._actions = actions

    def search(self, asked: Asked, most: int) -> Found[Entry]:
        """Return the commands with these words in their names or keys."""
        usable = (one for one in COMMANDS if self._actions[one.id].isEnabled())
        entries = [self._entry(one) for one in usable if one.id != _ITSELF]
        return find(entries, asked, most, found_by=_found_by, key=lambda one: title_key(one.title))

    def _entry(self, command: Command) -> Entry:
        action = self._actions[command.id]
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        icon = command.icon or "keyboard"
        return Entry(Group.COMMAND, command.id, action.text(), keys=keys, icon=icon)


class HelpSource:
    """Searches the pages of the help, which are read when something is first searched for."""

    def __init__(self) -> None:
        """Start with no pages read."""
        self._pages: tuple[Page, ...] = ()

    def search(self, asked: Asked, most: int) -> Found[Entry]:
        """Return the pages that have all the words."""
        self._pages = self._pages or read_pages()
        found = find(
            self._pages,
            asked,
            most,
            found_by=lambda one: one.found_by,
            key=lambda one: title_key(one.title),
        )
        entries = tuple(Entry(Group.HELP, one.id, one.title, icon="help") for one in found.best)
        return Found(entries, found.total, found.rank)


def _found_by(entry: Entry) -> str:
    return fold(f"{entry.title} {entry.keys}")

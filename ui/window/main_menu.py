"""The menu of the top bar: every command, in submenus by errand."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QMenu, QWidget

from ui.actions import Actions
from ui.window.places import PLACES

_TEXTS = "MainMenu"
_GROUPS = (
    (
        QT_TRANSLATE_NOOP("MainMenu", "Planfilen"),
        ("file.new", "file.own", "file.open", "file.close", ""),
        ("file.save", "file.copy", "file.move", "file.backups", ""),
        ("file.compare", "file.carry", "file.purge"),
    ),
    (
        QT_TRANSLATE_NOOP("MainMenu", "Dokument"),
        ("file.take_in", "file.export", "file.share", "file.print"),
    ),
    (
        QT_TRANSLATE_NOOP("MainMenu", "Redigera"),
        ("edit.undo", "edit.redo", ""),
        ("row.new", "row.duplicate", "row.edit", "row.follow_up", "row.remove", ""),
        ("row.copy", "row.paste"),
    ),
    (QT_TRANSLATE_NOOP("MainMenu", "Gå till"), tuple(one.command for one in PLACES)),
    (
        QT_TRANSLATE_NOOP("MainMenu", "Visa"),
        ("row.next", "row.previous", "row.history", ""),
        ("edit.find", "view.columns", "view.clear", "view.dense"),
    ),
    (
        QT_TRANSLATE_NOOP("MainMenu", "Leda workshopen"),
        ("room.next", "room.previous", "room.pause", "room.more", "room.silent", ""),
        ("room.show", "room.freeze", "room.blank", ""),
        ("room.end", "room.leave"),
    ),
    (QT_TRANSLATE_NOOP("MainMenu", "Hjälp"), ("app.help", "app.keys", "app.about")),
)
"""Each submenu: its name and its commands; "" is a line between them."""

_AFTER = ("", "edit.palette", "app.settings", "file.quit")


class MainMenu(QMenu):
    """Short enough for one column on a small screen with large text."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        """Put the commands in; a submenu that can do nothing just now is grey."""
        super().__init__(parent)
        self.groups: list[QMenu] = []
        for text, *parts in _GROUPS:
            group = self.addMenu(QCoreApplication.translate(_TEXTS, str(text)))
            _fill(group, actions, tuple(one for part in parts for one in part))
            self.groups.append(group)
        _fill(self, actions, _AFTER)
        self.aboutToShow.connect(self._show_usable)

    def _show_usable(self) -> None:
        for group in self.groups:
            usable = any(one.isEnabled() for one in group.actions() if not one.isSeparator())
            group.menuAction().setEnabled(usable)


def _fill(menu: QMenu, actions: Actions, commands: tuple[str, ...]) -> None:
    for one in commands:
        menu.addAction(actions[one]) if one else menu.addSeparator()

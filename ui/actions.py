"""Every command of the window, declared once: its text, keys, icon and when it can be used."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QIcon, QKeySequence

from nvworkshop.model.text import shorten
from ui.theme.theme import Theme
from ui.window.places import FOLLOWED, OWN, PLACES

PLAN = "plan"
"""A plan is open."""
WRITE = "write"
"""The plan can be changed."""
TABLE = "table"
"""The plan's table is shown."""
PAPER = "paper"
"""What is shown can be printed."""
ONE = "one"
"""One row is chosen."""
SOME = "some"
"""One row or more is chosen."""
ROOM = "room"
"""A workshop is led."""
STEP = "step"
"""The step that goes on is seen."""
UNDO = "undo"
REDO = "redo"
_STEP = 40
"""Most characters of a step's name in a menu; the tooltip has all of it."""


@dataclass(frozen=True, slots=True)
class Command:
    """One command. `needs` are the conditions that must all hold; `icon` is the theme's name."""

    id: str
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    needs: frozenset[str] = field(default_factory=frozenset)


def _command(id_: str, text: object, keys: str = "", icon: str = "", *needs: str) -> Command:
    several = tuple(one.strip() for one in keys.split("|")) if keys else ()
    return Command(id_, str(text), several, icon, frozenset(needs))


_TEXTS = "Actions"

# A command is one line, so that a new one is.
# fmt: off
COMMANDS = (
    _command("file.new", QT_TRANSLATE_NOOP("Actions", "Ny plan…"), "Ctrl+N", "new"),
    _command("file.open", QT_TRANSLATE_NOOP("Actions", "Öppna plan…"), "Ctrl+O", "open"),
    _command("file.save", QT_TRANSLATE_NOOP("Actions", "Var är planen sparad?"), "Ctrl+S", "save", PLAN),
    _command("file.copy", QT_TRANSLATE_NOOP("Actions", "Spara en kopia…"), "Ctrl+Shift+S", "copy_file", PLAN),
    _command("file.move", QT_TRANSLATE_NOOP("Actions", "Flytta planfilen…"), "", "move", PLAN, WRITE),
    _command("file.backups", QT_TRANSLATE_NOOP("Actions", "Säkerhetskopior…"), "", "backup", PLAN),
    _command("file.compare", QT_TRANSLATE_NOOP("Actions", "Jämför två tidpunkter…"), "Ctrl+Shift+J", "compare", PLAN),
    _command("file.carry", QT_TRANSLATE_NOOP("Actions", "Spara en kopia att dela…"), "", "copy_file", PLAN),
    _command("file.purge", QT_TRANSLATE_NOOP("Actions", "Gallra namn och anteckningar…"), "", "clear", PLAN, WRITE),
    _command("file.take_in", QT_TRANSLATE_NOOP("Actions", "Hämta in från Excel…"), "Ctrl+I", "import", PLAN, WRITE),
    _command("file.export", QT_TRANSLATE_NOOP("Actions", "Spara som Word, PDF, Excel…"), "Ctrl+Shift+E", "export", PLAN),
    _command("file.own", QT_TRANSLATE_NOOP("Actions", "Egen plan för en huvudman…"), "", "own", PLAN, FOLLOWED),
    _command("file.share", QT_TRANSLATE_NOOP("Actions", "Lämna till övergripande plan…"), "", "share", PLAN, OWN),
    _command("file.print", QT_TRANSLATE_NOOP("Actions", "Skriv ut…"), "Ctrl+P", "print", PLAN, PAPER),
    _command("file.close", QT_TRANSLATE_NOOP("Actions", "Till startsidan"), "Ctrl+W", "home", PLAN),
    _command("file.quit", QT_TRANSLATE_NOOP("Actions", "Avsluta"), "Ctrl+Q", "quit"),
    _command("edit.undo", QT_TRANSLATE_NOOP("Actions", "Ångra"), "Ctrl+Z", "undo", UNDO),
    _command("edit.redo", QT_TRANSLATE_NOOP("Actions", "Gör om"), "Ctrl+Y | Ctrl+Shift+Z", "redo", REDO),
    _command("edit.find", QT_TRANSLATE_NOOP("Actions", "Sök i planen"), "Ctrl+F", "search", PLAN),
    _command("edit.palette", QT_TRANSLATE_NOOP("Actions", "Sök överallt"), "Ctrl+K", "search"),
    _command("row.new", QT_TRANSLATE_NOOP("Actions", "Ny åtgärd"), "Ctrl+Shift+N", "add", PLAN, WRITE, TABLE),
    _command("row.duplicate", QT_TRANSLATE_NOOP("Actions", "Kopiera till ny åtgärd"), "Ctrl+D", "duplicate", WRITE, TABLE, ONE),
    _command("row.remove", QT_TRANSLATE_NOOP("Actions", "Ta bort"), "Ctrl+Del", "remove", WRITE, TABLE, SOME),
    _command("row.edit", QT_TRANSLATE_NOOP("Actions", "Skriv i åtgärden"), "Ctrl+E", "edit", TABLE, SOME),
    _command("row.history", QT_TRANSLATE_NOOP("Actions", "Historik"), "Ctrl+H", "history", TABLE, ONE),
    _command("row.next", QT_TRANSLATE_NOOP("Actions", "Nästa åtgärd"), "Alt+Down", "", PLAN, TABLE),
    _command("row.previous", QT_TRANSLATE_NOOP("Actions", "Föregående åtgärd"), "Alt+Up", "", PLAN, TABLE),
    _command("row.copy", QT_TRANSLATE_NOOP("Actions", "Kopiera rader"), "Ctrl+C", "copy", TABLE, SOME),
    _command("row.paste", QT_TRANSLATE_NOOP("Actions", "Klistra in rader"), "Ctrl+V", "paste", PLAN, WRITE, TABLE),
    _command("view.columns", QT_TRANSLATE_NOOP("Actions", "Välj kolumner…"), "Ctrl+Shift+K", "columns", PLAN, TABLE),
    _command("view.clear", QT_TRANSLATE_NOOP("Actions", "Visa alla rader"), "Ctrl+Shift+A", "clear", PLAN, TABLE),
    _command("view.dense", QT_TRANSLATE_NOOP("Actions", "Täta rader"), "", "dense", PLAN, TABLE),
    _command("room.next", QT_TRANSLATE_NOOP("Actions", "Nästa steg"), "Ctrl+PgDown", "", STEP),
    _command("room.previous", QT_TRANSLATE_NOOP("Actions", "Föregående"), "Ctrl+PgUp", "", STEP),
    _command("room.pause", QT_TRANSLATE_NOOP("Actions", "Paus"), "F8", "", ROOM, WRITE),
    _command("room.more", QT_TRANSLATE_NOOP("Actions", "+5 min"), "Shift+F8", "", ROOM, WRITE),
    _command("room.silent", QT_TRANSLATE_NOOP("Actions", "Tyst 3 min"), "Ctrl+F8", "", ROOM, WRITE),
    _command("room.show", QT_TRANSLATE_NOOP("Actions", "Rumsvy"), "F9", "", ROOM),
    _command("room.freeze", QT_TRANSLATE_NOOP("Actions", "Frys rumsvyn"), "Shift+F9", "", ROOM),
    _command("room.blank", QT_TRANSLATE_NOOP("Actions", "Släck rumsvyn"), "Ctrl+F9", "", ROOM),
    _command("room.end", QT_TRANSLATE_NOOP("Actions", "Avsluta workshopen"), "", "", ROOM, WRITE),
    _command("room.leave", QT_TRANSLATE_NOOP("Actions", "Till workshopens startsida"), "", "", ROOM),
    *(_command(one.command, one.text, one.keys, one.icon, *filter(None, (PLAN, one.needs))) for one in PLACES),
    _command("app.settings", QT_TRANSLATE_NOOP("Actions", "Inställningar…"), "Ctrl+,", "settings"),
    _command("app.help", QT_TRANSLATE_NOOP("Actions", "Hjälp"), "F1", "help"),
    _command("app.keys", QT_TRANSLATE_NOOP("Actions", "Kortkommandon"), "Ctrl+F1", "keyboard"),
    _command("app.about", QT_TRANSLATE_NOOP("Actions", "Om NV Workshop"), "", "about"),
)
# fmt: on


class Actions(QObject):
    """The commands as Qt actions, enabled by what holds just now."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        """Make every action; connect to `actions["…"].triggered`."""
        super().__init__(parent)
        self._theme = theme
        self._held: set[str] = set()
        self._actions = {one.id: self._made(one) for one in COMMANDS}
        theme.changed.connect(self._on_theme_changed)

    def __getitem__(self, command: str) -> QAction:
        """Return the action of a command by its id."""
        return self._actions[command]

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of all commands, in the table's order."""
        return tuple(self._actions)

    def hold(self, conditions: Iterable[str], among: Iterable[str]) -> None:
        """Say which of the conditions `among` hold now; the others stay as they were."""
        self._held = (self._held - set(among)) | set(conditions)
        for one in COMMANDS:
            self._actions[one.id].setEnabled(one.needs <= self._held)

    def is_held(self, condition: str) -> bool:
        """Tell whether a condition holds now."""
        return condition in self._held

    def set_step(self, command: str, label: str) -> None:
        """Show the name of the step that undo or redo is about; "" when there is none."""
        action = self._actions[command]
        text = next(_translated(one.text) for one in COMMANDS if one.id == command)
        action.setText(f"{text}: {shorten(label, _STEP)}" if label else text)
        action.setToolTip(_tip(action, f"{text}: {label}" if label else text))

    def _made(self, one: Command) -> QAction:
        action = QAction(_translated(one.text), self)
        action.setObjectName(one.id)
        action.setShortcuts([QKeySequence(keys) for keys in one.keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setEnabled(not one.needs)
        action.setToolTip(_tip(action, action.text()))
        return action

    def show_icons(self) -> None:
        """Put the icons on; after the window is first painted, since fonts take time to load."""
        for one in COMMANDS:
            if one.icon:
                self._actions[one.id].setIcon(self._icon(one))

    def _icon(self, one: Command) -> QIcon:
        return self._theme.icon(one.icon)

    def _on_theme_changed(self) -> None:
        self.show_icons()


def _translated(text: str) -> str:
    return QCoreApplication.translate(_TEXTS, text)


def _tip(action: QAction, text: str) -> str:
    """Return the plain text with its keys; a tooltip is never rich text."""
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return f"{text} ({keys})" if keys else text

"""All keys of the program as Markdown, made from the table of commands."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from ui.actions import COMMANDS, Command
from ui.words import tr


def commands_in_markdown() -> str:
    """Return a table of keys for each group of commands, in the order they are declared."""
    groups: dict[str, list[Command]] = {}
    for command in COMMANDS:
        if command.keys:
            groups.setdefault(_group_name(command.id.partition(".")[0]), []).append(command)
    return "\n\n".join(_table(name, commands) for name, commands in groups.items())


def said(keys: Iterable[str]) -> str:
    """Return keys as the keyboard names them, several with "eller" between."""
    native = QKeySequence.SequenceFormat.NativeText
    shown = [QKeySequence(one).toString(native) for one in keys]
    return tr(" eller ").join(f"`{one}`" for one in shown)


def _table(name: str, commands: Iterable[Command]) -> str:
    texts = ((QCoreApplication.translate("Actions", one.text), said(one.keys)) for one in commands)
    lines = [f"| {text.rstrip('…')} | {keys} |" for text, keys in texts]
    return "\n".join((f"| {name} | {tr('Tangent')} |", "|---|---|", *lines))


def _group_name(group: str) -> str:
    names = {
        "file": tr("Planen"),
        "edit": tr("Ångra och söka"),
        "row": tr("Åtgärder"),
        "view": tr("Visa"),
        "app": tr("Programmet"),
        "room": tr("I rummet"),
        "place": tr("Gå till"),
    }
    return names.get(group, tr("Programmet"))

"""Words that several parts of the window say with a number."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def changes_word(number: int) -> str:
    """Return "1 ändring" or "2 ändringar"."""
    text = translate("Words", "{n} ändring") if number == 1 else translate("Words", "{n} ändringar")
    return text.format(n=number)


def changes_in_actions(changes: int, actions: int) -> str:
    """Return "12 ändringar i 4 åtgärder"; the changes alone when they are of something else."""
    if not actions:
        return changes_word(changes)
    one = translate("Words", "{changes} i {n} åtgärd")
    many = translate("Words", "{changes} i {n} åtgärder")
    return (one if actions == 1 else many).format(changes=changes_word(changes), n=actions)

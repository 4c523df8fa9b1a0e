"""Words that several parts of the window say with a number."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def changes_word(number: int) -> str:
    """Return "1 ändring" or "2 ändringar"."""
    text = translate("Words", "{n} ändring") if number == 1 else translate("Words", "{n} ändringar")
    return text.format(n=number)

"""What is said of the new: whether a thing came, changed or went, and how two sides were joined."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from nvworkshop.model.conflicts import label_of
from nvworkshop.model.kinds import KINDS
from nvworkshop.session.comparing import Difference, What
from nvworkshop.session.news import Novelty


def what_word(what: What) -> str:
    """Return "ny", "ändrad" or "borttagen"."""
    words = {
        What.ADDED: _tr("ny"),
        What.CHANGED: _tr("ändrad"),
        What.REMOVED: _tr("borttagen"),
    }
    return words[what]


def name_of(difference: Difference) -> str:
    """Return "Åtgärd 7: Mobilt team"."""
    number = f" {difference.number}" if difference.number else ""
    return f"{KINDS[difference.kind].sv.capitalize()}{number}: {difference.title}"


def how_joined(one: Novelty) -> str:
    """Say how what both sides wrote was put together; "" when only one side wrote."""
    if not one.joined:
        return ""
    if not one.conflicts:
        return _tr("Båda sidor hade skrivit i den, i olika fält. Båda är med.")
    fields = ", ".join(label_of(one.difference.kind, name) for name in one.conflicts)
    return _tr("Båda sidor hade skrivit i den. Att avgöra: {fields}. Resten är med.").format(
        fields=fields
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("News", text)

"""What is said of the new: whether a thing came, changed or went, and how two sides were joined."""

from __future__ import annotations

from collections.abc import Sequence

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
    return " ".join(part for part in (one.stranded, _joined(one)) if part)


def _joined(one: Novelty) -> str:
    if not one.joined:
        return ""
    if not one.conflicts:
        return _tr("Båda sidor hade skrivit i den, i olika fält. Båda är med.")
    decided = [name for name in one.conflicts if name not in one.undecided]
    parts = [_tr("Båda sidor hade skrivit i den.")]
    if one.undecided:
        parts.append(_tr("Att avgöra: {fields}.").format(fields=_fields(one, one.undecided)))
    if decided:
        parts.append(_tr("Avgjort: {fields}.").format(fields=_fields(one, decided)))
    return " ".join([*parts, _tr("Resten är med.")])


def _fields(one: Novelty, names: Sequence[str]) -> str:
    return ", ".join(label_of(one.difference.kind, name) for name in names)


def _tr(text: str) -> str:
    return QCoreApplication.translate("News", text)

"""What is said of the new: whether a thing came, changed or went, and how two sides were joined."""

from __future__ import annotations

from collections.abc import Sequence

from nvworkshop.model.conflicts import label_of
from nvworkshop.model.kinds import KINDS
from nvworkshop.session.comparing import Difference, What
from nvworkshop.session.news import Novelty
from ui.words import tr


def what_word(what: What) -> str:
    """Return "ny", "ändrad" or "borttagen"."""
    words = {
        What.ADDED: tr("ny"),
        What.CHANGED: tr("ändrad"),
        What.REMOVED: tr("borttagen"),
    }
    return words[what]


def name_of(difference: Difference) -> str:
    """Return "Åtgärd 7: Mobilt team"."""
    number = f" {difference.number}" if difference.number else ""
    return f"{tr(KINDS[difference.kind].sv).capitalize()}{number}: {difference.title}"


def how_joined(one: Novelty) -> str:
    """Say how what both sides wrote was put together; "" when only one side wrote."""
    return " ".join(part for part in (one.stranded, _joined(one)) if part)


def _joined(one: Novelty) -> str:
    if not one.joined:
        return ""
    if not one.conflicts:
        return tr("Båda sidor hade skrivit i den, i olika fält. Båda är med.")
    decided = [name for name in one.conflicts if name not in one.undecided]
    parts = [tr("Båda sidor hade skrivit i den.")]
    if one.undecided:
        parts.append(tr("Att avgöra: {fields}.").format(fields=_fields(one, one.undecided)))
    if decided:
        parts.append(tr("Avgjort: {fields}.").format(fields=_fields(one, decided)))
    return " ".join([*parts, tr("Resten är med.")])


def _fields(one: Novelty, names: Sequence[str]) -> str:
    return ", ".join(tr(label_of(one.difference.kind, name)) for name in names)

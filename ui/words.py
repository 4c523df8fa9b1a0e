"""Words that several parts of the window say, and the way to say them outside of widgets."""

from __future__ import annotations

from nvworkshop.language import said


def tr(text: str) -> str:
    """Translate a text as a widget's own `tr` does: there is one catalogue."""
    return said(text)


def changes_word(number: int) -> str:
    """Return "1 ändring" or "2 ändringar"."""
    text = tr("{n} ändring") if number == 1 else tr("{n} ändringar")
    return text.format(n=number)


def ideas_word(number: int) -> str:
    """Return "1 förslag" or "2 förslag"; other languages than Swedish tell them apart."""
    return (tr("1 förslag") if number == 1 else tr("{n} förslag")).format(n=number)


def answers_word(number: int) -> str:
    """Return "1 svar" or "2 svar"."""
    return (tr("1 svar") if number == 1 else tr("{n} svar")).format(n=number)


def participants_word(number: int) -> str:
    """Return "1 deltagare" or "2 deltagare"."""
    return (tr("1 deltagare") if number == 1 else tr("{n} deltagare")).format(n=number)


def changes_in_actions(changes: int, actions: int) -> str:
    """Return "12 ändringar i 4 åtgärder"; the changes alone when they are of something else."""
    if not actions:
        return changes_word(changes)
    one = tr("{changes} i {n} åtgärd")
    many = tr("{changes} i {n} åtgärder")
    return (one if actions == 1 else many).format(changes=changes_word(changes), n=actions)

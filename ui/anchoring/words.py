"""What the table of anchoring says: stages, days and levels, in words with a sign before them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP

from nvworkshop.session.anchoring import Answer, Level, Stage
from ui.words import tr

_SIGNS: Mapping[Stage, str] = {
    Stage.NOT_SENT: "–",
    Stage.WAITING: "○",
    Stage.OVERDUE: "●",
    Stage.ANSWERED: "◔",
    Stage.WHOLLY: "✓",
    Stage.PARTLY: "◑",
    Stage.RECOMMENDED: "→",
    Stage.NOT_ADOPTED: "✗",
}
_STAGES: Mapping[Stage, object] = {
    Stage.NOT_SENT: QT_TRANSLATE_NOOP("Anchoring", "Inte skickad"),
    Stage.WAITING: QT_TRANSLATE_NOOP("Anchoring", "Väntar på svar"),
    Stage.OVERDUE: QT_TRANSLATE_NOOP("Anchoring", "Svaret är sent"),
    Stage.ANSWERED: QT_TRANSLATE_NOOP("Anchoring", "Har svarat"),
    Stage.WHOLLY: QT_TRANSLATE_NOOP("Anchoring", "Antagen i sin helhet"),
    Stage.PARTLY: QT_TRANSLATE_NOOP("Anchoring", "Antagen med undantag"),
    Stage.RECOMMENDED: QT_TRANSLATE_NOOP("Anchoring", "Rekommenderas"),
    Stage.NOT_ADOPTED: QT_TRANSLATE_NOOP("Anchoring", "Inte antagen"),
}
_LEVELS: Mapping[Level, object] = {
    Level.LOCAL: QT_TRANSLATE_NOOP("Anchoring", "Länsdelar"),
    Level.COUNTY: QT_TRANSLATE_NOOP("Anchoring", "Länet"),
    Level.PRINCIPAL: QT_TRANSLATE_NOOP("Anchoring", "Huvudmän"),
}


def level_word(level: Level) -> str:
    """Return what a level is called."""
    return tr(str(_LEVELS[level]))


def stage_words(answer: Answer) -> str:
    """Return how far somebody has come, with its sign: "○ Väntar på svar, 3 dagar kvar"."""
    sign, days = _SIGNS[answer.stage], answer.days
    late = answer.stage is Stage.OVERDUE and days is not None
    parts = [
        f"{sign} {late_words(-(days or 0)) if late else tr(str(_STAGES[answer.stage]))}",
        days_words(days) if days is not None and not late else "",
        tr("version {name}").format(name=answer.older_version) if answer.older_version else "",
    ]
    return ", ".join(part for part in parts if part)


def who_words(answer: Answer) -> str:
    """Return who it is; for a länsdel also where its own plan stands."""
    if not answer.own_plan:
        return tr(answer.party.name)
    return tr("{name} (egen: {state})").format(name=tr(answer.party.name), state=answer.own_plan)


def late_words(days: int) -> str:
    """Return how late an answer is."""
    return (
        tr("Svaret är 1 dag sent") if days == 1 else tr("Svaret är {n} dagar sent").format(n=days)
    )


def days_words(days: int) -> str:
    """Return how long there is left."""
    if days == 0:
        return tr("sista dagen i dag")
    return tr("1 dag kvar") if days == 1 else tr("{n} dagar kvar").format(n=days)

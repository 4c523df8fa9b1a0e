"""What is said of suggestions and joint actions, in whole sentences."""

from __future__ import annotations

from collections.abc import Sequence

from nvworkshop.model.text import shorten
from nvworkshop.session.gathering import Gathered, Original
from nvworkshop.session.suggesting import Candidate, Group
from ui.plan.words import actions_word
from ui.words import tr

_SURE, _LIKELY = 0.8, 0.6
_SHORT = 60


def certainty(score: float) -> str:
    """Return "91 % – mycket lika"."""
    return f"{percent(score)} – {likeness(score)}"


def percent(score: float) -> str:
    """Return "91 %"."""
    return f"{round(score * 100)} %"


def likeness(score: float) -> str:
    """Return how alike actions with a score are, in words."""
    if score >= _SURE:
        return tr("mycket lika")
    return tr("lika") if score >= _LIKELY else tr("kanske")


def called(one: Candidate) -> str:
    """Return what an action is called beside others: "Norra 12"."""
    return " ".join(part for part in (one.where, str(one.number or "")) if part)


def listed(names: Sequence[str]) -> str:
    """Return "a, b och c"."""
    if len(names) < 2:  # noqa: PLR2004 (a list of two needs a word between)
        return "".join(names)
    return tr("{some} och {last}").format(some=", ".join(names[:-1]), last=names[-1])


def quoted(title: str, most: int = _SHORT) -> str:
    """Return a title in a sentence, cut when it is longer than so many characters."""
    return f"”{shorten(title, most)}”"


def members(group: Group) -> str:
    """Return "mycket lika · Norra 7 · Södra 1"."""
    return " · ".join((likeness(group.score), *(called(one) for one in group.candidates)))


def gathers(one: Gathered) -> str:
    """Return "3 åtgärder · Norra, Södra"."""
    number = actions_word("action", len(one.originals))
    return " · ".join(part for part in (number, ", ".join(one.where)) if part)


def changed_since(several: Sequence[Original], labels: dict[str, str]) -> str:
    """Say what has changed in the originals since somebody read them, "" for nothing."""
    said = [_changed(one, labels) for one in several]
    return " ".join(said)


def _changed(one: Original, labels: dict[str, str]) -> str:
    if one.removed:
        text = tr("▲ {who} är borttagen ur sin plan.")
        return text.format(who=one.called or quoted(one.title))
    fields = listed([labels.get(name, name) for name in one.changed])
    text = tr("▲ {who} har ändrats sedan: {fields}.")
    return text.format(who=one.called or quoted(one.title), fields=fields)

"""History as lines to read: who changed what, when, before and after, newest first."""

from __future__ import annotations

import heapq
from dataclasses import dataclass

from nvworkshop.language import marked, said
from nvworkshop.model.changes import REDACT, Change
from nvworkshop.model.heads import heads
from nvworkshop.model.history import Entry, history
from nvworkshop.model.kinds import KINDS
from nvworkshop.model.text import fold
from nvworkshop.model.things import thing_of
from nvworkshop.planfile.store import Key
from nvworkshop.session.followed_lines import followed_lines
from nvworkshop.session.review import writers
from nvworkshop.session.view import PlanView

NEWEST = 2_000
"""Most lines of a whole plan that are told unless somebody asks for more."""

ERASED = marked("(raderat för gott)")
_HIDDEN = frozenset({"plan"})
"""Fields that the program sets by itself and nobody asks about."""


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One change; all texts are plain. `at` is milliseconds since 1970 UTC.

    `before` has the values on a line each when the change decided a conflict. `found_by` is all of
    it folded.
    """

    at: int
    who: str
    kind: str
    entity: str
    title: str
    label: str
    before: str
    after: str
    found_by: str


@dataclass(frozen=True, slots=True)
class History:
    """The newest changes, and how many there are in all."""

    lines: tuple[HistoryLine, ...]
    count: int


def history_lines(view: PlanView, entity: str = "", *, newest: int = NEWEST) -> History:
    """Return the history of one thing, or of the whole plan; at most the `newest` changes.

    What was told of an action when it was followed up is a line of its history.
    """
    followed: list[HistoryLine] = []
    if entity:
        key = view.key(entity)
        log = view.store.changes_of(key[1])
        followed = _followed(view, key)
    else:
        aside = view.store.aside
        log = [one for one in view.store.changes() if not aside.covers(one)]
    told = [one for one in log if _is_told(one)]
    chosen = heapq.nlargest(newest, told, key=lambda one: (one.at, one.writer, one.seq))
    wanted = {one.id for one in chosen}
    replaced = {known for one in chosen for known in one.replaced}
    needed = [one for one in told if one.id in wanted or one.id in replaced]
    titles: dict[tuple[str, str], str] = {}
    entries = (one for one in history(needed, writers(view)) if bytes.fromhex(one.id) in wanted)
    lines = [_line(view, one, titles) for one in entries]
    latest = sorted((*lines, *followed), key=lambda one: one.at)[::-1]
    return History(tuple(latest[:newest]), len(told) + len(followed))


def _is_told(one: Change) -> bool:
    system = one.kind in KINDS and KINDS[one.kind].system
    return one.kind != REDACT and not system and one.field not in _HIDDEN


def _line(view: PlanView, one: Entry, titles: dict[Key, str]) -> HistoryLine:
    key = one.kind, one.entity
    if key not in titles:
        titles[key] = _title(view, *key)
    before = "\n".join(dict.fromkeys(_text(view, one, value) for value in one.before))
    after = said(ERASED) if one.erased else _text(view, one, one.after)
    return _told(one, (*key, titles[key]), (said(one.label), before, after))


def _followed(view: PlanView, key: Key) -> list[HistoryLine]:
    about = (*key, _title(view, *key))
    found = followed_lines(view, key[1])
    return [_told(one.began, about, (one.label, "", one.text)) for one in found]


def _told(one: Entry, about: tuple[str, str, str], what: tuple[str, str, str]) -> HistoryLine:
    """Return a line about a thing (kind, id, title) of label, before and after."""
    who = " · ".join(text for text in (one.function, one.device) if text)
    return HistoryLine(one.at, who, *about, *what, fold("\n".join((who, about[2], *what))))


def _title(view: PlanView, kind: str, entity: str) -> str:
    """Return what people call a thing, also one that is removed."""
    if kind not in KINDS:
        return f"{kind} ({entity[:8]})"
    thing = view.current(kind, entity)
    if thing is None:
        mine = (one for one in view.store.changes_of(entity) if one.kind == kind)
        thing = thing_of(KINDS[kind], entity, heads(mine))
    number = f" {view.readable(kind, 'number', thing['number'])}" if thing["number"] else ""
    return f"{said(KINDS[kind].sv).capitalize()}{number}: {view.name(thing) or f'({entity[:8]})'}"


def _text(view: PlanView, one: Entry, value: object) -> str:
    return view.readable(one.kind, one.field, value)

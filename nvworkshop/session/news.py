"""What a merge brought: each thing before and after it, from which file, and how it was joined."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from nvworkshop.language import said, several
from nvworkshop.model.aside import Brought
from nvworkshop.model.changes import REMOVED, Change
from nvworkshop.model.heads import heads
from nvworkshop.model.kinds import KINDS
from nvworkshop.model.text import sort_key
from nvworkshop.model.things import Thing, thing_of
from nvworkshop.planfile.store import Key
from nvworkshop.session.comparing import (
    Apart,
    Difference,
    FieldDifference,
    differing,
    in_order,
    told,
)
from nvworkshop.session.conflict_list import whose
from nvworkshop.session.receipts import Source, receipts, sources_of
from nvworkshop.session.view import PlanView

_UNDER = "follow_up"
"""The kind of things that belong to an action."""


@dataclass(frozen=True, slots=True)
class Novelty:
    """One thing that a merge brought something of.

    `files` are the names of the files it came from, `where` whose plan it is in, `devices` the
    computers it was written on. `joined` tells that both sides had written in the thing without
    knowing of each other, and `conflicts` names the fields where they wrote differently: the other
    fields of a joined thing were put together by themselves. `undecided` are those of them that are
    in conflict still. `stranded` is a sentence when one of a thing and the action it belongs to is
    removed and the other stands.
    """

    difference: Difference
    files: tuple[str, ...]
    where: str
    devices: tuple[str, ...]
    joined: bool
    conflicts: tuple[str, ...]
    undecided: tuple[str, ...] = ()
    stranded: str = ""


@dataclass(frozen=True, slots=True)
class _Told:
    """Everything about one thing: what stood before the merge, and what came with it."""

    before: list[Change]
    came: list[Change]


def news_of(view: PlanView, receipt: Thing) -> list[Novelty]:
    """Return what a merge brought, kind by kind, each plan's by itself; also when taken back.

    Before is what the plan held when it was merged, after is that with what came. What has been
    written since, or came with later merges, has no part in it.
    """
    sources = sources_of(receipt)
    found = (_novelty(view, key, told, sources) for key, told in _touched(view, receipt).items())
    ordered = in_order([one for one in found if one], lambda one: one.difference)
    kinds = list(dict.fromkeys(one.difference.kind for one in ordered))
    return sorted(ordered, key=lambda one: (kinds.index(one.difference.kind), sort_key(one.where)))


def _touched(view: PlanView, receipt: Thing) -> dict[Key, _Told]:
    """Return the things of people's that the merge brought something of, with their changes."""
    came = Brought(receipt["brought"])
    later, at = _later(view, receipt)
    grouped: dict[Key, list[Change]] = defaultdict(list)
    for change in view.store.changes():
        kind = KINDS.get(change.kind)
        if kind is not None and not kind.system:
            grouped[change.kind, change.entity].append(change)
    return {
        key: _Told(
            [one for one in changes if one not in came and one.at <= at and not _in(one, later)],
            brought,
        )
        for key, changes in grouped.items()
        if (brought := [one for one in changes if one in came])
    }


def _later(view: PlanView, receipt: Thing) -> tuple[list[Brought], int]:
    """Return what later merges brought, and when this one was made by the log's clock."""
    made = {one.id: _made(view, one) for one in receipts(view)}
    at = made.get(receipt.id, _made(view, receipt))
    after = [one for one in receipts(view) if made[one.id] > at]
    return [Brought(one["brought"]) for one in after], at


def _made(view: PlanView, receipt: Thing) -> int:
    return min((one.at for one in view.store.changes("entity = ?", (receipt.id,))), default=0)


def _in(change: Change, several: Iterable[Brought]) -> bool:
    return any(change in one for one in several)


def _novelty(view: PlanView, key: Key, told_of: _Told, sources: Sequence[Source]) -> Novelty | None:
    then = _stood(key, told_of.before)
    now = _stood(key, [*told_of.before, *told_of.came])
    one = Apart(key, now, then, ())
    one = Apart(key, now, then, differing(KINDS[key[0]], one, decided=True))
    if not one.fields and (now is None) == (then is None):
        return None
    opened = (now.conflicts if now else frozenset()) - (then.conflicts if then else frozenset())
    difference = told(one, view, view)
    current = view.current(*key)
    undecided = opened & (current.conflicts if current else frozenset())
    from_files = [source for source in sources if any(c in source.brought for c in told_of.came)]
    return Novelty(
        replace(difference, fields=_with_sides(view, difference, told_of, opened)),
        tuple(dict.fromkeys(source.file for source in from_files)),
        whose(view, now or then),
        _devices(view, told_of.came),
        any(key[1] in source.joined for source in from_files),
        tuple(sorted(opened)),
        tuple(sorted(undecided)),
        stranded(view, key),
    )


def _with_sides(
    view: PlanView, difference: Difference, told_of: _Told, opened: frozenset[str]
) -> tuple[FieldDifference, ...]:
    """Return the fields, with all that stood against each other where a conflict came."""
    of = heads([*told_of.before, *told_of.came])
    return tuple(
        replace(one, after=_sides(view, difference.kind, of[one.name]))
        if one.name in opened and one.name != REMOVED
        else one
        for one in difference.fields
    )


def _sides(view: PlanView, kind: str, several: Sequence[Change]) -> str:
    texts = (view.readable(kind, one.field, one.data) or "–" for one in several)
    return f"\n{said('eller')}\n".join(dict.fromkeys(texts))


def stranded(view: PlanView, key: Key) -> str:
    """Say that a thing's action is removed though the thing stands, or the other way round."""
    kind, entity = key
    if kind == "action":
        return "" if view.current(*key) else _left_under(view, entity)
    thing = view.current(*key) if kind == _UNDER else None
    action = thing.text("action") if thing else ""
    if not action or view.current("action", action) or not view.store.count_of(action):
        return ""
    return said("Åtgärden som den hör till är borttagen.")


def _left_under(view: PlanView, action: str) -> str:
    count = sum(one["action"] == action for one in view.things(_UNDER))
    if not count:
        return ""
    kind = KINDS[_UNDER]
    what = said(kind.sv) if count == 1 else several(kind.sv_plural)
    return said("Kvar under den borttagna åtgärden: {count} {what}.").format(count=count, what=what)


def _stood(key: Key, changes: Sequence[Change]) -> Thing | None:
    if not changes:
        return None
    thing = thing_of(KINDS[key[0]], key[1], heads(changes))
    return None if thing.removed else thing


def _devices(view: PlanView, changes: Iterable[Change]) -> tuple[str, ...]:
    writers = dict.fromkeys(one.writer.hex() for one in changes)
    known = (view.current("writer", one) for one in writers)
    return tuple(dict.fromkeys(one.text("device") for one in known if one and one.text("device")))

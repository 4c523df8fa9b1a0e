"""What differs between a plan now and the same plan as it was then."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any, TypeVar

from nvworkshop import language
from nvworkshop.language import marked
from nvworkshop.model.changes import REMOVED
from nvworkshop.model.conflicts import label_of
from nvworkshop.model.fields import Kind
from nvworkshop.model.heads import heads
from nvworkshop.model.kinds import KINDS, REDACT
from nvworkshop.model.text import sort_key
from nvworkshop.model.things import Thing
from nvworkshop.planfile.store import Key
from nvworkshop.session.files import store_of
from nvworkshop.session.view import PlanView

T = TypeVar("T")

_FIRST = ("plan", "action", "joint_action")
"""The kinds people look for first; the others follow as they are declared."""

_NEUTER = frozenset({"idea", "measurement", "assignment", "decision"})
"""The kinds whose Swedish name is an ett-word."""


class What(Enum):
    """What has become of a thing since then."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class FieldDifference:
    """One field: its label, and its value then (`before`) and now (`after`) as people read it."""

    name: str
    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs; all texts are plain."""

    what: What
    kind: str
    entity: str
    number: int
    title: str
    fields: tuple[FieldDifference, ...]

    @property
    def key(self) -> Key:
        """What names the thing."""
        return self.kind, self.entity


@dataclass(frozen=True, slots=True)
class Apart:
    """A thing that stands differently, None where it is not, and the names of its fields.

    `erased` are the fields whose value then has been erased for good.
    """

    key: Key
    now: Thing | None
    then: Thing | None
    fields: tuple[str, ...]
    erased: frozenset[str] = frozenset()


def compare(now: PlanView, then: PlanView, *, decided: bool = False) -> list[Difference]:
    """Return what differs now from then, by kind and number or title.

    The program's own kinds are left out, and so is what has been erased since. `decided` as in
    `differing`.
    """
    with without_erased(then, now) as left:
        found = [told(one, now, left) for one in apart(now, left, decided=decided)]
    return in_order(found, lambda one: one)


def apart(now: PlanView, then: PlanView, *, decided: bool = False) -> Iterator[Apart]:
    """Yield every thing that differs; `then` is as `without_erased` gave it."""
    erased = _erased_fields(then)
    for kind in KINDS.values():
        if kind.system:
            continue
        new = {one.id: one for one in now.things(kind.name)}
        old = {one.id: one for one in then.things(kind.name)}
        for entity in new | old:
            key = kind.name, entity
            one = Apart(key, new.get(entity), old.get(entity), (), erased.get(key, frozenset()))
            names = differing(kind, one, decided=decided)
            if names or one.now is None or one.then is None:
                yield replace(one, fields=names)


def differing(kind: Kind, one: Apart, *, decided: bool = False) -> tuple[str, ...]:
    """Return the names of the fields that stand differently, or are in conflict now alone.

    With `decided` also those that were in conflict then, though the value that was shown stands.
    """
    now, then = one.now, one.then
    new: Mapping[str, Any] = now.values if now else {}
    old: Mapping[str, Any] = then.values if then else {}
    turned = (now.conflicts - then.conflicts) if now and then else frozenset()
    if now and then and decided:
        turned = now.conflicts ^ then.conflicts
    if now and then and not turned and new == old:
        return ()
    names = tuple(
        field.name
        for field in kind.fields
        if field.name not in one.erased
        and (new.get(field.name) != old.get(field.name) or field.name in turned)
    )
    return (*names, REMOVED) if REMOVED in turned else names


@contextmanager
def without_erased(then: PlanView, now: PlanView) -> Iterator[PlanView]:
    """Give `then` without the values that have been erased for good since."""
    redactions = list(now.store.changes("kind = ?", (REDACT.name,)))
    known = {one.id for one in then.things(REDACT.name)}
    if all(one.entity in known for one in redactions):
        yield then
        return
    store = store_of(then.store.plan, [*then.store.changes(), *redactions])
    with closing(store):
        yield PlanView(store, then.surroundings)


def _erased_fields(then: PlanView) -> dict[Key, frozenset[str]]:
    """Return the fields of which nothing is left to see, by thing: nobody knows what they held."""
    erased = then.store.changes("value IS NULL")
    found: dict[Key, frozenset[str]] = {}
    for kind, entity in {(one.kind, one.entity) for one in erased}:
        of = heads(one for one in then.store.changes_of(entity) if one.kind == kind)
        gone = (name for name, several in of.items() if all(one.value is None for one in several))
        found[kind, entity] = frozenset(gone)
    return found


def told(one: Apart, now: PlanView, then: PlanView) -> Difference:
    """Return a thing that differs in words; names are looked up in the two views."""
    kind = KINDS[one.key[0]]
    what = What.CHANGED if one.now and one.then else What.ADDED if one.now else What.REMOVED
    thing, view = (one.now, now) if one.now else (one.then, then)
    name, number = (view.name(thing), thing["number"]) if thing else ("", None)
    fields = (_field(kind, name, one, now, then) for name in one.fields if name != "plan")
    return Difference(
        what,
        *one.key,
        int(number) if isinstance(number, int | float) else 0,
        name or f"({one.key[1][:8]})",
        tuple(fields),
    )


def _field(kind: Kind, name: str, one: Apart, now: PlanView, then: PlanView) -> FieldDifference:
    label = label_of(kind.name, name)
    before = _text(kind, name, one.then, then)
    after = _text(kind, name, one.now, now)
    if before == after:  # a period said the same way may have other dates
        before, after = _exact(name, one.then, before), _exact(name, one.now, after)
    return FieldDifference(name, label, before, after)


def _text(kind: Kind, name: str, thing: Thing | None, view: PlanView) -> str:
    if thing is None:
        return ""
    if name == REMOVED:
        return language.said("står mot ändringar") if REMOVED in thing.conflicts else ""
    text = view.readable(kind.name, name, thing[name])
    return (
        language.said("{text} (i konflikt)").format(text=text) if name in thing.conflicts else text
    )


def _exact(name: str, thing: Thing | None, text: str) -> str:
    data = thing[name] if thing else None
    if not isinstance(data, dict) or "said" not in data:
        return text
    days = "–".join(dict.fromkeys(str(data[end]) for end in ("first", "last") if data.get(end)))
    return f"{text} ({days})" if days else text


def in_order(several: Iterable[T], difference: Callable[[T], Difference]) -> list[T]:
    """Return them by kind, and number or title."""
    return sorted(several, key=lambda one: _order(difference(one)))


def _order(one: Difference) -> tuple[int, int, int, tuple[str, str, str], str]:
    kinds = [*_FIRST, *(name for name in KINDS if name not in _FIRST)]
    unnumbered = one.number == 0
    return kinds.index(one.kind), unnumbered, one.number, sort_key(one.title), one.entity


def said(differences: Iterable[Difference]) -> str:
    """Return what differs as one sentence: "3 åtgärder ändrade, 1 ny, 1 borttagen"."""
    counts: dict[str, Counter[What]] = {}
    for (kind, what), count in Counter((one.kind, one.what) for one in differences).items():
        counts.setdefault(kind, Counter())[what] = count
    return "; ".join(_counted(KINDS[name], several) for name, several in counts.items())


def _counted(kind: Kind, several: Counter[What]) -> str:
    """Return the counts of one kind; its name stands once."""
    parts: list[str] = []
    for what in What:
        count = several[what]
        if not count:
            continue
        word = _word(kind, what, count)
        name = language.said(kind.sv) if count == 1 else language.several(kind.sv_plural)
        if parts:
            parts.append(f"{count} {word}")
        elif what is What.CHANGED:
            parts.append(f"{count} {name} {word}")
        else:
            parts.append(f"{count} {word} {name}")
    return ", ".join(parts)


_WORDS = {
    What.CHANGED: (marked("ändrad"), marked("ändrat"), marked("ändrade")),
    What.ADDED: (marked("ny"), marked("nytt"), marked("nya")),
    What.REMOVED: (marked("borttagen"), marked("borttaget"), marked("borttagna")),
}
"""What has happened to one thing, to one of neuter, and to several."""


def _word(kind: Kind, what: What, count: int) -> str:
    form = 2 if count != 1 else kind.name in _NEUTER
    return language.said(_WORDS[what][form])

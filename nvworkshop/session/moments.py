"""Points in time: a date, a frozen version, before or after a merge, or now."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from nvworkshop.errors import InputError
from nvworkshop.language import marked, said
from nvworkshop.model.aside import Held, held
from nvworkshop.model.changes import REDACT, Change
from nvworkshop.model.fields import Field, FieldType
from nvworkshop.model.heads import newest_first
from nvworkshop.model.text import fold, shorten
from nvworkshop.model.things import Thing
from nvworkshop.model.values import parse
from nvworkshop.session.comparing import Difference, compare
from nvworkshop.session.files import store_of
from nvworkshop.session.receipts import receipts, refuse_foreign
from nvworkshop.session.versions import version_called, version_view, versions
from nvworkshop.session.view import PlanView

BY_CLOCK = marked(
    "Ett datum visar det som var skrivet då, enligt klockan på den dator där det skrevs. "
    "Det som slogs samman senare är också med."
)
"""What a person should know of a plan at a date."""

_CLOCK = re.compile(r"(?P<day>.+?)\s+(?:kl\.?\s*)?(?P<hour>\d{1,2})[.:](?P<minute>\d{2})")
_BEFORE, _AFTER = ("före", "before"), ("efter", "after")
_DAY = Field("day", marked("Tidpunkt"), "Point in time", FieldType.DATE)


class At(Enum):
    """What a point in time is told by."""

    NOW = "now"
    TIME = "time"
    VERSION = "version"
    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in a plan's life: a time in milliseconds since 1970 UTC, or a version or receipt."""

    at: At = At.NOW
    time: int = 0
    entity: str = ""


NOW = Moment()


@dataclass(frozen=True, slots=True)
class Point:
    """A moment to choose, and what to call it."""

    moment: Moment
    label: str


def moment_of(view: PlanView, spoken: str) -> Moment:
    """Return the moment that was typed: "nu", a version's name, a date, or a receipt's id.

    A date may have a clock ("2026-11-30 14.05") and is otherwise the whole of that day; a receipt
    means after its merge, and with "före " before it. Raises InputError.
    """
    text = " ".join(spoken.split())
    if fold(text) in ("", "nu", "now"):
        return NOW
    version = version_called(view, re.sub(r"^version\s+", "", text, flags=re.IGNORECASE))
    version = version or version_called(view, text)
    if version:
        return Moment(At.VERSION, entity=version.id)
    return _of_receipt(view, text) or _of_date(view, text)


def _of_receipt(view: PlanView, text: str) -> Moment | None:
    """Return the moment of a version's or receipt's id; None when it is neither."""
    first, _, rest = text.replace(":", " ", 1).partition(" ")
    side = fold(first)
    wanted = rest.strip() if side in (*_BEFORE, *_AFTER) else text
    try:
        kind, entity = view.key(wanted)
    except InputError:
        if wanted != text:
            raise
        return None
    if kind == "version":
        return Moment(At.VERSION, entity=entity)
    if kind != "receipt":
        return None
    refuse_foreign(view, view.thing(entity))
    return Moment(At.BEFORE if side in _BEFORE else At.AFTER, entity=entity)


def _of_date(view: PlanView, text: str) -> Moment:
    clock = _CLOCK.fullmatch(text)
    try:
        day = str(parse(_DAY, clock["day"] if clock else text, view.context))
        last = datetime.fromisoformat(day)
        if clock:
            last += timedelta(hours=int(clock["hour"]), minutes=int(clock["minute"]) + 1)
        else:
            last += timedelta(days=1)
        return Moment(At.TIME, int(last.astimezone().timestamp() * 1000) - 1)
    except (InputError, ValueError, OverflowError):
        names = ", ".join(one.text("title") for one in versions(view))
        raise InputError(
            said("”{text}” är ingen tidpunkt i planen.").format(text=shorten(text, 40)),
            said("Versionerna är: {names}.").format(names=names) if names else "",
            said("Skriv nu, ett datum som 2026-11-30, en versions namn eller ett kvittos id."),
        ) from None


@contextmanager
def view_at(view: PlanView, moment: Moment) -> Iterator[PlanView]:
    """Give the plan as it was at a moment; what has been erased since is erased there too.

    Its clock stands at that moment, so that what is made of it is the same whenever it is made.
    """
    if moment.at is At.NOW:
        yield view
    elif moment.at is At.VERSION:
        with version_view(view, view.thing(moment.entity)) as then:
            yield then
    else:
        known = known_by(view, moment)
        log = [one for one in view.store.changes() if one.kind == REDACT or known(one)]
        with closing(store_of(view.store.plan, log)) as store:
            yield PlanView(store, view.surroundings.standing_at(time_of(view, moment)))


def time_of(view: PlanView, moment: Moment) -> int:
    """Return when a moment that is no version was, in milliseconds since 1970 UTC.

    A day that hasn't ended is as far as it has come.
    """
    if moment.at is At.TIME:
        return min(moment.time, int(view.surroundings.now().timestamp() * 1000))
    return _Merge(view, moment).time


def compare_at(view: PlanView, first: Moment, second: Moment) -> list[Difference]:
    """Return what differs at the second moment from the first, also conflicts decided between."""
    with view_at(view, first) as then, view_at(view, second) as later:
        return compare(later, then, decided=True)


def known_by(view: PlanView, moment: Moment) -> Callable[[Change], bool]:
    """Return what tells whether the plan had a change at a moment that is no version."""
    if moment.at is At.TIME:
        return lambda one: one.at <= moment.time
    return _Merge(view, moment).knew


@dataclass(frozen=True, slots=True)
class _Brought:
    """One merge: what it brought, and the first and last change of its receipt."""

    first: Change
    last: Change
    held: Held


class _Merge:
    """What the plan knew just before a merge, or just after it.

    A merge brings changes that were written at any time before it. So what merges brought is known
    from the first of those merges on, and the rest from when it was written here. A merge that was
    made in another copy of the plan counts from when it came with a merge itself.
    """

    def __init__(self, view: PlanView, moment: Moment) -> None:
        """Look up the merges of this plan, in order."""
        merges = {one.id: _brought(view, one) for one in receipts(view)}
        self._this = merges[view.key(moment.entity)[1]]
        self._after = moment.at is At.AFTER
        self._all = sorted(merges.values(), key=lambda one: newest_first(one.first))
        self._was_made: dict[bytes, bool] = {}
        for number, one in enumerate(self._all):
            bringing = [later for later in self._all[:number] if later.held.has(one.first)]
            self._was_made[one.first.id] = (
                self._brought_by(bringing) if bringing else self._done(one.first)
            )

    @property
    def time(self) -> int:
        """When it was, in milliseconds since 1970 UTC."""
        return (self._this.last if self._after else self._this.first).at

    def knew(self, change: Change) -> bool:
        """Tell whether the plan had the change then."""
        bringing = [one for one in self._all if one.held.has(change)]
        if bringing:
            return self._brought_by(bringing)
        return self._done(change)

    def _brought_by(self, bringing: Iterable[_Brought]) -> bool:
        return any(self._was_made[one.first.id] for one in bringing)

    def _done(self, change: Change) -> bool:
        """Tell whether what was written here was written by then."""
        end = self._this.last if self._after else self._this.first
        if change.writer == end.writer:
            return change.seq <= end.seq if self._after else change.seq < end.seq
        return change.at <= end.at if self._after else change.at < end.at


def _brought(view: PlanView, receipt: Thing) -> _Brought:
    of = [one for one in view.store.changes("entity = ?", (receipt.id,)) if one.kind == "receipt"]
    written = sorted(
        (one for one in of if one.field != "taken_back"), key=lambda one: (one.at, one.seq)
    )
    return _Brought(written[0], written[-1], held(receipt["brought"]))


def called(view: PlanView, moment: Moment) -> str:
    """Return what to call a moment."""
    if moment.at is At.NOW:
        return said("Nu")
    if moment.at is At.TIME:
        then = datetime.fromtimestamp(moment.time / 1000).astimezone()
        ends = then.strftime("%H.%M")
        return f"{then:%Y-%m-%d}" if ends == "23.59" else f"{then:%Y-%m-%d} kl. {ends}"
    thing = view.thing(moment.entity)
    if moment.at is At.VERSION:
        return version_label(view, thing)
    side = said("Före") if moment.at is At.BEFORE else said("Efter")
    when = thing.text("at")[:16].replace("T", " kl. ").replace(":", ".")
    return said("{side} sammanslagningen {when}{files}").format(
        side=side, when=when, files=_files(thing)
    )


def version_label(view: PlanView, version: Thing) -> str:
    """Return "Version 1.0 · Fastställd · 2026-11-30"."""
    state = view.readable("version", "state", version["state"])
    parts = [
        said("Version {title}").format(title=version.text("title")),
        state,
        version.text("date"),
    ]
    return " · ".join(part for part in parts if part)


def _files(receipt: Thing) -> str:
    sources = receipt["sources"]
    named = [one for one in sources if isinstance(one, dict)] if isinstance(sources, list) else []
    names = [str(one.get("file", "")) for one in named if not one.get("error")]
    return (
        said(" av {names}{more}").format(
            names=", ".join(names[:3]), more=" …" if len(names) > len(names[:3]) else ""
        )
        if names
        else ""
    )


def points(view: PlanView) -> list[Point]:
    """Return the moments to choose among: now, the versions, and around every merge."""
    moments = [NOW, *(Moment(At.VERSION, entity=one.id) for one in versions(view))]
    for receipt in receipts(view):
        moments += [Moment(side, entity=receipt.id) for side in (At.AFTER, At.BEFORE)]
    return [Point(one, called(view, one)) for one in moments]

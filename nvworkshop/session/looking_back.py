"""The things of a few kinds as they were at a moment, read straight from the log.

Much quicker than `moments.view_at`, which derives everything.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from itertools import groupby

from nvworkshop.model.aside import aside_of, held
from nvworkshop.model.changes import Change
from nvworkshop.model.heads import heads
from nvworkshop.model.kinds import KINDS, RECEIPT
from nvworkshop.model.rules import ROWS
from nvworkshop.model.things import Thing, thing_of
from nvworkshop.session.moments import At, Moment, known_by, time_of
from nvworkshop.session.versions import frozen_at
from nvworkshop.session.view import PlanView

Log = dict[str, list[list[Change]]]
"""The changes of each thing, by kind; the oldest thing first."""


def things_at(view: PlanView, moment: Moment, *kinds: str) -> dict[str, list[Thing]]:
    """Return the things of those kinds as they were, oldest first.

    What has been erased since is erased there too.
    """
    if moment.at is At.NOW:
        return {kind: view.things(kind) for kind in kinds}
    known = _known(view, moment)
    log = _log(view, (RECEIPT.name, *kinds), known)
    receipts = [thing_of(RECEIPT, of[0].entity, heads(of)) for of in log[RECEIPT.name]]
    written = (one for of in log[RECEIPT.name] for one in of if one.field == "brought")
    aside = aside_of(receipts, view.store.plan, written)
    if aside.taken_back:
        log = _log(view, kinds, lambda one: known(one) and not aside.covers(one))
    found = {kind: _standing(kind, log[kind]) for kind in kinds}
    return {kind: _own(view, several) for kind, several in found.items()}


def day_at(view: PlanView, moment: Moment) -> date:
    """Return the day of a moment on this computer's calendar."""
    if moment.at is At.NOW:
        return view.surroundings.today()
    if moment.at is At.VERSION:
        at = frozen_at(view, view.thing(moment.entity))
    else:
        at = time_of(view, moment)
    return view.surroundings.standing_at(at).today()


def _known(view: PlanView, moment: Moment) -> Callable[[Change], bool]:
    if moment.at is At.VERSION:
        return held(view.thing(moment.entity)["holds"]).has
    return known_by(view, moment)


def _log(view: PlanView, kinds: Sequence[str], known: Callable[[Change], bool]) -> Log:
    found: Log = {kind: [] for kind in kinds}
    marks = ",".join("?" * len(kinds))
    changes = [one for one in view.store.changes(f"kind IN ({marks})", kinds) if known(one)]
    changes.sort(key=_key)
    for (kind, _), several in groupby(changes, key=_key):
        found[kind].append(list(several))
    for of in found.values():
        of.sort(key=lambda several: (min(one.at for one in several), several[0].entity))
    return found


def _own(view: PlanView, several: list[Thing]) -> list[Thing]:
    """Return rows without those of the ground, as `PlanView.things` does."""
    if not view.is_own:
        return several
    return [one for one in several if one.kind not in ROWS or not view.is_ground(one)]


def _key(change: Change) -> tuple[str, str]:
    return change.kind, change.entity


def _standing(kind: str, log: list[list[Change]]) -> list[Thing]:
    things = (thing_of(KINDS[kind], of[0].entity, heads(of)) for of in log)
    return [one for one in things if not one.removed]

"""What a copy of the plan had by itself, when another copy's taken-back merge comes with a file."""

from __future__ import annotations

from collections.abc import Sequence

from nvworkshop.model.aside import Aside, Brought, Ranges, ranges_of
from nvworkshop.model.changes import Change
from nvworkshop.model.things import Thing
from nvworkshop.session.receipts import receipts
from nvworkshop.session.view import PlanView


def kept(view: PlanView, before: Aside, run: Ranges) -> dict[str, Ranges]:
    """Return what taken-back receipts that came set aside though it was here by itself.

    `before` is what was set aside before the file came, and `run` what the merge under way has
    brought. By itself means that no receipt written in this copy brought it. The answer names the
    changes by receipt.
    """
    after = view.store.aside
    if after.taken_back == before.taken_back:
        return {}
    came = Brought(run)
    lost = [
        one
        for one in view.store.changes()
        if after.covers(one) and not before.covers(one) and one not in came
    ]
    several = receipts(view)
    native = [Brought(one["brought"]) for one in _native(view, several, came)]
    own = [one for one in lost if not any(one in brought for brought in native)]
    return _by_receipt(own, several)


def told_of(view: PlanView, new: Sequence[Change], run: Ranges) -> bool:
    """Tell whether a receipt among the new changes says that it brought what was here already.

    A receipt of our own is then needed, for it tells that the other one came from elsewhere.
    """
    came = Brought(run)
    ids = {one.entity for one in new if (one.kind, one.field) == ("receipt", "brought")}
    if not ids:
        return False
    theirs = [Brought(one["brought"]) for one in receipts(view) if one.id in ids]
    return bool(theirs) and any(
        one in brought
        for one in view.store.changes("kind NOT IN ('receipt', 'writer', 'redact')")
        if one not in came
        for brought in theirs
    )


def _native(view: PlanView, several: Sequence[Thing], came: Brought) -> list[Thing]:
    """Return the receipts of merges made in this copy: those that no other merge brought."""
    brought = {one.id: Brought(one["brought"]) for one in several}
    first = {
        one.entity: one for one in view.store.changes("kind = 'receipt' AND field = 'brought'")
    }
    return [
        one
        for one in several
        if one.id in first
        and first[one.id] not in came
        and not any(first[one.id] in other for id_, other in brought.items() if id_ != one.id)
    ]


def _by_receipt(own: Sequence[Change], several: Sequence[Thing]) -> dict[str, Ranges]:
    named = {}
    for receipt in several:
        brought = Brought(receipt["brought"])
        if receipt["taken_back"] is True and (its := [one for one in own if one in brought]):
            named[receipt.id] = ranges_of(its)
    return named

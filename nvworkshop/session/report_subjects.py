"""What a report is told besides the plan: the minutes of a workshop, a receipt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from nvworkshop.errors import InputError
from nvworkshop.language import as_source, said
from nvworkshop.model.guarded import guarded
from nvworkshop.reports.prose import ReportKind
from nvworkshop.reports.prose.registry import Subject
from nvworkshop.session.minutes import minutes_of
from nvworkshop.session.purges import left_in, purges_of
from nvworkshop.session.receipt_facts import facts_of
from nvworkshop.session.receipts import receipt_called
from nvworkshop.session.remaining import ALWAYS
from nvworkshop.session.reported import reported_on
from nvworkshop.session.view import PlanView


def about(view: PlanView, kind: ReportKind, subject: str) -> Mapping[str, Any]:
    """Return what a report's template gets besides the plan, guarded.

    Raises InputError when there is no such subject, or none at all.
    """
    if kind.purged:
        return {"purged": guarded(_purged(view))}
    match kind.subject:
        case Subject.WORKSHOP:
            return {"minutes": guarded(asdict(minutes_of(view, _workshop(view, subject))))}
        case Subject.RECEIPT:
            receipt = receipt_called(view, subject)
            with as_source():
                return {"receipt": guarded(asdict(facts_of(view, receipt)))}
        case Subject.REPORTED:
            return {"reported": guarded(asdict(reported_on(view, subject)))}
        case _:
            return {}


def _purged(view: PlanView) -> Mapping[str, Any]:
    """Return every purge, and what none of them reaches."""
    purges = [asdict(one) for one in purges_of(view)]
    return {"purges": purges, "left": left_in(view), "remains": list(ALWAYS)}


def _workshop(view: PlanView, subject: str) -> str:
    """Return the id of the workshop that is asked for, "" for the latest."""
    if subject:
        return subject
    latest = max(
        view.things("workshop"), key=lambda one: (one.text("date"), one.updated), default=None
    )
    if latest is None:
        raise InputError(said("Planen har ingen workshop att göra anteckningar från."))
    return latest.id

"""Receipts as text to show, from the same template as the document."""

from __future__ import annotations

from collections.abc import Iterable

from nvworkshop.model.things import Thing
from nvworkshop.session.documents import document_of, readable
from nvworkshop.session.export import plan_data
from nvworkshop.session.view import PlanView


def receipt_texts(view: PlanView, receipts: Iterable[Thing]) -> list[str]:
    """Return what each receipt says. Raises TemplateError."""
    data = plan_data(view)
    return [readable(document_of(view, data, "kvitto", subject=one.id)) for one in receipts]

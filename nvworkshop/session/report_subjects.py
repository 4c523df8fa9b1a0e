"""What a report is told besides the plan: a workshop's minutes, a receipt, the coverage."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from nvworkshop.reports import PlanData
from nvworkshop.reports.prose import ReportKind
from nvworkshop.session.view import PlanView


def about(view: PlanView, data: PlanData, kind: ReportKind, subject: str) -> Mapping[str, Any]:
    """Return what a report's template gets besides `plan`. Raises InputError for no subject."""
    return {}

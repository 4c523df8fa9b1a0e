"""What those who have written are called: their function, else where the computer is."""

from __future__ import annotations

from nvworkshop.language import said
from nvworkshop.model.things import Thing
from nvworkshop.session.view import PlanView


def called(view: PlanView, writer: Thing | None, plan: Thing | None) -> str:
    """Return "länsdelssamordnare", else "en dator i Östra (LAPTOP-7)"; "" where nothing is said.

    `plan` is what it was written in.
    """
    if writer is None:
        return ""
    device = writer.text("device")
    if writer.text("function") or not device:
        return writer.text("function")
    where = _where(view, plan)
    if not where:
        return said("en dator ({device})").format(device=device)
    return said("en dator i {where} ({device})").format(where=where, device=device)


def _where(view: PlanView, plan: Thing | None) -> str:
    if plan is None:
        return ""
    if part := plan.text("county_part"):
        return view.strategy.label("county_part", part)
    if principal := plan.text("principal"):
        return view.strategy.label("principal", principal)
    return said("länet") if plan.text("level") == "overall" else ""

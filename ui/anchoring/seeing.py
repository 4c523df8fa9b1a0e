"""What is asked of the plan for the place Förankring, in the plan's thread."""

from __future__ import annotations

from dataclasses import dataclass

from nvworkshop.model.things import Thing
from nvworkshop.session.anchoring import Anchoring, chain
from nvworkshop.session.comparing import said
from nvworkshop.session.fingerprint import fingerprint
from nvworkshop.session.moments import NOW, At, Moment, compare_at
from nvworkshop.session.versions import versions
from nvworkshop.session.view import PlanView
from ui.anchoring.versions_view import Since


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page shows, but for the fingerprint."""

    chain: Anchoring
    versions: tuple[Thing, ...]


def look(view: PlanView) -> Shown:
    """Return the chain, and the versions that are frozen."""
    return Shown(chain(view), tuple(versions(view)))


def since(view: PlanView) -> Since:
    """Return the fingerprint, and what has changed since the newest version."""
    code = fingerprint(view)
    newest = next(iter(versions(view)), None)
    if newest is None or code == newest["fingerprint"]:
        return Since(code, newest.text("title") if newest else "")
    frozen = Moment(At.VERSION, entity=newest.id)
    return Since(code, newest.text("title"), said(compare_at(view, frozen, NOW)))

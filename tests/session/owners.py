"""A county's plan and a huvudman's own plan of it, for tests; real files in a folder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nvworkshop.session.own_plan import create_own
from nvworkshop.session.own_sharing import share
from nvworkshop.session.session import Session
from nvworkshop.session.sessions import create
from tests.laptops import surroundings

PITEA, REGION = "2581", "region"
JOINT, LOCAL, OTHERS = "gemensam", "lokal", "andras"


def county(folder: Path) -> Session:
    """Return an overall plan with what Piteå takes part in, answers for, and has no part in."""
    session = create(folder / "länet.nvplan", surroundings=surroundings("kansli", folder))
    joint = {"title": "Fast vårdkontakt", "principal": REGION, "contributors": [PITEA]}
    session.add("joint_action", joint, entity=JOINT)
    local = {"title": "Hemteam", "principal": PITEA, "name": "Namn Namnsson"}
    session.add("action", local, entity=LOCAL)
    session.add("action", {"title": "Inget för Piteå", "principal": "2580"}, entity=OTHERS)
    session.publish()
    return session


def own_plan(of: Session, name: str = "piteå.nvplan") -> Session:
    """Return Piteå's own plan of a plan, beside it."""
    place = of.needed_target.place
    return create_own(of, PITEA, place.with_name(name))


def own_row(own: Session, title: str, **values: Any) -> str:
    """Write an own row under the joint action; return its id."""
    return own.add("action", {"title": title, "part_of": JOINT, **values}).entity


def shared(own: Session, name: str = "delat.nvplan") -> Path:
    """Write what is shared beside the own plan; return the file."""
    place = own.needed_target.place.with_name(name)
    share(own, place)
    return place

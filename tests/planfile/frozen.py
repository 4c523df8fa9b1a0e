"""How tests/data/plans/format-1.nvplan was made; never again once the format is released."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from nvworkshop.model.changes import Change, new_change
from nvworkshop.session import joining, review, sessions
from nvworkshop.session.merge import merge, undo_merge
from nvworkshop.session.session import Session
from nvworkshop.session.surroundings import Surroundings
from tests.laptops import BEGIN, surroundings

TEAM, CARE, ROUND = "a1" * 16, "a2" * 16, "a3" * 16
"""Three actions of the southern plan; the next two are of the northern."""
LINE, HOME = "b1" * 16, "b2" * 16


class Desks:
    """A folder of plan files, and openings of them an hour after each other."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._hours = 0

    def place(self, name: str) -> Path:
        return self._folder / f"{name}.nvplan"

    def around(self) -> Surroundings:
        self._hours += 1
        begin = BEGIN + timedelta(hours=self._hours)
        one = surroundings(f"dator {self._hours}", self._folder / "home", begin=begin)
        return replace(one, program="nvworkshop 0.1.0", function="samordnare")

    @contextmanager
    def new(self, name: str, county_part: str = "") -> Iterator[Session]:
        yield from self._then_published(
            sessions.create(self.place(name), county_part=county_part, surroundings=self.around())
        )

    @contextmanager
    def opened(self, name: str) -> Iterator[Session]:
        yield from self._then_published(
            sessions.open_plan(self.place(name), surroundings=self.around())
        )

    def _then_published(self, session: Session) -> Iterator[Session]:
        yield session
        session.publish()
        session.close()


def make(folder: Path) -> Path:
    """Make the overall plan and what was merged into it in an empty folder; return its place."""
    desks = Desks(folder)
    with desks.new("sodra", "sodra") as south:
        write_south(south)
    with desks.new("norra", "norra") as north:
        write_north(north)
    with desks.new("over") as over:
        merge(over, [desks.place("sodra"), desks.place("norra")])
        over.set(TEAM, {"title": "Mobilt närsjukvårdsteam", "end": "2027-12-31"})
        over.set(CARE, {"goal": "Alla som vill har en plan"})
    with desks.opened("sodra") as south:
        south.set(TEAM, {"title": "Mobilt team dygnet runt", "end": "våren 2027"})
        south.remove(CARE)
        south.remove(ROUND)
    with desks.opened("over") as over:
        merge(over, [desks.place("sodra")])
        review.resolve(over, TEAM, "end", value="hösten 2027")
        joint = joining.join(over, [TEAM, LINE], title="Nära vård på fler språk")
        over.set(joint.entity, {"contributors": ["region", "2505"], "status": "ongoing"})
        over.erase(LINE, "comment", reason="Hörde till ett annat ärende")
    take_back(desks)
    with desks.opened("over") as over, over.writing():
        over.store.append(from_tomorrow())
    return desks.place("over")


def write_south(plan: Session) -> None:
    team = {
        "title": "Mobilt team",
        "shift": "R1",
        "prerequisites": ["F1", "F3"],
        "municipalities": ["2505", "2560"],
        "milestones": ["Bemanning klar", "Första hembesöket 🚐"],
        "start": "Q3 2026",
        "end": "2027",
        "effect": 4,
        "shared": True,
        "principal": "inte bestämt",
        "risk": "ej aktuellt",
    }
    plan.add("action", team, entity=TEAM)
    plan.add("action", {"title": "Samordnad vårdplan", "goal": "Fler har en plan"}, entity=CARE)
    plan.add("action", {"title": "Gemensam rond", "end": "2026-11-30"}, entity=ROUND)
    plan.add("idea", {"title": "Hälsobuss 👩🏽‍⚕️ till Arvidsjaur", "votes": 7, "parked": False})


def write_north(plan: Session) -> None:
    line = {
        "title": "Rådgivning på samiska: buorre beaivi",
        "description": "Ska skrivas rätt överallt:\ná č đ ŋ š ŧ ž ï ö å",
        "comment": "Hörde inte hit",
        "contributors": ["region", "2584"],
        "start": "v. 40 2026",
    }
    plan.add("action", line, entity=LINE)
    plan.add("action", {"title": "Hembesök före hemgång", "baseline": "ej aktuellt"}, entity=HOME)
    plan.add("measurement", {"value": "0,5", "date": "2026-11-30", "gender": "Totalt"})


def take_back(desks: Desks) -> None:
    """Merge a fourth plan and an edited third, and take both back."""
    with desks.new("ostra", "ostra") as east:
        east.add("action", {"title": "Digital vårdmöteslokal"})
    with desks.opened("norra") as north:
        north.set(HOME, {"title": "Hembesök efter hemgång", "principal": "region"})
    with desks.opened("over") as over:
        merge(over, [desks.place("ostra"), desks.place("norra")])
        undo_merge(over)


def from_tomorrow() -> list[Change]:
    """Return what a newer program may write: a kind and a field that format 1 began without."""
    at = int((BEGIN + timedelta(days=1)).timestamp() * 1000)
    written: list[tuple[tuple[str, str, str], object]] = [
        (("experiment", "e1" * 16, "title"), "Prova kvällsöppet"),
        (("action", HOME, "mood"), {"scale": 5, "value": 4}),
    ]
    return [
        new_change(b"tomorrow" * 2, seq, at, target, salt=bytes(16), data=data, replaces=())
        for seq, (target, data) in enumerate(written, 1)
    ]


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        make(Path(folder)).replace(sys.argv[1])


if __name__ == "__main__":
    main()

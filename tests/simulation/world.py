"""A county of laptops on one disk, each with its plan file, its program's folder and its clock.

A laptop is opened by moving its folder to the one place where all of them work, so that a copied
program folder finds the plan at the path it knows, as on a laptop that was copied whole.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from nvworkshop.planfile.reading.pool import ReaderPool
from nvworkshop.session.session import Session
from nvworkshop.session.sessions import create, open_plan
from nvworkshop.session.surroundings import Surroundings

PARTS = ("sodra", "ostra", "lulea_boden", "norra", "")
_BEGIN = datetime(2026, 11, 2, 8, tzinfo=UTC)
_MINUTES_A_STEP = 2
_WRONG_DAYS = 4_000
_ON_THE_STICK = 15
FILE = "plan.nvplan"


@dataclass
class World:
    """The laptops by name, the files on the stick, and every change that was ever acknowledged."""

    folder: Path
    chance: Random
    pool: ReaderPool
    step: int = 0
    wrong: dict[str, timedelta] = field(default_factory=dict)
    acknowledged: set[bytes] = field(default_factory=set)
    lent: int = 0

    @property
    def names(self) -> list[str]:
        """The laptops' names."""
        return list(self.wrong)

    @property
    def here(self) -> Path:
        """Where the laptop at hand lies."""
        return self.folder / "here"

    @property
    def stick(self) -> list[Path]:
        """The files on the stick, oldest first."""
        return sorted((self.folder / "stick").iterdir())

    @property
    def kept(self) -> list[Path]:
        """The last files of laptops that were made into copies of others."""
        return sorted((self.folder / "kept").iterdir())

    def home_of(self, name: str) -> Path:
        """Return the folder of a laptop that is not open."""
        return self.folder / "laptops" / name

    def file_of(self, name: str) -> Path:
        """Return the plan file of a laptop that is not open."""
        return self.home_of(name) / FILE

    def found(self, count: int) -> None:
        """Make the laptops: one plan for every länsdel and one for the county, several of each."""
        for folder in ("laptops", "stick", "kept"):
            (self.folder / folder).mkdir()
        for number in range(count):
            name = f"laptop {number:02}"
            self.wrong[name] = self._error()
            if number < len(PARTS):
                self._first(name, PARTS[number])
            else:
                original = self.home_of(f"laptop {number % len(PARTS):02}")
                shutil.copytree(original, self.home_of(name))

    def _first(self, name: str, part: str) -> None:
        self.here.mkdir()
        around = self._surroundings(name)
        session = create(self.here / FILE, county_part=part, surroundings=around)
        self.acknowledged |= {one.id for one in session.store.changes()}
        session.close()
        self.here.rename(self.home_of(name))

    def _surroundings(self, name: str) -> Surroundings:
        return Surroundings(
            now=lambda: _BEGIN + timedelta(minutes=_MINUTES_A_STEP * self.step) + self.wrong[name],
            random=self.chance.randbytes,
            device=name,
            home=lambda: self.here / "home",
        )

    def _error(self) -> timedelta:
        """Return how wrong a clock goes: half of them well, some by years."""
        days = self.chance.choice([0, 0, 0, 1 / 24, -1 / 24, 1, 30, _WRONG_DAYS, -_WRONG_DAYS])
        return timedelta(days=days)

    def set_clock(self, name: str) -> None:
        """Let a laptop's clock go wrong in another way."""
        self.wrong[name] = self._error()

    @contextmanager
    def visit(self, name: str) -> Iterator[Session]:
        """Open a laptop's plan as the window does; what is not published stays on the laptop."""
        self.home_of(name).rename(self.here)
        around = self._surroundings(name)
        session = open_plan(self.here / FILE, surroundings=around, on_disk=True)
        known = session.store.count()
        try:
            yield session
            self._acknowledge(session, known)
        finally:
            session.close()
            self.here.rename(self.home_of(name))

    def _acknowledge(self, session: Session, known: int) -> None:
        self.acknowledged |= {one.id for one in session.store.changes("n > ?", (known,))}

    def lend(self, session: Session) -> None:
        """Publish the plan and copy its file to the stick; the oldest there goes."""
        session.publish()
        self.lent += 1
        shutil.copy(self.here / FILE, self.folder / "stick" / f"{self.lent:06}.nvplan")
        for old in self.stick[:-_ON_THE_STICK]:
            old.unlink()

    def whole(self, name: str) -> None:
        """See to it that a laptop's file holds all its laptop does."""
        with self.visit(name) as session:
            session.publish()

    def replace(self, name: str, by: str) -> None:
        """Make a laptop a copy of another, program folder and all; its last file is kept."""
        self.whole(name)
        self.lent += 1
        self.file_of(name).rename(self.folder / "kept" / f"{self.lent:06}.nvplan")
        shutil.rmtree(self.home_of(name))
        shutil.copytree(self.home_of(by), self.home_of(name))

    def install_anew(self, name: str) -> None:
        """Remove the program's folder of a laptop; the plan file is all that is left."""
        self.whole(name)
        shutil.rmtree(self.home_of(name) / "home")

    def put_over(self, name: str, other: str) -> None:
        """Put another laptop's file in the place of a laptop's own, as a shared folder does."""
        self.file_of(name).unlink(missing_ok=True)
        shutil.copy(self.file_of(other), self.file_of(name))

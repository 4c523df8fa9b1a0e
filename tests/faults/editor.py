"""A person at the keyboard: random edits, each acknowledged once the call has returned."""

from __future__ import annotations

import os
import random
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from nvworkshop.session.session import Session
from nvworkshop.session.sessions import open_plan
from tests.faults.forks import say
from tests.faults.planted import BUGS

Values = dict[str, str] | None
"""What a thing holds; None when it isn't there."""

_PAUSE = 0.02
"""Seconds at most after an edit, half the time none: faults strike also when all is still."""


@dataclass
class Expected:
    """What must be true: told by the editor, kept by the process that kills it."""

    things: dict[str, Values] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)
    published: set[str] = field(default_factory=set)
    loose: str = ""
    edits: int = 0
    publishes: int = 0
    ready: bool = False
    publishing: bool = False

    def hear(self, line: dict[str, Any]) -> None:
        """Take one line of the editor's."""
        what = line["what"]
        if what == "try":
            self.loose = line["entity"]
        elif what == "did":
            self.things[line["entity"]] = line["values"]
            self.ids.update(line["ids"])
            self.loose = ""
            self.edits += 1
        elif what == "published":
            self.published = set(self.ids)
            self.publishes += 1
        self.ready = self.ready or what == "ready"
        self.publishing = what == "publishing"

    def as_json(self) -> dict[str, Any]:
        """Return what the oracle needs."""
        return {
            "things": self.things,
            "ids": sorted(self.ids),
            "published": sorted(self.published),
            "loose": self.loose,
        }


class Editor:
    """Edits a session at random and tells before and after each edit."""

    def __init__(self, session: Session, known: dict[str, Values], chance: random.Random) -> None:
        """Know what the plan holds; undo reaches what this editor does."""
        self.session = session
        self.things = dict(known)
        self._done: list[tuple[str, Values]] = []
        self._chance = chance
        self._row = session.store.count()

    def edit(self, descriptor: int) -> None:
        """Make one edit."""
        present = [entity for entity, values in self.things.items() if values is not None]
        choice = self._chance.random()
        if not present or choice < 0.35:
            self._make(descriptor, f"{self._chance.getrandbits(128):032x}", None)
        elif choice < 0.8:
            one = self._chance.choice(present)
            self._make(descriptor, one, self.things[one])
        elif choice < 0.9:
            self._remove(descriptor, self._chance.choice(present))
        elif self._done:
            self._undo(descriptor)

    def _make(self, descriptor: int, entity: str, before: Values) -> None:
        name = "title" if before is None else self._chance.choice(["title", "goal", "description"])
        text = f"Rad {self._chance.getrandbits(64)} " * self._chance.choice([1, 3, 60])
        values = (before or {}) | {name: text.strip()}
        say(descriptor, what="try", entity=entity)
        if before is None:
            self.session.add("action", values, entity=entity)
        else:
            self.session.set(entity, {name: values[name]})
        self._tell(descriptor, entity, values, before)

    def _remove(self, descriptor: int, entity: str) -> None:
        say(descriptor, what="try", entity=entity)
        self.session.remove(entity)
        self._tell(descriptor, entity, None, self.things[entity])

    def _undo(self, descriptor: int) -> None:
        entity, before = self._done.pop()
        say(descriptor, what="try", entity=entity)
        self.session.undo()
        self._tell(descriptor, entity, before, None)
        self._done.pop()

    def _tell(self, descriptor: int, entity: str, values: Values, before: Values) -> None:
        rows = self.session.store.connection.execute(
            "SELECT n, hex(id) FROM change WHERE n > ? ORDER BY n", (self._row,)
        ).fetchall()
        self._row = rows[-1][0]
        self.things[entity] = values
        self._done.append((entity, before))
        ids = [ident for _, ident in rows]
        say(descriptor, what="did", entity=entity, values=values, ids=ids)


@dataclass(frozen=True)
class Place:
    """Where a plan and the program's own folder lie, and the bug planted in what edits there."""

    plan: Path
    home: Path
    planted: str = ""


def work(at: Place, known: dict[str, Values], seed: int, descriptor: int) -> None:
    """Open the plan as the desktop does and edit it for ever, publishing now and then."""
    os.environ["NVWORKSHOP_HOME"] = str(at.home)
    BUGS[at.planted]()
    chance = random.Random(seed)
    session = open_plan(at.plan, on_disk=True)
    editor = Editor(session, known, chance)
    say(descriptor, what="ready")
    while True:
        for _ in range(chance.randint(1, 8)):
            editor.edit(descriptor)
            time.sleep(max(0.0, chance.uniform(-_PAUSE, _PAUSE)))
        say(descriptor, what="publishing")
        session.publish()
        say(descriptor, what="published")

"""The reading side of an open plan: its things, its strategy, its conflicts and history."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from nvworkshop.errors import InputError, StrategyError
from nvworkshop.language import said
from nvworkshop.model.changes import REMOVED
from nvworkshop.model.fields import Field, FieldType
from nvworkshop.model.kinds import KINDS
from nvworkshop.model.labels import shown
from nvworkshop.model.rules import GROUND, OWN, OWN_ROW, ROWS
from nvworkshop.model.text import shorten
from nvworkshop.model.things import Thing
from nvworkshop.model.values import Context, coerce
from nvworkshop.planfile.store import Key, Store
from nvworkshop.session.surroundings import Surroundings
from nvworkshop.strategy import Strategy, load_shipped

SHORTEST_ID = 4
"""Fewest characters that may stand for a whole id: fewer are a slip more often than an id."""


class PlanView:
    """One plan to read. `notes` are sentences for the person about how it was opened.

    `warnings` are those that come later and somebody should read. `fingerprinted` is for
    `session.fingerprint`: how much was written when it last read the plan, and the code.
    """

    def __init__(self, store: Store, surroundings: Surroundings) -> None:
        """Wrap an open store."""
        self.store = store
        self.surroundings = surroundings
        self.notes: list[str] = []
        self.warnings: list[str] = []
        self.fingerprinted = (-1, "")
        self.strategy = self._load_strategy()

    def _load_strategy(self) -> Strategy:
        plan = self.plan
        wanted = plan.text("strategy") if plan else ""
        if not wanted:
            return Strategy.bare("")
        try:
            return load_shipped(wanted)
        except StrategyError as error:
            self.notes.append(
                said("{title} Planen visas med id i stället för namn.").format(title=error.title)
            )
            return Strategy.bare(wanted)

    @property
    def file(self) -> Path | None:
        """The plan file that is written, None when there is none."""
        return None

    @property
    def plan(self) -> Thing | None:
        """The plan this file is; None while nothing is written in it."""
        return self.store.thing(KINDS["plan"], self.store.plan)

    @property
    def backup_folder(self) -> Path:
        """Where this plan's backups lie."""
        return self.surroundings.home() / "backups" / self.store.plan

    @property
    def context(self) -> Context:
        """What reading typed values needs."""
        return Context(self.strategy, self.surroundings.today())

    @property
    def is_own(self) -> bool:
        """Whether this is a huvudman's own plan."""
        plan = self.plan
        return plan is not None and plan.text("level") == OWN

    def is_ground(self, thing: Thing) -> bool:
        """Tell whether a thing is what others have decided, in a huvudman's own plan."""
        if thing.kind not in GROUND:
            return False
        home = thing.id if thing.kind == "plan" else thing.text("plan")
        return home != self.store.plan and self.is_own

    def things(self, kind: str) -> list[Thing]:
        """Return the current things of a kind, oldest first; rows without those of the ground.

        A row that a huvudman has withdrawn is there to be counted, and says nothing.
        """
        found = self.store.things(KINDS[kind])
        if kind in ROWS and self.is_own:
            return [one for one in found if one.text("plan") == self.store.plan]
        return self._silenced(found) if kind == OWN_ROW else found

    def _silenced(self, rows: list[Thing]) -> list[Thing]:
        statuses = self.store.things(KINDS["own_status"])
        stand = {row for one in statuses for row in one.items("rows")}
        return [one if one.id in stand else _counted(one) for one in rows]

    def how_many(self, kind: str) -> int:
        """Return how many `things` there are."""
        if kind in ROWS and self.is_own:
            return len(self.things(kind))
        return self.store.how_many(KINDS[kind])

    def candidates(self, of: str) -> list[Thing]:
        """Return what a reference can point at, of a kind or of several with spaces between.

        In a huvudman's own plan, what rows can be part of is the ground.
        """
        kinds = of.split()
        if len(kinds) == 1:
            return [one for one in self.things(of) if not self.is_ground(one)]
        every = [one for kind in kinds for one in self.store.things(KINDS[kind])]
        return [one for one in every if self.is_ground(one)] if self.is_own else every

    def conflicting(self) -> list[Key]:
        """Return the things with a field in conflict that it is for this plan to decide."""
        found = self.store.conflicting()
        if not found or not self.is_own:
            return found
        things = ((key, self.store.thing(KINDS[key[0]], key[1])) for key in found)
        return [key for key, thing in things if thing and not self.is_ground(thing)]

    def links(self) -> list[Thing]:
        """Return the links between joint actions and actions that are both there."""
        there = {one.id for kind in ("joint_action", "action") for one in self.things(kind)}
        return [
            one
            for one in self.things("link")
            if one["joint_action"] in there and one["action"] in there
        ]

    def thing(self, entity: str) -> Thing:
        """Return one thing by its id, or by the beginning of it; InputError when there is none."""
        kind, entity = self.key(entity)
        found = self.current(kind, entity)
        if found is None:
            raise InputError(
                said("Saken med id {entity} ({kind}) är borttagen.").format(
                    entity=entity[:8], kind=said(KINDS[kind].sv)
                ),
                hint=said("Ta tillbaka den först, med restore."),
            )
        return found

    def current(self, kind: str, entity: str) -> Thing | None:
        """Return one thing by its kind and whole id; None when there is none now."""
        found = self.store.thing(KINDS[kind], entity)
        return self._silenced([found])[0] if found and kind == OWN_ROW else found

    def key(self, entity: str) -> Key:
        """Return (kind, id) of the thing, removed or not, that an id or its beginning names."""
        found = self.store.keys_starting(entity) if entity.isprintable() else []
        exact = [key for key in found if key[1] == entity]
        if exact or (len(found) == 1 and len(entity) >= SHORTEST_ID):
            return (exact or found)[0]
        if found:
            raise InputError(
                said("”{entity}” kan vara flera saker.").format(entity=entity),
                hint=said("Skriv fler tecken av id:t, minst {shortest_id}.").format(
                    shortest_id=SHORTEST_ID
                ),
            )
        raise InputError(
            said("Det finns inget med id ”{entity}” i planen.").format(entity=shorten(entity, 40)),
            hint=said("Se id med: nvworkshop show FIL --kind action"),
        )

    def subject(self, entity: str) -> Key:
        """Return what `key` does, but only for what people write: no receipts, no writers."""
        kind, found = self.key(entity)
        if KINDS[kind].system:
            raise InputError(
                said("”{entity}” är {kind}: det sköter programmet och går inte att ändra.").format(
                    entity=entity, kind=said(KINDS[kind].sv)
                ),
                hint=said("Ange id för en åtgärd, ett förslag eller något annat i planen."),
            )
        return kind, found

    def name(self, thing: Thing) -> str:
        """Return what people call a thing; one that only ties others together has their names."""
        kind = KINDS[thing.kind]
        named = [kind.title_field]
        if kind.title_field.type is FieldType.REF:
            refs = (one for one in kind.fields if one.type is FieldType.REF)
            named = [one for one in refs if one.name != "plan"]
        shown = (self.readable(kind.name, one.name, thing[one.name]) for one in named)
        return " – ".join(text for text in shown if text)

    def named(self, field: Field, entity: str) -> str:
        """Return what people call the thing a reference points at, "" as `title`."""
        return next(filter(None, (self.title(kind, entity) for kind in field.kinds)), "")

    def title(self, kind: str, entity: str) -> str:
        """Return what people call a thing; "" when it is removed or unnamed."""
        found = self.store.thing(KINDS[kind], entity) if kind in KINDS else None
        return self.name(found) if found else ""

    def readable(self, kind: str, field: str, data: Any) -> str:
        """Return a logged value as people read it: names for ids, yes and no, dates as said.

        What the model and the strategy name is said in the chosen language.
        """
        declared = KINDS[kind].field(field) if kind in KINDS else None
        if field == REMOVED:
            return said("tas bort") if data is True else said("finns kvar")
        if declared is None:
            return "" if data is None else str(data)
        if declared.type is FieldType.REF:
            ids = data if isinstance(data, list) else [data]
            return ", ".join(self.named(declared, one) or one[:8] for one in ids if one)
        return shown(declared, coerce(declared, data), self.strategy)


def _counted(row: Thing) -> Thing:
    """Return a withdrawn row with nothing but whose it is and what it is part of."""
    return replace(row, values={name: row[name] for name in ("plan", "part_of", "principal")})

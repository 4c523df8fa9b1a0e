"""Several plan files edited, copied, merged, decided, taken back and reopened in any order."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from nvworkshop.model.changes import Change
from nvworkshop.model.kinds import KINDS
from nvworkshop.planfile.publish import publish
from nvworkshop.session import review
from nvworkshop.session.merge import merge_contents, undo_merge
from nvworkshop.session.receipts import receipts
from nvworkshop.session.session import Session
from nvworkshop.session.sessions import open_plan
from tests.laptops import content, content_of, join, laptop, surroundings
from tests.oracle import shown
from tests.session.test_laws import tables

files = st.integers(0, 2)
things = st.integers(0, 1)
fields = st.sampled_from(["title", "goal"])
texts = st.sampled_from(["a", "b", "åäö", "ej aktuellt", ""])


class Plans(RuleBasedStateMachine):
    """Three laptops with one plan; `acknowledged` is every change each has ever been told of."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="plans"))
        self.plans = [laptop(f"laptop {n}", self.folder) for n in range(3)]
        for title in ("Mobilt team", "SIP i tid"):
            self.plans[0].add("action", {"title": title})
        for plan in self.plans[1:]:
            join(plan, self.plans[0].store.changes())
        self.acknowledged: list[dict[bytes, Change]] = [{} for _ in self.plans]
        self.opened = 0

    def _note(self, n: int) -> None:
        self.acknowledged[n].update({one.id: one for one in self.plans[n].store.changes()})

    def _action(self, n: int, number: int) -> str:
        actions = self.plans[n].things("action")
        return actions[number % len(actions)].id if actions else ""

    @rule(n=files, text=texts)
    def add(self, n: int, text: str) -> None:
        self.plans[n].add("action", {"title": text or "ny"})

    @rule(n=files, number=things, field=fields, text=texts)
    def set(self, n: int, number: int, field: str, text: str) -> None:
        if entity := self._action(n, number):
            self.plans[n].set(entity, {field: text})

    @rule(number=things, field=fields, one=texts, other=texts)
    def set_apart(self, number: int, field: str, one: str, other: str) -> None:
        """Two laptops set the same field without knowing of each other; a third gets both."""
        for n, text in ((0, one), (1, other)):
            self.set(n, number, field, text)
        for n in (0, 1):
            self.merge(2, n)

    @rule(number=things, field=fields, text=texts)
    def remove_against_edit(self, number: int, field: str, text: str) -> None:
        self.merge(0, 1)
        self.merge(1, 0)
        self.remove(0, number)
        self.set(1, number, field, text)
        self.merge(0, 1)

    @rule(n=files, number=things)
    def remove(self, n: int, number: int) -> None:
        if entity := self._action(n, number):
            self.plans[n].remove(entity)

    @rule(n=files)
    def undo(self, n: int) -> None:
        if self.plans[n].undo_label:
            self.plans[n].undo()

    @rule(n=files)
    def redo(self, n: int) -> None:
        if self.plans[n].redo_label:
            self.plans[n].redo()

    @rule(n=files, other=files)
    def merge(self, n: int, other: int) -> None:
        merge_contents(self.plans[n], [(Path("x"), content_of(self.plans[other]))])

    @rule(n=files, other=files)
    def dry_run(self, n: int, other: int) -> None:
        before = tables(self.plans[n].store)
        source = [(Path("x"), content_of(self.plans[other]))]
        merge_contents(self.plans[n], source, dry_run=True)
        assert tables(self.plans[n].store) == before

    @rule(n=files)
    def take_back(self, n: int) -> None:
        if any(one["taken_back"] is not True for one in receipts(self.plans[n])):
            undo_merge(self.plans[n])

    @rule(n=files, choice=st.integers(0, 9))
    def resolve(self, n: int, choice: int) -> None:
        found = review.conflicts(self.plans[n])
        if found:
            one = found[choice % len(found)]
            review.resolve(self.plans[n], one.entity, one.field, use=choice % len(one.values) + 1)
            left = {(c.entity, c.field) for c in review.conflicts(self.plans[n])}
            assert (one.entity, one.field) not in left

    @rule(n=files)
    def reopen(self, n: int) -> None:
        self.opened += 1
        place = self.folder / f"{self.opened}.nvplan"
        before = content(self.plans[n])
        publish(self.plans[n].store, place)
        around = surroundings(f"reopened {self.opened}", self.folder)
        self.plans[n] = open_plan(place, surroundings=around)
        assert content(self.plans[n]) == before

    @rule(n=files)
    def copy(self, n: int) -> None:
        self.opened += 1
        copied = laptop(f"copy {self.opened}", self.folder)
        join(copied, self.plans[n].store.changes())
        to = (n + 1) % len(self.plans)
        join(copied, self.plans[to].store.changes())
        self.plans[to] = copied

    @invariant()
    def nothing_is_lost_and_all_is_shown(self) -> None:
        for n, plan in enumerate(self.plans):
            log = {one.id: one for one in plan.store.changes()}
            assert self.acknowledged[n].keys() <= log.keys()
            self._note(n)
            visible = [one for one in log.values() if not plan.store.aside.covers(one)]
            assert seen(plan) == expected(visible)

    def teardown(self) -> None:
        for plan in self.plans:
            kept = tables(plan.store)
            with plan.store.transaction():
                plan.store.rebuild()
            assert tables(plan.store) == kept
        logs = [list(plan.store.changes()) for plan in self.plans]
        ends = []
        for order in (logs, logs[::-1]):
            end = laptop("end", self.folder)
            for log in order:
                join(end, log)
            ends.append(tables(end.store))
        assert ends[0] == ends[1]


def seen(plan: Session) -> dict[str, dict[str, list[Any]]]:
    """Return every action's fields with all values that stand, as the program shows them."""
    conflicts = {(one.entity, one.field): one for one in review.conflicts(plan)}
    found = {}
    for action in plan.things("action"):
        values = {name: [value] for name, value in action.values.items()}
        for field in action.conflicts:
            standing = [one.value for one in conflicts[action.id, field].values]
            values[field] = [v for v in standing if v is not None]
        found[action.id] = _sorted(values)
    return found


def expected(log: list[Change]) -> dict[str, dict[str, list[Any]]]:
    """Return the same by the oracle."""
    found = {}
    for (kind, entity), values in shown(log).items():
        if kind == KINDS["action"].name:
            data = {f: [json.loads(v) for v in several] for f, several in values.items()}
            found[entity] = {f: v if f != "removed" else [True, False] for f, v in data.items()}
    return {e: _sorted(v) for e, v in found.items()}


def _sorted(values: dict[str, list[Any]]) -> dict[str, list[Any]]:
    return {field: sorted(several, key=str) for field, several in values.items()}


TestPlans = Plans.TestCase
TestPlans.settings = settings(
    max_examples=50,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)

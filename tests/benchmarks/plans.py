"""Plans to measure on, made without a session: actions with 25 fields, then edits.

Without a number of actions three quarters of the changes are the first of their fields.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from nvworkshop.model.changes import ID_SIZE, Change, new_change
from nvworkshop.model.fields import Field, FieldType
from nvworkshop.model.kinds import KINDS
from nvworkshop.model.labels import options
from nvworkshop.planfile.publish import publish
from nvworkshop.planfile.store import Store
from nvworkshop.strategy import load_shipped

FILES, CHANGES = 14, 10_000
_FIELDS, _EDITED_AGAIN, _CHANGES_PER_OPENING = 25, 0.25, 500
_START = 1_790_000_000_000
_STRATEGY = load_shipped("norrbotten")
_TEXT = (
    "mobilt team hemsjukvård kommun region samordning digital vårdcentral provtagning anhörig"
    " tidiga insatser egenvård plan uppföljning psykisk hälsa äldre barn skola rörelse närhet"
    " kontinuitet läkemedel rehabilitering distans glesbygd sjukresor gemensam överlämning"
)
_FIRSTS = (
    "hem skol vård bo kommun läns barn äldre närings rörelse läkar tand akut mödra ungdoms arbets"
    " fritids språk kost smärt sömn minnes missbruks idrotts digital mobil"
)
_LASTS = (
    "stöd plats råd team plan mottagning utbildning nätverk besök samtal grupp tjänst väg lots"
    " avtal enkät journal"
)
_WORDS = [
    *_TEXT.split(),
    *(first + last for first in _FIRSTS.split() for last in _LASTS.split()),
]


Target = tuple[str, str, str]
"""Kind, entity and field."""


@dataclass(frozen=True)
class Shape:
    """How large one plan is: 0 actions is as many as three quarters of the changes fill."""

    changes: int = CHANGES
    actions: int = 0
    conflicts: int = 0


COUNTY = Shape(changes=7_144, actions=36, conflicts=20)
"""One of 14 plans that together have 504 actions, 100,016 changes and 280 conflicts."""

SWEDEN = Shape(changes=10_346, actions=104, conflicts=5)
"""One of 290 plans that together have 30,160 actions, 3,000,340 changes and 1,450 conflicts."""


def changes_of_plan(plan: str, random: Random, shape: Shape = Shape()) -> list[Change]:
    """Return the log of one plan, its openings one after another."""
    return list(_Author(plan, random, shape).write())


_NAME = "plan {:03}.nvplan"
FIRST = _NAME.format(0)


def build(folder: Path, files: int = FILES, shape: Shape = Shape()) -> list[Path]:
    """Publish plan files of that shape; the same ones every time, those that are there kept."""
    places = [folder / _NAME.format(number) for number in range(files)]
    for number, place in enumerate(places):
        if not place.exists():
            _publish(place, Random(number), shape)
    return places


def _publish(place: Path, random: Random, shape: Shape) -> None:
    plan = random.randbytes(ID_SIZE).hex()
    store = Store.create(None, plan=plan)
    with store.transaction():
        store.append(changes_of_plan(plan, random, shape))
    publish(store, place)
    store.close()


class _Author:
    """Writes a plan: every action once, then edits here and there, and last some at a time."""

    def __init__(self, plan: str, random: Random, shape: Shape) -> None:
        self._plan, self._random, self._shape = plan, random, shape
        self._writer, self._written = b"", 0
        self._heads: dict[Target, bytes] = {}
        self._known: list[Target] = []

    def write(self) -> Iterator[Change]:
        shape = self._shape
        targets = self._targets(shape.actions)
        alone = shape.changes - 2 * shape.conflicts
        while self._written < alone:
            if self._written % _CHANGES_PER_OPENING == 0:
                yield self._opening()
            kind, entity, field = next(targets, None) or self._random.choice(self._known)
            yield self._edit((kind, entity, field))
        yield from self._at_a_time(shape.conflicts)

    def _opening(self) -> Change:
        self._writer = self._random.randbytes(ID_SIZE)
        return self._change(("writer", self._writer.hex(), "device"), "arbetsdator", ())

    def _edit(self, target: Target) -> Change:
        known = self._heads.get(target)
        if not known:
            self._known.append(target)
        change = self._change(target, self._value(target), (known,) if known else ())
        self._heads[target] = change.id
        return change

    def _at_a_time(self, conflicts: int) -> Iterator[Change]:
        """Set fields once more by two writers who don't know of each other."""
        texts = [one for one in self._known if one[2] in ("title", "goal", "description")]
        for target in self._random.sample(texts, conflicts):
            seen = (self._heads[target],)
            for _ in range(2):
                yield self._change(target, self._value(target), seen)
                self._writer = self._random.randbytes(ID_SIZE)

    def _targets(self, actions: int) -> Iterator[Target]:
        yield "plan", self._plan, "title"
        fields = KINDS["action"].fields
        names = [one.name for one in (*fields[: _FIELDS - 1], fields[-1])]
        firsts = round(self._shape.changes * (1 - _EDITED_AGAIN))
        for _ in range(actions or firsts // _FIELDS):
            entity = self._random.randbytes(ID_SIZE).hex()
            yield from (("action", entity, name) for name in names)

    def _change(self, target: Target, data: Any, replaces: Sequence[bytes]) -> Change:
        self._written += 1
        return new_change(
            self._writer,
            self._written,
            _START + 900 * self._written,
            target,
            salt=self._random.randbytes(ID_SIZE),
            data=data,
            replaces=tuple(replaces),
        )

    def _value(self, target: Target) -> Any:
        field = KINDS[target[0]].field(target[2])
        assert field is not None
        if field.many:
            return [self._one(field) for _ in range(self._random.randint(1, 3))]
        return self._one(field)

    def _one(self, field: Field) -> Any:
        match field.type:
            case FieldType.CHOICE:
                return self._random.choice(options(field, _STRATEGY))[0]
            case FieldType.REF:
                return self._plan
            case FieldType.NUMBER:
                return self._random.randint(1, 5)
            case FieldType.PERIOD:
                month = f"{self._random.randint(2026, 2029)}-{self._random.randint(1, 12):02}"
                return {"said": month, "first": f"{month}-01", "last": f"{month}-28"}
            case _:
                return self._text(self._random.randint(10, 300))

    def _text(self, length: int) -> str:
        text = " ".join(self._random.choices(_WORDS, k=length // 6 + 2))
        return text[:length].strip().capitalize()

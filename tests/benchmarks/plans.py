"""Plans to measure on: about 300 actions with 25 fields each, a third of them edited again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from nvworkshop.model.changes import ID_SIZE, Change, new_change
from nvworkshop.model.fields import Field, FieldType
from nvworkshop.model.kinds import KINDS
from nvworkshop.model.values import options
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
_WORDS = _TEXT.split()


def changes_of_plan(plan: str, random: Random, count: int = CHANGES) -> list[Change]:
    """Return the log of one plan, its openings one after another."""
    return list(_Author(plan, random).write(count))


def build(folder: Path, files: int = FILES, count: int = CHANGES) -> list[Path]:
    """Publish plan files of `count` changes each; the same ones every time."""
    places = [folder / f"plan {number:02}.nvplan" for number in range(files)]
    for number, place in enumerate(places):
        random = Random(number)
        plan = random.randbytes(ID_SIZE).hex()
        store = Store.create(None, plan=plan)
        with store.transaction():
            store.append(changes_of_plan(plan, random, count))
        publish(store, place)
        store.close()
    return places


class _Author:
    """Writes a plan: every action once, then edits here and there."""

    def __init__(self, plan: str, random: Random) -> None:
        self._plan, self._random = plan, random
        self._writer, self._written = b"", 0
        self._heads: dict[tuple[str, str, str], bytes] = {}

    def write(self, count: int) -> Iterator[Change]:
        targets = self._targets(round(count * (1 - _EDITED_AGAIN)))
        while self._written < count:
            if self._written % _CHANGES_PER_OPENING == 0:
                self._writer = self._random.randbytes(ID_SIZE)
                yield self._change(("writer", self._writer.hex(), "device"), "arbetsdator")
                self._heads.popitem()
            kind, entity, field = next(targets, None) or self._random.choice(list(self._heads))
            declared = KINDS[kind].field(field)
            assert declared is not None
            yield self._change((kind, entity, field), self._value(declared))

    def _targets(self, count: int) -> Iterator[tuple[str, str, str]]:
        yield "plan", self._plan, "title"
        fields = KINDS["action"].fields
        names = [one.name for one in (*fields[: _FIELDS - 1], fields[-1])]
        for _ in range(count // _FIELDS):
            entity = self._random.randbytes(ID_SIZE).hex()
            yield from (("action", entity, name) for name in names)

    def _change(self, target: tuple[str, str, str], data: Any) -> Change:
        self._written += 1
        known = self._heads.get(target)
        change = new_change(
            self._writer,
            self._written,
            _START + 900 * self._written,
            target,
            salt=self._random.randbytes(ID_SIZE),
            data=data,
            replaces=(known,) if known else (),
        )
        self._heads[target] = change.id
        return change

    def _value(self, field: Field) -> Any:
        random = self._random
        if field.many:
            return [self._one(field) for _ in range(random.randint(1, 3))]
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

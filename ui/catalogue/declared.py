"""The texts that are declared in Swedish and English beside each other: labels and names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import astuple, dataclass

from nvworkshop.language import SEVERAL
from nvworkshop.model.choices import CHOICES
from nvworkshop.model.fields import Group
from nvworkshop.model.kinds import KINDS
from nvworkshop.strategy.items import SECTIONS
from nvworkshop.strategy.loader import available, load_shipped

_MODEL = "nvworkshop/model"


@dataclass(frozen=True, slots=True)
class Declared:
    """A text, its English where the declaration has it, and the file it stands in."""

    text: str
    english: str
    file: str
    context: str = ""


def declared() -> Iterator[Declared]:
    """Yield what the window says of kinds, fields, choices and the strategies' things."""
    yield from _kinds()
    for options in CHOICES.values():
        for one in options:
            yield Declared(one.sv, one.en, f"{_MODEL}/choices.py")
    for group in Group:
        yield Declared(group.value, "", f"{_MODEL}/fields.py")
    for strategy in available():
        yield from _names(strategy)


def _kinds() -> Iterator[Declared]:
    file = f"{_MODEL}/kinds.py"
    for kind in KINDS.values():
        yield Declared(kind.sv, kind.en, file)
        plural = kind.plural.replace("_", " ")
        yield Declared(kind.sv_plural, plural, file, SEVERAL)
        yield Declared(kind.sv_plural.capitalize(), plural.capitalize(), file, SEVERAL)
        for field in kind.fields:
            yield Declared(field.sv, field.en, file)
            for text in filter(None, (field.help, field.decision)):
                yield Declared(text, "", file)


def _names(strategy_id: str) -> Iterator[Declared]:
    file = f"resources/strategies/{strategy_id}/strategy.json"
    strategy = load_shipped(strategy_id)
    if strategy.name_en:
        yield Declared(strategy.name, strategy.name_en, file)
    for term in astuple(strategy.terms):
        yield Declared(term, "", file)
    for level in (*strategy.rating.shift, *strategy.rating.prerequisite):
        yield Declared(level.name, "", file)
    for category in (*SECTIONS, "vision"):
        for item in strategy.items(category):
            if item.name_en:
                yield Declared(item.name, item.name_en, file)
                if item.short:
                    yield Declared(item.short, "", file)

"""What must hold between the items of a strategy: ids, references, kommuner."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields

from nvworkshop.language import said
from nvworkshop.strategy.items import SECTIONS, Flow, Item, fold
from nvworkshop.strategy.reading import shown
from nvworkshop.strategy.strategy import FORMAT, Strategy

_MUNICIPALITY_CODE = re.compile(r"[0-9]{4}")
_REQUIRED = ("shifts", "prerequisites", "municipalities", "county_parts", "principals")
_PARTIES = {"principal": "party", "actor": "party"}
_SPACES = {
    "name": _PARTIES,
    # one folder of guide texts, also on file systems that fold case
    "id": {**_PARTIES, "shift": "guide", "prerequisite": "guide", "vision": "guide"},
}


def inconsistencies(strategy: Strategy) -> list[str]:
    """Every broken rule, with its key path."""
    found = []
    if strategy.format != FORMAT:
        found.append(
            said("format är {found}, men programmet läser format {known}").format(
                found=strategy.format, known=FORMAT
            )
        )
    found += [
        said("{key} saknas eller är tom").format(key=key)
        for key in _REQUIRED
        if not getattr(strategy, key)
    ]
    found += _repeated(strategy)
    found += _broken_references(strategy)
    found += _municipality_problems(strategy)
    return found


def _placed(strategy: Strategy) -> Iterator[tuple[str, str, Item]]:
    """Category, key path and item, for everything with an id."""
    for category, section in SECTIONS.items():
        for n, item in enumerate(strategy.items(category)):
            yield category, f"{section.key}[{n}]", item
    for n, statement in enumerate(strategy.vision.statements):
        yield "vision", f"vision.parts[{n - 1}]" if n else "vision.central", statement


def _repeated(strategy: Strategy) -> Iterator[str]:
    """Yield ids and labels that stand twice where look-ups would mix them up."""
    seen: dict[tuple[str, str, str], str] = {}
    for category, path, item in _placed(strategy):
        for key, text in (("id", item.id), ("name", item.label)):
            space = _SPACES[key].get(category, category)
            first = seen.setdefault((key, space, fold(text)), path)
            if first != path:
                yield said("{path}.{key} {text} används redan av {first}").format(
                    path=path, key=key, text=shown(text), first=first
                )


def _broken_references(strategy: Strategy) -> Iterator[str]:
    for _, path, item in _placed(strategy):
        for one in fields(item):
            target = one.metadata.get("refers", "")
            if isinstance(item, Flow) and one.name == "covers":
                target = item.covered_category
            if target:
                yield from _unknown(strategy, target, getattr(item, one.name), f"{path}.{one.name}")


def _unknown(
    strategy: Strategy, target: str, value: str | tuple[str, ...], path: str
) -> Iterator[str]:
    """Yield the ids that are not in the target category; an empty one is no reference."""
    single = isinstance(value, str)
    for n, item_id in enumerate((value,) if isinstance(value, str) else value):
        if item_id and strategy.get(target, item_id) is None:
            where = path if single else f"{path}[{n}]"
            yield said("{where} är {item_id}, som inte finns i {key}").format(
                where=where, item_id=shown(item_id), key=SECTIONS[target].key
            )


def _municipality_problems(strategy: Strategy) -> Iterator[str]:
    placed = Counter(code for part in strategy.county_parts for code in part.municipalities)
    for n, municipality in enumerate(strategy.municipalities):
        path = f"municipalities[{n}]"
        if not _MUNICIPALITY_CODE.fullmatch(municipality.id):
            yield said("{path}.id är {id}, men kommunkoden är fyra siffror").format(
                path=path, id=shown(municipality.id)
            )
        if placed[municipality.id] != 1:
            where = said("ska finnas i exakt en länsdel, men finns i {placed}").format(
                placed=placed[municipality.id]
            )
            yield f"{path} {shown(municipality.name)} {where}"

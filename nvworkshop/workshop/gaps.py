"""What the map of coverage says in words: neutral, since a gap may be as the group wants it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence

from nvworkshop.model.rules import is_lacking
from nvworkshop.model.things import Thing

FEW, MANY = 8, 25
"""Actions of a länsdel's plan, fewest and most: a guide value, no rule."""

_NAMED = 2
"""Most empty cells that are named one by one; more are counted."""

_NEEDED: tuple[tuple[str, Callable[[Thing], bool]], ...] = (
    ("ansvarig", lambda one: _lacks(one, "principal")),
    ("sluttid", lambda one: _lacks(one, "end")),
    ("mål", lambda one: _lacks(one, "goal")),
    ("indikator", lambda one: _lacks(one, "indicator") and _lacks(one, "indicator_ref")),
)


def gap_sentences(
    empty: Iterable[tuple[str, str]],
    columns: Sequence[str],
    rows: Sequence[str],
    loose: Collection[str] = (),
) -> list[str]:
    """Say which cells have no action; a cell is the names of its shift and its prerequisite.

    `loose` are the names of shifts and prerequisites with actions that stand in no cell.
    """
    gaps = list(empty)
    if not columns or not rows:
        return []
    if not gaps:
        return ["Alla rutor har minst en åtgärd."]
    bare_columns = [one for one in columns if sum(gap[0] == one for gap in gaps) >= len(rows)]
    bare_rows = [one for one in rows if sum(gap[1] == one for gap in gaps) >= len(columns)]
    rest = [one for one in gaps if one[0] not in bare_columns and one[1] not in bare_rows]
    said = _bare_sentences("om", bare_columns, "förutsättning", loose)
    said += _bare_sentences("som bygger på", bare_rows, "riktning", loose)
    said.sort(key=lambda one: not one.startswith("Inga"))
    if len(rest) > _NAMED:
        return [*said, f"{len(rest)} rutor {'till ' if said else ''}saknar åtgärd."]
    by_column: dict[str, list[str]] = {}
    for one, other in rest:
        by_column.setdefault(one, []).append(other)
    return said + [
        f"Inga åtgärder om {one} som bygger på {' eller '.join(others)}."
        for one, others in by_column.items()
    ]


def _bare_sentences(
    about: str, bare: Sequence[str], lacking: str, loose: Collection[str]
) -> list[str]:
    """Say what has no actions at all, and what only has some that lack the other axis."""
    nothing = [one for one in bare if one not in loose]
    some = [one for one in bare if one in loose]
    said = [f"Inga åtgärder {about} {listed(nothing)}."] if nothing else []
    return said + ([f"Åtgärderna {about} {listed(some)} saknar {lacking}."] if some else [])


def lack_sentences(actions: Sequence[Thing]) -> list[str]:
    """Say how many actions have no owner, no end, no goal and no indicator."""
    counted = [(word, sum(map(lacks, actions))) for word, lacks in _NEEDED]
    lacking = [(word, number) for word, number in counted if number]
    if not lacking:
        return [f"Alla har {listed([word for word, _ in _NEEDED])}."] if actions else []
    if len(actions) == 1:
        return [f"Åtgärden saknar {listed([word for word, _ in lacking])}."]
    (first, number), *others = lacking
    parts = [f"{number} av {len(actions)} åtgärder saknar {first}"]
    parts += [f"{number} saknar {word}" for word, number in others]
    return [f"{listed(parts)}."]


def size_sentences(number: int) -> list[str]:
    """Say kindly when a länsdel's plan is shorter or longer than most can carry."""
    has = f"Planen har {number} {'åtgärd' if number == 1 else 'åtgärder'}."
    if number < FEW:
        return [f"{has} Riktmärket för en länsdel är {FEW}–{MANY}, så det finns plats för fler."]
    if number > MANY:
        return [f"{has} Riktmärket för en länsdel är {FEW}–{MANY}: färre är lättare att hinna med."]
    return []


def listed(words: Sequence[str]) -> str:
    """Return "a, b och c"."""
    return " och ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)


def _lacks(action: Thing, field: str) -> bool:
    return is_lacking(action[field])

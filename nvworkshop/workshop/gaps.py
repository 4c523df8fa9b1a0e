"""What the map of coverage says in words: neutral, since a gap may be as the group wants it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence

from nvworkshop.language import marked, said
from nvworkshop.model.rules import is_lacking
from nvworkshop.model.things import Thing

FEW, MANY = 8, 25
"""Actions of a länsdel's plan, fewest and most: a guide value, no rule."""

_NAMED = 2
"""Most empty cells that are named one by one; more are counted."""

_NO_ABOUT = marked("Inga åtgärder om {names}.")
_NO_BUILDING = marked("Inga åtgärder som bygger på {names}.")
_ABOUT_LACK = marked("Åtgärderna om {names} saknar förutsättning.")
_BUILDING_LACK = marked("Åtgärderna som bygger på {names} saknar riktning.")
_EMPTY = marked("{number} rutor saknar åtgärd.")
_MORE_EMPTY = marked("{number} rutor till saknar åtgärd.")

_NEEDED: tuple[tuple[str, Callable[[Thing], bool]], ...] = (
    (marked("ansvarig huvudman"), lambda one: _lacks(one, "principal")),
    (marked("sluttid"), lambda one: _lacks(one, "end")),
    (marked("mål"), lambda one: _lacks(one, "goal")),
    (marked("indikator"), lambda one: _lacks(one, "indicator") and _lacks(one, "indicator_ref")),
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
        return [said("Alla rutor har minst en åtgärd.")]
    bare_columns = [one for one in columns if sum(gap[0] == one for gap in gaps) >= len(rows)]
    bare_rows = [one for one in rows if sum(gap[1] == one for gap in gaps) >= len(columns)]
    rest = [one for one in gaps if one[0] not in bare_columns and one[1] not in bare_rows]
    spoken = [
        *_nothing(_NO_ABOUT, bare_columns, loose),
        *_nothing(_NO_BUILDING, bare_rows, loose),
        *_lacking(_ABOUT_LACK, bare_columns, loose),
        *_lacking(_BUILDING_LACK, bare_rows, loose),
    ]
    if len(rest) > _NAMED:
        more = _MORE_EMPTY if spoken else _EMPTY
        return [*spoken, said(more).format(number=len(rest))]
    return spoken + _each(rest)


def _each(gaps: Iterable[tuple[str, str]]) -> list[str]:
    """Name the empty cells, those of a column together."""
    by_column: dict[str, list[str]] = {}
    for one, other in gaps:
        by_column.setdefault(one, []).append(other)
    return [
        said("Inga åtgärder om {one} som bygger på {others}.").format(
            one=one, others=said(" eller ").join(others)
        )
        for one, others in by_column.items()
    ]


def _nothing(sentence: str, bare: Sequence[str], loose: Collection[str]) -> list[str]:
    """Say what has no actions at all."""
    names = [one for one in bare if one not in loose]
    return [said(sentence).format(names=listed(names))] if names else []


def _lacking(sentence: str, bare: Sequence[str], loose: Collection[str]) -> list[str]:
    """Say what only has actions that lack the other axis."""
    names = [one for one in bare if one in loose]
    return [said(sentence).format(names=listed(names))] if names else []


def lack_sentences(actions: Sequence[Thing]) -> list[str]:
    """Say how many actions have no owner, no end, no goal and no indicator."""
    counted = [(said(word), sum(map(lacks, actions))) for word, lacks in _NEEDED]
    lacking = [(word, number) for word, number in counted if number]
    if not lacking:
        return (
            [said("Alla har {listed}.").format(listed=listed([said(word) for word, _ in _NEEDED]))]
            if actions
            else []
        )
    if len(actions) == 1:
        return [
            said("Åtgärden saknar {listed}.").format(listed=listed([word for word, _ in lacking]))
        ]
    (first, number), *others = lacking
    parts = [
        said("{number} av {actions} åtgärder saknar {first}").format(
            number=number, actions=len(actions), first=first
        )
    ]
    parts += [
        said("{number} saknar {word}").format(number=number, word=word) for word, number in others
    ]
    return [f"{listed(parts)}."]


def size_sentences(number: int) -> list[str]:
    """Say kindly when a länsdel's plan is shorter or longer than most can carry."""
    has = said("Planen har {number} {word}.").format(
        number=number, word=said("åtgärd") if number == 1 else said("åtgärder")
    )
    if number < FEW:
        return [
            said(
                "{has} Riktmärket för en länsdel är {few}–{many}, så det finns plats för fler."
            ).format(has=has, few=FEW, many=MANY)
        ]
    if number > MANY:
        return [
            said(
                "{has} Riktmärket för en länsdel är {few}–{many}: färre är lättare att hinna med."
            ).format(has=has, few=FEW, many=MANY)
        ]
    return []


def listed(words: Sequence[str]) -> str:
    """Return "a, b och c"."""
    return said(" och ").join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)


def _lacks(action: Thing, field: str) -> bool:
    return is_lacking(action[field])

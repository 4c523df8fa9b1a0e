"""Coverage: where the plan has actions and where it has none, per shift and prerequisite."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cell:
    """The actions of one shift that need one prerequisite; `by` counts them per huvudman's name."""

    shift: str
    prerequisite: str
    actions: tuple[str, ...] = ()
    by: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Coverage:
    """The whole map: (id, label) of columns and rows, cells in reading order, and sentences."""

    shifts: tuple[tuple[str, str], ...] = ()
    prerequisites: tuple[tuple[str, str], ...] = ()
    cells: tuple[Cell, ...] = ()
    sentences: tuple[str, ...] = ()

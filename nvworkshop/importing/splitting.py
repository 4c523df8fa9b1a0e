"""A cell that is several actions: a list with numbers or points, or a line for each."""

from __future__ import annotations

import re

from nvworkshop.model.layouts import Split

_MARK = re.compile(
    r"\s*(?:[-–—•●▪■◦*·o→✓]|\(?\d{1,2}[.):]|\d{1,2}(?:\.\d{1,2})+\.?|\(?[a-zåäö]\)|[a-zåäö]\.)\s+(?=\S)"
)
_BULLET_ONLY = re.compile(r"\s*[•●▪■◦·]\s*(?=\S)")
_INSIDE = re.compile(
    r"\s*[•●▪■◦]\s*|\s+\([a-zåäö\d]{1,2}\)\s+|(?<=[.;:!?\s])\s*(?<!\d)\d{1,2}[.)]\s+(?=[A-ZÅÄÖ])"
)
_SENTENCE = re.compile(r"[.!?:]\s+(?=[A-ZÅÄÖ•-])")
_LONG = 180
"""Characters of a title that is one: beyond them its first sentence is the title."""

_MOST = 60
"""Most parts of one cell: more than that is a text of its own."""


def lines_of(text: str) -> list[str]:
    """Return the lines that say something, without what marks them as points."""
    return [bare(line) for line in text.splitlines() if line.strip()]


def bare(line: str) -> str:
    """Return a line without the number or the point before it."""
    found = _MARK.match(line) or _BULLET_ONLY.match(line)
    return (line[found.end() :] if found else line).strip()


def is_list(text: str) -> bool:
    """Tell whether a cell is a list: at least two points, and nothing that is none."""
    return len(_listed(text)) > 1


def parts_of(text: str, split: Split) -> list[str]:
    """Return the actions that a cell is, one when it is not to be split."""
    parts = [text.strip()]
    if split is Split.LISTS:
        parts = _listed(text) or parts
    elif split is Split.LINES:
        parts = _listed(text) or lines_of(text) or parts
    return parts if len(parts) <= _MOST else [text.strip()]


def title_and_rest(text: str) -> tuple[str, str]:
    """Return the title of an action, and the lines or sentences that follow it."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    title = bare(lines[0]) if lines else ""
    if len(lines) > 1 and not _goes_on(lines):
        return title, "\n".join(lines[1:])
    whole = bare(" ".join(lines))
    if len(whole) <= _LONG:
        return whole, ""
    end = _SENTENCE.search(whole, 15, _LONG)
    return (whole[: end.start() + 1], whole[end.end() :]) if end else (whole, "")


def _goes_on(lines: list[str]) -> bool:
    """Tell whether a few lines are one sentence that a narrow column has broken."""
    whole = sum(map(len, lines))
    return whole <= _LONG and all(line[:1].islower() for line in lines[1:])


def _listed(text: str) -> list[str]:
    """Return the points of a list, each with the lines that go on beneath it; [] for no list."""
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) == 1:
        return _listed_inside(lines[0])
    points: list[str] = []
    for line in lines:
        if _MARK.match(line) or _BULLET_ONLY.match(line):
            points.append(bare(line))
        elif not points:
            return []
        else:
            points[-1] = f"{points[-1]} {line.strip()}"
    return points if len(points) > 1 else []


def _listed_inside(line: str) -> list[str]:
    """Return the points of a list that stands on one line, as when a cell was pasted."""
    marked = _MARK.match(line) or _BULLET_ONLY.match(line)
    if not marked:
        return []
    parts = [part.strip(" ;,") for part in _INSIDE.split(line[marked.end() :])]
    return [part for part in parts if part] if len(parts) > 1 else []

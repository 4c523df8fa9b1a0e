"""Guide texts: Markdown with fixed headings, read when somebody asks for them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from nvworkshop.language import said
from nvworkshop.strategy.reading import read_text, shown

QUESTION = "Fråga till rummet"
ABOUT = "Vad det handlar om"
HINTS = "Stöd till processledaren"
EXAMPLES = "Exempel"
PITFALLS = "Fallgropar"
HEADINGS = (QUESTION, ABOUT, HINTS, EXAMPLES, PITFALLS)

_SECTION = re.compile(r"^## (.+)$", re.MULTILINE)
_TITLE = re.compile(r"\A# (.+)\n")
_POINT = re.compile(r"^[-*] ", re.MULTILINE)


@dataclass(frozen=True, kw_only=True)
class Guide:
    """What the processledare says, asks and watches for; all parts are Markdown."""

    id: str
    title: str
    question: str
    about: str
    hints: tuple[str, ...]
    examples: tuple[str, ...]
    pitfalls: tuple[str, ...]
    markdown: str


def guide_path(folder: Path, item_id: str) -> Path:
    """Where the guide text of an item lies; the id must already be checked."""
    return folder / "guide" / f"{item_id}.md"


def read_guide(folder: Path, item_id: str, problems: list[str]) -> Guide | None:
    """Read and check one guide text; None when something is missing."""
    where = f"{folder.absolute().name}/guide/{item_id}.md"
    text = read_text(guide_path(folder, item_id), where, problems)
    return None if text is None else parse_guide(item_id, text, where=where, problems=problems)


def parse_guide(item_id: str, text: str, *, where: str, problems: list[str]) -> Guide | None:
    """Split a guide text into its sections; unknown sections are a problem too."""
    parts = [part.strip() for part in _SECTION.split(text)]
    sections = dict(zip(parts[1::2], parts[2::2], strict=True))
    title = _TITLE.match(text)
    found = _problems(sections, parts[1::2], has_title=title is not None)
    problems.extend(f"{where}: {problem}" for problem in found)
    if found or title is None:
        return None
    return Guide(
        id=item_id,
        title=title.group(1).strip(),
        question=" ".join(sections[QUESTION].split()),
        about=sections[ABOUT],
        hints=_points(sections[HINTS]),
        examples=_points(sections[EXAMPLES]),
        pitfalls=_points(sections[PITFALLS]),
        markdown=text,
    )


def _problems(
    sections: Mapping[str, str], headings: Sequence[str], *, has_title: bool
) -> list[str]:
    found = [] if has_title else [said("rubriken (# Namn) saknas på första raden")]
    found += [
        said("avsnittet ”{name}” saknas").format(name=name)
        for name in HEADINGS
        if not sections.get(name)
    ]
    found += [
        said("avsnittet {name} är okänt").format(name=shown(name))
        for name in sections
        if name not in HEADINGS
    ]
    if len(headings) > len(sections):
        found.append(said("samma avsnitt står två gånger"))
    return found + _wrong(sections)


def _wrong(sections: Mapping[str, str]) -> list[str]:
    """Return what is wrong in sections that are there."""
    found = []
    question = sections.get(QUESTION, "")
    if question and not (question.count("?") == 1 and question.endswith("?")):
        told = said("avsnittet ”{question}” ska vara exakt en fråga som slutar med frågetecken")
        found.append(told.format(question=QUESTION))
    found += [
        said(
            "avsnittet ”{name}” ska vara en lista där varje rad börjar med ett bindestreck"
        ).format(name=name)
        for name in (HINTS, EXAMPLES, PITFALLS)
        if sections.get(name) and not _POINT.match(sections[name])
    ]
    return found


def _points(text: str) -> tuple[str, ...]:
    """One string per list point; continuation lines are joined."""
    return tuple(" ".join(point.split()) for point in _POINT.split(text) if point.strip())

"""A written document before any format: its Markdown, and what stands around it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Document:
    """What a report says. `markdown` holds plan texts guarded (`model.guarded`); so may the rest.

    `made` is aware. `mark` is the word across the pages of what isn't final, "" for none. `short`
    wants to be one page. `as_of` is what to call the moment the plan is shown as of, "" for now.
    """

    title: str
    markdown: str
    made: datetime
    state: str = ""
    version: str = ""
    reference: str = ""
    plan: str = ""
    mark: str = ""
    short: bool = False
    as_of: str = ""
    actions: frozenset[str] = field(default_factory=frozenset)

    @property
    def facts(self) -> tuple[str, ...]:
        """What stands at the top of every page, in order."""
        version = f"version {self.version}" if self.version else ""
        day = f"{self.made:%Y-%m-%d}"
        reference = f"dnr {self.reference}" if self.reference else ""
        as_of = f"som planen var: {self.as_of}" if self.as_of else ""
        return tuple(one for one in (self.state, version, as_of, day, reference) if one)


@dataclass(frozen=True, slots=True)
class Run:
    """Some text that looks alike; a line break in it breaks the line."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `level` from 1."""

    level: int
    runs: Runs


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `quoted` stands out, as the målbild does."""

    runs: Runs
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Items:
    """A list; each item is its level from 0 and its text."""

    items: tuple[tuple[int, Runs], ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with one row of headings; every row is as long."""

    head: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins on a new page, where there are pages."""


Block = Heading | Paragraph | Items | Grid | NewPage


def plain(runs: Runs) -> str:
    """Return the text alone."""
    return "".join(one.text for one in runs)


def texts(blocks: tuple[Block, ...]) -> list[str]:
    """Return every piece of text in its order: what a document must read back as."""
    found: list[str] = []
    for block in blocks:
        match block:
            case Heading() | Paragraph():
                found.append(plain(block.runs))
            case Items():
                found += [plain(runs) for _, runs in block.items]
            case Grid():
                found += [plain(cell) for row in (block.head, *block.rows) for cell in row]
            case NewPage():
                pass
    return found

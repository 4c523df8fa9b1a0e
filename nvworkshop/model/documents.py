"""A written document before any format: its Markdown, and what stands around it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol


class Drawn(Protocol):
    """A picture with what it shows in words and as a table; drawn when somebody wants it.

    `head` and `rows` are plain texts, every row as long as the head.
    """

    @property
    def title(self) -> str:
        """What stands beneath it."""

    @property
    def said(self) -> str:
        """What it shows, for those who don't see it."""

    @property
    def head(self) -> tuple[str, ...]:
        """The headings of its table."""

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The rows of its table."""

    @property
    def ratio(self) -> float:
        """How high it is, as a part of its width."""

    def svg(self) -> bytes:
        """Return it as SVG."""

    def png(self, scheme: str = "light") -> bytes:
        """Return it as PNG, for where no SVG is shown; in the colours of paper or of a window."""


@dataclass(frozen=True, slots=True)
class Document:
    """What a report says. `markdown` holds plan texts guarded (`model.guarded`); so may the rest.

    `made` is aware. `mark` is the word across the pages of what isn't final, "" for none. `short`
    wants to be one page. `as_of` is what to call the moment the plan is shown as of, "" for now.
    `pictures` are those whose signs stand in `markdown`, by number.
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
    pictures: tuple[Drawn, ...] = ()

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
class Figure:
    """A picture, its title and what it shows in words, and its figures as a table."""

    title: str
    said: str
    table: Grid
    drawn: Drawn


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins on a new page, where there are pages."""


Block = Heading | Paragraph | Items | Grid | Figure | NewPage


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
                found += _cells(block)
            case Figure():
                found += [block.title, *_cells(block.table)]
            case NewPage():
                pass
    return found


def _cells(grid: Grid) -> list[str]:
    return [plain(cell) for row in (grid.head, *grid.rows) for cell in row]

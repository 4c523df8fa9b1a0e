"""Cleaned HTML read as blocks: what Word and PDF are set from, and what is compared after."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser

from nvworkshop.exchange.prose.cleaned import cleaned
from nvworkshop.model.documents import (
    Block,
    Document,
    Drawn,
    Figure,
    Grid,
    Heading,
    Items,
    NewPage,
    Paragraph,
    Run,
    Runs,
)
from nvworkshop.model.guarded import guard, pictures_in, reveal

_HEADINGS = {f"h{level}": level for level in range(1, 7)}


def blocks_in(document: Document) -> tuple[Block, ...]:
    """Return the blocks of a document."""
    return blocks_of(cleaned(document.markdown), document.pictures)


def blocks_of(html: str, pictures: Sequence[Drawn] = ()) -> tuple[Block, ...]:
    """Return the blocks of HTML from `cleaned`, with the texts as people wrote them."""
    reader = Reader(pictures)
    reader.feed(html)
    reader.close()
    return tuple(reader.blocks)


def figure_of(picture: Drawn) -> Figure:
    """Return a picture as a block, its texts as every other text of a document."""
    head, *rows = (tuple(_cell(one) for one in row) for row in (picture.head, *picture.rows))
    return Figure(_fit(picture.title), _fit(picture.said), Grid(head, tuple(rows)), picture)


def _cell(text: str) -> Runs:
    return (Run(fit),) if (fit := _fit(text)) else ()


def _fit(text: str) -> str:
    return reveal(guard(text))


@dataclass(slots=True)
class _Table:
    """A table that is being read."""

    rows: list[list[Runs]] = field(default_factory=list)


class Reader(HTMLParser):
    """Gathers text into runs, runs into blocks."""

    def __init__(self, pictures: Sequence[Drawn]) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._pictures = pictures
        self._runs: list[Run] = []
        self._raw: list[str] = []  # of the paragraph
        self._within: Counter[str] = Counter()
        self._link = ""
        self._lists: list[str] = []
        self._items: list[tuple[int, Runs]] = []
        self._table: _Table | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin what a tag begins."""
        match tag:
            case "p":
                self._raw.clear()
            case "strong" | "em" | "blockquote":
                self._within[tag] += 1
            case "a":
                self._link = dict(attrs).get("href") or ""
            case "br":
                self._runs.append(Run("\n"))
            case "hr":
                self.blocks.append(NewPage())
            case "ul" | "ol":
                self._end_item()
                self._lists.append(tag)
            case "table":
                self._table = _Table()
            case "tr" if self._table:
                self._table.rows.append([])

    def handle_endtag(self, tag: str) -> None:
        """End what a tag ends."""
        match tag:
            case "strong" | "em" | "blockquote":
                self._within[tag] -= 1
            case "a":
                self._link = ""
            case "p":
                self._end_paragraph()
            case "li":
                self._end_item()
            case "ul" | "ol":
                self._end_list()
            case _ if tag in _HEADINGS:
                self.blocks.append(Heading(_HEADINGS[tag], self._take()))
            case _ if self._table:
                self._end_in_table(tag, self._table)

    def handle_data(self, data: str) -> None:
        """Add text to what is being read; line breaks of the HTML itself are spaces."""
        self._raw.append(data)
        text = reveal(data.replace("\n", " "))
        if text.strip() or self._runs:
            run = Run(text, self._is_in("strong"), self._is_in("em"), reveal(self._link))
            self._runs.append(run)

    def _is_in(self, tag: str) -> bool:
        return self._within[tag] > 0

    def _take(self) -> Runs:
        """Return what has been read, without spaces at its ends."""
        runs, self._runs = self._runs, []
        while runs and not runs[-1].text.strip(" "):
            runs.pop()
        if runs:
            last = runs[-1]
            runs[-1] = Run(last.text.rstrip(" "), last.bold, last.italic, last.link)
            first = runs[0]
            runs[0] = Run(first.text.lstrip(" "), first.bold, first.italic, first.link)
        return tuple(runs)

    def _end_paragraph(self) -> None:
        shown = [one for one in pictures_in("".join(self._raw)) if one < len(self._pictures)]
        self.blocks += [figure_of(self._pictures[one]) for one in shown]
        if not self._lists and (runs := self._take()):
            self.blocks.append(Paragraph(runs, self._is_in("blockquote")))

    def _end_item(self) -> None:
        if self._lists and (runs := self._take()):
            self._items.append((len(self._lists) - 1, runs))

    def _end_list(self) -> None:
        kind = self._lists.pop()
        if not self._lists and self._items:
            self.blocks.append(Items(tuple(self._items), kind == "ol"))
            self._items = []

    def _end_in_table(self, tag: str, table: _Table) -> None:
        if tag in ("th", "td"):
            table.rows[-1].append(self._take())
        elif tag == "table":
            head, *rows = (tuple(row) for row in table.rows)
            self.blocks.append(Grid(head, tuple(rows)))
            self._table = None

"""PDF: set by typst from the same blocks, tagged, with bookmarks, for archive and for ear."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from nvworkshop.exchange import pdf
from nvworkshop.exchange.prose.blocks import blocks_in
from nvworkshop.exchange.prose.svg import cleaned_svg
from nvworkshop.exchange.prose.widths import shares
from nvworkshop.language import said
from nvworkshop.model.documents import (
    Block,
    Document,
    Figure,
    Grid,
    Heading,
    Items,
    NewPage,
    Paragraph,
    Runs,
)
from nvworkshop.model.guarded import reveal

_SIZES = (10.5,)
_SHORT_SIZES = (10.5, 9.5, 8.5, 8)
"""Sizes of type in points, largest first; a document that wants one page takes the first that fits.
"""


def write(document: Document, place: Path) -> tuple[str, ...]:
    """Write the document as PDF and read it back; return what to tell. Raises ExportError."""
    pictures = _pictures(document)
    for data in _tries(document):
        printed = pdf.write("report", data, place, made=document.made, pictures=pictures)
        if printed.pages == 1:
            break
    if document.short and printed.pages > 1:
        return (
            *printed.notices,
            said("Det ryms inte på en sida: det blev {pages}.").format(pages=printed.pages),
        )
    return printed.notices


def pages(document: Document, ppi: float) -> tuple[bytes, ...]:
    """Return the pages of the PDF as pictures (PNG), to print. Raises ExportError."""
    pictures = _pictures(document)
    for data in _tries(document):
        drawn = pdf.drawn("report", data, made=document.made, ppi=ppi, pictures=pictures)
        if len(drawn) == 1:
            break
    return drawn


def _pictures(document: Document) -> list[str]:
    return [cleaned_svg(one.svg(), f"bild{n}") for n, one in enumerate(document.pictures)]


def _tries(document: Document) -> Iterator[dict[str, Any]]:
    """Yield what the template gets, in smaller and smaller type where one page is wanted."""
    numbers = {id(one): number for number, one in enumerate(document.pictures)}
    blocks = [_block(one, numbers) for one in blocks_in(document)]
    for size in _SHORT_SIZES if document.short else _SIZES:
        yield {**_head(document), "blocks": blocks, "size": size}


def _head(document: Document) -> dict[str, Any]:
    return {
        "title": reveal(document.title),
        "plan": reveal(document.plan),
        "facts": reveal(" · ".join(document.facts)),
        "mark": reveal(document.mark),
        "short": document.short,
    }


def _block(block: Block, numbers: Mapping[int, int]) -> dict[str, Any]:
    match block:
        case Heading():
            return {"kind": "heading", "level": block.level, "runs": _runs(block.runs)}
        case Paragraph():
            return {"kind": "quote" if block.quoted else "text", "runs": _runs(block.runs)}
        case Items():
            items = [{"level": level, "runs": _runs(runs)} for level, runs in block.items]
            return {"kind": "numbers" if block.numbered else "items", "items": items}
        case Figure():
            told = {"title": block.title, "said": block.said, "table": _block(block.table, {})}
            return {"kind": "picture", "number": numbers[id(block.drawn)], **told}
        case Grid():
            rows = [[_runs(cell) for cell in row] for row in block.rows]
            head = [_runs(cell) for cell in block.head]
            return {"kind": "table", "head": head, "rows": rows, "shares": shares(block)}
        case NewPage():
            return {"kind": "page"}


def _runs(runs: Runs) -> list[dict[str, Any]]:
    return [
        {"text": one.text, "bold": one.bold, "italic": one.italic, "link": one.link} for one in runs
    ]

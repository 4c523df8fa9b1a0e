"""Word: real styles, headings, lists and tables, so that a secretary can go on writing."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nvworkshop import durable
from nvworkshop.exchange.placing import differs, placing
from nvworkshop.exchange.prose import word_look
from nvworkshop.exchange.prose.blocks import blocks_of
from nvworkshop.exchange.prose.cleaned import cleaned
from nvworkshop.exchange.prose.widths import shares
from nvworkshop.exchange.prose.word_parts import NUMBERED, add_table, number_lists
from nvworkshop.model.documents import (
    Block,
    Document,
    Grid,
    Heading,
    Items,
    NewPage,
    Paragraph,
    Runs,
    texts,
)

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.text.paragraph import Paragraph as WordParagraph

_UNREADABLE = (zipfile.BadZipFile, KeyError, ValueError, EOFError, OSError)
_ITEMS = ("List Bullet", "List Bullet 2", "List Bullet 3")


def write(document: Document, place: Path) -> tuple[str, ...]:
    """Write the document as .docx and read it back. Raises ExportError."""
    blocks = blocks_of(cleaned(document.markdown))
    with placing(place) as temporary:
        durable.write(temporary, _file_of(document, blocks))
        if _read(temporary, place) != [one for one in texts(blocks) if one]:
            raise differs(place, "texten är inte den som skrevs")
    return ()


def _file_of(document: Document, blocks: tuple[Block, ...]) -> bytes:
    word = word_look.prepared(document)
    for block in blocks:
        _add(word, block)
    number_lists(word)
    written = io.BytesIO()
    word.save(written)
    return written.getvalue()


def _add(word: Word, block: Block) -> None:
    from docx.enum.text import WD_BREAK

    match block:
        case Heading():
            _say(word.add_paragraph(style=f"Heading {min(block.level, 4)}"), block.runs)
        case Paragraph():
            _say(word.add_paragraph(style="Intense Quote" if block.quoted else None), block.runs)
        case Items():
            for level, runs in block.items:
                styles = NUMBERED if block.numbered else _ITEMS
                _say(word.add_paragraph(style=styles[min(level, 2)]), runs)
        case Grid():
            _add_table(word, block)
        case NewPage():
            word.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def _say(paragraph: WordParagraph, runs: Runs, *, bold: bool = False) -> None:
    for one in runs:
        run = paragraph.add_run(one.text)
        run.bold = one.bold or bold or None
        run.italic = one.italic or None


def _add_table(word: Word, grid: Grid) -> None:
    from docx.table import _Cell

    table = add_table(word, grid, shares(grid))
    rows: Any = table._tbl.tr_lst  # noqa: SLF001
    cell_style: Any = word.styles[word_look.CELL]
    for number, (made, row) in enumerate(zip(rows, (grid.head, *grid.rows), strict=True)):
        for tc, runs in zip(made.tc_lst, row, strict=True):
            line = _Cell(tc, table).paragraphs[0]
            line.style = cell_style
            _say(line, runs, bold=number == 0)


def _read(file: Path, place: Path) -> list[str]:
    """Return every text of the body in its order, without empty ones."""
    import docx
    from docx.oxml.ns import qn

    try:
        body = docx.Document(str(file)).element.body
    except _UNREADABLE as error:
        raise differs(place, "innehållet är skadat") from error
    return [text for one in body.iter(qn("w:p")) if (text := one.text.strip("\n"))]

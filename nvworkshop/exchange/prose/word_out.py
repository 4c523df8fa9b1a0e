"""Word: real styles, headings, lists and tables, so that a secretary can go on writing."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nvworkshop import durable
from nvworkshop.exchange.placing import differs, placing
from nvworkshop.exchange.prose import word_look
from nvworkshop.exchange.prose.blocks import blocks_in
from nvworkshop.exchange.prose.widths import shares
from nvworkshop.exchange.prose.word_parts import NUMBERED, add_picture, add_table, number_lists
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
    Run,
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
    blocks = blocks_in(document)
    with placing(place) as temporary:
        durable.write(temporary, _file_of(document, blocks))
        if _read(temporary, place) != [one for one in texts(blocks) if one]:
            raise differs(place, said("texten är inte den som skrevs"))
    return ()


def _file_of(document: Document, blocks: tuple[Block, ...]) -> bytes:
    word = word_look.prepared(document)
    body = _Body(word, {str(one.name): str(one.style_id) for one in word.styles})
    for block in blocks:
        body.add(block)
    number_lists(word)
    written = io.BytesIO()
    word.save(written)
    return written.getvalue()


@dataclass(frozen=True, slots=True)
class _Body:
    """What is being written, and the id of each style: python-docx would look it up every time."""

    word: Word
    styles: Mapping[str, str]

    def add(self, block: Block) -> None:
        """Add a block at the end."""
        from docx.enum.text import WD_BREAK

        match block:
            case Heading():
                self._line(f"Heading {min(block.level, 4)}", block.runs)
            case Paragraph():
                self._line("Intense Quote" if block.quoted else "Normal", block.runs)
            case Items():
                for level, runs in block.items:
                    styles = NUMBERED if block.numbered else _ITEMS
                    self._line(styles[min(level, 2)], runs)
            case Grid():
                self._table(block)
            case Figure():
                add_picture(self.word, block)
                self._line("Caption", (Run(block.title),))
                self._table(block.table)
            case NewPage():
                self.word.add_paragraph().add_run().add_break(WD_BREAK.PAGE)

    def _line(self, style: str, runs: Runs) -> None:
        paragraph = self.word.add_paragraph()
        line: Any = paragraph._p  # noqa: SLF001
        line.style = self.styles[style]
        self._say(paragraph, runs)

    def _say(self, paragraph: WordParagraph, runs: Runs, *, bold: bool = False) -> None:
        for one in runs:
            run = paragraph.add_run(one.text)
            if one.bold or bold:
                run.bold = True
            if one.italic:
                run.italic = True

    def _table(self, grid: Grid) -> None:
        from docx.text.paragraph import Paragraph as WordParagraph

        table = add_table(self.word, grid, shares(grid), self.styles)
        rows: Any = table._tbl.tr_lst  # noqa: SLF001
        for number, (made, row) in enumerate(zip(rows, (grid.head, *grid.rows), strict=True)):
            for tc, runs in zip(made.tc_lst, row, strict=True):
                self._say(WordParagraph(tc.p_lst[0], table), runs, bold=number == 0)


def _read(file: Path, place: Path) -> list[str]:
    """Return every text of the body in its order, without empty ones."""
    import docx
    from docx.oxml.ns import qn

    try:
        body = docx.Document(str(file)).element.body
    except _UNREADABLE as error:
        raise differs(place, said("innehållet är skadat")) from error
    return [text for one in body.iter(qn("w:p")) if (text := one.text.strip("\n"))]

"""Parts of a Word document that its library leaves to others: lists, tables, pictures."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from copy import deepcopy
from itertools import groupby
from typing import TYPE_CHECKING, Any

from nvworkshop.exchange.prose.word_look import CELL, theme
from nvworkshop.exchange.texts import visible
from nvworkshop.model.documents import Figure, Grid

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.table import Table

NUMBERED = ("List Number", "List Number 2", "List Number 3")


def number_lists(word: Word) -> None:
    """Let each numbered list begin at 1: Word counts on from the list before otherwise."""
    for numbered, lines in groupby(word.paragraphs, lambda one: _style(one) == NUMBERED[0]):
        if numbered:
            number = _new_list(word)
            for line in lines:
                listed = line._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001
                listed.get_or_add_ilvl().val = 0
                listed.get_or_add_numId().val = number


def _style(line: Any) -> str:
    return line.style.name if line.style else ""


def _new_list(word: Word) -> int:
    """Return the id of a new numbering that looks as the style's own and begins at 1."""
    numbering: Any = word.part.numbering_part.element
    style: Any = word.styles[NUMBERED[0]]
    own = style.element.pPr.numPr.numId.val
    number: Any = numbering.add_num(numbering.num_having_numId(own).abstractNumId.val)
    number.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(number.numId)


def add_table(word: Word, grid: Grid, shares: Sequence[float], styles: Mapping[str, str]) -> Table:
    """Add an empty table: its first row is a heading that comes again on each page.

    Two tables in a row have air between them: Word would make one of them. The rows are copies of
    one that has been made: the library takes its time over each cell.
    """
    body: Any = word.element.body
    if body.inner_content_elements and body.inner_content_elements[-1].tag.endswith("}tbl"):
        word.add_paragraph()
    table: Table = word.add_table(1, len(grid.head))
    table.autofit = False
    made: Any = table._tbl  # noqa: SLF001
    made.tblStyle_val = styles["Table Grid"]
    widths = _widths(word, shares)
    for column, width in zip(made.tblGrid.gridCol_lst, widths, strict=True):
        column.w = width
    head = made.tr_lst[0]
    _shape_row(head, widths, styles[CELL])
    for _ in grid.rows:
        made.append(deepcopy(head))
    head.get_or_add_trPr().append(_element("w:tblHeader"))
    for cell in head.tc_lst:
        cell.get_or_add_tcPr().append(_element("w:shd", fill=theme()["primary_soft"]))
    return table


def _shape_row(row: Any, widths: Sequence[int], style: str) -> None:
    row.get_or_add_trPr().append(_element("w:cantSplit"))
    for cell, width in zip(row.tc_lst, widths, strict=True):
        cell.width = width
        cell.p_lst[0].style = style


def add_picture(word: Word, figure: Figure) -> None:
    """Add a picture as wide as the page, with its words for those who don't see it."""
    section: Any = word.sections[0]
    room = section.page_width - section.left_margin - section.right_margin
    line = word.add_paragraph()
    line.paragraph_format.keep_with_next = True
    shape = line.add_run().add_picture(io.BytesIO(figure.drawn.png()), width=room)
    told: Any = shape._inline.docPr  # noqa: SLF001
    told.set("title", visible(figure.title)[0])
    told.set("descr", visible(figure.said)[0])


def _widths(word: Word, shares: Sequence[float]) -> list[int]:
    """Return the widths of columns that fill the page between them."""
    section: Any = word.sections[0]
    room = section.page_width - section.left_margin - section.right_margin
    return [int(room * share) for share in shares]


def _element(name: str, *, fill: str = "") -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made: Any = OxmlElement(name)
    if fill:
        made.set(qn("w:val"), "clear")
        made.set(qn("w:fill"), fill)
    return made

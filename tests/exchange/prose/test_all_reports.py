"""Every report of the sample plans in every format: its texts, and what readers go by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import docx
import pytest
from pypdf import PdfReader

from nvworkshop.exchange.prose import page_out, pdf_out, word_out
from nvworkshop.exchange.prose.blocks import blocks_in
from nvworkshop.model.documents import Block, Document, Figure, Grid, Heading, plain, texts
from nvworkshop.reports.prose import REPORTS
from tests.reports.prose.golden import document


@cache
def made(report: str) -> Document:
    return document(report, "overall")


def blocks(report: str) -> tuple[Block, ...]:
    return blocks_in(made(report))


def headings(report: str) -> list[tuple[int, str]]:
    return [(one.level, plain(one.runs)) for one in blocks(report) if isinstance(one, Heading)]


def tables(report: str) -> list[Grid]:
    """Return every table, those of pictures too."""
    both = ((one.table if isinstance(one, Figure) else one) for one in blocks(report))
    return [one for one in both if isinstance(one, Grid)]


def squeezed(text: str) -> str:
    """Return a text without what a page's lines and hyphens add."""
    return re.sub(r"[\s\u00ad\u200b-]", "", text)


@pytest.mark.parametrize("report", REPORTS)
def test_headings_begin_at_the_first_level_and_skip_none(report: str) -> None:
    levels = [level for level, _ in headings(report)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(next_ <= level + 1 for level, next_ in pairwise(levels))


@pytest.mark.parametrize("report", REPORTS)
def test_no_markup_is_left_in_what_is_read(report: str) -> None:
    said = [text for one in texts(blocks(report)) for text in one.splitlines()]
    assert [one for one in said if re.search(r"\*\*|\{\{|\{%|^\s*[|#]|\| \|", one)] == []


@pytest.mark.parametrize("report", REPORTS)
def test_a_word_document_has_its_texts_and_styles(tmp_path: Path, report: str) -> None:
    word_out.write(made(report), tmp_path / "a.docx")
    word = docx.Document(str(tmp_path / "a.docx"))
    found = [
        (int(one.style.name[-1]), one.text)
        for one in word.paragraphs
        if one.style and str(one.style.name).startswith("Heading")
    ]
    assert found == headings(report)
    made_tables: list[Any] = [one._tbl for one in word.tables]
    heads = [one.tr_lst[0].xpath("w:trPr/w:tblHeader") for one in made_tables]
    assert len(made_tables) == len(tables(report))
    assert all(heads)


@pytest.mark.parametrize("report", REPORTS)
def test_a_web_page_has_its_texts(tmp_path: Path, report: str) -> None:
    page_out.write(made(report), tmp_path / "a.html")
    page = (tmp_path / "a.html").read_text("utf-8")
    assert texts(page_out.read(page)) == texts(blocks(report))
    assert page.count('<th scope="col">') == sum(len(one.head) for one in tables(report))
    assert '<html lang="sv">' in page


@pytest.mark.parametrize("report", REPORTS)
def test_a_pdf_has_its_texts_and_its_structure(tmp_path: Path, report: str) -> None:
    pdf_out.write(made(report), tmp_path / "a.pdf")
    reader = PdfReader(tmp_path / "a.pdf")
    root: Any = reader.trailer["/Root"]
    assert root["/Lang"] == "sv"
    tags = list(_tags(root["/StructTreeRoot"]["/K"]))
    for level, count in _counts(report).items():
        assert tags.count(f"/H{level}") == count
    assert tags.count("/Table") == len(tables(report))
    assert ("/TH" in tags) == ("/Table" in tags)
    assert _bookmarks(reader.outline) == [text for _, text in headings(report)]
    read = squeezed("".join(page.extract_text() for page in reader.pages))
    missing = [text for _, text in headings(report) if squeezed(text) not in read]
    assert missing == []


def _counts(report: str) -> dict[int, int]:
    levels = [level for level, _ in headings(report)]
    return {level: levels.count(level) for level in levels}


def _bookmarks(outline: Any) -> list[str]:
    found: list[str] = []
    for one in outline:
        found += _bookmarks(one) if isinstance(one, list) else [str(one.title)]
    return found


def _tags(node: Any) -> Iterator[str]:
    """Yield every tag of a structure tree."""
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        for one in node:
            yield from _tags(one)
    elif isinstance(node, dict):
        if "/S" in node:
            yield str(node["/S"])
        if "/K" in node:
            yield from _tags(node["/K"])


@pytest.mark.parametrize("suffix", ["md", "html", "docx", "pdf"])
@pytest.mark.parametrize("report", ["handlingsplan", "minnesanteckningar"])
def test_a_report_is_made_twice_alike(tmp_path: Path, suffix: str, report: str) -> None:
    from nvworkshop.session.documents import write

    for name in ("a", "b"):
        write(made(report), tmp_path / f"{name}.{suffix}")
    if suffix != "docx":  # a Word file says when it was packed
        first, second = ((tmp_path / f"{name}.{suffix}").read_bytes() for name in ("a", "b"))
        assert first == second

"""Pictures in documents: placed by the program alone, with words and a table in every format."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import docx
import pytest
from pypdf import PdfReader

from nvworkshop.exchange.prose import page_out, pdf_out, word_out
from nvworkshop.exchange.prose.blocks import blocks_in
from nvworkshop.exchange.prose.markdown_out import text_of
from nvworkshop.model.documents import Block, Document, Figure, Heading, Items, Paragraph, plain
from nvworkshop.model.guarded import guard, picture_sign
from nvworkshop.reports.pictures import status_bars

EVIL = '</svg><script>alert(1)</script> "onload=x" #pagebreak() $x$ שלום 👩‍⚕️'
SIGN = picture_sign(0)


def document(markdown: str, name: str = "Södra") -> Document:
    picture = status_bars(f"Läget i {name}", [(name, {"done": 2, "delayed": 1})])
    made = datetime(2026, 11, 20, tzinfo=UTC)
    return Document("Rubrik", markdown, made, pictures=(picture,))


def blocks(markdown: str) -> list[type[Block]]:
    return [type(one) for one in blocks_in(document(markdown))]


@pytest.mark.parametrize(
    ("markdown", "found"),
    [
        (f"# A\n\n{SIGN}\n\nslut", [Heading, Figure, Paragraph]),
        (f"{SIGN}\n{SIGN}", [Figure, Figure]),
        (f"text {SIGN} text", [Paragraph]),
        (f"# A {SIGN}", [Heading]),
        (f"- ett\n\n    {SIGN}\n\n- två", [Figure, Items]),
        (picture_sign(7), []),
        (f"text {guard(SIGN)}\n\n{guard(SIGN)}", [Paragraph, Paragraph]),
    ],
)
def test_a_picture_stands_where_its_sign_is_a_paragraph(
    tmp_path: Path, markdown: str, found: list[type[Block]]
) -> None:
    assert blocks(markdown) == found
    page_out.write(document(markdown), tmp_path / "a.html")  # reads back as it was written
    word_out.write(document(markdown), tmp_path / "a.docx")


def test_what_people_type_is_never_a_picture() -> None:
    (only,) = blocks_in(document(guard(SIGN)))
    assert isinstance(only, Paragraph)
    assert plain(only.runs) == "\ufffd"


def test_a_page_has_the_drawing_itself_and_its_words(tmp_path: Path) -> None:
    page_out.write(document(f"# A\n\n{SIGN}", EVIL), tmp_path / "a.html")
    page = (tmp_path / "a.html").read_text("utf-8")
    (svg,) = re.findall(r"<svg.*?</svg>", page, re.DOTALL)
    assert 'role="img"' in svg
    assert "2 klar, 1 försenad" in svg
    assert "<script" not in page
    assert not re.search(r"<(?:image|style|foreignObject|text|title)|href=\"(?!#)|\son\w+=\"", svg)
    assert '<summary>Bilden som tabell</summary><div class="wide"' in page


def test_a_word_picture_says_what_it_shows(tmp_path: Path) -> None:
    word_out.write(document(SIGN, EVIL), tmp_path / "a.docx")
    body: Any = docx.Document(str(tmp_path / "a.docx")).element.body
    (told,) = body.iter("{*}docPr")
    assert told.get("title") == f"Läget i {EVIL}"
    assert "2 klar, 1 försenad" in told.get("descr")
    assert len(list(body.iter("{*}tbl"))) == 1
    styles = [one.style for one in body.iter("{*}p") if one.text.startswith("Läget")]
    assert styles == ["Caption"]


def test_a_pdf_picture_is_a_figure_with_words(tmp_path: Path) -> None:
    pdf_out.write(document(f"# A\n\n{SIGN}"), tmp_path / "a.pdf")
    reader = PdfReader(tmp_path / "a.pdf")
    root: Any = reader.trailer["/Root"]
    figures = [one for one in _nodes(root["/StructTreeRoot"]["/K"]) if one.get("/S") == "/Figure"]
    assert "2 klar, 1 försenad" in str(figures[0]["/Alt"])
    assert "Läget i Södra" in reader.pages[0].extract_text()


def _nodes(node: Any) -> list[Any]:
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        return [one for each in node for one in _nodes(each)]
    return [node, *_nodes(node.get("/K"))] if isinstance(node, dict) else []


def test_markdown_has_the_table_alone() -> None:
    said = text_of(document(f"# A\n\n{SIGN}\n\nslut"))
    assert said.splitlines()[2:6] == [
        "Läget i Södra",
        "",
        "| Grupp | Klar | Försenad | Alla |",
        "| --- | --- | --- | --- |",
    ]
    assert "| Södra | 2 | 1 | 3 |\n\nslut" in said


@pytest.mark.parametrize("suffix", ["html", "pdf"])
def test_a_document_with_pictures_is_made_twice_alike(tmp_path: Path, suffix: str) -> None:
    write = {"html": page_out.write, "pdf": pdf_out.write}[suffix]
    for name in ("a", "b"):
        write(document(f"# A\n\n{SIGN}"), tmp_path / f"{name}.{suffix}")
    first, second = ((tmp_path / f"{one}.{suffix}").read_bytes() for one in ("a", "b"))
    assert first == second

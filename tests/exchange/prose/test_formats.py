from __future__ import annotations

import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from nvworkshop.errors import ExportError
from nvworkshop.exchange.prose import markdown_out, page_out, pdf_out, word_out
from nvworkshop.model.documents import Document
from nvworkshop.model.guarded import guard

EVIL = "# fet **stil** <script>alert(1)</script> | a & b\n- punkt\n1. ett {{ 7 }} #pagebreak() \\x"
MADE = datetime(2026, 11, 29, 12, 0, tzinfo=UTC)


def document(text: str = EVIL, *, mark: str = "Utkast") -> Document:
    said = guard(text)
    markdown = f"""# {said}

> {said}

Om **{said}** och {said}.

- {said}
    - inre

1. ett
2. två

| Uppgift | Innehåll |
|---|---|
| a | {said} |
| b |  |

---

## Nytt

1. börjar om
"""
    return Document(said, markdown, MADE, "Utkast", "0.3", guard("dnr <1>"), said, mark)


WRITERS = {
    "md": markdown_out.write,
    "html": page_out.write,
    "docx": word_out.write,
    "pdf": pdf_out.write,
}


@pytest.mark.parametrize("suffix", WRITERS)
def test_a_document_is_written_and_read_back(tmp_path: Path, suffix: str) -> None:
    assert WRITERS[suffix](document(), tmp_path / f"plan.{suffix}") == ()
    assert [one.name for one in tmp_path.iterdir()] == [f"plan.{suffix}"]


@pytest.mark.parametrize("suffix", ["html", "docx"])
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=60))
def test_any_text_reads_back(tmp_path: Path, suffix: str, text: str) -> None:
    WRITERS[suffix](document(text), tmp_path / f"plan.{suffix}")


def test_a_page_fetches_nothing_and_runs_nothing(tmp_path: Path) -> None:
    page_out.write(document(), tmp_path / "a.html")
    page = (tmp_path / "a.html").read_text("utf-8")
    assert "<script" not in page
    assert "src=" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "default-src 'none'" in page


def test_a_word_document_has_styles_and_headings_that_come_again(tmp_path: Path) -> None:
    word_out.write(document(), tmp_path / "a.docx")
    word = docx.Document(str(tmp_path / "a.docx"))
    styles = [one.style.name for one in word.paragraphs if one.style and one.text]
    assert styles[0] == "Heading 1"
    assert "List Number" in styles
    xml = zipfile.ZipFile(tmp_path / "a.docx").read("word/document.xml").decode()
    assert xml.count("w:tblHeader") == 1
    assert word.core_properties.language == "sv-SE"


def test_word_fields_are_only_the_programs(tmp_path: Path) -> None:
    word_out.write(document("{ INCLUDETEXT c:\\secret }"), tmp_path / "a.docx")
    with zipfile.ZipFile(tmp_path / "a.docx") as parts:
        assert "instr" not in parts.read("word/document.xml").decode()
        footer = next(one for one in parts.namelist() if "footer" in one)
        assert parts.read(footer).decode().count("w:instr=") == 2


def test_numbered_lists_begin_at_one(tmp_path: Path) -> None:
    word_out.write(document(), tmp_path / "a.docx")
    word = docx.Document(str(tmp_path / "a.docx"))
    listed = [one for one in word.paragraphs if one.style and one.style.name == "List Number"]
    lines: list[Any] = [one._p for one in listed]
    numbers = [one.pPr.numPr.numId.val for one in lines]
    assert len(numbers) == 3
    assert numbers[0] == numbers[1] != numbers[2]


@pytest.mark.parametrize(("mark", "there"), [("Utkast", True), ("", False)])
def test_a_draft_is_marked_across_the_pages(tmp_path: Path, mark: str, there: bool) -> None:
    word_out.write(document(mark=mark), tmp_path / "a.docx")
    page_out.write(document(mark=mark), tmp_path / "a.html")
    header = next(one for one in zipfile.ZipFile(tmp_path / "a.docx").namelist() if "header" in one)
    xml = zipfile.ZipFile(tmp_path / "a.docx").read(header).decode()
    assert ("textpath" in xml) is there
    assert ('class="mark"' in (tmp_path / "a.html").read_text("utf-8")) is there


def test_a_pdf_is_tagged_and_has_bookmarks(tmp_path: Path) -> None:
    pdf_out.write(document("Rubrik"), tmp_path / "a.pdf")
    reader = PdfReader(tmp_path / "a.pdf")
    root: Any = reader.trailer["/Root"]
    assert root["/Lang"] == "sv"
    assert root["/MarkInfo"]["/Marked"]
    assert [one.title for one in reader.outline if not isinstance(one, list)] == ["Rubrik"]
    assert len(reader.pages) == 2


def test_a_short_document_gets_smaller_type_before_a_second_page(tmp_path: Path) -> None:
    rows = "\n".join(f"| {n} | rad |" for n in range(90))
    short = Document("Kort", f"# Kort\n\n| a | b |\n|---|---|\n{rows}\n", MADE, short=True)
    assert pdf_out.write(short, tmp_path / "a.pdf") != ()
    few = Document("Kort", "# Kort\n\ntext", MADE, short=True)
    assert pdf_out.write(few, tmp_path / "b.pdf") == ()


def test_an_old_file_stays_when_the_new_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "a.docx").mkdir()
    with pytest.raises(ExportError, match="är en mapp"):
        word_out.write(document(), tmp_path / "a.docx")

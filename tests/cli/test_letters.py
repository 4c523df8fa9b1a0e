"""Letters of the Sámi languages and Finnish, from the plan through every document and back."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook
from pypdf import PdfReader

from tests.cli.conftest import Nv
from tests.session.workbooks import edit_sheet

TITLE = "Giellagáldu: čáhci, vuođđu, maŋŋel, šaddat, oaŧŧut, ražas"
GOAL = "ČĐŊŠŦŽ Áá, Jåhkåmåhkke, Äkäslompolo, šakki, džonkki"


@pytest.fixture
def entity(nv: Nv, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    nv("new", "plan.nvplan", "--county-part", "norra")
    return nv("add", "plan.nvplan", "action", f"title={TITLE}", "shift=R1").last


def words(kind: str) -> str:
    """Return the words of a document, whatever lines they are broken in."""
    if kind == "docx":
        document = Document("plan.docx")
        cells = [one for table in document.tables for row in table.rows for one in row.cells]
        text = " ".join(one.text for one in (*document.paragraphs, *cells))
    elif kind == "pdf":
        text = " ".join(page.extract_text() for page in PdfReader("plan.pdf").pages)
    elif kind == "xlsx":
        rows = load_workbook("plan.xlsx")["Handlingsplan"].iter_rows(values_only=True)
        text = " ".join(str(one) for row in rows for one in row)
    else:
        text = Path(f"plan.{kind}").read_text("utf-8-sig")
    return " ".join(text.split())


@pytest.mark.parametrize("kind", ["xlsx", "docx", "pdf", "html", "md", "csv", "json"])
def test_every_document_has_every_letter(nv: Nv, entity: str, kind: str) -> None:
    assert nv("export", "plan.nvplan", f"plan.{kind}").code == 0
    said = words(kind)
    assert all(word in said for word in TITLE.split()), said


def test_what_is_written_in_excel_comes_back(nv: Nv, entity: str) -> None:
    nv("export", "plan.nvplan", "plan.xlsx")
    edit_sheet(Path("plan.xlsx"), lambda sheet: sheet.put(TITLE, "Mål", GOAL))
    assert nv("import", "plan.nvplan", "plan.xlsx").code == 0
    (told,) = nv("show", "plan.nvplan", "--kind", "action", "--json").json
    assert (told["title"], told["goal"]) == (TITLE, GOAL)

"""PDF: texts are printed as they are, templates see nothing outside, the file is what it says."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import typst
from pypdf import PdfReader

from nvworkshop import durable
from nvworkshop.errors import ExportError
from nvworkshop.exchange import pdf

MADE = datetime(2026, 11, 20, 14, 32, 5, 77, tzinfo=UTC)
HEAD = {"what": "Röstblad", "title": "Workshop", "where": "Östra", "when": "", "tag": ""}


def votes(*texts: str) -> dict[str, Any]:
    rows = [{"number": n, "text": text, "card": 0} for n, text in enumerate(texts, start=1)]
    group = {"label": "", "title": "Flöden", "tone": "muted", "rows": rows}
    return {"head": HEAD, "instruction": "", "groups": [group]}


def text_of(place: Path) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(place).pages)


@pytest.fixture
def only_own_fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer where no font is installed."""
    whole: Callable[..., bytes] = typst.compile
    monkeypatch.setattr(typst, "compile", lambda *a, **k: whole(*a, **k, ignore_system_fonts=True))


@pytest.mark.parametrize(
    "text",
    ['#import "/etc/passwd"', "*hej* _du_", "$x^2$", "#{ panic() }", "= Rubrik", "<b> &amp; \\n"],
)
def test_what_looks_like_code_is_printed_as_it_is(tmp_path: Path, text: str) -> None:
    pdf.write("votes", votes(text), tmp_path / "a.pdf", made=MADE)
    assert text in text_of(tmp_path / "a.pdf")


def test_letters_of_the_north_need_no_font_of_the_computer(
    tmp_path: Path, only_own_fonts: None
) -> None:
    letters = "åäöÅÄÖ čđŋšŧž ČĐŊŠŦŽ é ü – ”…”"
    told = pdf.write("votes", votes(letters), tmp_path / "a.pdf", made=MADE)
    assert told.notices == ()
    assert letters in text_of(tmp_path / "a.pdf")


def test_a_letter_that_no_font_has_is_marked_and_told_of(
    tmp_path: Path, only_own_fonts: None
) -> None:
    told = pdf.write("votes", votes("Glad 😀 漢字\ue000 slut"), tmp_path / "a.pdf", made=MADE)
    assert text_of(tmp_path / "a.pdf").count("\ufffd") == 4
    assert told.notices == ("Tecken som datorns typsnitt saknar står som \ufffd: 4 olika.",)


def test_the_file_says_what_it_conforms_to_and_has_a_title_and_a_language(tmp_path: Path) -> None:
    pdf.write("votes", votes("Ett förslag"), tmp_path / "a.pdf", made=MADE)
    read = PdfReader(tmp_path / "a.pdf")
    root: Any = read.trailer["/Root"]
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"]) == ("sv", True)
    assert read.metadata is not None
    assert read.metadata.title == "Röstblad: Workshop"
    raw = (tmp_path / "a.pdf").read_bytes()
    assert b"<pdfuaid:part>1<" in raw
    assert b"<pdfaid:conformance>A<" in raw


def test_pages_are_counted_in_what_was_written(tmp_path: Path) -> None:
    told = pdf.write("votes", votes(*["Förslag"] * 500), tmp_path / "a.pdf", made=MADE)
    assert told.pages == len(PdfReader(tmp_path / "a.pdf").pages) > 10
    assert f"sida {told.pages} av {told.pages}" in text_of(tmp_path / "a.pdf")


def test_the_same_data_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        pdf.write("votes", votes("Ett förslag"), tmp_path / name, made=MADE)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_a_word_without_end_stays_on_the_page(tmp_path: Path) -> None:
    pdf.write("votes", votes("x" * 2000), tmp_path / "a.pdf", made=MADE)
    assert text_of(tmp_path / "a.pdf").count("x") == 2000


@pytest.mark.parametrize("wanted", ["../../hemligt.txt", "/../hemligt.txt", "/hemligt.txt"])
def test_a_template_reads_nothing_outside_its_folder(tmp_path: Path, wanted: str) -> None:
    (tmp_path / "hemligt.txt").write_text("hemligt")
    inside = tmp_path / "resurser" / "print"
    inside.mkdir(parents=True)
    (inside.parent / "inne.txt").write_text("synligt")
    template = '#set document(title: "t")\n#read("{}")'
    (inside / "t.typ").write_text(template.format("/inne.txt"))
    pdf.write("t", {}, tmp_path / "b.pdf", made=MADE, resources=inside.parent)
    assert text_of(tmp_path / "b.pdf") == "synligt"
    (inside / "t.typ").write_text(template.format(wanted))
    with pytest.raises(ExportError, match="gick inte att göra"):
        pdf.write("t", {}, tmp_path / "a.pdf", made=MADE, resources=inside.parent)
    assert not (tmp_path / "a.pdf").exists()


def test_data_that_does_not_fit_leaves_the_old_file(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_text("gammal")
    with pytest.raises(ExportError, match=r"votes\.typ"):
        pdf.write("votes", {"head": HEAD}, tmp_path / "a.pdf", made=MADE)
    assert [(one.name, one.read_text()) for one in tmp_path.iterdir()] == [("a.pdf", "gammal")]


def test_a_file_cut_short_on_its_way_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(durable, "write", lambda file, data: file.write_bytes(data[:-9]))
    with pytest.raises(ExportError, match="lästes inte tillbaka rätt"):
        pdf.write("votes", votes("x"), tmp_path / "a.pdf", made=MADE)
    assert not list(tmp_path.iterdir())


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="finns inte"):
        pdf.write("votes", votes("x"), tmp_path / "nix" / "a.pdf", made=MADE)

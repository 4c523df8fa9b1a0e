"""Written reports from an open plan: Markdown, web page, Word and PDF, each read back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from nvworkshop.exchange.written import Written
from nvworkshop.model.documents import Document
from nvworkshop.model.guarded import reveal
from nvworkshop.places import home
from nvworkshop.reports import PlanData
from nvworkshop.reports.prose import REPORTS, ReportKind, write_document
from nvworkshop.reports.prose.registry import kind_of
from nvworkshop.session.view import PlanView


def templates_folder() -> Path:
    """Return the folder where people put templates of their own; it may not be there yet."""
    return home() / "rapportmallar"


def report_kinds() -> list[ReportKind]:
    """Return every report there is: the program's, and one for each template of people's own."""
    own = sorted(one.stem for one in templates_folder().glob("*.md"))
    return [*REPORTS.values(), *(kind_of(name) for name in own if name not in {*REPORTS, "delar"})]


def document_of(
    view: PlanView, data: PlanData, report: str, *, subject: str = "", names: bool = False
) -> Document:
    """Return a report as a document. `subject` is a workshop's or a receipt's id, "" the latest.

    Raises TemplateError, and InputError when there is nothing to report on.
    """
    from nvworkshop.session.report_subjects import about

    kind = kind_of(report)
    return filled(kind, data, about(view, kind, subject), names=names)


def filled(kind: ReportKind, data: PlanData, about: Mapping[str, Any], *, names: bool) -> Document:
    """Return a report as a document; `about` is what it is told besides the plan.

    Raises TemplateError.
    """
    return write_document(kind, data, about=about, names=names, folders=[templates_folder()])


def readable(document: Document) -> str:
    """Return a document of headings and lists as text to show."""
    lines = (one.lstrip("# ").replace("**", "") for one in document.markdown.split("\n"))
    return reveal("\n".join(lines).replace("<br>", "\n"))  # what is of the plan stays as it is


def write(document: Document, place: Path) -> Written:
    """Write a document in the format of the file's suffix, and read it back."""
    notices = _WRITERS[place.suffix.casefold()](document, place)
    return Written(len(document.actions), len(document.actions), tuple(notices))


def _markdown(document: Document, place: Path) -> Sequence[str]:
    from nvworkshop.exchange.prose import markdown_out

    return markdown_out.write(document, place)


def _page(document: Document, place: Path) -> Sequence[str]:
    from nvworkshop.exchange.prose import page_out

    return page_out.write(document, place)


def _word(document: Document, place: Path) -> Sequence[str]:
    from nvworkshop.exchange.prose import word_out

    return word_out.write(document, place)


def _pdf(document: Document, place: Path) -> Sequence[str]:
    from nvworkshop.exchange.prose import pdf_out

    return pdf_out.write(document, place)


_WRITERS: dict[str, Callable[[Document, Path], Sequence[str]]] = {
    ".docx": _word,
    ".pdf": _pdf,
    ".html": _page,
    ".md": _markdown,
}

FORMATS = tuple(_WRITERS)
"""The suffixes of written documents."""

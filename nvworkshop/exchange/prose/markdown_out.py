"""Markdown as a file: what the other formats are made of."""

from __future__ import annotations

from pathlib import Path

from nvworkshop.exchange import text_out
from nvworkshop.model.documents import Document
from nvworkshop.model.guarded import as_markdown


def write(document: Document, place: Path) -> tuple[str, ...]:
    """Write the document as Markdown and read it back. Raises ExportError."""
    text_out.write(as_markdown(document.markdown), place)
    return ()

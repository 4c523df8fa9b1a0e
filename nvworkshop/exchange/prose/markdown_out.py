"""Markdown as a file: what the other formats are made of, with the tables of its pictures."""

from __future__ import annotations

import re
from pathlib import Path

from nvworkshop.exchange import text_out
from nvworkshop.model.documents import Document, Drawn
from nvworkshop.model.guarded import PICTURES, as_markdown, guard, pictures_in


def write(document: Document, place: Path) -> tuple[str, ...]:
    """Write the document as Markdown and read it back. Raises ExportError."""
    text_out.write(text_of(document), place)
    return ()


def text_of(document: Document) -> str:
    """Return the document as Markdown for any reader; a picture is its title and its table."""
    parts = [_table(one) for one in document.pictures]

    def _shown(found: re.Match[str]) -> str:
        (number,) = pictures_in(found[0])
        return parts[number] if number < len(parts) else ""

    return as_markdown(_ALONE.sub(_shown, document.markdown))


_ALONE = re.compile(rf"^{PICTURES}$", re.MULTILINE)


def _table(picture: Drawn) -> str:
    rows = [picture.head, ("---",) * len(picture.head), *picture.rows]
    lines = (" | ".join(one if one == "---" else guard(one) for one in row) for row in rows)
    return f"{guard(picture.title)}\n\n" + "\n".join(f"| {one} |" for one in lines)

"""A web page in one file: no script, nothing fetched, readable on a phone and by ear."""

from __future__ import annotations

import html
import re
import tomllib
from itertools import count
from pathlib import Path
from string import Template

from nvworkshop import durable
from nvworkshop.exchange.placing import differs, placing
from nvworkshop.exchange.prose.blocks import blocks_of
from nvworkshop.exchange.prose.cleaned import cleaned
from nvworkshop.model.documents import Block, Document, texts
from nvworkshop.model.guarded import in_html, reveal
from nvworkshop.places import RESOURCES

_MAIN = re.compile(r"<main\b[^>]*>(.*)</main>", re.DOTALL)


def write(document: Document, place: Path) -> tuple[str, ...]:
    """Write the document as one HTML file and read it back. Raises ExportError."""
    inside = cleaned(document.markdown)
    data = page(document, inside).encode("utf-8")
    with placing(place) as temporary:
        durable.write(temporary, data)
        if texts(_read(temporary)) != texts(blocks_of(inside)):
            raise differs(place, "texten är inte den som skrevs")
    return ()


def page(document: Document, inside: str) -> str:
    """Return the whole page; `inside` is HTML from `cleaned`."""
    theme = tomllib.loads((RESOURCES / "style" / "theme.toml").read_text("utf-8"))["light"]
    style = Template((RESOURCES / "reports" / "page.css").read_text("utf-8")).substitute(theme)
    shell = Template((RESOURCES / "reports" / "page.html").read_text("utf-8"))
    return shell.substitute(
        title=_escaped(document.title),
        style=style,
        plan=_escaped(document.plan),
        facts=_escaped(" · ".join(document.facts)),
        mark=f'<p class="mark">{_escaped(document.mark)}</p>' if document.mark else "",
        inside=in_html(_scrolling(inside)),
    )


def _scrolling(inside: str) -> str:
    """Let a wide table scroll in a part of its own, that keys reach too."""
    numbers = count(1)
    begun = re.sub(
        "<table>",
        lambda _: (
            f'<div class="wide" role="region" tabindex="0" aria-label="Tabell {next(numbers)}">'
            "<table>"
        ),
        inside,
    )
    return begun.replace("</table>", "</table></div>")


def _escaped(text: str) -> str:
    return html.escape(reveal(text))


def _read(file: Path) -> tuple[Block, ...]:
    found = _MAIN.search(file.read_text("utf-8"))
    return blocks_of(found[1]) if found else ()

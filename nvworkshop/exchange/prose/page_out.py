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
from nvworkshop.exchange.prose.blocks import Reader, blocks_of
from nvworkshop.exchange.prose.cleaned import cleaned
from nvworkshop.exchange.prose.figures import with_figures
from nvworkshop.exchange.prose.svg import cleaned_svg
from nvworkshop.language import said
from nvworkshop.model.documents import Block, Document, Figure, Paragraph, Run, texts
from nvworkshop.model.guarded import in_html, reveal
from nvworkshop.places import RESOURCES

_MAIN = re.compile(r"<main\b[^>]*>(.*)</main>", re.DOTALL)


def write(document: Document, place: Path) -> tuple[str, ...]:
    """Write the document as one HTML file and read it back. Raises ExportError."""
    inside = cleaned(document.markdown)
    data = page(document, inside).encode("utf-8")
    with placing(place) as temporary:
        durable.write(temporary, data)
        if texts(read(temporary.read_text("utf-8"))) != texts(blocks_of(inside, document.pictures)):
            raise differs(place, said("texten är inte den som skrevs"))
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
        inside=in_html(_scrolling(with_figures(inside, document.pictures, _figure))),
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


def _figure(figure: Figure, number: int, table: str) -> str:
    """Return a picture as HTML: the drawing in the page itself, and its table to open."""
    svg = cleaned_svg(figure.drawn.svg(), f"bild{number}")
    spoken = f'<svg role="img" aria-label="{_quoted(figure.said)}"'
    title = _quoted(figure.title)
    return (
        f'<figure><div class="wide" role="region" tabindex="0" aria-label="Bild {number}">'
        f"{svg.replace('<svg', spoken, 1)}</div><figcaption>{title}</figcaption>"
        f"<details><summary>Bilden som tabell</summary>{table}</details></figure>"
    )


def _quoted(text: str) -> str:
    return html.escape(text).replace("\n", "&#10;")


def _escaped(text: str) -> str:
    return html.escape(reveal(text))


def read(page: str) -> tuple[Block, ...]:
    """Return the blocks of a page; its pictures are their titles and their tables."""
    found = _MAIN.search(page)
    if not found:
        return ()
    reader = _Page(())
    reader.feed(found[1])
    reader.close()
    return tuple(reader.blocks)


class _Page(Reader):
    """Reads a page of ours: its pictures are their titles and their tables."""

    _aside: list[Run]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Put aside what a picture stands within."""
        if tag == "figure":
            self._aside, self._runs = self._runs, []
        super().handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """Read a title; what opens a table is no text of the report."""
        if tag in ("figcaption", "summary"):
            runs = self._take()
            self.blocks += [Paragraph(runs)] if tag == "figcaption" else []
        if tag == "figure":
            self._runs = self._aside
        super().handle_endtag(tag)

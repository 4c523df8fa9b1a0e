"""The pages of the help as they lie in resources/help, in the order of the work."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from nvworkshop.model.text import fold
from nvworkshop.places import RESOURCES, SCREENS
from nvworkshop.session.rows import words_of
from ui.help.keys_page import commands_in_markdown

FOLDER = RESOURCES / "help"
ORDER = (
    "start", "walk_workshop", "walk_merge", "walk_followup",
    "workshop", "recorder", "room", "plan", "editor", "incoming", "coverage", "merge",
    "joining", "overall", "own_plan", "anchoring", "followup", "indicators",
    "assignments",
    "reports", "backups", "privacy", "search",
    "keys",
)  # fmt: skip
KEYS = "keys"
"""The page of all keys, whose tables are made from the commands."""

_PICTURES = "../../docs/screens/"
"""Where the pictures lie, as a page writes it: the same pages are read in the repository."""

_TITLE = re.compile(r"\A# (.+)\n")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_MARKUP = re.compile(r"[*`|#]+|-{3,}")


@dataclass(frozen=True)
class Page:
    """One page: its id (the name of its file), its title and all of it as Markdown."""

    id: str
    title: str
    markdown: str

    @cached_property
    def found_by(self) -> str:
        """All of the page folded, without what only marks up."""
        return fold(_MARKUP.sub(" ", _LINK.sub(r"\1", self.markdown)))


def read_pages(folder: Path = FOLDER) -> tuple[Page, ...]:
    """Read all pages, in their order."""
    return tuple(_read(folder, one) for one in ORDER)


def page_of_link(link: str) -> str:
    """Return the page that a link on a page leads to, "" when it leads out of the help."""
    name = link.removesuffix(".md")
    return name if name in ORDER else ""


def picture_of(link: str) -> Path | None:
    """Return the file of a picture on a page; None when it is none of the help's, or missing."""
    name = link.removeprefix(_PICTURES)
    place = SCREENS / name
    known = link.startswith(_PICTURES) and name == place.name and place.suffix == ".png"
    return place if known and place.is_file() else None


def having(pages: Iterable[Page], text: str) -> Sequence[Page]:
    """Return the pages that have all the words typed, those with one in their title first."""
    words = words_of(text)
    found = [one for one in pages if all(word in one.found_by for word in words)]
    return sorted(found, key=lambda one: not any(word in fold(one.title) for word in words))


def _read(folder: Path, page: str) -> Page:
    text = (folder / f"{page}.md").read_text("utf-8")
    title = _TITLE.match(text)
    if page == KEYS:
        text = f"{text}\n{commands_in_markdown()}"
    return Page(page, title[1] if title else page, text)

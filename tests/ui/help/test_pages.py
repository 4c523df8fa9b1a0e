from __future__ import annotations

import re
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from nvworkshop.places import ROOT, SCREENS
from ui.actions import COMMANDS
from ui.help.html import html_of
from ui.help.pages import FOLDER, ORDER, Page, having, page_of_link, picture_of, read_pages
from ui.screenshots.chosen import CHOSEN, MOST

_LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)]*)\)")
_PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]*)\)")


@pytest.fixture
def pages(qtbot: QtBot) -> dict[str, Page]:
    return {one.id: one for one in read_pages()}


def test_every_file_is_a_page_in_its_place() -> None:
    assert sorted(one.stem for one in FOLDER.glob("*")) == sorted(ORDER)


def test_every_page_has_a_title_and_says_what_it_is_for(pages: dict[str, Page]) -> None:
    for page in pages.values():
        heading, _, about = page.markdown.split("\n\n")[0:1][0].partition("\n")
        assert heading == f"# {page.title}"
        assert not about
        assert page.markdown.split("\n\n")[1].count(".") >= 2, page.id


def test_no_link_is_broken(pages: dict[str, Page]) -> None:
    links = {link for page in pages.values() for link in _LINK.findall(page.markdown)}
    assert links
    assert all(page_of_link(link) in pages for link in links)


def test_every_picture_is_there_with_words_and_is_shown(pages: dict[str, Page]) -> None:
    pictures = [one for page in pages.values() for one in _PICTURE.findall(page.markdown)]
    assert {Path(link).stem for _, link in pictures} == set(CHOSEN)
    for words, link in pictures:
        assert picture_of(link)
        assert html_of(f"![{words}]({link})").count(words) == 2


@pytest.mark.parametrize("link", ["../../docs/screens/gone.png", "../../docs/it.md", "/etc/x.png"])
def test_other_pictures_are_left_out(link: str) -> None:
    assert picture_of(link) is None
    assert html_of(f"Före.\n\n![ord]({link})\n\nEfter.") == "<p>Före.</p>\n\n<p>Efter.</p>"


def test_the_pictures_are_small() -> None:
    sizes = [place.stat().st_size for place in SCREENS.glob("*.png")]
    assert len(sizes) == len(CHOSEN)
    assert max(sizes) <= MOST


@pytest.mark.parametrize("link", ["https://nya.example/", "file:///etc/passwd", "", "../x.md"])
def test_a_link_out_of_the_help_leads_nowhere(link: str) -> None:
    assert page_of_link(link) == ""


def test_the_handbook_leads_to_every_page() -> None:
    handbook = (ROOT / "docs" / "handbok.md").read_text("utf-8")
    assert all(f"../resources/help/{page}.md" in handbook for page in ORDER)


def test_the_page_of_keys_has_every_command_with_keys(pages: dict[str, Page]) -> None:
    rows = pages["keys"].markdown
    for command in COMMANDS:
        for keys in command.keys:
            assert f"`{keys}`" in rows, command.id


@pytest.mark.parametrize(
    ("typed", "first"),
    [("täckning", "coverage"), ("KONFLIKT", "merge"), ("ångra söka", "keys"), ("tackning", "")],
)
def test_all_the_words_are_on_the_page_and_titles_come_first(
    pages: dict[str, Page], typed: str, first: str
) -> None:
    found = having(pages.values(), typed)
    assert (found[0].id if found else "") == first


def test_nothing_typed_finds_every_page(pages: dict[str, Page]) -> None:
    assert [one.id for one in having(pages.values(), "  ")] == list(ORDER)


def test_html_in_a_page_is_shown_and_not_obeyed() -> None:
    made = html_of("Hej <b>du</b>\n\n<script>x</script>\n\n| a | b |\n|---|---|\n| 1 | 2 |")
    assert "&lt;b&gt;" in made
    assert "&lt;script&gt;" in made
    assert "<td>1</td>" in made


def test_every_list_is_drawn_as_one(pages: dict[str, Page]) -> None:
    paragraphs = re.findall(
        r"<p>.*?</p>", "".join(html_of(one.markdown) for one in pages.values()), re.DOTALL
    )
    assert not [one for one in paragraphs if "\n- " in one]

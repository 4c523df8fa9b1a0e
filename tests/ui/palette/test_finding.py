from __future__ import annotations

import pytest

from nvworkshop.model.text import fold
from ui.palette.finding import Asked, Found, Rank, find, rank_of, title_key

TITLES = ("Utbilda i SIP", "SIP före hemgång", "Gör Sipavtal", "Ta gossip på allvar")


def _find(typed: str, most: int = 9, titles: tuple[str, ...] = TITLES) -> Found[str]:
    return find(titles, Asked.typed(typed), most, found_by=fold, key=title_key)


def test_titles_that_begin_come_before_words_that_begin_before_the_rest() -> None:
    assert _find("sip").best == (
        "SIP före hemgång",
        "Utbilda i SIP",
        "Gör Sipavtal",
        "Ta gossip på allvar",
    )


def test_the_best_are_shown_and_all_are_counted() -> None:
    found = _find("sip", most=2)
    assert found == Found(("SIP före hemgång", "Utbilda i SIP"), 4, Rank.TITLE_STARTS)


def test_nothing_typed_finds_everything_in_its_order() -> None:
    assert _find("  ").best == TITLES


def test_nothing_found_is_nothing() -> None:
    assert _find("blockflöjt " * 1_000) == Found((), 0, Rank.ELSEWHERE)


@pytest.mark.parametrize(
    ("typed", "title", "rank"),
    [
        ("halsa", "Hälsa i skolan", None),
        ("hälsa", "HÄLSA i skolan", Rank.TITLE_STARTS),
        ("a", "Åldras hemma", Rank.IN_TITLE),
        ("å", "Åldras hemma", Rank.TITLE_STARTS),
        ("vad ar", "”Vad är viktigt?”", None),
        ("vad är", "”Vad är viktigt?”", Rank.TITLE_STARTS),
        ("viktigt vad", "”Vad är viktigt?”", Rank.WORD_STARTS),
        ("(sip)", "Utbilda (SIP)", Rank.ELSEWHERE),
        ("e\u0301", "Café", Rank.IN_TITLE),
    ],
)
def test_letters_are_compared_as_swedes_do(typed: str, title: str, rank: Rank | None) -> None:
    found = _find(typed, titles=(title,))
    assert (found.rank if found.total else None) == rank


def test_words_outside_the_title_come_last() -> None:
    asked = Asked.typed("piteå")
    assert rank_of(asked, title_key("Mobilt team")) is Rank.ELSEWHERE

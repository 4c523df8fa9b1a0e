from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nvworkshop.followup.drafting import State, added_to, drafted

TOLD = State(
    "a", "Mobilt team", "Pågår", "ongoing", "2026-11-17", "Kör i två kommuner", "Färre resor", ""
)
STATES = [TOLD, State("b", "SIP före hemgång", "Ej påbörjad")]


def test_a_draft_tells_the_latest_of_each_action() -> None:
    assert drafted(STATES) == [
        "Mobilt team – pågår. Uppföljning 2026-11-17: Kör i två kommuner. Effekt: Färre resor.",
        "SIP före hemgång – ej påbörjad. Inte följd upp än.",
    ]


def test_nothing_is_written_twice() -> None:
    once = added_to("", drafted(STATES))
    assert added_to(once, drafted(STATES)) == once


@given(st.text(max_size=200), st.lists(st.text(max_size=40), max_size=4))
def test_what_is_written_is_never_touched(text: str, paragraphs: list[str]) -> None:
    assert added_to(text, paragraphs).startswith(text)

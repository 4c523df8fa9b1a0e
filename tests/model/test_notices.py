from __future__ import annotations

import pytest

from nvworkshop.model.kinds import ACTION
from nvworkshop.model.notices import notices


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("radbrytning\x00här", "Mål"),
        ("Fyra tillfällen 2027", ""),
        (12, ""),
    ],
)
def test_a_text_is_remarked_on(raw: object, words: str) -> None:
    field = ACTION.field("goal")
    assert field
    told = " ".join(notices(field, raw))
    assert (words in told) if words else told == ""


def test_choices_and_dates_are_not_texts() -> None:
    field = ACTION.field("end")
    assert field
    assert notices(field, "19121212-1212") == []

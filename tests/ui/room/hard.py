"""Pictures that are hard to draw: long, many, empty, odd."""

from __future__ import annotations

from dataclasses import replace

from nvworkshop.workshop.content import (
    Body,
    Card,
    Cards,
    FollowUp,
    Matrix,
    Point,
    Promise,
    Question,
    Rated,
    Ratings,
    ReadBack,
    RoomContent,
    Statement,
)
from nvworkshop.workshop.coverage import Coverage
from ui.screenshots.room_screens import PICTURES

WORD = "Primärvårdssamverkansöverenskommelse"
SIXTY = " ".join([WORD, "för", "alla", "i", "glesbygd"] * 12)
ENDLESS = "å" * 20_000
ODD = "<b>fet</b> &amp; 😀 \u202e bakåt\noch en rad till"

_ASKED = RoomContent("Öppnare vårdformer", "Vad gör vi?", item="R4", step=3, steps=9)


def _cards(*texts: str, votes: int = 3) -> Cards:
    return Cards(tuple(Card(len(texts) - n, one, votes, n == 0) for n, one in enumerate(texts)))


def _promises(count: int, text: str) -> ReadBack:
    return ReadBack(
        tuple(Promise(n, text, WORD if n % 2 else "", text, WORD) for n in range(count)), WORD
    )


_BODIES: dict[str, Body] = {
    "word": _cards(WORD),
    "sixty": _cards(*[SIXTY] * 9),
    "thousand": _cards(*[f"Förslag om vård nära hemmet {n}" for n in range(1_000)]),
    "thousand-long": _cards(*[SIXTY] * 1_000),
    "endless": _cards(ENDLESS, "kort"),
    "odd": _cards(ODD, "", " ", votes=100_000),
    "no-number": Cards((Card(0, "utan nummer"),)),
    "empty": Cards(),
    "statement-long": Statement((SIXTY,) * 30, SIXTY),
    "statement-endless": Statement((ENDLESS,), ENDLESS),
    "ratings-long": Ratings(
        tuple(Rated(SIXTY, f"R{n}", (9_999, 0, 0, 0, 9_999), (0, 0, 2, 1, 0)) for n in range(30)),
        "R2",
        (SIXTY,) * 5,
    ),
    "ratings-none": Ratings(),
    "ratings-unknown": Ratings((Rated("Okänd", "X"),), "Y", ("ett",)),
    "matrix-thousand": Matrix(
        tuple(Point(n, SIXTY, n % 7, n % 9) for n in range(1_000)), _cards(*[SIXTY] * 40).cards
    ),
    "matrix-waiting": Matrix((), _cards(WORD, ODD).cards),
    "matrix-empty": Matrix(),
    "read-back-thousand": _promises(1_000, SIXTY),
    "read-back-words": _promises(3, WORD),
    "read-back-endless": _promises(2, ENDLESS),
    "read-back-empty": ReadBack(),
    "coverage-empty": Coverage(),
    "follow-up-long": FollowUp(
        1_000,
        SIXTY,
        (("Mål", SIXTY), ("Klart", WORD), ("Ansvarig", SIXTY), ("Förra gången", ENDLESS)),
        (*(Question(SIXTY, SIXTY) for _ in range(5)), Question(SIXTY, ENDLESS, asked=True)) * 2,
        late=True,
        place=1_000,
        of=1_000,
    ),
    "follow-up-odd": FollowUp(0, ODD, ((ODD, ODD),), (Question(ODD, ODD),), "okänd", of=1),
    "follow-up-empty": FollowUp(0, ""),
}

HARD = {
    **PICTURES,
    **{name: replace(_ASKED, body=body) for name, body in _BODIES.items()},
    "question-long": replace(_ASKED, question=SIXTY * 3, heading=SIXTY, body=_cards("kort")),
    "question-endless": replace(_ASKED, question=ENDLESS, heading=ENDLESS, body=_cards("kort")),
    "question-silent": replace(_ASKED, question=SIXTY * 3, silent=True),
    "nothing": RoomContent("", ""),
}

"""The room's picture in each kind of step, made of plain values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from types import MappingProxyType

from PySide6.QtWidgets import QWidget

from nvworkshop.workshop.content import (
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
from nvworkshop.workshop.coverage import Cell, Coverage
from nvworkshop.workshop.tallies import NOBODY
from ui.room.window import RoomWindow
from ui.screenshots.scene import Scene

_TEXTS = (
    "Gemensam rutin för SIP vid utskrivning",
    "Fast vårdkontakt utses vid första hembesöket",
    "”Vad är viktigt för dig?” som första fråga i alla vårdplaneringar",
    "Utbildning i personcentrerat arbetssätt, blandade grupper",
    "Medborgarkafé i varje kommun, digitalt där avstånden är långa",
)
_SHIFTS = (
    ("R1", "Hälsofrämjande"),
    ("R2", "Personcentrering"),
    ("R3", "Gemensam primärvård"),
    ("R4", "Öppnare vårdformer"),
)
_PREREQUISITES = (
    ("F1", "Stärkt samverkan"),
    ("F2", "Modigt ledarskap"),
    ("F3", "Attraktiv och hållbar arbetsmiljö"),
    ("F4", "Bästa tillgängliga kunskap"),
)
_LEVELS = (
    "Inte börjat: Vi talar om det, men vi arbetar som förut.",
    "Enstaka försök: Någon enhet prövar. Det hänger på enskilda medarbetare.",
    "På väg: Flera verksamheter arbetar så här, men inte alla och inte varje gång.",
    "Vanligt arbetssätt: De flesta arbetar så här i vardagen.",
    "Självklart: Vi arbetar så här överallt, och de vi är till för märker det.",
)
_LINES = (
    "Jag kan mitt liv bäst. Jag är med och bestämmer, och det jag själv klarar räknas.",
    "Jag vet att jag får vägledning och hjälp när jag behöver den.",
    "Jag är en helhet och möter människor som känner mig.",
    "Jag får hjälp där det fungerar bäst för mig: hemma, på orten eller på skärmen.",
)
_WHO = ("Region Norrbotten", "Kalix kommun", "Övertorneå kommun", "")
_WHEN = ("våren 2027", "v. 40", "2027-09-14", "Q3 2027", "")
_ASKED = RoomContent(
    "Ökad personcentrering och delaktighet",
    "Vad gör vi tillsammans det närmaste året så att personen blir en självklar partner?",
    item="R2",
    step=5,
    steps=9,
    people=18,
)


def cards(count: int) -> Cards:
    """Return so many ideas, the newest first."""
    made = [
        Card(n, _TEXTS[n % 5], n * 7 % 11, n == count, 12 if n % 4 == 1 else None)
        for n in range(count, 0, -1)
    ]
    return Cards(tuple(made))


def matrix(count: int) -> Matrix:
    """Return so many ideas in the matrix, and two that wait."""
    places = ((5, 2), (4, 2), (4, 4), (2, 2), (5, 1), (3, 5))
    points = [Point(n, _TEXTS[n % 5], *places[n % 6]) for n in range(1, count + 1)]
    waiting = (Card(count + 1, _TEXTS[0]), Card(count + 2, _TEXTS[2]))
    return Matrix(tuple(points), waiting)


def read_back(count: int) -> ReadBack:
    """Return so many promises; some lack who, some when."""
    made = [
        Promise(
            n,
            _TEXTS[n % 5],
            _WHO[n % 4],
            "enhetschef hemsjukvård" if n % 3 else "",
            _WHEN[n % 5],
            _SHIFTS[n % 4][0],
        )
        for n in range(1, count + 1)
    ]
    return ReadBack(tuple(made), "14 september 2027")


def ratings(current: str) -> Ratings:
    """Return the self-rating with one item asked about; none for ""."""
    counts = {"R1": (0, 3, 4, 2, 0), "R2": (1, 5, 6, 3, 0), "F1": (0, 0, 2, 8, 4)}
    before = {"R1": (2, 4, 2, 0, 0), "R2": (5, 8, 2, 0, 0), "R4": (2, 4, 4, 0, 0)}
    items = tuple(
        Rated(label, item, counts.get(item, NOBODY), before.get(item, NOBODY), "2026-11-12")
        for item, label in (*_SHIFTS, *_PREREQUISITES)
    )
    return Ratings(items, current, _LEVELS if current else ())


def follow_up() -> FollowUp:
    """Return an action that is followed up, half answered."""
    return FollowUp(
        7,
        _TEXTS[1],
        (
            ("Mål", "Ingen ska behöva berätta samma sak två gånger."),
            ("Klart", "våren 2027"),
            ("Ansvarig", "Kalix kommun, enhetschef hemsjukvård"),
            ("Indikator", "Andel med fast vårdkontakt: 10 % → 40 %"),
            ("Förra gången", "12 november, Pågår. Två av fyra enheter är med"),
        ),
        (
            Question("Gjort som planerat?", "Delvis"),
            Question("Vad har hänt?", "Tre av fyra enheter utser kontakt vid första besöket."),
            Question("Vilken effekt märks?", asked=True),
            Question("Stämmer det fortfarande?"),
            Question("Fortsätta, ändra, sluta?"),
            Question("Vilken status har den nu?", "Pågår"),
            Question("Vad är nästa steg?"),
        ),
        "R2",
        late=True,
        place=3,
        of=16,
        left=13,
    )


def coverage() -> Coverage:
    """Return a map with gaps."""
    cells = [
        Cell(shift, row, ("a", "b")[: (n + m) % 3], (("Kalix", 1), ("Regionen", 1))[: (n + m) % 3])
        for n, (row, _) in enumerate(_PREREQUISITES)
        for m, (shift, _) in enumerate(_SHIFTS)
    ]
    said = ("5 rutor saknar åtgärd.", "2 av 17 åtgärder saknar sluttid.")
    return Coverage(_SHIFTS, _PREREQUISITES, tuple(cells), said)


_FOLLOWED = RoomContent(
    "Gå igenom åtgärderna",
    "Blev det som vi tänkte, och vad betydde det för invånaren?",
    step=2,
    steps=5,
    ideas=2,
    people=18,
)

PICTURES: Mapping[str, RoomContent] = MappingProxyType(
    {
        "follow-up": replace(_FOLLOWED, body=follow_up()),
        "cards": replace(_ASKED, body=cards(5), ideas=5),
        "cards-many": replace(_ASKED, body=cards(40), ideas=40),
        "statement": replace(_ASKED, item="", body=Statement(_LINES, _LINES[0])),
        "ratings": replace(_ASKED, item="", body=ratings("R2")),
        "ratings-all": replace(_ASKED, item="", body=ratings("")),
        "matrix": replace(_ASKED, item="", body=matrix(9)),
        "read-back": replace(_ASKED, item="", body=read_back(6)),
        "read-back-many": replace(_ASKED, item="", body=read_back(20)),
        "coverage": replace(_ASKED, item="", body=coverage()),
        "silent": replace(_ASKED, body=cards(5), silent=True),
        "break": RoomContent("Rast", "", Statement(), step=6, steps=9, people=18),
    }
)


def _shown(scene: Scene, name: str) -> QWidget:
    window = RoomWindow(scene.theme, scene.settings)
    window.show_content(PICTURES[name])
    window.show_clock(564, "ok")
    return scene.place(window)


SCREENS: Mapping[str, Callable[[Scene], QWidget]] = MappingProxyType(
    {f"room-{name}": partial(_shown, name=name) for name in PICTURES}
)

"""The places of an open plan, in the order of the work; each new one is a line here."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP

FIRST = "plan"
"""The place that is shown until another is chosen."""

INCOMING = "incoming"
"""Where a list is taken in: an errand of its own, with no button in the top bar."""

OVERALL = "overall"
"""The plan is the county's, not one länsdel's."""

OWN = "own"
"""The plan is a huvudman's own."""

FOLLOWED = "followed"
"""The plan is one that a huvudman can make its own plan of."""


@dataclass(frozen=True, slots=True)
class Place:
    """One place: its id, its name in the top bar, its keys and its icon.

    `needs` is what must hold of the plan for the place to be of use, "" for nothing. `prints` tells
    that what it shows can be printed.
    """

    id: str
    text: str
    keys: str
    icon: str
    needs: str = ""
    prints: bool = False

    @property
    def command(self) -> str:
        """The id of the command that goes there."""
        return f"place.{self.id}"


PLACES = (
    Place("workshop", str(QT_TRANSLATE_NOOP("Actions", "Workshop")), "Ctrl+1", "people"),
    Place(
        "plan",
        str(QT_TRANSLATE_NOOP("Actions", "Handlingsplan")),
        "Ctrl+2",
        "table",
        prints=True,
    ),
    Place("coverage", str(QT_TRANSLATE_NOOP("Actions", "Täckning")), "Ctrl+3", "coverage"),
    Place("merge", str(QT_TRANSLATE_NOOP("Actions", "Slå samman")), "Ctrl+4", "merge"),
    Place(
        "overall",
        str(QT_TRANSLATE_NOOP("Actions", "Övergripande plan")),
        "Ctrl+5",
        "county",
        OVERALL,
    ),
    Place("own_plan", str(QT_TRANSLATE_NOOP("Actions", "Vår del")), "Ctrl+9", "own", OWN),
    Place("anchoring", str(QT_TRANSLATE_NOOP("Actions", "Förankring")), "Ctrl+6", "anchoring"),
    Place("followup", str(QT_TRANSLATE_NOOP("Actions", "Uppföljning")), "Ctrl+7", "followup"),
    Place(
        "reports", str(QT_TRANSLATE_NOOP("Actions", "Rapporter")), "Ctrl+8", "report", prints=True
    ),
)


def prints(place: str) -> bool:
    """Tell whether what a place shows can be printed."""
    return any(one.prints for one in PLACES if one.id == place)


def name_of(place: str) -> str:
    """Return the name of a place, "" when it is not one of these; it is translated as a command."""
    return next((one.text for one in PLACES if one.id == place), "")


def keys_of(place: str) -> str:
    """Return the keys that go to a place, "" when there is none of that name."""
    return next((one.keys for one in PLACES if one.id == place), "")

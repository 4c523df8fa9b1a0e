"""What proposed values are known by, and called."""

from __future__ import annotations

from hashlib import blake2b

from nvworkshop.followup.judging import number_text
from nvworkshop.importing.measure_rows import Measured
from nvworkshop.language import marked, said
from nvworkshop.model.sheets import Spot
from nvworkshop.model.text import fold
from nvworkshop.model.things import Thing

_ID_SIZE = 16
_GENDERS = {"K": marked(", kvinnor"), "M": marked(", män")}


def id_of(*parts: str) -> str:
    """Return the id of a thing that is made of what it is."""
    text = "\0".join(parts).encode("utf-8", "surrogatepass")
    return blake2b(text, digest_size=_ID_SIZE).hexdigest()


def key_of(one: Thing) -> tuple[str, ...]:
    """Return what a measurement is of: two with the same are the same value."""
    gender = one.text("gender") or "T"
    names = ("indicator", "area", "date")
    return (*(one.text(name) for name in names), gender, fold(one.text("source")))


def row_of(spot: Spot) -> Spot:
    """Return the whole row of a cell."""
    return Spot(spot.sheet, spot.row)


def title_of(name: str, one: Measured) -> str:
    """Return what a value is called: where, whose, when and how much, and of which indicator."""
    gender = said(_GENDERS.get(one.gender, ""))
    return f"{one.area.name}{gender} {one.day}: {number_text(one.value)} – {name}"

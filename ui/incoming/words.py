"""The sentences of taking in."""

from __future__ import annotations

from collections.abc import Iterable

from nvworkshop.model.proposals import Proposal, Rejected, Sort
from nvworkshop.model.sheets import Spot, letter
from nvworkshop.model.text import shorten
from ui.incoming.picking import field_name
from ui.words import tr

_SHOWN = 120
TOKENS = {
    Sort.ADDED: "ok",
    Sort.CHANGED: "primary",
    Sort.REMOVED: "danger",
    Sort.CONFLICT: "danger",
}
"""The colour of each sort's word."""


def sort_word(sort: Sort) -> str:
    """Return what a proposal is, in a word."""
    return {
        Sort.ADDED: tr("Ny"),
        Sort.CHANGED: tr("Ändrad"),
        Sort.REMOVED: tr("Borttagen?"),
        Sort.CONFLICT: tr("I konflikt"),
    }[sort]


def sort_heading(sort: Sort) -> str:
    """Return what many proposals of a sort are called."""
    return {
        Sort.ADDED: tr("Nya"),
        Sort.CHANGED: tr("Ändrade"),
        Sort.REMOVED: tr("Borttagna?"),
        Sort.CONFLICT: tr("I konflikt"),
    }[sort]


def counted(rows: int) -> str:
    """Return "1 rad" or "34 rader"."""
    return tr("1 rad") if rows == 1 else tr("{n} rader").format(n=grouped(rows))


def grouped(number: int) -> str:
    """Return "5 000"."""
    return f"{number:,}".replace(",", "\u00a0")


def taking(rows: int) -> str:
    """Return what the button says."""
    return tr("Hämta in {rows}").format(rows=counted(rows)) if rows else tr("Hämta in")


def taken(rows: int, file: str) -> str:
    """Return the sentence about what was done."""
    text = tr("1 rad ur {file} är hämtad.") if rows == 1 else tr("{rows} ur {file} är hämtade.")
    return text.format(rows=counted(rows), file=file)


def spot_text(spot: Spot) -> str:
    """Return where something stands: "Blad1, rad 7, kolumn D"."""
    parts = [spot.sheet] if spot.sheet else []
    parts += [tr("rad {n}").format(n=spot.row)] if spot.row else []
    parts += [tr("kolumn {letter}").format(letter=letter(spot.column))] if spot.column else []
    return ", ".join(parts)


def row_text(one: Proposal) -> str:
    """Return the line under a row's title: where it stands, what to think of, what it has.

    A measured value is told whole by its title.
    """
    whole = one.kind == "measurement"
    names = [field_name(one, each) for each in one.fields if each.name != "title" and not whole]
    said = (spot_text(Spot("", one.spot.row)), one.why, ", ".join(names))
    return " · ".join(part for part in said if part)


def rejected_text(one: Rejected) -> str:
    """Return where a cell stands and what it says."""
    value = f"”{shorten(one.value, _SHOWN)}”" if one.value else ""
    place = " · ".join(part for part in (spot_text(one.spot), one.label) if part)
    return f"{place}: {value}" if value else place


def as_text(rejected: Iterable[Rejected]) -> str:
    """Return all that could not be read, to paste in a mail or a sheet: tabs between."""
    lines = [tr("Blad\tRad\tKolumn\tRubrik\tVärde\tVarför")]
    for one in rejected:
        spot = one.spot
        cells = (
            spot.sheet,
            str(spot.row or ""),
            letter(spot.column),
            one.label,
            " ".join(one.value.split()),
            one.reason,
        )
        lines.append("\t".join(cells))
    return "\n".join(lines) + "\n"

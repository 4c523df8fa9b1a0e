"""The command that reads a workbook or a text table into a plan."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from nvworkshop.cli.command import PATH, command
from nvworkshop.cli.editing import editing, file_argument, personal_option
from nvworkshop.cli.output import (
    as_json_option,
    counted,
    needs_person,
    plain,
    print_json,
    say,
    show,
)
from nvworkshop.cli.showing import viewing
from nvworkshop.errors import InputError
from nvworkshop.language import marked, said

if TYPE_CHECKING:
    from nvworkshop.model.proposals import Ask, FieldProposal, Proposal, Proposals, Rejected
    from nvworkshop.model.sheets import Spot
    from nvworkshop.session.view import PlanView

_SHOWN = 60
"""Characters of a value on a line."""

_SORTS = {
    "added": marked("Ny"),
    "changed": marked("Ändrad"),
    "removed": marked("Borta"),
    "conflict": marked("Konflikt"),
}


@command("import")
@file_argument
@click.argument("source", type=PATH, metavar=marked("KÄLLA"))
@click.option("--dry-run", is_flag=True, help=marked("Visa vad som skulle hända, ändra inget."))
@click.option(
    "--take-conflicts",
    "conflict",
    is_flag=True,
    help=marked("Låt filens värde gälla vid konflikt."),
)
@click.option(
    "--take-removals", "removed", is_flag=True, help=marked("Ta bort det som saknas i filen.")
)
@click.option(
    "--take-unsure", "unsure", is_flag=True, help=marked("Ta också med det som är osäkert.")
)
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar=marked("RUBRIK=FÄLT"),
    help=marked("Vad en kolumn med annan rubrik är; kan anges flera gånger."),
)
@personal_option
@as_json_option
def import_(
    file: Path,
    source: Path,
    dry_run: bool,
    columns: tuple[str, ...],
    personal: bool,
    as_json: bool,
    **take: bool,
) -> None:
    """Hämta in en ändrad arbetsbok ur planen, en egen lista eller mätvärden (Excel, CSV).

    Mätvärden känns igen på sina rubriker, till exempel i en export ur Kolada.

    Nya rader och ändrade celler tas med. Konflikter (planen har ändrats sedan filen gjordes), det
    som saknas i filen och det som är osäkert visas, men tas bara med när du ber om det.
    """
    from nvworkshop.session.incoming import apply, propose

    renamed = _renamed(columns)
    if dry_run:
        with viewing(file, newer=False) as view:
            found = propose(view, source, renamed=renamed)
            _tell(view, found, set(), as_json=as_json, dry_run=True)
            _end(found, _chosen(found, take))
        say(said("Det här var ett prov: inget är ändrat."))
        return
    with editing(file, personal=personal) as session:
        found = propose(session, source, renamed=renamed)
        chosen = _chosen(found, take)
        outcome = apply(session, found, chosen)
        told = session.strategy, outcome.notes
        _tell(session, found, chosen, as_json=as_json)
    say(*told[1])
    _end(found, chosen)


def _renamed(columns: tuple[str, ...]) -> dict[str, str]:
    """Split HEADING=FIELD arguments; a heading may have an equals sign of its own."""
    from nvworkshop.importing.layout import label_of

    found = {}
    for text in columns:
        heading, equals, name = text.rpartition("=")
        if not equals or not label_of(name.strip()):
            raise InputError(
                said("”{text}” säger inte vilket fält kolumnen är.").format(text=text[:40]),
                hint=said('Skriv RUBRIK=FÄLT, till exempel "När=end" eller "När=Klart".'),
            )
        found[heading] = name.strip()
    return found


def _chosen(found: Proposals, take: dict[str, bool]) -> set[str]:
    """Return the keys of what is taken: what is ticked, and what was asked for."""
    return {
        one.key
        for one in found.proposals
        if one.ticked or take.get(one.sort.value) or (take["unsure"] and _is_unsure(one))
    }


def _is_unsure(one: Proposal) -> bool:
    return not one.ticked and one.sort.value in ("added", "changed")


def _end(found: Proposals, chosen: set[str]) -> None:
    """Say that somebody has to look, when something was left."""
    if found.rejected or found.asks or any(one.key not in chosen for one in found.proposals):
        needs_person()


def _tell(
    view: PlanView, found: Proposals, chosen: set[str], *, as_json: bool, dry_run: bool = False
) -> None:
    if as_json:
        print_json({**_as_json(view, found, chosen), "dry_run": dry_run})
        return
    say(*found.notes)
    for one in found.proposals:
        _show(view, one, taken=one.key in chosen or (dry_run and one.ticked))
    for bad in found.rejected:
        what = f"{bad.label} ”{bad.value}”" if bad.label else f"”{bad.value}”"
        say(
            said("{place}: {what} togs inte med. {reason}").format(
                place=_place(bad.spot), what=what, reason=bad.reason
            )
        )
    for ask in found.asks:
        say(_asking(ask))
    taken = sum(one.key in chosen for one in found.proposals)
    spoken = said("{number} förslag, {taken} inlästa").format(
        number=len(found.proposals), taken=taken
    )
    show(
        said("{said}, {counted} oförändrade: {file}").format(
            said=spoken,
            counted=counted(found.unchanged, said("rad"), said("rader")),
            file=found.file,
        )
    )


def _show(view: PlanView, one: Proposal, *, taken: bool) -> None:
    from nvworkshop.model.text import shorten

    mark = "+" if taken else "–"
    sort, title = said(_SORTS[one.sort.value]), shorten(one.title, _SHOWN)
    show(f"{mark} {sort}: ”{title}” ({_place(one.spot)})")
    if one.why:
        show(f"    {one.why}")
    if one.sort.value == "added":
        return
    for spoken in one.fields:
        label, now, proposed, base = _texts(view, one, spoken)
        was = (
            said(" (när filen gjordes: ”{base}”)").format(base=base)
            if one.sort.value == "conflict"
            else ""
        )
        show(f"    {said(label)}: ”{now}” → ”{proposed}”{was}")


def _texts(view: PlanView, one: Proposal, spoken: FieldProposal) -> tuple[str, str, str, str]:
    from nvworkshop.model.kinds import KINDS
    from nvworkshop.model.text import shorten

    declared = KINDS[one.kind].field(spoken.name)
    label = declared.sv if declared else spoken.name
    values = (spoken.now, spoken.proposed, spoken.base)
    texts = (view.readable(one.kind, spoken.name, data) for data in values)
    now, proposed, base = (shorten(text, _SHOWN) for text in texts)
    return label, now, proposed, base


def _place(spot: Spot) -> str:
    parts = [
        said("bladet {sheet}").format(sheet=spot.sheet) if spot.sheet else "",
        said("rad {row}").format(row=spot.row) if spot.row else "",
    ]
    return ", ".join(part for part in parts if part) or said("filen")


def _asking(ask: Ask) -> str:
    from nvworkshop.importing.layout import heading_of

    heading = heading_of(ask.field)
    return said(
        "{place}: kolumnen ”{label}” lästes inte. Är den ”{heading}”? Läs då in med "
        '--column "{label}={field}".'
    ).format(place=_place(ask.spot), label=ask.label, heading=heading, field=ask.field)


def _as_json(view: PlanView, found: Proposals, chosen: set[str]) -> dict[str, Any]:
    return {
        "file": found.file,
        "proposals": [_proposal_json(view, one, one.key in chosen) for one in found.proposals],
        "rejected": [_rejected_json(one) for one in found.rejected],
        "asks": [{**_spot_json(a.spot), "label": a.label, "field": a.field} for a in found.asks],
        "notes": list(found.notes),
        "unchanged": found.unchanged,
        "taken": sum(one.key in chosen for one in found.proposals),
    }


def _proposal_json(view: PlanView, one: Proposal, taken: bool) -> dict[str, Any]:
    return {
        "sort": one.sort.value,
        "kind": one.kind,
        "id": one.entity,
        "title": one.title,
        "fields": [
            {
                "field": spoken.name,
                "label": _texts(view, one, spoken)[0],
                "now": plain(spoken.now),
                "proposed": plain(spoken.proposed),
                "base": plain(spoken.base),
            }
            for spoken in one.fields
        ],
        **_spot_json(one.spot),
        "ticked": one.ticked,
        "taken": taken,
        "why": one.why,
    }


def _rejected_json(one: Rejected) -> dict[str, Any]:
    spoken = {"label": one.label, "value": one.value, "reason": one.reason}
    return {**_spot_json(one.spot), **spoken}


def _spot_json(spot: Spot) -> dict[str, Any]:
    return {"sheet": spot.sheet, "row": spot.row, "column": spot.column}


COMMANDS = (import_,)

"""The commands of a huvudman's own plan: make it, see what there is to do, let out a share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from nvworkshop.cli.command import PATH, command
from nvworkshop.cli.editing import file_argument
from nvworkshop.cli.output import as_json_option, counted, print_json, say, show
from nvworkshop.cli.showing import viewing
from nvworkshop.errors import InputError
from nvworkshop.language import marked, said
from nvworkshop.model.text import shorten

if TYPE_CHECKING:
    from nvworkshop.session.own_plan import Errand
    from nvworkshop.session.own_sharing import Sharing
    from nvworkshop.session.view import PlanView

_TITLE = 80


@command()
@file_argument
@click.option(
    "--principal",
    default="",
    metavar=marked("ID"),
    help=marked("Huvudmannen som ska få en egen plan."),
)
@click.option(
    "--out", type=PATH, default=None, metavar=marked("UT"), help=marked("Den egna planens fil.")
)
@as_json_option
def own(file: Path, principal: str, out: Path | None, as_json: bool) -> None:
    """Gör en huvudmans egen plan ur en annan plan, eller visa vad en egen plan har att göra.

    Med --principal och --out görs en ny plan. Utan dem visas den egna planen FIL: åtgärderna i den
    övergripande planen, de egna raderna under var och en, och de som saknar egen rad.
    """
    if bool(principal) != (out is not None):
        raise InputError(said("Ange både --principal och --out, eller ingen av dem."))
    with viewing(file, newer=False) as view:
        if out is not None:
            _make(view, principal, (file, out), as_json=as_json)
        else:
            _show(view, as_json=as_json)


def _make(view: PlanView, principal: str, files: tuple[Path, Path], *, as_json: bool) -> None:
    from nvworkshop.session.own_plan import create_own, errands

    source, out = files
    session = create_own(view, principal, out, source=source)
    try:
        given = errands(session)
        if as_json:
            print_json({"file": str(out), "plan": session.store.plan, "errands": len(given)})
        number = counted(len(given), said("åtgärd"), said("åtgärder"))
        say(
            said("Skapade {name}: {number} att göra egna rader till.").format(
                name=out.name, number=number
            )
        )
    finally:
        session.close()


def _show(view: PlanView, *, as_json: bool) -> None:
    from nvworkshop.session.own_plan import errands

    found = errands(view)
    if as_json:
        print_json([_as_json(one) for one in found])
        return
    for one in found:
        for line in _lines(view, one):
            show(line)
    bare = sum(one.is_white_spot for one in found)
    say(
        said("{counted} utan egen rad.").format(
            counted=counted(bare, said("åtgärd"), said("åtgärder"))
        )
        if bare
        else said("Alla har en egen rad.")
    )


def _lines(view: PlanView, one: Errand) -> Iterator[str]:
    if one.thing is None:
        yield said("Egna rader som inte är del av någon åtgärd")
    else:
        role = (
            said("ansvarar")
            if one.leads
            else said("medverkar")
            if one.helps
            else said("berörs inte längre")
        )
        spoken = ", ".join(
            filter(None, (role, one.where, said("ingår i en gemensam") * one.joined))
        )
        yield f"{one.thing.id[:8]}  {shorten(one.thing.text('title'), _TITLE)}  ({spoken})"
    for row in one.rows:
        status = view.readable("action", "status", row["status"])
        shared = said("delas") if row["shared"] is True else said("delas inte")
        about = ", ".join(filter(None, (status, shared)))
        yield f"    {row.id[:8]}  {shorten(row.text('title'), _TITLE)}  ({about})"
    if one.is_white_spot:
        yield said("    – ingen egen rad")


def _as_json(one: Errand) -> dict[str, object]:
    return {
        "id": one.thing.id if one.thing else None,
        "kind": one.thing.kind if one.thing else None,
        "title": one.thing.text("title") if one.thing else None,
        "responsible": one.leads,
        "contributing": one.helps,
        "gathered": one.joined,
        "own_rows": [row.id for row in one.rows],
    }


@command()
@file_argument
@click.option(
    "--out", type=PATH, default=None, metavar=marked("UT"), help=marked("Filen som ska lämnas.")
)
@click.option("--dry-run", is_flag=True, help=marked("Visa bara vad som skulle lämnas."))
@as_json_option
def share(file: Path, out: Path | None, dry_run: bool, as_json: bool) -> None:
    """Lämna till den övergripande planen: det som delas ur en huvudmans egen plan.

    Filen UT har bara raderna som är märkta att delas, utan fälten som hålls inne, och för varje
    åtgärd hur många egna rader som finns och i vilket läge. Planen FIL ändras inte.
    """
    from nvworkshop.session import own_sharing

    if out is None and not dry_run:
        raise InputError(
            said("Ange filen som ska lämnas."), hint=said("--out FIL, eller --dry-run.")
        )
    with viewing(file, newer=False) as view:
        found = own_sharing.sharing_of(view)
        if not as_json:
            for line in own_sharing.told(view, found):
                show(line)
        say(*own_sharing.remarks(found))
        if out is not None and not dry_run:
            own_sharing.share(view, out)
            say(said("Skrev {name}. Din egen plan är som den var.").format(name=out.name))
    if as_json:
        print_json(_sharing_json(found))


def _sharing_json(found: Sharing) -> dict[str, object]:
    return {
        "principal": found.principal,
        "shared": found.shared,
        "counted": found.counted,
        "held_back": list(found.held),
        "withdrawn": len(found.withdrawn),
        "parts": [
            {
                "part_of": one.target,
                "count": len(one.rows),
                "statuses": one.statuses,
                "shared": [row.id for row in one.shared],
            }
            for one in found.parts
        ],
    }


COMMANDS = (own, share)

"""Commands that decide many conflicts at once, or leave one to the länsdel."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from nvworkshop.cli.command import command
from nvworkshop.cli.editing import editing, file_argument
from nvworkshop.cli.output import counted, needs_person, say, show
from nvworkshop.errors import InputError
from nvworkshop.language import marked, said
from nvworkshop.model.text import shorten

if TYPE_CHECKING:
    from nvworkshop.session.conflict_list import OpenConflict


@command("resolve-all")
@file_argument
@click.option(
    "--rule",
    type=click.Choice(["latest", "source", "device"]),
    required=True,
    help=marked("Det senast skrivna, eller det senaste från en plan eller en dator."),
)
@click.option(
    "--name", default="", metavar=marked("NAMN"), help=marked("Planens eller datorns namn.")
)
def resolve_all(file: Path, rule: str, name: str) -> None:
    """Avgör alla konflikter som en regel kan avgöra, i ett steg."""
    from nvworkshop.session.conflict_list import Rule, RuleKind, decisions_by, open_conflicts
    from nvworkshop.session.deciding import decide

    wanted = Rule(RuleKind(rule), name)
    if bool(name) != (wanted.kind is not RuleKind.LATEST):
        raise InputError(
            said("Regeln latest har inget namn, de andra har ett."), hint=said("--name Södra")
        )
    with editing(file) as session:
        found = [one for one in open_conflicts(session) if not one.left]
        decisions = decisions_by(wanted, found)
        if found and not decisions:
            raise _nothing_from(name, found)
        told = [(one, wanted.choice(one)) for one in found]
        outcome = decide(session, decisions)
    for one, side in told:
        if side is not None:
            label = f"{said(one.conflict.label)} – ”{shorten(one.title, 50)}”"
            show(f"{one.conflict.entity[:8]}  {label} = {shorten(side.text, 60) or '–'}")
    say(*outcome.notes)
    left = len(found) - len(decisions)
    settled = counted(len(decisions), said("konflikt avgjord"), said("konflikter avgjorda"))
    say(said("{settled}, {left} kvar.").format(settled=settled, left=left))
    if left:
        needs_person()


def _nothing_from(name: str, found: Iterable[OpenConflict]) -> InputError:
    known = {one for c in found for side in c.sides for one in (side.origin, side.device)}
    return InputError(
        said("Ingen konflikt har något från ”{name}”.").format(name=name),
        hint=", ".join(map(said, known)),
    )


@command()
@file_argument
@click.argument("entity", metavar=marked("ID"))
@click.argument("field", metavar=marked("FÄLT"))
def leave(file: Path, entity: str, field: str) -> None:
    """Lämna en konflikt till länsdelen: den är öppen, men väntar på svar därifrån."""
    from nvworkshop.session.leaving import leave as leave_one
    from nvworkshop.session.review import conflicts_in

    with editing(file) as session:
        _, found = session.subject(entity)
        several = [one for one in conflicts_in(session, found) if one.field == field]
        if not several:
            raise InputError(
                said("Fältet {field} är inte i konflikt.").format(field=shorten(field, 40)),
                hint=said("Se dem med: nvworkshop conflicts {name}").format(name=file.name),
            )
        leave_one(session, several)
    say(
        said("Lämnad till länsdelen: {label}. Den är öppen tills någon där svarar.").format(
            label=said(several[0].label)
        )
    )


COMMANDS = (resolve_all, leave)

"""Commands that show a plan and its strategy: show, search, strategy."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from nvworkshop.cli.command import command
from nvworkshop.cli.editing import file_argument, kind_of
from nvworkshop.cli.output import (
    as_json_option,
    counted,
    lines,
    needs_person,
    print_json,
    say,
    thing_json,
)
from nvworkshop.cli.output import show as print_line
from nvworkshop.language import marked, said, several
from nvworkshop.model.text import shorten

if TYPE_CHECKING:
    from nvworkshop.model.things import Thing
    from nvworkshop.session.view import PlanView


at_option = click.option(
    "--at",
    "point",
    default="",
    metavar=marked("TIDPUNKT"),
    help=marked("Som planen var då; se compare --help."),
)


@contextmanager
def viewing(file: Path, *, newer: bool = True, point: str = "") -> Iterator[PlanView]:
    """Open a plan to read; the file is not touched. With damage the command exits with 1.

    `newer` tells whether a file from a newer program will do. `point` gives the plan as it was at
    that point in time, "" as it is now.
    """
    from nvworkshop.planfile.reading.pool import read_plan
    from nvworkshop.session.files import view_of

    content = read_plan(file, newer=newer)
    if not content.clean:
        needs_person()
    view = view_of(content)
    try:
        say(*content.notes, *view.notes)
        with _at(view, point) if point else nullcontext(view) as then:
            yield then
    finally:
        view.store.close()


@contextmanager
def _at(view: PlanView, point: str) -> Iterator[PlanView]:
    from nvworkshop.session.moments import BY_CLOCK, At, moment_of, view_at

    moment = moment_of(view, point)
    if moment.at is At.TIME:
        say(said(BY_CLOCK))
    with view_at(view, moment) as then:
        yield then


@command()
@file_argument
@click.option(
    "--kind",
    default="",
    metavar=marked("SLAG"),
    help=marked("Visa alla saker av ett slag, till exempel action."),
)
@at_option
@as_json_option
def show(file: Path, kind: str, point: str, as_json: bool) -> None:
    """Visa vad en plan innehåller: antal, eller allt av ett slag med alla fält."""
    from nvworkshop.model.kinds import KINDS

    if kind:
        kind = kind_of(kind, KINDS.values())
    with viewing(file, point=point) as view:
        if not kind:
            _show_counts(view, as_json=as_json)
        elif as_json:
            print_json([thing_json(KINDS[kind], one) for one in view.things(kind)])
        else:
            _show_things(view, kind)


def _show_things(view: PlanView, kind: str) -> None:
    from nvworkshop.model.kinds import KINDS

    things = sorted(view.things(kind), key=_place)
    many = len(view.things("plan")) > 1 and KINDS[kind].field("plan") is not None
    for one in things:
        plan = f"  [{view.readable(kind, 'plan', one['plan'])}]" if many else ""
        print_line(f"{one.id[:8]}  {shorten(view.name(one), 90) or '–'}{plan}")
        for field in KINDS[kind].fields[1:]:
            if field.name != "plan" and one[field.name] is not None:
                text = view.readable(kind, field.name, one[field.name])
                print_line(f"    {said(field.sv)}: {shorten(text, 300)}")
    say(counted(len(things), said(KINDS[kind].sv), several(KINDS[kind].sv_plural)) + ".")


def _place(thing: Thing) -> tuple[str, float]:
    """Sort key: plan by plan, and in each the order people gave."""
    number = thing["number"]
    return thing.text("plan"), number if isinstance(number, int | float) else 0


def _show_counts(view: PlanView, *, as_json: bool) -> None:
    from nvworkshop.model.kinds import KINDS
    from nvworkshop.session.receipt_writing import conflict_count

    counts = {
        kind.plural: len(view.things(kind.name)) for kind in KINDS.values() if not kind.system
    }
    counts |= {"conflicts": conflict_count(view), "changes": view.store.count()}
    plan = view.plan
    if as_json:
        print_json({"plan": view.store.plan, "title": plan["title"] if plan else None, **counts})
        return
    print_line(plan.text("title") if plan else said("Planens namn saknas."))
    names = {kind.plural: (said(kind.sv), several(kind.sv_plural)) for kind in KINDS.values()}
    names |= {
        "conflicts": (said("konflikt"), said("konflikter")),
        "changes": (said("ändring"), said("ändringar")),
    }
    for name, number in counts.items():
        if number:
            print_line("  " + counted(number, *names[name]))


@command()
@file_argument
@click.argument("words", nargs=-1, required=True, metavar=marked("ORD…"))
@as_json_option
def search(file: Path, words: tuple[str, ...], as_json: bool) -> None:
    """Sök i alla texter: det som har ord som börjar så, bäst först."""
    from nvworkshop.model.kinds import KINDS
    from nvworkshop.session.searching import Search

    with viewing(file) as view:
        found = Search(view).find(" ".join(words))
        if as_json:
            print_json([{"kind": kind, "id": entity} for kind, entity in found])
        else:
            lines(
                [
                    (entity[:8], said(KINDS[kind].sv), view.title(kind, entity))
                    for kind, entity in found
                ]
            )


@command()
@click.option(
    "--id",
    "strategy_id",
    default="norrbotten",
    metavar=marked("ID"),
    help=marked("Strategins id; norrbotten om inget anges."),
)
@as_json_option
def strategy(strategy_id: str, as_json: bool) -> None:
    """Visa strategin: målbild, riktningsförändringar, förutsättningar, länsdelar."""
    from nvworkshop.strategy import load_shipped

    found = load_shipped(strategy_id)
    if as_json:
        print_json(found.as_dict())
        return
    print_line(f"{found.name} ({found.id} {found.version})")
    for title, category in (
        (said("Målbild"), "vision"),
        (said("Riktningsförändringar"), "shift"),
        (said("Förutsättningar"), "prerequisite"),
        (said("Länsdelar"), "county_part"),
        (said("Huvudmän"), "principal"),
    ):
        print_line(f"\n{title}")
        lines([(f"  {item_id}", label) for item_id, label in found.options(category)])


COMMANDS = (show, search, strategy)

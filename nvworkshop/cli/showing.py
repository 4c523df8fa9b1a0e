"""Commands that show a plan: show, history, conflicts, duplicates, strategy."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from nvworkshop.cli.editing import file_argument
from nvworkshop.cli.output import (
    NEEDS_PERSON,
    as_json_option,
    counted,
    finish,
    lines,
    plain,
    print_json,
    say,
    shorten,
    thing_json,
)
from nvworkshop.errors import InputError

if TYPE_CHECKING:
    from nvworkshop.model.conflicts import Conflict
    from nvworkshop.session.view import PlanView


@contextmanager
def viewing(file: Path) -> Iterator[PlanView]:
    """Open a plan to read; the file is not touched."""
    from nvworkshop.planfile.reading.pool import read_plan
    from nvworkshop.session.files import view_of

    content = read_plan(file)
    view = view_of(content)
    try:
        say(*content.notes, *view.notes)
        yield view
    finally:
        view.store.close()


@click.command()
@file_argument
@click.option("--kind", default="", help="Visa alla saker av ett slag, till exempel action.")
@as_json_option
def show(file: Path, kind: str, as_json: bool) -> None:
    """Visa vad en plan innehåller: antal, eller allt av ett slag med alla fält."""
    from nvworkshop.model.kinds import KINDS

    if kind and kind not in KINDS:
        raise InputError(f"Det finns inget slag ”{kind}”.", f"Slagen är: {', '.join(KINDS)}.")
    with viewing(file) as view:
        if not kind:
            _show_counts(view, as_json=as_json)
        elif as_json:
            print_json([thing_json(KINDS[kind], one) for one in view.things(kind)])
        else:
            title = KINDS[kind].title_field.name
            lines(
                (one.id[:8], shorten(str(plain(one[title]) or "–"), 90))
                for one in view.things(kind)
            )


def _show_counts(view: PlanView, *, as_json: bool) -> None:
    from nvworkshop.model.kinds import KINDS
    from nvworkshop.session.merge import conflict_count

    counts = {
        kind.plural: len(view.things(kind.name)) for kind in KINDS.values() if not kind.system
    }
    counts |= {"conflicts": conflict_count(view), "changes": view.store.count()}
    plan = view.plan
    if as_json:
        print_json({"plan": view.store.plan, "title": plan["title"] if plan else None, **counts})
        return
    click.echo(plan.text("title") if plan else view.store.plan)
    names = {kind.plural: (kind.sv, kind.sv_plural) for kind in KINDS.values()}
    names |= {"conflicts": ("konflikt", "konflikter"), "changes": ("ändring", "ändringar")}
    for name, number in counts.items():
        if number:
            click.echo("  " + counted(number, *names[name]))


@click.command()
@file_argument
@click.argument("entity", required=False, default="", metavar="[ID]")
@as_json_option
def history(file: Path, entity: str, as_json: bool) -> None:
    """Visa vem som ändrat vad, när, före och efter."""
    from nvworkshop.session.review import history_of

    with viewing(file) as view:
        entries = history_of(view, entity)
        if as_json:
            told = (one.as_json() for one in entries)
            print_json(
                [
                    {**one, "before": plain(one["before"]), "after": plain(one["after"])}
                    for one in told
                ]
            )
            return
        for one in entries:
            before = ", ".join(str(plain(value)) for value in one.before) or "–"
            after = "(raderat)" if one.erased else str(plain(one.after))
            lines(
                [
                    (
                        one.as_json()["at"],
                        one.device,
                        one.label,
                        f"{shorten(before, 40)} → {shorten(after, 60)}",
                    )
                ]
            )


def conflict_json(conflict: Conflict) -> dict[str, object]:
    """Return a conflict as scripts read it."""
    told = conflict.as_json()
    values = [{**value, "value": plain(value["value"])} for value in told["values"]]
    return {**told, "base": plain(told["base"]), "values": values}


@click.command()
@file_argument
@as_json_option
def conflicts(file: Path, as_json: bool) -> None:
    """Visa öppna konflikter: alla värden, vem, när och på vilken dator."""
    from nvworkshop.session import review

    with viewing(file) as view:
        found = review.conflicts(view)
        if as_json:
            print_json([conflict_json(one) for one in found])
        else:
            _show_conflicts(view, found)
    if found:
        finish(NEEDS_PERSON)


def _show_conflicts(view: PlanView, found: list[Conflict]) -> None:
    from nvworkshop.model.conflicts import iso
    from nvworkshop.model.kinds import KINDS

    for one in found:
        title = view.store.thing(KINDS[one.kind], one.entity)
        name = title.text(KINDS[one.kind].title_field.name) if title else ""
        click.echo(f"{one.entity[:8]} {one.field}  {one.label} – ”{shorten(name, 60)}”")
        click.echo(f"   före båda: {shorten(str(plain(one.base)), 80)}")
        for value in one.values:
            edited = f" (ändrade fält: {', '.join(value.edited)})" if value.edited else ""
            shown = shorten(str(plain(value.value)), 80)
            click.echo(f"   {value.n}. {shown}{edited}  [{iso(value.at)} {value.device}]")
    say(counted(len(found), "öppen konflikt", "öppna konflikter") + ".")


@click.command()
@file_argument
@as_json_option
def duplicates(file: Path, as_json: bool) -> None:
    """Föreslå åtgärder som verkar vara samma sak, säkrast först."""
    from nvworkshop.session.files import duplicates as find

    with viewing(file) as view:
        found = find(view)
        if as_json:
            print_json([{"score": round(one.score, 3), "actions": list(one.ids)} for one in found])
            return
        titles = {one.id: one.text("title") for one in view.things("action")}
        for one in found:
            first, second = one.ids
            lines(
                [(f"{one.score:.0%}", first[:8], titles[first]), ("", second[:8], titles[second])]
            )
        say(
            counted(len(found), "förslag", "förslag")
            + ". Samla med join eller skilj åt med distinct."
        )


@click.command()
@click.option("--id", "strategy_id", default="norrbotten", show_default=True)
@as_json_option
def strategy(strategy_id: str, as_json: bool) -> None:
    """Visa strategin: målbild, riktningsförändringar, förutsättningar, länsdelar."""
    from nvworkshop.strategy import load_shipped

    found = load_shipped(strategy_id)
    if as_json:
        print_json(found.as_dict())
        return
    click.echo(f"{found.name} ({found.id} {found.version})")
    for title, category in (
        ("Målbild", "vision"),
        ("Riktningsförändringar", "shift"),
        ("Förutsättningar", "prerequisite"),
        ("Länsdelar", "county_part"),
        ("Huvudmän", "principal"),
    ):
        click.echo(f"\n{title}")
        lines([(f"  {item_id}", label) for item_id, label in found.options(category)])


COMMANDS = (show, history, conflicts, duplicates, strategy)

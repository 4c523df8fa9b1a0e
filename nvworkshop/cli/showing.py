"""Commands that show a plan and its strategy: show, strategy."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from nvworkshop.cli.editing import file_argument
from nvworkshop.cli.output import (
    as_json_option,
    counted,
    lines,
    plain,
    print_json,
    say,
    thing_json,
)
from nvworkshop.errors import InputError
from nvworkshop.model.text import shorten

if TYPE_CHECKING:
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


COMMANDS = (show, strategy)

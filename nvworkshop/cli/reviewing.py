"""Commands for what a person has to look at: history, conflicts, duplicates."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from nvworkshop.cli.command import command
from nvworkshop.cli.editing import file_argument
from nvworkshop.cli.output import (
    as_json_option,
    counted,
    lines,
    needs_person,
    plain,
    print_json,
    say,
    show,
    when,
)
from nvworkshop.cli.showing import viewing
from nvworkshop.language import marked, said
from nvworkshop.model.text import shorten

if TYPE_CHECKING:
    from nvworkshop.model.conflicts import Conflict
    from nvworkshop.model.history import Entry
    from nvworkshop.session.view import PlanView


@command()
@file_argument
@click.argument("entity", required=False, default="", metavar=marked("[ID]"))
@as_json_option
def history(file: Path, entity: str, as_json: bool) -> None:
    """Visa vem som ändrat vad, när, före och efter."""
    from nvworkshop.session.review import history_of

    with viewing(file) as view:
        entries = history_of(view, entity)
        if as_json:
            print_json([history_json(one) for one in entries])
        else:
            lines([_history_row(view, one) for one in entries])


def history_json(entry: Entry) -> dict[str, object]:
    """Return an entry as scripts read it."""
    told = entry.as_json()
    return {**told, "before": plain(told["before"]), "after": plain(told["after"])}


def _history_row(view: PlanView, one: Entry) -> tuple[str, ...]:
    shown = (view.readable(one.kind, one.field, value) for value in one.before)
    before = ", ".join(text for text in shown if text) or "–"
    after = (
        said("(raderat)") if one.erased else view.readable(one.kind, one.field, one.after) or "–"
    )
    change = f"{shorten(before, 40)} → {shorten(after, 60)}"
    return (when(one.at), one.device, one.entity[:8], said(one.label), change)


@command()
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
            for one in found:
                _show_conflict(view, one)
            say(counted(len(found), said("öppen konflikt"), said("öppna konflikter")) + ".")
            if found:
                say(
                    said("Avgör med: nvworkshop resolve {name} ID FÄLT --use N").format(
                        name=file.name
                    )
                )
    if found:
        needs_person()


def conflict_json(conflict: Conflict) -> dict[str, object]:
    """Return a conflict as scripts read it."""
    told = conflict.as_json()
    values = [{**value, "value": plain(value["value"])} for value in told["values"]]
    return {**told, "base": plain(told["base"]), "values": values}


def _show_conflict(view: PlanView, one: Conflict) -> None:
    from nvworkshop.model.conflicts import label_of
    from nvworkshop.model.text import shorten_apart

    name = shorten(view.title(one.kind, one.entity), 60)
    show(f"{one.entity[:8]} {one.field}  {said(one.label)} – ”{name}”")
    base = view.readable(one.kind, one.field, one.base)
    texts = [view.readable(one.kind, one.field, value.value) for value in one.values]
    base, *texts = shorten_apart([base, *texts], 80) if base else ["–", *shorten_apart(texts, 80)]
    show(said("   före båda: {base}").format(base=base))
    for value, text in zip(one.values, texts, strict=True):
        shown = text or said("(tomt)")
        labels = ", ".join(said(label_of(one.kind, field)) for field in value.edited)
        edited = said(" (ändrat: {labels})").format(labels=labels) if labels else ""
        show(f"   {value.n}. {shown}{edited}  [{when(value.at)} {value.device}]")


@command()
@file_argument
@as_json_option
def duplicates(file: Path, as_json: bool) -> None:
    """Föreslå åtgärder som verkar vara samma sak, säkrast först."""
    from nvworkshop.session.suggesting import asked, pairs_in

    with viewing(file) as view:
        found = pairs_in(asked(view))
        if as_json:
            print_json([{"score": round(one.score, 3), "actions": list(one.ids)} for one in found])
            return
        for one in found:
            first, second = one.ids
            rows = [(f"{one.score:.0%}", first[:8], view.title("action", first))]
            lines([*rows, ("", second[:8], view.title("action", second))])
    say(
        said("{found} förslag.").format(found=len(found))
        + (said(" Samla med join eller skilj åt med distinct.") if found else "")
    )


COMMANDS = (history, conflicts, duplicates)

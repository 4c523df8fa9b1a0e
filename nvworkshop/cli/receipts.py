"""Commands for what merges brought: sources, news, receipts."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from nvworkshop.cli.command import PATH, command
from nvworkshop.cli.editing import file_argument
from nvworkshop.cli.output import as_json_option, counted, lines, print_json, say, show, when
from nvworkshop.cli.showing import viewing
from nvworkshop.language import marked, said
from nvworkshop.model.text import shorten

if TYPE_CHECKING:
    from nvworkshop.model.things import Thing
    from nvworkshop.session.news import Novelty
    from nvworkshop.session.view import PlanView


@command()
@file_argument
@as_json_option
def sources(file: Path, as_json: bool) -> None:
    """Visa vilka planer som är sammanslagna: vems, hur gamla, och vad de gav senast."""
    from nvworkshop.model.conflicts import iso
    from nvworkshop.session.sources import source_plans

    with viewing(file) as view:
        found = source_plans(view)
    if as_json:
        print_json([{**asdict(one), "changed": iso(one.changed)} for one in found])
        return
    lines(
        [
            (
                one.plan[:8],
                one.name,
                counted(one.actions, said("åtgärd"), said("åtgärder")),
                counted(one.new, said("ny ändring"), said("nya ändringar")),
                said("skriven {when}").format(when=when(one.changed)[:16]),
                ", ".join(one.files),
            )
            for one in found
        ]
    )
    say(counted(len(found), said("plan"), said("planer")) + ".")


@command()
@file_argument
@click.argument("receipt", required=False, default="", metavar=marked("[KVITTO]"))
@as_json_option
def news(file: Path, receipt: str, as_json: bool) -> None:
    """Visa vad den senaste sammanslagningen förde med sig, eller den med det kvittot."""
    from nvworkshop.session.news import news_of
    from nvworkshop.session.receipts import receipt_called

    with viewing(file) as view:
        found = news_of(view, receipt_called(view, receipt))
    if as_json:
        print_json([_as_json(one) for one in found])
        return
    for one in found:
        _show(one)
    say(counted(len(found), said("sak"), said("saker")) + ".")


def _as_json(one: Novelty) -> dict[str, Any]:
    told = asdict(one.difference)
    fields = [
        {"field": field.name, "label": field.label, "before": field.before, "after": field.after}
        for field in one.difference.fields
    ]
    return {
        "what": one.difference.what.value,
        **{name: told[name] for name in ("kind", "entity", "number", "title")},
        "fields": fields,
        "files": list(one.files),
        "where": one.where,
        "devices": list(one.devices),
        "joined": one.joined,
        "conflicts": list(one.conflicts),
    }


def _show(one: Novelty) -> None:
    words = {"added": said("ny"), "changed": said("ändrad"), "removed": said("borttagen")}
    difference = one.difference
    joined = said(" (båda sidor hade skrivit)") if one.joined else ""
    where = f"  {one.where}" if one.where else ""
    name = shorten(difference.title, 70)
    show(f"{difference.entity[:8]}  {words[difference.what.value]}  {name}{where}{joined}")
    if difference.what.value == "changed":
        for field in difference.fields:
            before = shorten(field.before, 50) or "–"
            show(f"   {said(field.label)}: {before} → {shorten(field.after, 60) or '–'}")


@command()
@file_argument
@click.argument("receipt", required=False, default="", metavar=marked("[KVITTO]"))
@click.option(
    "--out",
    type=PATH,
    default=None,
    metavar=marked("UT"),
    help=marked("Skriv kvittot, till exempel som kvitto.md eller kvitto.docx."),
)
@as_json_option
def receipts(file: Path, receipt: str, out: Path | None, as_json: bool) -> None:
    """Visa kvittona på sammanslagningar, eller ett av dem med filer, antal och beslut."""
    from nvworkshop.session.export import export
    from nvworkshop.session.receipt_text import receipt_texts
    from nvworkshop.session.receipts import receipt_called

    with viewing(file) as view:
        if not receipt and out is None:
            _list(view, as_json=as_json)
            return
        found = receipt_called(view, receipt)
        if out is not None:
            export(view, out, report="kvitto", subject=found.id)
            say(said("Skrev {name}.").format(name=out.name))
            return
        if as_json:
            print_json(_receipt_json(view, found))
            return
        for line in receipt_texts(view, [found])[0].splitlines():
            show(line)


def _list(view: PlanView, *, as_json: bool) -> None:
    from nvworkshop.session.receipts import receipts as all_of

    found = all_of(view)
    if as_json:
        print_json([_receipt_json(view, one) for one in found])
        return
    lines([(one.id[:8], one.text("at")[:16].replace("T", " "), _files(one)) for one in found])
    say(counted(len(found), said("kvitto"), said("kvitton")) + ".")


def _files(receipt: Thing) -> str:
    from nvworkshop.session.receipts import sources_of

    back = said(" (återtagen)") if receipt["taken_back"] is True else ""
    return ", ".join(one.file for one in sources_of(receipt)) + back


def _receipt_json(view: PlanView, receipt: Thing) -> dict[str, Any]:
    from nvworkshop.model.conflicts import iso
    from nvworkshop.session.receipt_facts import judgements

    listed = receipt["sources"]
    files = [one for one in listed if isinstance(one, dict)] if isinstance(listed, list) else []
    kept = ("brought", "joined")
    return {
        "receipt": receipt.id,
        "at": receipt.text("at"),
        "taken_back": receipt["taken_back"] is True,
        "sources": [{k: v for k, v in one.items() if k not in kept} for one in files],
        "actions": receipt["action_count"],
        "conflicts": receipt["conflict_count"],
        "decisions": [
            {"at": iso(one.at), "who": one.who, "text": one.text}
            for one in judgements(view, receipt)
        ],
    }


COMMANDS = (sources, news, receipts)

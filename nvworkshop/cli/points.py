"""Commands for points in time: fingerprint, freeze, thaw, versions, compare."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from nvworkshop.cli.command import command
from nvworkshop.cli.editing import editing, file_argument, personal_option
from nvworkshop.cli.output import as_json_option, counted, lines, plain, print_json, say, show
from nvworkshop.cli.showing import viewing
from nvworkshop.language import marked, said
from nvworkshop.model.text import shorten

if TYPE_CHECKING:
    from nvworkshop.model.things import Thing
    from nvworkshop.session.comparing import Difference
    from nvworkshop.session.moments import Moment
    from nvworkshop.session.view import PlanView

_SIGNS = {"changed": marked("ändrad"), "added": marked("ny"), "removed": marked("borttagen")}


@command()
@file_argument
@as_json_option
def fingerprint(file: Path, as_json: bool) -> None:
    """Visa planens fingeravtryck: samma kod betyder samma innehåll.

    Ordningen planerna slogs samman i spelar ingen roll, inte heller kvitton, frusna versioner eller
    den övergripande planens eget namn, läge och versionsnummer.
    """
    from nvworkshop.session.fingerprint import fingerprint as code_of

    with viewing(file) as view:
        code = code_of(view)
    if as_json:
        print_json({"fingerprint": code})
    else:
        show(code)


@command()
@file_argument
@click.argument("version", metavar=marked("VERSION"))
@click.option(
    "--state",
    default="",
    metavar=marked("LÄGE"),
    help=marked(
        "draft (utkast), review (för avstämning) eller adopted (fastställd); annars som det är."
    ),
)
@click.option("--note", default="", metavar=marked("TEXT"), help=marked("Om versionen."))
@personal_option
def freeze(file: Path, version: str, state: str, note: str, personal: bool) -> None:
    """Frys planen som den är nu till en version. Skriver ut dess id.

    Versionen går att läsa och jämföra så länge planen finns, hur den än ändras.
    """
    from nvworkshop.session.versions import freeze as frozen

    with editing(file, personal=personal) as session:
        outcome = frozen(session, version, state=state, note=note)
        code = session.thing(outcome.entity).text("fingerprint")
    say(*outcome.notes, said("Fryst med fingeravtryck {code}.").format(code=code))
    show(outcome.entity)


@command()
@file_argument
@click.argument("version", metavar=marked("NAMN"))
def thaw(file: Path, version: str) -> None:
    """Ta tillbaka en fryst version. Planen och besluten är kvar."""
    from nvworkshop.errors import InputError
    from nvworkshop.session.versions import thaw as thawed
    from nvworkshop.session.versions import version_called

    with editing(file) as session:
        found = version_called(session, version)
        if found is None:
            raise InputError(
                said("Det finns ingen fryst version {version}.").format(
                    version=shorten(version, 40)
                )
            )
        outcome = thawed(session, found.id)
    say(*outcome.notes, said("Version {title} är tillbakatagen.").format(title=found.text("title")))


@command()
@file_argument
@as_json_option
def versions(file: Path, as_json: bool) -> None:
    """Visa planens frusna versioner, nyast först."""
    from nvworkshop.session.versions import versions as frozen

    with viewing(file) as view:
        found = frozen(view)
        if as_json:
            print_json([_version_json(one) for one in found])
            return
        lines([_version_row(view, one) for one in found])
    say(counted(len(found), said("fryst version"), said("frusna versioner")) + ".")


def _version_json(version: Thing) -> dict[str, object]:
    from nvworkshop.model.aside import held

    names = ("title", "state", "date", "note", "fingerprint")
    told = {name: plain(version[name]) for name in names}
    return {"id": version.id, **told, "changes": held(version["holds"]).count}


def _version_row(view: PlanView, one: Thing) -> tuple[str, ...]:
    state = view.readable("version", "state", one["state"])
    note = shorten(one.text("note"), 60)
    return (one.id[:8], one.text("title"), state, one.text("date"), one.text("fingerprint"), note)


@command()
@file_argument
@click.option(
    "--from", "first", default="", metavar=marked("TIDPUNKT"), help=marked("Från, annars nu.")
)
@click.option(
    "--to", "second", default="", metavar=marked("TIDPUNKT"), help=marked("Till, annars nu.")
)
@as_json_option
def compare(file: Path, first: str, second: str, as_json: bool) -> None:
    """Jämför två tidpunkter: datum, versioner, före och efter en sammanslagning, eller nu.

    TIDPUNKT är ett datum (2026-11-30, gärna med klockslag: "2026-11-30 14.05"), en versions namn,
    eller id på ett kvitto: då är det efter sammanslagningen, och med "före ID" före den. Utan
    --from jämförs den senaste versionen med nu. Datum går efter klockan på den dator där något
    skrevs, och det som slogs samman senare är också med.
    """
    from nvworkshop.session import comparing
    from nvworkshop.session.moments import BY_CLOCK, At, called, compare_at, moment_of

    with viewing(file) as view:
        moments = (moment_of(view, first) if first else _latest(view), moment_of(view, second))
        found = compare_at(view, *moments)
        names = [called(view, one) for one in moments]
    if as_json:
        print_json({"from": names[0], "to": names[1], "differences": [_json(one) for one in found]})
    else:
        _show(found)
        told = comparing.said(found) or said("inget skiljer")
        say(f"{names[0]} → {names[1]}: {told}.")
    if any(one.at is At.TIME for one in moments):
        say(said(BY_CLOCK))


def _latest(view: PlanView) -> Moment:
    """Return the newest version's moment; InputError when there is none."""
    from nvworkshop.errors import InputError
    from nvworkshop.session.moments import At, Moment
    from nvworkshop.session.versions import versions as frozen

    found = frozen(view)
    if not found:
        raise InputError(
            said("Planen har ingen fryst version att jämföra med."),
            hint=said("Ange --from med ett datum eller ett kvittos id."),
        )
    return Moment(At.VERSION, entity=found[0].id)


def _json(one: Difference) -> dict[str, object]:
    fields = [
        {"field": field.name, "label": field.label, "before": field.before, "after": field.after}
        for field in one.fields
    ]
    told = {"what": one.what.value, "kind": one.kind, "entity": one.entity, "title": one.title}
    return {**told, "fields": fields}


def _show(differences: list[Difference]) -> None:
    from nvworkshop.model.kinds import KINDS

    for one in differences:
        kind = said(KINDS[one.kind].sv)
        title = shorten(one.title, 70)
        show(f"{one.entity[:8]}  {kind} {said(_SIGNS[one.what.value])}: {title}")
        for field in one.fields:
            before, after = shorten(field.before, 50) or "–", shorten(field.after, 70) or "–"
            show(f"    {said(field.label)}: {before} → {after}")


COMMANDS = (fingerprint, freeze, thaw, versions, compare)

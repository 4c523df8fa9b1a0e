"""The command that shows how a plan stands, and what has moved since an earlier day."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from nvworkshop.cli.command import command
from nvworkshop.cli.editing import file_argument
from nvworkshop.cli.output import as_json_option, print_json, say, show
from nvworkshop.cli.showing import viewing
from nvworkshop.language import marked, said

if TYPE_CHECKING:
    from nvworkshop.followup.figures import Figures
    from nvworkshop.session.standing import Group, Period, Standings
    from nvworkshop.session.view import PlanView

_BY = {"lansdel": "county_part", "huvudman": "principal", "riktning": "shift"}
_NOBODY = {
    "county_part": marked("Utan länsdel"),
    "principal": marked("Ingen ansvarig"),
    "shift": marked("Utan riktning"),
}


@command()
@file_argument
@click.option(
    "--since",
    default="",
    metavar=marked("TIDPUNKT"),
    help=marked(
        "Jämför med den tidpunkten, annars med den senaste uppföljningen; se compare --help."
    ),
)
@click.option(
    "--until",
    default="",
    metavar=marked("TIDPUNKT"),
    help=marked("Jämför fram till den tidpunkten, annars nu."),
)
@click.option(
    "--by",
    type=click.Choice(list(_BY)),
    default="lansdel",
    help=marked("Gruppera så; annars per länsdel."),
)
@as_json_option
def standing(file: Path, since: str, until: str, by: str, as_json: bool) -> None:
    """Visa läget: i tid, försenat, utan ansvarig, indikatorer, och vad som har hänt sedan sist."""
    from nvworkshop.session.standing import standing_of

    with viewing(file) as view:
        found = standing_of(view)
        period = _period(view, found, since, until)
    groups = found.groups[_BY[by]]
    if as_json:
        print_json(_as_json(found, groups, period))
        return
    if not found.now.rows:
        say(said("Planen har inga åtgärder än."))
    for line in _lines(found, groups, said(_NOBODY[_BY[by]])):
        show(line)
    for line in _moves(period) if period else ():
        show(line)
    if period is None:
        say(said("Ingen tidigare uppföljning att jämföra med. Välj en dag med --since."))


def _period(view: PlanView, found: Standings, since: str, until: str) -> Period | None:
    from nvworkshop.session.moments import moment_of
    from nvworkshop.session.standing import compare_standing, since_last

    first = moment_of(view, since) if since else since_last(found)
    return compare_standing(view, first, moment_of(view, until)) if first else None


def _lines(found: Standings, groups: tuple[Group, ...], nobody: str) -> Iterator[str]:
    now = found.now
    late = said("{late} ({late_unowned} saknar ansvarig)").format(
        late=len(now.late), late_unowned=len(now.late_unowned)
    )
    in_time = f"{_percent(now.percent_in_time)} ({len(now.in_time)})"
    ended = f"{_percent(now.percent_ended)} ({len(now.ended)})"
    on_way = said("{on_way} av {indicators}").format(
        on_way=len(found.on_way), indicators=len(found.indicators)
    )
    yield _figure(said("Åtgärder"), len(now.rows))
    yield _figure(said("I tid"), in_time)
    yield _figure(said("Försenade"), late)
    yield _figure(said("Klara eller avslutade"), ended)
    yield _figure(said("Klart inom 3 mån"), len(now.due))
    yield _figure(said("Saknar ansvarig"), len(now.unowned))
    yield _figure(said("Saknar uppföljning"), len(now.untold))
    yield _figure(said("Indikatorer på väg"), on_way)
    yield from _ahead(found)
    for group in groups:
        yield f"{group.label or nobody}: {_parts(group.figures)}"


def _ahead(found: Standings) -> Iterator[str]:
    """Yield when it is to be reported back, and when the group meets."""
    if found.reporting:
        to = ", ".join(found.reporting.bodies)
        late = said(", försenad") if found.reporting.late else ""
        yield _figure(said("Återrapporteras"), f"{found.reporting.last} {to}{late}".rstrip())
    if found.next_meeting:
        yield _figure(said("Nästa möte"), found.next_meeting)


def _figure(name: str, value: object) -> str:
    return f"{name:<22} {value}"


def _parts(of: Figures) -> str:
    words = _words()
    return ", ".join(f"{len(ids)} {words[one].lower()}" for one, ids in of.parts.items() if ids)


def _words() -> dict[str, str]:
    from nvworkshop.model.choices import CHOICES

    return {one.id: said(one.sv) for one in CHOICES["status"]} | {"": said("Status inte angiven")}


def _percent(number: int | None) -> str:
    return "–" if number is None else f"{number} %"


def _moves(period: Period) -> Iterator[str]:
    of, words = period.compared, _words()
    then, now = (_percent(one.percent_in_time) for one in (of.before, of.after))
    yield said("{first} → {second}: i tid {then} → {now}").format(
        first=period.first, second=period.second, then=then, now=now
    )
    for (before, after), ids in of.moved.by_status.items():
        yield f"  {words[before]} → {words[after]}: {len(ids)}"
    told = (
        (said("Nya"), of.moved.new),
        (said("Borttagna"), of.moved.gone),
        (said("Klart senare"), of.moved.later),
        (said("Klart tidigare"), of.moved.sooner),
    )
    yield from (f"  {name}: {len(ids)}" for name, ids in told if ids)


def _as_json(
    found: Standings, groups: tuple[Group, ...], period: Period | None
) -> dict[str, object]:
    reporting = found.reporting
    return {
        "date": found.today.isoformat(),
        **_figures_json(found.now),
        "indicators": {one.id: one.standing.value for one in found.indicators},
        "indicators_on_way": list(found.on_way),
        "next_report": reporting
        and {
            "assignments": list(reporting.ids),
            "bodies": list(reporting.bodies),
            "due": reporting.last.isoformat(),
            "late": reporting.late,
        },
        "next_meeting": found.next_meeting or None,
        "groups": [
            {"id": one.id, "label": one.label, **_figures_json(one.figures)} for one in groups
        ],
        "moved": period and _moved_json(period),
    }


def _figures_json(of: Figures) -> dict[str, object]:
    return {
        "actions": list(of.rows),
        "in_time_percent": of.percent_in_time,
        "in_time": list(of.in_time),
        "late": list(of.late),
        "late_without_owner": list(of.late_unowned),
        "done_or_ended": list(of.ended),
        "due": list(of.due),
        "without_owner": list(of.unowned),
        "without_follow_up": list(of.untold),
        "by_status": {status: list(ids) for status, ids in of.parts.items()},
    }


def _moved_json(period: Period) -> dict[str, object]:
    of = period.compared
    return {
        "from": period.first,
        "to": period.second,
        "in_time_percent": [of.before.percent_in_time, of.after.percent_in_time],
        "moves": [
            {"from": one.before or None, "to": one.after or None, "id": one.id}
            for one in of.moved.moves
        ],
        "new": list(of.moved.new),
        "gone": list(of.moved.gone),
        "later": list(of.moved.later),
        "sooner": list(of.moved.sooner),
    }


COMMANDS = (standing,)

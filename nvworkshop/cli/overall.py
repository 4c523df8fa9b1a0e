"""The command that shows the overall plan: by shift, for a huvudman or a body, and the county."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from nvworkshop.cli.command import command
from nvworkshop.cli.editing import file_argument
from nvworkshop.cli.output import as_json_option, counted, print_json, say, show
from nvworkshop.cli.showing import viewing
from nvworkshop.errors import InputError
from nvworkshop.language import marked, said
from nvworkshop.model.text import shorten

if TYPE_CHECKING:
    from nvworkshop.session.overall import Asked, County, Duties, Entry, Overall
    from nvworkshop.strategy import Strategy

_TITLE = 80


@command()
@file_argument
@click.option(
    "--principal", default="", metavar=marked("ID"), help=marked("Bara det en huvudman ska göra.")
)
@click.option(
    "--body", default="", metavar=marked("ID"), help=marked("Bara det ett organ ska besluta om.")
)
@as_json_option
def overall(file: Path, principal: str, body: str, as_json: bool) -> None:
    """Visa den övergripande planen: per riktning, huvudman och beslut, och läget i hela länet."""
    from nvworkshop.cli.overall_json import overall_json
    from nvworkshop.session.overall import compared, likenesses, whole_county

    with viewing(file) as view:
        party = _known(view.strategy, "party", principal)
        asked = _known(view.strategy, "body", body)
        limited = bool(party or asked)
        compare = compared(view)
        found = compare.overall
        duties = [one for one in found.duties if not limited or (party and one.id == party)]
        decisions = [one for one in found.decisions if not limited or (asked and one.id == asked)]
        county = None if limited else whole_county(compare, likenesses(compare))
    if as_json:
        print_json(overall_json(found, duties, decisions, county))
        return
    for line in _lines(found, duties, decisions, county):
        show(line)
    say(*_about(found, duties, decisions, county))


def _about(
    found: Overall, duties: list[Duties], decisions: list[Asked], county: County | None
) -> Iterator[str]:
    """Yield what there is left to do, or that there was nothing to show."""
    if county is not None:
        yield _left(found.handled[""])
    elif not duties and not decisions:
        yield said("Inget i planen gäller den du frågade om.")


def _left(number: int) -> str:
    if not number:
        return said("Alla lokala åtgärder är avgjorda.")
    return said("{counted} kvar att avgöra.").format(
        counted=counted(number, said("lokal åtgärd"), said("lokala åtgärder"))
    )


def _known(strategy: Strategy, category: str, text: str) -> str:
    """Return the id that an id or a name means, "" for none. Raises InputError."""
    if not text:
        return ""
    item = strategy.find(category, text)
    if item is None:
        names = ", ".join(label for _, label in strategy.options(category))
        raise InputError(
            said("”{text}” finns inte i strategin.").format(text=shorten(text, 40)),
            hint=said("Välj: {names}.").format(names=names),
        )
    return item.id


def _lines(
    found: Overall, duties: list[Duties], decisions: list[Asked], county: County | None
) -> Iterator[str]:
    if county is None:
        yield from _duty_lines(duties)
        yield from _decision_lines(decisions)
        return
    for section in found.sections:
        yield f"{section.label} ({len(section.entries)})"
        for entry in section.entries:
            yield from _entry_lines(entry)
    yield from _decision_lines(decisions)
    yield said("Hela länet")
    yield from (f"  {one}" for one in (*county.size, *county.without))
    yield from (f"  {one.sentence}" for one in county.spots)
    for overlap in county.overlaps:
        yield " ".join(("  " + overlap.sentence, ", ".join(overlap.words)))
        yield from (f"    {_named(one)}" for one in overlap.entries)


def _entry_lines(entry: Entry) -> Iterator[str]:
    yield f"  {_named(entry)}  [{_handling(entry)}]"
    yield from _rolled_lines(entry)
    for one in entry.gathers:
        yield f"      {_named(one, nested=True)}"
        yield from _rolled_lines(one)


def _rolled_lines(entry: Entry) -> Iterator[str]:
    """Yield what huvudmän tell of their own rows under a row."""
    for one in entry.rolled:
        yield f"      {one.sentence}"
        for row in one.rows:
            about = f"  ({row.about})" if row.about else ""
            yield f"        – {shorten(row.title, _TITLE)}{about}"


def _duty_lines(duties: list[Duties]) -> Iterator[str]:
    for one in duties:
        own, others = len(one.responsible), len(one.contributing)
        yield said("{label}: ansvarar för {own}, medverkar i {others}").format(
            label=one.label, own=own, others=others
        )
        for spoken, entries in (
            (said("Ansvarar "), one.responsible),
            (said("Medverkar"), one.contributing),
        ):
            for entry in entries:
                yield f"  {spoken}  {_named(entry)}"
                yield from _rolled_lines(entry)


def _decision_lines(decisions: list[Asked]) -> Iterator[str]:
    for one in decisions:
        yield said("Kräver beslut: {label} ({entries})").format(
            label=one.label, entries=len(one.entries)
        )
        for entry in one.entries:
            yield f"  {_named(entry)}"
            yield from (
                f"      {shorten(spoken, 300)}" for spoken in (entry.asks, entry.reason) if spoken
            )


def _named(entry: Entry, *, nested: bool = False) -> str:
    """Return a row on one line: its id, title, länsdel, workshop, who and by when."""
    from_ = [", ".join(entry.where)]
    if entry.origin is not None:
        number = (
            said("nr {number}").format(number=entry.origin.number) if entry.origin.number else ""
        )
        held = (
            said("workshop {date}").format(date=entry.origin.date)
            if entry.origin.date
            else entry.origin.workshop
        )
        from_ += [number, held]
    spoken = [" ".join(filter(None, from_[:2])), *from_[2:], entry.who, entry.until]
    spoken += [
        said("ingår i {one}").format(one=shorten(one, 40)) for one in entry.part_of if not nested
    ]
    about = " · ".join(one for one in spoken if one)
    return f"{entry.id[:8]}  {shorten(entry.title, _TITLE)}" + (f"  ({about})" if about else "")


def _handling(entry: Entry) -> str:
    from nvworkshop.model.labels import choice_label
    from nvworkshop.strategy import Strategy

    if entry.is_joint_action:
        return said("samlar {gathers}").format(gathers=len(entry.gathers))
    if not entry.handling:
        return said("inte avgjord")
    chosen = choice_label("handling", entry.handling, Strategy.bare("")).lower()
    return f"{chosen}: {shorten(entry.reason, 60)}" if entry.reason else chosen


COMMANDS = (overall,)

"""The command that lists the plan's indicators and how each stands."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nvworkshop.cli.command import command
from nvworkshop.cli.editing import file_argument
from nvworkshop.cli.output import as_json_option, counted, print_json, say, show
from nvworkshop.cli.showing import viewing
from nvworkshop.language import said
from nvworkshop.model.text import shorten

if TYPE_CHECKING:
    from nvworkshop.followup.totals import Together
    from nvworkshop.session.indicators import Listed, Overview, Question

_TITLE = 80


@command()
@file_argument
@as_json_option
def indicators(file: Path, as_json: bool) -> None:
    """Visa planens indikatorer: värdet nu, målet och om de är på väg.

    Hämta in mätvärden med: nvworkshop import FIL export-ur-kolada.csv
    """
    from nvworkshop.session.indicators import overview

    with viewing(file) as view:
        found = overview(view)
    if as_json:
        print_json(_as_json(found))
        return
    for one in found.listed:
        for line in _lines(one):
            show(line)
    say(*_questions(found), "" if found.listed else said("Planen har inga indikatorer ännu."))


def _lines(one: Listed) -> Iterator[str]:
    where = f"  ({one.where})" if one.where else ""
    yield f"{one.id[:8]}  {shorten(one.title, _TITLE)}{where}  [{said(one.judged.word)}]"
    of = f" ({one.judged.of}, {one.judged.date})" if one.judged.of and one.judged.date else ""
    yield said("    Nu {now}{of}, mål {target}, utgångsvärde {baseline}").format(
        now=one.now, of=of, target=one.target, baseline=one.baseline
    )
    yield f"    {' '.join((one.judged.why, *one.judged.cautions))}"


def _questions(found: Overview) -> Iterator[str]:
    for one in found.questions:
        many = counted(len(one.ids), said("indikator"), said("indikatorer"))
        yield said("{many} {why}: ”{title}”. Är det samma indikator?").format(
            many=many, why=one.why, title=shorten(one.title, _TITLE)
        )


def _as_json(found: Overview) -> dict[str, Any]:
    return {
        "indicators": [_listed(one) for one in found.listed],
        "questions": [_question(one) for one in found.questions],
    }


def _question(one: Question) -> dict[str, Any]:
    return {"title": one.title, "why": one.why, "indicators": list(one.ids)}


def _listed(one: Listed) -> dict[str, Any]:
    judged = one.judged
    return {
        "id": one.id,
        "title": one.title,
        "where": one.where or None,
        "standing": judged.standing.value,
        "now": judged.now,
        "date": judged.date or None,
        "of": judged.of or None,
        "baseline": one.thing["baseline"],
        "target": one.thing["target"],
        "unit": one.thing["unit"],
        "source": one.thing["source"],
        "why": judged.why,
        "cautions": list(judged.cautions),
        "measurements": one.values,
        "same": [entity for entity, _ in one.same],
        "totals": [_total(each) for each in judged.totals],
    }


def _total(one: Together) -> dict[str, Any]:
    return {
        "source": one.source or None,
        "level": one.level,
        "within": one.within or None,
        "days": [
            {"date": day, "value": total.value, "missing": list(total.missing), "why": total.why}
            for day, total in one.days
        ],
    }


COMMANDS = (indicators,)

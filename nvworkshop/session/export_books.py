"""The plan as a workbook, a list or data: made in the source's words, written and read back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from nvworkshop.errors import InputError
from nvworkshop.exchange.written import Written
from nvworkshop.language import as_source, said, several
from nvworkshop.model.kinds import KINDS
from nvworkshop.reports import (
    PlanData,
    build_book,
    build_document,
    build_list,
    build_reply_form,
)


def _xlsx(data: PlanData, out: Path) -> Written:
    from nvworkshop.exchange import xlsx_out

    with as_source():
        book = build_book(data)
    written = xlsx_out.write(book, out)
    return replace(written, notices=(*written.notices, *_left_out(data)))


def write_reply(data: PlanData, ids: Sequence[str], out: Path) -> Written:
    """Write a reply form; its new rows have ids from the start."""
    from nvworkshop.exchange import xlsx_out

    if out.suffix.casefold() != ".xlsx":
        raise InputError(
            said("Svarsformuläret är en Excelfil."),
            hint=said("Skriv till en fil som slutar på .xlsx."),
        )
    with as_source():
        form = build_reply_form(data, ids)
    return xlsx_out.write(form, out)


def _csv(data: PlanData, out: Path) -> Written:
    from nvworkshop.exchange import csv_out

    with as_source():
        rows = build_list(data)
    written = csv_out.write(rows, out)
    return replace(written, notices=(*written.notices, *_left_out(data)))


def _left_out(data: PlanData) -> tuple[str, ...]:
    """Say what of the plan has no sheet."""
    kinds = ("idea", "follow_up", "note", "assignment", "report_back", "event", "decision")
    found = [_counted(kind, len(data.of(kind))) for kind in kinds if data.of(kind)]
    if not found:
        return ()
    return (
        said("Finns i planen men inte i filen: {found}. De följer med i .json.").format(
            found=", ".join(found)
        ),
    )


def _counted(kind: str, number: int) -> str:
    named = KINDS[kind]
    return f"{number} {said(named.sv) if number == 1 else several(named.sv_plural)}"


def _json(data: PlanData, out: Path) -> Written:
    from nvworkshop.exchange import json_out

    with as_source():
        document = build_document(data)
    written = json_out.write(document, out)
    return replace(written, notices=(*written.notices, *_spoken(data)))


def _spoken(data: PlanData) -> tuple[str, ...]:
    """Say what else than the plan's rows a whole plan holds; it may be meant for fewer people."""
    more = [
        several(KINDS[kind].sv_plural) for kind in ("note", "participant", "idea") if data.of(kind)
    ]
    if not more:
        return ()
    told = said("Filen har hela planen, också {more}, men inga namn på personer.").format(
        more=", ".join(more)
    )
    return (said("{told} Tänk på vem som får den.").format(told=told),)


WRITERS: dict[str, Callable[[PlanData, Path], Written]] = {
    ".xlsx": _xlsx,
    ".csv": _csv,
    ".json": _json,
}
"""How the plan is written as tables or data, by the suffix of the file."""

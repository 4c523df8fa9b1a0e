"""Documents from an open plan: which report in which format, written and read back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from nvworkshop.errors import InputError
from nvworkshop.exchange.written import Written
from nvworkshop.model.book_marks import REPLY
from nvworkshop.model.kinds import KINDS
from nvworkshop.model.things import Thing
from nvworkshop.reports import (
    PlanData,
    build_book,
    build_document,
    build_list,
    build_reply_form,
)
from nvworkshop.reports.reply_form import NEW_ROWS
from nvworkshop.session.review import conflicts
from nvworkshop.session.view import PlanView

REPORTS = ("handlingsplan", "huvudman", REPLY)
LATER_REPORTS = (
    "kommun",
    "tjansteskrivelse",
    "aterrapportering",
    "nationell",
    "pagaende",
    "minnesanteckningar",
    "kvitto",
    "tackning",
    "uppfoljning",
)
LATER_FORMATS = (".docx", ".pdf", ".html", ".md")

_PLAN_START = b"SQLite format 3\0"


@dataclass(frozen=True, slots=True)
class ExportResult:
    """Where the document is, how many actions were written and read back, and what to tell."""

    place: Path
    written: int
    read_back: int
    notices: tuple[str, ...] = ()


def export(
    view: PlanView, out: Path, *, report: str = "handlingsplan", principal: str = ""
) -> ExportResult:
    """Write a report of the plan to `out`, in the format of its suffix.

    `principal` (id or name) limits it to the rows that huvudman answers for or takes part in.
    Raises InputError for what can't be asked for and ExportError for what could not be written;
    then a file already at `out` is as it was.
    """
    write = _reply_writer(view, out) if report == REPLY else _writer(out)
    chosen = _principal(view, report, principal)
    refuse_plan_file(out)
    if chosen and out.suffix.casefold() == ".json":
        raise InputError(
            "JSON-filen har alltid hela planen.",
            "Den går inte att begränsa till en huvudman.",
            "Skriv till .xlsx eller .csv i stället.",
        )
    written = write(plan_data(view, chosen), out)
    return ExportResult(out, written.written, written.read_back, written.notices)


def plan_data(view: PlanView, principal: str = "") -> PlanData:
    """Return what reports are built from; `principal` is an id."""
    things = {kind: view.things(kind) for kind in KINDS}
    return PlanData(
        view.plan or Thing("plan", view.store.plan, {}),
        things,
        conflicts(view),
        view.strategy,
        view.surroundings.now().astimezone(),
        principal,
    )


def _xlsx(data: PlanData, out: Path) -> Written:
    from nvworkshop.exchange import xlsx_out

    written = xlsx_out.write(build_book(data), out)
    return replace(written, notices=(*written.notices, *_left_out(data)))


def _reply_writer(view: PlanView, out: Path) -> Callable[[PlanData, Path], Written]:
    """Return what writes a reply form; its new rows have ids from the start."""
    from nvworkshop.exchange import xlsx_out

    if out.suffix.casefold() != ".xlsx":
        raise InputError(
            "Svarsformuläret är en Excelfil.", hint="Skriv till en fil som slutar på .xlsx."
        )
    ids = [view.surroundings.new_id() for _ in range(NEW_ROWS)]
    return lambda data, place: xlsx_out.write(build_reply_form(data, ids), place)


def _csv(data: PlanData, out: Path) -> Written:
    from nvworkshop.exchange import csv_out

    written = csv_out.write(build_list(data), out)
    return replace(written, notices=(*written.notices, *_left_out(data)))


def _left_out(data: PlanData) -> tuple[str, ...]:
    """Say what of the plan has no sheet."""
    kinds = ("idea", "follow_up", "note", "assignment", "decision")
    found = [f"{len(data.of(kind))} {KINDS[kind].sv_plural}" for kind in kinds if data.of(kind)]
    if not found:
        return ()
    return (f"Finns i planen men inte i filen: {', '.join(found)}. De följer med i .json.",)


def _json(data: PlanData, out: Path) -> Written:
    from nvworkshop.exchange import json_out

    written = json_out.write(build_document(data), out)
    return replace(written, notices=(*written.notices, *_spoken(data)))


def _spoken(data: PlanData) -> tuple[str, ...]:
    """Say what else than the plan's rows a whole plan holds; it may be meant for fewer people."""
    more = [KINDS[kind].sv_plural for kind in ("note", "participant", "idea") if data.of(kind)]
    if not more:
        return ()
    told = f"Filen har hela planen, också {', '.join(more)}, men inga namn på personer."
    return (f"{told} Tänk på vem som får den.",)


_WRITERS: dict[str, Callable[[PlanData, Path], Written]] = {
    ".xlsx": _xlsx,
    ".csv": _csv,
    ".json": _json,
}


def _writer(out: Path) -> Callable[[PlanData, Path], Written]:
    suffix = out.suffix.casefold()
    if suffix in _WRITERS:
        return _WRITERS[suffix]
    works = ", ".join(_WRITERS)
    if suffix in LATER_FORMATS:
        raise InputError(f"{suffix} finns inte i den här versionen än.", hint=f"Välj {works}.")
    what = f"”{out.suffix}”" if suffix else "utan ändelse"
    raise InputError(f"Det går inte att skriva en fil {what}: {out.name}.", hint=f"Välj {works}.")


def _principal(view: PlanView, report: str, principal: str) -> str:
    """Return the id of the huvudman asked for, "" for all."""
    if report in LATER_REPORTS:
        raise InputError(
            f"Rapporten ”{report}” finns inte i den här versionen än.",
            hint=f"Välj {' eller '.join(REPORTS)}.",
        )
    if report not in REPORTS:
        raise InputError(
            f"Det finns ingen rapport ”{report}”.", hint=f"Välj {' eller '.join(REPORTS)}."
        )
    if not principal and report in ("huvudman", REPLY):
        raise InputError(f"Rapporten {report} behöver en huvudman.", hint=_choices(view))
    if not principal:
        return ""
    item = view.strategy.find("principal", principal)
    if item is not None:
        return item.id
    if any(one["principal"] == principal for one in view.things("action")):
        return principal
    raise InputError(f"Huvudmannen ”{principal}” finns inte i strategin.", hint=_choices(view))


def _choices(view: PlanView) -> str:
    names = ", ".join(label for _, label in view.strategy.options("principal"))
    return f"Välj någon av: {names}." if names else "Ange huvudmannens id."


def refuse_plan_file(out: Path) -> None:
    """Refuse to write over a plan file, whatever it is called."""
    try:
        with out.open("rb") as file:
            start = file.read(len(_PLAN_START))
    except OSError:  # not there, or not to be read: writing will tell
        return
    if start == _PLAN_START:
        raise InputError(
            f"{out.name} är en planfil och skrivs inte över.", hint="Välj ett annat namn."
        )

"""Documents from an open plan: which report in which format, written and read back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from nvworkshop.errors import InputError
from nvworkshop.language import as_source, marked, said
from nvworkshop.model.book_marks import REPLY
from nvworkshop.model.documents import Document
from nvworkshop.model.kinds import KINDS
from nvworkshop.model.things import Thing
from nvworkshop.reports import (
    PlanData,
)
from nvworkshop.reports.data import Earlier
from nvworkshop.reports.prose import ReportKind
from nvworkshop.reports.prose.registry import Subject
from nvworkshop.reports.reply_form import NEW_ROWS
from nvworkshop.session.documents import FORMATS, filled, report_kinds, write
from nvworkshop.session.export_books import WRITERS, write_reply
from nvworkshop.session.review import conflicts
from nvworkshop.session.standing import WHOLE, Scope, compare_standing, since_last, standing_of
from nvworkshop.session.versions import is_altered
from nvworkshop.session.view import PlanView

BOOKS = ("handlingsplan", "huvudman", "kommun")
"""The reports that are also workbooks and lists."""

_PLAN_START = b"SQLite format 3\0"


@dataclass(frozen=True, slots=True)
class ExportResult:
    """Where the document is, how many actions were written and read back, and what to tell."""

    place: Path
    written: int
    read_back: int
    notices: tuple[str, ...] = ()


def export(
    view: PlanView,
    out: Path,
    *,
    report: str = "handlingsplan",
    principal: str = "",
    subject: str = "",
    names: bool = False,
) -> ExportResult:
    """Write a report of the plan to `out`, in the format of its suffix.

    `principal` (id or name) limits it to the rows that huvudman answers for or takes part in; for
    the report of a kommun it is the kommun. `subject` is a workshop's or a receipt's id, "" for
    the latest. `names` lets contact persons be named, in written documents. Raises InputError for
    what can't be asked for, TemplateError for a template that can't be used, and ExportError for
    what could not be written; then a file already at `out` is as it was.
    """
    _suffix(out)
    return gather(view, report, principal, subject=subject, names=names).write(out)


@dataclass(frozen=True, slots=True)
class Gathered:
    """All that a report is made of, taken out of the plan: made and written in any thread.

    `as_of` is what to call the moment the plan is shown as of, "" for now.
    """

    kind: ReportKind
    data: PlanData
    about: Mapping[str, Any]
    names: bool = False
    as_of: str = ""

    def document(self) -> Document:
        """Return the report as a document. Raises TemplateError."""
        made = filled(self.kind, self.data, self.about, names=self.names)
        return replace(made, as_of=self.as_of)

    def write(self, out: Path) -> ExportResult:
        """Write it in the format of the file's suffix, and read it back; raises as `export`."""
        suffix = _suffix(out)
        refuse_plan_file(out)
        if self.kind.name == REPLY:
            written = write_reply(self.data, self.about["ids"], out)
        elif suffix in FORMATS:
            written = write(self.document(), out)
        else:
            _check_book(self.kind, self.data, suffix)
            written = WRITERS[suffix](self.data, out)
        return ExportResult(out, written.written, written.read_back, written.notices)


def gather(
    view: PlanView, report: str, principal: str = "", *, subject: str = "", names: bool = False
) -> Gathered:
    """Take out of the plan what a report is made of; arguments and errors as for `export`."""
    from nvworkshop.session.report_subjects import about

    kind = kind_named(report)
    data = limited(view, kind, principal)
    ids = [view.surroundings.new_id() for _ in range(NEW_ROWS)]
    told = {"ids": ids} if kind.name == REPLY else about(view, kind, subject)
    return Gathered(kind, data, told, names)


def counts_actions(report: str) -> bool:
    """Tell whether a report has every action it concerns: only then a number of them is true."""
    return report in (*BOOKS, REPLY)


def formats_of(kind: ReportKind) -> tuple[str, ...]:
    """Return the suffixes a report can be written with."""
    if kind.name == REPLY:
        return (".xlsx",)
    if kind.name not in BOOKS:
        return FORMATS
    whole = kind.subject is Subject.PLAN
    return (*FORMATS, *(one for one in WRITERS if whole or one != ".json"))


def _check_book(kind: ReportKind, data: PlanData, suffix: str) -> None:
    """Refuse a report that is no table, and a part of what is always whole."""
    if kind.name not in BOOKS:
        raise InputError(
            said("Rapporten {kind} finns inte som {suffix}.").format(
                kind=said(kind.sv).lower(), suffix=suffix
            ),
            hint=said("Välj {formats}.").format(formats=", ".join(FORMATS)),
        )
    if suffix == ".json" and (data.principal or data.municipality):
        raise InputError(
            said("JSON-filen har alltid hela planen."),
            said("Den går inte att begränsa till en huvudman eller kommun."),
            said("Skriv till .xlsx eller .csv i stället."),
        )


def plan_data(view: PlanView, principal: str = "", municipality: str = "") -> PlanData:
    """Return what reports are built from; `principal` and `municipality` are ids."""
    things = {kind: view.things(kind) for kind in KINDS}
    with as_source():
        found = conflicts(view)
    return PlanData(
        view.plan or Thing("plan", view.store.plan, {}),
        things,
        found,
        view.strategy,
        view.surroundings.now().astimezone(),
        principal,
        municipality,
        altered=is_altered(view),
    )


def _suffix(out: Path) -> str:
    suffix = out.suffix.casefold()
    works = (*WRITERS, *FORMATS)
    if suffix in works:
        return suffix
    what = f"”{out.suffix}”" if suffix else said("utan ändelse")
    raise InputError(
        said("Det går inte att skriva en fil {what}: {name}.").format(what=what, name=out.name),
        hint=said("Välj {works}.").format(works=", ".join(works)),
    )


def kind_named(report: str) -> ReportKind:
    """Return the report of a name. Raises InputError."""
    kinds = {one.name: one for one in report_kinds()}
    if report in kinds:
        return kinds[report]
    raise InputError(
        said("Det finns ingen rapport ”{report}”.").format(report=report),
        hint=said("Välj {kinds}.").format(kinds=", ".join(kinds)),
    )


def limited(view: PlanView, kind: ReportKind, who: str) -> PlanData:
    """Return what a report is built from, with only the rows of a huvudman or kommun.

    `who` is an id or a name. Raises InputError when the report needs one and it isn't known.
    """
    if not who:
        if kind.subject in _WHO:
            raise InputError(
                said("Rapporten {name} behöver en {who}.").format(
                    name=kind.name, who=said(_WHO[kind.subject])
                ),
                hint=_choices(view, kind.subject),
            )
        return replace(plan_data(view), earlier=_earlier(view, kind))
    if kind.subject is Subject.MUNICIPALITY:
        return plan_data(view, municipality=_municipality(view, who))
    principal = _principal(view, who)
    earlier = _earlier(view, kind, Scope(principal=principal))
    return replace(plan_data(view, principal), earlier=earlier)


def _earlier(view: PlanView, kind: ReportKind, scope: Scope = WHOLE) -> Earlier | None:
    """Return what has moved since the last follow-up before this one; None when there is none."""
    moment = since_last(standing_of(view, scope)) if kind.looks_back else None
    if moment is None:
        return None
    period = compare_standing(view, moment, scope=scope)
    return Earlier(period.then, period.compared)


_WHO = {Subject.PRINCIPAL: marked("huvudman"), Subject.MUNICIPALITY: marked("kommun")}


def _municipality(view: PlanView, who: str) -> str:
    item = view.strategy.find("municipality", who) or view.strategy.find("principal", who)
    if item is not None and view.strategy.get("municipality", item.id) is not None:
        return item.id
    raise InputError(
        said("Kommunen ”{who}” finns inte i strategin.").format(who=who),
        hint=_choices(view, Subject.MUNICIPALITY),
    )


def _principal(view: PlanView, who: str) -> str:
    item = view.strategy.find("principal", who)
    if item is not None:
        return item.id
    if any(one["principal"] == who for one in view.things("action")):
        return who
    raise InputError(
        said("Huvudmannen ”{who}” finns inte i strategin.").format(who=who),
        hint=_choices(view, Subject.PRINCIPAL),
    )


def _choices(view: PlanView, subject: Subject) -> str:
    names = ", ".join(label for _, label in view.strategy.options(subject.value))
    return (
        said("Välj någon av: {names}.").format(names=names)
        if names
        else said("Ange id för en {who}.").format(who=said(_WHO[subject]))
    )


def refuse_plan_file(out: Path) -> None:
    """Refuse to write over a plan file, whatever it is called, and over what is no file at all."""
    try:
        if out.exists() and not (out.is_file() or out.is_dir()):  # to read a pipe waits for ever
            raise InputError(
                said("{name} är ingen vanlig fil och skrivs inte över.").format(name=out.name),
                hint=said("Välj ett annat namn."),
            )
        with out.open("rb") as file:
            start = file.read(len(_PLAN_START))
    except OSError:  # not there, or not to be read: writing will tell
        return
    if start == _PLAN_START:
        raise InputError(
            said("{name} är en planfil och skrivs inte över.").format(name=out.name),
            hint=said("Välj ett annat namn."),
        )

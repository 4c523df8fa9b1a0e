"""Which reports a person can ask for, and of whom or what."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from nvworkshop.errors import ExportError
from nvworkshop.language import said
from nvworkshop.model.kinds import KINDS
from nvworkshop.model.things import Thing
from nvworkshop.places import RESOURCES
from nvworkshop.reports.prose import ReportKind
from nvworkshop.reports.prose.registry import Subject
from nvworkshop.session.documents import report_kinds, templates_folder
from nvworkshop.session.export import formats_of
from nvworkshop.session.receipts import receipts, sources_of
from nvworkshop.session.reported import report_days
from nvworkshop.session.view import PlanView

Choices = tuple[tuple[str, str], ...]

_ORIGINALS = "Programmets mallar"
"""The folder with copies of the program's templates, to begin one's own from."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A report to ask for; `choices` are ids and names of what it can be of.

    `formats` are suffixes. `own` tells that the template is a person's own.
    """

    name: str
    title: str
    about: str
    subject: Subject
    formats: tuple[str, ...]
    choices: Choices = ()
    own: bool = False


def offers(view: PlanView) -> list[Offer]:
    """Return every report, people's own templates last."""
    own = {one.stem for one in templates_folder().glob("*.md")}
    return [_offer(view, kind, own=kind.name in own) for kind in report_kinds()]


def _offer(view: PlanView, kind: ReportKind, *, own: bool) -> Offer:
    choices = subjects(view, kind.subject)
    title, about = said(kind.sv), said(kind.about)
    return Offer(kind.name, title, about, kind.subject, formats_of(kind), choices, own)


def subjects(view: PlanView, subject: Subject) -> Choices:
    """Return ids and names of what a report can be of; none for one of the whole plan."""
    find = _SUBJECTS.get(subject)
    return tuple(find(view)) if find else ()


def _principals(view: PlanView) -> Iterator[tuple[str, str]]:
    """Yield every huvudman of the plan's länsdel, and those with something in the plan."""
    used = {str(one["principal"]) for one in view.things("action") if one["principal"]}
    used |= {who for one in view.things("action") for who in one.items("contributors")}
    part = _part(view)
    near = {one.id for one in view.strategy.municipalities_of(part)} if part else set()
    known = view.strategy.options("principal")
    yield from (one for one in known if not part or one[0] in near | used)
    there = {one for one, _ in known}
    actors = {one for one, _ in view.strategy.options("actor")}
    answering = {str(one["principal"]) for one in view.things("action") if one["principal"]}
    yield from ((one, one) for one in sorted(answering - there - actors))


def _municipalities(view: PlanView) -> Iterator[tuple[str, str]]:
    part = _part(view)
    near = view.strategy.municipalities_of(part) if part else view.strategy.municipalities
    yield from ((one.id, one.label) for one in near)


def _part(view: PlanView) -> str:
    return view.plan.text("county_part") if view.plan else ""


def _workshops(view: PlanView) -> Iterator[tuple[str, str]]:
    latest = sorted(view.things("workshop"), key=lambda one: one.text("date"), reverse=True)
    for one in latest:
        named = (one.text("date"), view.name(one) or said(KINDS["workshop"].sv).capitalize())
        yield one.id, " · ".join(part for part in named if part)


def _receipts(view: PlanView) -> Iterator[tuple[str, str]]:
    yield from ((one.id, _receipt_name(one)) for one in receipts(view))


def _receipt_name(receipt: Thing) -> str:
    files = [one.file for one in sources_of(receipt) if one.file]
    more = said(" och {files} till").format(files=len(files) - 2) if len(files) > 2 else ""  # noqa: PLR2004 (two are read)
    back = said("återtagen") if receipt["taken_back"] is True else ""
    when = receipt.text("at")[:16].replace("T", " ")
    return " · ".join(one for one in (when, ", ".join(files[:2]) + more, back) if one)


def _reported(view: PlanView) -> Iterator[tuple[str, str]]:
    days = report_days(view)
    if days:
        yield "", said("Nu")
    yield from (
        (day, said("{day} ({count} redovisade)").format(day=day, count=count))
        for day, count in days
    )


_SUBJECTS: Mapping[Subject, Callable[[PlanView], Iterator[tuple[str, str]]]] = {
    Subject.PRINCIPAL: _principals,
    Subject.MUNICIPALITY: _municipalities,
    Subject.WORKSHOP: _workshops,
    Subject.RECEIPT: _receipts,
    Subject.REPORTED: _reported,
}


def ready_templates() -> Path:
    """Make the folder for people's own templates, with copies of the program's beside; return it.

    Raises ExportError.
    """
    folder = templates_folder()
    try:
        beside = folder / _ORIGINALS
        beside.mkdir(parents=True, exist_ok=True)
        for one in (RESOURCES / "reports").iterdir():
            if one.suffix in (".md", ".toml"):
                shutil.copyfile(one, beside / one.name)
    except OSError as error:
        raise ExportError(
            said("Mallmappen gick inte att göra i ordning: {folder}.").format(folder=folder),
            error.strerror or "",
        ) from error
    return folder

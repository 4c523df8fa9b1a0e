"""The main job on the sample plans, told line by line."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from nvworkshop.errors import InputError
from nvworkshop.language import said
from nvworkshop.merging.receipts import SourceResult
from nvworkshop.model.conflicts import Conflict
from nvworkshop.model.text import shorten_apart
from nvworkshop.places import SAMPLE_PLANS
from nvworkshop.session import joining, review
from nvworkshop.session.export import ExportResult, export
from nvworkshop.session.merge import merge
from nvworkshop.session.session import Session
from nvworkshop.session.sessions import create
from nvworkshop.session.suggesting import asked, pairs_in
from nvworkshop.session.view import PlanView

SOURCES = (
    "sodra.nvplan",
    "ostra.nvplan",
    "lulea_boden.nvplan",
    "norra.nvplan",
    "sodra-annan-dator.nvplan",
    "norra-skadad.nvplan",
)
OVERALL = "övergripande plan.nvplan"
WORKBOOK = "övergripande plan.xlsx"


def run(folder: Path) -> Iterator[str]:
    """Do the main job in a folder of its own and yield a line for each thing that happened."""
    began = time.perf_counter()
    folder = _empty(folder)
    sources = [_copied(SAMPLE_PLANS / name, folder) for name in SOURCES]
    yield said("Kopierade {sources} planfiler till {folder}").format(
        sources=len(sources), folder=folder
    )
    session = create(folder / OVERALL, title="Övergripande handlingsplan (exempel)", sample=True)
    try:
        report = merge(session, sources)
        yield said("Slog samman:")
        yield from (f"  {_source_line(source)}" for source in report.sources)
        yield said("Nu finns {actions} åtgärder och {conflicts} konflikter i planen.").format(
            actions=report.actions, conflicts=report.conflicts
        )
        yield from _decide(session)
        yield from _join(session)
        session.publish()
        result = export(session, folder / WORKBOOK)
    finally:
        session.close()
    yield from _written(result)
    yield said("Planfilen:   {place}").format(place=folder / OVERALL)
    told = said("Klart på {seconds:.1f} s.")
    yield told.format(seconds=time.perf_counter() - began).replace(".", ",", 1)


def _written(result: ExportResult) -> Iterator[str]:
    yield said("{written} åtgärder skrivna, {read_back} återlästa.").format(
        written=result.written, read_back=result.read_back
    )
    yield said("Arbetsboken: {place}").format(place=result.place)


def _empty(folder: Path) -> Path:
    """Return the folder when it is new or empty, else one inside it that is: nothing is lost."""
    for number in count(1):
        place = folder if number == 1 else folder / f"körning {number}"
        if not place.exists() or (place.is_dir() and not any(place.iterdir())):
            place.mkdir(parents=True, exist_ok=True)
            return place
    raise AssertionError


def _copied(sample: Path, folder: Path) -> Path:
    if not sample.is_file():
        raise InputError(
            said("Exempelplanen {name} saknas.").format(name=sample.name),
            hint=said("Installera programmet igen."),
        )
    return Path(shutil.copyfile(sample, folder / sample.name))


def _source_line(source: SourceResult) -> str:
    if source.error:
        return f"{source.file}: {source.error}"
    line = said("{file}: {new_changes} nya ändringar, {known_changes} kända").format(
        file=source.file, new_changes=source.new_changes, known_changes=source.known_changes
    )
    lost = source.damaged_changes
    return (
        said("{line}, {lost} gick inte att läsa (filen var skadad)").format(line=line, lost=lost)
        if lost
        else line
    )


def _decide(session: Session) -> Iterator[str]:
    """Show the conflicts and decide the first, as a coordinator would."""
    found = review.conflicts(session)
    yield from (
        said("  Konflikt: {conflict_line}").format(conflict_line=_conflict_line(session, one))
        for one in found
    )
    if found:
        first = found[0]
        last = first.values[-1]
        review.resolve(session, first.entity, first.field, use=last.n)
        yield said("Avgjorde ”{label}”: värdet från {device}. {found} är kvar.").format(
            label=first.label, device=last.device, found=len(found) - 1
        )


def _conflict_line(view: PlanView, one: Conflict) -> str:
    shown = [view.readable(one.kind, one.field, value.value) for value in one.values]
    texts = zip(shorten_apart(shown, 60), one.values, strict=True)
    told = " ⟷ ".join(f"{text} ({value.device})" for text, value in texts)
    return f"”{view.title(one.kind, one.entity)}”, {said(one.label)}: {told}"


def _join(session: Session) -> Iterator[str]:
    """Show the near-duplicates and join the most certain pair."""
    found = pairs_in(asked(session))
    titles = {one.id: one.text("title") for one in session.things("action")}
    yield said("Fann {found} möjliga dubbletter. De säkraste:").format(found=len(found))
    for one in found[:3]:
        yield f"  {one.score:.0%}  ”{titles[one.ids[0]]}” – ”{titles[one.ids[1]]}”"
    if found:
        joining.join(session, found[0].ids)
        yield said("Samlade de två första i en gemensam åtgärd. Originalen finns kvar.")

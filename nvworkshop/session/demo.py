"""The main job on the sample plans, told line by line."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from nvworkshop.errors import InputError
from nvworkshop.merging.receipts import SourceResult
from nvworkshop.model.conflicts import Conflict
from nvworkshop.model.text import shorten_apart
from nvworkshop.places import SAMPLE_PLANS
from nvworkshop.session import joining, review
from nvworkshop.session.export import export
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
    yield f"Kopierade {len(sources)} planfiler till {folder}"
    session = create(folder / OVERALL, title="Övergripande handlingsplan (exempel)", sample=True)
    try:
        report = merge(session, sources)
        yield "Slog samman:"
        yield from (f"  {_source_line(source)}" for source in report.sources)
        yield f"Nu finns {report.actions} åtgärder och {report.conflicts} konflikter i planen."
        yield from _decide(session)
        yield from _join(session)
        session.publish()
        result = export(session, folder / WORKBOOK)
    finally:
        session.close()
    yield f"{result.written} åtgärder skrivna, {result.read_back} återlästa."
    yield f"Arbetsboken: {result.place}"
    yield f"Planfilen:   {folder / OVERALL}"
    yield f"Klart på {time.perf_counter() - began:.1f} s.".replace(".", ",", 1)


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
        raise InputError(f"Exempelplanen {sample.name} saknas.", hint="Installera programmet igen.")
    return Path(shutil.copyfile(sample, folder / sample.name))


def _source_line(source: SourceResult) -> str:
    if source.error:
        return f"{source.file}: {source.error}"
    line = f"{source.file}: {source.new_changes} nya ändringar, {source.known_changes} kända"
    lost = source.damaged_changes
    return f"{line}, {lost} gick inte att läsa (filen var skadad)" if lost else line


def _decide(session: Session) -> Iterator[str]:
    """Show the conflicts and decide the first, as a coordinator would."""
    found = review.conflicts(session)
    yield from (f"  Konflikt: {_conflict_line(session, one)}" for one in found)
    if found:
        first = found[0]
        last = first.values[-1]
        review.resolve(session, first.entity, first.field, use=last.n)
        yield f"Avgjorde ”{first.label}”: värdet från {last.device}. {len(found) - 1} är kvar."


def _conflict_line(view: PlanView, one: Conflict) -> str:
    shown = [view.readable(one.kind, one.field, value.value) for value in one.values]
    texts = zip(shorten_apart(shown, 60), one.values, strict=True)
    told = " ⟷ ".join(f"{text} ({value.device})" for text, value in texts)
    return f"”{view.title(one.kind, one.entity)}”, {one.label}: {told}"


def _join(session: Session) -> Iterator[str]:
    """Show the near-duplicates and join the most certain pair."""
    found = pairs_in(asked(session))
    titles = {one.id: one.text("title") for one in session.things("action")}
    yield f"Fann {len(found)} möjliga dubbletter. De säkraste:"
    for one in found[:3]:
        yield f"  {one.score:.0%}  ”{titles[one.ids[0]]}” – ”{titles[one.ids[1]]}”"
    if found:
        joining.join(session, found[0].ids)
        yield "Samlade de två första i en gemensam åtgärd. Originalen finns kvar."

"""What a purge does not reach: told in words always, and by name where it lies on this computer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from glob import escape
from itertools import chain
from pathlib import Path

from nvworkshop.language import marked, said
from nvworkshop.model.kinds import REDACT
from nvworkshop.planfile.reading.content import PlanContent
from nvworkshop.planfile.reading.pool import ReaderPool
from nvworkshop.planfile.workfiles import WorkFiles, all_in
from nvworkshop.session.drafts import drafts_in
from nvworkshop.session.view import PlanView

ALWAYS = (
    marked(
        "Kopior av planfilen som andra har, eller som ligger någon annanstans, har kvar det tills"
        " de slås samman med planen."
    ),
    marked(
        "Planer som den här planen har slagits samman till, till exempel länets, blir av med det"
        " nästa gång de slås samman med den. Då gäller det också deras säkerhetskopior."
    ),
    marked(
        "Dokument som redan är sparade (Word, Excel, PDF och andra), låsta kopior och utskrifter"
        " har kvar det."
    ),
    marked("Samma ord i andra texter finns kvar. Sök efter dem, och ändra eller radera dem där."),
    marked("Namn på planer och filer står kvar i kvittona på sammanslagningar."),
    marked(
        "Säkerhetskopior som andra program tar av datorn har kvar det, och på disken själv kan"
        " särskilda program hitta spår."
    ),
)
"""What remains by design, whatever was erased."""


def remaining(view: PlanView) -> tuple[str, ...]:
    """Return a sentence for each place on this computer where erased values may still stand.

    It reads the working copies of every plan, which takes a while; nothing is changed.
    """
    erased = {one.entity for one in view.store.changes("kind = ?", (REDACT.name,))}
    if not erased:
        return ()
    works = all_in(_work(view))
    told = (_laid_aside(view), _plans(view, works, erased), _drafts(view, works, erased))
    return tuple(dict.fromkeys(chain.from_iterable(told)))


def _laid_aside(view: PlanView) -> Iterator[str]:
    """Yield what was laid aside because it was damaged, or left by a crash."""
    work, place = _work(view), view.file
    found = [*work.glob("*.damaged*"), *work.glob("*.new")]
    if place is not None:
        name = escape(place.name[:100])
        found += place.parent.glob(f"{name}*.skadad*")
        found += place.parent.glob(f".{name}*.tmp")
    for one in sorted(found):
        if one.is_file() and not one.name.endswith("-journal"):
            yield said(
                "{file} har lagts undan och kan ha kvar det. Ta bort filen när den inte behövs."
            ).format(file=one)


def _plans(view: PlanView, works: Sequence[WorkFiles], erased: set[str]) -> Iterator[str]:
    """Yield the plans on this computer whose working copies hold the values still."""
    cards = {one.database: one.card() for one in works}
    with ReaderPool(workers=1) as pool:
        for database, content in pool.read_all(cards):
            if isinstance(content, PlanContent) and _holds(content, erased):
                card = cards[database]
                yield _still(card.place if card else database, view)


def _holds(content: PlanContent, erased: set[str]) -> bool:
    return any(one.value is not None and one.id.hex() in erased for one in content.changes)


def _still(place: Path, view: PlanView) -> str:
    if view.file is not None and place == view.file.resolve():
        text = said("Programmets arbetskopia av {file} har kvar det, tills planen öppnas.")
    else:
        text = said("{file} har kvar det, tills den slås samman med den här planen.")
    return text.format(file=place)


def _drafts(view: PlanView, works: Sequence[WorkFiles], erased: set[str]) -> Iterator[str]:
    """Yield the plans with text that was never saved, in a field that has been erased in."""
    fields = {
        (one.kind, one.entity, one.field) for one in view.store.changes() if one.id.hex() in erased
    }
    for files in works:
        card = files.card()
        if card is not None and any(one.at in fields for one in drafts_in(files.drafts)):
            yield said(
                "Text som inte hann sparas i {file} finns kvar på datorn. Den visas när planen"
                " öppnas, och går då att ta bort."
            ).format(file=card.place)


def _work(view: PlanView) -> Path:
    return view.surroundings.home() / "work"

"""Merging plan files into the open plan: a union, in one transaction, with a receipt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field, replace
from pathlib import Path

from nvworkshop.errors import InputError, PlanFileError
from nvworkshop.language import said
from nvworkshop.merging.brought import Brought
from nvworkshop.merging.receipts import MergeReport, SourceResult
from nvworkshop.model.aside import Ranges, aside_of, joined
from nvworkshop.model.changes import Change
from nvworkshop.model.fields import FieldType
from nvworkshop.model.kinds import KINDS
from nvworkshop.model.things import Thing
from nvworkshop.planfile.reading.content import PlanContent
from nvworkshop.planfile.reading.pool import ReaderPool
from nvworkshop.planfile.store import Store
from nvworkshop.session.admitting import admitted
from nvworkshop.session.collecting import uncollected
from nvworkshop.session.own_work import kept, told_of
from nvworkshop.session.receipt_writing import conflict_count, write_receipt
from nvworkshop.session.receipts import Source, damage, receipts, refuse_foreign, source_of
from nvworkshop.session.session import Session
from nvworkshop.session.steps import FieldStep, Step
from nvworkshop.session.view import PlanView

SUFFIX = ".nvplan"
Progress = Callable[[int, int, str], None]
"""Called with files done, files in all, and the name of the one at hand."""


Contents = Iterable[tuple[Path, PlanContent | PlanFileError]]
"""Files with what was read of them, or why nothing was."""


@dataclass(slots=True)
class _Run:
    """One merge under way.

    `owed` are damaged files by plan, whose loss isn't made good. `worth` tells that a receipt is
    needed though nothing of people's is new.
    """

    session: Session
    results: list[SourceResult] = field(default_factory=list)
    brought: Brought = field(default_factory=Brought)
    kept: dict[str, Ranges] = field(default_factory=dict)
    seen: dict[str, str] = field(default_factory=dict)
    owed: dict[str, Source] = field(default_factory=dict)
    worth: bool = False
    erased: int = 0

    def keep(self, kept: dict[str, Ranges]) -> None:
        """Take in what stays here whatever another copy has taken back."""
        for receipt, ranges in kept.items():
            self.kept[receipt] = joined(self.kept.get(receipt, {}), ranges)


def merge(
    session: Session,
    sources: Iterable[Path],
    *,
    dry_run: bool = False,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> MergeReport:
    """Merge plan files (or folders of them) into the open plan.

    A source that can't be read is reported and the others go on. A dry run does everything and
    keeps nothing. Raises CancelledError when `cancelled` says so; then nothing has changed.
    """
    places = found_in(sources)
    with ReaderPool() as pool:
        contents = pool.read_all(places, cancel=cancelled)
        return merge_contents(session, _told(contents, len(places), progress), dry_run=dry_run)


def _told(contents: Contents, of: int, progress: Progress | None) -> Contents:
    for number, (place, content) in enumerate(contents):
        if progress:
            progress(number, of, place.name)
        yield place, content


def merge_contents(session: Session, contents: Contents, *, dry_run: bool = False) -> MergeReport:
    """Merge what was read of plan files, as `merge` does."""
    run = _Run(session, owed=damage(session))
    if not dry_run and session.store.count():
        session.backup("merge")
    with session.writing(keep=not dry_run), uncollected():
        for place, content in contents:
            run.results.append(_take(run, place, content))
        receipt = _write_receipt(run)
        report = _report(run, receipt)
    if not dry_run:
        session.warnings += session.forget(run.brought.redactions)
    if receipt and not dry_run:
        step = FieldStep(("receipt", receipt), "taken_back", (True,), ())
        touched = {("receipt", receipt), *run.brought.touched}
        session.did_outside(Step(said("Slå samman"), (step,)), touched)
    return report


def found_in(sources: Iterable[Path]) -> list[Path]:
    """Return the plan files named, with the plan files of every folder named."""
    places: list[Path] = []
    for source in sources:
        if source.is_dir():
            places += sorted(
                one for one in source.iterdir() if one.suffix.lower() == SUFFIX and one.is_file()
            )
        else:
            places.append(source)
    return list(dict.fromkeys(places))


def _take(run: _Run, place: Path, content: PlanContent | PlanFileError) -> SourceResult:
    file = place.name.encode(errors="replace").decode()  # a name a receipt can hold
    if isinstance(content, PlanFileError):
        return SourceResult(file, error=content.sentence)
    let_in = admitted(run.session, content)
    if isinstance(let_in, PlanFileError):
        return SourceResult(file, content.sha256, error=let_in.sentence)
    content = let_in
    store = run.session.store
    before = store.aside
    away = [one for one in content.changes if before.covers(one)]
    revived = _revived(run.session, content, away)
    appended = store.append(content.changes)
    revived += [one for one in away if one not in revived and not store.aside.covers(one)]
    brought = [*appended.new, *revived]
    ranges = run.brought.add(brought)
    run.keep(kept(run.session, before, run.brought.ranges))
    run.worth |= bool(run.kept) or told_of(run.session, appended.new, run.brought.ranges)
    run.erased += appended.erased
    new = len(appended.new) + len(revived) + appended.filled
    notes = [*content.notes, *_same_notes(run, place, file, content.sha256)]
    plan = store.thing(KINDS["plan"], content.plan)
    result = SourceResult(
        file,
        content.sha256,
        new_changes=new,
        known_changes=len(content.changes) - new,
        damaged_changes=content.damaged,
        notes=tuple(notes),
        county_part=plan.text("county_part") if plan else "",
        plan=content.plan,
        title=plan.text("title") if plan else "",
        brought=ranges,
        joined=_joined(store, content, appended.new),
    )
    owed = run.owed.get(content.plan)
    run.worth |= owed is not None and source_of(result).makes_good(owed)
    return result


def _joined(store: Store, content: PlanContent, new: Sequence[Change]) -> tuple[str, ...]:
    """Return the things that the source wrote in, and that we wrote in without its knowing."""
    theirs = Counter([one.entity for one in content.changes])
    kinds = {name for name, kind in KINDS.items() if not kind.system}
    written = dict.fromkeys(one.entity for one in new if one.kind in kinds)
    return tuple(one for one in written if store.count_of(one) > theirs[one])


def _revived(session: Session, content: PlanContent, away: list[Change]) -> list[Change]:
    """Return the changes we have set aside (`away`) and the source has by itself.

    A copy of this plan that knows the merge we took back brings nothing by having it too.
    """
    if not away or content.plan != session.store.plan:
        return list(away)
    known = {one.entity for one in content.changes if one.kind == "receipt"}
    shared = [one for one in receipts(session) if one.id in known]
    written = session.store.changes("kind = 'receipt' AND field = 'brought'")
    same = aside_of(shared, session.store.plan, written)
    return [one for one in away if not same.covers(one)]


def _same_notes(run: _Run, place: Path, file: str, sha256: str) -> list[str]:
    notes = []
    target = run.session.target
    if target and place.resolve() == target.place.resolve():
        notes.append(said("Det är samma fil som planen du slår samman i."))
    if sha256 in run.seen:
        notes.append(said("Samma innehåll som {seen}.").format(seen=run.seen[sha256]))
    run.seen.setdefault(sha256, file)
    return notes


def _write_receipt(run: _Run) -> str:
    """Write the receipt; none when only receipts and the like were new, so merging ends.

    Receipts that tell of what was here already are worth one (see `own_work`), and so is a whole
    file after a damaged one.
    """
    system = all(kind in KINDS and KINDS[kind].system for kind in run.brought.kinds)
    if system and not run.worth:
        return ""
    return write_receipt(run.session, run.results, run.brought.ranges, run.kept)


def _report(run: _Run, receipt: str) -> MergeReport:
    return MergeReport(
        receipt,
        tuple(run.results),
        run.session.how_many("action"),
        conflict_count(run.session),
        run.erased,
    )


def undo_merge(session: Session, receipt: str = "") -> tuple[Thing, dict[str, str]]:
    """Take back a whole merge: the one named, else the newest not taken back.

    Returns the receipt, and the ids and names of the things that somebody has built on since:
    what they wrote stays, with nothing of what the merge brought around it.
    """
    thing = _to_take_back(session, receipt)
    kinds = {one: session.key(one)[0] for one in things_built_on(session, thing)}
    built_on = {one: session.title(kind, one) for one, kind in kinds.items()}
    session.backup("undo-merge")
    session.write(said("Ta tillbaka sammanslagning"), {("receipt", thing.id): {"taken_back": True}})
    return thing, built_on


def things_built_on(view: PlanView, receipt: Thing) -> list[str]:
    """Return the ids of what somebody has built on this merge since.

    Things whose values from it have been replaced, and things that point at what it made: joint
    actions that gather it, follow-ups of it.
    """
    only = replace(receipt, values={**receipt.values, "taken_back": True})
    alone = aside_of([only], view.store.plan)
    log = view.store.changes
    brought = {one.id: one.entity for one in log() if alone.covers(one)}
    stays = [one for one in log() if one.id not in brought and not view.store.aside.covers(one)]
    rewritten = [one.entity for one in stays if not brought.keys().isdisjoint(one.replaced)]
    made = {*brought.values()} - {one.entity for one in stays}
    return list(dict.fromkeys([*rewritten, *_pointing_at(view, made)]))


def _pointing_at(view: PlanView, made: Set[str]) -> Iterator[str]:
    """Yield the things that name one of those; for a link the joint action that it is of."""
    for kind in KINDS.values():
        names = [one.name for one in kind.fields if one.type is FieldType.REF and one.of != "plan"]
        for thing in view.things(kind.name) if names and not kind.system else ():
            named = (one for name in names for one in (thing.text(name), *thing.items(name)))
            if thing.id not in made and not made.isdisjoint(named):
                yield thing.text("joint_action") if kind.name == "link" else thing.id


def _to_take_back(session: Session, receipt: str) -> Thing:
    if receipt:
        kind, entity = session.key(receipt)
        found = session.store.thing(KINDS[kind], entity) if kind == "receipt" else None
        if found is None:
            raise InputError(said("”{receipt}” är inget kvitto.").format(receipt=receipt))
        refuse_foreign(session, found)
        if found["taken_back"] is True:
            raise InputError(said("Den sammanslagningen är redan återtagen."))
        return found
    for one in receipts(session):
        if one["taken_back"] is not True:
            return one
    raise InputError(said("Det finns ingen sammanslagning att ta tillbaka."))

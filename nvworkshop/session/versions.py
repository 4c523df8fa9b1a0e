"""Frozen versions: a plan as it stood when somebody froze it, whatever has happened since."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from typing import Any

from nvworkshop.errors import InputError
from nvworkshop.language import marked, said
from nvworkshop.model.aside import Held, held, ranges_of
from nvworkshop.model.changes import REDACT, Change
from nvworkshop.model.heads import heads
from nvworkshop.model.kinds import KINDS
from nvworkshop.model.text import fold
from nvworkshop.model.things import Thing
from nvworkshop.planfile.store import Key
from nvworkshop.session.files import store_of
from nvworkshop.session.fingerprint import fingerprint, said_of
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.receipt_writing import conflict_count
from nvworkshop.session.session import Session
from nvworkshop.session.steps import FieldStep, Step, values_of
from nvworkshop.session.view import PlanView

LABEL = marked("Frys version")

_ROWS = "kind IN ('action', 'joint_action', 'link', 'indicator')"


def freeze(session: Session, title: str, *, state: str = "", note: str = "") -> Outcome:
    """Freeze the plan as it is now under a name such as "1.0"; undone in one step.

    The plan gets that version, and `state` ("" keeps the one it has). `outcome.entity` is the
    version's id. Raises InputError without a name, or when another version has it.
    """
    values = _read(session, title, state, note)
    key: Key = ("plan", session.store.plan)
    plan = {"state": values["state"], "version": values["title"]} if session.plan else {}
    before = session.pen.heads(key)
    with session.writing():
        changes = session.pen.announcement()
        for name, data in plan.items():
            changes += session.pen.sets(key, name, (data,), before)
        session.store.append(changes)  # a frozen version says of itself which it is
        version = session.add_inside(
            "version",
            {
                **values,
                "fingerprint": fingerprint(session),
                "holds": ranges_of(session.store.changes()),
                "plan": session.store.plan,
            },
        )
    fields = [
        FieldStep(key, name, values_of(before.get(name, ())), (data,))
        for name, data in plan.items()
    ]
    fields.append(FieldStep(("version", version), "taken_back", (True,), ()))
    touched = {("version", version), *([key] if plan else [])}
    outcome = session.did_outside(Step(f"{said(LABEL)} {values['title']}", tuple(fields)), touched)
    return Outcome(outcome.touched, outcome.label, _notes(session), version)


def thaw(session: Session, version: str) -> Outcome:
    """Take a frozen version back, however long ago it was frozen; undone in one step.

    The plan gets the newest version left, and keeps its state. Raises InputError when the id isn't
    a version's, or it is taken back already.
    """
    key = session.key(version)
    thing = session.current(*key)
    own = versions(session)
    if thing is None or thing.id not in {one.id for one in own}:
        raise InputError(said("Den versionen finns inte, eller är redan tillbakatagen."))
    edits: dict[Key, dict[str, Any]] = {key: {"taken_back": True}}
    title = thing.text("title")
    if session.plan and session.plan.text("version") == title:
        left = next((one.text("title") for one in own if one.id != thing.id), None)
        edits["plan", session.store.plan] = {"version": left}
    return session.write(
        said("Ta tillbaka version {title}").format(title=title), edits, notes=_about(session, title)
    )


def _about(session: Session, title: str) -> tuple[str, ...]:
    found = [one for one in session.things("decision") if one.text("version") == title]
    if not found:
        return ()
    what = (
        said("1 beslut gäller")
        if len(found) == 1
        else said("{found} beslut gäller").format(found=len(found))
    )
    return (said("{what} version {title}. Besluten är kvar.").format(what=what, title=title),)


def _read(session: Session, title: str, state: str, note: str) -> dict[str, Any]:
    """Read what a person typed about a new version."""
    plan = session.plan
    typed = {
        "title": title,
        "state": state or (plan["state"] if plan else None) or "draft",
        "date": session.surroundings.today().isoformat(),
        "note": note,
    }
    values = session.read(KINDS["version"], typed).values
    if not isinstance(values["title"], str):
        raise InputError(said("Versionen saknar namn."), hint=said("Skriv till exempel 1.0."))
    taken = version_called(session, values["title"])
    if taken:
        raise InputError(
            said("Version {title} finns redan, frusen {date}.").format(
                title=taken.text("title"), date=taken.text("date")
            ),
            hint=said("Välj ett annat namn."),
        )
    return {name: data for name, data in values.items() if data is not None}


def _notes(session: Session) -> tuple[str, ...]:
    conflicts = conflict_count(session)
    if not conflicts:
        return ()
    what = (
        said("1 konflikt")
        if conflicts == 1
        else said("{conflicts} konflikter").format(conflicts=conflicts)
    )
    return (
        said("Planen har {what} som ingen har avgjort. Versionen har alla värdena kvar.").format(
            what=what
        ),
    )


def versions(view: PlanView, plan: str = "") -> list[Thing]:
    """Return the frozen versions of a plan (this file's own unless given), newest first."""
    wanted = plan or view.store.plan
    found = [one for one in view.things("version") if one["plan"] == wanted]
    return [one for one in reversed(found) if one["taken_back"] is not True]


def version_called(view: PlanView, title: str) -> Thing | None:
    """Return the newest version of that name."""
    wanted = fold(title)
    return next((one for one in versions(view) if fold(one.text("title")) == wanted), None)


def is_altered(view: PlanView) -> bool:
    """Tell whether the rows of a plan have changed since it was frozen as the version it says.

    A draft is changed all the time, and says nothing of it. What is told of a plan afterwards, such
    as decisions and follow-ups, changes none of it.
    """
    plan = view.plan
    if plan is None or plan["state"] in (None, "draft"):
        return False
    version = version_called(view, plan.text("version"))
    if version is None:
        return False
    holds = held(version["holds"])
    later = {one.entity for one in view.store.changes(_ROWS) if not holds.has(one)}
    return any(_has_changed(view.store.changes_of(one), holds) for one in later)


def _has_changed(changes: Sequence[Change], holds: Held) -> bool:
    then = [one for one in changes if holds.has(one)]
    return said_of(heads(changes)) != said_of(heads(then))


def next_name(view: PlanView) -> str:
    """Suggest a name for the next version: one more than the last part of the newest's."""
    frozen = versions(view)
    if not frozen:
        plan = view.plan
        return (plan.text("version") if plan else "") or "1.0"
    newest = frozen[0].text("title")
    last = re.search(r"\d+(?=\D*\Z)", newest)
    if last is None:
        return f"{newest} 2"
    number = int(last[0]) + 1
    while version_called(view, name := f"{newest[: last.start()]}{number}{newest[last.end() :]}"):
        number += 1
    return name


@contextmanager
def version_view(view: PlanView, version: Thing) -> Iterator[PlanView]:
    """Give the plan exactly as it stood when the version was frozen.

    What has been erased for good since is erased there too. Its clock stands at the freezing.
    """
    holds = held(version["holds"])
    log = [one for one in view.store.changes() if holds.has(one) or one.kind == REDACT]
    with closing(store_of(version.text("plan"), log)) as store:
        yield PlanView(store, view.surroundings.standing_at(frozen_at(view, version)))


def frozen_at(view: PlanView, version: Thing) -> int:
    """Return when a version was frozen, in milliseconds since 1970 UTC."""
    written = view.store.changes("entity = ?", (version.id,))
    return min((one.at for one in written), default=view.store.latest)


def told_of(view: PlanView, version: Thing, then: PlanView) -> str:
    """Say why a version doesn't read as when it was frozen; "" when it does, to the letter."""
    holds = held(version["holds"])
    missing = holds.count - sum(holds.has(one) for one in then.store.changes())
    if missing:
        return said("{missing} av versionens {count} ändringar finns inte i den här filen.").format(
            missing=missing, count=holds.count
        )
    if fingerprint(then) == version["fingerprint"]:
        return ""
    if any(holds.has(one) for one in view.store.changes("value IS NULL")):
        return said("Något i versionen har raderats för gott sedan den frystes.")
    return said(
        "Versionen läses inte som när den frystes: programmet räknar fingeravtryck på annat sätt."
    )

"""The command that shows how far a plan has come on its way to decisions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from nvworkshop.cli.command import command
from nvworkshop.cli.editing import file_argument
from nvworkshop.cli.output import as_json_option, counted, lines, plain, print_json, say, show
from nvworkshop.cli.showing import viewing
from nvworkshop.language import said
from nvworkshop.model.text import shorten

if TYPE_CHECKING:
    from nvworkshop.session.anchoring import Anchoring, Answer
    from nvworkshop.session.view import PlanView

_OF_DECISION = (
    "version", "sent", "due", "answered", "answer",
    "adoption", "date", "reference", "registry", "exception",
)  # fmt: skip


@command()
@file_argument
@as_json_option
def anchoring(file: Path, as_json: bool) -> None:
    """Visa förankringen: vem som har fått planen, svarat och beslutat.

    Skriv med: nvworkshop add FIL decision principal=Piteå sent=2026-11-30 due=2027-01-15, och sedan
    set FIL ID answered=… adoption=wholly date=… "reference=KS § 112" registry=…
    """
    from nvworkshop.session.anchoring import chain

    with viewing(file) as view:
        found = chain(view)
        if as_json:
            print_json(_json(found))
        else:
            _show(view, found)
            say(*found.said)


def _json(found: Anchoring) -> dict[str, object]:
    from nvworkshop.session.anchoring import Level, Stage

    return {
        "state": found.state,
        "version": found.version or None,
        "counts": {one.name.casefold(): found.count(one) for one in Stage},
        "principals": len(found.of(Level.PRINCIPAL)),
        "answers": [_answer_json(one) for one in found.answers],
    }


def _answer_json(one: Answer) -> dict[str, object]:
    decision = one.decision
    return {
        "level": one.party.level.name.casefold(),
        "id": one.party.id,
        "name": one.party.name,
        "stage": one.stage.name.casefold(),
        "days": one.days,
        "decision": decision.id if decision else None,
        **{name: plain(decision[name]) if decision else None for name in _OF_DECISION},
        "older_version": one.older_version or None,
        "earlier": one.earlier,
        "own_plan": one.own_plan or None,
    }


def _show(view: PlanView, found: Anchoring) -> None:
    from nvworkshop.session.anchoring import Level

    state = view.readable("plan", "state", found.state)
    show(f"{state} {found.version}".rstrip())
    for level in Level:
        answers = found.of(level)
        if answers:
            show(f"\n{said(level.value)}")
            lines([_row(one) for one in answers])


def _row(one: Answer) -> tuple[str, ...]:
    decision = one.decision
    texts = [decision.text(name) for name in ("date", "reference", "registry")] if decision else []
    more = [
        *(text for text in texts if text),
        said("undantag: {exception}").format(exception=decision.text("exception"))
        if decision and decision["exception"]
        else "",
        _days(one.days) if one.days is not None else "",
        said("gäller version {older_version}").format(older_version=one.older_version)
        if one.older_version
        else "",
        said("egen plan: {own_plan}").format(own_plan=one.own_plan) if one.own_plan else "",
    ]
    ident = decision.id[:8] if decision else ""
    spoken = shorten(", ".join(text for text in more if text), 100)
    return (f"  {ident:8}", one.party.name, said(one.stage.value), spoken)


def _days(days: int) -> str:
    if days < 0:
        return said("{counted} sen").format(counted=counted(-days, said("dag"), said("dagar")))
    return said("{counted} kvar").format(counted=counted(days, said("dag"), said("dagar")))


COMMANDS = (anchoring,)

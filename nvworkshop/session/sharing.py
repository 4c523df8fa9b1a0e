"""Whether indicators are the same: said once, remembered, and undone as any step."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from nvworkshop.errors import InputError
from nvworkshop.followup.sharing import roots
from nvworkshop.language import said
from nvworkshop.model.text import fold
from nvworkshop.model.things import Thing
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.session import NewThing, Session


def share(session: Session, kept: str, others: Sequence[str]) -> Outcome:
    """Let others be the same indicator as `kept`: their values count with its own.

    Nothing is moved, so what a länsdel writes later comes along too. Raises InputError when they
    are measured in different units, or are the same already.
    """
    of = roots(session.things("indicator"))
    root = _indicator(session, of.get(kept, kept))
    there = [_indicator(session, one) for one in others]
    rest = [one for one in there if of.get(one.id) != root.id]
    if not rest:
        raise InputError(said("De är redan samma indikator."))
    units = {fold(one.text("unit")): one.text("unit") for one in (root, *rest)}
    units.pop("", None)
    if len(units) > 1:
        raise InputError(
            said("De mäts i olika enheter: {units}.").format(units=", ".join(units.values())),
            hint=said("Ändra enheterna först, om det ändå är samma indikator."),
        )
    edits = {("indicator", of[one.id]): {"same_as": root.id} for one in rest}
    return session.write(said("Samma indikator: {title}").format(title=root.text("title")), edits)


def part(session: Session, entity: str) -> Outcome:
    """Let an indicator stand for itself again."""
    thing = _indicator(session, entity)
    return session.write(said("Egen indikator"), {("indicator", thing.id): {"same_as": None}})


def keep_apart(session: Session, entities: Sequence[str]) -> Outcome:
    """Remember that no two of the indicators are the same; it is not asked again."""
    ids = sorted({_indicator(session, one).id for one in entities})
    if len(ids) == 1:
        raise InputError(said("Ange två olika indikatorer."))
    new: list[NewThing] = [
        ("distinct", session.surroundings.new_id(), {"indicators": list(pair)})
        for pair in combinations(ids, 2)
    ]
    return session.add_many(said("Olika indikatorer"), new, entity=new[0][1])


def _indicator(session: Session, entity: str) -> Thing:
    thing = session.thing(entity)
    if thing.kind != "indicator":
        raise InputError(said("Det är ingen indikator."))
    return thing

"""Joint actions: gather actions, add more, split them, and see what has changed in them since."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from nvworkshop.errors import InputError
from nvworkshop.language import said
from nvworkshop.merging.joint import joint_values
from nvworkshop.model.changes import REMOVED
from nvworkshop.model.heads import heads
from nvworkshop.model.kinds import KINDS
from nvworkshop.model.rules import gathered
from nvworkshop.model.text import clean
from nvworkshop.model.things import Thing
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.session import NewThing, Session
from nvworkshop.session.view import PlanView

_SHARED = frozenset(one.name for one in KINDS["joint_action"].fields) - {"plan"}
"""The fields a joint action has of the actions it gathers: a change in them is worth a warning."""


def join(
    session: Session,
    entities: Sequence[str],
    *,
    title: str = "",
    values: Mapping[str, Any] | None = None,
) -> Outcome:
    """Gather actions in a joint action; the originals stay as they are.

    One of the ids may be a joint action: then the actions are added to it, and its values stay.
    `values` are typed by a person and stand in for what is proposed, None for a field left empty.
    """
    actions, joint = _told_apart(session, entities)
    target = joint.id if joint else session.surroundings.new_id()
    titled = clean(title, multiline=False).text
    session.guard.check(KINDS["joint_action"], {"title": titled})
    if joint and (values or titled):
        raise InputError(
            said("”{name}” finns redan och behåller sina värden.").format(name=session.name(joint)),
            hint=said("Lägg till åtgärderna först, och ändra sedan i den."),
        )
    _refuse_same(session, target, actions, joint)
    new: list[NewThing] = []
    told: tuple[str, ...] = ()
    if joint is None:
        decided = _read(session, values or {})
        made = joint_values(actions, titled) | decided
        made = {name: data for name, data in made.items() if data is not None}
        new.append(("joint_action", target, made))
        told = _left_to_write(made, actions, decided)
    linked = gathered(session.links()).get(target, ())
    new += [
        ("link", session.surroundings.new_id(), _link(session, target, action))
        for action in actions
        if action.id not in linked
    ]
    label = said("Lägg till i gemensam åtgärd") if joint else said("Bilda gemensam åtgärd")
    return session.add_many(label, new, entity=target, notes=told)


def _told_apart(session: Session, entities: Sequence[str]) -> tuple[list[Thing], Thing | None]:
    """Return the actions and the joint action named, if any. Raises InputError."""
    things = [session.thing(entity) for entity in dict.fromkeys(entities)]
    actions = [one for one in things if one.kind == "action"]
    joint = [one for one in things if one.kind == "joint_action"]
    others = len(things) != len(actions) + len(joint)
    if len(joint) > 1 or not actions or others or len(things) == 1:
        raise InputError(
            said("En gemensam åtgärd samlar minst två åtgärder."),
            hint=said("Ange id för åtgärder, och högst en gemensam åtgärd att lägga dem till."),
        )
    return actions, joint[0] if joint else None


def _refuse_same(
    session: Session, target: str, actions: Sequence[Thing], joint: Thing | None
) -> None:
    """Raise InputError when the actions are gathered together already."""
    groups = gathered(session.links())
    rivals = {target: groups.get(target, ())} if joint else groups
    wanted = {one.id for one in actions}
    same = next((one for one, ids in rivals.items() if wanted <= set(ids)), "")
    if same:
        name = session.title("joint_action", same)
        raise InputError(
            said("De är redan samlade i ”{name}” ({same}).").format(name=name, same=same[:8])
        )


def _read(session: Session, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return values by the fields' names in code, None for those left empty."""
    return session.read(KINDS["joint_action"], values).values


def _link(session: PlanView, joint: str, action: Thing) -> dict[str, Any]:
    return {"joint_action": joint, "action": action.id, "seen": _standing(session, action.id)}


def _standing(view: PlanView, action: str) -> list[str]:
    """Return the changes that an action stands on in the fields a joint action shares."""
    if view.current("action", action) is None:
        return [REMOVED]
    of = heads(one for one in view.store.changes_of(action) if one.kind == "action")
    return sorted(
        one.id.hex() for name, several in of.items() if name in _SHARED for one in several
    )


def _left_to_write(
    made: Mapping[str, Any], actions: Sequence[Thing], decided: Mapping[str, Any]
) -> tuple[str, ...]:
    """Say which fields the actions fill in differently and nobody has decided, and so are empty."""
    passed = {"plan", "status", *made, *decided}
    left = [
        said(one.sv)
        for one in KINDS["joint_action"].fields
        if one.name not in passed and any(action[one.name] is not None for action in actions)
    ]
    if not left:
        return ()
    return (
        said("Åtgärderna säger olika om {left}: fyll i det i den gemensamma åtgärden.").format(
            left=", ".join(left)
        ),
    )


def split(session: Session, joint: str, actions: Sequence[str] = ()) -> Outcome:
    """Take actions out of a joint action, in one step; all of them when none is named.

    The actions stay as they are. A joint action that gathers none any more is removed. One that
    has been removed from its plan can be taken out too.
    """
    target = session.thing(joint)
    if target.kind != "joint_action":
        raise InputError(
            said("”{name}” är ingen gemensam åtgärd.").format(name=session.name(target))
        )
    links = _links_of(session, target.id)
    wanted = {session.key(one)[1] for one in actions}
    if wanted - {one.text("action") for one in links}:
        raise InputError(
            said("Åtgärden är inte samlad i ”{name}”.").format(name=session.name(target))
        )
    out = [one.id for one in links if not wanted or one.text("action") in wanted]
    if len(out) == len(links):
        return session.remove_many([*out, target.id], label=said("Dela upp gemensam åtgärd"))
    return session.remove_many(out, label=said("Ta ut ur gemensam åtgärd"))


def _links_of(view: PlanView, joint: str) -> list[Thing]:
    """Return the links of a joint action, also those to actions that have been removed."""
    return [one for one in view.things("link") if one["joint_action"] == joint]


def distinct(session: Session, first: str, second: str, *, reason: str = "") -> Outcome:
    """Remember that two actions are different things; they are not suggested again."""
    return distinct_all(session, [first, second], reason=reason)


def distinct_all(session: Session, entities: Sequence[str], *, reason: str = "") -> Outcome:
    """Remember that no two of several actions are the same thing, in one step.

    Those that a joint action gathers stay together: they are different from the others.
    """
    ids = sorted({session.thing(one).id for one in entities})
    if len(ids) == 1:
        raise InputError(said("Ange två olika åtgärder."))
    joined = [set(several) for several in gathered(session.links()).values()]
    apart = [
        pair for pair in combinations(ids, 2) if not any(one.issuperset(pair) for one in joined)
    ]
    if not apart:
        raise InputError(
            said("De är samlade i en gemensam åtgärd."), hint=said("Ta ut dem ur den först.")
        )
    kind = KINDS["distinct"]
    typed = session.read(kind, {"reason": reason}).values
    new: list[NewThing] = [
        ("distinct", session.surroundings.new_id(), {**typed, "actions": list(pair)})
        for pair in apart
    ]
    return session.add_many(said("Olika saker"), new, entity=new[0][1])


@dataclass(frozen=True, slots=True)
class Drifted:
    """An original that has changed since it was gathered; `fields` are the fields' names in code.

    `removed` tells that it is not there any more.
    """

    link: str
    joint: str
    action: str
    fields: tuple[str, ...]
    removed: bool = False


def drifted(view: PlanView) -> list[Drifted]:
    """Return the originals that have changed since somebody gathered them or read them last."""
    joints = {one.id for one in view.things("joint_action")}
    found = (_drifted(view, one) for one in view.things("link") if one["joint_action"] in joints)
    return [one for one in found if one is not None]


def _drifted(view: PlanView, link: Thing) -> Drifted | None:
    seen = link["seen"]
    if not isinstance(seen, list):
        return None
    action, joint = link.text("action"), link.text("joint_action")
    if view.current("action", action) is None:
        gone = Drifted(link.id, joint, action, (REMOVED,), removed=True)
        return None if REMOVED in seen else gone
    of = heads(one for one in view.store.changes_of(action) if one.kind == "action")
    known = set(seen)
    fields = [
        one.name
        for one in KINDS["joint_action"].fields
        if one.name in _SHARED and any(head.id.hex() not in known for head in of.get(one.name, ()))
    ]
    return Drifted(link.id, joint, action, tuple(fields)) if fields else None


def mark_read(session: Session, joint: str) -> Outcome:
    """Remember the originals of a joint action as they are now: somebody has looked at them."""
    edits = {
        ("link", one.id): {"seen": _standing(session, one.text("action"))}
        for one in _links_of(session, joint)
    }
    return session.write(said("Markera som läst"), edits)

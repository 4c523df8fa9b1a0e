"""Joint actions: what a row of the overall plan takes from the local actions it gathers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from nvworkshop.model.fields import Field
from nvworkshop.model.kinds import JOINT_ACTION
from nvworkshop.model.things import Thing

_OWN = {"plan", "status"}


def joint_values(actions: Sequence[Thing], title: str = "") -> dict[str, Any]:
    """Return a first proposal for a joint action's values: to be edited, never silently final.

    A list is everything any action has. A single value is taken only when the actions agree on it,
    but for title, description, goal and shift, which come from the fullest action. Principals
    that aren't the one all agree on become contributors.
    """
    fullest = max(actions, key=lambda one: (len(one.values), one.id))
    values = {field.name: _joined(field, actions, fullest) for field in JOINT_ACTION.fields}
    principals = [one.text("principal") for one in actions if one.text("principal")]
    others = [one for one in dict.fromkeys(principals) if one != values.get("principal")]
    values["contributors"] = list(dict.fromkeys([*(values.get("contributors") or []), *others]))
    values["title"] = title or values.get("title")
    return {name: data for name, data in values.items() if data and name not in _OWN}


def _joined(field: Field, actions: Sequence[Thing], fullest: Thing) -> Any:
    if field.many:
        return list(dict.fromkeys(item for one in actions for item in one.items(field.name)))
    if field.name in {"title", "description", "goal", "shift"}:
        return fullest[field.name] or _commonest(field, actions)
    present = [one[field.name] for one in actions if one[field.name] is not None]
    agreed = bool(present) and all(one == present[0] for one in present)
    return present[0] if agreed else None


def _commonest(field: Field, actions: Sequence[Thing]) -> Any:
    counted = Counter(one.text(field.name) for one in actions if one.text(field.name))
    return counted.most_common(1)[0][0] if counted else None

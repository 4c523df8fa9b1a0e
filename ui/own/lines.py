"""The huvudman's part as lines of a tree: what it has to do, and its own rows beneath."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from nvworkshop.model.fields import FieldType
from nvworkshop.model.kinds import KINDS
from nvworkshop.model.text import fold
from nvworkshop.model.things import Thing
from nvworkshop.session.own_plan import PART_OF, Errand, errands
from nvworkshop.session.view import PlanView
from ui.overall.nodes import Node
from ui.words import tr

translate = QCoreApplication.translate

Story = tuple[tuple[str, str], ...]
"""What is known of a row: labels and texts."""

_ROW, _GROUND = "row:", "ground:"
_BESIDE = ("title", "plan", "number", "handling", "handling_reason", "shared", "shared_reason")


@dataclass(frozen=True, slots=True)
class Part:
    """All that the page shows, made in the plan's thread. `stories` are by the lines' keys."""

    nodes: tuple[Node, ...]
    stories: Mapping[str, Story]
    given: int
    rows: int
    bare: int


def part_of(view: PlanView) -> Part:
    """Return the huvudman's part of the plan it follows."""
    found = errands(view)
    given = [one for one in found if one.thing is not None]
    rows = [row for one in found for row in one.rows]
    stories = {_GROUND + one.thing.id: _story(view, one.thing) for one in given if one.thing}
    stories |= {_ROW + row.id: _story(view, row) for row in rows}
    bare = sum(one.is_white_spot for one in given)
    return Part(tuple(_heads(view, found)), stories, len(given), len(rows), bare)


def ground_in(key: str) -> str:
    """Return the id of the row of the ground that a line is, "" when it is none."""
    return key.removeprefix(_GROUND) if key.startswith(_GROUND) else ""


def row_in(key: str) -> str:
    """Return the id of the own row that a line is, "" when it is none."""
    return key.removeprefix(_ROW) if key.startswith(_ROW) else ""


def key_of_row(entity: str) -> str:
    """Return the key of an own row's line."""
    return _ROW + entity


def _heads(view: PlanView, found: Iterable[Errand]) -> Iterator[Node]:
    several = list(found)
    heads = (
        ("leads", translate("OwnLines", "Ansvarar för"), [one for one in several if one.leads]),
        ("helps", translate("OwnLines", "Medverkar i"), [one for one in several if one.helps]),
        (
            "past",
            translate("OwnLines", "Berör er inte längre, eller hör inte till någon åtgärd"),
            [one for one in several if not one.leads and not one.helps],
        ),
    )
    for key, title, errand in heads:
        if errand:
            children = tuple(node for one in errand for node in _lines(view, one))
            about = translate("OwnLines", "{n} åtgärder").format(n=len(errand))
            about = translate("OwnLines", "1 åtgärd") if len(errand) == 1 else about
            yield Node(f"head:{key}", title, about, is_head=True, children=children)


def _lines(view: PlanView, one: Errand) -> Iterator[Node]:
    rows = tuple(_row(view, row) for row in one.rows)
    if one.thing is None:
        yield from rows
        return
    thing = one.thing
    text = view.readable
    said = (
        one.where or translate("OwnLines", "Gemensam åtgärd"),
        text(thing.kind, "principal", thing["principal"]),
        text(thing.kind, "end", thing["end"]),
        text(thing.kind, "status", thing["status"]),
        translate("OwnLines", "ingår nu i en gemensam åtgärd") if one.joined else "",
    )
    yield Node(
        _GROUND + thing.id,
        thing.text("title"),
        " · ".join(filter(None, said)),
        _badge(one),
        thing.text("title"),
        shift=thing.text("shift"),
        is_strong=True,
        warns=one.is_white_spot,
        children=rows,
    )


def _badge(one: Errand) -> str:
    number = len(one.rows)
    if one.is_white_spot:
        return translate("OwnLines", "Ingen egen rad")
    if number == 1:
        return translate("OwnLines", "1 egen rad")
    return translate("OwnLines", "{n} egna rader").format(n=number) if number else ""


def _row(view: PlanView, row: Thing) -> Node:
    text = view.readable
    said = (
        text("action", "function", row["function"]),
        text("action", "end", row["end"]),
        text("action", "status", row["status"]),
    )
    shared = row["shared"] is True and "shared" not in row.conflicts
    badge = translate("OwnLines", "Delas") if shared else translate("OwnLines", "Delas inte")
    about = " · ".join(filter(None, said))
    title = row.text("title") or translate("OwnLines", "Rad utan rubrik")
    return Node(_ROW + row.id, title, about, badge, title, found_by=fold(f"{title}\n{about}"))


def _story(view: PlanView, thing: Thing) -> Story:
    """Return the fields that are filled in; what else they point at isn't in the file."""
    return tuple(
        (tr(one.sv), view.readable(thing.kind, one.name, thing[one.name]))
        for one in KINDS[thing.kind].fields
        if thing[one.name] is not None
        and not one.private
        and one.name not in _BESIDE
        and (one.type is not FieldType.REF or one.name == PART_OF.name)
    )

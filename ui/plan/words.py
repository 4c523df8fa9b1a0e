"""What the table calls things: groups, filters and empty values, in the words of the plan."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from ui.plan.arrangement import GroupHead
from ui.plan.values import EMPTY, SEVERAL

translate = QCoreApplication.translate
_SHORT = 60
"""Characters of a title in a sentence."""


@dataclass(frozen=True, slots=True)
class FieldWords:
    """What a field is called on a chip, and its values when there is none or several."""

    chip: str
    none: str
    several: str = ""


def field_words(field: str) -> FieldWords:
    """Return the words of a field that groups and filters."""
    none = FieldWords(translate("PlanWords", "Plan"), translate("PlanWords", "Ingen plan"))
    return _words().get(field, none)


def _words() -> dict[str, FieldWords]:
    return {
        "shift": FieldWords(
            translate("PlanWords", "Riktning"),
            translate("PlanWords", "Ingen riktningsförändring vald"),
        ),
        "prerequisites": FieldWords(
            translate("PlanWords", "Förutsättning"),
            translate("PlanWords", "Ingen förutsättning vald"),
        ),
        "principal": FieldWords(
            translate("PlanWords", "Huvudman"), translate("PlanWords", "Ingen huvudman vald")
        ),
        "status": FieldWords(
            translate("PlanWords", "Status"), translate("PlanWords", "Ingen status vald")
        ),
        "municipalities": FieldWords(
            translate("PlanWords", "Kommun"),
            translate("PlanWords", "Hela länsdelen (ingen kommun vald)"),
            translate("PlanWords", "Flera kommuner"),
        ),
        "flow": FieldWords(
            translate("PlanWords", "Flöde"), translate("PlanWords", "Inget flöde valt")
        ),
        "part_of": FieldWords(
            translate("PlanWords", "Del av"), translate("PlanWords", "Inte del av någon åtgärd")
        ),
    }


def grouping_word(field: str) -> str:
    """Return what a grouping is called in a menu; "" is no grouping."""
    return field_words(field).chip.lower() if field else translate("PlanWords", "ingen")


def group_title(head: GroupHead) -> str:
    """Return the name of a group."""
    if head.key == EMPTY:
        return field_words(head.field).none
    if head.key == SEVERAL:
        return field_words(head.field).several
    return head.title[:1].upper() + head.title[1:]


def actions_word(kind: str, number: int) -> str:
    """Return "1 åtgärd", "3 åtgärder", "2 gemensamma åtgärder"."""
    if kind == "joint_action":
        one = translate("PlanWords", "{n} gemensam åtgärd")
        many = translate("PlanWords", "{n} gemensamma åtgärder")
    else:
        one = translate("PlanWords", "{n} åtgärd")
        many = translate("PlanWords", "{n} åtgärder")
    return (one if number == 1 else many).format(n=number)


def action_word(kind: str, number: str, title: str) -> str:
    """Return "Åtgärd 13 ”Mobilt team”", a long title cut."""
    word = translate("PlanWords", "Åtgärd")
    if kind == "joint_action":
        word = translate("PlanWords", "Gemensam åtgärd")
    short = title if len(title) <= _SHORT else title[: _SHORT - 1].rstrip() + "…"
    named = f"”{short}”" if short else ""
    return " ".join(one for one in (word, number, named) if one)

"""What the map says of a cell: on the screen, to a screen reader and in a tooltip."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from nvworkshop.workshop.coverage import Cell
from ui.plan.words import actions_word

translate = QCoreApplication.translate


def gap_word() -> str:
    """Return what stands in a cell without actions."""
    return translate("CoverageWords", "Ingen åtgärd")


def also_word(cell: Cell) -> str:
    """Return "+2 stödjer" or, for a huvudman, "+2 medverkar"; "" when there are none."""
    if not cell.also:
        return ""
    if cell.principal:
        return translate("CoverageWords", "+{n} medverkar").format(n=len(cell.also))
    return translate("CoverageWords", "+{n} stödjer").format(n=len(cell.also))


def rating_word(rating: str) -> str:
    """Return "Skattning 3,4 av 5", "" when there is none."""
    return translate("CoverageWords", "Skattning {mean}").format(mean=rating) if rating else ""


def cell_words(cell: Cell, column: str, row: str) -> str:
    """Return all that a cell says, with what it stands for first."""
    number = actions_word("action", len(cell.actions)) if cell.actions else gap_word()
    said = [f"{column}, {row}: {number}", cell.who, _also_sentence(cell)]
    return ". ".join(part for part in said if part)


def _also_sentence(cell: Cell) -> str:
    number = actions_word("action", len(cell.also))
    if not cell.also:
        return ""
    if cell.principal:
        return translate("CoverageWords", "Medverkar i {actions}").format(actions=number)
    return translate("CoverageWords", "{actions} till stödjer riktningen").format(actions=number)

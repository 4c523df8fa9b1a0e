"""Which page of the help belongs to what one stands in; a new screen or dialog is a line here."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from PySide6.QtWidgets import QApplication, QWidget

PAGES_OF = MappingProxyType(
    {
        "StartPage": "start",
        "NewPlanDialog": "start",
        "SettingsDialog": "start",
        "AboutDialog": "start",
        "BugDialog": "start",
        "PurgeDialog": "privacy",
        "MinutesDialog": "workshop",
        "NewWorkshopDialog": "workshop",
        "CardsDialog": "workshop",
        "Lobby": "workshop",
        "PreparingView": "workshop",
        "PlanPage": "plan",
        "ColumnsDialog": "plan",
        "Editor": "editor",
        "IncomingPage": "incoming",
        "SaveStory": "plan",
        "LeavingDialog": "plan",
        "BackupsDialog": "backups",
        "HistoryDialog": "backups",
        "Leading": "recorder",
        "CoveragePage": "coverage",
        "AnchoringPage": "anchoring",
        "OverallPage": "overall",
        "OwnPage": "own_plan",
        "OwnPlanDialog": "own_plan",
        "ShareDialog": "own_plan",
        "FollowUpPage": "followup",
        "IndicatorsPart": "indicators",
        "StarterDialog": "indicators",
        "AssignmentsPart": "assignments",
        "ReportDialog": "assignments",
        "ReportsPage": "reports",
        "FreezeDialog": "anchoring",
        "SendDialog": "anchoring",
        "CompareDialog": "anchoring",
        "PlanDialog": "anchoring",
        "MergePage": "merge",
        "SuggestionsView": "joining",
        "JointView": "joining",
        "RoomWindow": "room",
        "Palette": "search",
    }
)
"""The page of each screen, by the name of its class."""


def page_here(shown: QWidget | None) -> str:
    """Return the page for where the keys are now, or else for what `shown` shows."""
    standing = QApplication.activeModalWidget() or QApplication.focusWidget()
    while standing is not None:
        page = page_of(standing)
        if page:
            return page
        standing = standing.parentWidget()
    inside = _seen(shown) if shown is not None else ()
    return next(filter(None, map(page_of, inside)), "start")


def _seen(shown: QWidget) -> Iterator[QWidget]:
    return (one for one in (shown, *shown.findChildren(QWidget)) if one.isVisible())


def page_of(widget: QWidget) -> str:
    """Return the page of one widget, "" when it has none of its own."""
    names = (kind.__name__ for kind in type(widget).__mro__)
    return next((PAGES_OF[name] for name in names if name in PAGES_OF), "")


def carry_help(dialog: QWidget) -> None:
    """Let the key for help do in a dialog what it does in the window beneath."""
    beneath = dialog.parentWidget()
    if beneath is not None:
        known = beneath.window().actions()
        dialog.addActions([one for one in known if one.objectName() == "app.help"])

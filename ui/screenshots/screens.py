"""The screens there are pictures of: a name and a function that makes one ready to be drawn."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType

from PySide6.QtWidgets import QWidget

from ui.dialogs.about import AboutDialog
from ui.dialogs.bug import BugDialog
from ui.dialogs.bug_report import report_of
from ui.dialogs.settings import SettingsDialog
from ui.help.window import HelpWindow
from ui.screenshots import (
    anchoring_screens,
    assignment_screens,
    coverage_screens,
    followup_screens,
    incoming_screens,
    indicator_screens,
    joining_screens,
    leading_screens,
    merge_screens,
    overall_screens,
    own_screens,
    plan_screens,
    report_screens,
    room_screens,
    workshop_screens,
)
from ui.screenshots.gallery import Gallery
from ui.screenshots.scene import Scene


def gallery(scene: Scene) -> QWidget:
    """Show every small part in its states."""
    return scene.place(Gallery(scene.theme))


def settings(scene: Scene) -> QWidget:
    """Show the settings."""
    return scene.place(SettingsDialog(scene.settings, scene.theme), whole=False)


def about(scene: Scene) -> QWidget:
    """Show what the program is, once everything is found."""
    dialog = AboutDialog(scene.theme)
    scene.place(dialog, whole=False)
    scene.wait(lambda: bool(dialog.text))
    return dialog


def help_page(scene: Scene, page: str, searched: str = "") -> QWidget:
    """Show one page of the help."""
    window = HelpWindow(scene.theme, scene.settings)
    scene.place(window)
    window.open_page(page)
    window.search.setText(searched)
    return window


def bug(scene: Scene) -> QWidget:
    """Show the dialog for bugs, with one bug and one more."""
    try:
        scene.wait(lambda: dict[str, bool]()["text"])
    except KeyError as error:
        dialog = BugDialog(report_of(error), scene.theme)
    dialog.count()
    return scene.place(dialog, whole=False)


SCREENS: Mapping[str, Callable[[Scene], QWidget]] = MappingProxyType(
    {
        "start-first": plan_screens.start_first,
        "start": plan_screens.start,
        "new-plan": plan_screens.new_plan,
        "plan": plan_screens.plan,
        "plan-search": plan_screens.plan_search,
        "plan-nothing": plan_screens.plan_nothing,
        "plan-several": plan_screens.plan_several,
        "plan-overall": plan_screens.plan_overall,
        "coverage": coverage_screens.coverage,
        "coverage-principals": coverage_screens.coverage_principals,
        "coverage-empty": coverage_screens.coverage_empty,
        "coverage-room": coverage_screens.coverage_room,
        **anchoring_screens.SCREENS,
        **assignment_screens.SCREENS,
        **overall_screens.SCREENS,
        **followup_screens.SCREENS,
        **own_screens.SCREENS,
        **report_screens.SCREENS,
        "workshop": workshop_screens.lobby,
        "workshop-empty": workshop_screens.lobby_empty,
        "workshop-new": workshop_screens.new_workshop,
        "workshop-preparing": workshop_screens.preparing,
        "workshop-cards": workshop_screens.cards,
        **joining_screens.SCREENS,
        **leading_screens.SCREENS,
        **room_screens.SCREENS,
        **merge_screens.SCREENS,
        **incoming_screens.SCREENS,
        **indicator_screens.SCREENS,
        "save-story": plan_screens.save_story,
        "backups": plan_screens.backups,
        "history": plan_screens.history,
        "columns": plan_screens.columns,
        "gallery": gallery,
        "settings": settings,
        "about": about,
        "help": partial(help_page, page="plan"),
        "help-search": partial(help_page, page="start", searched="kopia sparas"),
        "help-keys": partial(help_page, page="keys"),
        "palette": plan_screens.palette,
        "palette-empty": plan_screens.palette_empty,
        "bug": bug,
    }
)

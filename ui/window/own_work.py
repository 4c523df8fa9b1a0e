"""A huvudman's own plan in the window of a plan: made, shown, and let out of."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.widgets.place_page import PlacePage

if TYPE_CHECKING:
    from ui.window.main_window import MainWindow
    from ui.window.plan_view import PlanView


class OwnWork(QObject):
    """Opens the dialogs, each imported when it is used, and tells what they did."""

    def __init__(self, view: PlanView, window: MainWindow) -> None:
        """Work for the view of one open plan."""
        super().__init__(view)
        self._view, self._window = view, window

    def make_page(self) -> PlacePage:
        """Make the place of a huvudman's own plan."""
        from ui.own.page import OwnPage  # when it is first shown

        page = OwnPage(self._view.desk, self._window.theme, self._view)
        page.told.connect(self._window.tell)
        page.row_made.connect(self._view.write_new)
        page.row_asked.connect(self._view.show_action)
        page.share_asked.connect(self._view.share)
        page.merge_asked.connect(lambda: self._view.show_place("merge"))
        return page

    def make_own(self, principal: str) -> None:
        """Ask whose plan is to be made, and make it."""
        from ui.own.making import OwnPlanDialog

        window = self._window
        dialog = OwnPlanDialog(
            self._view.desk, window.theme, window.choosing, window, principal=principal
        )
        dialog.made.connect(self._on_made)
        dialog.open()

    def _on_made(self, place: Path) -> None:
        text = self.tr("Den egna planen är skriven: {file}.").format(file=place)
        opens = partial(self._window.open_plan, place)
        self._window.messages.show_message(text, "ok", self.tr("Öppna den"), opens)

    def share(self) -> None:
        """Show what goes out, and write it where the person says."""
        from ui.own.sharing import ShareDialog

        window = self._window
        dialog = ShareDialog(self._view.desk, window.theme, window.choosing, window)
        dialog.shared.connect(self._on_shared)
        dialog.open()

    def _on_shared(self, place: Path) -> None:
        text = self.tr("Filen att lämna är skriven: {file}. Din egen plan är som den var.")
        self._window.messages.show_message(text.format(file=place), "ok")

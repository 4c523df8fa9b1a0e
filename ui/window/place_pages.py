"""The pages of an open plan's places: each made when it is first shown, and heard by the view."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from ui.widgets.place_page import PlacePage

if TYPE_CHECKING:
    from ui.window.main_window import MainWindow
    from ui.window.plan_view import PlanView


class PlacePages:
    """Of one open plan."""

    def __init__(self, view: PlanView, window: MainWindow) -> None:
        """Make pages that stand in the view."""
        self._view, self._window = view, window

    def makers(self) -> dict[str, Callable[[], PlacePage]]:
        """Return by place what makes its page."""
        return {
            "workshop": self._workshop,
            "coverage": self._coverage,
            "merge": self._merge,
            "anchoring": self._anchoring,
            "overall": self._overall,
            "followup": self._followup,
            "reports": self._reports,
        }

    def _workshop(self) -> PlacePage:
        from ui.workshop.page import WorkshopPage  # when it is first shown

        view, window = self._view, self._window
        page = WorkshopPage(
            view.desk,
            window.actions_table,
            window.theme,
            window.settings,
            view,
            choosing=window.choosing,
        )
        page.told.connect(window.tell)
        page.action_asked.connect(view.show_action)
        page.led.connect(view.reminding.hush)
        page.report_asked.connect(partial(view.show_report, "minnesanteckningar"))
        return page

    def _coverage(self) -> PlacePage:
        from ui.coverage.page import CoveragePage  # when it is first shown

        view, window = self._view, self._window
        page = CoveragePage(view.desk, window.theme, view)
        page.cell_asked.connect(view.show_rows)
        page.action_made.connect(view.write_new)
        return page

    def _merge(self) -> PlacePage:
        from ui.merge.page import MergePage  # when it is first shown

        view, window = self._view, self._window
        page = MergePage(view.desk, window.theme, window.choosing, view)
        page.told.connect(window.tell)
        page.warned.connect(window.warn)
        page.thing_asked.connect(view.show_thing)
        page.report_asked.connect(partial(view.show_report, "kvitto"))
        return page

    def _anchoring(self) -> PlacePage:
        from ui.anchoring.page import AnchoringPage  # when it is first shown

        view, window = self._view, self._window
        return AnchoringPage(view.desk, window.theme, view)

    def _overall(self) -> PlacePage:
        from ui.overall.page import OverallPage  # when it is first shown

        view, window = self._view, self._window
        page = OverallPage(view.desk, window.theme, window.choosing, view)
        page.told.connect(window.tell)
        page.thing_asked.connect(view.show_thing)
        page.place_asked.connect(view.show_place)
        page.own_asked.connect(view.make_own)
        return page

    def _followup(self) -> PlacePage:
        from ui.followup.page import FollowUpPage  # when it is first shown

        view, window = self._view, self._window
        page = FollowUpPage(view.desk, window.theme, window.choosing, view)
        page.told.connect(window.tell)
        page.warned.connect(window.warn)
        page.thing_asked.connect(view.show_thing)
        page.rows_asked.connect(view.show_rows)
        page.place_asked.connect(view.show_place)
        page.report_asked.connect(view.show_report)
        page.list_asked.connect(view.take_in)
        page.follow_up_asked.connect(view.start_follow_up)
        return page

    def _reports(self) -> PlacePage:
        from ui.reports.page import ReportsPage  # when it is first shown

        view, window = self._view, self._window
        page = ReportsPage(view.desk, window.theme, window.choosing, view)
        page.place_asked.connect(view.show_place)
        window.actions_table["file.print"].triggered.connect(page.print_if_seen)
        return page

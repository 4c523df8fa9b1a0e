"""A part of a place that has several, one shown at a time."""

from __future__ import annotations

from PySide6.QtCore import Signal

from ui.widgets.place_page import PlacePage


class PlacePart(PlacePage):
    """What a part asks of its place and of the window; made when it is first shown."""

    told = Signal(str)
    warned = Signal(str)
    thing_asked = Signal(str, str)  # kind, id: show it where it stands
    rows_asked = Signal(object)  # Filter: rows to show in the plan's table
    place_asked = Signal(str)
    report_asked = Signal(str, str)  # a report, and what it is to be of
    part_asked = Signal(str, object)  # a part of the same place, and Among: what to show of it
    list_asked = Signal()  # take in a list from a file
    follow_up_asked = Signal()  # begin a workshop that follows up

    def show_among(self, among: object) -> None:
        """Show only some of what stands here: an `Among`."""

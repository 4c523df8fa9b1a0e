"""The overall plan as people go through it: built from a plan, before any format or window."""

from nvworkshop.reports.overall.building import build
from nvworkshop.reports.overall.content import Asked, Duties, Entry, Origin, Overall, Section
from nvworkshop.reports.overall.county import County, Overlap, Spot, county
from nvworkshop.reports.rolled import RolledUp, SharedRow, rolled_up

__all__ = [
    "Asked",
    "County",
    "Duties",
    "Entry",
    "Origin",
    "Overall",
    "Overlap",
    "RolledUp",
    "Section",
    "SharedRow",
    "Spot",
    "build",
    "county",
    "rolled_up",
]

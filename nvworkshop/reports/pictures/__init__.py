"""Pictures of a plan: one drawing for screen, PDF, Word and web page, each with its table.

Colour never says anything alone: bars have patterns and numbers, lines have marks and names.
"""

from nvworkshop.followup.bars import Bar
from nvworkshop.reports.pictures.drawing import Picture
from nvworkshop.reports.pictures.heat import coverage_map
from nvworkshop.reports.pictures.lines import indicator_lines
from nvworkshop.reports.pictures.ratings import rating_steps
from nvworkshop.reports.pictures.statuses import status_bars
from nvworkshop.reports.pictures.timeline import timeline

__all__ = [
    "Bar", "Picture", "coverage_map", "indicator_lines", "rating_steps", "status_bars", "timeline",
]  # fmt: skip

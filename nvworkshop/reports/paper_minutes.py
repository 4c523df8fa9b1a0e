"""The minutes of a workshop on paper: plain data, before any layout."""

from __future__ import annotations

from dataclasses import dataclass

from nvworkshop.reports.paper import Head, PaperSource, head_of
from nvworkshop.workshop.minutes import Minutes, Section, sections


@dataclass(frozen=True, slots=True)
class MinutesPaper:
    """What was said and decided, under the headings it has on screen."""

    head: Head
    facts: tuple[str, ...]
    sections: tuple[Section, ...]


def minutes_paper(of: PaperSource, minutes: Minutes) -> MinutesPaper:
    """Return the minutes of the workshop to print."""
    return MinutesPaper(head_of(of, "Anteckningar"), minutes.facts, sections(minutes))

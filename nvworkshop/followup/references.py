"""References to decisions as people write them: who decided, when, and in which paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from nvworkshop import language
from nvworkshop.model.text import sort_key

_DAY = re.compile(
    r"(?<![\w/:-])(?:(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})"
    r"|(?P<y8>(?:19|20)\d\d)(?P<m8>\d\d)(?P<d8>\d\d)"
    r"|(?P<y6>\d\d)(?P<m6>\d\d)(?P<d6>\d\d))(?![\w/:-])",
    re.ASCII,
)
_YEAR = re.compile(r"(?<![\w/:-])((?:19|20)\d\d)(?![\w/:-])", re.ASCII)
_PARAGRAPH = re.compile(r"§§?\s?(\d{1,5}(?:\s?[-–]\s?\d{1,5})?)", re.ASCII)
_FILED = re.compile(r"\b(?:dnr|diarienummer|diarienr)\b.*", re.IGNORECASE)
"""What follows is a number in a register, not a day."""

_MONTHS = 12
_CENTURY = 2000

Key: TypeAlias = tuple[str, date, int, str]


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference as it was written, and what could be read of it.

    `body` is what stands before the day or the paragraph, `paragraph` as written after §.
    `problem` is a sentence about a day that can't be, "" when nothing is wrong.
    """

    said: str
    body: str = ""
    day: date | None = None
    year: int | None = None
    paragraph: str = ""
    problem: str = ""

    @property
    def key(self) -> Key:
        """What to sort by: who decided, when, paragraph; what has no day comes first in its year.

        Free text comes after what has a day.
        """
        when = self.day or date(self.year or date.max.year, 1, 1)
        number = re.match(r"\d+", self.paragraph, re.ASCII)
        return str(sort_key(self.body)), when, int(number[0]) if number else 0, self.said


def parse_reference(spoken: str) -> Reference:
    """Read "RS 181031 § 202", "KS 2026-11-30 § 112", "Stabsplan 2018" or any other text."""
    text = " ".join(_FILED.sub("", spoken).split())
    paragraph = _PARAGRAPH.search(text)
    told = _DAY.search(text)
    year = None if told else _YEAR.search(text)
    starts = [one.start() for one in (paragraph, told, year) if one]
    body = text[: min(starts)].strip(" ,;:.–-(") if starts else text
    number = re.sub(r"\s", "", paragraph[1]) if paragraph else ""
    day, problem = _day(told) if told else (None, "")
    named = day.year if day else int(year[1]) if year else None
    return Reference(spoken, body, day, named, number, problem)


def _day(found: re.Match[str]) -> tuple[date | None, str]:
    """Return the day that digits say, or a sentence about why there is none."""
    parts = next(
        part for end in ("", "8", "6") if all(part := [found[one + end] for one in ("y", "m", "d")])
    )
    year, month, number = (int(one) for one in parts)
    if len(parts[0]) == 2:  # noqa: PLR2004 (two digits of a year)
        year += _CENTURY
    try:
        return date(year, month, number), ""
    except ValueError:
        if not 1 <= month <= _MONTHS:
            return None, language.said("{found} är inget datum: månad {month} finns inte.").format(
                found=found[0], month=month
            )
        return None, language.said(
            "{found} är inget datum: månad {month} har ingen dag {number}."
        ).format(found=found[0], month=month, number=number)

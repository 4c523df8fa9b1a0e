"""The forms a single time is said in: dates, months, weeks, quarters, seasons, holidays."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import TypeAlias

from nvworkshop.errors import InputError
from nvworkshop.language import marked, said

YEARS = range(2000, 2101)
"""The years a plan can speak of."""

EXAMPLES = marked("Skriv till exempel 2026-11-30, Q3 2026, v. 40 eller våren 2027.")

DAY = timedelta(days=1)

MONTH = (
    "jan(?:uari)?|febr?(?:uari)?|mars?|apr(?:il)?|maj|juni?|juli|aug(?:usti)?|sept?(?:ember)?"
    "|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
"""Month names; "jul" alone is Christmas."""

Span: TypeAlias = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Spoken:
    """A part of what was said, its year if one was named, and the dates it means in a year.

    `span` raises ValueError in a year that doesn't have them.
    """

    text: str
    year: int | None
    span: Callable[[int], Span]

    def at(self, year: int) -> Span:
        """Return the dates in the named year, or else in `year`; InputError if there are none."""
        if self.year is not None and self.year not in YEARS:
            title = said("År {year} går inte att använda.").format(year=self.year)
            raise InputError(
                title,
                hint=said("Skriv ett år från {first} till {last}.").format(
                    first=YEARS[0], last=YEARS[-1]
                ),
            )
        name = self.text[:1].upper() + self.text[1:]
        try:
            first, last = self.span(year if self.year is None else self.year)
        except ValueError as error:
            raise InputError(
                said("{name} finns inte.").format(name=name), hint=said(EXAMPLES)
            ) from error
        if first > last:
            title = said("Perioden slutar innan den börjar: {first}–{last}.").format(
                first=first, last=last
            )
            raise InputError(
                title, hint=said("Skriv det tidigaste först, till exempel okt–dec 2026.")
            )
        return first, last


def one_time(text: str) -> Spoken | None:
    """Read one time in lower case with plain hyphens; None when it is in no known form."""
    year_first = re.fullmatch(r"(\d{4})[ ,-]*([a-zåäö].*)", text)
    turned = f"{year_first[2]} {year_first[1]}" if year_first else text
    for pattern, build in _FORMS:
        if found := pattern.fullmatch(turned):
            return build(found)
    return None


def months(year: int, month: int, count: int = 1) -> Span:
    """Return `count` whole months; month 13 is next January."""
    start, end = divmod(month - 1, 12), divmod(month - 1 + count, 12)
    return date(year + start[0], start[1] + 1, 1), date(year + end[0], end[1] + 1, 1) - DAY


def is_turn(span: Span) -> bool:
    """Tell whether these are the days before and after the midnight that a month begins."""
    return span[1] - span[0] == DAY and span[1].day == 1


_SPRING = 20
"""The last week that weeks over new year end in: "v45-10". After it the number is a year."""


def _year(text: str | None) -> int | None:
    """Read a year of two or four digits."""
    return int(text) + (2000 if len(text) == 2 else 0) if text else None  # noqa: PLR2004


def _days(found: re.Match[str]) -> Spoken:
    """Read a date, or several days of one month ("10–14 maj")."""
    part = found.groupdict()
    month = _month_number(part["m"])
    first, last = int(part["d"]), int(part.get("d2") or part["d"])
    return Spoken(
        found[0], _year(part["y"]), lambda year: (date(year, month, first), date(year, month, last))
    )


def _month(found: re.Match[str]) -> Spoken:
    """Read a month by name."""
    month = _month_number(found["m"])
    return Spoken(found[0], _year(found["y"]), lambda year: months(year, month))


def _month_number(text: str) -> int:
    """Read a month by number or name."""
    names = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
    return names.index(text[:3]) + 1 if text[:3] in names else int(text)


def _whole_year(found: re.Match[str]) -> Spoken:
    """Read a year."""
    return Spoken(found[0], _year(found["y"]), lambda year: months(year, 1, 12))


def _year_and_number(found: re.Match[str]) -> Spoken:
    """Read "2026-11", a month, and "2026-27", two years."""
    year, number = int(found["y"]), int(found["n"])
    if number > 12 and 2000 + number > year:  # noqa: PLR2004
        return Spoken(
            found[0], year, lambda first: (date(first, 1, 1), date(2000 + number, 12, 31))
        )
    return Spoken(found[0], year, lambda year: (date(year, number, 1), months(year, number)[1]))


def _parts(found: re.Match[str]) -> Spoken:
    """Read kvartal, tertial, halvår, or several ("kvartal 1–2")."""
    size = {"q": 3, "k": 3, "t": 4, "h": 6}[found["unit"][0]]
    first, year = int(found["n"]), _year(found["y"])
    last = int(found.groupdict().get("n2") or first)
    began = None if year is None else year - (last < first)
    return Spoken(found[0], began, partial(_parts_of_year, size, first, last))


def _parts_of_year(size: int, first: int, last: int, year: int) -> Span:
    """Return the dates from part `first` to the next part `last`, each `size` months."""
    if not (0 < first <= 12 // size and 0 < last <= 12 // size):
        raise ValueError("the year has fewer parts")
    until = last + 12 // size * (last < first)
    return months(year, size * (first - 1) + 1)[0], months(year, size * (until - 1) + 1, size)[1]


def _weeks(found: re.Match[str]) -> Spoken:
    """Read ISO weeks: "v40-42" are weeks, "v52-26" is a week of 2026, "v50-2" runs into January.

    A year belongs to the last of them, as in "nov–feb 2027".
    """
    first, last, year = int(found["n"]), int(found["n2"] or found["n"]), _year(found["y"])
    if year is None and _SPRING < last < first and len(found["n2"]) == 2:  # noqa: PLR2004
        last, year = first, 2000 + last
    over = last < first
    return Spoken(
        found[0],
        None if year is None else year - over,
        lambda year: (
            date.fromisocalendar(year, first, 1),
            date.fromisocalendar(year + over, last, 7),
        ),
    )


def _named(found: re.Match[str]) -> Spoken | None:
    """Read a season or holiday; those that cross new year can have two years ("2026/27")."""
    span = _NAMES[found["name"]]
    year, second = _year(found["y"]), _year(found["y2"])
    if second is None:
        return Spoken(found[0], year, span)
    if found["name"] not in _CROSSING:
        return None
    return Spoken(found[0], year, lambda first: span(first if second == first + 1 else 0))


def _month_turn(found: re.Match[str]) -> Spoken:
    """Read "månadsskiftet maj/juni": the last day of one and the first of the next."""
    before, after = _month_number(found["m"]), _month_number(found["m2"])

    def span(year: int) -> Span:
        last = months(year, before)[1]
        if (last + DAY).month != after:
            raise ValueError("the months do not meet")
        return last, last + DAY

    return Spoken(found[0], _year(found["y"]), span)


def _new_year(year: int) -> Span:
    return date(year, 12, 31), date(year + 1, 1, 1)


def _midsummer(year: int) -> Span:
    """Return midsommarafton, the Friday 19–25 June, and midsommardagen."""
    eve = date(year, 6, 25)
    eve -= (eve.weekday() - 4) % 7 * DAY
    return eve, eve + DAY


def _easter(year: int) -> Span:
    """Return långfredagen to annandag påsk (Gauss' rule as it holds 1900–2199)."""
    moon = (19 * (year % 19) + 24) % 30
    moon -= moon == 29 or (moon == 28 and year % 19 > 10)  # noqa: PLR2004
    full = date(year, 3, 21) + moon * DAY
    sunday = full + (7 - (full.weekday() + 1) % 7) * DAY
    return sunday - 2 * DAY, sunday + DAY


def _season(month: int, count: int) -> Callable[[int], Span]:
    return partial(months, month=month, count=count)


_NAMES: dict[str, Callable[[int], Span]] = {
    **dict.fromkeys(("vår", "vt"), _season(1, 6)),
    **dict.fromkeys(("höst", "ht"), _season(8, 5)),
    "sommar": _season(6, 3),
    "vinter": _season(12, 3),
    "läsår": _season(8, 11),
    **dict.fromkeys(("semester", "semestrar"), _season(7, 1)),
    **dict.fromkeys(("årsskifte", "nyårsskifte", "nyår"), _new_year),
    "halvårsskifte": lambda year: (date(year, 6, 30), date(year, 7, 1)),
    "jul": lambda year: (date(year, 12, 24), date(year, 12, 26)),
    "midsommar": _midsummer,
    "påsk": _easter,
}
_CROSSING = {"vinter", "läsår", "årsskifte", "nyårsskifte", "nyår"}

_YEAR = r"(?:,? ?(?:av |år |under )?[-'/]? ?(?P<y>\d{4}|\d{2}))?"
_NTH = "(?::?[ea])?"
_DAYS = rf"(?P<d>\d{{1,2}}){_NTH}(?: ?- ?(?P<d2>\d{{1,2}}){_NTH})?"

_PART = r"(?P<unit>kvartal|kv\.?|[kq]|tertial|t|halvår|h) ?(?P<n>\d{1,2})(?: ?- ?(?P<n2>\d)(?!\d))?"
_NTH_PART = rf"(?P<n>\d){_NTH} (?P<unit>(?:kvartal|tertial|halvår)(?:et)?)"
_WEEK = r"(?:veckorna|vecka|[vw]\.?) ?(?P<n>\d{1,2})(?:(?:-| - )(?:v\.? ?)?(?P<n2>\d{1,2}))?"
_NAME = rf"(?P<name>{'|'.join(_NAMES)})(?:en|et|n|t|na|termin|terminen|helgen|afton)?\.?"
_SECOND_YEAR = r"(?:[-/](?P<y2>\d{4}|\d{2}))?"

_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Spoken | None]], ...] = tuple(
    (re.compile(pattern), build)
    for pattern, build in (
        (r"(?P<y>\d{4})([-/.])(?P<m>\d{1,2})\2(?P<d>\d{1,2})", _days),
        (r"(?P<y>20\d\d)(?P<m>\d\d)(?P<d>\d\d)", _days),
        (r"(?P<y>\d\d)-(?P<m>\d\d)-(?P<d>\d\d)", _days),
        (r"(?P<d>\d{1,2})([-.])(?P<m>\d{1,2})\2(?P<y>\d{4})", _days),
        (r"(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d\d)", _days),
        (rf"(?P<d>\d{{1,2}})(?:-(?P<d2>\d{{1,2}}))?/(?P<m>\d{{1,2}}){_YEAR}", _days),
        (rf"{_DAYS} ?(?P<m>{MONTH}|jul)\.?{_YEAR}", _days),
        (rf"(?P<m>{MONTH})\.?(?: månad)?{_YEAR}", _month),
        (r"(?P<y>\d{4})[-/](?P<n>\d{1,2})", _year_and_number),
        (r"(?P<y>\d{4})|år(?:et)?", _whole_year),
        (_PART + _YEAR, _parts),
        (_NTH_PART + _YEAR, _parts),
        (r"v(?:ecka)?\.? ?(?P<y>\d\d)(?P<n>\d\d)(?P<n2>)", _weeks),
        (_WEEK + _YEAR, _weeks),
        (_NAME + _YEAR + _SECOND_YEAR, _named),
        (rf"månadsskiftet (?P<m>{MONTH})\.?[-/](?P<m2>{MONTH})\.?{_YEAR}", _month_turn),
    )
)

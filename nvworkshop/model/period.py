"""Times as people say them in a meeting: kept as said, and as an interval of dates."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from nvworkshop import language
from nvworkshop.errors import InputError
from nvworkshop.model.period_today import WEEKDAY, in_dates, on_weekday
from nvworkshop.model.period_words import (
    DAY,
    EXAMPLES,
    MONTH,
    Span,
    Spoken,
    is_turn,
    months,
    one_time,
)
from nvworkshop.model.text import clean

_LONGEST = 80
"""Longer texts are prose, not a time."""

_OBVIOUS = re.compile(
    rf"(?:(?:[0-9]{{1,2}} )?(?:{MONTH}) )?[0-9]{{4}}|[0-9]{{4}}-(?:0[1-9]|1[0-2])", re.IGNORECASE
)
"""What needs no dates behind it."""


@dataclass(frozen=True, slots=True)
class Period:
    """A time as said, and the first and last day it means.

    Sort starts by `first` and deadlines by `last`. Both None: not understood, but kept. Only
    `last` None: no end ("från våren 2027", "löpande").
    """

    said: str
    first: date | None = None
    last: date | None = None

    def __post_init__(self) -> None:
        """Refuse an interval that ends before it starts, or has an end alone."""
        if self.last is not None and (self.first is None or self.first > self.last):
            raise ValueError("a period's last day needs a first day that is not later")

    @property
    def understood(self) -> bool:
        """Tell whether there are dates."""
        return self.first is not None

    @property
    def dates(self) -> str:
        """The interval in ISO dates, for people: one day, from–to, or "från" a day; or ""."""
        if self.first is None:
            return ""
        if self.last is None:
            return f"från {self.first}"
        return f"{self.first}" if self.first == self.last else f"{self.first}–{self.last}"

    @property
    def label(self) -> str:
        """As said, with the dates behind it when they are not obvious."""
        obvious = not self.understood or self.said == self.dates or _OBVIOUS.fullmatch(self.said)
        return self.said if obvious else f"{self.said} ({self.dates})"

    def as_data(self) -> dict[str, str | None]:
        """Return it as JSON data: said, and first and last as ISO dates or None."""
        first = None if self.first is None else self.first.isoformat()
        last = None if self.last is None else self.last.isoformat()
        return {"said": self.said, "first": first, "last": last}

    @staticmethod
    def from_data(data: Any) -> Period:
        """Read what as_data gave; raises ValueError for anything else, but allows more keys."""
        said = data.get("said") if isinstance(data, Mapping) else None
        if not isinstance(said, str):
            raise ValueError("a period needs the text that was said")  # noqa: TRY004
        return Period(said, _iso_date(data.get("first")), _iso_date(data.get("last")))


def _iso_date(value: Any) -> date | None:
    """Read an ISO date; None stays None. Raises ValueError."""
    if value is None:
        return None
    if not isinstance(value, str) or not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        raise ValueError("a period's days are ISO dates or null")
    return date.fromisoformat(value)


def parse_period(said: str, *, today: date) -> Period:
    """Read a time as said in a Swedish meeting.

    Seasons are those of working life: vår, VT = January–June; sommar = June–August; höst, HT =
    August–December; vinter = December–February and läsår = August–June, both named by the year
    they begin. Weeks are ISO weeks; two-digit years are 20xx. Without a year it is the next one
    that has not ended before `today`. "Början", "mitten" and "slutet" are thirds; "före" is the
    day before, "efter" the month after, also of two times ("efter jul och nyår"); "senast", "till"
    and the like change nothing. A clock or "fm" at the end changes nothing. A weekday of a week is
    that day, alone it is the next to come.
    "Nästa höst" is the one that begins next year. "Omgående" is today; "löpande", "tills vidare"
    and "från …" have no end.

    What isn't understood is kept as said, without dates. Raises InputError for what can't be:
    31 februari, v. 54, a year outside YEARS, an end before the start, more than 2,000 characters.
    """
    kept = clean(said, multiline=False).text
    text = _plain(kept, today) if len(kept) <= _LONGEST else ""
    opened = _OPENED.fullmatch(text)
    text = (opened["from"] or opened["onward"]) if opened else text
    one = _part(text)
    spoken = one or _range(text)
    if spoken is None:
        return Period(kept)
    first, last = _next(spoken, today)
    if one is None or opened is None:
        return Period(kept, first, last)
    return Period(kept, last if is_turn((first, last)) else first)


def _plain(said: str, today: date) -> str:
    """Return lower case with plain hyphens and spaces; words for today become dates."""
    text = re.sub(r"[\u2010-\u2015\u2212-]+", "-", said.lower().replace("’", "'"))
    text = " ".join(text.split()).strip(" .,;:!?()\"'”")
    if text in _OPEN_WORDS:
        return f"från {today}"
    for pattern, words in _REWRITES:
        text = pattern.sub(words, text)
    return in_dates(text, today)


def _next(spoken: Spoken, today: date) -> Span:
    """Return the dates in the named year, or the next time that has not ended before `today`."""
    if spoken.year is not None:
        return spoken.at(spoken.year)
    impossible: InputError | None = None
    for year in range(today.year - 1, today.year + 9):  # 29 February can be eight years away
        try:
            span = spoken.at(year)
        except InputError as error:
            impossible = error
        else:
            if span[1] >= today:
                return span
    raise impossible or InputError(
        language.said("{text} går inte att använda.").format(text=spoken.text),
        hint=language.said(EXAMPLES),
    )


def _range(text: str) -> Spoken | None:
    """Read "X–Y", "X till Y", "X/Y", "X och Y"."""
    for between in re.finditer(r" ?- ?|/| (?:till|och|samt|eller) ", text):
        start, end = _part(text[: between.start()]), _part(text[between.end() :])
        if start and end:
            return _join(text, start, end)
    return None


def _join(text: str, start: Spoken, end: Spoken) -> Spoken:
    """Return from the start of one to the end of the other; a year said once serves both."""
    if start.year is None and end.year is not None:
        return Spoken(text, end.year, lambda year: _until(start, end.at(year)))
    return Spoken(text, start.year, lambda year: _from(start.at(year), end))


def _until(start: Spoken, end: Span) -> Span:
    """Return from the last `start` that begins before `end` does, to its end."""
    first = start.at(end[0].year)[0]
    return (first if first <= end[0] else start.at(end[0].year - 1)[0]), end[1]


def _from(start: Span, end: Spoken) -> Span:
    """Return from `start` to the end of the first `end` that is not before it."""
    first, last = end.at(start[0].year)
    if end.year is None and first < start[0]:
        last = end.at(start[0].year + 1)[1]
    return start[0], last


def _part(text: str) -> Spoken | None:
    """Read one time, with words like "senast", "före", "i slutet av" before it."""
    text = _PLACING.sub("", text)
    shaped = re.fullmatch(r"([^\W\d]+)[.:]?(?: av| på| i| under)? (.+)", text)
    if shaped and (shape := _shape(shaped[1])):
        whole = _part(shaped[2]) or (_pair(shaped[2]) if shape in _BESIDE else None)
        return whole and Spoken(whole.text, whole.year, lambda year: shape(whole.at(year)))
    return one_time(text)


def _pair(text: str) -> Spoken | None:
    """Read two times that are said as one: "jul och nyår", "maj/juni"."""
    for between in re.finditer(r"/| (?:och|samt) ", text):
        start, end = one_time(text[: between.start()]), one_time(text[between.end() :])
        if start and end:
            return _join(text, start, end)
    return None


def _shape(word: str) -> Callable[[Span], Span] | None:
    """Return what a word makes of the time after it: a part of it, or a time beside it."""
    is_weekday = re.fullmatch(WEEKDAY, word)
    return partial(on_weekday, word) if is_weekday else _SHAPES.get(word)


def _before(span: Span) -> Span:
    """Return the day before; before a turn of the year or month is its first day."""
    day = span[0] if is_turn(span) else span[0] - DAY
    return day, day


def _after(span: Span) -> Span:
    """Return a month from the day after; after a turn is from its last day."""
    first = span[1] if is_turn(span) else span[1] + DAY
    days = months(first.year, first.month)[1].day
    return first, first + (days - 1) * DAY


def _third(number: int, span: Span) -> Span:
    """Return the first (0), middle (1) or last (2) third, in whole months when that is even."""
    first, last = span
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    if first.day == 1 and (last + DAY).day == 1 and count % 3 == 0:
        return months(first.year, first.month + number * count // 3, count // 3)
    days = (last - first).days + 1
    start, end = min(round(number * days / 3), days - 1), round((number + 1) * days / 3)
    return first + start * DAY, first + max(start, end - 1) * DAY


_SHAPES: dict[str, Callable[[Span], Span]] = {
    **dict.fromkeys(("före", "innan", "inför"), _before),
    "efter": _after,
    **dict.fromkeys(("början", "tidigt", "tidig", "inledningen", "primo"), partial(_third, 0)),
    **dict.fromkeys(("mitten", "medio"), partial(_third, 1)),
    "sistadagen": lambda span: (span[1], span[1]),
    **dict.fromkeys(("slutet", "sent", "sen", "ultimo"), partial(_third, 2)),
}

_BESIDE = (_before, _after)

_PLACING = re.compile(
    r"\A(?:(?:i|under|till|fram till|senast|vid|kring|omkring|runt|ca|cirka|ungefär|prel"
    r"|preliminärt|den|d|hela|helåret|år|mellan|per|helst|klart?|löpande|deadline|nu|på)[.:]? )+"
)
"""Words before a time that don't change it."""

_OPENED = re.compile(
    r"(?:(?:löpande|gäller) )?(?:från|med start|start|startar|börjar) "
    r"(?P<from>.+?)(?:,? (?:och )?(?:framåt|tills vidare))?"
    r"|(?P<onward>.+?),? (?:och )?(?:framåt|tills vidare)"
)
_CLOCK = r"[0-9]{1,2}(?:[.:][0-9]{2})?"

_OPEN_WORDS = {"löpande", "tills vidare", "pågår", "pågående", "kontinuerligt", "fortlöpande"}

_REWRITES = tuple(
    (re.compile(pattern), words)
    for pattern, words in (
        (rf",? (?:kl\.?|klockan) ?{_CLOCK}(?: ?- ?{_CLOCK})?$", ""),
        (rf"\A(?:kl\.?|klockan) ?{_CLOCK}(?: ?- ?{_CLOCK})? ", ""),
        (rf"(?:(?<=\d)t|,? )[0-9]{{1,2}}[.:][0-9]{{2}}(?::[0-9]{{2}})?(?: ?- ?{_CLOCK})?$", ""),
        (r",? (?:på )?(?:fm|em|(?:för|efter)middag(?:en)?|kväll(?:en)?)$", ""),
        (rf" \({WEEKDAY}$", ""),  # the closing parenthesis is gone already
        (r"\b(?:från och med|fr\.? ?o\.? ?m\.?)(?= )", "från"),
        (r"\b(?:till och med|t\.? ?o\.? ?m\.?)(?= )", "till"),
        (rf"\bsista (?:dagen i )?(?=(?:{MONTH})\b)", "sistadagen i "),
        (r"\bårets början\b", "början av året"),
        (r"\bårets slut\b", "slutet av året"),
        (r"\b(?:före|innan|inför) slutet (?=av |på )", "sistadagen "),
        (r"\bför(?=sommar|höst|vinter|vår)", "tidig "),
        (r"\bsen(?=sommar|höst|vinter|vår)", "sen "),
        (r"\b(?:första|1:?a) ", "1 "),
        (r"\b(?:andra|2:?a) ", "2 "),
        (r"\b(?:tredje|3:?e) ", "3 "),
        (r"\b(?:fjärde|4:?e) ", "4 "),
        (rf"\bjul(?=\.?[-/ ]+(?:{MONTH})\b)", "juli"),
        (rf"\b({MONTH})(\.? ?[-/] ?)jul\b", r"\1\2juli"),
    )
)

"""Swedish personal and coordination numbers in free text: where they stand, never what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

_BETWEEN = r"[\s\u00ad\u200b\u2060\ufeff]?[-+\u2010-\u2015\u2212]?[\s\u00ad\u200b\u2060\ufeff]?"
_NUMBER = re.compile(
    rf"(?<![0-9])(18|19|20)?([0-9]{{2}})([0-9]{{2}})([0-9]{{2}})({_BETWEEN})([0-9]{{4}})(?![0-9])"
)
_PHONE = re.compile(
    r"\b(?:tel|tfn|telefon\w*|mobil\w*|sms|fax|växel\w*|ring)\b[^0-9]{0,12}\Z", re.IGNORECASE
)
_BEFORE = 40
"""Characters looked at before ten bare digits for a word that makes them a phone number."""

_COORDINATION = 60
"""What a coordination number (samordningsnummer) adds to the day of birth."""


def personal_numbers(text: str) -> tuple[tuple[int, int], ...]:
    """Return where personal and coordination numbers stand, as (start, end).

    Ten or twelve digits, together or with a hyphen, a plus or a space before the last four: a real
    date and the right check digit. Phone numbers and registry numbers look otherwise; one of a
    hundred and forty strings of ten digits passes by chance, so ask, never refuse.
    """
    return tuple((found.start(), found.end()) for found in _found(text))


def adds_personal_number(text: str, before: str) -> bool:
    """Tell whether `text` has a personal number that `before` has not, however it is written."""
    known = {_ten_digits(found) for found in _found(before)}
    return any(_ten_digits(found) not in known for found in _found(text))


def _found(text: str) -> Iterator[re.Match[str]]:
    return (
        found
        for found in _NUMBER.finditer(text)
        if _is_personal(found) and not _is_phone(found, text)
    )


def _ten_digits(found: re.Match[str]) -> str:
    """Return the digits without century, to compare; never to keep or show."""
    return "".join(found.group(2, 3, 4, 6))


def _is_phone(found: re.Match[str], text: str) -> bool:
    """Tell whether ten bare digits from 0 on are said to be a phone number."""
    if found[1] or found[5] or not found[2].startswith("0"):
        return False
    return bool(_PHONE.search(text[max(0, found.start() - _BEFORE) : found.start()]))


def _is_personal(found: re.Match[str]) -> bool:
    """Tell whether the digits are a real date and carry the right check digit."""
    century, year, month, day = found.group(1, 2, 3, 4)
    birthday = int(day) - _COORDINATION if int(day) > _COORDINATION else int(day)
    real = any(
        _is_date(int(hundred + year), int(month), birthday)
        for hundred in ([century] if century else ["19", "20"])
    )
    return real and _luhn_sum(_ten_digits(found)) % 10 == 0


def _is_date(year: int, month: int, day: int) -> bool:
    """Tell whether the calendar has the date."""
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _luhn_sum(digits: str) -> int:
    """Add up ten digits, every other one doubled, by the rule of the check digit."""
    doubled = (int(digit) * (2 - place % 2) for place, digit in enumerate(digits))
    return sum(value - 9 if value > 9 else value for value in doubled)  # noqa: PLR2004

"""The cells of measured values: numbers, days, genders, and what stands where none is."""

from __future__ import annotations

import math
import re
from datetime import date, datetime

from nvworkshop.errors import InputError
from nvworkshop.importing.grid import cell_text
from nvworkshop.importing.words import plain, words
from nvworkshop.language import said
from nvworkshop.model.period import parse_period
from nvworkshop.model.sheets import ERRORS, RawValue
from nvworkshop.model.text import fold

YEARS = range(1990, 2101)
"""The years that values are of."""

KOLADA = re.compile(r"\b[NU]\d{5}\b")
"""What an id of Kolada's looks like."""

_NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)?")
_GROUPED = re.compile(r"[-+]?\d{1,3}(?:(?:\.\d{3})+(?:,\d+)?|(?:,\d{3})+(?:\.\d+)?)")
"""A number with a point or a comma between its thousands."""

_SPACES = re.compile(r"[\s\u00a0\u202f]")
_DIGITS = 15


class UnusableError(ValueError):
    """A cell that can't be used; its text is a sentence that says why."""


def is_missing(raw: RawValue) -> bool:
    """Tell whether a cell says that there is no value."""
    return raw is None or (isinstance(raw, str) and fold(raw) in {"", *words().missing})


def is_value(raw: RawValue) -> bool:
    """Tell whether a cell is a value, or says that there is none."""
    try:
        return is_missing(raw) or number_of(raw) is not None
    except UnusableError:
        return False


def number_of(raw: RawValue) -> int | float:
    """Return the number in a cell: "12,5", "1 234", "54 %". Raises UnusableError."""
    if isinstance(raw, bool | date):
        raise UnusableError(said("Det är inget tal."))
    if isinstance(raw, int | float):
        return _whole(float(raw))
    text = cell_text(raw)
    if text in ERRORS:
        raise UnusableError(said("Cellen har ett räknefel."))
    bare = _SPACES.sub("", text).replace("−", "-").removesuffix("%")
    if _NUMBER.fullmatch(bare):
        return _whole(float(bare.replace(",", ".")))
    if not _GROUPED.fullmatch(bare):
        raise UnusableError(said("Det är inget tal."))
    between = next(one for one in bare if one in ",.")
    return _whole(float(bare.replace(between, "").replace(",", ".")))


def _whole(number: float) -> int | float:
    if not math.isfinite(number) or abs(number) >= 10**_DIGITS:
        raise UnusableError(said("Talet är för stort."))
    return int(number) if number.is_integer() else number


def day_of(raw: RawValue) -> tuple[str, str]:
    """Return the day a cell means as ISO, and what was said when that was no day.

    A year, a quarter or a month stands for its last day. Raises UnusableError.
    """
    if isinstance(raw, datetime | date):
        return raw.isoformat()[:10], ""
    text = cell_text(raw)
    day = day_of_text(text)
    if not day:
        raise UnusableError(
            said("Det är inget datum eller år. Skriv till exempel 2025 eller 2026-11-30.")
        )
    return day, "" if day == text else text


def day_of_text(text: str) -> str:
    """Return the last day of a time that names its year, "" for anything else."""
    if re.fullmatch(r"\d{4}", text, re.ASCII):
        return f"{text}-12-31" if int(text) in YEARS else ""
    if not re.search(r"\d", text):
        return ""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII):
        return _iso(text)
    try:
        period = parse_period(text, today=date(YEARS[0], 1, 1))
    except InputError:
        return ""
    last = period.last
    return last.isoformat() if last is not None and _names_year(text, last) else ""


def _iso(text: str) -> str:
    try:
        return text if date.fromisoformat(text).year in YEARS else ""
    except ValueError:
        return ""


def _names_year(text: str, last: date) -> bool:
    return last.year in YEARS and (
        f"{last.year}" in text
        or re.search(rf"(?:\D|^){last.year % 100:02}(?:\D|$)", text) is not None
    )


def gender_of(raw: RawValue) -> str:
    """Return T, K or M; T for an empty cell. Raises UnusableError."""
    text = cell_text(raw)
    found = words().genders.get(plain(text)) if text else "T"
    if not found:
        raise UnusableError(said("Kön skrivs T (totalt), K (kvinnor) eller M (män)."))
    return found


def kolada_id(raw: RawValue) -> str:
    """Return the Kolada id in a cell, "" for an empty one. Raises UnusableError."""
    text = cell_text(raw)
    found = KOLADA.search(text)
    if text and found is None:
        raise UnusableError(said("Ett Kolada-id är N eller U och fem siffror."))
    return found[0] if found else ""


def without_id(text: str) -> str:
    """Return a name without the Kolada id that stands in it."""
    bare = KOLADA.sub("", text)
    return " ".join(re.sub(r"[(\[]\s*[)\]]", " ", bare).split()).strip(" ,;:–-")

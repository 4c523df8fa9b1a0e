"""Personal and coordination numbers are found in any writing; other numbers seldom are."""

from __future__ import annotations

import random
import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nvworkshop.model.personal_number import adds_personal_number, personal_numbers

BORN = st.dates(date(1880, 1, 1), date(2027, 12, 31))
BETWEEN = st.sampled_from(
    ["", "-", "+", " ", "–", "\u2011", "\N{MINUS SIGN}", " - ", "\u00a0", "\u00ad", "\u200b"]
)
AROUND = st.sampled_from(["", " ", "(", "pnr:", "Brukaren ", "\n", ", ", "född ", "åäö", "”"])


def with_check_digit(nine: str) -> str:
    """Return the nine digits and the check digit by the Luhn rule."""
    doubled = "".join(str(int(digit) * (2 - place % 2)) for place, digit in enumerate(nine))
    return nine + str(-sum(map(int, doubled)) % 10)


@st.composite
def written(draw: st.DrawFn) -> str:
    """Draw a valid number in any writing."""
    born, serial = draw(BORN), draw(st.integers(0, 999))
    day = born.day + 60 * draw(st.booleans())
    ten = with_check_digit(f"{born:%y%m}{day:02}{serial:03}")
    century = draw(st.sampled_from(["", f"{born.year // 100}"]))
    return f"{century}{ten[:6]}{draw(BETWEEN)}{ten[6:]}"


@given(written(), AROUND, AROUND)
def test_every_number_in_any_writing_is_found(number: str, before: str, after: str) -> None:
    text = f"{before}{number}{after}"
    assert personal_numbers(text) == ((len(before), len(before) + len(number)),)


@given(st.lists(written(), max_size=5))
def test_all_of_several_are_found(numbers: list[str]) -> None:
    assert len(personal_numbers(" och ".join(numbers))) == len(numbers)


@given(written(), st.integers(1, 9))
def test_a_wrong_check_digit_is_no_number(number: str, off: int) -> None:
    assert personal_numbers(number[:-1] + str((int(number[-1]) + off) % 10)) == ()


@pytest.mark.parametrize("born", ["121312", "121200", "120230", "010229", "121260", "121292"])
def test_an_impossible_birthday_is_no_number(born: str) -> None:
    assert personal_numbers(with_check_digit(f"{born}121")) == ()


@pytest.mark.parametrize(
    "text",
    [
        *("", "121212-1213", "19000229-1217", "2026-11-30", "1121212-12121", "kl. 12.12"),
        *("232100-0016", "556036-0793", "SE556036079301", "5050-1055", "4000 1234 5678 9010"),
        *("0920-28 40 00", "070-174 06 05", "0701-740605", "070 1740605", "+46 70 174 06 05"),
        *("+46701740605", "08-123 456 78", "tel. 0701010008", "Mobil: 0701010008"),
        *("dnr 2026-00123", "RS 2026/1234", "RS 181031 § 202", "HSN 2025-12-01 § 4", "v. 40 2026"),
        *("2026-05-14 13:00", "1 900 000 000 kr", "12 500 000", "0b8a9005141234ff", "R1, R2"),
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert personal_numbers(text) == ()


def test_only_words_for_phones_make_bare_digits_a_phone_number() -> None:
    ten = with_check_digit("070101000")
    assert not personal_numbers(f"Telefon {ten}")
    assert personal_numbers(f"Brukaren {ten}")
    assert personal_numbers(f"Telefon {ten[:6]}-{ten[6:]}")


def test_chance_alone_alarms_in_less_than_one_of_a_hundred() -> None:
    draw = random.Random(1)
    alarms = sum(bool(personal_numbers(f"{draw.randrange(10**10):010}")) for _ in range(20_000))
    assert alarms < 200


def test_a_number_that_stood_there_is_not_asked_about_again() -> None:
    ten = with_check_digit("900514123")
    before = f"Gäller {ten[:6]}-{ten[6:]}"
    assert not adds_personal_number(f"Gäller inte 19{ten}", before)
    assert adds_personal_number(f"{before} och {with_check_digit('900515123')}", before)


@pytest.mark.parametrize(
    "rough", ["1212121212 " * 9_000, "1" * 100_000, "19-" * 33_000, " " * 99_999]
)
def test_a_huge_text_is_read_at_once(rough: str) -> None:
    begin = time.perf_counter()
    personal_numbers(rough)
    assert time.perf_counter() - begin < 1

"""Times as people say them: what each form means, and laws for any text."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nvworkshop.errors import InputError
from nvworkshop.model.period import Period, parse_period
from nvworkshop.model.period_words import EXAMPLES, YEARS

TODAY = date(2026, 11, 22)

DATES = """
2026-11-30                      = 2026-11-30
2026/11/30                      = 2026-11-30
20261130                        = 2026-11-30
26-11-30                        = 2026-11-30
31/12-26                        = 2026-12-31
31/12 2026                      = 2026-12-31
31/12                           = 2026-12-31
31.12.2026                      = 2026-12-31
31.12.26                        = 2026-12-31
31-12-2026                      = 2026-12-31
31 december 2026                = 2026-12-31
31 dec. 2026                    = 2026-12-31
den 1 maj                       = 2027-05-01
första maj                      = 2027-05-01
1:a maj                         = 2027-05-01
1 maj -27                       = 2027-05-01
1 jul 2027                      = 2027-07-01
22 november                     = 2026-11-22
21 november                     = 2027-11-21
29 februari                     = 2028-02-29
måndag den 5 oktober            = 2027-10-05
14 januari 2027 kl 13           = 2027-01-14
2027-01-14, kl. 13.00–16.30     = 2027-01-14
torsdag 14 jan klockan 8        = 2027-01-14
10–14 maj                       = 2027-05-10 2027-05-14
1-15/5 2027                     = 2027-05-01 2027-05-15
"""

FROM_TODAY = """
i morgon                        = 2026-11-23
i övermorgon kl 9               = 2026-11-24
på torsdag                      = 2026-11-26
söndag                          = 2026-11-29
nästa tisdag                    = 2026-11-24
tisdag nästa vecka              = 2026-11-24
tisdag v. 3                     = 2027-01-19
tors. v 2 2027                  = 2027-01-14
om två veckor                   = 2026-12-06
om 10 dagar                     = 2026-12-02
om tre månader                  = 2027-02-22
om ett halvår                   = 2027-05-22
senast om ett år                = 2027-11-22
den 12:e                        = 2026-12-12
den 22                          = 2026-11-22
"""

WITH_A_CLOCK = """
14 jan 2027 13.00               = 2027-01-14
14 januari 13:00–16:30          = 2027-01-14
2027-01-14 13:00                = 2027-01-14
2027-01-14T13:00                = 2027-01-14
14/1, 9.30                      = 2027-01-14
14 jan fm                       = 2027-01-14
14 januari på eftermiddagen     = 2027-01-14
kl 13 den 14 januari            = 2027-01-14
14 januari (torsdag)            = 2027-01-14
"""

MONTHS_AND_YEARS = """
2026-11                         = 2026-11-01 2026-11-30
2026                            = 2026-01-01 2026-12-31
2026-27                         = 2026-01-01 2027-12-31
2026/27                         = 2026-01-01 2027-12-31
oktober                         = 2027-10-01 2027-10-31
november                        = 2026-11-01 2026-11-30
okt 2026                        = 2026-10-01 2026-10-31
Okt. -26                        = 2026-10-01 2026-10-31
oktober månad 2027              = 2027-10-01 2027-10-31
februari 2028                   = 2028-02-01 2028-02-29
i år                            = 2026-01-01 2026-12-31
nästa år                        = 2027-01-01 2027-12-31
nästa månad                     = 2026-12-01 2026-12-31
hösten nästa år                 = 2027-08-01 2027-12-31
nästa höst                      = 2027-08-01 2027-12-31
nästa vår                       = 2027-01-01 2027-06-30
senast nästa sommar             = 2027-06-01 2027-08-31
nästa vinter                    = 2027-12-01 2028-02-29
sista juni                      = 2027-06-30
sista dagen i februari 2028     = 2028-02-29
senast den sista december 2027  = 2027-12-31
"""

PARTS = """
Q3 2026                         = 2026-07-01 2026-09-30
2026 Q3                         = 2026-07-01 2026-09-30
Q3-26                           = 2026-07-01 2026-09-30
Q3                              = 2027-07-01 2027-09-30
Q4                              = 2026-10-01 2026-12-31
kvartal 3 2026                  = 2026-07-01 2026-09-30
kvartal 4–1                     = 2026-10-01 2027-03-31
kvartal 4–1 2027                = 2026-10-01 2027-03-31
kvartal 1–2 2027                = 2027-01-01 2027-06-30
tredje kvartalet                = 2027-07-01 2027-09-30
kv 1 2027                       = 2027-01-01 2027-03-31
tertial 2 2026                  = 2026-05-01 2026-08-31
T2                              = 2027-05-01 2027-08-31
andra tertialet 2027            = 2027-05-01 2027-08-31
halvår 1 2027                   = 2027-01-01 2027-06-30
första halvåret 2027            = 2027-01-01 2027-06-30
H2 2026                         = 2026-07-01 2026-12-31
"""

WEEKS = """
v. 40                           = 2027-10-04 2027-10-10
v. 48                           = 2026-11-23 2026-11-29
vecka 40 2026                   = 2026-09-28 2026-10-04
2026-W40                        = 2026-09-28 2026-10-04
v40-42 2026                     = 2026-09-28 2026-10-18
v. 40 – 42                      = 2027-10-04 2027-10-24
v 52 -26                        = 2026-12-21 2026-12-27
v52-26                          = 2026-12-21 2026-12-27
v2640                           = 2026-09-28 2026-10-04
v. 50-2                         = 2026-12-07 2027-01-17
v. 50–2 2027                    = 2026-12-07 2027-01-17
v. 45–10                        = 2026-11-02 2027-03-14
v. 1 2027                       = 2027-01-04 2027-01-10
v. 53                           = 2026-12-28 2027-01-03
nästa vecka                     = 2026-11-23 2026-11-29
"""

SEASONS = """
våren 2027                      = 2027-01-01 2027-06-30
vår-27                          = 2027-01-01 2027-06-30
VT 27                           = 2027-01-01 2027-06-30
vårterminen 2027                = 2027-01-01 2027-06-30
HT26                            = 2026-08-01 2026-12-31
hösten                          = 2026-08-01 2026-12-31
i höst                          = 2026-08-01 2026-12-31
sommaren                        = 2027-06-01 2027-08-31
sensommaren                     = 2027-08-01 2027-08-31
vintern                         = 2026-12-01 2027-02-28
vintern 2026/27                 = 2026-12-01 2027-02-28
vintern 2027/2028               = 2027-12-01 2028-02-29
läsåret 2026/27                 = 2026-08-01 2027-06-30
semestern                       = 2027-07-01 2027-07-31
jul                             = 2026-12-24 2026-12-26
midsommar 2027                  = 2027-06-25 2027-06-26
midsommar 2026                  = 2026-06-19 2026-06-20
påsken 2027                     = 2027-03-26 2027-03-29
påsken 2049                     = 2049-04-16 2049-04-19
påsken 2076                     = 2076-04-17 2076-04-20
årsskiftet                      = 2026-12-31 2027-01-01
årsskiftet 2026/2027            = 2026-12-31 2027-01-01
årsskiftet 26/27                = 2026-12-31 2027-01-01
halvårsskiftet                  = 2027-06-30 2027-07-01
månadsskiftet maj/juni          = 2027-05-31 2027-06-01
"""

WORDS_BEFORE = """
början av 2027                  = 2027-01-01 2027-04-30
mitten av mars 2027             = 2027-03-11 2027-03-21
i slutet av februari            = 2027-02-20 2027-02-28
slutet av 2026                  = 2026-09-01 2026-12-31
slutet av nästa år              = 2027-09-01 2027-12-31
årets slut                      = 2026-09-01 2026-12-31
slutet av 1 maj                 = 2027-05-01
före årets slut                 = 2026-12-31
innan slutet av maj 2027        = 2027-05-31
efter sommaren                  = 2027-09-01 2027-09-30
efter årsskiftet                = 2027-01-01 2027-01-31
efter jul och nyår              = 2027-01-02 2027-02-01
efter maj/juni 2027             = 2027-07-01 2027-07-31
före jul och nyår               = 2026-12-23
efter påsk och före midsommar   = 2027-03-30 2027-06-24
efter sommaren till jul         = 2026-09-01 2026-12-26
före jul                        = 2026-12-23
före årsskiftet                 = 2026-12-31
till midsommar 2027             = 2027-06-25 2027-06-26
senast 2027-03-31               = 2027-03-31
t.o.m. 31/12                    = 2026-12-31
under 2027                      = 2027-01-01 2027-12-31
ca Q2 2027                      = 2027-04-01 2027-06-30
(våren 2027?)                   = 2027-01-01 2027-06-30
"""

OPEN = """
från 1 jan 2027                 = 2027-01-01 -
fr.o.m. 2027-01-01              = 2027-01-01 -
från årsskiftet                 = 2027-01-01 -
från oktober                    = 2027-10-01 -
våren 2027 och framåt           = 2027-01-01 -
löpande                         = 2026-11-22 -
tills vidare                    = 2026-11-22 -
löpande från VT 27              = 2027-01-01 -
omgående                        = 2026-11-22
Snarast möjligt                 = 2026-11-22
nu                              = 2026-11-22
"""

RANGES = """
2026-10-01–2027-03-31           = 2026-10-01 2027-03-31
2026-10-01 - 2026-12-31         = 2026-10-01 2026-12-31
okt–dec 2026                    = 2026-10-01 2026-12-31
nov–feb 2027                    = 2026-11-01 2027-02-28
okt–mars                        = 2026-10-01 2027-03-31
jul–aug 2027                    = 2027-07-01 2027-08-31
juni-jul                        = 2027-06-01 2027-07-31
maj/juni 2027                   = 2027-05-01 2027-06-30
1/9–31/12                       = 2026-09-01 2026-12-31
hösten 2026 till våren 2027     = 2026-08-01 2027-06-30
hösten 2026 till våren          = 2026-08-01 2027-06-30
HT26–VT27                       = 2026-08-01 2027-06-30
hösten 2026–2027                = 2026-08-01 2027-12-31
Q1–Q2 2027                      = 2027-01-01 2027-06-30
2026-2027                       = 2026-01-01 2027-12-31
från hösten till slutet av 2027 = 2027-08-01 2027-12-31
mellan oktober och december     = 2026-10-01 2026-12-31
nu till jul                     = 2026-11-22 2026-12-26
"""


def rows(*tables: str) -> list[tuple[str, str, str]]:
    """Return (said, first, last) of each line; the last column is left out for one day."""
    lines = [line for table in tables for line in table.strip().splitlines()]
    cells = [(line.split(" = ")[0].strip(), line.split(" = ")[1].split()) for line in lines]
    return [(said, days[0], days[-1]) for said, days in cells]


@pytest.mark.parametrize(
    ("said", "first", "last"),
    rows(
        DATES,
        FROM_TODAY,
        WITH_A_CLOCK,
        MONTHS_AND_YEARS,
        PARTS,
        WEEKS,
        SEASONS,
        WORDS_BEFORE,
        OPEN,
        RANGES,
    ),
)
def test_each_form_means_its_interval(said: str, first: str, last: str) -> None:
    end = None if last == "-" else date.fromisoformat(last)
    assert parse_period(said, today=TODAY) == Period(said, date.fromisoformat(first), end)


@pytest.mark.parametrize(
    "said",
    [
        "när tjänsten är tillsatt",
        "",
        "?",
        "2",
        "tom",
        "inom kort",
        "Q",
        "v.",
        "maj 5",
        "3,5",
        "hösten av",
        "vi sa 1999 men vet inte",
        "v. 54 " * 20,
        "från",
        "före",
        "\x00",
        "\ud800",
    ],
)
def test_what_is_not_understood_is_kept_without_dates(said: str) -> None:
    period = parse_period(said, today=TODAY)
    assert (period.understood, period.first, period.last) == (False, None, None)
    assert period.label == period.said == said.strip().replace("\ud800", "\ufffd").strip("\x00")


@pytest.mark.parametrize(
    "said",
    [
        "31 februari",
        "2027-02-29",
        "32/12",
        "v. 54",
        "v. 0",
        "v 53 2027",
        "Q5",
        "Q0",
        "T4",
        "H3",
        "2026-13",
        "2026-13-40",
        "20261340",
        "Vintern 2026/29",
        "Månadsskiftet maj/juli",
    ],
)
def test_impossible_date_is_named_with_examples(said: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_period(said, today=TODAY)
    assert caught.value.sentence == f"{said[0].upper()}{said[1:].lower()} finns inte. {EXAMPLES}"


def test_impossible_part_is_named_alone() -> None:
    with pytest.raises(InputError, match=r"^31 april finns inte\."):
        parse_period("senast 31 april–5 maj", today=TODAY)


@pytest.mark.parametrize("said", ["1999", "1 maj 2101", "Q1 1850", "2026–2200", "våren 1999"])
def test_year_a_plan_cannot_speak_of_is_refused(said: str) -> None:
    with pytest.raises(
        InputError, match=r"går inte att använda\. Skriv ett år från 2000 till 2100"
    ):
        parse_period(said, today=TODAY)


@pytest.mark.parametrize("said", ["2027-03-31–2026-10-01", "2027–2026", "våren 2027 till 2026"])
def test_end_before_start_is_refused(said: str) -> None:
    with pytest.raises(InputError, match="Perioden slutar innan den börjar"):
        parse_period(said, today=TODAY)


def test_winter_said_in_january_is_the_one_that_is_on() -> None:
    period = parse_period("vintern", today=date(2027, 1, 15))
    assert (period.first, period.last) == (date(2026, 12, 1), date(2027, 2, 28))


@pytest.mark.parametrize(
    ("said", "label"),
    [
        ("våren 2027", "våren 2027 (2027-01-01–2027-06-30)"),
        ("den 1 maj", "den 1 maj (2027-05-01)"),
        ("från maj", "från maj (från 2027-05-01)"),
        ("2026-11-30", "2026-11-30"),
        ("2026", "2026"),
        ("2026-11", "2026-11"),
        ("Oktober 2026", "Oktober 2026"),
        ("31 december 2026", "31 december 2026"),
        ("2026-10-01–2026-12-31", "2026-10-01–2026-12-31"),
        ("2026-27", "2026-27 (2026-01-01–2027-12-31)"),
    ],
)
def test_label_gives_the_dates_when_they_are_not_obvious(said: str, label: str) -> None:
    assert parse_period(said, today=TODAY).label == label


def test_not_understood_has_no_dates_to_show() -> None:
    assert Period("sen").dates == ""


@pytest.mark.parametrize(
    "data",
    [
        None,
        [],
        "2026",
        {},
        {"said": 1},
        {"said": "x", "first": 1},
        {"said": "x", "first": "2026"},
        {"said": "x", "first": "20260101"},
        {"said": "x", "first": "2026-02-31"},
        {"said": "x", "last": "2026-01-01"},
        {"said": "x", "first": "2026-02-01", "last": "2026-01-01"},
    ],
)
def test_junk_data_is_refused(data: Any) -> None:
    with pytest.raises(ValueError, match=r".+"):
        Period.from_data(data)


def test_data_from_a_newer_program_is_read() -> None:
    data = {"said": "2026", "first": "2026-01-01", "last": None, "certain": True}
    assert Period.from_data(data) == Period("2026", date(2026, 1, 1))


WORDS = """
1 2 31 40 54 26 27 2026 2027 1999 0 / - – . : v. v vecka Q T H kvartal tertial halvår maj jul feb
dec våren höst vintern årsskiftet påsk midsommar början slutet mitten av före efter från till och
nu löpande första nästa år vecka månad i senast framåt månadsskiftet året
"""
FRAGMENTS = st.sampled_from(WORDS.split())
SPACED = st.lists(FRAGMENTS, max_size=7).map(" ".join)
JOINED = st.lists(FRAGMENTS, max_size=6).map("".join)
SAID = st.one_of(st.text(), SPACED, JOINED)
TODAYS = st.dates(date(1970, 1, 1), date(2110, 12, 31))


def parsed(said: str, today: date) -> Period | None:
    """Return the period, or None when it was refused with a sentence."""
    try:
        return parse_period(said, today=today)
    except InputError:
        return None


@given(SAID, TODAYS)
def test_any_text_is_a_stable_period_or_a_refusal(said: str, today: date) -> None:
    period = parsed(said, today)
    if period:
        assert parsed(period.said, today) == period
        assert Period.from_data(period.as_data()) == period
        assert period.last is None or (period.first and period.first <= period.last)


@given(st.dates(date(YEARS[0], 1, 1), date(YEARS[-1], 12, 31)), TODAYS)
def test_iso_date_means_itself(day: date, today: date) -> None:
    assert parse_period(f"{day}", today=today) == Period(f"{day}", day, day)


@given(st.dates(date(2001, 1, 1), date(2090, 12, 31)), TODAYS)
def test_same_day_said_in_many_ways_is_the_same_day(day: date, today: date) -> None:
    ways = [
        f"{day:%Y%m%d}",
        f"{day.day}/{day.month}-{day:%y}",
        f"den {day.day}.{day.month}.{day.year}",
    ]
    assert {parse_period(way, today=today).first for way in ways} == {day}


@given(
    st.sampled_from(["Q2", "T3", "våren", "vintern", "v. 53", "29 feb", "okt–mars", "före jul"]),
    st.dates(date(2001, 1, 1), date(2090, 12, 31)),
)
def test_without_a_year_it_has_not_ended(said: str, today: date) -> None:
    period = parse_period(said, today=today)
    assert period.last
    assert period.last >= today

"""Pictures of odd plans: nothing to show, too much to show, and what people type."""

from __future__ import annotations

import warnings

import pytest

from nvworkshop.model.documents import Document
from nvworkshop.model.things import Thing
from nvworkshop.reports import PlanData
from nvworkshop.reports.prose import REPORTS, write_document
from nvworkshop.reports.prose.pictured import TALLEST
from tests.reports.plans import OVERALL, action, big_plan, data_of, local_plan, period

EVIL = "<script>alert(1)</script> #pagebreak() $\\frac{1$ \x0b\ud800 שלום 👩‍⚕️ " + "långt " * 60


def made(report: str, data: PlanData) -> Document:
    return write_document(REPORTS[report], data)


def measured(indicator: str, *values: float) -> list[Thing]:
    return [
        Thing(
            "measurement",
            f"{indicator}-{n}",
            {"indicator": indicator, "date": f"2026-0{n + 1}-28", "value": value, "source": EVIL},
        )
        for n, value in enumerate(values)
    ]


def indicators(count: int, *values: float) -> PlanData:
    things = [Thing("indicator", f"i{n}", {"title": f"Indikator {n}"}) for n in range(count)]
    more = [one for n in range(count) for one in measured(f"i{n}", *values)]
    return data_of(local_plan("sodra"), *things, *more)


@pytest.mark.parametrize("report", ["uppfoljning", "handlingsplan"])
def test_an_empty_plan_has_no_picture(report: str) -> None:
    assert made(report, data_of(local_plan("sodra"))).pictures == ()


def test_five_hundred_actions_are_a_timeline_for_each_shift_and_say_what_is_left() -> None:
    document = made("handlingsplan", big_plan(500))
    assert [len(one.rows) for one in document.pictures] == [TALLEST] * 4
    assert all(f"{TALLEST} av 125 åtgärder" in one.title for one in document.pictures)


def test_one_value_is_no_line_and_many_lines_are_cut_with_a_sentence() -> None:
    assert made("uppfoljning", indicators(3, 1)).pictures == ()
    document = made("uppfoljning", indicators(60, 1, 2))
    assert len(document.pictures) == 12
    assert "Och 48 indikatorer till har flera mätvärden: se tabellen." in document.markdown


def test_late_actions_are_those_that_stay_on_a_full_timeline() -> None:
    late = action("sen", shift="R1", status="ongoing", end=period("x", "2026-01-01", "2026-01-31"))
    later = period("y", "2027-01-01", "2027-03-01")
    others = [action(f"a{n}", shift="R1", end=later) for n in range(40)]
    (picture,) = made("handlingsplan", data_of(local_plan("sodra"), *others, late)).pictures
    assert "▲ sen" in [row[0] for row in picture.rows]


def test_any_text_is_drawn_without_a_complaint() -> None:
    plan = OVERALL
    things = [
        action("a", title=EVIL, principal=EVIL, shift=EVIL, end=period(EVIL, "2027-01-01")),
        Thing("indicator", "i", {"title": EVIL, "unit": EVIL, "target": "99 " + EVIL}),
        *measured("i", 1e300, -1e300, 0.1),
        Thing("self_rating", "s", {"item": "R1", "tally": [1, 0, 0, 0, 2], "plan": "sodra"}),
    ]
    document = made("uppfoljning", data_of(plan, *things))
    assert len(document.pictures) > 4
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for one in document.pictures:
            assert one.svg()

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree as ET

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg

from nvworkshop.followup.series import Point, Series
from nvworkshop.reports.pictures import (
    Bar,
    Picture,
    coverage_map,
    drawing,
    indicator_lines,
    rating_steps,
    status_bars,
    timeline,
)
from nvworkshop.reports.pictures.drawing import shown
from nvworkshop.reports.prose.covered import map_of
from tests.reports.plans import action, data_of, local_plan

TODAY = date(2026, 11, 29)
SPRING = (date(2026, 3, 1), date(2026, 5, 31))
EVIL = "Rubrik <script> & $x^2$ åäö čđŋ"


def _series(*values: float, count: float | None = None) -> Series:
    points = tuple(Point(f"2026-0{n + 1}-28", v, count, f"p{n}") for n, v in enumerate(values))
    return Series("sip", "sodra", "county_part", "T", "it", points)


def pictures(name: str = EVIL) -> list[Picture]:
    return [
        status_bars("Status", [(name, {"done": 3, "delayed": 1, "": 1}), ("Norra", {})]),
        timeline("Tid", [Bar(name, SPRING, None), Bar("utan", None, None)], TODAY),
        indicator_lines("Fast vårdkontakt", [(name, _series(1, 2, 3, count=9))], target=40),
        rating_steps("Skattning", [(name, 2.4, 3.1), ("ny", None, 4)], before="då", now="nu"),
    ]


@pytest.mark.parametrize("number", range(4))
@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
def test_a_picture_is_whole_and_the_same_each_time(number: int, scheme: str) -> None:
    picture = pictures()[number]
    made = picture.svg(scheme)
    assert ET.fromstring(made).tag.endswith("svg")  # noqa: S314
    assert picture.svg(scheme) == made
    assert picture.png(scheme).startswith(b"\x89PNG")


@pytest.mark.parametrize("number", range(4))
def test_a_picture_reaches_for_nothing(number: int) -> None:
    made = pictures()[number].svg().decode()
    links = [one for one in made.split('href="')[1:] if not one.startswith("#")]
    assert links == []
    assert "<image" not in made


def test_the_table_has_every_figure() -> None:
    bars = pictures("Södra")[0]
    assert bars.head == ("Grupp", "Klar", "Försenad", "Inte angiven", "Alla")
    assert bars.rows == (("Södra", "3", "1", "1", "5"), ("Norra", "0", "0", "0", "0"))
    assert bars.said == "Södra: 3 klar, 1 försenad, 1 inte angiven; Norra: inga åtgärder."


def test_what_has_no_time_is_in_the_table() -> None:
    line = pictures("a")[1]
    assert line.rows[0] == ("a", "2026-03-01–2026-05-31", "–", "")
    assert "1 har ingen tid" in line.said


def test_few_behind_a_value_and_two_points_are_told() -> None:
    lines = pictures("a")[2]
    assert lines.rows[0] == ("a", "2026-01-28", "1", "9, få")
    assert "stigande" not in lines.said
    assert "stigande" in indicator_lines("x", [("a", _series(1, 2, 3, count=40))]).said
    two = indicator_lines("x", [("a", _series(1, 2))])
    assert "stigande" not in two.said


def test_steps_say_what_differs() -> None:
    steps = pictures("a")[3]
    assert steps.rows == (("a", "2,4", "3,1", "+0,7"), ("ny", "–", "4,0", "–"))


@pytest.mark.parametrize("number", range(4))
def test_nothing_to_show_is_a_picture_too(number: int) -> None:
    none = [
        status_bars("Status", []),
        timeline("Tid", [], TODAY),
        indicator_lines("I", []),
        rating_steps("S", [], before="", now=""),
    ][number]
    assert none.rows == ()
    assert none.svg()


def test_a_text_is_never_a_formula() -> None:
    plain = status_bars("S", [("a $\\frac{1$ b", {"done": 1})])
    assert plain.svg()


def test_the_map_tells_every_cell_and_draws_white_spots_with_a_word() -> None:
    things = [action("a", shift="R1", prerequisites=["F1"]), action("b", shift="R2")]
    picture = coverage_map("Karta", "Förutsättning", map_of(data_of(local_plan("sodra"), *things)))
    assert picture.rows[0] == ("Stärkt samverkan", "1", "ingen", "ingen", "ingen")
    assert "Stärkt samverkan: Hälsofrämjande 1, Personcentrering ingen" in picture.said
    assert picture.svg()


def test_a_letter_that_the_type_lacks_is_a_box() -> None:
    assert shown("a 👩\N{ZERO WIDTH JOINER} b\x0bå שלום") == "a □ b å שלום"


def test_a_late_action_is_told_by_a_sign() -> None:
    line = timeline("Tid", [Bar("a", SPRING, SPRING, late=True), Bar("b", SPRING, SPRING)], TODAY)
    assert [row[0] for row in line.rows] == ["▲ a", "b"]
    assert "1 är försenad" in line.said


@pytest.mark.parametrize("rows", [1, 8])
def test_what_signs_mean_has_room_beneath(rows: int) -> None:
    long = "2026-11-17 till 2026-11-19"
    named = [(f"{EVIL} {n}", 2.0, 3.0) for n in range(rows)]
    picture = rating_steps("Skattning", named, before=long, now=long)
    figure = drawing._figure(picture.height, drawing.colours("light"))
    picture.draw(figure.axes[0], drawing.colours("light"))
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    legend = figure.axes[0].get_legend()
    assert legend is not None
    said, ticks = (one.get_window_extent() for one in (legend, figure.axes[0].get_xticklabels()[0]))
    assert said.x0 >= 0
    assert said.x1 <= figure.bbox.x1
    assert 0 <= said.y0 < said.y1 <= ticks.y0

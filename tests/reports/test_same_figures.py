"""One figure is the same wherever it is told: on the screen, in the workbook, in the report."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pytest

from nvworkshop.followup.figures import Figures
from nvworkshop.followup.standing import PART, PRINCIPAL, SHIFT
from nvworkshop.model.choices import CHOICES
from nvworkshop.model.documents import Document
from nvworkshop.model.tables import Table
from nvworkshop.places import SAMPLE_PLANS
from nvworkshop.planfile.reading.pool import read_plan
from nvworkshop.reports import PlanData, build_book
from nvworkshop.reports.prose import REPORTS
from nvworkshop.reports.prose.pictured import MOST_LINES
from nvworkshop.session.documents import document_of
from nvworkshop.session.export import limited, plan_data
from nvworkshop.session.files import view_of
from nvworkshop.session.standing import Standings, standing_of
from nvworkshop.session.surroundings import Surroundings
from nvworkshop.session.view import PlanView
from tests.reports.prose.golden import NOW, in_stockholm

PLANS = sorted(one.stem for one in SAMPLE_PLANS.glob("*.nvplan") if "skadad" not in one.stem)
TITLES = {
    "Status per riktning": SHIFT,
    "Status per länsdel": PART,
    "Status per ansvarig huvudman": PRINCIPAL,
}
LABELS = {**{one.sv: one.id for one in CHOICES["status"]}, "Inte angiven": ""}


@pytest.fixture(scope="module", params=PLANS)
def view(request: pytest.FixtureRequest) -> Iterator[PlanView]:
    content = read_plan(SAMPLE_PLANS / f"{request.param}.nvplan")
    seen = view_of(content, Surroundings(now=lambda: NOW, device="testdator"))
    with in_stockholm(), closing(seen.store):
        yield seen


def sheet(data: PlanData, name: str) -> Table:
    return next(one for one in build_book(data).tables if one.name == name)


def report(view: PlanView) -> Document:
    return document_of(view, limited(view, REPORTS["uppfoljning"], ""), "uppfoljning")


def counts(figures: Figures) -> dict[str, int]:
    return {label: len(figures.parts[one]) for label, one in LABELS.items()}


def groups(stands: Standings, by: str) -> dict[str, Figures]:
    return {one.label or "Inte angivet": one.figures for one in stands.groups[by]}


def test_pictures_have_the_figures_of_the_screen(view: PlanView) -> None:
    stands = standing_of(view)
    titled = ((one.title.partition(",")[0], one) for one in report(view).pictures)
    shown = {title: one for title, one in titled if title in TITLES}
    assert "Status per riktning" in shown
    for title, picture in shown.items():
        wanted = groups(stands, TITLES[title])
        assert [row[0] for row in picture.rows] == list(wanted)
        for name, *cells, total in picture.rows:
            told = dict(zip(picture.head[1:-1], map(int, cells), strict=True))
            known = {one: number for one, number in counts(wanted[name]).items() if number}
            assert {one: number for one, number in told.items() if number} == known
            assert int(total) == len(wanted[name].rows)


def test_the_sheet_has_the_figures_of_the_screen(view: PlanView) -> None:
    stands, table = standing_of(view), sheet(plan_data(view), "Uppföljning")
    labels = [one.label for one in table.columns]
    every = {"Alla åtgärder": stands.now}
    for by in TITLES.values():
        every |= groups(stands, by)
    assert table.rows[0].cells[1] == "Alla åtgärder"
    for row in table.rows:
        told = dict(zip(labels, row.cells, strict=True))
        figures = every[str(told["Grupp"])]
        assert {one: told[one] for one in LABELS} == counts(figures)
        assert (told["Alla"], told["I tid"]) == (len(figures.rows), len(figures.in_time))
        assert (told["Försenade"], told["Tiden har gått ut"]) == (
            len(figures.late),
            len(figures.overdue),
        )


def test_charts_refer_to_the_rows_of_their_groups(view: PlanView) -> None:
    table = sheet(plan_data(view), "Uppföljning")
    for chart in table.charts:
        rows = {(one.first, one.last) for one in chart.strands}
        ((first, last),) = rows
        kinds = [row.cells[0] for row in table.rows]
        assert set(kinds[first : last + 1]) == {chart.across}
        assert kinds.count(chart.across) == last - first + 1


def test_values_are_the_same_in_the_sheet_and_in_the_picture(view: PlanView) -> None:
    table = sheet(plan_data(view), "Mätvärden")
    drawn = [one for one in report(view).pictures if one.head[0] == "Serie"]
    assert len(drawn) == min(len(table.charts), MOST_LINES)
    for picture, chart in zip(drawn, table.charts, strict=False):
        assert picture.title == chart.title
        values = [
            str(row.cells[3]).removesuffix(".0").replace(".", ",")
            for row in table.rows
            if row.cells[0] == chart.title
        ]
        assert [row[2] for row in picture.rows] == values

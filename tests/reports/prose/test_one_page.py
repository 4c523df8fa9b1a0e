"""One A4 for every huvudman and kommun, however large the plan is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from nvworkshop.exchange.prose import pdf_out
from nvworkshop.model.documents import Document
from nvworkshop.model.guarded import reveal
from nvworkshop.model.things import Thing
from nvworkshop.reports import PlanData
from nvworkshop.reports.prose import REPORTS, write_document
from tests.reports.plans import NORRBOTTEN, action, big_plan, data_of, joint, local_plan, period

LONG = {
    "title": "Utse en fast vårdkontakt för varje person med hemsjukvård och gör en gemensam "
    "samordnad individuell plan som följer med personen mellan kommunen och regionen",
    "function": "verksamhetschef för närsjukvårdsområde och kommunal primärvård",
    "decision_needed": "Att huvudmännen delar på kostnaden för den som samordnar insatserna i "
    "glesbygd, till en början under tre år",
    "decision_body": "polsam",
    "resources": None,
    "goal": None,
}


def _longer(data: PlanData) -> PlanData:
    rows = ("action", "joint_action")
    things = {
        kind: [Thing(one.kind, one.id, {**one.values, **LONG}) for one in several]
        if kind in rows
        else several
        for kind, several in data.things.items()
    }
    return replace(data, things=things)


def _pages(data: PlanData) -> Iterator[Document]:
    """Yield the page of every huvudman and every kommun."""
    for one in NORRBOTTEN.principals:
        yield write_document(REPORTS["huvudman"], replace(data, principal=one.id))
    for kommun in NORRBOTTEN.municipalities:
        yield write_document(REPORTS["kommun"], replace(data, municipality=kommun.id))


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_every_page_of_a_plan_of_500_long_actions_is_one(tmp_path: Path) -> None:
    data = _longer(big_plan(500))
    told = [(one.title, pdf_out.write(one, tmp_path / "a.pdf")) for one in _pages(data)]
    assert [one for one in told if one[1]] == []
    assert len(told) == 29


def test_a_page_of_short_rows_is_one_too(tmp_path: Path) -> None:
    data = replace(big_plan(500), principal="region")
    assert pdf_out.write(write_document(REPORTS["huvudman"], data), tmp_path / "a.pdf") == ()


def _one(*things: Thing, principal: str = "2581") -> str:
    data = replace(data_of(local_plan("sodra"), *things), principal=principal)
    return reveal(write_document(REPORTS["huvudman"], data).markdown)


def test_what_is_late_and_soonest_comes_first() -> None:
    late = period("i juni", "2026-06-01", "2026-06-30")
    soon, far = (
        period("v. 2", "2027-01-11", "2027-01-17"),
        period("2028", "2028-01-01", "2028-12-31"),
    )
    made = _one(
        action("långt borta", principal="2581", end=far),
        action("klart sedan länge", principal="2581", end=late, status="done"),
        action("snart", principal="2581", end=soon),
        action("sent", principal="2581", end=late),
    )
    places = [
        made.index(f"| {one} |") for one in ("sent", "snart", "långt borta", "klart sedan länge")
    ]
    assert places == sorted(places)
    assert "| sent | ▲ i juni |" in made


def test_what_has_no_room_is_counted() -> None:
    made = _one(*(action(f"Åtgärd {n}", principal="2581") for n in range(100)))
    shown = sum(one.startswith("| Åtgärd") for one in made.splitlines()) - 1
    assert 20 <= shown < 60
    assert f"Och {100 - shown} till: se handlingsplanen." in made


def test_others_duties_and_decisions_are_told() -> None:
    made = _one(
        action("Annans", principal="region", contributors=["2581"], decision_needed="Pengar"),
        action("Utan mål", principal="2581"),
        action("Rör inte", principal="region"),
        Thing("decision", "d", {"principal": "2581", "adoption": "partly", "reference": "KS § 1"}),
    )
    assert "## Medverkar i" in made
    assert "| Annans | Pengar |" in made
    assert "Planen: Antagen med undantag, KS § 1." in made
    assert "- Utan mål: mål" in made
    assert "Rör inte" not in made


def test_a_kommun_reads_of_what_concerns_its_whole_part() -> None:
    data = data_of(local_plan("sodra"), action("Hela Södra", principal="region"))
    made = write_document(REPORTS["kommun"], replace(data, municipality="2581"))
    assert made.short
    assert made.title == "Piteå"
    assert "## Berör kommunen" in made.markdown


def test_joint_actions_are_told_once() -> None:
    made = _one(action("a"), *joint("Gemensam", "a", principal="2581"))
    assert made.count("Gemensam") == 2  # as its own and as lacking

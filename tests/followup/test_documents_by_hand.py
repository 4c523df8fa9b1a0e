"""The figures of Södra in documents, counted by hand.

The numbers were counted on paper by reading `sample_plans/content`, and written here before the
program was asked. Keys are those of the content files.
"""

from __future__ import annotations

from nvworkshop.model.guarded import reveal
from nvworkshop.reports.books import build_book
from nvworkshop.reports.prose import REPORTS
from nvworkshop.session.export import limited
from tests.followup.samples import Sample
from tests.reports.prose.golden import document


def written(report: str) -> str:
    """A report of Södra as on 1 December 2026; nothing that is counted differs from 20 November."""
    return document(report, "local").markdown


def test_the_report_has_the_figures_that_were_counted() -> None:
    lines = reveal(written("uppfoljning")).splitlines()

    for line in (
        "| Klara eller avslutade | 2 | 12 procent |",
        "| I tid | 16 | 94 procent |",
        "| Tiden har gått ut | 0 | 0 procent |",
        "| Utan ansvarig | 2 | 12 procent |",
        "| Utan uppföljning det senaste halvåret | 1 | 6 procent |",
        "I tid då: 100 procent av åtgärderna. I tid nu: 94 procent.",
        "| Håll läkarrond på skärm i särskilt boende | ◌ Pausad | ✓ Klar |",
    ):
        assert line in lines
    judged = [line.split(" | ")[-1] for line in lines if "**På väg**" in line]
    assert [one.split("<br>")[1] for one in judged] == [
        "34 mot målet 25, från 37.",
        "8 mot målet 6, från 10.",
        "71 mot målet 95, från 44.",
        "36 mot målet 70, från 31.",
    ]


def test_the_summary_and_the_national_report_take_no_area_for_another() -> None:
    assert "antal per halvår | 8 (2026-06-30, Arjeplog) | högst 6 |" in reveal(
        written("sammanfattning")
    )
    assert "antal | se varje område för sig | hälften så många |" in reveal(
        written("sammanfattning")
    )
    national = reveal(written("nationell"))
    for said in ("| 3 | 2026-09-30 | Arvidsjaur", "| 3 | 2026-09-30 | Älvsbyn"):
        assert said in national
    assert "| 13 | 2026-09-30 | Piteå" in national


def test_the_workbook_has_the_figures_that_were_counted(november: Sample) -> None:
    book = build_book(limited(november.view, REPORTS["uppfoljning"], ""))
    sheet = next(one for one in book.tables if one.name == "Uppföljning")
    rows = {one.cells[1]: one.cells[2:] for one in sheet.rows}

    # Ej påbörjad, pågår, försenad, pausad, klar, prövad, utan status, alla; then ended, in time,
    # late, overdue, due, unowned, untold.
    assert rows["Alla åtgärder"] == (8, 5, 1, 1, 1, 1, 0, 17, 2, 16, 1, 0, 0, 2, 1)
    assert rows["Gemensam primärvård"] == (4, 3, 0, 0, 0, 1, 0, 8, 1, 8, 0, 0, 0, 2, 0)
    # Nine, since utbildning_person went from Arvidsjaur to the region in November.
    assert rows["Regionen"] == (5, 2, 0, 1, 1, 0, 0, 9, 1, 9, 0, 0, 0, 2, 0)

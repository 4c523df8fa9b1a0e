from __future__ import annotations

from pathlib import Path

import pytest

from nvworkshop.errors import CancelledError
from nvworkshop.exchange.incoming.reader import read_book
from nvworkshop.importing.foreign import propose
from nvworkshop.importing.mapping import look
from nvworkshop.model.layouts import Split
from nvworkshop.model.proposals import Sort
from tests.importing import books
from tests.importing.conftest import AROUND, STRATEGY, Propose, values


def test_kommun_plan_with_merged_headings_and_goals_is_read(
    tmp_path: Path, proposed: Propose
) -> None:
    found = proposed(books.kommun(tmp_path))
    assert values(found, 1) == {
        "title": "Utbilda personal i samtalsmetod",
        "goal": "Fler får stöd tidigt",
        "principal": "region",
        "function": "Verksamhetschef hälsocentral",
        "start": "Q3 2026",
        "end": "31 december 2026",
        "status": "not_started",
    }
    assert {one.sort for one in found.proposals} == {Sort.ADDED}
    assert [one.spot.row for one in found.proposals] == [6, 7, 8]


def test_two_principals_are_one_responsible_and_one_taking_part(
    tmp_path: Path, proposed: Propose
) -> None:
    found = proposed(books.kommun(tmp_path))
    assert values(found, 2)["principal"] == "region"
    assert values(found, 2)["contributors"] == ["2581"]
    assert "Flera står som ansvariga" in found.proposals[2].why


def test_table_of_questions_is_read_and_its_list_becomes_actions(
    tmp_path: Path, proposed: Propose
) -> None:
    found = proposed(books.skr(tmp_path))
    assert [one.title for one in found.proposals[:3]] == [
        "Kartlägg behovet",
        "Ta fram rutin",
        "Informera personalen",
    ]
    first = values(found)
    assert first["contributors"] == ["region", "2506", "2505", "2581", "2560"]
    assert (first["principal"], first["function"]) == ("2582", "äldreomsorgen")
    assert (first["start"], first["end"]) == ("2026", "2027")
    assert first["indicator"] == "Andel med fast vårdkontakt"
    assert values(found, 3)["comment"] == "Medverkande: Räddningstjänsten"


def test_list_in_a_cell_stays_one_action_when_it_is_not_to_be_split(
    tmp_path: Path, proposed: Propose
) -> None:
    found = proposed(books.skr(tmp_path), Split.NEVER)
    assert len(found.proposals) == 2
    assert values(found)["title"] == "Kartlägg behovet"
    assert values(found)["description"] == "2. Ta fram rutin\n3. Informera personalen"


def test_english_plan_is_read(tmp_path: Path, proposed: Propose) -> None:
    assert values(proposed(books.english(tmp_path))) == {
        "title": "Start mobile teams",
        "goal": "Care closer to home",
        "principal": "region",
        "contributors": ["2580", "2582"],
        "end": "2027-06-30",
        "status": "ongoing",
        "indicator": "Visits at home",
        "resources": "250000",
    }


def test_row_over_all_columns_says_the_shift_of_the_rows_beneath(
    tmp_path: Path, proposed: Propose
) -> None:
    found = proposed(books.sections(tmp_path))
    shifts = [values(found, place).get("shift") for place in range(len(found.proposals))]
    assert shifts == ["R1", "R3", "R3", "R3"]
    told = " ".join(found.notes)
    assert "rad 2, 4" in told
    assert "rad 8: Övriga insatser" in told
    assert "summor hoppas över: rad 10" in told
    assert "upprepas hoppas över: rad 6" in told


def test_everything_in_one_cell_is_split_into_points(tmp_path: Path, proposed: Propose) -> None:
    found = proposed(books.one_cell(tmp_path))
    assert [one.title for one in found.proposals] == [
        "Boka möte med skolan",
        "Ta fram en plan för vintern",
        "Följ upp i maj",
        "Se över hur vi ringer upp",
    ]
    assert values(found, 3)["description"] == "Vi behöver prata med hälsocentralen först."


def test_every_line_is_an_action_when_that_is_asked_for(tmp_path: Path, proposed: Propose) -> None:
    found = proposed(books.one_cell(tmp_path), Split.LINES)
    assert [one.title for one in found.proposals[3:]] == [
        "Se över hur vi ringer upp",
        "Vi behöver prata med hälsocentralen först.",
    ]


def test_days_as_numbers_and_texts_are_read_and_what_is_none_is_told(
    tmp_path: Path, proposed: Propose
) -> None:
    found = proposed(books.serials(tmp_path))
    assert values(found, 0)["start"] == values(found, 1)["start"] == "2026-10-01"
    assert values(found, 2)["start"] == "någon gång efter valet kanske"
    assert "sparas som text" in found.proposals[2].why
    assert "ligger efter Klart" in found.proposals[3].why
    (bad,) = found.rejected
    assert (bad.spot.row, bad.spot.column, bad.label) == (3, 3, "Slutdatum")
    assert "finns inte" in bad.reason


def test_csv_of_an_old_spreadsheet_is_read(tmp_path: Path, proposed: Propose) -> None:
    found = proposed(books.old_csv(tmp_path))
    assert [one.title for one in found.proposals] == [
        "Öppna träffpunkt på Älvgården",
        "Se över färdtjänst; pröva delad bil",
    ]
    assert [values(found, place)["status"] for place in (0, 1)] == ["done", "ongoing"]
    assert "gissning" in found.proposals[0].why
    assert values(found)["comment"] == "Prioritet: Hög"


def test_twins_and_personal_numbers_are_questions(tmp_path: Path, proposed: Propose) -> None:
    found = proposed(books.nasty(tmp_path))
    ticked = {one.spot.row: one.ticked for one in found.proposals}
    assert ticked == {3: True, 4: False, 5: True, 6: False, 7: True, 9: True}
    whys = {one.spot.row: one.why for one in found.proposals}
    assert "personnummer" in whys[4]
    assert whys[6].startswith("Rad 5 är likadan.")
    assert whys[7].startswith("Rad 5 har samma rubrik.")


def test_nothing_is_dropped_without_a_word(tmp_path: Path, proposed: Propose) -> None:
    found = proposed(books.nasty(tmp_path))
    places = {(one.spot.row, one.spot.column) for one in found.rejected}
    assert places == {(4, 3), (4, 4), (8, 3)}
    assert values(found, 5) == {
        "title": "Bjud in",
        "principal": "2581",
        "contributors": ["polisen"],
        "function": "kuratorn",
    }


def test_errors_in_cells_are_no_values(tmp_path: Path, proposed: Propose) -> None:
    found = proposed(books.errors(tmp_path))
    assert [one.title for one in found.proposals] == ["Rutin för utskrivning"]
    assert values(found) == {"title": "Rutin för utskrivning", "principal": "2581"}
    places = [(one.spot.row, one.spot.column, one.value) for one in found.rejected]
    assert places == [
        (2, 2, "#REF!"),
        (2, 4, "#N/A"),
        (3, 0, "2027-05-01"),
        (3, 1, "#FORMEL!"),
    ]


def test_section_of_the_rest_says_no_shift(tmp_path: Path, proposed: Propose) -> None:
    book = books.sheet_of(
        (
            ("Åtgärd", "Ansvarig", "Klart"),
            ("Stärkt gemensam primärvård", None, None),
            ("Gemensam jour", "Region Norrbotten", "2028"),
            ("Övrigt", None, None),
            ("Hemsida", "Kommunikatör", "2027"),
        ),
        ("A2:C2", "A4:C4"),
    )
    book.save(tmp_path / "lista.xlsx")
    found = proposed(tmp_path / "lista.xlsx")
    assert [values(found, n).get("shift") for n in (0, 1)] == ["R3", None]


def test_share_that_is_done_is_a_status(tmp_path: Path, proposed: Propose) -> None:
    place = tmp_path / "lista.csv"
    rows = "Åtgärd;Klart;Andel klart\nEtt;2027-05-01;50 %\nTvå;2027-06-01;100 %\n"
    place.write_text(rows, "utf-8")
    found = proposed(place)
    assert [values(found, n)["status"] for n in (0, 1)] == ["ongoing", "done"]
    assert [values(found, n)["end"] for n in (0, 1)] == ["2027-05-01", "2027-06-01"]


@pytest.mark.parametrize(
    ("said", "status"),
    [("Klar!", "done"), ("pausad p.g.a. vakans", "paused"), ("? Pågår", "ongoing")],
)
def test_status_with_more_beside_it_is_read(
    tmp_path: Path, proposed: Propose, said: str, status: str
) -> None:
    place = tmp_path / "lista.csv"
    place.write_text(f"Åtgärd;Status;Klart\nEtt;{said};2027\n", "utf-8")
    assert values(proposed(place))["status"] == status


def test_action_that_is_in_the_plan_is_not_ticked(tmp_path: Path, proposed: Propose) -> None:
    place = tmp_path / "lista.csv"
    place.write_text("Åtgärd;Status\nStarta mobila team;Pågår\nNytt;Pågår\n", "utf-8")
    first, second = proposed(place).proposals
    assert (first.ticked, first.why) == (False, "Finns redan i planen: åtgärd 3.")
    assert second.ticked


def test_long_list_is_read_and_can_be_stopped(tmp_path: Path) -> None:
    book = read_book(books.large(tmp_path, 2_000))
    layout = look(book, STRATEGY).layout
    assert len(propose(book, layout, AROUND).proposals) == 2_000

    def _stop(done: int, of: int) -> None:
        if done:
            raise CancelledError("Avbrutet.")
        assert of == 2_000

    with pytest.raises(CancelledError):
        propose(book, layout, AROUND, _stop)

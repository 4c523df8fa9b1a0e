"""Exporting a real plan, as the command line and the window do."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from nvworkshop.errors import ExportError, InputError
from nvworkshop.session.documents import FORMATS
from nvworkshop.session.export import export
from nvworkshop.session.session import Session
from nvworkshop.session.sessions import create
from nvworkshop.session.surroundings import Surroundings

NOW = datetime(2026, 11, 20, 13, 32, tzinfo=UTC)


@pytest.fixture
def plan(tmp_path: Path) -> Iterator[Session]:
    around = Surroundings(now=lambda: NOW, device="testdator")
    session = create(tmp_path / "a.nvplan", county_part="sodra", surroundings=around)
    session.add(
        "action",
        {
            "title": "=Utse fast vårdkontakt",
            "shift": "R3",
            "principal": "Piteå kommun",
            "contributors": "region",
            "end": "Q3 2027",
            "name": "Kontakt Person",
        },
    )
    session.add("action", {"title": "Gemensam SIP-rutin", "principal": "region"})
    yield session
    session.close()


def test_the_workbook_has_every_action_with_real_dates(plan: Session, tmp_path: Path) -> None:
    out = tmp_path / "plan.xlsx"
    result = export(plan, out)
    assert (result.place, result.written, result.read_back) == (out, 2, 2)
    sheet: Any = load_workbook(out)["Handlingsplan"]
    header = next(row for row in sheet.iter_rows() if row[1].value == "Nr")
    at = {cell.value: cell.column for cell in header}
    row = header[0].row + 1
    assert sheet.cell(row, at["Åtgärd"]).value == "=Utse fast vårdkontakt"
    assert sheet.cell(row, at["Åtgärd"]).data_type == "s"
    assert sheet.cell(row, at["Ansvarig huvudman"]).value == "Piteå kommun"
    assert sheet.cell(row, at["Klart senast"]).value == datetime(2027, 9, 30)
    assert sheet.cell(row, 1).value == plan.things("action")[0].id


def test_what_has_no_sheet_is_counted_in_words(plan: Session, tmp_path: Path) -> None:
    plan.add("report_back", {"text": "Klart"})
    for name in ("Ett", "Två"):
        plan.add("idea", {"title": name})
    (told,) = export(plan, tmp_path / "plan.xlsx").notices
    assert told.startswith("Finns i planen men inte i filen: 2 förslag, 1 redovisning. De")


def test_every_sheet_can_be_read_filtered_and_printed(plan: Session, tmp_path: Path) -> None:
    export(plan, tmp_path / "plan.xlsx")
    workbook = load_workbook(tmp_path / "plan.xlsx")
    sheets: list[Any] = workbook.worksheets
    for sheet in sheets:
        if sheet.sheet_state == "hidden":
            continue
        assert not sheet.merged_cells.ranges
        assert sheet.freeze_panes
        assert sheet.print_title_rows
        assert sheet.auto_filter.ref
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        hidden = sheet.title not in ("Läs mig", "Uppföljning", "Mätvärden")  # no rows of a plan
        assert sheet.column_dimensions["A"].hidden is hidden


def test_one_principals_workbook_by_name_or_id(plan: Session, tmp_path: Path) -> None:
    for principal in ("Piteå kommun", "2581", "piteå kommun"):
        out = tmp_path / "pitea.xlsx"
        result = export(plan, out, report="huvudman", principal=principal)
        assert result.read_back == 1
        assert load_workbook(out).sheetnames[1] == "Åtgärder"


def test_csv_guards_formulas_and_says_so(plan: Session, tmp_path: Path) -> None:
    result = export(plan, tmp_path / "plan.csv")
    text = (tmp_path / "plan.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(text.splitlines(), delimiter=";"))
    assert [row["Åtgärd"] for row in rows] == ["'=Utse fast vårdkontakt", "Gemensam SIP-rutin"]
    assert "formel" in result.notices[0]


def test_json_has_the_values_of_the_log(plan: Session, tmp_path: Path) -> None:
    result = export(plan, tmp_path / "plan.json")
    document = json.loads((tmp_path / "plan.json").read_bytes())
    first = document["things"]["action"][0]
    assert first["principal"] == "2581"
    assert first["end"] == {"said": "Q3 2027", "first": "2027-07-01", "last": "2027-09-30"}
    assert document["strategy"]["id"] == "norrbotten"
    assert (result.written, result.read_back) == (2, 2)
    assert "name" not in first


def test_json_tells_what_else_it_holds(plan: Session, tmp_path: Path) -> None:
    assert export(plan, tmp_path / "plan.json").notices == ()
    plan.add("note", {"text": "Sagt i rummet"})
    told = export(plan, tmp_path / "plan.json").notices
    assert told[0].startswith("Filen har hela planen, också anteckningar, men inga namn")


def test_an_empty_plan_can_be_exported(tmp_path: Path) -> None:
    session = create(tmp_path / "tom.nvplan", county_part="ostra")
    for suffix in ("xlsx", "csv", "json"):
        assert export(session, tmp_path / f"tom.{suffix}").written == 0
    session.close()


def test_a_report_that_is_no_table_says_which_formats_it_has(plan: Session, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"Välj \.docx, \.pdf, \.html, \.md"):
        export(plan, tmp_path / "plan.xlsx", report="tjansteskrivelse")


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_plan_is_written_in_words(plan: Session, tmp_path: Path, suffix: str) -> None:
    result = export(plan, tmp_path / f"plan{suffix}")
    assert result.written == result.read_back == 2
    assert result.place.stat().st_size > 500


@pytest.mark.parametrize("name", ["plan.xls", "plan", "plan.nvplan"])
def test_an_unknown_format_lists_what_works(plan: Session, tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match=r"\.xlsx, \.csv, \.json"):
        export(plan, tmp_path / name)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("okänd", ""), "Det finns ingen rapport ”okänd”"),
        (("huvudman", ""), "behöver en huvudman"),
        (("huvudman", "Umeå kommun"), "finns inte i strategin"),
        (("handlingsplan", "Umeå"), "finns inte i strategin"),
    ],
)
def test_what_cannot_be_asked_for_is_told(
    plan: Session, tmp_path: Path, asked: tuple[str, str], said: str
) -> None:
    report, principal = asked
    with pytest.raises(InputError, match=said):
        export(plan, tmp_path / "plan.xlsx", report=report, principal=principal)


def test_json_of_one_principal_is_refused(plan: Session, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="har alltid hela planen"):
        export(plan, tmp_path / "plan.json", principal="region")


def test_a_plan_file_is_never_written_over(plan: Session, tmp_path: Path) -> None:
    plan.publish()
    (tmp_path / "a.nvplan").rename(tmp_path / "förklädd.xlsx")
    before = (tmp_path / "förklädd.xlsx").read_bytes()
    with pytest.raises(InputError, match="är en planfil och skrivs inte över"):
        export(plan, tmp_path / "förklädd.xlsx")
    assert (tmp_path / "förklädd.xlsx").read_bytes() == before


def test_an_older_export_is_replaced(plan: Session, tmp_path: Path) -> None:
    out = tmp_path / "plan.xlsx"
    out.write_text("förra veckans")
    assert export(plan, out).read_back == 2


def test_a_missing_folder_is_told(plan: Session, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="finns inte"):
        export(plan, tmp_path / "usb" / "plan.xlsx")

"""The form a huvudman fills in: sent, filled in, and read back, also twice and late."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from nvworkshop.errors import InputError
from nvworkshop.model.book_marks import ANSWERS
from nvworkshop.session.export import export
from nvworkshop.session.incoming import apply, propose, ticked
from nvworkshop.session.session import Session
from nvworkshop.session.sessions import create
from tests.session.workbooks import Sheet, as_google, edit_sheet, sorts

PITEA = "Piteå kommun"


@pytest.fixture
def session(tmp_path: Path) -> Session:
    session = create(tmp_path / "södra.nvplan", county_part="sodra", title="Södras plan")
    values: list[dict[str, Any]] = [
        {"title": "Mobilt team", "principal": PITEA, "end": "2027"},
        {"title": "SIP", "principal": "Region Norrbotten", "contributors": PITEA},
        {"title": "Annans", "principal": "Älvsbyns kommun"},
    ]
    for one in values:
        session.add("action", one)
    return session


@pytest.fixture
def form(session: Session, tmp_path: Path) -> Path:
    place = tmp_path / "svar.xlsx"
    export(session, place, report="svarsformular", principal=PITEA)
    return place


def fill(sheet: Sheet) -> None:
    asked = next(row for row in sheet.sheet.iter_rows() if row[1].value == ANSWERS)
    asked[2].value = "socialchef"
    sheet.put("Mobilt team", "Status", "◐ Pågår")
    sheet.put("SIP", "Lägeskommentar", "Vi är med från hösten.")
    empty = sheet.row("SIP") + 1
    sheet.sheet.cell(empty + 4, sheet.column["Åtgärd"]).value = "Trygghetsboende"
    sheet.sheet.cell(empty + 4, sheet.column["Klart"]).value = "hösten 2027"


def take(session: Session, form: Path) -> tuple[str, ...]:
    found = propose(session, form)
    apply(session, found, ticked(found))
    return found.notes


def titled(session: Session, title: str) -> Any:
    return next(one for one in session.things("action") if one["title"] == title)


def test_the_form_has_the_rows_that_concern_and_room_for_new(session: Session, form: Path) -> None:
    sheet = Sheet(load_workbook(form)["Svar"])
    titles = [one.value for one in sheet.sheet["B"][sheet.header :]]
    assert titles == ["Mobilt team", "SIP", *[None] * 20]
    assert "Södras plan" in str(sheet.sheet["B2"].value)
    rules = sheet.sheet.data_validations.dataValidation
    lists = [one for one in rules if one.type == "list"]
    assert {one.promptTitle for one in lists} >= {"Status", "Ansvarig huvudman"}
    assert all(str(one.formula1).startswith("'Val'!") for one in lists)


def test_an_empty_form_proposes_nothing(session: Session, form: Path) -> None:
    found = propose(session, form)
    assert (found.proposals, found.rejected, found.unchanged) == ((), (), 2)


@pytest.mark.parametrize("google", [False, True])
def test_a_filled_in_form_is_read_once(session: Session, form: Path, google: bool) -> None:
    edit_sheet(form, fill, "Svar")
    notes = take(session, as_google(form) if google else form)
    assert "Svarar: socialchef." in notes
    assert titled(session, "Mobilt team")["status"] == "ongoing"
    assert titled(session, "SIP")["comment"] == "Vi är med från hösten."
    assert titled(session, "Trygghetsboende")["principal"] == (None if google else "2581")
    assert propose(session, form).proposals == ()


def test_a_form_that_comes_again_edited_gives_what_is_new(session: Session, form: Path) -> None:
    take(session, edit_sheet(form, fill, "Svar"))
    edit_sheet(form, lambda sheet: sheet.put("SIP", "Mål", "Alla har en plan"), "Svar")
    found = propose(session, form)
    assert sorts(found) == [("changed", "SIP")]
    assert [one.name for one in found.proposals[0].fields] == ["goal"]


def test_a_late_form_lists_its_conflicts(session: Session, form: Path) -> None:
    session.set(titled(session, "Mobilt team").id, {"status": "Pausad"})
    session.set(titled(session, "SIP").id, {"goal": "Nytt mål"})
    found = propose(session, edit_sheet(form, fill, "Svar"))
    assert sorts(found)[0] == ("conflict", "Mobilt team")
    assert not found.proposals[0].ticked
    apply(session, found, ticked(found))
    assert titled(session, "Mobilt team")["status"] == "paused"
    assert titled(session, "SIP")["goal"] == "Nytt mål"


def test_a_form_needs_a_huvudman_and_excel(session: Session, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="behöver en huvudman"):
        export(session, tmp_path / "a.xlsx", report="svarsformular")
    with pytest.raises(InputError, match="Excelfil"):
        export(session, tmp_path / "a.csv", report="svarsformular", principal=PITEA)

"""An exported workbook, edited and read back."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from nvworkshop.errors import InputError, PersonalNumberError
from nvworkshop.model.proposals import Sort
from nvworkshop.session.export import export
from nvworkshop.session.incoming import apply, propose, ticked
from nvworkshop.session.session import Session
from nvworkshop.session.sessions import create
from tests.session.workbooks import (
    SOFFICE,
    Sheet,
    as_google,
    as_libreoffice,
    edit,
    edit_sheet,
    exported,
    fields,
    only,
    sorts,
)


@pytest.fixture
def session(tmp_path: Path) -> Session:
    session = create(tmp_path / "södra.nvplan", county_part="sodra")
    add(session, "Mobilt team", principal="Piteå kommun", end="Q3 2027", effect=3)
    add(session, "SIP före hemgången", status="Pågår", contributors="Piteå kommun, Polisen")
    add(session, "Nattstöd", description="Rad ett\nrad två", shared="nej", milestones="ett\ntvå")
    return session


def add(session: Session, title: str, **values: Any) -> str:
    return session.add("action", {"title": title, **values}).entity


def action(session: Session, title: str) -> Any:
    return next(one for one in session.things("action") if one["title"] == title)


def take(session: Session, place: Path) -> None:
    found = propose(session, place)
    apply(session, found, ticked(found))


@pytest.mark.parametrize("name", ["plan.xlsx", "plan.csv"])
def test_an_unedited_copy_proposes_nothing(session: Session, tmp_path: Path, name: str) -> None:
    found = propose(session, exported(session, tmp_path, name))
    assert (found.proposals, found.rejected, found.asks, found.unchanged) == ((), (), (), 3)
    assert found.notes == ()


def test_edits_of_every_kind_are_read(session: Session, tmp_path: Path) -> None:
    def change(sheet: Sheet) -> None:
        sheet.put("Mobilt team", "Status", "✓ Klar")
        sheet.put("Mobilt team", "Klart", "v. 40 2027")
        sheet.put("Mobilt team", "Effekt", None)
        sheet.put("SIP före hemgången", "Medverkande", "Polisen; Region Norrbotten")
        sheet.put("Nattstöd", "Delas till övergripande plan", "Ja")
        sheet.put("Nattstöd", "Insats", "2,0")

    found = fields(propose(session, edit_sheet(exported(session, tmp_path), change)))
    assert found.pop(("Mobilt team", "end"))["last"] == "2027-10-10"
    assert found == {
        ("Mobilt team", "status"): "done",
        ("Mobilt team", "effect"): None,
        ("SIP före hemgången", "contributors"): ["polisen", "region"],
        ("Nattstöd", "shared"): True,
        ("Nattstöd", "effort"): 2,
    }


def test_the_chosen_is_one_step_that_names_the_file(session: Session, tmp_path: Path) -> None:
    def change(sheet: Sheet) -> None:
        sheet.put("Mobilt team", "Mål", "Färre resor")
        sheet.put("Nattstöd", "Status", "Pausad")
        sheet.add(Åtgärd="Ny", Ansvarig_huvudman="Piteå kommun")

    before = [dict(one.values) for one in session.things("action")]
    take(session, edit_sheet(exported(session, tmp_path, "svar.xlsx"), change))
    assert session.undo_label == "Hämta in svar.xlsx"
    assert action(session, "Nattstöd")["status"] == "paused"
    assert (action(session, "Ny")["number"], action(session, "Ny")["principal"]) == (4, "2581")
    session.undo()
    assert [dict(one.values) for one in session.things("action")] == before


def test_the_same_file_twice_gives_nothing_new(session: Session, tmp_path: Path) -> None:
    def change(sheet: Sheet) -> None:
        sheet.put("Mobilt team", "Mål", "Färre resor")
        sheet.add(Åtgärd="Ny", Status="Pågår")

    place = edit_sheet(exported(session, tmp_path), change)
    take(session, place)
    session.set(action(session, "Mobilt team").id, {"goal": "Inga resor"})
    session.set(action(session, "Ny").id, {"title": "Omdöpt"})
    assert propose(session, place).proposals == ()


def test_a_newer_edit_in_the_plan_is_a_conflict(session: Session, tmp_path: Path) -> None:
    session.set(action(session, "Mobilt team").id, {"goal": "Först"})
    place = exported(session, tmp_path)
    session.set(action(session, "Mobilt team").id, {"goal": "I planen"})
    edit_sheet(place, lambda sheet: sheet.put("Mobilt team", "Mål", "I filen"))
    found = propose(session, place)
    (one,) = found.proposals
    (said,) = one.fields
    assert (one.sort, one.ticked) == (Sort.CONFLICT, False)
    assert (said.base, said.now, said.proposed) == ("Först", "I planen", "I filen")
    assert any("Sedan dess har 1 av dess rader ändrats" in note for note in found.notes)
    apply(session, found, set())
    assert action(session, "Mobilt team")["goal"] == "I planen"
    apply(session, found, {one.key})
    assert action(session, "Mobilt team")["goal"] == "I filen"


def test_what_the_plan_has_changed_alone_is_left(session: Session, tmp_path: Path) -> None:
    place = exported(session, tmp_path)
    session.set(action(session, "Mobilt team").id, {"goal": "I planen"})
    assert propose(session, place).proposals == ()


def test_a_field_in_conflict_is_not_decided_by_a_file(session: Session, tmp_path: Path) -> None:
    key = ("action", action(session, "Mobilt team").id)
    with session.writing():
        pen = session.pen
        session.store.append(pen.sets(key, "goal", ("a", "b"), pen.heads(key)))
    place = exported(session, tmp_path)
    edit_sheet(place, lambda sheet: sheet.put("Mobilt team", "Mål", "c"))
    one = only(session, place)
    assert (one.sort, one.ticked) == (Sort.CONFLICT, False)
    assert "öppen konflikt" in one.why


def test_cells_that_cannot_be_read_are_told_and_the_rest_kept(
    session: Session, tmp_path: Path
) -> None:
    def change(sheet: Sheet) -> None:
        sheet.put("Mobilt team", "Effekt", "sju")
        sheet.put("Mobilt team", "Mål", "#REF!")
        sheet.put("Mobilt team", "Klart senast", "2027-01-01")
        sheet.put("Mobilt team", "Status", "Klar")
        sheet.put("SIP före hemgången", "Åtgärd", None)
        sheet.add(Mål="Utan rubrik")

    found = propose(session, edit_sheet(exported(session, tmp_path), change))
    assert list(fields(found)) == [("Mobilt team", "status")]
    told = {one.label: one for one in found.rejected}
    assert set(told) == {"Effekt", "Mål", "Klart senast", "Åtgärd", ""}
    assert (told["Effekt"].spot.sheet, told["Effekt"].value) == ("Handlingsplan", "sju")
    assert "inte ett tal" in told["Effekt"].reason
    assert "räknas ut av Klart" in told["Klart senast"].reason
    assert "saknar Åtgärd" in told[""].reason


def test_a_missing_row_is_proposed_and_not_ticked(session: Session, tmp_path: Path) -> None:
    place = exported(session, tmp_path)
    later = add(session, "Tillkom efter exporten")
    edit_sheet(place, lambda sheet: sheet.sheet.delete_rows(sheet.row("Nattstöd")))
    found = propose(session, place)
    (one,) = found.proposals
    assert (one.sort, one.title, one.ticked) == (Sort.REMOVED, "Nattstöd", False)
    apply(session, found, {one.key})
    assert [one["title"] for one in session.things("action")][-1] == "Tillkom efter exporten"
    session.undo()
    assert len(session.things("action")) == 4
    assert session.thing(later)


def test_a_removed_action_that_was_edited_is_told(session: Session, tmp_path: Path) -> None:
    place = exported(session, tmp_path)
    session.remove(action(session, "Nattstöd").id)
    edit_sheet(place, lambda sheet: sheet.put("Nattstöd", "Mål", "Nytt"))
    found = propose(session, place)
    assert found.proposals == ()
    assert "borttagen i planen" in found.rejected[0].reason


def test_moved_sorted_and_missing_columns_do_not_matter(session: Session, tmp_path: Path) -> None:
    def change(sheet: Sheet) -> None:
        sheet.put("Mobilt team", "Mål", "Färre resor")
        rows = [[cell.value for cell in row] for row in sheet.sheet.iter_rows(sheet.header)]
        header, *body = [row[::-1] for row in rows]
        gone = header.index("Vad ska göras")
        sheet.sheet.delete_rows(1, sheet.sheet.max_row)
        sheet.sheet.append(["Egen kolumn", *header[:gone], *header[gone + 1 :]])
        for row in sorted(body, key=str):
            sheet.sheet.append(["x", *row[:gone], *row[gone + 1 :]])

    found = propose(session, edit_sheet(exported(session, tmp_path), change))
    assert fields(found) == {("Mobilt team", "goal"): "Färre resor"}
    assert found.rejected == ()


def test_a_renamed_column_is_asked_about_and_read_when_told(
    session: Session, tmp_path: Path
) -> None:
    def change(sheet: Sheet) -> None:
        sheet.put("Mobilt team", "Mål", "Färre resor")
        sheet.sheet.cell(sheet.header, sheet.column["Mål"]).value = "Måll"

    place = edit_sheet(exported(session, tmp_path), change)
    found = propose(session, place)
    assert found.proposals == ()
    assert [(one.label, one.field) for one in found.asks] == [("Måll", "goal")]
    again = propose(session, place, renamed={"Måll": "goal"})
    assert fields(again) == {("Mobilt team", "goal"): "Färre resor"}


def test_columns_nobody_reads_are_told(session: Session, tmp_path: Path) -> None:
    def change(sheet: Sheet) -> None:
        sheet.sheet.cell(sheet.header, sheet.column["Klart"]).value = "Slutdatum"
        wide = sheet.sheet.max_column
        sheet.sheet.cell(sheet.header, wide + 1).value = "Nämndens frågor"
        sheet.sheet.cell(sheet.row("Mobilt team"), wide + 1).value = "Vad kostar det?"
        sheet.sheet.cell(sheet.header, wide + 2).value = "Tom kolumn"

    found = propose(session, edit_sheet(exported(session, tmp_path), change))
    assert [(one.label, one.field) for one in found.asks] == [("Slutdatum", "end")]
    assert "Kolumner som inte lästes på bladet ”Handlingsplan”: Nämndens frågor." in found.notes


def test_a_row_that_stands_twice_without_titles_is_still_there(
    session: Session, tmp_path: Path
) -> None:
    def change(sheet: Sheet) -> None:
        sheet.sheet.append([one.value for one in sheet.sheet[sheet.row("Mobilt team")]])
        sheet.sheet.cell(sheet.header, sheet.column["Åtgärd"]).value = "Aktivitet"

    found = propose(session, edit_sheet(exported(session, tmp_path), change))
    assert (found.proposals, found.rejected) == ((), ())
    assert [(one.label, one.field) for one in found.asks] == [("Aktivitet", "title")]


def test_of_copied_sheets_the_edited_one_counts(session: Session, tmp_path: Path) -> None:
    def change(book: Any) -> None:
        copy = book.copy_worksheet(book["Handlingsplan"])
        Sheet(copy).put("Mobilt team", "Mål", "I kopian")
        Sheet(book["Handlingsplan"]).put("Nattstöd", "Mål", "Här")
        Sheet(copy).put("Nattstöd", "Mål", "Där")

    found = propose(session, edit(exported(session, tmp_path), change))
    assert fields(found) == {("Mobilt team", "goal"): "I kopian"}
    (bad,) = found.rejected
    assert "”Här”" in bad.reason
    assert "”Där”" in bad.reason


def test_a_row_copied_to_begin_a_new_one_is_new(session: Session, tmp_path: Path) -> None:
    def change(sheet: Sheet) -> None:
        cells = [one.value for one in sheet.sheet[sheet.row("Mobilt team")]]
        sheet.sheet.append(cells)
        sheet.sheet.append(cells)
        sheet.sheet.cell(sheet.sheet.max_row, sheet.column["Åtgärd"]).value = "Mobilt team norr"

    found = propose(session, edit_sheet(exported(session, tmp_path), change))
    assert sorts(found) == [("added", "Mobilt team norr")]
    assert found.rejected == ()


@pytest.mark.parametrize("gone", [["Id"], ["Märke"], ["Id", "Märke"]])
def test_lost_hidden_columns_are_managed_without(
    session: Session, tmp_path: Path, gone: list[str]
) -> None:
    def change(sheet: Sheet) -> None:
        sheet.put("Mobilt team", "Mål", "Färre resor")
        for column in sorted((sheet.column[one] for one in gone), reverse=True):
            sheet.sheet.delete_cols(column)

    found = propose(session, edit_sheet(exported(session, tmp_path), change))
    assert fields(found) == {("Mobilt team", "goal"): "Färre resor"}
    assert [one.sort for one in found.proposals] == [Sort.CHANGED]


def test_without_marks_an_edit_against_a_newer_one_is_unsure(
    session: Session, tmp_path: Path
) -> None:
    place = exported(session, tmp_path)
    session.set(action(session, "Mobilt team").id, {"goal": "I planen"})
    place = as_google(edit_sheet(place, lambda sheet: sheet.put("Mobilt team", "Mål", "I filen")))
    edit(place, _without_marks)
    one = only(session, place)
    assert (one.sort, one.ticked) == (Sort.CHANGED, False)
    assert "kan vara nyare" in one.why


def _without_marks(book: Any) -> None:
    for sheet in book.worksheets:
        marks = [one.column for row in sheet.iter_rows() for one in row if one.value == "Märke"]
        for column in marks:
            sheet.delete_cols(column)


def test_a_copy_through_google_keeps_what_is_needed(session: Session, tmp_path: Path) -> None:
    place = as_google(exported(session, tmp_path))
    assert propose(session, place).proposals == ()
    edit_sheet(place, lambda sheet: sheet.put("Mobilt team", "Klart", "2027-05-01"))
    assert only(session, place).fields[0].proposed["first"] == "2027-05-01"


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.slow
def test_a_copy_through_libreoffice_keeps_everything(session: Session, tmp_path: Path) -> None:
    place = as_libreoffice(exported(session, tmp_path), tmp_path)
    assert propose(session, place).proposals == ()
    edit_sheet(place, lambda sheet: sheet.put("Mobilt team", "Mål", "Färre resor"))
    again = as_libreoffice(place, tmp_path / "mer")
    found = propose(session, again)
    assert fields(found) == {("Mobilt team", "goal"): "Färre resor"}
    assert found.marks == propose(session, exported(session, tmp_path)).marks or found.marks


def test_days_and_numbers_come_as_texts_or_as_themselves(session: Session, tmp_path: Path) -> None:
    def change(sheet: Sheet) -> None:
        sheet.put("Mobilt team", "Klart", date(2027, 5, 1))
        sheet.put("Nattstöd", "Start", "2027-05-01")
        sheet.put("Nattstöd", "Effekt", "4")
        sheet.put("SIP före hemgången", "Målvärde", 95)

    found = fields(propose(session, edit_sheet(exported(session, tmp_path), change)))
    assert found["Mobilt team", "end"]["first"] == "2027-05-01"
    assert found["Nattstöd", "start"]["first"] == "2027-05-01"
    assert found["Nattstöd", "effect"] == 4
    assert found["SIP före hemgången", "target"] == "95"


def test_a_day_that_lost_its_look_is_still_a_day(session: Session, tmp_path: Path) -> None:
    place = exported(session, tmp_path)
    edit_sheet(place, lambda sheet: sheet.put("Mobilt team", "Klart", 46461))
    assert fields(propose(session, place))["Mobilt team", "end"]["first"] == "2027-03-15"


def test_a_time_nobody_can_read_is_told(session: Session, tmp_path: Path) -> None:
    place = exported(session, tmp_path)
    edit_sheet(place, lambda sheet: sheet.put("Mobilt team", "Klart", "efter valet kanske"))
    assert "går inte att se när det är" in only(session, place).why


def test_a_list_from_an_older_windows_program_says_what_was_edited_alone(
    session: Session, tmp_path: Path
) -> None:
    session.set(action(session, "Nattstöd").id, {"goal": "minst ≥ 5 → bättre"})
    place = exported(session, tmp_path, "plan.csv")
    text = place.read_text("utf-8-sig").replace("◐ Pågår", "✓ Klar")
    place.write_bytes(text.encode("cp1252", "replace"))
    found = propose(session, place)
    assert fields(found) == {("SIP före hemgången", "status"): "done"}
    assert (found.rejected, found.unchanged) == ((), 2)


def test_a_text_longer_than_a_cell_is_never_cut_in_the_plan(
    session: Session, tmp_path: Path
) -> None:
    session.set(action(session, "Nattstöd").id, {"description": "ord " * 20_000})
    place = exported(session, tmp_path)
    assert propose(session, place).proposals == ()
    at = "Vad ska göras"
    edit_sheet(
        place, lambda sheet: sheet.put("Nattstöd", at, "nytt … (forts. i planfilen, 9 tecken)")
    )
    found = propose(session, place)
    assert found.proposals == ()
    assert "finns bara i planen" in found.rejected[0].reason


def test_a_personal_number_is_asked_about(session: Session, tmp_path: Path) -> None:
    place = exported(session, tmp_path)
    edit_sheet(place, lambda sheet: sheet.put("Nattstöd", "Mål", "Gäller 19121212-1212"))
    found = propose(session, place)
    with pytest.raises(PersonalNumberError):
        apply(session, found, ticked(found))
    assert action(session, "Nattstöd")["goal"] is None
    with session.guard.lifted():
        apply(session, found, ticked(found))
    assert action(session, "Nattstöd")["goal"] == "Gäller 19121212-1212"


def test_what_changes_while_people_choose_is_left(session: Session, tmp_path: Path) -> None:
    place = exported(session, tmp_path)
    edit_sheet(place, lambda sheet: sheet.put("Nattstöd", "Mål", "I filen"))
    found = propose(session, place)
    session.set(action(session, "Nattstöd").id, {"goal": "Nyss"})
    outcome = apply(session, found, ticked(found))
    assert action(session, "Nattstöd")["goal"] == "Nyss"
    assert "1 fält har ändrats" in outcome.notes[0]


def test_a_book_of_another_plan_is_refused(session: Session, tmp_path: Path) -> None:
    other = create(tmp_path / "norra.nvplan", county_part="norra", title="Norras plan")
    add(other, "Annan åtgärd")
    with pytest.raises(InputError, match="Norras plan"):
        propose(session, exported(other, tmp_path, "norra.xlsx"))


def test_a_file_of_somebody_elses_proposes_what_is_new(session: Session, tmp_path: Path) -> None:
    place = tmp_path / "lista.csv"
    place.write_text("Åtgärd;Klart\nMobilt nattteam;2027\n")
    (one,) = propose(session, place).proposals
    assert (one.sort, one.title) == (Sort.ADDED, "Mobilt nattteam")


def test_a_column_of_somebody_elses_is_what_it_is_said_to_be(
    session: Session, tmp_path: Path
) -> None:
    place = tmp_path / "lista.csv"
    place.write_text("Åtgärd;Xyz\nMobilt nattteam;2027\n")
    (one,) = propose(session, place, renamed={"Xyz": "end"}).proposals
    assert [each.name for each in one.fields] == ["title", "end"]


def test_a_formula_in_a_cell_stays_a_text(session: Session, tmp_path: Path) -> None:
    place = exported(session, tmp_path)
    session.set(action(session, "Nattstöd").id, {"goal": "=1+1"})
    export(session, place)
    assert propose(session, place).proposals == ()

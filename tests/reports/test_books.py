"""The sheets of whole documents."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from nvworkshop.model.conflicts import Conflict, ConflictValue
from nvworkshop.model.labels import NOT_APPLICABLE, UNDECIDED
from nvworkshop.model.tables import Book, Row, Table, Tone
from nvworkshop.model.things import Thing
from nvworkshop.reports import build_book, build_document, build_list
from nvworkshop.strategy import Strategy
from tests.reports.plans import OVERALL, action, data_of, joint, local_plan, period

CHECKS = ["Behöver beslut", "Saknas", "Konflikter"]
FULL: dict[str, Any] = {
    "description": "Vad",
    "goal": "Mål",
    "shift": "R1",
    "principal": "2581",
    "function": "socialchef",
    "end": period("Q3 2027", "2027-07-01", "2027-09-30"),
    "indicator": "Andel",
    "resources": NOT_APPLICABLE,
}


def sheet(book: Book, name: str) -> Table:
    return next(table for table in book.tables if table.name == name)


def column(table: Table, label: str) -> list[Any]:
    n = [one.label for one in table.columns].index(label)
    return [row.cells[n] for row in table.rows]


def cell(table: Table, row: Row, label: str) -> tuple[Any, Tone]:
    n = [one.label for one in table.columns].index(label)
    return row.cells[n], row.tone_of(n)


def conflict(
    entity: str, field: str, label: str, *values: object, kind: str = "action"
) -> Conflict:
    told = (
        ConflictValue(n, value, 1_795_000_000_000 + n, f"w{n}", f"dator {n}")
        for n, value in enumerate(values, start=1)
    )
    return Conflict(entity, kind, field, label, None, tuple(told))


def test_an_overall_plan_has_a_sheet_per_lansdel_with_a_plan() -> None:
    data = data_of(OVERALL, local_plan("norra"), local_plan("lulea_boden"), local_plan("sodra"))
    parts = ["Södra", "Luleå-Boden", "Norra"]
    views = ["Matris", "Per huvudman", "Indikatorer", "Mätvärden", "Uppföljning"]
    names = [table.name for table in build_book(data).tables]
    assert names == ["Läs mig", "Övergripande plan", *parts, *views, *CHECKS]


def test_a_local_plan_has_one_sheet_of_actions() -> None:
    names = [table.name for table in build_book(data_of(local_plan("sodra"))).tables]
    assert names[:3] == ["Läs mig", "Handlingsplan", "Matris"]


def test_the_overall_sheet_has_joint_actions_first_then_those_alone() -> None:
    things = [action("a2", number=2, shift="R2"), action("a1", number=1, shift="R2")]
    things += [action("a0", shift="R1"), action("med", shift="R1")]
    things += [action("kvar", shared=False)]
    data = data_of(OVERALL, local_plan("sodra"), *things, *joint("gem", "med", shift="R4"))
    table = sheet(build_book(data), "Övergripande plan")
    assert column(table, "Åtgärd") == ["gem", "a0", "a1", "a2"]
    assert column(table, "Samlar") == [1, None, None, None]
    assert column(table, "Slag") == ["Gemensam", "Lokal", "Lokal", "Lokal"]


def test_a_joint_action_names_its_lansdelar_in_order() -> None:
    plans = [local_plan("norra"), local_plan("sodra")]
    things = [action("n", "norra"), action("s", "sodra"), *joint("gem", "n", "s", "borttagen")]
    table = sheet(build_book(data_of(OVERALL, *plans, *things)), "Övergripande plan")
    assert column(table, "Länsdel") == ["Södra, Norra"]
    assert column(table, "Samlar") == [2]


def test_what_is_not_shared_stands_in_its_lansdel_with_the_reason() -> None:
    kept = action("a", shared=False, shared_reason="Gäller bara oss")
    book = build_book(data_of(OVERALL, local_plan("sodra"), kept))
    table = sheet(book, "Södra")
    assert column(table, "Delas till övergripande plan") == ["Nej"]
    assert column(table, "Varför inte delad") == ["Gäller bara oss"]
    told = dict(zip(*(column(book.tables[0], one) for one in ("Uppgift", "Innehåll")), strict=True))
    out = "Är inte med i Word, PDF och webbsida."
    assert told["Delas inte vidare"] == f"1 åtgärd. {out} Skälet står i länsdelens blad."


def test_a_huvudman_is_told_which_of_its_rows_are_not_shared() -> None:
    rows = [action("a", principal="2581"), action("b", principal="2581", shared=False)]
    book = build_book(data_of(OVERALL, local_plan("sodra"), *rows, principal="2581"))
    assert "1 åtgärd delas inte till den övergripande planen" in sheet(book, "Åtgärder").notes[-1]
    told = dict(zip(*(column(book.tables[0], one) for one in ("Uppgift", "Innehåll")), strict=True))
    assert told["Delas inte vidare"].startswith("1 åtgärd. Är inte med i Word, PDF och webbsida.")


def test_no_action_is_lost_whatever_plan_it_names() -> None:
    things = [action("egen", "overall", shared=False), action("okänd", "finns-inte", shared=False)]
    book = build_book(data_of(OVERALL, local_plan("sodra"), *things))
    found = {row.cells[0] for table in book.tables[2:5] for row in table.rows}
    assert found == {"egen", "okänd"} == book.actions
    assert {"Hela länet", "Okänd plan"} <= {table.name for table in book.tables}


def test_ids_become_names_and_answers_become_words() -> None:
    values: dict[str, Any] = {
        "shift": "R3",
        "prerequisites": ["F1", "F2"],
        "principal": "2560",
        "contributors": ["region", "polisen", "okänd"],
        "resources": NOT_APPLICABLE,
        "goal": UNDECIDED,
        "status": "delayed",
        "milestones": ["ett", "två"],
    }
    table = sheet(build_book(data_of(local_plan("sodra"), action("a", **values))), "Handlingsplan")
    told = {label: column(table, label)[0] for label in (one.label for one in table.columns)}
    assert told["Riktningsförändring"] == "Stärkt gemensam primärvård"
    assert told["Förutsättningar"] == "Stärkt samverkan, Modigt ledarskap"
    assert told["Ansvarig huvudman"] == "Älvsbyns kommun"
    assert told["Medverkande"] == "Region Norrbotten, Polisen, okänd"
    assert told["Resurser och finansiering"] == "ej aktuellt"
    assert told["Mål"] == "ännu inte bestämt"
    assert told["Status"] == "● Försenad"
    assert told["Delmål"] == "ett\ntvå"


def test_a_period_is_as_said_and_as_dates() -> None:
    times: dict[str, Any] = {
        "start": period("våren 2027", "2027-01-01", "2027-06-30"),
        "end": period("tills vidare", "2027-09-01"),
    }
    table = sheet(build_book(data_of(local_plan("sodra"), action("a", **times))), "Handlingsplan")
    assert column(table, "Start") == ["våren 2027"]
    assert str(column(table, "Start tidigast")[0]) == "2027-01-01"
    assert column(table, "Klart") == ["tills vidare"]
    assert column(table, "Klart senast") == [None]


def test_what_is_late_says_so_in_words_until_it_is_done() -> None:
    late = {**FULL, "end": period("Q3 2026", "2026-07-01", "2026-09-30")}
    things = [action("sen", **late, number=1), action("klar", **late, status="done", number=2)]
    table = sheet(build_book(data_of(local_plan("sodra"), *things)), "Handlingsplan")
    assert column(table, "Anmärkning") == ["▲ Tiden har gått ut.", None]
    assert cell(table, table.rows[0], "Klart senast")[1] is Tone.OVERDUE


def test_what_is_missing_is_told_with_the_reason() -> None:
    lacking = {**FULL, "principal": None, "goal": UNDECIDED}
    book = build_book(data_of(local_plan("sodra"), action("a", **lacking), action("b", **FULL)))
    table = sheet(book, "Saknas")
    assert column(table, "Uppgift") == ["Mål", "Ansvarig huvudman"]
    assert column(table, "Svar i dag") == ["ännu inte bestämt", "(tomt)"]
    assert (
        column(table, "Varför det behövs")[1] == "Utan ansvarig huvudman händer inget efter mötet."
    )
    plan = sheet(book, "Handlingsplan")
    assert column(plan, "Anmärkning")[0] == "▲ Saknas: mål, ansvarig huvudman."


def test_an_empty_plan_says_what_is_missing() -> None:
    for plan in (OVERALL, local_plan("sodra"), Thing("plan", "tom", {})):
        book = build_book(data_of(plan))
        assert sheet(book, "Saknas").notes[0].startswith("Planen har inga åtgärder ännu.")
        assert "Inga åtgärder ännu." in column(book.tables[0], "Innehåll")
        assert sheet(book, "Konflikter").notes == ("Inga öppna konflikter.",)


def test_a_plan_of_an_unknown_strategy_shows_ids() -> None:
    data = data_of(local_plan("xyz"), action("a", "xyz", **FULL), strategy=Strategy.bare("annan"))
    table = sheet(build_book(data), "Handlingsplan")
    assert column(table, "Ansvarig huvudman") == ["2581"]


def test_conflicts_show_every_value_and_who_wrote_it() -> None:
    writer = Thing("writer", "w1", {"function": "processledare"})
    thing = action("a", **FULL, conflicts=["status"])
    open_ = [conflict("a", "status", "Status", "done", "ongoing")]
    book = build_book(data_of(local_plan("sodra"), thing, writer, conflicts=open_))
    table = sheet(book, "Konflikter")
    assert column(table, "Värde") == ["✓ Klar", "◐ Pågår"]
    assert column(table, "Skrivet av") == ["processledare", None]
    assert column(table, "Dator") == ["dator 1", "dator 2"]
    assert column(table, "Visas nu") == ["Nej", "Ja"]
    assert column(table, "Före båda") == ["(tomt)", "(tomt)"]


@pytest.mark.parametrize("name", ["Handlingsplan", "Per huvudman", "Behöver beslut"])
def test_a_conflict_is_named_in_every_sheet_of_the_row(name: str) -> None:
    thing = action("a", **FULL, decision_body="polsam", conflicts=["goal"])
    open_ = [conflict("a", "goal", "Mål", "x", "y")]
    table = sheet(build_book(data_of(local_plan("sodra"), thing, conflicts=open_)), name)
    row = next(row for row in table.rows if row.cells[0] == "a")
    assert cell(table, row, "Konflikt") == ("▲ Mål", Tone.CONFLICT)


def test_a_removal_against_edits_is_told_in_words() -> None:
    values = (ConflictValue(1, True, 1, "w", "d"), ConflictValue(2, False, 2, "w", "d", ("goal",)))
    open_ = [Conflict("a", "action", "removed", "Borttagen", None, values)]
    table = sheet(build_book(data_of(OVERALL, conflicts=open_)), "Konflikter")
    assert column(table, "Värde") == ["Ta bort", "Behåll (ändrat: Mål)"]


def test_conflicts_of_things_this_program_does_not_know_are_shown() -> None:
    odd = ConflictValue(1, {"x": 1}, 10**18, "w", "")
    open_ = [
        Conflict("a", "action", "nytt_fält", "nytt_fält", None, (odd,)),
        Conflict("b", "nytt_slag", "fält", "fält", 3, (odd,)),
        conflict("m", "date", "Mätdatum", "2027-01-31", "okänt", kind="measurement"),
        conflict("l", "action", "Åtgärd", "a", "borta", kind="link"),
    ]
    data = data_of(OVERALL, action("a", title="Känd"), conflicts=open_)
    table = sheet(build_book(data), "Konflikter")
    assert column(table, "Värde")[:2] == ["{'x': 1}", "{'x': 1}"]
    assert column(table, "Värde")[2:] == ["2027-01-31", "okänt", "Känd", "borta"]
    assert column(table, "När")[0] == str(10**18)


def test_names_of_people_stay_in_the_plan_file() -> None:
    thing = action("a", **FULL, name="Hemlig Person", conflicts=["name"])
    person = Thing("participant", "p", {"function": "rektor", "name": "Hemlig Person"})
    open_ = [conflict("a", "name", "Kontaktperson", "Hemlig Person", "Hemlig Annan")]
    data = data_of(local_plan("sodra"), thing, person, conflicts=open_)
    for said in (build_book(data), build_list(data), build_document(data)):
        assert "Hemlig" not in repr(said)
    assert build_document(data)["left_out"] == ["participant.name", "action.name"]


def test_the_matrix_counts_and_tells_white_spots() -> None:
    things = [
        action("a", shift="R1", prerequisites=["F1", "F2"], supporting_shifts=["R2"]),
        action("b", "norra", shift="R1", prerequisites=["F1"]),
        action("c", "norra"),
    ]
    plans = [local_plan("sodra"), local_plan("norra")]
    table = sheet(build_book(data_of(OVERALL, *plans, *things)), "Matris")
    assert column(table, "Alla åtgärder") == [2, 0, 0, 0, 1, 3]
    assert column(table, "Stärkt samverkan") == [2, 0, 0, 0, 0, 2]
    assert column(table, "Norra") == [1, 0, 0, 0, 1, 2]
    assert column(table, "Stödjer även")[:2] == [0, 1]
    white = column(table, "Vita fläckar")
    assert white[0] == (
        "Inga åtgärder med Attraktiv och hållbar arbetsmiljö, med Bästa tillgängliga kunskap."
    )
    assert white[1] == "Inga åtgärder."


def test_every_principal_is_listed_with_its_roles() -> None:
    things = [
        action("a", principal="2581", contributors=["region", "polisen"]),
        action("b", principal="region", contributors=["region"]),
        action("c"),
    ]
    table = sheet(build_book(data_of(local_plan("sodra"), *things)), "Per huvudman")
    names, roles, titles = (
        column(table, one) for one in ("Huvudman eller aktör", "Roll", "Åtgärd")
    )
    assert list(zip(names, roles, titles, strict=True)) == [
        ("Region Norrbotten", "Ansvarig", "b"),
        ("Region Norrbotten", "Medverkar", "a"),
        ("Arjeplogs kommun", "–", "Inga åtgärder ännu."),
        ("Arvidsjaurs kommun", "–", "Inga åtgärder ännu."),
        ("Piteå kommun", "Ansvarig", "a"),
        ("Älvsbyns kommun", "–", "Inga åtgärder ännu."),
        ("Polisen", "Medverkar", "a"),
        ("Ingen ansvarig huvudman", "Ingen", "c"),
    ]


def test_one_principal_sees_its_own_first_by_time() -> None:
    things = [
        action("sist", principal="2581"),
        action("sedan", principal="2581", end=period("2028", "2028-01-01", "2028-12-31")),
        action("först", principal="2581", end=period("2027", "2027-01-01", "2027-12-31")),
        action("med", principal="region", contributors=["2581"]),
        action("annans", principal="region"),
    ]
    book = build_book(data_of(OVERALL, local_plan("sodra"), *things, principal="2581"))
    assert column(sheet(book, "Åtgärder"), "Åtgärd") == ["först", "sedan", "sist", "med"]
    assert column(sheet(book, "Åtgärder"), "Roll") == ["Ansvarig"] * 3 + ["Medverkar"]
    assert book.actions == {"först", "sedan", "sist", "med"}
    assert [table.name for table in book.tables[2:]] == ["Indikatorer", *CHECKS]


def test_decisions_are_sorted_by_who_decides() -> None:
    things = [
        action("p", decision_needed="Pengar", decision_body="polsam"),
        action("l", decision_needed="Tid", decision_body="lansstyrgruppen"),
        action("h", consensus="needs_decision"),
        action("nej", decision_needed=NOT_APPLICABLE, decision_body="polsam"),
        action("inget"),
    ]
    table = sheet(build_book(data_of(local_plan("sodra"), *things)), "Behöver beslut")
    assert column(table, "Åtgärd") == ["l", "p", "h"]
    assert table.notes == ("3 åtgärder behöver beslut på en annan nivå.",)


def test_indicators_come_shared_first_and_swedish_sorted() -> None:
    shared = [Thing("indicator", name, {"title": name}) for name in ("Öppna", "Ätande", "Ålder")]
    own = action("a", indicator="Andel", baseline="1", target="2")
    uses = action("b", indicator_ref="Ålder")
    table = sheet(build_book(data_of(local_plan("sodra"), *shared, own, uses)), "Indikatorer")
    assert column(table, "Indikator") == ["Ålder", "Ätande", "Öppna", "Andel", "Ålder"]
    assert column(table, "Målvärde")[3] == "2"


def test_rows_without_number_sort_as_in_swedish() -> None:
    titles = ["Öka", "Zoner", "Äta", "Arbete 10", "Arbete 2", "Åka"]
    table = sheet(build_book(data_of(local_plan("sodra"), *map(action, titles))), "Handlingsplan")
    assert column(table, "Åtgärd") == ["Arbete 2", "Arbete 10", "Zoner", "Åka", "Äta", "Öka"]


def test_the_first_sheet_says_what_the_document_is() -> None:
    plan = local_plan("sodra", version="2", reference="RS 2027-1", state="adopted", sample=True)
    table = build_book(data_of(plan)).tables[0]
    told = dict(zip(column(table, "Uppgift"), column(table, "Innehåll"), strict=True))
    assert (told["Läge"], told["Version"], told["Diarienummer"]) == ("Fastställd", "2", "RS 2027-1")
    assert told["Strategi"] == "Tillsammans för Nära vård i Norrbotten, version 2022.1"
    assert told["Skapat"] == "2026-11-20 14:32"
    assert "kontaktpersoner följer inte med" in told["Personuppgifter"]
    assert table.notes == ("Exempel: innehållet är påhittat, att öva på.",)


def test_odd_lansdel_names_get_sheets_of_their_own() -> None:
    plans = [local_plan(one) for one in ("Saknas", "a/b", "a-b", "x" * 40)]
    names = [table.name for table in build_book(data_of(OVERALL, *plans)).tables]
    assert {"Saknas (2)", "a-b", "a-b (2)", "x" * 31} <= set(names)
    assert len({name.casefold() for name in names}) == len(names)


def test_values_of_the_wrong_shape_do_not_stop_the_document() -> None:
    odd: dict[str, Any] = dict.fromkeys(
        ("status", "shift", "principal", "end", "number", "shared"), UNDECIDED
    )
    odd |= {"contributors": UNDECIDED, "start": "inte en tid", "decision_body": UNDECIDED}
    data = data_of(OVERALL, local_plan("sodra"), action("a", **odd))
    for one in (data, replace(data, principal="region")):
        assert build_book(one).tables


def test_a_list_has_every_row_once() -> None:
    things = [action("a"), action("b", shared=False), *joint("gem", "a")]
    table = build_list(data_of(OVERALL, local_plan("sodra"), *things)).tables[0]
    assert [row.cells[0] for row in table.rows] == ["gem", "a", "b"]

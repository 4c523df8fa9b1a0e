"""Workbooks read back by the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Nv
from tests.session.workbooks import edit_sheet


@pytest.fixture
def plan(nv: Nv, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    nv("new", "södra.nvplan", "--county-part", "sodra")
    nv("add", "södra.nvplan", "action", "title=Mobilt team", "principal=Piteå kommun")
    entity = nv("add", "södra.nvplan", "action", "title=Nattstöd").out.strip()
    nv("export", "södra.nvplan", "plan.xlsx")
    return entity


def test_a_dry_run_shows_and_changes_nothing(nv: Nv, plan: str) -> None:
    edit_sheet(Path("plan.xlsx"), lambda sheet: sheet.put("Nattstöd", "Status", "Klar"))
    before = Path("södra.nvplan").read_bytes()
    result = nv("import", "södra.nvplan", "plan.xlsx", "--dry-run")
    assert result.code == 0
    assert "Status: ”Ej påbörjad” → ”Klar”" in result.out
    assert "bara ett prov" in result.err or "ett prov" in result.err
    assert Path("södra.nvplan").read_bytes() == before


def test_what_is_read_is_in_the_plan_and_once(nv: Nv, plan: str) -> None:
    edit_sheet(Path("plan.xlsx"), lambda sheet: sheet.put("Nattstöd", "Status", "Klar"))
    told = nv("import", "södra.nvplan", "plan.xlsx", "--json").json
    (one,) = told["proposals"]
    assert (one["sort"], one["id"], one["title"]) == ("changed", plan, "Nattstöd")
    assert (one["sheet"], one["taken"], told["taken"]) == ("Handlingsplan", True, 1)
    assert one["fields"] == [
        {
            "field": "status",
            "label": "Status",
            "now": "not_started",
            "proposed": "done",
            "base": "not_started",
        }
    ]
    again = nv("import", "södra.nvplan", "plan.xlsx", "--json")
    assert (again.code, again.json["proposals"], again.json["unchanged"]) == (0, [], 2)


def test_conflicts_are_taken_only_when_asked_for(nv: Nv, plan: str) -> None:
    edit_sheet(Path("plan.xlsx"), lambda sheet: sheet.put("Nattstöd", "Mål", "I filen"))
    nv("set", "södra.nvplan", plan, "goal=I planen")
    assert nv("import", "södra.nvplan", "plan.xlsx").code == 1
    assert "I planen" in nv("show", "södra.nvplan", "--kind", "action", "--json").out
    assert nv("import", "södra.nvplan", "plan.xlsx", "--take-conflicts").code == 0
    assert "I filen" in nv("show", "södra.nvplan", "--kind", "action", "--json").out


def test_rejected_cells_need_a_person(nv: Nv, plan: str) -> None:
    edit_sheet(Path("plan.xlsx"), lambda sheet: sheet.put("Nattstöd", "Effekt", "sju"))
    result = nv("import", "södra.nvplan", "plan.xlsx", "--json")
    (bad,) = result.json["rejected"]
    assert (result.code, bad["label"], bad["value"]) == (1, "Effekt", "sju")
    assert bad["row"] > 4
    assert "bladet Handlingsplan, rad" in nv("import", "södra.nvplan", "plan.xlsx").err


def test_a_missing_row_is_removed_only_when_asked_for(nv: Nv, plan: str) -> None:
    edit_sheet(Path("plan.xlsx"), lambda sheet: sheet.sheet.delete_rows(sheet.row("Nattstöd")))
    assert nv("import", "södra.nvplan", "plan.xlsx").code == 1
    assert nv("import", "södra.nvplan", "plan.xlsx", "--take-removals").code == 0
    assert nv("show", "södra.nvplan", "--json").json["actions"] == 1


def test_a_renamed_column_is_named_by_the_person(nv: Nv, plan: str) -> None:
    def change(sheet: object) -> None:
        sheet.put("Nattstöd", "Mål", "Trygghet")  # type: ignore[attr-defined]
        sheet.sheet.cell(sheet.header, sheet.column["Mål"]).value = "Måll"  # type: ignore[attr-defined]

    edit_sheet(Path("plan.xlsx"), change)
    asked = nv("import", "södra.nvplan", "plan.xlsx")
    assert asked.code == 1
    assert '--column "Måll=goal"' in asked.err
    assert nv("import", "södra.nvplan", "plan.xlsx", "--column", "Måll=Mål").code == 0
    assert nv("import", "södra.nvplan", "plan.xlsx", "--column", "Måll").code == 2
    assert "Trygghet" in nv("show", "södra.nvplan", "--kind", "action", "--json").out


def test_a_personal_number_is_asked_about(nv: Nv, plan: str) -> None:
    edit_sheet(Path("plan.xlsx"), lambda sheet: sheet.put("Nattstöd", "Mål", "19121212-1212"))
    assert nv("import", "södra.nvplan", "plan.xlsx").code == 2
    assert nv("import", "södra.nvplan", "plan.xlsx", "--allow-personal-number").code == 0


@pytest.mark.parametrize("name", ["finns-inte.xlsx", "södra.nvplan", "."])
def test_what_is_no_workbook_is_told_in_a_sentence(nv: Nv, plan: str, name: str) -> None:
    assert nv("import", "södra.nvplan", name).code == 2


def test_measured_values_are_taken_in_and_listed(
    nv: Nv, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    nv("new", "p.nvplan", "--county-part", "sodra")
    file = tmp_path / "kolada.csv"
    file.write_text("kpi;municipality_id;period;gender;value\nN15428;2581;2025;T;54,5\n")
    assert nv("import", "p.nvplan", str(file), "--json").json["taken"] == 2
    assert nv("import", "p.nvplan", str(file), "--json").json["unchanged"] == 1
    (one,) = nv("indicators", "p.nvplan", "--json").json["indicators"]
    assert (one["title"], one["now"], one["standing"]) == ("Kolada N15428", 54.5, "unknown")
    assert "Målvärdet saknas" in nv("indicators", "p.nvplan").out

"""The coordinator's story: four local plans, a merge, decisions, and back home again."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Nv

PARTS = ("sodra", "ostra", "lulea_boden", "norra")
OVERALL = "övergripande plan.nvplan"


@pytest.fixture
def plans(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, nv: Nv) -> dict[str, str]:
    """Make four plans and an empty overall one; return the id of each part's action."""
    monkeypatch.chdir(tmp_path)
    ids = {}
    for part in PARTS:
        nv("new", f"{part}.nvplan", "--county-part", part)
        values = (f"title=Mobilt närsjukvårdsteam i {part}", "shift=R1", "goal=Trygg hemma")
        ids[part] = nv("add", f"{part}.nvplan", "action", *values).last
    nv("new", OVERALL, "--overall")
    return ids


def edited_apart(nv: Nv, entity: str) -> None:
    """Edit Södra's plan on two laptops: three fields, and a removal against an edit."""
    other = nv("add", "sodra.nvplan", "action", "title=SIP i tid").last
    shutil.copy("sodra.nvplan", "sodra annan dator.nvplan")
    nv("set", "sodra.nvplan", entity, "goal=hemma", "contributors=Piteå,Kalix", "end=Q4 2026")
    nv("set", "sodra annan dator.nvplan", entity, "goal=borta", "contributors=Kalix", "end=v. 40")
    nv("remove", "sodra.nvplan", other)
    nv("set", "sodra annan dator.nvplan", other, "comment=Behövs")


def merged(nv: Nv) -> None:
    assert nv("merge", ".", "--into", OVERALL).code in (0, 1)


def test_every_conflict_is_shown_and_decided_in_its_own_way(nv: Nv, plans: dict[str, str]) -> None:
    edited_apart(nv, plans["sodra"])
    merged(nv)
    found = {one["field"]: one["entity"] for one in nv("conflicts", OVERALL, "--json").json}
    assert set(found) == {"goal", "contributors", "end", "removed"}
    shown = nv("conflicts", OVERALL).out
    assert "Kalix kommun" in shown
    assert "Lägeskommentar" in shown
    team = plans["sodra"]
    assert "3 kvar" in nv("resolve", OVERALL, team, "goal", "--use", "2").err
    assert nv("resolve", OVERALL, team, "contributors", "--value", "Piteå, Luleå").code == 0
    assert nv("resolve", OVERALL, team, "end", "--value", "senast Q1 2027").code == 0
    assert nv("resolve", OVERALL, found["removed"], "removed", "--value", "nej").code == 0
    assert nv("conflicts", OVERALL, "--json").json == []
    one = next(a for a in actions(nv, OVERALL) if a["id"] == team)
    assert (one["goal"], one["contributors"], one["end"]) == (
        "borta", ["2581", "2580"], "senast Q1 2027",
    )  # fmt: skip


def actions(nv: Nv, file: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = nv("show", file, "--kind", "action", "--json").json
    return found


def test_what_is_decided_is_never_asked_again(nv: Nv, plans: dict[str, str]) -> None:
    edited_apart(nv, plans["sodra"])
    merged(nv)
    for one in nv("conflicts", OVERALL, "--json").json:
        assert nv("resolve", OVERALL, one["entity"], one["field"], "--use", "1").code == 0
    assert nv("merge", ".", "--into", OVERALL).code == 0
    assert nv("merge", OVERALL, "--into", "sodra annan dator.nvplan").code == 0
    assert nv("conflicts", "sodra annan dator.nvplan").code == 0


def test_near_duplicates_are_joined_or_called_different(nv: Nv, plans: dict[str, str]) -> None:
    merged(nv)
    assert len(nv("duplicates", OVERALL, "--json").json) == 6
    joint = nv("join", OVERALL, plans["sodra"], plans["ostra"], "--title", "Team i länet").last
    assert nv("join", OVERALL, joint, plans["norra"]).last == joint
    names = nv("show", OVERALL, "--kind", "link").out
    assert names.count("Team i länet – Mobilt närsjukvårdsteam i") == 3
    for part in ("sodra", "ostra", "norra"):
        assert nv("distinct", OVERALL, plans["lulea_boden"], plans[part]).code == 0
    assert nv("duplicates", OVERALL, "--json").json == []
    assert len(actions(nv, OVERALL)) == 4


def test_a_merge_is_taken_back_and_done_again(nv: Nv, plans: dict[str, str]) -> None:
    merged(nv)
    before = sorted(str(one) for one in actions(nv, OVERALL))
    assert nv("undo-merge", OVERALL).code == 0
    assert actions(nv, OVERALL) == []
    assert "inget" not in nv("merge", ".", "--into", OVERALL).err
    assert sorted(str(one) for one in actions(nv, OVERALL)) == before
    assert nv("undo-merge", OVERALL).code == 0
    again = nv("undo-merge", OVERALL)
    assert (again.code, "ingen sammanslagning" in again.err) == (2, True)


def test_all_county_parts_get_their_files_at_once(
    nv: Nv, plans: dict[str, str], tmp_path: Path
) -> None:
    merged(nv)
    (tmp_path / "hem").mkdir()
    assert nv("handback", OVERALL, "hem", "--all").code == 0
    assert len(list((tmp_path / "hem").iterdir())) == len(plans)
    again = nv("handback", OVERALL, "hem", "--all")
    assert again.code == 1
    assert again.err.count("finns redan") == len(plans)
    assert nv("handback", OVERALL, "hem").code == 2
    assert nv("handback", OVERALL, "saknas", "--all").code == 2


def test_what_goes_home_comes_back_with_what_was_done_there(nv: Nv, plans: dict[str, str]) -> None:
    merged(nv)
    team = plans["sodra"]
    nv("join", OVERALL, team, plans["norra"], "--title", "Team i länet")
    nv("set", OVERALL, team, "comment=Från samordnaren")
    assert nv("handback", OVERALL, "hem.nvplan", "--county-part", "Södra").code == 0
    assert nv("merge", "hem.nvplan", "--into", "sodra.nvplan").code == 0
    (one,) = actions(nv, "sodra.nvplan")
    assert one["comment"] == "Från samordnaren"
    assert "Team i länet" in nv("show", "sodra.nvplan", "--kind", "joint_action").out
    nv("set", "sodra.nvplan", team, "status=klar")
    values = (f"action={team}", "date=2027-01-15", "comment=Provat i Piteå")
    nv("add", "sodra.nvplan", "follow_up", *values)
    assert nv("merge", "sodra.nvplan", "--into", OVERALL).code == 0
    assert "Provat i Piteå" in nv("show", OVERALL, "--kind", "follow_up").out
    assert "Ej påbörjad → Klar" in nv("history", OVERALL, team).out
    assert nv("conflicts", OVERALL).code == 0


def test_the_overall_plan_becomes_documents(nv: Nv, plans: dict[str, str]) -> None:
    merged(nv)
    nv("set", OVERALL, plans["norra"], "principal=Gällivare")
    for name in ("plan.xlsx", "plan.csv", "plan.json"):
        assert "4 åtgärder skrivna, 4 återlästa" in nv("export", OVERALL, name).err
    one = nv("export", OVERALL, "gällivare.xlsx", "--report", "huvudman", "--principal", "2523")
    assert "1 åtgärd skriven, 1 återläst: gällivare.xlsx" in one.err
    without = nv("export", OVERALL, "gallrat.md", "--report", "gallringsprotokoll")
    assert without.err == "Skriven och återläst: gallrat.md\n"


def test_what_is_erased_is_gone_from_the_file_and_stays_gone(nv: Nv, plans: dict[str, str]) -> None:
    nv("set", "sodra.nvplan", plans["sodra"], "comment=Hemligheten om en person")
    merged(nv)
    nv("erase", OVERALL, plans["sodra"], "comment", "--yes", "--reason", "Namn")
    nv("merge", "sodra.nvplan", "--into", OVERALL)
    assert b"Hemligheten" not in Path(OVERALL).read_bytes()
    assert "raderat här också" in nv("merge", OVERALL, "--into", "sodra.nvplan").err
    assert b"Hemligheten" not in Path("sodra.nvplan").read_bytes()
    assert "(raderat)" in nv("history", "sodra.nvplan", plans["sodra"]).out


def test_a_damaged_plan_is_saved_and_merged(nv: Nv, plans: dict[str, str]) -> None:
    data = Path("norra.nvplan").read_bytes()
    damaged = data.replace(b"Trygg hemma", b"Trygg hamma")
    Path("skadad.nvplan").write_bytes(damaged)
    assert nv("salvage", "skadad.nvplan", "räddad.nvplan").code == 1
    assert nv("check", "räddad.nvplan").code == 0
    assert nv("merge", "räddad.nvplan", "--into", OVERALL).code == 0
    nv("merge", "norra.nvplan", "--into", OVERALL)
    assert actions(nv, OVERALL)[0]["goal"] == "Trygg hemma"
    assert Path("skadad.nvplan").read_bytes() == damaged


def test_a_part_with_two_plans_gets_one_and_is_told_of_the_other(
    nv: Nv, plans: dict[str, str]
) -> None:
    nv("new", "norra igen.nvplan", "--county-part", "norra", "--title", "Norra igen")
    merged(nv)
    first = nv("handback", OVERALL, "hem.nvplan", "--county-part", "norra")
    assert (first.code, "2 planer" in first.err) == (1, True)
    other = first.err.splitlines()[-1].split()[0]
    assert nv("handback", OVERALL, "hem igen.nvplan", "--county-part", other).code == 0
    titles = {nv("show", name).out.splitlines()[0] for name in ("hem.nvplan", "hem igen.nvplan")}
    assert titles == {"Handlingsplan Norra", "Norra igen"}

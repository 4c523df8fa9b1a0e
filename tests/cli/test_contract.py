"""What scripts rely on: the commands, their exit codes, and the keys of their JSON."""

from __future__ import annotations

import re

import pytest

from nvworkshop.model.kinds import KINDS
from tests.cli.conftest import Desk, Nv, real

ID = re.compile(r"[0-9a-f]{32}")
COUNTS = {"plans", "ideas", "actions", "joint_actions", "indicators", "conflicts", "changes"}
SOURCE = {"file", "sha256", "new_changes", "known_changes", "damaged_changes", "error"}
VALUE = {"n", "value", "at", "writer", "device"}
ENTRY = {"id", "at", "kind", "entity", "field", "before", "after", "writer", "device"}


@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("show sodra.nvplan --json", 0),
        ("show sodra.nvplan --kind action --json", 0),
        ("show skadad.nvplan --json", 1),
        ("history samlad.nvplan --json", 0),
        ("merge sodra.nvplan --into tom.nvplan --json", 0),
        ("merge sodra.nvplan kopia.nvplan --into tom.nvplan --json", 1),
        ("merge sodra.nvplan nix.nvplan --into tom.nvplan --json", 1),
        ("merge nix.nvplan --into tom.nvplan --json", 2),
        ("undo-merge samlad.nvplan --json", 0),
        ("conflicts samlad.nvplan --json", 1),
        ("conflicts sodra.nvplan --json", 0),
        ("duplicates samlad.nvplan --json", 0),
        ("check sodra.nvplan --json", 0),
        ("check skadad.nvplan --json", 1),
        ("new ny.nvplan --overall --json", 0),
        ("strategy --json", 0),
        ("overall samlad.nvplan --json", 0),
        ("overall samlad.nvplan --principal Piteå --json", 0),
    ],
)
def test_json_is_one_document_and_the_code_says_how_it_went(
    nv: Nv, desk: Desk, command: str, code: int
) -> None:
    result = nv(*command.split())
    assert result.code == code
    assert isinstance(result.json, dict | list)


@pytest.mark.parametrize(
    ("command", "code", "stdout"),
    [
        ("new ny.nvplan --county-part sodra", 0, False),
        ("new ny.nvplan --county-part Luleå/Boden --title Plan", 0, False),
        ("new ny.nvplan --overall", 0, False),
        ("set sodra.nvplan TEAM goal=x", 0, False),
        ("remove sodra.nvplan TEAM", 0, False),
        ("restore sodra.nvplan SIP", 0, False),
        ("erase sodra.nvplan TEAM goal --yes", 0, False),
        ("show sodra.nvplan", 0, True),
        ("history sodra.nvplan TEAM", 0, True),
        ("resolve samlad.nvplan TEAM goal --use 1", 0, False),
        ("resolve samlad.nvplan TEAM goal --value x", 0, False),
        ("distinct samlad.nvplan TEAM SIP", 0, False),
        ("export sodra.nvplan ut.xlsx", 0, False),
        ("export sodra.nvplan ut.csv --principal Piteå", 0, False),
        ("export sodra.nvplan ut.json", 0, False),
        ("paper sodra.nvplan ut.pdf --what votes", 0, False),
        ("paper sodra.nvplan ut.pdf --json", 0, True),
        ("handback samlad.nvplan hem.nvplan --county-part sodra", 0, False),
        ("check sodra.nvplan", 0, True),
        ("overall samlad.nvplan", 0, True),
        ("overall samlad.nvplan --body POLSAM", 0, False),
        ("salvage sodra.nvplan ut.nvplan", 0, True),
        ("salvage skadad.nvplan ut.nvplan", 1, True),
        ("strategy", 0, True),
    ],
)
def test_results_go_to_stdout_and_messages_to_stderr(
    nv: Nv, desk: Desk, command: str, code: int, stdout: bool
) -> None:
    result = nv(*command.replace("TEAM", desk.team).replace("SIP", desk.sip).split())
    assert result.code == code
    assert bool(result.out) == stdout
    assert result.err or stdout


def test_add_prints_the_new_id_alone_on_the_last_line(nv: Nv, desk: Desk) -> None:
    entity = nv("add", "sodra.nvplan", "action", "title=Ett", "end=v. 40", "status=pågår").last
    assert ID.fullmatch(entity)
    told = nv("show", "sodra.nvplan", "--kind", "action", "--json").json
    one = next(row for row in told if row["id"] == entity)
    assert (one["title"], one["end"], one["status"], one["kind"]) == (
        "Ett", "v. 40", "ongoing", "action",
    )  # fmt: skip


def test_lists_are_typed_with_commas(nv: Nv, desk: Desk) -> None:
    values = ("supporting_shifts=R3,R4", "prerequisites=F1, F2", "contributors=Piteå,Kalix")
    assert nv("set", "sodra.nvplan", desk.team, *values).code == 0
    one = nv("show", "sodra.nvplan", "--kind", "action", "--json").json[0]
    assert one["supporting_shifts"] == ["R3", "R4"]
    assert one["prerequisites"] == ["F1", "F2"]
    assert one["contributors"] == ["2581", "2514"]


def test_follow_ups_belong_to_an_action(nv: Nv, desk: Desk) -> None:
    values = (f"action={desk.team[:8]}", "date=2026-11-30", "status=klar", "comment=Gick bra")
    entity = nv("add", "sodra.nvplan", "follow_up", *values).last
    (one,) = nv("show", "sodra.nvplan", "--kind", "follow_up", "--json").json
    assert (one["id"], one["action"], one["date"]) == (entity, desk.team, "2026-11-30")


def test_show_counts_every_kind_of_thing(nv: Nv, desk: Desk) -> None:
    told = nv("show", "samlad.nvplan", "--json").json
    assert told.keys() >= COUNTS
    assert (told["plans"], told["actions"], told["conflicts"]) == (2, 2, 4)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "redact"])
def test_show_kind_gives_all_fields_of_every_thing(nv: Nv, desk: Desk, kind: str) -> None:
    result = nv("show", "samlad.nvplan", "--kind", kind, "--json")
    fields = {field.name for field in KINDS[kind].fields}
    assert result.code == 0
    for one in result.json:
        assert one.keys() >= {"id", "kind"} | fields
        assert one["kind"] == kind


def test_history_tells_who_when_before_and_after(nv: Nv, desk: Desk) -> None:
    told = nv("history", "sodra.nvplan", desk.team, "--json").json
    assert all(one.keys() >= ENTRY for one in told)
    goals = [(one["before"], one["after"]) for one in told if one["field"] == "goal"]
    assert goals == [(None, "Trygg hemma"), ("Trygg hemma", "Mål hemma")]
    assert {one["entity"] for one in told} == {desk.team}


def test_a_merge_tells_what_every_source_gave(nv: Nv, desk: Desk) -> None:
    told = nv("merge", "sodra.nvplan", "nix.nvplan", "--into", "tom.nvplan", "--json").json
    assert told.keys() >= {"receipt", "sources", "actions", "conflicts"}
    assert all(one.keys() >= SOURCE for one in told["sources"])
    good, bad = told["sources"]
    assert (good["file"], good["error"], good["known_changes"]) == ("sodra.nvplan", None, 0)
    assert "finns inte" in bad["error"]
    assert ID.fullmatch(told["receipt"])


def test_a_dry_run_changes_nothing_and_has_no_receipt(nv: Nv, desk: Desk) -> None:
    before = desk.bytes()
    dry = nv("merge", "sodra.nvplan", "kopia.nvplan", "--into", "tom.nvplan", "--dry-run", "--json")
    assert desk.bytes() == before
    assert dry.json["receipt"] is None
    real = nv("merge", "sodra.nvplan", "kopia.nvplan", "--into", "tom.nvplan", "--json")
    assert (dry.code, dry.json["actions"], dry.json["conflicts"]) == (1, 2, 4)
    assert {**dry.json, "receipt": real.json["receipt"]} == real.json


def test_merging_again_brings_nothing_and_leaves_the_file_alone(nv: Nv, desk: Desk) -> None:
    before = desk.bytes()
    told = nv("merge", "sodra.nvplan", "--into", "samlad.nvplan", "--json").json
    assert told["receipt"] is None
    assert told["sources"][0]["new_changes"] == 0
    assert desk.bytes() == before


def test_a_damaged_source_gives_what_it_can(nv: Nv, desk: Desk) -> None:
    result = nv("merge", "skadad.nvplan", "--into", "tom.nvplan", "--json")
    (source,) = result.json["sources"]
    assert result.code == 1
    assert (source["damaged_changes"], source["error"]) == (1, None)
    assert result.json["actions"] == 2


def test_conflicts_show_every_value_with_who_and_when(nv: Nv, desk: Desk) -> None:
    told = nv("conflicts", "samlad.nvplan", "--json").json
    assert all(one.keys() >= {"entity", "kind", "field", "label", "base"} for one in told)
    assert all(value.keys() >= VALUE for one in told for value in one["values"])
    goal = next(one for one in told if one["field"] == "goal")
    assert (goal["entity"], goal["label"], goal["base"]) == (desk.team, "Mål", "Trygg hemma")
    assert [(v["n"], v["value"]) for v in goal["values"]] == [(1, "Mål hemma"), (2, "Mål borta")]


def test_duplicates_are_pairs_with_a_score(nv: Nv, desk: Desk) -> None:
    other = nv("add", "sodra.nvplan", "action", "title=Mobilt närsjukvårdsteam för äldre").last
    (found,) = nv("duplicates", "sodra.nvplan", "--json").json
    assert found.keys() >= {"score", "actions"}
    assert set(found["actions"]) == {desk.team, other}
    assert 0 < found["score"] <= 1


def test_join_prints_the_joint_actions_id(nv: Nv, desk: Desk) -> None:
    result = nv("join", "samlad.nvplan", desk.team, desk.sip, "--title", "Gemensamt")
    (joint,) = nv("show", "samlad.nvplan", "--kind", "joint_action", "--json").json
    assert (joint["id"], joint["title"]) == (result.last, "Gemensamt")


def test_join_takes_what_is_set_and_split_takes_it_apart(nv: Nv, desk: Desk) -> None:
    values = ("--set", "Mål=Trygg hela vägen", "--set", "Klart=")
    joint = nv("join", "samlad.nvplan", desk.team, desk.sip, "--title", "Team", *values).last
    (made,) = nv("show", "samlad.nvplan", "--kind", "joint_action", "--json").json
    assert (made["goal"], made.get("end")) == ("Trygg hela vägen", None)
    out = nv("split", "samlad.nvplan", joint, desk.sip)
    assert (out.code, out.out) == (0, "")
    assert "Kvar i ”Team”: 1 åtgärd." in out.err
    assert "borttagen" in nv("split", "samlad.nvplan", joint).err
    assert nv("show", "samlad.nvplan", "--kind", "joint_action", "--json").json == []


def test_undo_merge_names_the_receipt_it_took_back(nv: Nv, desk: Desk) -> None:
    told = nv("undo-merge", "samlad.nvplan", "--json").json
    assert ID.fullmatch(told["receipt"])
    assert nv("show", "samlad.nvplan", "--json").json["actions"] == 0


def test_check_counts_what_is_damaged(nv: Nv, desk: Desk) -> None:
    whole = nv("check", "sodra.nvplan", "--json").json
    told = nv("check", "skadad.nvplan", "--json").json
    assert whole.keys() == {"ok", "changes", "damaged", "problems"}
    assert (whole["ok"], whole["damaged"], whole["problems"]) == (True, 0, [])
    assert (told["ok"], told["damaged"]) == (False, 1)
    assert told["problems"]


def test_the_strategy_has_what_the_words_list_says(nv: Nv, desk: Desk) -> None:
    told = nv("strategy", "--json").json
    assert told["id"] == "norrbotten"
    assert {"shifts", "prerequisites", "county_parts"} <= told.keys()


def test_a_damaged_plan_is_kept_beside_when_somebody_writes_in_it(nv: Nv, desk: Desk) -> None:
    damaged = (desk / "skadad.nvplan").read_bytes()
    result = nv("add", "skadad.nvplan", "action", "title=Ny")
    assert result.code == 1
    assert "skadad.nvplan.skadad" in result.err
    assert (desk / "skadad.nvplan.skadad").read_bytes() == damaged
    assert nv("check", "skadad.nvplan").code == 0


def test_the_program_keeps_its_two_streams_apart(desk: Desk) -> None:
    done = real("merge", "sodra.nvplan", "kopia.nvplan", "--into", "tom.nvplan", "--json")
    assert done.code == 1
    assert done.json["conflicts"] == 4
    assert "nvworkshop conflicts tom.nvplan" in done.err


def test_the_program_says_in_one_line_why_it_could_not(desk: Desk) -> None:
    done = real("show", "nix.nvplan")
    assert (done.code, done.out) == (2, "")
    assert done.err.count("\n") == 1
    assert "finns inte" in done.err


def test_the_overall_plan_tells_each_row_where_it_comes_from(nv: Nv, desk: Desk) -> None:
    nv("set", "samlad.nvplan", desk.team, "handling=raised", "handling_reason=Kräver pengar")
    told = nv("overall", "samlad.nvplan", "--json").json
    rows = {one["id"]: one for shift in told["shifts"] for one in shift["entries"]}
    assert rows.keys() == {desk.team, desk.sip}
    team = rows[desk.team]
    assert (team["handling"], team["handling_reason"]) == ("raised", "Kräver pengar")
    assert (team["county_parts"], team["kind"]) == (["Södra"], "action")
    assert [one["entries"] for one in told["decisions"]] == [[desk.team]]
    assert {"size", "without_plan", "white_spots", "overlaps"} == told["county"].keys()


def test_kinds_are_called_what_people_call_them(nv: Nv, desk: Desk) -> None:
    found = nv("search", "sodra.nvplan", "närsjukvårdsteam")
    assert found.out.split()[:2] == [desk.team[:8], "åtgärd"]
    found = nv("search", "sodra.nvplan", "närsjukvårdsteam", "--json")
    assert found.json == [{"kind": "action", "id": desk.team}]
    assert nv("show", "sodra.nvplan", "--kind", "Åtgärd").out == (
        nv("show", "sodra.nvplan", "--kind", "action").out
    )
    idea = nv("add", "sodra.nvplan", "förslag", "title=Nytt").last
    assert idea in nv("show", "sodra.nvplan", "--kind", "idea", "--json").out

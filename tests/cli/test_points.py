"""Versions, points in time, the fingerprint and the decision chain on the command line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.conftest import Desk, Nv

CODE = re.compile(r"[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{2}")


def test_two_overall_plans_of_the_same_sources_have_one_fingerprint(nv: Nv, desk: Desk) -> None:
    assert nv("merge", "kopia.nvplan", "--into", "tom.nvplan").code in (0, 1)
    before = nv("fingerprint", "tom.nvplan").out
    assert nv("merge", "sodra.nvplan", "kopia.nvplan", "--into", "tom.nvplan").code == 1
    code = nv("fingerprint", "tom.nvplan").last
    assert CODE.fullmatch(code)
    assert code == nv("fingerprint", "samlad.nvplan", "--json").json["fingerprint"] != before


def test_a_version_is_frozen_listed_compared_and_shown(nv: Nv, desk: Desk) -> None:
    version = nv("freeze", "sodra.nvplan", "1.0", "--state", "adopted", "--note", "POLSAM").last
    (one,) = nv("versions", "sodra.nvplan", "--json").json
    assert (one["id"], one["title"], one["state"], one["note"]) == (
        version, "1.0", "adopted", "POLSAM",
    )  # fmt: skip
    assert nv("compare", "sodra.nvplan", "--json").json["differences"] == []
    nv("set", "sodra.nvplan", desk.team, "goal=Nytt")
    told = nv("compare", "sodra.nvplan", "--json").json
    assert told["from"].startswith("Version 1.0")
    assert told["differences"][0]["fields"] == [
        {"field": "goal", "label": "Mål", "before": "Mål hemma", "after": "Nytt"}
    ]
    (then,) = nv("show", "sodra.nvplan", "--kind", "action", "--at", "1.0", "--json").json
    assert then["goal"] == "Mål hemma"
    assert "1.0" in nv("versions", "sodra.nvplan").out
    assert "Mål hemma → Nytt" in nv("compare", "sodra.nvplan", "--from", "1.0", "--to", "nu").out


def test_before_a_merge_is_before_it(nv: Nv, desk: Desk) -> None:
    (receipt,) = (
        one["id"] for one in nv("show", "samlad.nvplan", "--kind", "receipt", "--json").json
    )
    before = nv("show", "samlad.nvplan", "--at", f"före {receipt[:8]}", "--json").json
    after = nv("show", "samlad.nvplan", "--at", receipt, "--json").json
    assert (before["actions"], after["actions"]) == (0, 2)
    told = nv("compare", "samlad.nvplan", "--from", f"före {receipt}", "--to", receipt, "--json")
    assert {one["what"] for one in told.json["differences"]} == {"added"}


def test_a_version_is_exported(nv: Nv, desk: Desk, tmp_path: Path) -> None:
    nv("freeze", "sodra.nvplan", "1.0", "--state", "adopted")
    nv("set", "sodra.nvplan", desk.team, "goal=Nytt")
    assert nv("export", "sodra.nvplan", "ut.json", "--at", "1.0").code == 0
    assert "Nytt" not in (desk / "ut.json").read_text("utf-8")
    assert "Mål hemma" in (desk / "ut.json").read_text("utf-8")


def test_a_date_is_told_by_whose_clock_it_goes(nv: Nv, desk: Desk) -> None:
    result = nv("show", "sodra.nvplan", "--at", "2020-01-01", "--json")
    assert result.json["actions"] == 0
    assert "klockan på den dator" in result.err


@pytest.mark.parametrize(
    "command",
    [
        "compare sodra.nvplan",
        "compare sodra.nvplan --from nix",
        "show sodra.nvplan --at 9.9",
        "freeze sodra.nvplan 1.0 --state klar",
        "freeze nix.nvplan 1.0",
    ],
)
def test_what_can_not_be_is_said_and_nothing_changes(nv: Nv, desk: Desk, command: str) -> None:
    before = desk.bytes()
    assert nv(*command.split()).code == 2
    assert desk.bytes() == before


def test_the_chain_is_shown_with_what_was_added(nv: Nv, desk: Desk) -> None:
    nv("freeze", "tom.nvplan", "1.0", "--state", "review")
    values = ("principal=Piteå", "sent=2026-11-30", "due=2027-01-15", "version=1.0")
    entity = nv("add", "tom.nvplan", "decision", *values).last
    more = ("adoption=partly", "exception=Inte R4", "date=2027-01-10", "reference=KS § 112")
    assert nv("set", "tom.nvplan", entity, *more).code == 0
    told = nv("anchoring", "tom.nvplan", "--json").json
    (one,) = (one for one in told["answers"] if one["decision"])
    assert (one["id"], one["stage"], one["reference"]) == ("2581", "partly", "KS § 112")
    assert (told["counts"]["partly"], told["principals"]) == (1, 15)
    shown = nv("anchoring", "tom.nvplan")
    assert "1 av 15 huvudmän har antagit planen, 1 med undantag." in shown.err
    assert "KS § 112, undantag: Inte R4" in shown.out

"""Following up from the terminal: what is left, and one follow-up at a time."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Desk, Nv

PLAN = "sodra.nvplan"


def test_one_is_written_and_is_not_left_any_more(nv: Nv, desk: Desk) -> None:
    (first, *rest) = nv("followup", PLAN, "--json").json
    number = first["number"]
    values = ("--status", "pågår", "--as-planned", "delvis", "--comment", "Två av fyra kommuner")
    result = nv("followup", PLAN, "--action", number, *values, "--end", "hösten 2028")
    assert (result.code, result.out) == (0, "")
    assert [one["id"] for one in nv("followup", PLAN, "--json").json] == [one["id"] for one in rest]
    (told,) = nv("show", PLAN, "--kind", "follow_up", "--json").json
    assert (told["action"], told["status"], told["as_planned"]) == (
        first["id"],
        "ongoing",
        "partly",
    )
    actions = {one["id"]: one for one in nv("show", PLAN, "--kind", "action", "--json").json}
    assert actions[first["id"]]["status"] == "ongoing"
    assert actions[first["id"]]["end"] == "hösten 2028"


def test_the_same_day_is_added_to_and_another_day_is_another(nv: Nv, desk: Desk) -> None:
    for day, comment in (("2026-05-14", "Segt"), ("2026-11-12", "Bra"), ("2026-11-12", "Bättre")):
        args = ("--action", desk.team[:8], "--date", day, "--comment", comment)
        assert nv("followup", PLAN, *args).code == 0
    told = nv("show", PLAN, "--kind", "follow_up", "--json").json
    assert [one["comment"] for one in told] == ["Segt", "Bättre"]


def test_what_is_left_is_told_in_words(nv: Nv, desk: Desk) -> None:
    result = nv("followup", PLAN)
    assert "inte uppföljd" in result.out
    assert "kvar att följa upp" in result.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--action", "99", "--status", "klar"), "nummer 99"),
        (("--action", "1"), "minst ett svar"),
        (("--status", "klar"), "vilken åtgärd"),
        (("--action", "1", "--status", "kanske"), "kanske"),
        (("--action", "1", "--comment", "x", "--date", "snart"), "snart"),
        (("--action", "1", "--comment", "Om 19121212-1212"), "personnummer"),
        (("--action", "1", "--comment", "x", "--workshop", "finns-inte"), "finns-inte"),
    ],
)
def test_what_cannot_be_done_is_told_and_changes_nothing(
    nv: Nv, desk: Desk, arguments: tuple[str, ...], said: str
) -> None:
    before = desk.bytes()
    result = nv("followup", PLAN, *arguments)
    assert result.code == 2
    assert said in result.err
    assert desk.bytes() == before

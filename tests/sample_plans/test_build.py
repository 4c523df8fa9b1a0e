"""The files: the same on every run, the copy in conflict, the damaged one worth saving."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from nvworkshop.model.rules import gathered
from nvworkshop.places import SAMPLE_PLANS
from nvworkshop.planfile.reading.pool import read_plan
from nvworkshop.session import files, review, sessions
from nvworkshop.session.merge import merge
from nvworkshop.session.session import Session
from nvworkshop.session.suggesting import asked, pairs_in
from nvworkshop.session.surroundings import Surroundings
from sample_plans.build import build, summary
from sample_plans.content import LOCAL, load

DAMAGED = "norra-skadad.nvplan"
WHOLE = (
    "sodra.nvplan",
    "ostra.nvplan",
    "lulea_boden.nvplan",
    "norra.nvplan",
    "sodra-annan-dator.nvplan",
    "overgripande.nvplan",
)


def ids(place: Path) -> set[bytes]:
    """Ids of the changes; a receipt tells the hash of a file's bytes, which SQLite decides."""
    return {one.id for one in read_plan(place).changes if one.kind != "receipt"}


def opened(place: Path, tmp_path: Path) -> Session:
    copy = Path(shutil.copy(place, tmp_path / place.name))
    return sessions.open_plan(copy, surroundings=Surroundings(home=lambda: tmp_path / "home"))


def test_two_builds_give_the_same_files(built: Path, tmp_path: Path) -> None:
    build(tmp_path)

    assert sorted(one.name for one in tmp_path.iterdir()) == sorted((*WHOLE, DAMAGED))
    assert all(one.read_bytes() == (built / one.name).read_bytes() for one in tmp_path.iterdir())


@pytest.mark.parametrize("name", WHOLE)
def test_shipped_file_is_what_the_script_builds(built: Path, name: str) -> None:
    assert ids(SAMPLE_PLANS / name) == ids(built / name)


@pytest.mark.parametrize("name", WHOLE)
def test_whole_files_have_nothing_wrong(built: Path, name: str) -> None:
    assert files.check(read_plan(built / name)) == []


@pytest.mark.parametrize("name", [load(name).file for name in LOCAL])
def test_local_files_are_small_enough_to_mail(built: Path, name: str) -> None:
    assert (built / name).stat().st_size < 1_000_000


def test_the_copy_gives_seven_conflicts_of_different_kinds(built: Path, tmp_path: Path) -> None:
    session = opened(built / "sodra.nvplan", tmp_path)

    report = merge(session, [built / "sodra-annan-dator.nvplan"])

    assert report.conflicts == 7
    assert {one.field for one in review.conflicts(session)} == {
        "end",
        "description",
        "principal",
        "status",
        "contributors",
        "target",
        "removed",
    }


def test_the_copy_brings_edits_that_conflict_with_nothing(built: Path, tmp_path: Path) -> None:
    session = opened(built / "sodra.nvplan", tmp_path)
    before = len(session.things("action"))

    merge(session, [built / "sodra-annan-dator.nvplan"])

    assert len(session.things("action")) == before + 1
    functions = {one.text("function") for one in session.things("action")}
    assert "avdelningschef primärvård" in functions


def test_most_of_the_damaged_file_is_saved_but_not_all(built: Path) -> None:
    content = read_plan(built / DAMAGED)

    assert 4 <= content.damaged <= 40
    assert len(content.changes) > 0.95 * content.expected
    assert not ids(built / "norra.nvplan") <= ids(built / DAMAGED)


def test_the_damaged_file_brings_what_is_newer(built: Path, tmp_path: Path) -> None:
    session = opened(built / "norra.nvplan", tmp_path)

    report = merge(session, [built / DAMAGED])

    assert report.actions == 17
    assert report.sources[0].new_changes > 40
    assert report.conflicts == 0


def test_shipped_damaged_file_is_damaged(built: Path) -> None:
    shipped = read_plan(SAMPLE_PLANS / DAMAGED)

    assert shipped.damaged
    assert shipped.plan == read_plan(built / DAMAGED).plan


def test_overall_plan_gathers_and_remembers(built: Path) -> None:
    view = files.view_of(read_plan(built / "overgripande.nvplan"))

    assert len({one["plan"] for one in view.things("action")}) == 4
    assert sorted(len(one) for one in gathered(view.things("link")).values()) == [3, 3, 4]
    assert len(view.things("distinct")) == 1
    assert len(view.things("receipt")) == 2


def test_overall_plan_had_one_conflict_and_it_is_decided(built: Path) -> None:
    view = files.view_of(read_plan(built / "overgripande.nvplan"))
    counts = sorted(one["conflict_count"] for one in view.things("receipt"))

    assert counts == [0, 1]
    assert review.conflicts(view) == []


def test_overall_plan_has_near_duplicates_left_to_join(built: Path) -> None:
    view = files.view_of(read_plan(built / "overgripande.nvplan"))
    plan_of = {one.id: one["plan"] for one in view.things("action")}

    across = [one for one in pairs_in(asked(view)) if len({plan_of[id_] for id_ in one.ids}) > 1]

    assert len(across) >= 5


def test_summary_says_what_was_lost(built: Path) -> None:
    assert "17 åtgärder" in summary(built / DAMAGED)
    assert "skadade" in summary(built / DAMAGED)

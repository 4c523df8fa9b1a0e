"""What a huvudman lets out: only that, the same each time, and the newest stands."""

from __future__ import annotations

import random
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nvworkshop.errors import InputError
from nvworkshop.followup.figures import figures
from nvworkshop.model.things import Thing
from nvworkshop.planfile.reading.content import PlanContent
from nvworkshop.planfile.reading.pool import read_plan
from nvworkshop.reports.overall import RolledUp
from nvworkshop.reports.principal_sheet import principals
from nvworkshop.session.export import export, plan_data
from nvworkshop.session.files import store_of
from nvworkshop.session.merge import merge, merge_contents, undo_merge
from nvworkshop.session.overall import overall
from nvworkshop.session.own_log import OwnLog
from nvworkshop.session.own_plan import content_of
from nvworkshop.session.own_sharing import changes_of, remarks, sharing_of, told
from nvworkshop.session.searching import Search
from nvworkshop.session.session import Session
from nvworkshop.session.sessions import create, open_plan
from nvworkshop.session.summary import summary_of
from nvworkshop.session.view import PlanView
from tests.session.owners import JOINT, PITEA, county, own_plan, own_row, shared


@pytest.fixture
def whole(tmp_path: Path) -> Session:
    return county(tmp_path)


@pytest.fixture
def own(whole: Session) -> Session:
    return own_plan(whole)


def rolled(view: PlanView, target: str = JOINT) -> RolledUp:
    (entry,) = [one for one in overall(view).entries if one.id == target]
    (found,) = entry.rolled
    return found


def titles(view: PlanView) -> list[str]:
    return sorted(one.title for one in rolled(view).rows)


def said_in(place: Path) -> str:
    """Return every byte of a plan file as text, and every value its log has had."""
    values = (one.value or "" for one in read_plan(place).changes)
    return place.read_bytes().decode("utf-8", "replace") + "\n".join(values)


def test_the_overall_plan_tells_how_far_a_huvudman_is(whole: Session, own: Session) -> None:
    own_row(own, "Klar rad", status="klar", shared=True)
    own_row(own, "Hemlig rad", status="pågår", end="2027-06-30")
    own_row(own, "Delad rad", status="pågår", shared=True)
    merge(whole, [shared(own)])
    said = "3 egna rader hos Piteå kommun: 1 klar, 2 pågår; klart senast 2027-06-30"
    assert rolled(whole).sentence == said
    assert titles(whole) == ["Delad rad", "Klar rad"]


def test_own_rows_are_not_counted_among_the_actions(whole: Session, own: Session) -> None:
    before, about = whole.how_many("action"), summary_of(whole).about
    own_row(own, "Delad rad", shared=True)
    merge(whole, [shared(own)])
    assert whole.how_many("action") == len(whole.things("action")) == before
    assert overall(whole).actions == before
    assert summary_of(whole).about == about


def test_nothing_that_is_not_shared_is_in_the_file(own: Session) -> None:
    row = own_row(own, "Hemlig från början", description="Hemlig text")
    own_row(own, "Hemlig granne", goal="Hemligt mål", shared_reason="Hemligt skäl")
    own.set(row, {"title": "Öppen rubrik", "description": "Öppen text", "shared": True})
    own.set(row, {"comment": "Hemlig kommentar", "resources": "Hemlig peng", "risk": "Hemlig risk"})
    own.set(row, {"name": "Hemlig Person"})
    place = shared(own)
    assert "Hemlig" not in said_in(place)
    assert "Öppen text" in said_in(place)


def test_no_id_writer_or_time_of_the_own_log_is_in_the_file(own: Session) -> None:
    own_row(own, "Delad", shared=True)
    ours = list(own.store.changes())
    out = read_plan(shared(own)).changes
    assert {one.id for one in ours}.isdisjoint(one.id for one in out)
    assert {one.writer for one in ours}.isdisjoint(one.writer for one in out)
    assert own.store.plan not in said_in(shared(own, "igen.nvplan"))
    assert all(one.replaces == b"" for one in out)


def test_sharing_changes_nothing_at_home(own: Session) -> None:
    own_row(own, "Delad", shared=True)
    own.publish()
    before = own.needed_target.place.read_bytes()
    shared(own)
    assert own.needed_target.place.read_bytes() == before


def test_sharing_twice_merges_to_one(whole: Session, own: Session) -> None:
    own_row(own, "Delad", shared=True)
    first, again = shared(own), shared(own, "igen.nvplan")
    assert merge(whole, [first]).sources[0].new_changes > 0
    assert merge(whole, [again]).sources[0].new_changes == 0
    assert titles(whole) == ["Delad"]


def test_the_newest_share_stands_in_any_order(own: Session, tmp_path: Path) -> None:
    row = own_row(own, "Först", shared=True)
    places = [shared(own, "1.nvplan")]
    own.set(row, {"title": "Sedan", "status": "klar"})
    places.append(shared(own, "2.nvplan"))
    own_row(own, "Ännu en", shared=True)
    own.set(row, {"title": "Sist"})
    places.append(shared(own, "3.nvplan"))
    for n, order in enumerate(permutations(places)):
        folder = tmp_path / str(n)
        folder.mkdir()
        there = county(folder)
        for place in (*order, order[0]):
            merge(there, [place])
        assert titles(there) == ["Sist", "Ännu en"]
        assert rolled(there).count == 2


def test_a_row_that_is_held_back_is_withdrawn(whole: Session, own: Session) -> None:
    row = own_row(own, "Delad förr", shared=True)
    merge(whole, [shared(own)])
    own.set(row, {"shared": False})
    said = " ".join(remarks(sharing_of(own)))
    assert "dras tillbaka: ”Delad förr”" in said
    assert "går inte att kalla tillbaka" in said
    later = shared(own, "senare.nvplan")
    assert "Delad förr" not in said_in(later)
    merge(whole, [later])
    assert (rolled(whole).count, titles(whole), rolled(whole).withdrawn) == (1, [], 1)


def test_nobody_finds_what_is_withdrawn(whole: Session, own: Session, tmp_path: Path) -> None:
    row = own_row(own, "Delad förr", description="Hemligt nu", shared=True)
    own_row(own, "Delad än", shared=True)
    search = Search(whole)
    merge(whole, [shared(own)])
    assert len(search.find("hemligt")) == 1
    own.set(row, {"shared": False})
    merge(whole, [shared(own, "senare.nvplan")])
    assert search.find("hemligt") == search.find("förr") == Search(whole).find("hemligt") == []
    assert len(search.find("delad än")) > 0
    assert [one["title"] for one in whole.things("own_row")].count(None) == 1
    out = tmp_path / "länet.json"
    export(whole, out)
    said = out.read_text("utf-8")
    assert "Delad än" in said
    assert "Delad förr" not in said
    assert "Hemligt nu" not in said


def test_a_row_can_be_shared_again(whole: Session, own: Session) -> None:
    row = own_row(own, "Fram och åter", shared=True)
    merge(whole, [shared(own)])
    own.set(row, {"shared": False})
    merge(whole, [shared(own, "2.nvplan")])
    own.set(row, {"shared": True})
    merge(whole, [shared(own, "3.nvplan")])
    assert (titles(whole), rolled(whole).withdrawn) == (["Fram och åter"], 0)


def test_a_field_that_is_held_back_later_is_emptied(whole: Session, own: Session) -> None:
    row = own_row(own, "Delad", comment="Gick bra", shared=True)
    own.set(own.store.plan, {"held_back": None})
    merge(whole, [shared(own)])
    assert rolled(whole).rows[0].thing.text("comment") == "Gick bra"
    own.set(own.store.plan, {"held_back": "Lägeskommentar"})
    assert "Lägeskommentar" in remarks(sharing_of(own))[-1]
    merge(whole, [shared(own, "2.nvplan")])
    assert rolled(whole).rows[0].thing["comment"] is None
    assert own.thing(row).text("comment") == "Gick bra"


def test_a_removed_row_leaves_the_summary(whole: Session, own: Session) -> None:
    row = own_row(own, "Tas bort", shared=True)
    merge(whole, [shared(own)])
    own.remove(row)
    merge(whole, [shared(own, "2.nvplan")])
    assert rolled(whole).sentence == "Inga egna rader hos Piteå kommun"
    assert titles(whole) == []


def test_while_two_disagree_on_sharing_a_row_it_stays(own: Session, tmp_path: Path) -> None:
    row = own_row(own, "Omstridd")
    own.publish()
    place = tmp_path / "kopia.nvplan"
    place.write_bytes(own.needed_target.place.read_bytes())
    copy = open_plan(place)
    own.set(row, {"shared": True, "goal": "a"})
    copy.set(row, {"shared_reason": "b", "shared": None})
    merge(own, [_published(copy)])
    assert "shared" in own.thing(row).conflicts
    assert sharing_of(own).shared == 0


def _published(session: Session) -> Path:
    return session.publish().place


def test_the_preview_says_exactly_what_goes_out(own: Session) -> None:
    own_row(own, "Delad", function="enhetschef", comment="Hålls inne", shared=True)
    own_row(own, "Hemlig")
    own.add("action", {"title": "Lös"})
    lines = "\n".join(told(own, sharing_of(own)))
    assert "2 egna rader hos Piteå kommun: 2 ej påbörjad" in lines
    assert "Ansvarig funktion: enhetschef" in lines
    assert "Hålls inne" not in lines
    assert "Hemlig" not in lines
    said = " ".join(remarks(sharing_of(own)))
    assert "1 rad räknas, men dess text följer inte med." in said
    assert "1 rad är inte del av någon åtgärd" in said


def test_nothing_is_written_without_rows_or_over_a_file(own: Session, whole: Session) -> None:
    with pytest.raises(InputError, match="inga egna rader"):
        shared(own)
    own_row(own, "Delad", shared=True)
    shared(own)
    with pytest.raises(InputError, match="finns redan"):
        shared(own)
    with pytest.raises(InputError, match="ingen huvudmans egen"):
        sharing_of(whole)


def test_nobody_else_changes_what_is_let_out(whole: Session, own: Session) -> None:
    own_row(own, "Delad", shared=True)
    merge(whole, [shared(own)])
    with pytest.raises(InputError, match="ändras bara där"):
        whole.set(rolled(whole).rows[0].id, {"title": "Annat"})


def test_a_merge_of_what_is_let_out_is_taken_back(whole: Session, own: Session) -> None:
    own_row(own, "Delad", shared=True)
    merge(whole, [shared(own)])
    undo_merge(whole)
    assert all(one.rolled == () for one in overall(whole).entries)


def test_what_comes_home_with_the_overall_plan_disturbs_nothing(
    whole: Session, own: Session
) -> None:
    row = own_row(own, "Delad", shared=True)
    merge(whole, [shared(own)])
    whole.publish()
    own.set(row, {"title": "Skrivet om"})
    merge(own, [whole.needed_target.place])
    assert own.thing(row).text("title") == "Skrivet om"
    assert own.thing(row).conflicts == frozenset()
    assert own.things("own_row") == []


TEXTS = st.text("abc", min_size=1, max_size=3)
STEPS = st.lists(
    st.tuples(
        st.integers(0, 3),
        st.sampled_from(("title", "description", "comment", "risk", "goal", "shared", "drop")),
        TEXTS,
        st.booleans(),
    ),
    max_size=12,
)


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=STEPS, shares=st.sets(st.integers(0, 12), max_size=3), chance=st.randoms())
def test_only_what_is_shared_goes_out_and_the_newest_stands(
    tmp_path_factory: pytest.TempPathFactory,
    steps: list[tuple[int, str, str, bool]],
    shares: set[int],
    chance: random.Random,
) -> None:
    """Every text is marked with whether it may be let out; what goes out has no other."""
    whole = county(tmp_path_factory.mktemp("län"))
    own = own_plan(whole)
    rows: dict[int, str] = {}
    out = []
    for n, step in enumerate(steps):
        _write(own, rows, step, f"§{n}§")
        if n in shares and sharing_of(own).parts:
            out.append(_content(own))
            _check(own, out[-1])
    if not rows:
        return
    out.append(_content(own))
    _check(own, out[-1])
    chance.shuffle(out)
    merge_contents(whole, [(one.path, one) for one in out])
    stands = {one.text("title") for one in own.things("action") if one["shared"] is True}
    assert set(titles(whole)) == stands
    assert rolled(whole).count == len(own.things("action"))


def _write(own: Session, rows: dict[int, str], step: tuple[int, str, str, bool], mark: str) -> None:
    row, field, text, flag = step
    if field == "drop":
        if row in rows:
            own.remove(rows.pop(row))
        return
    if row not in rows:
        rows[row] = own_row(own, f"{text}{mark}")
    own.set(rows[row], {field: flag if field == "shared" else f"{text}{mark}"})


def _content(own: Session) -> PlanContent:
    log = OwnLog(own)
    store = store_of(log.plan, changes_of(own, log, sharing_of(own)))
    made = PlanView(store, own.surroundings)
    return content_of(made, Path("delat.nvplan"))


def _check(own: Session, content: PlanContent) -> None:
    """Nothing but what stands now in shared rows, and the fixed words, is in the values."""
    may = {
        one.text(name)
        for one in own.things("action")
        if one["shared"] is True
        for name in ("title", "description", "goal")
    }
    for change in content.changes:
        text = str(change.data)
        assert "§" not in text or text in may


def test_a_local_plan_can_be_followed_too(tmp_path: Path) -> None:
    local = create(tmp_path / "södra.nvplan", county_part="sodra")
    local.add("joint_action", {"title": "Gemensam", "contributors": ["2581"]}, entity=JOINT)
    local.publish()
    own = own_plan(local)
    own_row(own, "Delad", shared=True)
    merge(local, [shared(own)])
    assert len(local.things("own_row")) == 1


def test_the_figures_of_the_overall_plan_do_not_count_own_rows(
    whole: Session, own: Session
) -> None:
    before = figures(rows_of(whole), (), date(2026, 11, 29))
    own_row(own, "Delad", status="klar", shared=True)
    merge(whole, [shared(own)])
    assert figures(rows_of(whole), (), date(2026, 11, 29)) == before


def rows_of(session: Session) -> list[Thing]:
    return [*session.things("joint_action"), *session.things("action")]


def test_the_report_per_huvudman_tells_of_own_rows(
    whole: Session, own: Session, tmp_path: Path
) -> None:
    own_row(own, "Delad", status="klar", shared=True)
    merge(whole, [shared(own)])
    export(whole, tmp_path / "sida.md", report="huvudman", principal=PITEA)
    said = "1 egen rad hos Piteå kommun: 1 klar"
    assert said in (tmp_path / "sida.md").read_text("utf-8")
    sheet = principals(plan_data(whole))
    (column,) = (n for n, one in enumerate(sheet.columns) if one.label.startswith("Egna rader"))
    assert said in {row.cells[column] for row in sheet.rows}

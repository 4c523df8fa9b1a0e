from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from nvworkshop.places import SAMPLE_PLANS
from nvworkshop.session.live import Delta, LivePlan
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.sessions import open_plan
from nvworkshop.session.surroundings import Surroundings
from ui.desk import Desk

MakeDesk = Callable[[Path], Desk]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return Path(shutil.copy(SAMPLE_PLANS / "sodra.nvplan", tmp_path / "södra.nvplan"))


@pytest.fixture
def desk_at(qtbot: QtBot) -> Iterator[MakeDesk]:
    made: list[Desk] = []

    def make(place: Path) -> Desk:
        desk = Desk(place, Surroundings())
        made.append(desk)
        with qtbot.waitSignal(desk.opened, timeout=20_000):
            desk.open()
        return desk

    yield make
    for desk in made:
        with qtbot.waitSignal(desk.closed, timeout=20_000):
            desk.finish()


def _first(desk: Desk) -> str:
    return next(iter(desk.rows["action"]))


def _edited(qtbot: QtBot, desk: Desk, title: str) -> Delta:
    entity = _first(desk)
    with qtbot.waitSignal(desk.changed, timeout=20_000) as changed:
        desk.edit(lambda session: session.set(entity, {"title": title}))
    delta: Delta = changed.args[0]
    return delta


def _published(qtbot: QtBot, desk: Desk) -> None:
    qtbot.waitUntil(lambda: not desk.save_state.waiting, timeout=20_000)
    qtbot.waitUntil(lambda: desk.save_state.published_at is not None, timeout=20_000)


def test_an_opened_plan_has_its_rows(desk_at: MakeDesk, place: Path) -> None:
    desk = desk_at(place)
    assert len(desk.rows["action"]) > 10
    assert desk.plan is not None
    assert not desk.read_only


def test_an_edit_changes_the_row_and_names_the_step(
    qtbot: QtBot, desk_at: MakeDesk, place: Path
) -> None:
    desk = desk_at(place)
    delta = _edited(qtbot, desk, "Ett nytt namn")
    assert desk.rows["action"][_first(desk)].texts["title"] == "Ett nytt namn"
    assert delta.undo_label == desk.undo_label == "Ändra Åtgärd"
    assert desk.save_state.kept_at is not None


def test_an_edit_reaches_the_plan_file_by_itself(
    qtbot: QtBot, desk_at: MakeDesk, place: Path
) -> None:
    desk = desk_at(place)
    _published(qtbot, desk)
    _edited(qtbot, desk, "Ett nytt namn")
    _published(qtbot, desk)
    other = open_plan(place)
    assert other.thing(_first(desk)).text("title") == "Ett nytt namn"
    other.close()


def test_undo_and_redo_go_through_the_plan(qtbot: QtBot, desk_at: MakeDesk, place: Path) -> None:
    desk = desk_at(place)
    before = desk.rows["action"][_first(desk)].texts["title"]
    _edited(qtbot, desk, "Ett nytt namn")
    with qtbot.waitSignal(desk.changed, timeout=20_000):
        desk.undo()
    assert desk.rows["action"][_first(desk)].texts["title"] == before
    assert desk.redo_label == "Ändra Åtgärd"


def test_an_edit_that_cannot_be_made_says_why(qtbot: QtBot, desk_at: MakeDesk, place: Path) -> None:
    desk = desk_at(place)
    entity = _first(desk)
    with qtbot.waitSignal(desk.failed, timeout=20_000) as failed:
        desk.edit(lambda session: session.set(entity, {"effect": "jättestor"}))
    assert "Effekt" in failed.args[0].sentence


def test_what_another_wrote_in_the_file_comes_in(
    qtbot: QtBot, desk_at: MakeDesk, place: Path
) -> None:
    desk = desk_at(place)
    _published(qtbot, desk)
    other = open_plan(place)
    other.set(_first(desk), {"goal": "Ett annat mål"})
    other.publish()
    other.close()
    told: list[str] = []
    desk.told.connect(told.append)
    desk._look()
    qtbot.waitUntil(
        lambda: desk.rows["action"][_first(desk)].texts.get("goal") == "Ett annat mål",
        timeout=20_000,
    )
    qtbot.waitUntil(lambda: any("ändringar till" in one for one in told))


def test_a_folder_that_goes_away_stops_nothing(
    qtbot: QtBot, desk_at: MakeDesk, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    place = Path(shutil.copy(SAMPLE_PLANS / "sodra.nvplan", stick / "plan.nvplan"))
    desk = desk_at(place)
    _published(qtbot, desk)
    stick.rename(tmp_path / "pulled")
    _edited(qtbot, desk, "Skriven utan minnet")
    qtbot.waitUntil(lambda: desk.save_state.problem is not None, timeout=20_000)
    assert "går inte att nå" in str(desk.save_state.problem)
    (tmp_path / "pulled").rename(stick)
    desk._look()
    qtbot.waitUntil(lambda: desk.save_state.problem is None, timeout=20_000)
    _published(qtbot, desk)
    other = open_plan(place)
    assert other.thing(_first(desk)).text("title") == "Skriven utan minnet"
    other.close()


def test_a_second_desk_on_the_plan_only_reads(qtbot: QtBot, desk_at: MakeDesk, place: Path) -> None:
    desk_at(place)
    second = desk_at(place)
    assert "annat fönster" in second.read_only
    with qtbot.waitSignal(second.failed, timeout=20_000):
        second.edit(lambda session: session.undo())


def test_something_else_than_a_plan_is_refused_in_a_sentence(qtbot: QtBot, tmp_path: Path) -> None:
    place = tmp_path / "brev.nvplan"
    place.write_text("Hej")
    desk = Desk(place, Surroundings())
    with qtbot.waitSignal(desk.refused, timeout=20_000) as refused:
        desk.open()
    assert refused.args[0].sentence
    with qtbot.waitSignal(desk.closed, timeout=20_000):
        desk.finish()


def test_finishing_writes_what_was_just_edited(qtbot: QtBot, place: Path) -> None:
    desk = Desk(place, Surroundings())
    with qtbot.waitSignal(desk.opened, timeout=20_000):
        desk.open()
    entity = _first(desk)
    desk.edit(lambda session: session.set(entity, {"title": "I sista stund"}))
    problems: list[Any] = []
    desk.closed.connect(problems.append)
    with qtbot.waitSignal(desk.closed, timeout=20_000):
        desk.finish()
    other = open_plan(place)
    assert other.thing(entity).text("title") == "I sista stund"
    other.close()
    assert problems == [None]


def test_a_draft_left_by_a_crash_is_set_at_the_next_opening(desk_at: MakeDesk, place: Path) -> None:
    crashed = LivePlan(place, Surroundings())
    entity = next(iter(crashed.open().rows["action"]))
    crashed.draft("action", entity, "goal", "Halvskriven tex")
    crashed.session.store.close()  # as a killed program leaves it
    desk = desk_at(place)
    assert desk.rows["action"][entity].texts["goal"] == "Halvskriven tex"
    assert desk.undo_label


def test_all_that_is_told_of_a_step_is_told_in_one(
    qtbot: QtBot, desk_at: MakeDesk, place: Path
) -> None:
    desk = desk_at(place)
    two = Outcome(label="Klistra in", notes=("Ett att veta.", "Ett till."))
    with qtbot.waitSignal(desk.told, timeout=20_000) as told:
        desk.edit(lambda _: two)
    assert told.args == ["Ett att veta. Ett till."]

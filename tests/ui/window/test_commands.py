from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from nvworkshop.session.sessions import open_plan
from tests.ui.window.conftest import Answers, messages, shown
from ui.window.main_window import MainWindow
from ui.window.plan_view import PlanView
from ui.window.save_view import SaveStory


def _answers(window: MainWindow) -> Answers:
    assert isinstance(window.choosing, Answers)
    return window.choosing


def test_a_copy_is_written_and_the_work_goes_on_in_its_file(
    qtbot: QtBot, window: MainWindow, opened: PlanView, place: Path
) -> None:
    copy = place.with_name("kopia.nvplan")
    _answers(window).to_save = copy
    window.actions_table["file.copy"].trigger()
    qtbot.waitUntil(lambda: "kopia.nvplan" in messages(window), timeout=20_000)
    other = open_plan(copy)
    assert len(other.things("action")) == len(opened.desk.rows["action"])
    other.close()
    assert opened.desk.place == place


def test_a_copy_never_writes_over_a_file(
    qtbot: QtBot, window: MainWindow, opened: PlanView, place: Path
) -> None:
    taken = place.with_name("brev.nvplan")
    taken.write_text("Hej")
    _answers(window).to_save = taken
    window.actions_table["file.copy"].trigger()
    qtbot.waitUntil(lambda: "brev.nvplan" in messages(window), timeout=20_000)
    assert taken.read_text() == "Hej"


def test_the_plan_file_is_moved_and_stays_open(
    qtbot: QtBot, window: MainWindow, opened: PlanView, place: Path, tmp_path: Path
) -> None:
    (tmp_path / "ny mapp").mkdir()
    there = tmp_path / "ny mapp" / "plan.nvplan"
    _answers(window).to_save = there
    window.actions_table["file.move"].trigger()
    qtbot.waitUntil(lambda: opened.desk.place == there, timeout=20_000)
    assert there.exists()
    assert not place.exists()
    with qtbot.waitSignal(opened.desk.changed, timeout=20_000):
        opened.desk.edit(lambda session: session.add("action", {"title": "Efter flytten"}))


def test_another_plan_is_opened_in_the_same_window(
    qtbot: QtBot, window: MainWindow, opened: PlanView, place: Path
) -> None:
    other = place.with_name("annan.nvplan")
    other.write_bytes(place.read_bytes())
    _answers(window).to_open = other
    window.actions_table["file.open"].trigger()
    assert shown(qtbot, window).desk.place == other


def test_changing_ones_mind_in_a_file_dialog_changes_nothing(
    window: MainWindow, opened: PlanView, place: Path
) -> None:
    for command in ("file.open", "file.copy", "file.move"):
        window.actions_table[command].trigger()
    assert window.view is opened
    assert opened.desk.place == place


def test_ctrl_s_says_where_the_plan_is(
    qtbot: QtBot, window: MainWindow, opened: PlanView, place: Path
) -> None:
    window.actions_table["file.save"].trigger()
    story = window.top_bar.save_view.findChild(SaveStory)
    assert story is not None
    assert str(place) in {one.text() for one in story.findChildren(type(story._place))}
    story.close()


def test_a_sample_is_a_copy(qtbot: QtBot, window: MainWindow, home: Path) -> None:
    window.begin(None)
    window.start.sample_asked.emit()
    view = shown(qtbot, window)
    assert home in view.desk.place.parents


def test_a_new_plan_is_made_and_opened(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    from ui.start.new_plan import NewPlanDialog

    window.begin(None)
    _answers(window).to_save = tmp_path / "ny.nvplan"
    window.actions_table["file.new"].trigger()
    dialog = window.findChild(NewPlanDialog)
    assert dialog is not None
    assert dialog.title.text().startswith("Handlingsplan ")
    dialog.go_on.click()
    view = shown(qtbot, window)
    assert view.desk.place == tmp_path / "ny.nvplan"
    assert view.desk.rows["action"] == {}


def test_a_new_plan_never_takes_an_old_ones_place(
    qtbot: QtBot, window: MainWindow, place: Path
) -> None:
    from ui.start.new_plan import NewPlanDialog

    _answers(window).to_save = place
    window.actions_table["file.new"].trigger()
    dialog = window.findChild(NewPlanDialog)
    assert dialog is not None
    dialog.go_on.click()
    qtbot.waitUntil(lambda: "finns redan" in dialog.problem.text(), timeout=20_000)
    dialog.reject()


def test_dialogs_of_the_frame_open_and_close(
    qtbot: QtBot, window: MainWindow, opened: PlanView
) -> None:
    from PySide6.QtWidgets import QDialog

    commands = ("app.settings", "app.about", "file.backups", "row.history")
    for command in commands:
        window.actions_table[command].trigger()
        dialogs = [one for one in window.findChildren(QDialog) if one.isVisible()]
        assert len(dialogs) == 1, command
        dialogs[0].reject()
        qtbot.waitUntil(lambda one=dialogs[0]: not one.isVisible())  # type: ignore[misc]


def test_what_a_removal_told_goes_when_it_is_undone(
    qtbot: QtBot, window: MainWindow, opened: PlanView
) -> None:
    opened.page.sheet.view.step(1)
    window.actions_table["row.remove"].trigger()
    qtbot.waitUntil(lambda: "borttagen" in messages(window), timeout=20_000)
    with qtbot.waitSignal(opened.desk.changed, timeout=20_000):
        window.actions_table["edit.undo"].trigger()
    assert "borttagen" not in messages(window)

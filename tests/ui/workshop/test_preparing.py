"""A workshop being prepared: keys in the agenda, and its facts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from nvworkshop.session import workshops
from nvworkshop.session.sessions import open_plan
from nvworkshop.session.surroundings import Surroundings
from nvworkshop.workshop.steps import named
from tests.ui.workshop.preparing_fixtures import (
    PLANNED,
    WAIT,
    agenda_of,
    coming,
    made,
    opened,
    workshop_of,
)
from ui.checks import clipped, rich_text, unnamed
from ui.desk import Desk
from ui.settings import Settings
from ui.theme.theme import Theme
from ui.workshop.agenda_model import Column
from ui.workshop.preparing import PreparingView

Key = Qt.Key


@pytest.fixture
def workshop(tmp_path: Path) -> str:
    return made(tmp_path / "plan.nvplan", PLANNED)[0]


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, workshop: str) -> Iterator[Desk]:
    with opened(qtbot, tmp_path / "plan.nvplan") as desk:
        yield desk


@pytest.fixture
def view(desk: Desk, theme: Theme, workshop: str) -> Iterator[PreparingView]:
    with _shown(desk, theme, workshop) as view:
        yield view


@contextmanager
def _shown(desk: Desk, theme: Theme, workshop: str) -> Iterator[PreparingView]:
    view = PreparingView(desk, theme)
    view.resize(1280, 670)
    view.show_workshop(workshop)
    view.show()
    view.activateWindow()
    view.focus()
    yield view
    view.hide()
    view.deleteLater()


def _key(view: PreparingView, key: Key, with_: Qt.KeyboardModifier | None = None) -> None:
    QTest.keyClick(view.panel.table, key, with_ or Qt.KeyboardModifier.NoModifier)


def _editor(qtbot: QtBot) -> QLineEdit:
    """Return the line that a cell is written in, when it has the keys."""
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit), timeout=WAIT)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    return editor


def _until(qtbot: QtBot, true: Callable[[], object]) -> None:
    qtbot.waitUntil(lambda: bool(true()), timeout=WAIT)


def test_plus_pressed_fast_counts_every_time(
    qtbot: QtBot, view: PreparingView, desk: Desk, workshop: str
) -> None:
    QTest.keyClicks(view.panel.table, "++++-")
    _until(qtbot, lambda: agenda_of(desk, workshop)[0].minutes == 25)
    assert view.panel.total.text() == "3 h 15 min, slutar 16.15"
    desk.undo()
    _until(qtbot, lambda: agenda_of(desk, workshop)[0].minutes == 30)


def test_figures_are_typed_as_minutes_from_any_column(
    qtbot: QtBot, view: PreparingView, desk: Desk, workshop: str
) -> None:
    view.panel.table.choose("welcome", Column.TITLE)
    QTest.keyClicks(view.panel.table, "4")
    editor = _editor(qtbot)
    QTest.keyClicks(editor, "5")
    QTest.keyClick(editor, Key.Key_Return)
    _until(qtbot, lambda: agenda_of(desk, workshop)[0].minutes == 45)


def test_space_skips_and_alt_down_moves(
    qtbot: QtBot, view: PreparingView, desk: Desk, workshop: str
) -> None:
    _key(view, Key.Key_Space)
    _until(qtbot, lambda: agenda_of(desk, workshop)[0].skipped)
    assert view.panel.total.text() == "2 h 50 min, slutar 15.50"
    _key(view, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    _until(qtbot, lambda: agenda_of(desk, workshop)[1].id == "welcome")
    qtbot.waitUntil(lambda: view.panel.table.steps.agenda[1].id == "welcome")
    assert view.panel.table.chosen == "welcome"


def test_a_step_of_ones_own_is_added_named_and_taken_away(
    qtbot: QtBot, view: PreparingView, desk: Desk, workshop: str
) -> None:
    _key(view, Key.Key_Insert)
    editor = _editor(qtbot)
    QTest.keyClicks(editor, "Film")
    QTest.keyClick(editor, Key.Key_Return)
    _until(qtbot, lambda: agenda_of(desk, workshop)[1].title == "Film")
    _key(view, Key.Key_Delete)
    _until(qtbot, lambda: named(agenda_of(desk, workshop), "free-1") is None)


def test_delete_only_skips_what_belongs_to_the_method(
    qtbot: QtBot, view: PreparingView, desk: Desk, workshop: str
) -> None:
    _key(view, Key.Key_Delete)
    _until(qtbot, lambda: agenda_of(desk, workshop)[0].skipped)


def test_what_is_written_in_a_cell_is_kept_when_one_goes_elsewhere(
    qtbot: QtBot, view: PreparingView, desk: Desk, workshop: str
) -> None:
    view.panel.table.choose("welcome", Column.QUESTION)
    _key(view, Key.Key_Return)
    QTest.keyClicks(_editor(qtbot), "Vad vill vi?")
    view.keep()
    _until(qtbot, lambda: agenda_of(desk, workshop)[0].question == "Vad vill vi?")


NUMBERED = "Om 19811218-9876?"


def _begin_to_write(qtbot: QtBot, view: PreparingView) -> None:
    view.panel.table.choose("welcome", Column.QUESTION)
    _key(view, Key.Key_Return)
    QTest.keyClicks(_editor(qtbot), NUMBERED)


def _write_number(qtbot: QtBot, view: PreparingView) -> None:
    """Write a question with a personal number, and wait until it is asked about."""
    _begin_to_write(qtbot, view)
    QTest.keyClick(_editor(qtbot), Key.Key_Return)
    qtbot.waitUntil(view.panel.held.isVisible, timeout=WAIT)
    qtbot.waitUntil(view.panel.table.hasFocus, timeout=WAIT)


def test_a_question_with_a_personal_number_stays_in_its_cell_and_says_why(
    qtbot: QtBot, view: PreparingView, desk: Desk, workshop: str
) -> None:
    _write_number(qtbot, view)
    assert "personnummer" in view.panel.held.said.text()
    cell = view.panel.table.currentIndex()
    assert cell.data() == NUMBERED
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == f"{NUMBERED}, inte sparat"
    assert agenda_of(desk, workshop)[0].question == ""
    QTest.keyClicks(view.panel.table, "+")
    _until(qtbot, lambda: agenda_of(desk, workshop)[0].minutes == 15)
    qtbot.wait(1)
    assert cell.data() == NUMBERED  # whatever else is changed meanwhile


@pytest.mark.parametrize("by_key", [True, False])
def test_a_question_with_a_personal_number_is_kept_when_a_person_says_so(
    qtbot: QtBot, view: PreparingView, desk: Desk, workshop: str, *, by_key: bool
) -> None:
    _write_number(qtbot, view)
    assert view.panel.held.anyway.text() == "Spara ändå"
    if by_key:
        _key(view, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    else:
        view.panel.held.anyway.click()
    _until(qtbot, lambda: agenda_of(desk, workshop)[0].question == NUMBERED)
    _until(qtbot, view.panel.held.isHidden)


def test_a_held_question_is_written_anew_or_taken_away(
    qtbot: QtBot, view: PreparingView, desk: Desk, workshop: str
) -> None:
    _write_number(qtbot, view)
    _key(view, Key.Key_Return)
    editor = _editor(qtbot)
    assert editor.text() == NUMBERED
    editor.setText("Vad vill vi?")
    QTest.keyClick(editor, Key.Key_Return)
    _until(qtbot, lambda: agenda_of(desk, workshop)[0].question == "Vad vill vi?")
    _until(qtbot, view.panel.held.isHidden)
    _write_number(qtbot, view)
    view.panel.held.undo.click()
    assert view.panel.held.isHidden()
    assert view.panel.table.currentIndex().data() == "Vad vill vi?"


def test_a_held_question_waits_with_its_workshop(
    qtbot: QtBot, view: PreparingView, desk: Desk, workshop: str
) -> None:
    _write_number(qtbot, view)
    with qtbot.waitSignal(desk.changed, timeout=WAIT):
        desk.edit(lambda session: workshops.make(session, PLANNED))
    view.show_workshop(next(one for one in desk.rows["workshop"] if one != workshop))
    cell = view.panel.table.steps.index(0, Column.QUESTION)
    assert view.panel.held.isHidden()
    assert cell.data() != NUMBERED
    view.show_workshop(workshop)
    assert view.panel.held.isVisible()
    assert view.panel.table.steps.index(0, Column.QUESTION).data() == NUMBERED


@pytest.mark.parametrize(
    ("done", "left"), [("written", [NUMBERED]), ("taken back", []), ("being written", [NUMBERED])]
)
def test_a_question_that_is_not_kept_is_told_of_when_the_plan_is_opened_again(
    qtbot: QtBot, theme: Theme, tmp_path: Path, workshop: str, *, done: str, left: list[str]
) -> None:
    place = tmp_path / "plan.nvplan"
    with opened(qtbot, place) as desk, _shown(desk, theme, workshop) as view:
        if done == "being written":
            _begin_to_write(qtbot, view)
        else:
            _write_number(qtbot, view)
        if done == "taken back":
            view.panel.held.undo.click()
        view.keep()
    desk = Desk(place, Surroundings())
    with qtbot.waitSignal(desk.opened, timeout=WAIT) as told:
        desk.open()
    with qtbot.waitSignal(desk.closed, timeout=WAIT):
        desk.finish()
    assert [one.text for one in told.args[0].leftovers] == left


@pytest.mark.parametrize(
    ("size", "text"), [((1280, 670), 100), ((640, 320), 100), ((1280, 670), 200)]
)
def test_what_is_said_of_a_held_question_has_room(
    qtbot: QtBot, view: PreparingView, settings: Settings, size: tuple[int, int], text: int
) -> None:
    settings.put("look/text_size", text)
    view.resize(*size)
    _write_number(qtbot, view)
    QApplication.processEvents()
    assert clipped(view) + rich_text(view) + unnamed(view) == []


@pytest.mark.parametrize("name", ["place", "functions"])
def test_a_fact_with_a_personal_number_is_kept_when_a_person_says_so(
    qtbot: QtBot, view: PreparingView, desk: Desk, workshop: str, name: str
) -> None:
    block = view.form.blocks[name]
    field = block.field
    field.setFocus()
    QTest.keyClick(field, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, "hos 19811218-9876")
    view.focus()
    qtbot.waitUntil(block.anyway.isVisible, timeout=WAIT)
    field.setFocus()
    QTest.keyClick(field, Key.Key_Tab)  # on to the button, which is not taken away
    assert block.anyway.hasFocus()
    QTest.keyClick(block.anyway, Key.Key_Space)
    if name == "place":
        _until(qtbot, lambda: workshop_of(desk, workshop).text("place") == "hos 19811218-9876")
    else:
        _until(qtbot, lambda: len(desk.rows["participant"]) == 1)
    _until(qtbot, block.anyway.isHidden)
    assert not block.wrong


def test_a_fact_is_kept_when_it_is_left(
    qtbot: QtBot, view: PreparingView, desk: Desk, workshop: str
) -> None:
    line = view.form.lines["starts"]
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "kl 9")
    QTest.keyClick(line, Key.Key_Tab)
    _until(qtbot, lambda: workshop_of(desk, workshop).text("starts") == "09.00")
    _until(qtbot, lambda: view.panel.total.text() == "3 h, slutar 12.00")


@pytest.mark.parametrize(("name", "typed"), [("date", "snart nog"), ("starts", "efter lunch")])
def test_what_can_not_be_read_stays_with_a_sentence(
    view: PreparingView, desk: Desk, workshop: str, name: str, typed: str
) -> None:
    line = view.form.lines[name]
    line.setFocus()
    line.setText(typed)
    QTest.keyClick(line, Key.Key_Tab)
    assert view.form.blocks[name].problem.text()
    view.refresh()
    assert line.text() == typed
    assert workshop_of(desk, workshop).text(name) in ("2027-05-14", "13.00")


def test_who_comes_is_written_a_line_each(
    qtbot: QtBot, view: PreparingView, desk: Desk, tmp_path: Path
) -> None:
    view.form.functions.setFocus()
    QTest.keyClicks(view.form.functions, "rektor, Haparanda")
    QTest.keyClick(view.form.functions, Key.Key_Return)
    QTest.keyClicks(view.form.functions, "tolk, Cirkusen")
    view.focus()
    _until(qtbot, lambda: len(desk.rows["participant"]) == 2)
    assert "Cirkusen" in view.form.blocks["functions"].problem.text()
    _until(qtbot, lambda: not desk.save_state.waiting)
    session = open_plan(tmp_path / "plan.nvplan")
    assert sorted(coming(session)) == [("rektor", "2583"), ("tolk, Cirkusen", "")]
    session.close()


def test_another_template_is_undone_in_one_step(
    qtbot: QtBot, view: PreparingView, desk: Desk, workshop: str
) -> None:
    before = agenda_of(desk, workshop)
    menu = view.panel.changing[0].menu()
    next(one for one in menu.actions() if "30 minuter" in one.text()).trigger()
    _until(qtbot, lambda: agenda_of(desk, workshop) != before)
    desk.undo()
    _until(qtbot, lambda: agenda_of(desk, workshop) == before)


def test_a_workshop_that_is_removed_elsewhere_is_left(
    qtbot: QtBot, view: PreparingView, desk: Desk, workshop: str
) -> None:
    with qtbot.waitSignal(view.closed, timeout=WAIT):
        desk.edit(lambda session: session.remove(workshop))


def test_a_plan_that_is_only_read_is_shown_and_not_changed(
    view: PreparingView, desk: Desk, workshop: str
) -> None:
    before = agenda_of(desk, workshop)
    desk.read_only = "En annan har den öppen."
    view.refresh()
    QTest.keyClicks(view.panel.table, "+ ")
    _key(view, Key.Key_Delete)
    desk.read_only = ""
    assert agenda_of(desk, workshop) == before
    assert view.head.lead.isHidden()
    assert view.form.lines["date"].isReadOnly()
    assert not view.form.invited.isEnabled()


def test_papers_and_leading_are_asked_for(qtbot: QtBot, view: PreparingView, workshop: str) -> None:
    asked: list[str] = []
    view.paper_asked.connect(asked.append)
    for action in view.head.paper.menu().actions()[:4]:
        action.trigger()
    assert asked == ["agenda", "worksheets", "cards", "votes"]
    with qtbot.waitSignals([view.cards_asked, view.lead_asked]):
        view.head.cards.trigger()
        view.head.lead.click()


@pytest.mark.parametrize(("wide", "high"), [(1280, 670), (1920, 1030), (640, 320)])
def test_everything_has_room_and_a_name(view: PreparingView, wide: int, high: int) -> None:
    view.resize(wide, high)
    QApplication.processEvents()
    assert clipped(view) + rich_text(view) + unnamed(view) == []
    parts = [part for part, _ in view.parts()]
    assert len(parts) == (1 if wide < 900 else 2)


def test_who_comes_stays_in_the_order_it_was_written(
    qtbot: QtBot, view: PreparingView, desk: Desk
) -> None:
    written = [f"enhetschef {letter}, Haparanda" for letter in "dacbhgfe"]
    view.form.functions.setPlainText("\n".join(written))
    view.form.functions.setFocus()
    view.keep()
    _until(qtbot, lambda: len(desk.rows["participant"]) == len(written))
    view.refresh()
    assert view.form.functions.toPlainText().splitlines() == written

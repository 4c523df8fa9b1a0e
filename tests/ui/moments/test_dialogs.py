"""Two points compared, and a plan read as it was."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from nvworkshop.session.moments import NOW, At, Moment
from nvworkshop.session.sessions import create
from nvworkshop.session.surroundings import Surroundings
from nvworkshop.session.versions import freeze
from ui.checks import clipped, rich_text, unnamed
from ui.desk import Desk
from ui.moments.compare_dialog import CompareDialog
from ui.moments.plan_dialog import PlanDialog
from ui.theme.theme import Theme

WAIT = 20_000
Wait = Callable[[Callable[[], object]], None]


@pytest.fixture
def until(qtbot: QtBot) -> Wait:
    return lambda true: qtbot.waitUntil(lambda: bool(true()), timeout=WAIT)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, until: Wait) -> Iterator[Desk]:
    """A plan with a version 1.0 and a change since."""
    place = tmp_path / "plan.nvplan"
    session = create(place, county_part="sodra")
    session.add("action", {"title": "Mobilt team", "goal": "Trygg hemma"}, entity="a1")
    session.add("idea", {"title": "Något annat"})
    freeze(session, "1.0", state="adopted")
    session.set("a1", {"goal": "Nytt"})
    session.publish()
    session.close()
    desk = Desk(place, Surroundings())
    desk.open()
    until(lambda: desk.plan is not None)
    yield desk
    with qtbot.waitSignal(desk.closed, timeout=WAIT):
        desk.finish()
    desk.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def shown(dialog: QDialog) -> None:
    dialog.show()
    dialog.activateWindow()


def test_the_newest_version_is_compared_with_now(desk: Desk, theme: Theme, until: Wait) -> None:
    dialog = CompareDialog(desk, theme)
    shown(dialog)
    until(dialog.differences.model.rowCount)
    assert dialog.first.currentText().startswith("Version 1.0 · Fastställd")
    assert dialog.second.value == NOW
    assert "1 åtgärd ändrad" in dialog.differences.sentence.text()
    assert clipped(dialog) == rich_text(dialog) == unnamed(dialog) == []
    dialog.close()


def test_a_date_is_typed_and_a_fault_is_said_beneath(desk: Desk, theme: Theme, until: Wait) -> None:
    dialog = CompareDialog(desk, theme)
    shown(dialog)
    until(dialog.differences.model.rowCount)
    dialog.first.line.setText("i framtiden")
    dialog.first.line.editingFinished.emit()
    until(lambda: dialog.blocks[0].wrong)
    dialog.first.line.setText("2020-01-01")
    dialog.first.line.editingFinished.emit()
    until(lambda: "2020-01-01 → Nu" in dialog.differences.sentence.text())
    assert not dialog.blocks[0].wrong
    assert dialog.note.isVisible()
    dialog.close()


def test_the_two_change_places(desk: Desk, theme: Theme, until: Wait) -> None:
    dialog = CompareDialog(desk, theme)
    shown(dialog)
    until(dialog.differences.model.rowCount)
    dialog.turn.click()
    until(lambda: dialog.differences.sentence.text().startswith("Nu →"))
    dialog.close()


def test_it_is_compared_again_when_the_plan_changes(desk: Desk, theme: Theme, until: Wait) -> None:
    dialog = CompareDialog(desk, theme)
    shown(dialog)
    until(dialog.differences.model.rowCount)
    desk.edit(lambda session: session.add("action", {"title": "Ny"}))
    until(lambda: "1 ny" in dialog.differences.sentence.text())
    desk.undo()
    until(lambda: "1 ny" not in dialog.differences.sentence.text())
    dialog.close()


def test_nothing_can_be_ticked_here(desk: Desk, theme: Theme, until: Wait) -> None:
    from PySide6.QtCore import Qt

    dialog = CompareDialog(desk, theme)
    shown(dialog)
    until(dialog.differences.model.rowCount)
    index = dialog.differences.model.index(0, 0)
    assert index.data(Qt.ItemDataRole.CheckStateRole) is None
    dialog.close()


def test_a_plan_is_read_and_searched_as_it_was(desk: Desk, theme: Theme, until: Wait) -> None:
    found: list[str] = []
    desk.ask(lambda view: view.things("version")[0].id, found.append)
    until(lambda: found)
    dialog = PlanDialog(Moment(At.VERSION, entity=found[0]), desk, theme)
    shown(dialog)
    until(dialog.model.rowCount)
    assert dialog.heading.text().startswith("Version 1.0")
    assert "Trygg hemma" in dialog.text.toPlainText()
    dialog.search.setText("något")
    until(lambda: dialog.model.rowCount() == 1)
    dialog.search.setText("blockflöjt")
    until(dialog.state.isVisible)
    dialog.search.clear()
    until(lambda: dialog.model.rowCount() == 3)
    assert clipped(dialog) == rich_text(dialog) == unnamed(dialog) == []
    dialog.close()

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.backups.conftest import PATIENCE, EditNow, first_action
from ui.backups.function_offer import FunctionOffer
from ui.backups.history import HistoryDialog
from ui.backups.history_model import Column
from ui.desk import Desk
from ui.dialogs.settings import SettingsDialog
from ui.settings import Settings
from ui.theme.theme import Theme

Opens = Callable[[str], HistoryDialog]


@pytest.fixture
def opens(qtbot: QtBot, desk: Desk, theme: Theme) -> Iterator[Opens]:
    shown: list[HistoryDialog] = []

    def show(entity: str) -> HistoryDialog:
        dialog = HistoryDialog(desk, theme, entity)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(dialog)
        shown.append(dialog)
        dialog.show()
        return dialog

    yield show
    for dialog in shown:
        if dialog.isVisible():
            dialog.close()


def wait(qtbot: QtBot, until: Callable[[], object]) -> None:
    qtbot.waitUntil(lambda: bool(until()), timeout=PATIENCE)


def test_the_newest_change_of_a_row_comes_first(
    qtbot: QtBot, desk: Desk, edit: EditNow, opens: Opens
) -> None:
    entity = first_action(desk)
    edit(lambda session: session.set(entity, {"goal": "<b>Nytt</b>"}))
    dialog = opens(entity)
    wait(qtbot, dialog.model.rowCount)
    assert dialog.model.index(0, Column.AFTER).data() == "<b>Nytt</b>"
    assert dialog.table.isColumnHidden(Column.WHAT)
    assert dialog.about.text().startswith("Åtgärd 1: ")
    assert dialog.texts.after.toPlainText() == "<b>Nytt</b>"
    assert dialog.count.text() == f"{dialog.model.rowCount()} ändringar"


def test_the_whole_plan_has_a_history_too(
    qtbot: QtBot, desk: Desk, edit: EditNow, opens: Opens
) -> None:
    first, second = list(desk.rows["action"])[:2]
    edit(lambda session: session.set_many({one: {"goal": "Nytt"} for one in (first, second)}))
    dialog = opens("")
    wait(qtbot, dialog.model.rowCount)
    titles = {dialog.model.index(row, Column.WHAT).data()[:8] for row in (0, 1)}
    assert titles == {"Åtgärd 1", "Åtgärd 2"}
    assert not dialog.about.isVisible()


def test_it_is_searched_as_one_types(qtbot: QtBot, desk: Desk, edit: EditNow, opens: Opens) -> None:
    edit(lambda session: session.set(first_action(desk), {"goal": "Obegripligt mål"}))
    dialog = opens("")
    wait(qtbot, dialog.model.rowCount)
    qtbot.keyClicks(dialog.search, "obegripligt")  # type: ignore[no-untyped-call]
    wait(qtbot, lambda: dialog.model.rowCount() == 1)
    assert dialog.count.text().startswith("1 av ")
    qtbot.keyClicks(dialog.search, "xyz")  # type: ignore[no-untyped-call]
    wait(qtbot, lambda: dialog.state.title.text() == "Inget hittades")
    dialog.search.clear()
    wait(qtbot, lambda: dialog.model.rowCount() > 1)


def test_what_changes_meanwhile_is_there(
    qtbot: QtBot, desk: Desk, edit: EditNow, opens: Opens
) -> None:
    entity = first_action(desk)
    dialog = opens(entity)
    wait(qtbot, dialog.model.rowCount)
    edit(lambda session: session.set(entity, {"goal": "Nytt"}))
    wait(qtbot, lambda: dialog.model.index(0, Column.AFTER).data() == "Nytt")


def test_older_changes_are_shown_when_asked_for(qtbot: QtBot, desk: Desk, opens: Opens) -> None:
    dialog = opens("")
    dialog._newest = 5
    dialog._read()
    wait(qtbot, lambda: dialog.model.rowCount() == 5)
    assert dialog.count.text().startswith("de senaste 5 av ")
    assert dialog.more.isVisible()
    dialog.more.click()
    wait(qtbot, lambda: dialog.model.rowCount() > 100)
    assert not dialog.more.isVisible()


def test_a_thing_that_is_not_there_is_a_sentence(qtbot: QtBot, opens: Opens) -> None:
    dialog = opens("finns inte")
    wait(qtbot, lambda: "finns inget med id" in dialog.state.title.text())


def test_closing_while_it_reads_is_no_trouble(
    qtbot: QtBot, desk: Desk, edit: EditNow, opens: Opens
) -> None:
    dialog = opens("")
    dialog.close()
    edit(lambda session: session.set(first_action(desk), {"goal": "Nytt"}))
    assert dialog.model.rowCount() == 0


def test_a_dialog_that_is_gone_is_told_nothing(
    qtbot: QtBot, desk: Desk, theme: Theme, edit: EditNow
) -> None:
    dialog = HistoryDialog(desk, theme)
    dialog.show()
    with qtbot.waitSignal(dialog.destroyed, timeout=PATIENCE):
        dialog.close()
    edit(lambda session: session.set(first_action(desk), {"goal": "Nytt"}))


def _offer(dialog: HistoryDialog) -> FunctionOffer:
    found = dialog.findChild(FunctionOffer)
    assert found is not None
    return found


def test_the_function_is_asked_for_quietly_until_it_is_written(
    qtbot: QtBot, opens: Opens, settings: Settings
) -> None:
    dialog = opens("")
    offer = _offer(dialog)
    assert offer.isVisible()
    offer.write.click()
    asked = dialog.findChild(SettingsDialog)
    assert asked is not None
    asked.function.setText("processledare Piteå")
    asked.close()
    assert settings.function == "processledare Piteå"
    assert not offer.isVisible()
    assert not _offer(opens("")).isVisible()


def test_who_closes_the_offer_never_sees_it_again(qtbot: QtBot, opens: Opens) -> None:
    _offer(opens("")).close_button.click()
    assert not _offer(opens("")).isVisible()

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from nvworkshop.session import keeping
from nvworkshop.session.keeping import Kept
from nvworkshop.session.sessions import open_plan
from tests.ui.backups.conftest import PATIENCE, EditNow, first_action
from ui.backups.dialog import BackupsDialog
from ui.desk import Desk
from ui.settings import Settings
from ui.theme.theme import Theme

CHECK = Qt.ItemDataRole.CheckStateRole
Opens = Callable[[], BackupsDialog]


@pytest.fixture
def places(tmp_path: Path) -> list[Path | None]:
    """Return what the file dialog answers, one after another."""
    return [tmp_path / "kopia.nvplan"]


@pytest.fixture
def opens(qtbot: QtBot, desk: Desk, theme: Theme, places: list[Path | None]) -> Iterator[Opens]:
    shown: list[BackupsDialog] = []

    def ask(_parent: QWidget, _heading: str, _name: str) -> Path | None:
        return places.pop(0)

    def show() -> BackupsDialog:
        dialog = BackupsDialog(desk, theme, ask_place=ask)
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


def rows(dialog: BackupsDialog) -> list[str]:
    model = dialog.differences.model
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def said(dialog: BackupsDialog) -> str:
    return dialog.differences.state.title.text()


def test_without_backups_it_says_what_to_do(qtbot: QtBot, opens: Opens) -> None:
    dialog = opens()
    wait(qtbot, lambda: said(dialog) == "Inga säkerhetskopior än")
    assert not dialog.restore_all.isEnabled()
    assert not dialog.export.isEnabled()
    dialog.keep.click()
    wait(qtbot, lambda: said(dialog) == "Inget skiljer")
    assert dialog.model.index(0).data().startswith("idag")
    assert "är gjord" in dialog.messages.texts[0]


def test_a_backup_made_meanwhile_is_listed(qtbot: QtBot, desk: Desk, opens: Opens) -> None:
    dialog = opens()
    wait(qtbot, lambda: said(dialog) == "Inga säkerhetskopior än")
    desk.ask(lambda view: keeping.copied(view).keep(), lambda _: None)
    desk.publish()
    wait(qtbot, lambda: dialog.model.rowCount() == 1)


def test_the_newest_backup_is_compared_at_once(
    qtbot: QtBot, desk: Desk, edit: EditNow, backup: Kept, opens: Opens
) -> None:
    entity = first_action(desk)
    title = desk.rows["action"][entity].texts["title"]
    edit(lambda session: session.set(entity, {"goal": "<b>Nytt</b>"}))
    dialog = opens()
    wait(qtbot, lambda: rows(dialog) == [f"Åtgärd 1: {title}"])
    view = dialog.differences
    assert view.sentence.text().endswith(": 1 åtgärd ändrad")
    view.tree.setCurrentIndex(view.model.index(0, 0, view.model.index(0, 0)))
    assert view.texts.after.toPlainText() == "<b>Nytt</b>"


def test_everything_is_restored_and_can_be_undone(
    qtbot: QtBot, desk: Desk, edit: EditNow, backup: Kept, opens: Opens
) -> None:
    entity = first_action(desk)
    before = desk.rows["action"][entity]
    edit(lambda session: session.set(entity, {"goal": "Nytt"}))
    dialog = opens()
    wait(qtbot, dialog.restore_all.isEnabled)
    dialog.restore_all.click()
    wait(qtbot, lambda: said(dialog) == "Inget skiljer")
    assert desk.rows["action"][entity].texts == before.texts
    assert "Planen är återställd" in dialog.messages.texts[0]
    assert dialog.model.index(0).data(Qt.ItemDataRole.UserRole + 1).startswith("före återställning")
    desk.undo()
    wait(qtbot, lambda: len(rows(dialog)) == 1)
    assert desk.rows["action"][entity].texts["goal"] == "Nytt"


def test_only_what_is_ticked_is_restored(
    qtbot: QtBot, desk: Desk, edit: EditNow, backup: Kept, opens: Opens
) -> None:
    first, second = list(desk.rows["action"])[:2]
    edit(lambda session: session.set_many({one: {"goal": "Nytt"} for one in (first, second)}))
    dialog = opens()
    wait(qtbot, lambda: len(rows(dialog)) == 2)
    assert not dialog.restore_some.isEnabled()
    tree = dialog.differences.tree
    tree.setFocus()
    tree.setCurrentIndex(dialog.differences.model.index(0, 0))
    qtbot.keyClick(tree, Qt.Key.Key_Space)  # type: ignore[no-untyped-call]
    assert dialog.restore_some.text() == "Återställ valda (1)"
    dialog.restore_some.click()
    wait(qtbot, lambda: len(rows(dialog)) == 1)
    assert desk.rows["action"][first].texts.get("goal") != "Nytt"
    assert desk.rows["action"][second].texts["goal"] == "Nytt"


def test_a_click_on_the_box_ticks(
    qtbot: QtBot, desk: Desk, edit: EditNow, backup: Kept, opens: Opens
) -> None:
    entity = first_action(desk)
    edit(lambda session: session.set(entity, {"goal": "Nytt"}))
    dialog = opens()
    wait(qtbot, lambda: rows(dialog))
    tree = dialog.differences.tree
    where = tree.visualRect(dialog.differences.model.index(0, 0))
    spot = where.center()
    spot.setX(where.left() + dialog.theme.px(10))
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=spot)  # type: ignore[no-untyped-call]
    assert dialog.differences.model.chosen == {("action", entity)}


def test_what_changes_meanwhile_is_compared_again(
    qtbot: QtBot, desk: Desk, edit: EditNow, backup: Kept, opens: Opens
) -> None:
    dialog = opens()
    wait(qtbot, lambda: said(dialog) == "Inget skiljer")
    edit(lambda session: session.set(first_action(desk), {"goal": "Nytt"}))
    wait(qtbot, lambda: len(rows(dialog)) == 1)


def test_a_damaged_backup_is_a_sentence_and_the_others_go_on(
    qtbot: QtBot, desk: Desk, edit: EditNow, backup: Kept, opens: Opens
) -> None:
    edit(lambda session: session.set(first_action(desk), {"goal": "Nytt"}))
    sound = backup.place.with_name("20200101T000000000000Z-merge.nvplan")
    sound.write_bytes(backup.place.read_bytes())
    backup.place.write_bytes(backup.place.read_bytes()[:9_000])
    dialog = opens()
    wait(qtbot, lambda: "skadad" in said(dialog))
    assert not dialog.restore_all.isEnabled()
    assert dialog.export.isEnabled()
    dialog.list.setCurrentIndex(dialog.model.index(1))
    wait(qtbot, lambda: len(rows(dialog)) == 1)


def test_a_backup_is_saved_as_a_file(
    qtbot: QtBot, desk: Desk, backup: Kept, opens: Opens, tmp_path: Path
) -> None:
    dialog = opens()
    wait(qtbot, dialog.export.isEnabled)
    with qtbot.waitSignal(dialog.back.exported, timeout=PATIENCE):
        dialog.export.click()
    assert "kopia.nvplan" in dialog.messages.texts[0]
    again = open_plan(tmp_path / "kopia.nvplan")
    assert {one.id for one in again.things("action")} == set(desk.rows["action"])
    again.close()


def test_saving_can_be_called_off_and_never_replaces(
    qtbot: QtBot, backup: Kept, opens: Opens, places: list[Path | None], tmp_path: Path
) -> None:
    places[:] = [None, tmp_path / "södra.nvplan"]
    dialog = opens()
    wait(qtbot, dialog.export.isEnabled)
    dialog.export.click()
    assert dialog.messages.texts == []
    dialog.export.click()
    wait(qtbot, lambda: dialog.messages.texts)
    assert "finns redan" in dialog.messages.texts[0]


def test_a_plan_that_is_only_read_is_not_restored(
    qtbot: QtBot, desk: Desk, edit: EditNow, backup: Kept, opens: Opens
) -> None:
    edit(lambda session: session.set(first_action(desk), {"goal": "Nytt"}))
    desk.read_only = "Planen är öppen i ett annat fönster."
    dialog = opens()
    wait(qtbot, lambda: rows(dialog))
    assert not dialog.restore_all.isEnabled()
    desk.read_only = ""


def test_closing_while_it_reads_is_no_trouble(
    qtbot: QtBot, desk: Desk, edit: EditNow, backup: Kept, opens: Opens
) -> None:
    dialog = opens()
    wait(qtbot, lambda: dialog.model.rowCount() == 1)
    dialog.close()
    edit(lambda session: session.set(first_action(desk), {"goal": "Nytt"}))
    assert rows(dialog) == []


@pytest.mark.parametrize("size", [100, 200])
def test_no_button_is_cut(
    qtbot: QtBot, settings: Settings, backup: Kept, opens: Opens, size: int
) -> None:
    settings.put("look/text_size", size)
    dialog = opens()
    dialog.resize(1232, 672)
    wait(qtbot, lambda: said(dialog) == "Inget skiljer")
    for button in (dialog.restore_all, dialog.restore_some, dialog.export, dialog.keep):
        assert button.width() >= button.sizeHint().width()
        assert dialog.rect().contains(button.mapTo(dialog, button.rect().center()))


def test_everything_the_keys_reach_has_a_name(
    qtbot: QtBot, desk: Desk, edit: EditNow, backup: Kept, opens: Opens
) -> None:
    edit(lambda session: session.set(first_action(desk), {"goal": "Nytt"}))
    dialog = opens()
    wait(qtbot, lambda: rows(dialog))
    reached = [
        one
        for one in dialog.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisible()
    ]
    assert dialog.list in reached
    assert dialog.differences.tree in reached
    assert all(one.accessibleName() or getattr(one, "text", str)() for one in reached)


def test_a_dialog_that_is_gone_is_told_nothing(
    qtbot: QtBot, desk: Desk, theme: Theme, edit: EditNow, backup: Kept
) -> None:
    dialog = BackupsDialog(desk, theme)
    dialog.show()
    wait(qtbot, lambda: dialog.model.rowCount() == 1)
    with qtbot.waitSignal(dialog.destroyed, timeout=PATIENCE):
        dialog.close()
    edit(lambda session: session.set(first_action(desk), {"goal": "Nytt"}))

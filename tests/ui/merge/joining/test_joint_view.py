from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from nvworkshop.session.joining import join
from tests.ui.merge.joining.conftest import Shown
from ui.checks import clipped, rich_text, unnamed
from ui.merge.joint_view import JointView
from ui.theme.theme import Theme

Key = Qt.Key
Joints = Shown[JointView]


@pytest.fixture
def one(joint: Joints) -> Joints:
    """A joint action of two, chosen."""
    desk = joint.desk
    joint.changed(lambda: desk.edit(lambda s: join(s, ["s1", "n1"], title="Mät hemma")))
    joint.view.focus()
    return joint


def edit(joint: Joints, entity: str, **values: str) -> Callable[[], None]:
    return lambda: joint.desk.edit(lambda session: session.set(entity, values))


def originals(joint: Joints) -> list[str]:
    shown = joint.view.joint
    return [] if shown is None else [one.called for one in shown.originals]


def test_without_any_it_says_where_they_come_from(joint: Joints) -> None:
    assert "Möjliga dubbletter" in joint.view.empty.text.text()
    assert joint.counted == [0]


def test_it_says_how_many_and_whose(one: Joints) -> None:
    (line,) = one.view.list.model_.rows
    assert (line.head, line.text) == ("Mät hemma", "2 åtgärder · Norra, Södra")
    assert originals(one) == ["Norra 7", "Södra 1"]


def test_the_fields_stand_beside_each_other_with_the_words_that_differ(one: Joints) -> None:
    text = one.view.detail.comparison.toPlainText()
    assert "Mät hemma" in text
    assert "Hemmonitorering vid hjärtsvikt" in text
    assert "Norra 7" in text


def test_a_change_since_is_marked_until_it_is_read(one: Joints) -> None:
    one.changed(edit(one, "s1", goal="Färre resor"))
    assert one.view.list.model_.rows[0].word == "▲ ändrad"
    assert "Södra 1 har ändrats sedan: Mål" in one.view.detail.said.text()
    assert "ändrad sedan" in one.view.detail.comparison.toPlainText()
    one.changed(lambda: one.keys(Key.Key_M))
    assert one.view.list.model_.rows[0].word == ""
    assert "är läst" in one.told[-1]
    one.changed(one.desk.undo)
    assert one.view.list.model_.rows[0].word == "▲ ändrad"


def test_only_the_changed_ones_can_be_shown(one: Joints) -> None:
    one.changed(lambda: one.desk.edit(lambda s: join(s, ["s2", "o2"], title="Kurs")))
    one.changed(edit(one, "s1", goal="Färre resor"))
    one.view.only_changed.setChecked(True)
    assert [line.head for line in one.view.list.model_.rows] == ["Mät hemma"]


def test_it_is_found_by_what_its_originals_say(one: Joints) -> None:
    one.changed(lambda: one.desk.edit(lambda s: join(s, ["s2", "o2"], title="Kurs")))
    one.view.search.setText("östra")
    one.until(lambda: [line.head for line in one.view.list.model_.rows] == ["Kurs"])


def test_one_is_taken_out_and_comes_back_by_undo(one: Joints) -> None:
    one.keys(Key.Key_Right, Key.Key_Down)
    one.changed(lambda: one.keys(Key.Key_T))
    assert originals(one) == ["Norra 7"]
    assert "Den finns kvar" in one.told[-1]
    one.changed(one.desk.undo)
    assert originals(one) == ["Norra 7", "Södra 1"]


def test_taking_the_last_out_says_that_the_joint_action_goes(one: Joints) -> None:
    for _ in range(2):
        one.view.detail.originals.go_to(0)
        one.changed(one.view.detail.take_out)
    assert one.joints() == {}
    assert "togs bort" in one.told[-1]


def test_it_is_dissolved_in_one_step(one: Joints) -> None:
    one.changed(lambda: one.keys(Key.Key_D))
    assert one.joints() == {}
    assert set(one.desk.rows["action"]) >= {"s1", "n1"}
    one.changed(one.desk.undo)
    assert originals(one) == ["Norra 7", "Södra 1"]


def test_one_more_is_found_by_words_and_added_by_keys(one: Joints) -> None:
    one.keys(Key.Key_A)
    one.write("hjärtsvikt")
    one.changed(lambda: one.keys(Key.Key_Return))
    assert originals(one) == ["Norra 7", "Södra 1", "Östra 3"]
    assert not one.view.detail.adding.isHidden()
    assert one.view.detail.adding.list.model_.rows == []
    one.keys(Key.Key_Escape)
    assert one.view.detail.adding.isHidden()


def test_what_it_gathers_is_not_offered_and_what_others_gather_is_last(one: Joints) -> None:
    one.changed(lambda: one.desk.edit(lambda s: join(s, ["s2", "o2"], title="Kurs")))
    one.keys(Key.Key_A)
    lines = one.view.detail.adding.list.model_.rows
    assert [line.key for line in lines] == ["o1", "n2", "s2", "o2"]
    assert "ingår i ”Kurs”" in lines[-1].text


def test_enter_shows_it_in_the_plan_and_an_original_too(one: Joints) -> None:
    one.keys(Key.Key_Return)
    one.keys(Key.Key_Right, Key.Key_Return)
    assert [kind for kind, _ in one.asked] == ["joint_action", "action"]
    assert one.asked[1][1] == "n1"


def test_an_original_that_was_removed_is_told_and_taken_out(one: Joints) -> None:
    one.changed(lambda: one.desk.edit(lambda session: session.remove("n1")))
    assert "Norra 7 är borttagen ur sin plan" in one.view.detail.said.text()
    one.view.detail.originals.go_to(0)
    one.changed(one.view.detail.take_out)
    assert originals(one) == ["Södra 1"]


def test_the_keys_do_the_same_from_among_the_buttons(one: Joints) -> None:
    one.view.detail.open.setFocus()
    one.keys(Key.Key_A)
    assert not one.view.detail.adding.isHidden()
    one.keys(Key.Key_D, Key.Key_M)  # which are words here
    assert one.view.detail.adding.line.text() == "dm"
    one.keys(Key.Key_Escape)
    one.view.detail.split.setFocus()
    one.changed(lambda: one.keys(Key.Key_Return))
    assert one.joints() == {}


@pytest.mark.parametrize("size", [100, 200])
def test_everything_has_a_name_and_room(one: Joints, theme: Theme, size: int) -> None:
    theme.settings.put("look/text_size", size)
    one.view.resize(960, 620)
    one.keys(Key.Key_A)
    QApplication.processEvents()
    view = one.view
    assert clipped(view) + rich_text(view) + unnamed(view) == []

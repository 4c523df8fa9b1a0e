from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from nvworkshop.model.fields import Field
from nvworkshop.model.things import Thing
from tests.ui.editor.conftest import MakeRoom, Room
from ui.editor.common import common
from ui.editor.inputs.base import Mixed
from ui.editor.inputs.choices import ChoicesInput
from ui.editor.inputs.scale import SegmentInput

ENTER = Qt.Key.Key_Return
NUMBERS = (1, 2, 3, 4, 5)


def _all(room: Room, name: str) -> list[object]:
    return [room.thing(one)[name] for one in NUMBERS]


def test_the_same_value_is_shown_and_others_are_said_to_differ() -> None:
    field = Field("status", "Status", "Status")
    same = [Thing("action", "a", {"status": "x"}), Thing("action", "b", {"status": "x"})]
    assert common(field, same) == "x"
    assert isinstance(common(field, [*same, Thing("action", "c", {})]), Mixed)


def test_lists_are_counted_item_by_item() -> None:
    field = Field("contributors", "Medverkande", "Contributors", many=True)
    things = [
        Thing("action", "a", {"contributors": ["1", "2"]}),
        Thing("action", "b", {"contributors": ["2"]}),
    ]
    assert common(field, things) == Mixed((("1", 1), ("2", 2)), 2)


def test_different_values_are_said_in_the_field(room: Room) -> None:
    room.show(*NUMBERS)
    assert room.text("end").placeholderText() == "Olika värden"
    assert room.said("end") == ""


def test_a_choice_is_made_for_all_in_one_step(room: Room) -> None:
    room.show(*NUMBERS)
    room.press(room.write("status", "Klar"), ENTER)
    room.until(lambda: _all(room, "status") == ["done"] * 5)
    assert room.desk.undo_label == "Ändra Status för 5 åtgärder"
    room.until(lambda: room.said("status") == "Klar")
    room.desk.undo()
    room.until(lambda: len(set(map(str, _all(room, "status")))) > 1)


def test_a_time_is_set_for_all(room: Room) -> None:
    room.show(*NUMBERS)
    room.press(room.write("end", "Q3 2027"), ENTER)
    room.until(lambda: all(room.thing(one)["end"]["last"] == "2027-09-30" for one in NUMBERS))


def test_an_item_is_added_for_all_and_the_others_stay(room: Room) -> None:
    room.show(*NUMBERS)
    before = [room.thing(one).items("contributors") for one in NUMBERS]
    text = room.write("contributors", "Polisen")
    room.press(text, ENTER)
    room.until(lambda: all("polisen" in room.thing(one).items("contributors") for one in NUMBERS))
    for number, had in zip(NUMBERS, before, strict=True):
        assert set(had) <= set(room.thing(number).items("contributors"))


def test_an_item_some_have_is_given_to_all_or_taken_from_them(room: Room) -> None:
    room.show(*NUMBERS)
    shown = room.box("contributors").input
    assert isinstance(shown, ChoicesInput)
    chip = next(one for one in shown.box.chips if one.accessibleName().startswith("Region"))
    assert " av 5)" in chip.accessibleName()
    chip.click()
    room.until(lambda: "Region Norrbotten" in room.chips("contributors"))
    assert all("region" in room.thing(one).items("contributors") for one in NUMBERS)
    chip = next(one for one in shown.box.chips if one.accessibleName() == "Region Norrbotten")
    room.press(chip, Qt.Key.Key_Delete)
    room.until(lambda: "Region Norrbotten" not in room.chips("contributors"))


def test_a_scale_is_set_for_all(room: Room) -> None:
    room.show(*NUMBERS)
    shown = room.box("effort").input
    assert isinstance(shown, SegmentInput)
    room.click(shown.segments.buttons[3])
    room.until(lambda: _all(room, "effort") == [4] * 5)


def test_going_from_several_to_one_keeps_what_was_typed(room: Room) -> None:
    room.show(*NUMBERS)
    room.write("function", "verksamhetschef")
    room.show(6)
    room.until(lambda: _all(room, "function") == ["verksamhetschef"] * 5)


def test_a_conflict_among_several_is_told_before_it_is_decided(
    room_at: MakeRoom, merged: Path
) -> None:
    room = room_at(merged)
    room.show(*NUMBERS)
    assert "I konflikt i 1 av dem" in room.box("end").notes.text
    assert "konflikt" not in room.box("start").notes.text

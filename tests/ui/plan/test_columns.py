from __future__ import annotations

from nvworkshop.model.kinds import KINDS
from ui.plan.columns import chosen_columns, columns_of, first_columns


def test_every_declared_field_is_a_column() -> None:
    for kind in ("action", "joint_action"):
        assert list(columns_of(kind)) == [one.name for one in KINDS[kind].fields]


def test_the_columns_from_the_start_are_those_the_kind_has() -> None:
    assert [one.title for one in first_columns("action")] == [
        "Nr",
        "Åtgärd",
        "Ansvarig huvudman",
        "Klart",
        "Indikator",
        "Status",
    ]
    assert "number" not in [one.name for one in first_columns("joint_action")]


def test_names_this_program_lacks_and_repeated_ones_are_left_out() -> None:
    names = ["status", "nytt_fält", "title", "status"]
    assert [one.name for one in chosen_columns("action", names)] == ["status", "title"]


def test_lists_and_long_texts_are_not_written_in_place() -> None:
    columns = columns_of("action")
    in_place = {name for name, one in columns.items() if one.in_place}
    assert {"title", "principal", "function", "end", "start", "status", "target"} <= in_place
    assert not {"description", "prerequisites", "milestones", "ideas"} & in_place

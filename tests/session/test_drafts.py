"""Text in open fields that a crash leaves is set when the plan is next opened, or shown."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from nvworkshop import durable
from nvworkshop.errors import InputError, PlanFileError
from nvworkshop.session import drafts
from nvworkshop.session.live import LivePlan, Opened
from nvworkshop.session.sessions import open_plan
from tests.faults.whole import is_plain_swedish
from tests.session.desks import add, die, publish, the_files, titles, window


@pytest.fixture
def live(place: Path, home: Path) -> LivePlan:
    live = window(place, home)
    live.open()
    return live


def reopened(live: LivePlan, home: Path) -> tuple[LivePlan, Opened]:
    """Crash and open again."""
    die(live)
    again = window(live.place, home)
    return again, again.open()


def value(live: LivePlan, field: str) -> object:
    return live.view.thing("a1")[field]


def test_a_crash_leaves_the_text_in_its_field(live: LivePlan, home: Path) -> None:
    for text in ("M", "Mo", "Mobilt", "Mobilt team i hela södra"):
        live.draft("action", "a1", "title", text)
    live.draft("action", "a1", "goal", "Alla har ett")
    again, opened = reopened(live, home)
    assert opened.leftovers == ()
    assert opened.undo_label == "Text som inte hann sparas"
    assert any("står nu i 2 fält" in note for note in opened.notes)
    assert (value(again, "title"), value(again, "goal")) == (
        "Mobilt team i hela södra",
        "Alla har ett",
    )
    assert opened.rows["action"]["a1"].texts["goal"] == "Alla har ett"
    again.edit(lambda session: session.undo())
    assert (value(again, "title"), value(again, "goal")) == ("Mobilt team", None)
    again.close()


def test_what_is_set_is_no_draft_any_more(live: LivePlan, home: Path) -> None:
    live.draft("action", "a1", "title", "Nytt")
    live.edit(lambda session: session.set("a1", {"title": "Nytt"}))
    again, opened = reopened(live, home)
    assert (opened.leftovers, opened.undo_label) == ((), "")
    assert not the_files(home).drafts.exists()
    again.close()


def test_what_is_taken_back_is_forgotten(live: LivePlan, home: Path) -> None:
    live.draft("action", "a1", "title", "Ånej")
    live.draft("action", "a1", "title", None)
    live.draft("action", "a1", "title", None)
    again, opened = reopened(live, home)
    assert (value(again, "title"), opened.leftovers) == ("Mobilt team", ())
    again.close()


def test_an_emptied_field_is_emptied(live: LivePlan, home: Path) -> None:
    live.draft("action", "a1", "description", "")
    again, _ = reopened(live, home)
    assert value(again, "description") is None
    again.close()


def test_somebody_elses_value_is_not_written_over(live: LivePlan, home: Path) -> None:
    live.draft("action", "a1", "title", "Mitt")
    other = open_plan(live.place)
    other.set("a1", {"title": "Deras"})
    other.publish()
    again, opened = reopened(live, home)
    (left,) = opened.leftovers
    assert value(again, "title") == "Deras"
    assert (left.kind, left.entity, left.field, left.text) == ("action", "a1", "title", "Mitt")
    assert (left.label, left.title) == ("Åtgärd", "Mobilt team")
    again.close()


def test_a_value_that_came_while_typing_is_not_written_over(live: LivePlan, home: Path) -> None:
    live.draft("action", "a1", "title", "M")
    other = open_plan(live.place)
    other.set("a1", {"title": "Deras"})
    other.publish()
    publish(live)
    live.draft("action", "a1", "title", "Mitt")
    again, opened = reopened(live, home)
    assert value(again, "title") == "Deras"
    assert [one.text for one in opened.leftovers] == ["Mitt"]
    again.close()


def test_the_same_value_from_somebody_else_needs_nothing(live: LivePlan, home: Path) -> None:
    live.draft("action", "a1", "title", "Samma")
    other = open_plan(live.place)
    other.set("a1", {"title": "Samma"})
    other.publish()
    again, opened = reopened(live, home)
    assert opened.leftovers == ()
    again.close()


def test_a_conflict_is_not_decided_by_a_draft(live: LivePlan, home: Path) -> None:
    other = open_plan(live.place)
    other.set("a1", {"title": "Deras"})
    other.publish()
    live.edit(lambda session: session.set("a1", {"title": "Mitt"}))
    publish(live)
    live.draft("action", "a1", "title", "Mitt igen")
    again, opened = reopened(live, home)
    assert again.view.thing("a1").conflicts == {"title"}
    assert [one.text for one in opened.leftovers] == ["Mitt igen"]
    again.close()


@pytest.mark.parametrize(
    ("field", "text"), [("principal", "Ing"), ("effect", "12"), ("nosuch", "x"), ("shift", "R9")]
)
def test_what_cant_be_read_is_left_over(live: LivePlan, home: Path, field: str, text: str) -> None:
    live.draft("action", "a1", field, text)
    live.draft("action", "a1", "goal", "Går bra")
    again, opened = reopened(live, home)
    assert [(one.field, one.text) for one in opened.leftovers] == [(field, text)]
    assert value(again, "goal") == "Går bra"
    again.close()


def test_text_of_a_removed_thing_is_left_over(live: LivePlan, home: Path) -> None:
    live.draft("action", "a1", "goal", "Alla")
    live.edit(lambda session: session.remove("a1"))
    again, opened = reopened(live, home)
    (left,) = opened.leftovers
    assert (left.title, left.label, left.text) == ("Mobilt team", "Mål", "Alla")
    assert titles(again) == []
    again.close()


def test_leftovers_stay_until_they_are_dismissed(live: LivePlan, home: Path) -> None:
    live.draft("action", "a1", "shift", "R9")
    again, first = reopened(live, home)
    again.draft("action", "a1", "shift", "R8")
    again, second = reopened(again, home)
    assert [one.text for one in first.leftovers] == ["R9"]
    assert [one.text for one in second.leftovers] == ["R9", "R8"]
    again.dismiss_leftovers()
    again, third = reopened(again, home)
    assert third.leftovers == ()
    assert not the_files(home).drafts.exists()
    again.close()


def test_a_crash_between_setting_and_forgetting_sets_nothing_twice(
    live: LivePlan, home: Path
) -> None:
    live.draft("action", "a1", "title", "Nytt")
    kept = the_files(home).drafts.read_bytes()
    again, _ = reopened(live, home)
    count = again.session.store.count()
    die(again)
    the_files(home).drafts.write_bytes(kept)
    last = window(live.place, home)
    assert last.open().leftovers == ()
    assert last.session.store.count() == count
    last.close()


def test_dates_and_lists_are_read_as_typed(live: LivePlan, home: Path) -> None:
    live.draft("action", "a1", "end", "Q3 2027")
    live.draft("action", "a1", "contributors", "Piteå kommun, Älvsbyns kommun")
    again, opened = reopened(live, home)
    assert opened.leftovers == ()
    assert again.view.thing("a1")["end"]["last"] == "2027-09-30"
    assert len(again.view.thing("a1").items("contributors")) == 2
    again.close()


def test_a_draft_holds_no_value_that_may_be_erased(live: LivePlan, home: Path) -> None:
    live.edit(lambda session: session.set("a1", {"situation": "HEMLIGHETEN"}))
    live.draft("action", "a1", "situation", "Något annat")
    assert b"HEMLIGHETEN" not in the_files(home).drafts.read_bytes()
    die(live)


def test_too_much_text_is_refused(live: LivePlan, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafts, "MOST_TEXT", 10)
    monkeypatch.setattr(drafts, "MOST", 2)
    live.draft("action", "a1", "title", "x" * 10)
    live.draft("action", "a1", "goal", "x")
    with pytest.raises(InputError, match="för lång"):
        live.draft("action", "a1", "title", "x" * 11)
    with pytest.raises(InputError):
        live.draft("action", "a1", "risk", "x")
    live.draft("action", "a1", "goal", "y")
    live.close()


def test_a_disk_that_wont_take_it_gives_a_sentence(
    live: LivePlan, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "disk full")

    live.draft("action", "a1", "title", "Först")
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(durable, "write", full)
        with pytest.raises(PlanFileError) as told:
            live.draft("action", "a1", "title", "Sedan")
    assert is_plain_swedish(told.value.sentence)
    live.draft("action", "a1", "title", "Sedan")
    again, _ = reopened(live, home)
    assert value(again, "title") == "Sedan"
    again.close()


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b'{"open": [1]}', b'{"open": [], "left": [{"kind": 1}]}']
)
def test_a_damaged_file_of_drafts_is_put_aside(live: LivePlan, home: Path, data: bytes) -> None:
    live.close()
    the_files(home).drafts.write_bytes(data)
    again = window(live.place, home)
    assert again.open().leftovers == ()
    again.draft("action", "a1", "title", "Nytt")
    assert next((home / "work").glob("*.drafts.json.damaged")).read_bytes() == data
    again, _ = reopened(again, home)
    assert value(again, "title") == "Nytt"
    again.close()


def test_drafts_that_cant_be_set_now_are_shown_and_kept(
    live: LivePlan, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    live.draft("action", "a1", "title", "Nytt")
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(
            "nvworkshop.session.session.Session.write",
            lambda *_, **__: (_ for _ in ()).throw(PlanFileError("Disken är full.")),
        )
        again, opened = reopened(live, home)
    assert [one.text for one in opened.leftovers] == ["Nytt"]
    assert "Disken är full." in opened.notes
    again, opened = reopened(again, home)
    assert value(again, "title") == "Nytt"
    again.close()


def test_a_window_that_reads_takes_up_no_drafts(live: LivePlan, home: Path) -> None:
    live.draft("action", "a1", "title", "Nytt")
    before = the_files(home).drafts.read_bytes()
    second = window(live.place, home)
    assert second.open().leftovers == ()
    with pytest.raises(InputError, match="läsning"):
        second.draft("action", "a1", "title", "x")
    second.close()
    assert json.loads(the_files(home).drafts.read_bytes()) == json.loads(before)
    live.edit(add("x"))
    live.close()


def test_what_was_typed_before_there_was_a_decision_begins_one(live: LivePlan, home: Path) -> None:
    live.draft("decision", "principal:2581", "exception", "Delmål 2 gäller inte oss")
    live.draft("decision", "principal:2581", "answer", "Bra")
    again, opened = reopened(live, home)
    assert opened.leftovers == ()
    assert any("står nu i 2 fält" in note for note in opened.notes)
    (decision,) = again.view.things("decision")
    assert decision["principal"] == "2581"
    assert (decision["exception"], decision["answer"]) == ("Delmål 2 gäller inte oss", "Bra")
    again.close()


def test_it_is_left_over_when_a_decision_has_come(live: LivePlan, home: Path) -> None:
    live.draft("decision", "principal:2581", "answer", "Bra")
    live.edit(lambda session: session.add("decision", {"principal": "2581", "answer": "Nej"}))
    _, opened = reopened(live, home)
    (left,) = opened.leftovers
    assert (left.title, left.label, left.text) == ("Piteå kommun", "Svar", "Bra")

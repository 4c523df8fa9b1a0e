from __future__ import annotations

from collections import Counter
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nvworkshop.model.kinds import KINDS
from nvworkshop.session.holding import NEWER, OLDER, Holding, holdings
from nvworkshop.session.merge import merge
from nvworkshop.session.session import Session
from nvworkshop.session.sessions import create, open_plan


def of(session: Session, key: str) -> tuple[int, int]:
    (one,) = [one for one in holdings(session) if one.key == key]
    return one.now, one.past


def test_names_count_also_when_only_the_history_has_them(place: Path) -> None:
    session = open_plan(place)
    session.add("participant", {"function": "rektor", "name": "Namnet"}, entity="p1")
    session.add("participant", {"function": "rektor", "name": "Namnet två"}, entity="p2")
    assert of(session, "names") == (2, 0)
    session.set("p1", {"name": None})
    session.remove("p2")
    assert of(session, "names") == (0, 2)
    assert of(session, "course") == (1, 1)


def test_notes_ideas_and_writers_are_counted(place: Path) -> None:
    session = open_plan(place)
    session.add("note", {"text": "Sagt i rummet"})
    session.add("idea", {"title": "Egen bil"}, entity="i1")
    session.remove("i1")
    assert of(session, "notes") == (1, 0)
    assert of(session, "ideas") == (0, 1)
    assert of(session, "writers")[0] >= 1


def test_personal_numbers_are_found_in_the_history_too(place: Path) -> None:
    session = open_plan(place)
    with session.guard.lifted():
        session.set("a1", {"comment": "Gäller 19121212-1212"})
    found = [one for one in holdings(session) if "personnummer" in one.label]
    assert found == [Holding("", found[0].label, 1, 0)]
    session.set("a1", {"comment": None})
    assert [(one.now, one.past) for one in holdings(session) if "personnummer" in one.label] == [
        (0, 1)
    ]


def test_the_rest_is_counted_by_its_name(place: Path) -> None:
    told = {one.label: one.now for one in holdings(open_plan(place))}
    assert told["Åtgärder"] >= 1


def test_a_number_inside_a_list_or_an_agenda_counts(place: Path) -> None:
    session = open_plan(place)
    with session.guard.lifted():
        session.add("workshop", {"title": "W"}, entity="w1")
        agenda = [{"id": "s", "type": "free", "title": "Om 19121212-1212", "minutes": 5}]
        session.set("w1", {"agenda": agenda})
        session.set("a1", {"milestones": ["Ring 19121212-1212"]})
    found = next(one for one in holdings(session) if "personnummer" in one.label)
    assert (found.now, found.past) == (2, 0)


def test_merges_and_erasures_are_told_of(place: Path, tmp_path: Path) -> None:
    session = open_plan(place)
    session.erase("a1", "description")
    session.publish()
    overall = create(tmp_path / "länet.nvplan")
    merge(overall, [place])
    told = {one.label.split(",")[0].split(":")[0]: (one.now, one.past) for one in holdings(overall)}
    assert told["Kvitton på sammanslagningar"] == (1, 0)
    assert told["Raderingar"] == (1, 0)
    assert told["Planer"] == (2, 0)


def test_what_a_newer_program_wrote_is_told_of(place: Path) -> None:
    session = open_plan(place)
    with session.writing():
        odd = session.pen.sets(("dröm", "d1"), "text", ("Något nytt",), {})
        session.store.append([*session.pen.announcement(), *odd])
    assert Holding("", NEWER, 1, 0) in holdings(session)


COUNTED = [
    kind.name
    for kind in KINDS.values()
    if not kind.system and kind.name not in {"own_row", "own_status", "plan"}
]
DONE = st.lists(st.tuples(st.sampled_from(COUNTED), st.integers(0, 3), st.booleans()), max_size=12)


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(done=DONE)
def test_everything_written_is_counted_once(place: Path, done: list[tuple[str, int, bool]]) -> None:
    session, now, past = open_plan(place), Counter(["action"]), Counter[str]()
    for number, (kind, changed, removed) in enumerate(done):
        key = (kind, f"t{number}")
        for turn in range(changed + 1):
            session.write("Text", {key: {_text_of(kind): f"Text {turn}"}})
        if removed:
            session.remove(key[1])
        (past if removed else now)[kind] += 1
    told = {one.label: (one.now, one.past) for one in holdings(session)}
    assert told.get(OLDER, (0, 0)) == (0, sum(changed for _, changed, _ in done))
    for kind in COUNTED:
        label = LABELS.get(kind, KINDS[kind].sv_plural.capitalize())
        assert (kind, told.get(label, (0, 0))) == (kind, (now[kind], past[kind]))


LABELS = {
    "note": "Anteckningar från workshopar",
    "idea": "Förslag från rummet, också parkerade",
    "participant": "Workshoparnas förlopp och deltagare",
}


def _text_of(kind: str) -> str:
    """Return a field to write in that makes nobody somebody with a name."""
    return next(
        one.name for one in KINDS[kind].fields if not one.private and one.name != "position"
    )

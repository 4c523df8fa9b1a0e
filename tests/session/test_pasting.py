from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nvworkshop.errors import InputError
from nvworkshop.model.fields import Field, FieldType
from nvworkshop.model.kinds import KINDS
from nvworkshop.model.labels import options
from nvworkshop.session.pasting import add_pasted, read_paste, rows_as_text, write_over
from nvworkshop.session.session import Session
from nvworkshop.strategy import load_shipped
from tests.laptops import content, laptop
from tests.session.test_laws import relaxed

NORRBOTTEN = load_shipped("norrbotten")
FIELDS = ("title", "principal", "end", "status")


def opened(home: Path, name: str = "Piteå") -> Session:
    session = laptop(name, home)
    session.strategy = NORRBOTTEN
    return session


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return opened(tmp_path)


def add(session: Session, **values: Any) -> str:
    return session.add("action", {"title": "Mobilt team", **values}).entity


def test_pasted_rows_without_a_status_have_not_begun(session: Session) -> None:
    paste = read_paste(session, "action", "Åtgärd\tStatus\nSIP\t\nBuss\tKlar\n", FIELDS)
    add_pasted(session, paste)
    assert [one["status"] for one in session.things("action")] == ["not_started", "done"]


def test_rows_are_copied_as_people_read_them(session: Session) -> None:
    first = add(session, principal="Piteå kommun", end="Q3 2027", status="Pågår")
    second = add(session, title="SIP")
    text = rows_as_text(session, "action", [second, first], FIELDS)
    assert text == (
        "Åtgärd\tAnsvarig huvudman\tKlart\tStatus\r\n"
        "SIP\t\t\tEj påbörjad\r\n"
        "Mobilt team\tPiteå kommun\tQ3 2027\tPågår\r\n"
    )
    bare = rows_as_text(session, "action", [second], FIELDS, header=False)
    assert bare == "SIP\t\t\tEj påbörjad\r\n"


def test_no_copied_cell_can_run_as_a_formula(session: Session) -> None:
    one = add(session, title="=1+1", goal="-5 procent", effect=2, milestones="+a\n@b")
    text = rows_as_text(session, "action", [one], ("title", "goal", "effect", "milestones"))
    assert text.splitlines()[1].split("\t") == ["'=1+1", "'-5 procent", "2", "\"'+a"]


def test_many_rows_are_copied_in_the_order_asked_for(session: Session) -> None:
    new = [("action", f"a{n}", {"title": f"Nr {n}"}) for n in range(1_100)]
    session.add_many("många", new)
    ids = [f"a{n}" for n in reversed(range(1_100))]
    lines = rows_as_text(session, "action", ids, ("title",), header=False).splitlines()
    assert lines == [f"Nr {n}" for n in reversed(range(1_100))]


def test_columns_are_found_by_heading_in_any_order(session: Session) -> None:
    text = "Klart\tNågot annat\tåtgärd\tgoal\tNr\tId\n2027-01-31\tx\tMobilt team\tAlla\t7\tabc\n"
    paste = read_paste(session, "action", text, FIELDS)
    assert paste.headed
    assert paste.columns == ("end", "title", "goal")
    assert paste.unused == ("Något annat",)
    (row,) = paste.rows
    assert (row.number, row.values["title"], row.values["goal"]) == (2, "Mobilt team", "Alla")
    assert row.values["end"]["last"] == "2027-01-31"


def test_without_headings_the_columns_come_in_order(session: Session) -> None:
    text = "1\tMobilt team\tQ3 2027\n2\tSIP\t\textra"
    paste = read_paste(session, "action", text, ("number", "title", "end"))
    assert (paste.headed, paste.columns, paste.unused) == (False, ("title", "end"), ("nummer 4",))
    assert [one.values["title"] for one in paste.rows] == ["Mobilt team", "SIP"]


def test_a_number_column_that_is_not_there_is_not_missed(session: Session) -> None:
    paste = read_paste(session, "action", "Mobilt team\tQ3 2027", ("number", "title", "end"))
    assert paste.columns == ("title", "end")


@pytest.mark.parametrize(("fields", "column"), [(FIELDS, "title"), (("goal",), "goal")])
def test_a_single_column_is_titles_unless_another_is_asked_for(
    session: Session, fields: tuple[str, ...], column: str
) -> None:
    paste = read_paste(session, "action", "Mobilt team\nSIP\n\n\nBuss\n", fields)
    assert paste.columns == (column,)
    assert [one.texts[column] for one in paste.rows if not one.blank] == [
        "Mobilt team",
        "SIP",
        "Buss",
    ]


def test_a_bad_cell_is_told_and_the_rest_of_its_row_is_kept(session: Session) -> None:
    text = "Åtgärd\tAnsvarig huvudman\tMål\r\nMobilt team\tKiruna stads nämnd\tAlla\r\n"
    paste = read_paste(session, "action", text, FIELDS)
    (bad,) = paste.bad
    assert (bad.row, bad.label, bad.text) == (2, "Ansvarig huvudman", "Kiruna stads nämnd")
    assert "finns inte i listan" in bad.why
    assert paste.rows[0].values == {"title": "Mobilt team", "goal": "Alla"}
    assert paste.told() == ("En cell gick inte att läsa: rad 2, Ansvarig huvudman.",)


def test_a_status_with_its_sign_and_a_name_with_a_comma_are_read(session: Session) -> None:
    areas = options(_field("agreement_areas"), NORRBOTTEN)
    comma = next(name for _, name in areas if "," in name)
    other = next(name for _, name in areas if "," not in name)
    text = f"Åtgärd\tStatus\tÖverenskommelseområde\nx\t◐ Pågår\t{other}, {comma}\n"
    (row,) = read_paste(session, "action", text, ()).rows
    assert row.values["status"] == "ongoing"
    ids = {name: one for one, name in areas}
    assert row.values["agreement_areas"] == [ids[other], ids[comma]]


def test_pasted_rows_are_added_in_one_step(session: Session) -> None:
    stood = content(session)
    text = "Åtgärd\tMål\nMobilt team\tAlla\n\n\tUtan rubrik\nSIP\t\n"
    outcome = add_pasted(session, read_paste(session, "action", text, FIELDS))
    assert [one["title"] for one in session.things("action")] == ["Mobilt team", "SIP"]
    assert [one["number"] for one in session.things("action")] == [1, 2]
    assert outcome.label == "Klistra in 2 åtgärder"
    assert outcome.notes == ("1 rad utan Åtgärd lades inte till.",)
    session.undo()
    assert content(session) == stood


@pytest.mark.parametrize("text", ["", "\n\t\n", "Mål\nAlla\n"])
def test_nothing_to_add_is_a_sentence(session: Session, text: str) -> None:
    with pytest.raises(InputError, match="Åtgärd är med"):
        add_pasted(session, read_paste(session, "action", text, FIELDS))


def test_too_much_is_a_sentence(session: Session) -> None:
    with pytest.raises(InputError, match="10\u00a0000 rader"):
        read_paste(session, "action", "a\n" * 10_001, FIELDS)


def test_rows_are_written_over_in_order_and_in_one_step(session: Session) -> None:
    ids = [add(session, goal="a", function="rektor"), add(session, goal="b"), add(session)]
    stood = content(session)
    text = "Nr\tMål\tAnsvarig funktion\tÅtgärd\n9\tc\t\t\n8\tb\tchef\tSIP\n7\t\t\tMobilt team\n"
    outcome = write_over(session, ids, read_paste(session, "action", text, FIELDS))
    first, second, third = (session.thing(one) for one in ids)
    assert (first["goal"], first["function"], first["title"]) == ("c", None, "Mobilt team")
    assert (second["goal"], second["function"], second["title"]) == ("b", "chef", "SIP")
    assert (third["goal"], third["function"], third["title"]) == (None, None, "Mobilt team")
    assert outcome.label == "Klistra in i 3 åtgärder"
    session.undo()
    assert content(session) == stood


def test_as_many_rows_must_be_chosen_as_are_copied(session: Session) -> None:
    ids = [add(session), add(session)]
    with pytest.raises(InputError, match="3 rader men valt 2"):
        write_over(session, ids, read_paste(session, "action", "a\nb\nc", FIELDS))


def test_what_stands_there_already_is_left_though_it_would_be_read_anew(session: Session) -> None:
    one = add(session)
    said = {"said": "Q3", "first": "2020-07-01", "last": "2020-09-30"}
    session.write("x", {("action", one): {"end": said, "flow": "ett gammalt flöde"}})
    text = rows_as_text(session, "action", [one], ("title", "end", "flow"))
    count = session.store.count()
    write_over(session, [one], read_paste(session, "action", text, FIELDS))
    assert session.store.count() == count


def test_things_pointed_at_are_found_by_title_or_id(session: Session) -> None:
    ideas = [session.add("idea", {"title": one}).entity for one in ("Buss, tåg", "Bil", "Bil")]
    one = add(session, ideas=ideas)
    text = rows_as_text(session, "action", [one], ("title", "ideas"))
    assert "Buss, tåg" in text
    (row,) = read_paste(session, "action", text, ()).rows
    assert row.values["ideas"] == ideas
    bad = read_paste(session, "action", "Åtgärd\tUr förslag\nx\tBil\n", ()).bad
    assert "2 förslag heter så" in bad[0].why


def _field(name: str) -> Field:
    found = KINDS["action"].field(name)
    assert found
    return found


PASTED = [
    one
    for one in KINDS["action"].fields
    if one.name not in ("number", "plan") and one.type not in (FieldType.DATA, FieldType.REF)
]
SAID = st.sampled_from(["Q3 2027", "våren 2027", "v. 40", "2027-01-31", "sen", "löpande", "-5"])
LETTERS = st.sampled_from("ab åÖ\"'=+-@\n\t;,x")


def values_of(one: Field) -> st.SearchStrategy[Any]:
    """Return what a person could type in a field."""
    ids = [item for item, _ in options(one, NORRBOTTEN)] if one.type is FieldType.CHOICE else [""]
    typed: dict[FieldType, st.SearchStrategy[Any]] = {
        FieldType.CHOICE: st.sampled_from(ids),
        FieldType.PERIOD: SAID,
        FieldType.DATE: st.just("2027-01-31"),
        FieldType.NUMBER: st.floats(1, 5).map(lambda n: f"{n:.15f}"),
        FieldType.BOOL: st.sampled_from(["ja", "nej"]),
    }
    single = typed.get(one.type, st.text(LETTERS, max_size=12))
    answers = st.sampled_from(["ej aktuellt", "ännu inte bestämt", ""])
    return st.one_of(st.lists(single, max_size=3) if one.many else single, answers)


rows = st.fixed_dictionaries(
    {"title": st.text(LETTERS, min_size=1, max_size=8).map(lambda text: f"x{text}")},
    optional={one.name: values_of(one) for one in PASTED[1:]},
)


@relaxed
@given(several=st.lists(rows, min_size=1, max_size=3), names=st.permutations(PASTED))
def test_what_is_copied_is_pasted_the_same(
    tmp_path: Path, several: list[dict[str, Any]], names: list[Field]
) -> None:
    session = opened(tmp_path)
    ids = [session.add("action", one).entity for one in several]
    fields = [one.name for one in names]
    text = rows_as_text(session, "action", ids, fields)
    paste = read_paste(session, "action", text, ())
    assert (paste.bad, paste.unused, paste.headed) == ((), (), True)
    for entity, row in zip(ids, paste.rows, strict=True):
        stands = {n: v for n, v in session.thing(entity).values.items() if n in fields}
        assert {n: v for n, v in row.values.items() if v is not None} == stands
    bare = rows_as_text(session, "action", ids, fields, header=False)
    again = read_paste(session, "action", bare, fields)
    assert [one.values for one in again.rows] == [one.values for one in paste.rows]
    count = session.store.count()
    write_over(session, ids, paste)
    assert session.store.count() == count

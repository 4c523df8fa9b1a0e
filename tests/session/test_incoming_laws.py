"""Whatever people write in an exported workbook is what it proposes, and nothing else."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nvworkshop.model.fields import Field, FieldType
from nvworkshop.model.kinds import ACTION
from nvworkshop.model.labels import options
from nvworkshop.model.row_marks import marked_fields
from nvworkshop.model.sheets import ERRORS
from nvworkshop.session.incoming import apply, propose, ticked
from nvworkshop.session.session import Session
from nvworkshop.session.sessions import create
from nvworkshop.strategy import load_shipped
from tests.session.test_laws import relaxed
from tests.session.workbooks import Sheet, edit_sheet, exported, fields

NORRBOTTEN = load_shipped("norrbotten")
EDITED = [one for one in marked_fields(ACTION) if one.width and one.name != "number"]
TITLES = ("Första", "Andra", "Tredje")

written = st.text(
    st.characters(exclude_categories=("C", "Z"), include_characters=" "), min_size=1, max_size=40
).map(str.strip)
words = written.filter(lambda text: text not in ERRORS)  # those are told of, not read


def values(field: Field) -> st.SearchStrategy[Any]:
    """Return what people can write in a field's cell; a list is written with commas between."""
    match field.type:
        case FieldType.CHOICE:
            labels = [label for _, label in options(field, NORRBOTTEN)]
            one = st.sampled_from(labels)
            return st.lists(one, min_size=1, unique=True) if field.many else one
        case FieldType.NUMBER:
            return st.integers(1, 5)
        case FieldType.BOOL:
            return st.sampled_from(["Ja", "Nej"])
        case FieldType.PERIOD:
            return st.dates().filter(lambda one: 2000 < one.year < 2100).map(str)
        case _:
            return words


edits = st.dictionaries(
    st.tuples(st.sampled_from(TITLES), st.sampled_from(EDITED)).filter(
        lambda one: one[1].name != "title"
    ),
    st.none(),
    max_size=6,
).flatmap(lambda keys: st.fixed_dictionaries({key: values(key[1]) for key in keys}))
"""Values by title and field."""


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Session:
    session = create(tmp_path_factory.mktemp("plan") / "p.nvplan", county_part="sodra")
    for title in TITLES:
        session.add("action", {"title": title, "goal": f"Mål {title}", "effect": 2})
    return session


@settings(relaxed, max_examples=20)
@given(edited=edits)
def test_random_edits_are_exactly_what_is_proposed(
    plan: Session, tmp_path_factory: pytest.TempPathFactory, edited: dict[Any, Any]
) -> None:
    folder = tmp_path_factory.mktemp("edited")
    place = edit_sheet(exported(plan, folder), lambda sheet: _put_all(sheet, edited))
    found = propose(plan, place)
    expected = _expected(plan, edited)
    assert found.rejected == ()
    assert fields(found) == expected
    apply(plan, found, ticked(found))
    assert propose(plan, place).proposals == ()
    if expected:
        plan.undo()


def _put_all(sheet: Sheet, edited: dict[Any, Any]) -> None:
    for (title, field), value in edited.items():
        written = ", ".join(value) if isinstance(value, list) else value
        sheet.put(title, field.sv, written)
        cell = sheet.sheet.cell(sheet.row(title), sheet.column[field.sv])
        cell.data_type = "s" if isinstance(written, str) else cell.data_type


def _expected(plan: Session, edited: dict[Any, Any]) -> dict[tuple[str, str], Any]:
    """Return what the edits come to as typed values, those that say what stands left out."""
    things = {one.text("title"): one for one in plan.things("action")}
    found = {}
    for (title, field), value in edited.items():
        data = plan.read(ACTION, {field.name: value}, things[title]).values[field.name]
        if data != things[title][field.name]:
            found[title, field.name] = data
    return found

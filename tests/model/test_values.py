from __future__ import annotations

import unicodedata
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nvworkshop.errors import InputError
from nvworkshop.model.choices import CHOICES
from nvworkshop.model.fields import Field, FieldType
from nvworkshop.model.kinds import ACTION, KINDS
from nvworkshop.model.labels import NOT_APPLICABLE, UNDECIDED, label, options
from nvworkshop.model.text import fold
from nvworkshop.model.values import Context, coerce, parse
from nvworkshop.strategy import load_shipped

NORRBOTTEN = load_shipped("norrbotten")
DAY = {"said": "2027-01-31", "first": "2027-01-31", "last": "2027-01-31"}
CONTEXT = Context(NORRBOTTEN, date(2026, 11, 22))


def field(name: str) -> Field:
    found = ACTION.field(name)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("name", "raw", "logged"),
    [
        ("title", "  Mobilt   team ", "Mobilt   team"),
        ("title", unicodedata.normalize("NFD", "Fast vårdkontakt"), "Fast vårdkontakt"),
        ("title", "", None),
        ("shift", "R3", "R3"),
        ("shift", "öppnare VÅRDFORMER", "R4"),
        ("principal", "Älvsbyns kommun", "2560"),
        ("contributors", "region, Polisen", ["region", "polisen"]),
        ("contributors", ["2560", "2560"], ["2560"]),
        ("milestones", "ett\ntvå, tre", ["ett", "två, tre"]),
        ("end", "2027-01-31", DAY),
        ("end", date(2027, 1, 31), DAY),
        ("effect", "4", 4),
        ("effect", "4,5", 4.5),
        ("shared", "nej", False),
        ("shared", True, True),
        ("status", "pågående", "ongoing"),
        ("status", "Prövad och avslutad", "tried"),
        ("status", "Klart", "done"),
        ("status", "försenat", "delayed"),
        ("resources", "Ej aktuellt", NOT_APPLICABLE),
        ("resources", "ännu inte bestämt", UNDECIDED),
        ("end", "inte bestämt", UNDECIDED),
        ("effect", "ej aktuellt", NOT_APPLICABLE),
    ],
)  # fmt: skip
def test_what_people_type_becomes(name: str, raw: Any, logged: Any) -> None:
    assert parse(field(name), raw, CONTEXT) == logged


@pytest.mark.parametrize(
    ("name", "raw", "words"),
    [
        ("shift", "R9", ["Riktningsförändring", "R9", "Öppnare vårdformer"]),
        ("principal", "Umeå kommun", ["Umeå kommun", "Älvsbyns kommun"]),
        ("effect", "mycket", ["Effekt", "mycket", "0,5"]),
        ("effect", "9", ["9", "1–5"]),
        ("effect", "nan", ["nan"]),
        ("effect", "1e400", ["1e400"]),
        ("shared", "kanske", ["kanske", "ja eller nej"]),
        ("end", "31 februari 2027", ["Klart", "31 februari"]),
        ("title", "x" * 3000, ["Åtgärd", "2"]),
    ],
)
def test_what_can_not_be_used_says_what_where_and_what_would_do(
    name: str, raw: str, words: list[str]
) -> None:
    with pytest.raises(InputError) as caught:
        parse(field(name), raw, CONTEXT)
    assert all(word in caught.value.sentence for word in words)


def test_a_date_must_be_one_day() -> None:
    day = Field("date", "Datum", "Date", FieldType.DATE)
    assert parse(day, "31/12 2026", CONTEXT) == "2026-12-31"
    with pytest.raises(InputError, match="inte ett datum"):
        parse(day, "våren 2027", CONTEXT)


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_every_option_is_read_from_its_id_and_its_label(kind: Any) -> None:
    for one in kind.fields:
        if one.type is FieldType.CHOICE and not one.many:
            for item_id, name in options(one, NORRBOTTEN):
                assert parse(one, item_id, CONTEXT) == item_id
                assert parse(one, name, CONTEXT) == item_id
                assert label(one, item_id, NORRBOTTEN) == name


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_every_field_refers_to_something_that_is_there(kind: Any) -> None:
    names = [one.name for one in kind.fields]
    assert len(names) == len(set(names))
    for one in kind.fields:
        if one.type is FieldType.REF:
            assert one.kinds
            assert set(one.kinds) <= KINDS.keys()
        if one.type is FieldType.CHOICE:
            assert one.of in CHOICES or options(one, NORRBOTTEN)


@given(st.sampled_from(ACTION.fields), st.text(max_size=60))
def test_any_text_is_read_or_refused_with_a_sentence(one: Field, raw: str) -> None:
    try:
        logged = parse(one, raw, CONTEXT)
    except InputError:
        return
    assert coerce(one, logged) == logged
    assert isinstance(label(one, logged, NORRBOTTEN), str)


@given(st.sampled_from(ACTION.fields), st.text(max_size=60))
def test_reading_what_was_read_changes_nothing(one: Field, raw: str) -> None:
    try:
        logged = parse(one, raw, CONTEXT)
    except InputError:
        return
    if one.type is not FieldType.REF:
        assert parse(one, logged, CONTEXT) == logged


junk = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3)
    ),
)


@given(st.sampled_from(ACTION.fields), junk)
def test_whatever_another_program_wrote_can_be_shown(one: Field, data: Any) -> None:
    shown = coerce(one, data)
    assert isinstance(label(one, shown, NORRBOTTEN), str)
    assert coerce(one, shown) == shown


def test_lists_are_read_with_commas_and_labels_joined() -> None:
    assert label(field("contributors"), ["region", "2560"], NORRBOTTEN).count(",") == 1
    assert label(field("shared"), False, NORRBOTTEN) == "Nej"
    assert label(field("effect"), 4.5, NORRBOTTEN) == "4,5"
    assert label(field("effect"), 1234567.25, NORRBOTTEN) == "1234567,25"
    assert label(field("resources"), NOT_APPLICABLE, NORRBOTTEN) == "ej aktuellt"


def test_no_option_is_called_what_its_field_is() -> None:
    fields = [one for kind in KINDS.values() for one in kind.fields]
    names = [(one.sv, option.sv) for one in fields for option in CHOICES.get(one.of, ())]
    assert names
    assert [one for one in names if fold(one[0]) == fold(one[1])] == []


def test_what_an_option_was_called_before_is_read_still() -> None:
    assert parse(field("consensus"), "Enighet", CONTEXT) == "agreed"


LISTS = [one.name for one in ACTION.fields if one.many and one.type is FieldType.CHOICE]


@pytest.mark.parametrize("name", LISTS)
@given(data=st.data())
def test_a_list_as_it_is_shown_is_read_as_the_same_list(name: str, data: st.DataObject) -> None:
    declared = field(name)
    ids = [one for one, _ in options(declared, NORRBOTTEN)]
    chosen = data.draw(st.lists(st.sampled_from(ids), min_size=1, unique=True))
    assert parse(declared, label(declared, chosen, NORRBOTTEN), CONTEXT) == chosen

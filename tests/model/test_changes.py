from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nvworkshop.model.changes import (
    Change,
    change_id,
    decode,
    encode,
    is_intact,
    new_change,
    split_ids,
)

ids = st.binary(min_size=16, max_size=16)
names = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=20)
json_data = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=3),
    max_leaves=5,
)
changes = st.builds(
    lambda writer, seq, at, kind, entity, field, salt, data, replaces: new_change(
        writer, seq, at, (kind, entity, field), salt=salt, data=data, replaces=tuple(replaces)
    ),
    ids, st.integers(1, 2**40), st.integers(0, 2**43), names, names, names, ids, json_data,
    st.lists(ids, max_size=3, unique=True),
)  # fmt: skip


def known_change() -> Change:
    return new_change(
        bytes(range(16)),
        7,
        1_795_000_000_000,
        ("action", "a1", "title"),
        salt=bytes(16),
        data="Fast vårdkontakt",
        replaces=(b"\x01" * 16,),
    )


def test_the_id_is_what_the_file_format_says() -> None:
    assert known_change().id.hex() == "9663fc3f9ec05e734869bd39954bdd81"


@given(changes)
def test_a_change_verifies_and_still_does_when_erased(change: Change) -> None:
    assert is_intact(change)
    erased = change.erased()
    assert (erased.value, erased.salt) == (None, None)
    assert is_intact(erased)
    assert change_id(erased) == change.id


@given(changes, st.sampled_from(["writer", "salt", "value", "replaces", "entity", "field", "kind"]))
def test_any_difference_is_found(change: Change, name: str) -> None:
    old = getattr(change, name)
    new = old + ("x" if isinstance(old, str) else b"x" * 16)
    assert not is_intact(change._replace(**{name: new}))


@given(changes)
def test_numbers_are_part_of_the_id(change: Change) -> None:
    assert not is_intact(change._replace(seq=change.seq + 1))
    assert not is_intact(change._replace(at=change.at + 1))


def test_names_can_not_be_moved_between_fields() -> None:
    change = known_change()
    assert change_id(change._replace(kind="actiona", entity="1")) != change.id


@pytest.mark.parametrize(
    "wrong",
    [
        {"salt": b"x" * 15},
        {"salt": None},
        {"value": None},
        {"digest": bytes(16)},
        {"writer": b"x"},
        {"replaces": b"x"},
    ],
)
def test_a_malformed_change_is_not_intact(wrong: dict[str, Any]) -> None:
    assert not is_intact(known_change()._replace(**wrong))


def test_a_change_with_neither_value_nor_digest_has_no_id() -> None:
    with pytest.raises(ValueError, match="digest"):
        change_id(known_change()._replace(salt=None, value=None))


@given(json_data)
def test_values_come_back(data: object) -> None:
    assert decode(encode(data)) == data


@pytest.mark.parametrize("text", ["{", "NaN'", "[" * 100_000, ""])
def test_what_is_no_json_is_text(text: str) -> None:
    assert decode(text) == text


def test_ids_are_split_in_sixteen_bytes() -> None:
    assert split_ids(b"a" * 16 + b"b" * 16) == (b"a" * 16, b"b" * 16)


def test_bytes_can_not_move_from_value_to_salt_under_the_same_id() -> None:
    change = known_change()
    assert change.salt is not None
    assert change.value is not None
    moved = change._replace(salt=change.salt + b'"', value=change.value[1:])
    assert change_id(moved) == change.id
    assert not is_intact(moved)

"""Bulk verification says the same as the model, and a little more."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from nvworkshop.model import changes as model
from nvworkshop.model.changes import Change, new_change
from nvworkshop.planfile.reading.limits import MAX_NAME, MAX_REPLACED, MAX_VALUE
from nvworkshop.planfile.reading.verify import Row, is_intact
from tests import hostile

IDS = st.binary(min_size=16, max_size=16)
NUMBERS = st.integers(-(1 << 63), (1 << 63) - 1)
NAMES = st.text(st.characters(exclude_characters="\0", codec="utf-8"), max_size=30)
DATA = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**9), 10**9)
    | st.text(st.characters(codec="utf-8")),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=8,
)


@st.composite
def changes(draw: st.DrawFn) -> Change:
    """Draw a change, whole or erased."""
    change = new_change(
        draw(IDS),
        draw(NUMBERS),
        draw(NUMBERS),
        (draw(NAMES), draw(NAMES), draw(NAMES)),
        salt=draw(IDS),
        data=draw(DATA),
        replaces=tuple(draw(st.lists(IDS, max_size=3))),
    )
    return change.erased() if draw(st.booleans()) else change


def as_row(change: Change) -> Row:
    return tuple(bytearray(cell.encode()) if isinstance(cell, str) else cell for cell in change)


def sealed(change: Change) -> Row:
    """Return a row whose id fits whatever is in it."""
    return as_row(change._replace(id=model.change_id(change)))


@settings(deadline=None)
@given(changes())
def test_what_the_model_wrote_is_intact(change: Change) -> None:
    assert model.is_intact(change)
    assert is_intact(as_row(change))


@settings(deadline=None)
@given(changes(), changes(), st.sets(st.integers(0, 10), min_size=1))
def test_a_mixture_is_intact_only_if_the_model_says_so(
    one: Change, other: Change, columns: set[int]
) -> None:
    pairs = enumerate(zip(one, other, strict=True))
    mixed = Change._make(pair[n in columns] for n, pair in pairs)
    whole = model.well_formed(mixed)
    assert is_intact(as_row(mixed)) == (whole and model.is_intact(mixed))


def test_bytes_moved_from_value_to_salt_are_noticed() -> None:
    change = hostile.one_change(data="inte klart")
    assert change.salt is not None
    assert change.value is not None
    moved = change._replace(salt=change.salt + b'"inte ', value=change.value[6:])
    assert model.change_id(moved) == change.id
    assert not is_intact(as_row(moved))


def test_sizes_beyond_the_limits_are_refused() -> None:
    change = hostile.one_change()
    assert is_intact(sealed(change._replace(entity="å" * MAX_NAME)))
    assert not is_intact(sealed(change._replace(entity="å" * (MAX_NAME + 1))))
    assert is_intact(sealed(change._replace(value="1" * MAX_VALUE)))
    assert not is_intact(sealed(change._replace(value="1" * (MAX_VALUE + 1))))
    assert is_intact(sealed(change._replace(replaces=bytes(16 * MAX_REPLACED))))
    assert not is_intact(sealed(change._replace(replaces=bytes(16 * MAX_REPLACED + 16))))


def test_values_no_program_can_hold_are_refused() -> None:
    change = hostile.one_change()
    for value in ('"\\ud800"', "NaN", "1e999", "[" * 60 + "]" * 60, "[" * 99_999):
        assert not is_intact(sealed(change._replace(value=value))), value[:9]
    for value in ('"\\ud83d\\ude00"', "[" * 50 + "]" * 50, "", "no json", "1.5", '{"a":[]}'):
        assert is_intact(sealed(change._replace(value=value))), value[:9]


def test_wrong_types_and_sizes_are_refused() -> None:
    row = as_row(hostile.one_change())
    for column, wrong in (
        (2, 1.0),
        (1, b"short"),
        (4, b"blob"),
        (4, None),
        (7, b""),
        (9, b"x" * 16),
    ):
        assert not is_intact((*row[:column], wrong, *row[column + 1 :]))
    assert not is_intact((*row[:6], bytearray(b"\xff"), *row[7:]))
    short = hostile.one_change().erased()._replace(digest=b"short")
    assert not is_intact(sealed(short))

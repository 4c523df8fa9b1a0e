"""The child's answers survive the pipe, and nothing else passes for one."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nvworkshop.model.changes import Change
from nvworkshop.planfile.reading import wire
from tests import hostile
from tests.planfile.reading.test_verify import as_row, changes


def framed(sent: list[Change]) -> bytes:
    columns = wire.Columns()
    for change in sent:
        columns.add(as_row(change))
    out = io.BytesIO()
    wire.send(out, {"status": "ok"}, columns)
    return out.getvalue()


@settings(deadline=None)
@given(st.lists(changes(), max_size=5))
def test_changes_come_back_equal(sent: list[Change]) -> None:
    header, blobs = wire.receive(io.BytesIO(framed(sent)))
    assert header["status"] == "ok"
    received = wire.changes(blobs)
    assert received == sent
    assert all(type(change) is Change for change in received)


def test_a_frame_cut_anywhere_is_an_error() -> None:
    frame = framed(hostile.make_changes(3))
    for end in range(0, len(frame), 7):
        with pytest.raises(wire.WireError):
            wire.receive(io.BytesIO(frame[:end]))


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_noise_is_an_error(noise: bytes) -> None:
    with pytest.raises(wire.WireError):
        wire.receive(io.BytesIO(noise))


@pytest.mark.parametrize("header", [b"[]", b'{"blobs": [-1]}', b'{"blobs": [1e99]}', b"{}", b"}"])
def test_an_odd_header_is_an_error(header: bytes) -> None:
    frame = b"NVR1" + len(header).to_bytes(4, "little") + header
    with pytest.raises(wire.WireError):
        wire.receive(io.BytesIO(frame))


def test_a_promise_of_too_much_is_not_waited_for() -> None:
    header = b'{"blobs": [99999999999999]}'
    frame = b"NVR1" + len(header).to_bytes(4, "little") + header
    with pytest.raises(wire.WireError):
        wire.receive(io.BytesIO(frame))


@pytest.mark.parametrize("column", range(14))
def test_columns_that_do_not_fit_are_an_error(column: int) -> None:
    blobs = wire.receive(io.BytesIO(framed(hostile.make_changes(3))))[1]
    blobs[column] = blobs[column][:-1] if column != 2 else b"\xff"
    with pytest.raises(wire.WireError):
        wire.changes(blobs)

"""What the reading tests share."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest

from nvworkshop.model.changes import Change
from nvworkshop.outside.refusal import Deadline
from nvworkshop.planfile.reading import wire
from nvworkshop.planfile.reading.examine import Found, examine

Examined = tuple[Found, list[Change]]


@pytest.fixture(scope="session")
def examined() -> Callable[[bytearray], Examined]:
    """Read bytes as the child does, but in this process, and rebuild the changes."""

    def read(data: bytearray) -> Examined:
        found = examine(bytearray(data), Deadline(20))
        frame = io.BytesIO()
        wire.send(frame, {}, found.columns)
        frame.seek(0)
        return found, wire.changes(wire.receive(frame)[1])

    return read

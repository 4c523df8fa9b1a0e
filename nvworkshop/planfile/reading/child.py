"""The child process: reads one file after another as the parent asks, and answers in columns."""

from __future__ import annotations

import sys
from typing import BinaryIO

from nvworkshop.outside.asking import asked_for
from nvworkshop.outside.limiting import limit_memory, limit_time
from nvworkshop.outside.refusal import Deadline, RefusedError
from nvworkshop.planfile.reading.examine import examine
from nvworkshop.planfile.reading.limits import ADDRESS_SPACE
from nvworkshop.planfile.reading.sandbox import limit_heap
from nvworkshop.planfile.reading.source import take
from nvworkshop.planfile.reading.wire import send


def main() -> None:
    """Answer requests from stdin until it ends."""
    limit_memory(ADDRESS_SPACE)
    limit_heap()
    out = sys.stdout.buffer
    sys.stdout = sys.stderr  # nothing else may write into the answers
    for line in sys.stdin.buffer:
        path, seconds = asked_for(line)
        limit_time(seconds)
        _answer(path, seconds, out)


def _answer(path: str, seconds: float, out: BinaryIO) -> None:
    """Read one file and send what is in it, or why it is refused."""
    deadline = Deadline(seconds)
    try:
        source = take(path, deadline)
        size = len(source.data)
        found = examine(source.data, deadline)
    except RefusedError as error:
        send(out, {"status": error.code, "fact": error.fact})
    except MemoryError:
        send(out, {"status": "memory", "fact": ""})
    else:
        header = {
            "status": "ok",
            "sha256": source.sha256,
            "size": size,
            "format": found.version,
            "plan": found.plan,
            "expected": found.expected,
            "counted": found.counted,
            "salvaged": found.salvaged,
            "notes": [*source.notes, *found.notes],
        }
        send(out, header, found.columns)

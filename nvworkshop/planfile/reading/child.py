"""The child process: reads one file after another as the parent asks, and answers in columns."""

from __future__ import annotations

import json
import os
import sys
from typing import BinaryIO

from nvworkshop.planfile.reading.examine import examine
from nvworkshop.planfile.reading.limits import ADDRESS_SPACE
from nvworkshop.planfile.reading.refusal import Deadline, RefusedError
from nvworkshop.planfile.reading.sandbox import limit_heap
from nvworkshop.planfile.reading.source import take
from nvworkshop.planfile.reading.wire import send

_SPARE_SECONDS = 5


def main() -> None:
    """Answer requests from stdin until it ends."""
    _limit_memory()
    limit_heap()
    out = sys.stdout.buffer
    sys.stdout = sys.stderr  # nothing else may write into the answers
    for line in sys.stdin.buffer:
        request = json.loads(line)
        _limit_time(request["seconds"])
        _answer(os.fsdecode(bytes.fromhex(request["path"])), request["seconds"], out)


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


def _limit_memory() -> None:
    """Limit the process's memory where the system can (not on Windows)."""
    try:
        import resource
    except ImportError:
        return
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    most = ADDRESS_SPACE if hard == resource.RLIM_INFINITY else min(hard, ADDRESS_SPACE)
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _limit_time(seconds: float) -> None:
    """Limit the processor time for the next file where the system can."""
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(used.ru_utime + used.ru_stime + seconds) + _SPARE_SECONDS
    resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.getrlimit(resource.RLIMIT_CPU)[1]))

"""What the parent asks a child process for: a file, and how long its reading may take."""

from __future__ import annotations

import json
import os


def question(path: str, seconds: float) -> bytes:
    """Return the line that asks for the file at `path`."""
    return json.dumps({"path": os.fsencode(path).hex(), "seconds": seconds}).encode() + b"\n"


def asked_for(line: bytes) -> tuple[str, float]:
    """Return the path and the seconds that a question names."""
    asked = json.loads(line)
    return os.fsdecode(bytes.fromhex(asked["path"])), asked["seconds"]

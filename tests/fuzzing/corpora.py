"""Where fuzzing begins: good and bad examples of everything that is read."""

from __future__ import annotations

import atexit
import io
import json
import re
import shutil
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from nvworkshop.outside.refusal import Deadline
from nvworkshop.places import RESOURCES
from nvworkshop.planfile.reading import wire
from nvworkshop.planfile.reading.examine import examine
from tests import hostile
from tests.exchange.incoming import crafted

WORD = "rätt lösen"
"""The password of sealed copies."""

_MEMORY = Path("/dev/shm")  # noqa: S108 - memory; what lies in it has a name of its own


@cache
def folder() -> Path:
    """Return a folder for files, of this process."""
    memory = _MEMORY if _MEMORY.is_dir() else None
    made = Path(tempfile.mkdtemp(prefix="fuzzing", dir=memory))
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    return made


@cache
def plans() -> list[bytes]:
    made = [hostile.good_plan(folder() / f"{n}.nvplan", n).read_bytes() for n in (2, 20)]
    for name, make in hostile.HOSTILE.items():
        if name != "too_large":
            make(place := folder() / f"{name}.db")
            made.append(place.read_bytes())
    return [one for one in made if len(one) < 1 << 18]


def answers() -> list[bytes]:
    frame = io.BytesIO()
    wire.send(frame, {"status": "ok"}, examine(bytearray(plans()[0]), Deadline(20)).columns)
    return [frame.getvalue()]


def books() -> list[bytes]:
    made = [crafted.plain_book()]
    for name, (make, _) in crafted.REFUSED.items():
        if name not in {"folder", "device", "fifo", "missing", "zip_bomb"}:
            make(place := folder() / f"{name}.xlsx")
            made.append(place.read_bytes())
    return [one for one in made if len(one) < 1 << 16]


def sheets() -> list[bytes]:
    row = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>1.5</v></c></row>'
    strings = b'<sst xmlns="' + crafted.MAIN.encode() + b'"><si><t>hej</t></si></sst>'
    return [b"\x00" + crafted.sheet(row), b"\x01" + strings, b"\x02<styleSheet/>"]


def resources(pattern: str) -> Callable[[], list[bytes]]:
    return lambda: [one.read_bytes() for one in sorted(RESOURCES.glob(pattern))]


def texts(*several: str) -> Callable[[], list[bytes]]:
    return lambda: [one.encode() for one in several]


A_DRAFT = {
    "kind": "action",
    "entity": "a1",
    "field": "title",
    "text": "x",
    "base": "",
    "title": "",
}
_A_CARD = {
    "plan": "p",
    "place": "/x/plan.nvplan",
    "title": "Plan",
    "opened": "2026-11-02T08:00:00Z",
    "published": 1,
    "newest": "",
    "sha256": "",
    "size": 0,
    "disk": [1, 2],
}


def sealed_copies() -> list[bytes]:
    """Return a copy that asks for little work: it does not open, but is soon done with."""
    from pyrage import passphrase

    made = bytes(passphrase.encrypt(b"en plan", WORD))
    return [re.sub(rb"^(-> scrypt \S+) \d+", rb"\1 1", made, flags=re.MULTILINE)]


def own_files() -> list[bytes]:
    recent = {"place": "/x/plan.nvplan", "title": "Plan", "opened": "2026-11-02T08:00:00Z"}
    known = {"x": {"fields": ["title"], "split": "lists"}}
    return [json.dumps(one).encode() for one in (_A_CARD, [recent], known, {"pid": 1, "at": ""})]

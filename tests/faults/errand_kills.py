"""Kill a program in the middle of merging, exporting, keeping a backup, publishing or typing."""

from __future__ import annotations

import json
import os
import random
import tempfile
import time
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from nvworkshop.session.drafts import Drafts
from nvworkshop.session.sessions import open_plan
from tests.faults import errands, oracle
from tests.faults.editor import Expected, Place
from tests.faults.forks import Child, ask
from tests.faults.result import Result
from tests.faults.whole import ids_in

_KILLS_PER_PLAN = 12


@dataclass
class _Heard:
    """What the killed program had said of its errands."""

    errand: str = ""
    backups: set[str] = field(default_factory=set)
    exported: set[str] = field(default_factory=set)
    draft: tuple[str, str] = ("", "")

    def hear(self, line: dict[str, Any]) -> None:
        """Take one line."""
        if line["what"] == "errand":
            self.errand = line["name"]
        elif line["what"] == "backup":
            self.backups.add(line["name"])
        elif line["what"] == "exported":
            self.exported.add(line["name"])
        elif line["what"] == "draft":
            self.draft = (line["entity"], line["text"])


def run(seconds: float, seed: int) -> Result:
    """Kill for so many seconds, a new plan now and then."""
    chance, result, end = random.Random(seed), Result(), time.monotonic() + seconds
    while not result.enough(end) and not result.why:
        with tempfile.TemporaryDirectory() as folder:
            place = Place(Path(folder) / "plats" / "plan.nvplan", Path(folder) / "home")
            place.plan.parent.mkdir()
            _one_plan(place, chance, (result, end))
    return result


def _one_plan(at: Place, chance: random.Random, until: tuple[Result, float]) -> None:
    result, end = until
    expected, heard = oracle.beginning(ask(oracle.begin, at)), _Heard()
    for _ in range(_KILLS_PER_PLAN):
        child = Child(partial(errands.work, at, expected.things, chance.getrandbits(32)))
        hear: Callable[[dict[str, Any]], None] = partial(_hear, expected, heard)
        for line in child.lines(20):
            hear(line)
            if line["what"] == "ready":
                break
        stop = time.monotonic() + chance.uniform(0, 1.2)
        while (left := stop - time.monotonic()) > 0:
            for line in child.lines(left):
                hear(line)
        for line in child.kill():
            hear(line)
        _judge(at, expected, heard, result)
        if result.why or result.enough(end):
            break
    result.edits += expected.edits
    result.count("publishes", expected.publishes)


def _hear(expected: Expected, heard: _Heard, line: dict[str, Any]) -> None:
    expected.hear(line)
    heard.hear(line)


def _judge(at: Place, expected: Expected, heard: _Heard, result: Result) -> None:
    result.faults += 1
    result.count(f"during {heard.errand or 'edit'}")
    verdict = ask(oracle.judge, at, expected.as_json())
    for one in verdict["why"]:
        result.lose(1, f"{heard.errand}: {one}")
    expected.things, expected.loose, expected.publishing = verdict["things"], "", False
    for one in ask(_files, at, sorted(heard.backups), sorted(heard.exported))["why"]:
        result.lose(1, f"{heard.errand}: {one}")
    entity, text = heard.draft
    if entity and expected.things.get(entity) is not None:
        held = ask(_draft_of, at, entity)["texts"]
        kept = any(one.startswith(text) or text.startswith(f"{one} ") for one in held if one)
        result.lose(not kept, f"draft {text!r} became {held!r}")
    heard.draft, heard.errand = ("", ""), ""


def _files(at: Place, backups: list[str], exported: list[str]) -> dict[str, Any]:
    """See that every backup and document is whole, also those being written at the kill."""
    why = [f"a backup is gone: {one}" for one in backups if not Path(one).exists()]
    why += [
        f"a damaged backup: {file.name}"
        for file in (at.home / "backups").rglob("*.nvplan")
        if not file.name.startswith(".") and ids_in(file.read_bytes()) is None
    ]
    folder = at.plan.parent / "andra"
    for name in errands.OUT:
        there = (folder / name).exists()
        if (name in exported and not there) or (there and not _is_whole(folder / name)):
            why.append(f"a damaged document: {name}")
    return {"why": why}


def _is_whole(file: Path) -> bool:
    if file.suffix == ".csv":
        return file.read_text("utf-8-sig").endswith("\n")
    try:
        return zipfile.ZipFile(file).testzip() is None
    except zipfile.BadZipFile:
        return False


def _draft_of(at: Place, entity: str) -> dict[str, Any]:
    """Open as the window does; return what the field holds and what was left over for it."""
    os.environ["NVWORKSHOP_HOME"] = str(at.home)
    session = open_plan(at.plan, on_disk=True)
    left = Drafts(session).take_up()
    thing = session.current("action", entity)
    texts = [thing.text("risk") if thing else "", *(one.text for one in left)]
    session.close()
    return json.loads(json.dumps({"texts": texts}))  # type: ignore[no-any-return]

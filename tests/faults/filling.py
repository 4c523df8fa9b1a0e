"""A disk that fills up under an editing program, is given room again and fills up once more."""

from __future__ import annotations

import os
import random
import tempfile
import time
from pathlib import Path

from nvworkshop.errors import PlanError
from nvworkshop.session.export import export
from nvworkshop.session.session import Session
from nvworkshop.session.sessions import create, open_plan
from nvworkshop.session.surroundings import Surroundings
from tests.faults import media
from tests.faults.result import Result
from tests.faults.whole import ids_in, is_plain_swedish

_REFUSALS = 12
"""How often an edit or an errand is refused before the disk is given room."""

_MOST_EDITS = 4000


def run(seconds: float, seed: int) -> Result:
    """Fill disks for so many seconds."""
    result, chance, end = Result(), random.Random(seed), time.monotonic() + seconds
    with tempfile.TemporaryDirectory() as folder:
        result.impossible = media.why_not(Path(folder))
        number = 0
        while not result.enough(end) and not result.impossible:
            number += 1
            with media.memory(
                Path(folder) / f"disk {number}", f"{chance.randint(900, 2400)}k"
            ) as at:
                _one_disk(at, chance, result)
    return result


def _one_disk(disk: Path, chance: random.Random, result: Result) -> None:
    os.environ["NVWORKSHOP_HOME"] = str(disk / "home")
    around = Surroundings(home=lambda: disk / "home")
    place = disk / "plan.nvplan"
    create(place, county_part="sodra", surroundings=around).close()
    saved: set[str] = set()
    for size in ("8m", "12m"):
        session = open_plan(place, on_disk=True, surroundings=around)
        _until_full(session, saved, chance, result)
        whole = ids_in(place.read_bytes())
        result.lose(whole is None, "the plan file is damaged by a full disk")
        media.remount(disk, f"size={size}")
        _compare(session, saved, result)
        session.close()
        session = open_plan(place, on_disk=True, surroundings=around)
        _compare(session, saved, result)
        session.publish()
        held = ids_in(place.read_bytes())
        result.lose(held != {one.id for one in session.store.changes()}, "not published afterwards")
        session.close()


def _compare(session: Session, saved: set[str], result: Result) -> None:
    titles = {one["title"] for one in session.things("action")}
    result.lose(len(saved - titles), "saved edits are gone")
    result.lose(len(titles - saved), "refused edits are there")


def _until_full(session: Session, saved: set[str], chance: random.Random, result: Result) -> None:
    refused = 0
    for number in range(_MOST_EDITS):
        title = f"Rad {len(saved)} {number} " + "å" * chance.choice((10, 300, 900))
        luck = chance.random()
        try:
            if luck < 0.03:
                session.publish()
            elif luck < 0.05:
                session.backup("faults")
            elif luck < 0.06 and session.file is not None:
                export(session, session.file.with_suffix(".csv"))
            else:
                session.add("action", {"title": title})
                saved.add(title)
                result.edits += 1
        except PlanError as error:
            refused += 1
            result.faults += 1
            if not is_plain_swedish(error.sentence):
                result.obscure(error.sentence)
        except Exception as error:  # noqa: BLE001 - that is what is looked for
            refused += 1
            result.obscure(repr(error))
        if refused >= _REFUSALS:
            return

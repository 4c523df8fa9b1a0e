"""Build the sample plans, the same on every run: `python -m sample_plans.build [FOLDER]`."""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from nvworkshop.planfile.reading.pool import read_plan
from nvworkshop.session import files, sessions
from sample_plans.around import surroundings
from sample_plans.content import LOCAL, PLAN, ROUNDS, Content, load
from sample_plans.damage import damaged
from sample_plans.writing import Scribe

HERE = Path(__file__).parent

_STAMP = re.compile(rb"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{6}\+00:00")
"""When the file's tables were made, by the computer's own clock: the only thing left to chance."""

_MADE = b"2026-11-22 08:00:00.000000+00:00"


@dataclass(frozen=True)
class Workplace:
    """Folders of one build: the files, the files as they were before the autumn, and a home."""

    out: Path
    early: Path
    home: Path

    @contextmanager
    def opened(self, content: Content, opening: str, *, new: bool = False) -> Iterator[Scribe]:
        """Open the content's plan for one opening, and publish it afterwards."""
        around, clock = surroundings(content, opening, self.home)
        place = self.out / content.file
        if new:
            title = content.data[PLAN]["title"]
            part = content.scope if content.scope in LOCAL else ""
            session = sessions.create(
                place, county_part=part, title=title, surroundings=around, sample=True
            )
        else:
            session = sessions.open_plan(place, surroundings=around)
        try:
            yield Scribe(session, content, clock)
            session.publish()
        finally:
            session.close()
        place.write_bytes(_STAMP.sub(_MADE, place.read_bytes()))


def build(folder: Path) -> list[Path]:
    """Build every sample plan into `folder`, replacing those there; return their places."""
    with tempfile.TemporaryDirectory() as temporary:
        root = Path(temporary)
        at = Workplace(root / "out", root / "early", root / "home")
        for one in (at.out, at.early, at.home):
            one.mkdir()
        for name in LOCAL:
            _local(at, load(name))
        _copy(at, load("sodra_annan_dator"), at.early / "sodra.nvplan")
        _copy(at, load("norra_usb"), at.out / "norra.nvplan")
        _damage(at.out / "norra-skadad.nvplan")
        _overall(at, load("overgripande"))
        folder.mkdir(parents=True, exist_ok=True)
        return [Path(shutil.copyfile(one, folder / one.name)) for one in sorted(at.out.iterdir())]


def _local(at: Workplace, content: Content) -> None:
    with at.opened(content, "room", new=True) as scribe:
        scribe.room()
    with at.opened(content, "desk") as scribe:
        scribe.desk()
    for when in ROUNDS:
        shutil.copyfile(at.out / content.file, at.early / content.file)
        with at.opened(content, when) as scribe:
            scribe.follow_up(when)


def _copy(at: Workplace, content: Content, original: Path) -> None:
    shutil.copyfile(original, at.out / content.file)
    with at.opened(content, "copy") as scribe:
        scribe.copy()


def _damage(place: Path) -> None:
    place.write_bytes(damaged(place.read_bytes(), read_plan(place).changes))


def _overall(at: Workplace, content: Content) -> None:
    local = [load(name).file for name in LOCAL]
    with at.opened(content, "first", new=True) as scribe:
        scribe.plan()
        scribe.take_in(at.early / name for name in local)
        scribe.edits()
    with at.opened(content, "second") as scribe:
        scribe.take_in(at.out / name for name in local)
        scribe.decisions()


def summary(place: Path) -> str:
    """Return one line about a plan file."""
    content = read_plan(place)
    view = files.view_of(content)
    actions = len(view.things("action"))
    lost = f", {content.damaged} skadade" if content.damaged else ""
    kilobytes = place.stat().st_size / 1000
    return (
        f"{place.name}: {actions} åtgärder, {len(content.changes)} ändringar{lost},"
        f" {kilobytes:.0f} kB"
    )


def main() -> None:
    """Build into the folder named on the command line, else beside this file."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    for place in build(folder):
        sys.stdout.write(summary(place) + "\n")


if __name__ == "__main__":
    main()

"""What the program must be able to do without a window."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from nvworkshop.cli.selftest.running import Check
from nvworkshop.places import RESOURCES, SAMPLE_PLANS
from nvworkshop.session.about import facts, licences, packages
from nvworkshop.session.carried import SUFFIX, copied, unsealed
from nvworkshop.session.demo import run as demo
from nvworkshop.session.export import export
from nvworkshop.session.incoming import propose
from nvworkshop.session.paper import PRINTS, write_paper
from nvworkshop.session.session import Session
from nvworkshop.session.sessions import open_plan
from nvworkshop.strategy import available, load_shipped

SUFFIXES = (".xlsx", ".docx", ".pdf", ".html", ".md", ".csv", ".json")
_READ_IN = (".xlsx", ".csv")
_FOLDERS = ("desktop", "guide", "help", "language", "print", "reports", "style", "workshops")
_PLAN = "sodra.nvplan"
_TITLE = "Provad åtgärd"
_PASSWORD = "snö på fjället i maj"  # noqa: S105 - of a file that is thrown away


@dataclass
class _Bench:
    """The plan that is tried, in a folder."""

    folder: Path
    session: Session = field(init=False)

    @property
    def plan(self) -> Path:
        return self.folder / _PLAN

    def open(self) -> None:
        shutil.copy(SAMPLE_PLANS / _PLAN, self.plan)
        self.session = open_plan(self.plan)
        _hold(bool(self.session.things("action")), "planen är tom")

    def edit(self) -> None:
        action = self.session.things("action")[0].id
        self.session.set(action, {"title": _TITLE})
        self.session.publish()
        again = open_plan(self.plan)
        titles = [one.text("title") for one in again.things("action")]
        again.close()
        _hold(_TITLE in titles, "ändringen finns inte i planfilen")

    def write(self, suffix: str) -> None:
        place = self._out(suffix)
        result = export(self.session, place)
        _hold(place.stat().st_size > 0, "filen är tom")
        _hold(0 < result.written == result.read_back, f"{result.read_back} av {result.written}")

    def read_in(self, suffix: str) -> None:
        found = propose(self.session, self._out(suffix))
        _hold(found.unchanged > 0, "inga rader kändes igen")
        _hold(not found.rejected, f"{len(found.rejected)} gick inte att läsa")

    def print(self, what: str) -> None:
        place = self.folder / f"{what}.pdf"
        _hold(write_paper(self.session, what, place).pages > 0, "inga sidor")

    def seal(self) -> None:
        sealed, out = self.folder / f"kopia{SUFFIX}", self.folder / "upplåst.nvplan"
        done = copied(self.session).carry(sealed, password=_PASSWORD)
        _hold(unsealed(sealed, out, _PASSWORD).changes == done.changes, "kopian är en annan")

    def close(self) -> None:
        self.session.close()

    def _out(self, suffix: str) -> Path:
        return self.folder / f"plan{suffix}"


def core_checks(folder: Path) -> Iterator[Check]:
    """Yield what is tried, in order: what comes later uses what came before."""
    bench = _Bench(folder)
    yield "Resurserna finns", _resources
    yield "Strategierna går att läsa", _strategies
    yield "Versioner och licenser går att visa", _papers
    yield "En exempelplan öppnas", bench.open
    yield "En åtgärd ändras och planfilen skrivs", bench.edit
    for suffix in SUFFIXES:
        yield f"Planen skrivs som {suffix[1:]} och läses tillbaka", partial(bench.write, suffix)
    for suffix in _READ_IN:
        yield f"Filen {suffix[1:]} hämtas in", partial(bench.read_in, suffix)
    for what, (name, _) in PRINTS.items():
        yield f"Utskrift: {name}", partial(bench.print, what)
    yield "En kopia låses med lösenord och låses upp", bench.seal
    yield "En bild ritas", _picture
    yield "Planer slås samman", partial(_merge, folder / "demo")
    yield "Planen stängs", bench.close


def _resources() -> None:
    for name in _FOLDERS:
        _hold(any((RESOURCES / name).iterdir()), f"{name} är tom")


def _strategies() -> None:
    _hold(bool(available()), "inga strategier")
    for name in available():
        load_shipped(name)


def _papers() -> None:
    import sys

    _hold(bool(facts()) and bool(packages()), "inget att visa")
    if getattr(sys, "frozen", False):
        _hold(licences() is not None, "licenserna saknas")


def _picture() -> None:
    from nvworkshop.reports.pictures import status_bars

    picture = status_bars("Status", [("Alla", {"ongoing": 3, "done": 2})])
    _hold(b"<svg" in picture.svg(), "ingen SVG")
    _hold(picture.png().startswith(b"\x89PNG"), "ingen PNG")


def _merge(folder: Path) -> None:
    lines = list(demo(folder))
    _hold(len(list(folder.glob("*.xlsx"))) == 1, lines[-1])


def _hold(holds: bool, told: str) -> None:
    if not holds:
        raise AssertionError(told)

"""What the program must be able to do without a window."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from nvworkshop.cli.selftest.running import Check
from nvworkshop.language import said
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
        shutil.copyfile(SAMPLE_PLANS / _PLAN, self.plan)
        self.session = open_plan(self.plan)
        _hold(bool(self.session.things("action")), said("planen är tom"))

    def edit(self) -> None:
        action = self.session.things("action")[0].id
        self.session.set(action, {"title": _TITLE})
        self.session.publish()
        again = open_plan(self.plan)
        titles = [one.text("title") for one in again.things("action")]
        again.close()
        _hold(_TITLE in titles, said("ändringen finns inte i planfilen"))

    def write(self, suffix: str) -> None:
        place = self._out(suffix)
        result = export(self.session, place)
        _hold(place.stat().st_size > 0, said("filen är tom"))
        _hold(
            0 < result.written == result.read_back,
            said("{read_back} av {written}").format(
                read_back=result.read_back, written=result.written
            ),
        )

    def read_in(self, suffix: str) -> None:
        found = propose(self.session, self._out(suffix))
        _hold(found.unchanged > 0, said("inga rader kändes igen"))
        _hold(
            not found.rejected,
            said("{rejected} gick inte att läsa").format(rejected=len(found.rejected)),
        )

    def print(self, what: str) -> None:
        place = self.folder / f"{what}.pdf"
        _hold(write_paper(self.session, what, place).pages > 0, said("inga sidor"))

    def seal(self) -> None:
        sealed, out = self.folder / f"kopia{SUFFIX}", self.folder / "upplåst.nvplan"
        done = copied(self.session).carry(sealed, password=_PASSWORD)
        _hold(unsealed(sealed, out, _PASSWORD).changes == done.changes, said("kopian är en annan"))

    def close(self) -> None:
        self.session.close()

    def _out(self, suffix: str) -> Path:
        return self.folder / f"plan{suffix}"


def core_checks(folder: Path) -> Iterator[Check]:
    """Yield what is tried, in order: what comes later uses what came before."""
    bench = _Bench(folder)
    yield said("Resurserna finns"), _resources
    yield said("Strategierna går att läsa"), _strategies
    yield said("Versioner och licenser går att visa"), _papers
    yield said("En exempelplan öppnas"), bench.open
    yield said("En åtgärd ändras och planfilen skrivs"), bench.edit
    for suffix in SUFFIXES:
        yield (
            said("Planen skrivs som {suffix} och läses tillbaka").format(suffix=suffix[1:]),
            partial(bench.write, suffix),
        )
    for suffix in _READ_IN:
        yield (
            said("Filen {suffix} hämtas in").format(suffix=suffix[1:]),
            partial(bench.read_in, suffix),
        )
    for what, (name, _) in PRINTS.items():
        yield said("Utskrift: {name}").format(name=said(name)), partial(bench.print, what)
    yield said("En kopia låses med lösenord och låses upp"), bench.seal
    yield said("En bild ritas"), _picture
    yield said("Planer slås samman"), partial(_merge, folder / "demo")
    yield said("Planen stängs"), bench.close


def _resources() -> None:
    for name in _FOLDERS:
        _hold(any((RESOURCES / name).iterdir()), said("{name} är tom").format(name=name))


def _strategies() -> None:
    _hold(bool(available()), said("inga strategier"))
    for name in available():
        load_shipped(name)


def _papers() -> None:
    import sys

    _hold(bool(facts()) and bool(packages()), said("inget att visa"))
    if getattr(sys, "frozen", False):
        _hold(licences() is not None, said("licenserna saknas"))


def _picture() -> None:
    from nvworkshop.reports.pictures import status_bars

    picture = status_bars("Status", [("Alla", {"ongoing": 3, "done": 2})])
    _hold(b"<svg" in picture.svg(), said("ingen SVG"))
    _hold(picture.png().startswith(b"\x89PNG"), said("ingen PNG"))


def _merge(folder: Path) -> None:
    lines = list(demo(folder))
    _hold(len(list(folder.glob("*.xlsx"))) == 1, lines[-1])


def _hold(holds: bool, told: str) -> None:
    if not holds:
        raise AssertionError(told)

"""Reading a workbook back against bare openpyxl: `python -m tests.benchmarks.importing [ROWS]`.

The baseline only reads the same workbook's cells with openpyxl, read-only, in this process; ours
also starts a child, looks through the package, compares every cell with the plan and proposes.
Wall clock, the best of a few rounds. Then a workbook that unpacks to a gigabyte.
"""

from __future__ import annotations

import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

from openpyxl import load_workbook

from nvworkshop.errors import BookError
from nvworkshop.exchange.incoming.reader import read_book
from nvworkshop.session.export import export
from nvworkshop.session.incoming import propose
from nvworkshop.session.session import Session
from nvworkshop.session.sessions import create
from tests.session.workbooks import edit_sheet

ROUNDS = 3


def main() -> None:
    actions = int(sys.argv[1]) if len(sys.argv) > 1 else 5_000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        session = _plan(folder, actions)
        wrote, _ = _best(lambda: export(session, folder / "plan.xlsx"), rounds=1)
        edit_sheet(folder / "plan.xlsx", lambda sheet: sheet.put("Åtgärd 7", "Mål", "Nytt mål"))
        size = (folder / "plan.xlsx").stat().st_size / 2**20
        print(f"{actions} åtgärder, {size:.1f} MiB, skriven och återläst på {wrote:.1f} s")
        bare, cells = _best(lambda: _bare(folder / "plan.xlsx"))
        read, _ = _best(lambda: read_book(folder / "plan.xlsx"))
        whole, found = _best(lambda: len(propose(session, folder / "plan.xlsx").proposals))
        print(f"  bara openpyxl         {bare:6.2f} s   {cells} celler")
        print(f"  vår läsare, i barn    {read:6.2f} s   {read / bare:.2f}")
        print(f"  hela förslaget        {whole:6.2f} s   {whole / bare:.2f}   {found} förslag")
        _bomb(folder / "bomb.xlsx")


def _plan(folder: Path, actions: int) -> Session:
    session = create(folder / "plan.nvplan", county_part="sodra")
    values = {
        "description": "Teamet åker hem till personen samma dag och stannar så länge det behövs.",
        "goal": "Färre resor till sjukhuset.",
        "shift": "R1",
        "principal": "2581",
        "contributors": ["region", "polisen"],
        "function": "enhetschef hemsjukvård",
        "end": {"said": "Q3 2027", "first": "2027-07-01", "last": "2027-09-30"},
        "resources": "Två tjänster.",
    }
    new = [
        ("action", session.surroundings.new_id(), {**values, "title": f"Åtgärd {n}"})
        for n in range(actions)
    ]
    session.add_many("Nya", new)
    return session


def _best(work: Callable[[], object], rounds: int = ROUNDS) -> tuple[float, object]:
    times = []
    told: object = None
    for _ in range(rounds):
        began = time.perf_counter()
        told = work()
        times.append(time.perf_counter() - began)
    return min(times), told


def _bare(place: Path) -> int:
    book = load_workbook(place, read_only=True, data_only=True, keep_links=False)
    count = sum(
        value is not None
        for sheet in book.worksheets
        for row in sheet.iter_rows(values_only=True)
        for value in row
    )
    book.close()
    return count


def _bomb(place: Path) -> None:
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        with package.open("xl/worksheets/sheet1.xml", "w") as part:
            for _ in range(1024):
                part.write(b"<row/>".ljust(1 << 20))
    began = time.perf_counter()
    try:
        read_book(place)
    except BookError as error:
        took = time.perf_counter() - began
        print(f"  1 GiB i {place.stat().st_size / 2**20:.1f} MiB: {took:.2f} s. {error.title}")


if __name__ == "__main__":
    main()

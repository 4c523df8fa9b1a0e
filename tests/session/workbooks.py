"""Exported workbooks as people edit them, and as other programs save them."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook

from nvworkshop.model.proposals import Proposal, Proposals, Sort
from nvworkshop.session.export import export
from nvworkshop.session.incoming import propose
from nvworkshop.session.session import Session

SHEET = "Handlingsplan"
SOFFICE = shutil.which("soffice")


class Sheet:
    """One sheet of a workbook, by headings and titles."""

    def __init__(self, sheet: Any) -> None:
        self.sheet = sheet
        rows = ((one, [cell.value for cell in sheet[one]]) for one in range(1, 20))
        self.header = next(n for n, cells in rows if "Åtgärd" in cells)
        self.column = {one.value: one.column for one in sheet[self.header] if one.value}

    def row(self, title: str) -> int:
        """Return the number of the row with that title."""
        at = self.column["Åtgärd"]
        numbers = range(self.header + 1, self.sheet.max_row + 1)
        return next(n for n in numbers if self.sheet.cell(n, at).value == title)

    def put(self, title: str, heading: str, value: Any) -> None:
        """Write in a cell of the row with that title."""
        self.sheet.cell(self.row(title), self.column[heading]).value = value

    def add(self, **values: Any) -> int:
        """Write a new row under the last; return its number."""
        number = int(self.sheet.max_row) + 1
        for heading, value in values.items():
            self.sheet.cell(number, self.column[heading.replace("_", " ")]).value = value
        return number


def exported(
    session: Session,
    folder: Path,
    name: str = "plan.xlsx",
    report: str = "handlingsplan",
    principal: str = "",
) -> Path:
    """Return a workbook of the plan."""
    place = folder / name
    export(session, place, report=report, principal=principal)
    return place


def edit(place: Path, change: Callable[[Workbook], None]) -> Path:
    """Change a workbook on the disk."""
    book = load_workbook(place)
    change(book)
    book.save(place)
    return place


def edit_sheet(place: Path, change: Callable[[Sheet], None], name: str = SHEET) -> Path:
    """Change one sheet of a workbook on the disk."""
    return edit(place, lambda book: change(Sheet(book[name])))


def fields(proposals: Proposals) -> dict[tuple[str, str], Any]:
    """Return what is proposed by title and field, additions and removals left out."""
    sorts = (Sort.CHANGED, Sort.CONFLICT)
    of = [one for one in proposals.proposals if one.sort in sorts]
    return {(one.title, said.name): said.proposed for one in of for said in one.fields}


def sorts(proposals: Proposals) -> list[tuple[str, str]]:
    """Return the sort and title of each proposal."""
    return [(one.sort.value, one.title) for one in proposals.proposals]


def only(session: Session, place: Path) -> Proposal:
    """Return the one proposal that a workbook makes."""
    (one,) = propose(session, place).proposals
    return one


def as_google(place: Path) -> Path:
    """Save a workbook as Google Sheets does: no properties of ours, nothing hidden, new styles."""
    old, new = load_workbook(place), Workbook()
    new.remove(new.worksheets[0])
    for sheet in old.worksheets:
        made = new.create_sheet(sheet.title)
        for row in sheet.iter_rows(values_only=True):
            made.append(list(row))
    new.save(place)
    return place


def as_libreoffice(place: Path, folder: Path) -> Path:
    """Save a workbook in LibreOffice."""
    home = f"-env:UserInstallation=file://{folder}/office"
    form = "xlsx:Calc MS Excel 2007 XML"
    out = folder / "resaved"
    command = [str(SOFFICE), home, "--headless", "--convert-to", form, "--outdir", str(out)]
    subprocess.run([*command, str(place)], check=True, capture_output=True, timeout=100)
    return out / place.name

"""Action lists as people have them: workbooks made here, each with troubles of its own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

Rows = Sequence[Sequence[Any]]


def sheet_of(rows: Rows, merged: Sequence[str] = (), name: str = "Blad1") -> Workbook:
    """Return a workbook of one sheet."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = name
    for row in rows:
        sheet.append(list(row))
    for area in merged:
        sheet.merge_cells(area)
    return book


def kommun(folder: Path) -> Path:
    """Save a kommun's plan: title rows and goals that are merged, groups of headings."""
    book = sheet_of(
        (
            ("Handlingsplan Nära vård 2026–2028",),
            ("Socialförvaltningen, Piteå kommun. Reviderad 2026-03-01",),
            (),
            ("Mål", "Aktivitet", "Ansvarig", None, "Tidplan", None, "Uppföljning", "Status"),
            (None, None, "Huvudman", "Funktion", "Start", "Klart", None, None),
            (
                "Fler får stöd tidigt",
                "Starta mottagning för levnadsvanor",
                "Piteå kommun",
                "Enhetschef hemtjänst",
                "2026-09-01",
                "våren 2027",
                "Vid avstämning i maj",
                "Pågår",
            ),
            (
                None,
                "Utbilda personal i samtalsmetod",
                "Regionen",
                "Verksamhetschef hälsocentral",
                "Q3 2026",
                "31 december 2026",
                None,
                "Ej påbörjad",
            ),
            (
                "Tryggare hemgång",
                "Inför gemensamt hemgångsteam",
                "Region Norrbotten och Piteå kommun",
                None,
                None,
                "2027",
                "Månadsvis",
                "klart",
            ),
        ),
        (
            "A1:H1",
            "A4:A5",
            "B4:B5",
            "C4:D4",
            "E4:F4",
            "G4:G5",
            "H4:H5",
            "A6:A7",
        ),
        "Handlingsplan",
    )
    notes = book.create_sheet("Läs mig")
    notes.append(["Planen följs upp två gånger per år."])
    return _saved(book, folder / "Handlingsplan Piteå.xlsx")


def skr(folder: Path) -> Path:
    """Save a table as the national template has it: questions for headings, several in a cell."""
    return _saved(
        sheet_of(
            (
                ("Handlingsplan",),
                (
                    "Vad vill vi uppnå? (mål)",
                    "Vad ska göras? (aktivitet)",
                    "Vem är ansvarig?",
                    "Med vilka?",
                    "När ska det vara klart?",
                    "Hur följs det upp? (indikator)",
                    "Kommentar",
                ),
                (
                    "Personen har en fast vårdkontakt",
                    "1. Kartlägg behovet\n2. Ta fram rutin\n3. Informera personalen",
                    "Bodens kommun: äldreomsorgen",
                    "Region + alla kommuner",
                    "2026-2027",
                    "Andel med fast vårdkontakt",
                    "Rutinen finns i utkast",
                ),
                (
                    "Mindre onödig väntan",
                    "Gör en gemensam rutin för hemgång",
                    "Närsjukvårdschef",
                    "Skolan, Räddningstjänsten",
                    "löpande",
                    None,
                    None,
                ),
            ),
        ),
        folder / "skr.xlsx",
    )


def english(folder: Path) -> Path:
    """Save a plan in English."""
    return _saved(
        sheet_of(
            (
                (
                    "Objective",
                    "Action",
                    "Lead",
                    "Partners",
                    "Due date",
                    "Progress",
                    "KPI",
                    "Budget",
                ),
                (
                    "Care closer to home",
                    "Start mobile teams",
                    "Region",
                    "Luleå, Boden",
                    date(2027, 6, 30),
                    "In progress",
                    "Visits at home",
                    250000,
                ),
                (
                    "Fewer falls",
                    "Check homes for hazards",
                    "Luleå kommun",
                    None,
                    "Q4 2026",
                    "Completed",
                    None,
                    None,
                ),
            ),
            name="Action plan",
        ),
        folder / "plan.xlsx",
    )


def sections(folder: Path) -> Path:
    """Save a list with a row over all columns for each shift, sums and repeated headings."""
    heading = ("Åtgärd", "Ansvarig", "Tid", "Kostnad (tkr)")
    return _saved(
        sheet_of(
            (
                heading,
                ("Riktningsförändring 1: Mer hälsofrämjande och förebyggande insatser",),
                ("Gå runt i byarna", "Kiruna kommun", "hösten 2026", 40),
                ("Stärkt gemensam primärvård",),
                ("Samlokalisera hälsocentral och hemsjukvård", "Regionen", "2027", 120),
                heading,
                ("Dela schema", "Kiruna", "v. 40", 10),
                ("Övriga insatser",),
                ("Pröva videobesök", "Kiruna", "vt 2027", 5),
                ("Summa", None, None, 175),
            ),
            ("A2:D2", "A4:D4", "A8:D8"),
        ),
        folder / "avsnitt.xlsx",
    )


def one_cell(folder: Path) -> Path:
    """Save a list with everything in one cell."""
    return _saved(
        sheet_of(
            (
                ("Åtgärder",),
                ("- Boka möte med skolan\n- Ta fram en plan\n  för vintern\n- Följ upp i maj",),
                ("Se över hur vi ringer upp\nVi behöver prata med hälsocentralen först.",),
            ),
        ),
        folder / "allt i en cell.xlsx",
    )


def serials(folder: Path) -> Path:
    """Save dates as days, as numbers, as text and as what is no date."""
    rows = [
        ("Utse kontaktpersoner", date(2026, 10, 1), "2026-12-01"),
        ("Mät väntetiden", 46296, "31 februari 2027"),
        ("Skriv avtal", "någon gång efter valet kanske", "1/9 2027"),
        ("Utvärdera", "2028", "2027"),
    ]
    return _saved(
        sheet_of((("Aktivitet", "Startdatum", "Slutdatum"), *rows)), folder / "datum.xlsx"
    )


def old_csv(folder: Path) -> Path:
    """Save a list as a Swedish spreadsheet writes it: cp1252 and semicolons."""
    place = folder / "åtgärder.csv"
    place.write_bytes(
        "Nr;Åtgärd;Ansvarig;Klart senast;Läge;Prioritet\r\n"
        "1;Öppna träffpunkt på Älvgården;Överkalix kommun;2027-01-31;grön;Hög\r\n"
        '2;"Se över färdtjänst; pröva delad bil";Kalix;sommaren 2027;50 %;Låg\r\n'.encode("cp1252")
    )
    return place


def large(folder: Path, rows: int = 5_000) -> Path:
    """Save a list that is long."""
    heading = ("Nr", "Mål", "Aktivitet", "Ansvarig", "Tidplan", "Status", "Kommentar")
    body = [
        (
            n,
            f"Mål {n % 40}",
            f"Gör sak nummer {n}",
            "Piteå kommun",
            f"Q{n % 4 + 1} 2027",
            "Pågår",
            "x",
        )
        for n in range(1, rows + 1)
    ]
    return _saved(sheet_of((heading, *body)), folder / "lång.xlsx")


def nasty(folder: Path) -> Path:
    """Save what nobody should have to read: headings with slips, twins, a personal number."""
    return _saved(
        sheet_of(
            (
                ("Utskrivet 2026-01-01", None, None, None),
                (None, "Aktivitetr", "Ansvarigg", "Stattus", "Stattus", "Insats"),
                (None, "Gör klart", "Kalle", "röd", "?", None),
                (None, "Ring om 19121212-1212 i morgon", "x" * 3000, "lila", None, 4),
                (None, "Utse en samordnare", "alla", "Klar", None, None),
                (None, "Utse en samordnare", "alla", "Klar", None, None),
                (None, "Utse en samordnare", "Polisen", None, None, None),
                (None, None, "Piteå kommun", None, None, "text utan åtgärd"),
                (None, "Bjud in", "Piteå; Polisen; kuratorn", None, None, None),
            ),
        ),
        folder / "röra.xlsx",
    )


def _saved(book: Workbook, place: Path) -> Path:
    book.save(place)
    return place


def errors(folder: Path) -> Path:
    """Save a list with cells that show errors, also where the action stands."""
    book = sheet_of(
        (
            ("Åtgärd", "Klart", "Ansvarig", "Uppföljning"),
            ("Rutin för utskrivning", "#REF!", "Piteå kommun", "#N/A"),
            ("=A2&A2", "2027-05-01", "Älvsbyns kommun", "ok"),
        )
    )
    place = folder / "fel.xlsx"
    book.save(place)
    return place

"""Makes workbooks as other programs and ill-willed people make them, part by part."""

from __future__ import annotations

import os
import random
import zipfile
from collections.abc import Callable, Mapping
from functools import cache
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook

SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_START = f'<?xml version="1.0"?><worksheet xmlns="{MAIN}">'


@cache
def plain_book() -> bytes:
    """Return a small good workbook."""
    book = Workbook()
    book.active.append(["Åtgärd", "Klart"])  # type: ignore[union-attr]
    book.active.append(["Mobilt team", "våren 2027"])  # type: ignore[union-attr]
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def repacked(path: Path, parts: Mapping[str, bytes], *, times: int = 1) -> Path:
    """Write a good workbook at `path` with these parts in place of its own, or added."""
    with zipfile.ZipFile(BytesIO(plain_book())) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, _with_strings(name, old.read(name), parts))
        for name, data in parts.items():
            for _ in range(times):
                new.writestr(name, data, zipfile.ZIP_DEFLATED)
    return path


def _with_strings(name: str, data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """Say in the list of contents that there are shared strings, when there are."""
    if name != "[Content_Types].xml" or STRINGS not in parts:
        return data
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    entry = f'<Override PartName="/{STRINGS}" ContentType="{kind}"/></Types>'
    return data.replace(b"</Types>", entry.encode())


def sheet(body: str, *, after: str = "") -> bytes:
    """Return the XML of a sheet with these rows."""
    return f"{_START}<sheetData>{body}</sheetData>{after}</worksheet>".encode()


def with_sheet(body: str, *, after: str = "") -> Callable[[Path], object]:
    return lambda path: repacked(path, {SHEET: sheet(body, after=after)})


def _bytes(data: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(data)


def _zip(**parts: str) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, text in parts.items():
            package.writestr(name.replace("__", "/"), text)
    return buffer.getvalue()


def _encrypted_zip(path: Path) -> None:
    data = bytearray(plain_book())
    at = data.find(b"PK\x01\x02")
    data[at + 8] |= 1
    path.write_bytes(data)


def _xml_bomb(path: Path) -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    text = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e0 "ha">{entities}]><x>&e9;</x>'
    repacked(path, {SHEET: text.encode()})


def _hidden_declaration(path: Path) -> None:
    """Put the declaration where two chunks of a megabyte meet."""
    text = '<?xml version="1.0"?><!--'.ljust((1 << 20) - 7) + "--><!DOCTYPE x><x/>"
    repacked(path, {SHEET: text.encode()})


OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)

REFUSED: dict[str, tuple[Callable[[Path], object], str]] = {
    "nothing": (_bytes(b""), "är tom"),
    "cut": (_bytes(plain_book()[:-500]), "skadad eller inte färdigskriven"),
    "flipped": (_bytes(plain_book().replace(b"PK\x01\x02", b"PK\x09\x02", 1)), "skadad"),
    "noise": (_bytes(b"PK\x03\x04" + random.Random(1).randbytes(5000)), "skadad"),
    "old": (_bytes(OLE), "äldre Excelfil"),
    "locked": (_bytes(OLE + "EncryptedPackage".encode("utf-16-le")), "lösenord"),
    "encrypted_part": (_encrypted_zip, "lösenord"),
    "ods": (
        _bytes(_zip(mimetype="application/vnd.oasis.opendocument.spreadsheet")),
        "OpenDocument",
    ),
    "binary": (_bytes(_zip(**{"[Content_Types].xml": "<x/>", "xl__workbook.bin": ""})), ".xlsb"),
    "word": (_bytes(_zip(**{"[Content_Types].xml": "<x/>", "word__x.xml": "<x/>"})), "Wordfil"),
    "zip": (_bytes(_zip(readme="hej")), "packat arkiv"),
    "pdf": (_bytes(b"%PDF-1.7\n" + bytes(100)), "PDF"),
    "text": (_bytes("Åtgärd;Klart\n".encode()), "textfil"),
    "web": (_bytes(b"<html><table><tr><td>Klart</td></tr></table></html>"), "webbsida"),
    "strict": (
        lambda path: repacked(
            path, {"xl/workbook.xml": b'<workbook xmlns="http://purl.oclc.org/ooxml/x"/>'}
        ),
        "Strict",
    ),
    "xml_bomb": (_xml_bomb, "deklarationer"),
    "hidden_declaration": (_hidden_declaration, "deklarationer"),
    "utf16": (lambda path: repacked(path, {SHEET: "<a/>".encode("utf-16")}), "teckenkodning"),
    "zip_bomb": (lambda path: repacked(path, {"xl/x.xml": b"<" * (130 << 20)}), "120 MiB"),
    "outside": (lambda path: repacked(path, {"xl/../../x": b""}), "inte gör"),
    "many_parts": (
        lambda path: repacked(path, {f"xl/x{n}": b"" for n in range(1500)}),
        "många delar",
    ),
    "rows_backwards": (
        with_sheet('<row r="2"><c><v>1</v></c></row><row r="1"><c><v>1</v></c></row>'),
        "skadad",
    ),
    "no_such_string": (with_sheet('<row><c t="s"><v>99</v></c></row>'), "skadad"),
    "folder": (Path.mkdir, "är en mapp"),
    "device": (lambda path: path.symlink_to("/dev/zero"), "ingen vanlig fil"),
    "fifo": (os.mkfifo, "ingen vanlig fil"),
    "missing": (lambda _: None, "finns inte"),
}
"""What can't be read, by name: each writes itself at a path, and the words that say why."""

"""Looks through the zip package of a workbook before anything in it is understood."""

from __future__ import annotations

import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from nvworkshop.exchange.incoming.limits import MAX_PARTS, MAX_UNPACKED
from nvworkshop.outside.refusal import Deadline, RefusedError

_ENCRYPTED = 0x1
_CHUNK = 1 << 20
_KEPT = 16
"""Bytes of a chunk that are looked at again with the next, so that no mark hides between two."""

_DECLARATIONS = (b"<!DOCTYPE", b"<!ENTITY")
_XML = (".xml", ".rels", ".vml")
_TEXT_STARTS = (b"<", b"\xef\xbb\xbf<", b" ", b"\n", b"\r", b"\t")
_BROKEN = (BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)
_OPEN_DOCUMENT = "application/vnd.oasis.opendocument"


def open_package(data: bytes | bytearray, deadline: Deadline) -> ZipFile:
    """Return the package of a workbook whose every part is whole, small enough and plain."""
    try:
        package = ZipFile(BytesIO(data))
        _check_names(package)
        _check_parts(package, deadline)
    except _BROKEN as error:
        raise RefusedError("broken") from error
    return package


def _check_names(package: ZipFile) -> None:
    """Refuse what is no workbook, or is put together to deceive."""
    parts = package.infolist()
    names = [one.filename for one in parts]
    if len(names) > MAX_PARTS:
        raise RefusedError("hostile", "many")
    if len({one.casefold() for one in names}) < len(names) or any(map(_is_outside, names)):
        raise RefusedError("hostile", "names")
    if any(one.flag_bits & _ENCRYPTED for one in parts):
        raise RefusedError("encrypted")
    _check_format(package, names)


def _is_outside(name: str) -> bool:
    return ".." in name.split("/") or name.startswith("/") or ":" in name or "\\" in name


def _check_format(package: ZipFile, names: list[str]) -> None:
    if "xl/workbook.bin" in names:
        raise RefusedError("binary")
    if "mimetype" in names and _OPEN_DOCUMENT in _start(package, "mimetype"):
        raise RefusedError("open_document")
    if "[Content_Types].xml" not in names or not any(one.startswith("xl/") for one in names):
        kinds = {"word/": "word", "ppt/": "powerpoint"}
        found = [kind for start, kind in kinds.items() if any(n.startswith(start) for n in names)]
        raise RefusedError("not_book", found[0] if found else "archive")


def _start(package: ZipFile, name: str) -> str:
    with package.open(name) as part:
        return part.read(200).decode("ascii", "replace")


def _check_parts(package: ZipFile, deadline: Deadline) -> None:
    """Unpack every part once, counting; the sizes the file states are not trusted."""
    total = 0
    for part in package.infolist():
        total = _check_part(package, part, deadline, total)


def _check_part(package: ZipFile, part: ZipInfo, deadline: Deadline, total: int) -> int:
    is_xml = part.filename.casefold().endswith(_XML)
    last = b""
    with package.open(part) as opened:
        while chunk := opened.read(_CHUNK):
            total += len(chunk)
            if total > MAX_UNPACKED:
                raise RefusedError("bomb")
            if is_xml:
                _check_xml(last, chunk)
                last = chunk[-_KEPT:]
            deadline.check()
    return total


def _check_xml(last: bytes, chunk: bytes) -> None:
    """Refuse declarations, and text in which they could not be seen."""
    if not last and not chunk.startswith(_TEXT_STARTS):
        raise RefusedError("hostile", "encoding")
    if b"\0" in chunk:
        raise RefusedError("hostile", "encoding")
    if any(mark in last + chunk for mark in _DECLARATIONS):
        raise RefusedError("hostile", "declaration")

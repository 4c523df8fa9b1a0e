"""A book on its way from the child to the parent: a size and JSON, in which nothing can run."""

from __future__ import annotations

import json
import struct
from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any, BinaryIO

from nvworkshop.model.sheets import RawBook, RawSheet, RawValue

_SIZE = struct.Struct("I")
_MAX_ANSWER = 600 << 20


def send(out: BinaryIO, answer: RawBook | tuple[str, str | int]) -> None:
    """Write a book, or the code and fact of why there is none."""
    data: dict[str, Any]
    if isinstance(answer, RawBook):
        data = {
            "status": "ok",
            "sheets": [_as_data(one) for one in answer.sheets],
            "marks": dict(answer.marks),
            "notes": answer.notes,
        }
    else:
        data = {"status": answer[0], "fact": answer[1]}
    text = json.dumps(data, ensure_ascii=False, default=_moment_as_data)
    encoded = text.encode("utf-8", "surrogatepass")
    out.write(_SIZE.pack(len(encoded)) + encoded)
    out.flush()


def _as_data(sheet: RawSheet) -> list[Any]:
    return [sheet.name, sheet.rows, sheet.hidden, sheet.merged]


def _moment_as_data(value: object) -> dict[str, str]:
    if isinstance(value, datetime):
        return {"moment": value.isoformat()}
    if isinstance(value, date):
        return {"day": value.isoformat()}
    if isinstance(value, time):
        return {"time": value.isoformat()}
    raise TypeError(type(value).__name__)


def receive(source: BinaryIO, name: str) -> RawBook | tuple[str, str | int]:
    """Read an answer; ValueError, TypeError or KeyError for what no child sends."""
    (size,) = _SIZE.unpack(_exactly(source, _SIZE.size))
    if size > _MAX_ANSWER:
        raise ValueError(size)
    try:
        data = json.loads(_exactly(source, size).decode("utf-8", "surrogatepass"))
    except RecursionError as error:
        raise ValueError from error
    if data["status"] != "ok":
        return str(data["status"]), data["fact"]
    sheets = tuple(_sheet(*one) for one in data["sheets"])
    marks = {str(key): str(value) for key, value in data["marks"].items()}
    return RawBook(name, sheets, marks, tuple(map(str, data["notes"])))


def _exactly(source: BinaryIO, size: int) -> bytes:
    data = source.read(size)
    if len(data) != size:
        raise ValueError(size)
    return data


def _sheet(name: str, rows: Any, hidden: Any, merged: Any) -> RawSheet:
    return RawSheet(
        str(name),
        tuple(tuple(map(_value, row)) for row in rows),
        bool(hidden),
        tuple(
            (int(top), int(left), int(bottom), int(right)) for top, left, bottom, right in merged
        ),
    )


def _value(data: Any) -> RawValue:
    if data is None or isinstance(data, str | int | float):
        return data
    ((kind, text),) = data.items()
    return _MOMENTS[kind](text)


_MOMENTS: dict[str, Callable[[str], RawValue]] = {
    "moment": datetime.fromisoformat,
    "day": date.fromisoformat,
    "time": time.fromisoformat,
}

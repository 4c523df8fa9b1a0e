"""Read a strategy's files as untrusted text and JSON; problems are gathered, not raised."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

from nvworkshop.language import marked, said

MAX_BYTES = 2_000_000
MAX_SHOWN = 40
_DENIED = marked("filen går inte att läsa; kontrollera att du får öppna den")
_NOT_UTF8 = marked("texten är inte UTF-8; spara filen som UTF-8")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def read_text(path: Path, where: str, problems: list[str]) -> str | None:
    """Read a UTF-8 file of at most MAX_BYTES as NFC text with Unix line ends."""
    try:
        if not path.is_file():
            problems.append(f"{where}: {said('filen saknas')}")
            return None
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError:
        problems.append(f"{where}: {said(_DENIED)}")
        return None
    if len(data) > MAX_BYTES:
        problems.append(f"{where}: {said('filen är för stor, högst 2 MB går att läsa')}")
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        problems.append(f"{where}: {_line(line)}: {said(_NOT_UTF8)}")
        return None
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    control = _CONTROL.search(text)
    if control:
        line = text.count("\n", 0, control.start()) + 1
        problems.append(f"{where}: {_line(line)}: {said('styrtecken får inte finnas i texten')}")
        return None
    return text


def _line(number: int) -> str:
    return said("rad {line}").format(line=number)


def read_json(path: Path, where: str, problems: list[str]) -> Any | None:
    """Read a JSON file; a key that stands twice in one object is a problem too."""
    text = read_text(path, where, problems)
    if text is None:
        return None
    repeated: list[str] = []

    def without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            counts = Counter(key for key, _ in pairs)
            repeated.extend(key for key, count in counts.items() if count > 1)
        return found

    try:
        value = json.loads(text, object_pairs_hook=without_repeats)
    except json.JSONDecodeError as error:
        place = said("rad {lineno}, kolumn {colno}").format(lineno=error.lineno, colno=error.colno)
        problems.append(f"{where}: {place}: {said('filen är inte riktig JSON')}")
        return None
    except (ValueError, RecursionError):
        problems.append(f"{where}: {said('filen har för stora tal eller för många nivåer')}")
        return None
    twice = said("nyckeln {key} står två gånger")
    problems.extend(f"{where}: {twice.format(key=shown(key))}" for key in repeated)
    return value


def shown(value: object) -> str:
    """Quote something from the file, cut to MAX_SHOWN characters, nothing unprintable in it."""
    text = str(value)
    cut = text[:MAX_SHOWN] + ("…" if len(text) > MAX_SHOWN else "")
    printable = "".join(c if c.isprintable() else "\ufffd" for c in cut)
    return f"”{printable}”"

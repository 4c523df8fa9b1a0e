"""Read a workbook or a text table from outside: in a child process, since it may be crafted."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import openpyxl

from nvworkshop.exchange.incoming import sentences, wire
from nvworkshop.model.sheets import RawBook
from nvworkshop.outside.child import Child, command_of

SECONDS = 60.0
"""How long the reading of one file may take."""


def read_book(path: Path, *, timeout: float = SECONDS) -> RawBook:
    """Return all that the sheets of a .xlsx, .xlsm or .csv hold; raise BookError, all plain text.

    What a file is shows by its content, not by its name.
    """
    try:
        child = Child(command())
    except OSError as error:
        raise sentences.failure("not_started", path) from error
    try:
        with child.asked(path, timeout) as source:
            answer = wire.receive(source, path.name)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise sentences.failure("slow" if child.expired else "crashed", path) from error
    finally:
        child.close()
    if isinstance(answer, RawBook):
        return replace(answer, notes=tuple(map(sentences.note, answer.notes)))
    raise sentences.failure(answer[0], path, answer[1])


def command() -> list[str]:
    """Return the command line of the child."""
    libraries = [str(Path(openpyxl.__file__).resolve().parents[1])]
    return command_of("nvworkshop.exchange.incoming.child", "--read-books", libraries)

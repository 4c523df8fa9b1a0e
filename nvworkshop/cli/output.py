"""What the command line prints: results on stdout, messages on stderr, and the exit code."""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NoReturn

import click

from nvworkshop.errors import DISK_FULL, PlanError
from nvworkshop.language import marked, said

if TYPE_CHECKING:
    from nvworkshop.model.fields import Kind
    from nvworkshop.model.things import Thing

NEEDS_PERSON = 1
"""Exit code: done, but somebody has to look (conflicts, damage, rejected rows)."""

COULD_NOT = 2
"""Exit code: could not; nothing has changed."""

ATTENTION = "nvworkshop.attention"
"""In a context's `meta`: the command is done, but somebody has to look."""

KEPT = "nvworkshop.kept"
"""In a context's `meta`: what the command was to write is written; only its answer is left."""

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")

as_json_option = click.option(
    "--json", "as_json", is_flag=True, help=marked("Skriv ett JSON-dokument.")
)


class AnswerError(PlanError):
    """The answer could not be written on stdout; `code` tells whether the work is done."""

    def __init__(self, error: OSError) -> None:
        """Say why, and what became of the work."""
        kept = bool(click.get_current_context().meta.get(KEPT))
        super().__init__(
            said("Svaret gick inte att skriva: disken är full.")
            if error.errno in DISK_FULL
            else said("Svaret gick inte att skriva."),
            said("Det som skulle göras är gjort och finns kvar.") if kept else "",
            said("Gör inte om det; se efter med nvworkshop show.")
            if kept
            else said("Låt svaret gå till en annan plats."),
        )
        self.code = NEEDS_PERSON if kept else COULD_NOT


def print_json(document: Any) -> None:
    """Print one JSON document on stdout."""
    import json  # only needed when asked for

    _answer(json.dumps(document, ensure_ascii=False, indent=1))


def say(*sentences: str) -> None:
    """Print messages for the person on stderr; when that can't be, nobody can be told."""
    with suppress(OSError):
        for sentence in sentences:
            click.echo(_harmless(sentence), err=True)


def show(line: str) -> None:
    """Print a line of the result for the person on stdout."""
    _answer(_harmless(line))


def _answer(text: str) -> None:
    """Print on stdout. Raises AnswerError; a reader that has had enough is click's to end."""
    try:
        click.echo(text)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise AnswerError(error) from error


def kept() -> None:
    """Remember that the work is written, should its answer not be."""
    click.get_current_context().meta[KEPT] = True


def _harmless(text: str) -> str:
    """Return the text without what could steer the terminal: names and files come from outside."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)


def needs_person() -> None:
    """Let the command at hand go on to its end, and then exit with NEEDS_PERSON."""
    click.get_current_context().meta[ATTENTION] = True


def finish(code: int) -> NoReturn:
    """End the command with an exit code."""
    raise SystemExit(code)


def plain(data: Any) -> Any:
    """Return a logged value as scripts read it: a period as said, an answer as its words."""
    from nvworkshop.model.labels import ANSWER_LABELS, is_answer

    if is_answer(data):
        return ANSWER_LABELS[data["answer"]]
    if isinstance(data, dict) and "said" in data:
        return data["said"]
    return data


def thing_json(kind: Kind, thing: Thing) -> dict[str, Any]:
    """Return a thing as scripts read it: all fields; a period also as `_first` and `_last`."""
    from nvworkshop.model.conflicts import iso
    from nvworkshop.model.fields import FieldType

    told: dict[str, Any] = {"id": thing.id, "kind": kind.name}
    for field in kind.fields:
        data = thing[field.name]
        told[field.name] = plain(data)
        if field.type is FieldType.PERIOD:
            known = data if isinstance(data, dict) else {}
            told[f"{field.name}_first"] = known.get("first")
            told[f"{field.name}_last"] = known.get("last")
    return {**told, "in_conflict": sorted(thing.conflicts), "updated": iso(thing.updated)}


def when(at: int) -> str:
    """Return milliseconds since 1970 UTC as the clock on this computer's wall."""
    from datetime import datetime  # only needed for people

    from nvworkshop.model.conflicts import iso

    try:
        return datetime.fromtimestamp(at / 1000).astimezone().strftime("%Y-%m-%d %H:%M:%S")
    except (OverflowError, ValueError, OSError):  # beyond the calendar
        return iso(at)


def counted(number: int, one: str, several: str) -> str:
    """Return a number with its word: "1 åtgärd", "12 åtgärder"."""
    return f"{number} {one if number == 1 else several}"


def lines(rows: Iterable[tuple[str, ...]]) -> None:
    """Print rows with their columns aligned; the last column is as long as it is."""
    table = list(rows)
    widths = [max(len(row[i]) for row in table) for i in range(len(table[0]) - 1)] if table else []
    for row in table:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=False)]
        show("  ".join([*cells, row[-1]]).rstrip())

"""The catalogue's two files for a language: one that people write, one that the program reads.

What somebody has translated stays; what is declared in English takes that; what nothing says any
longer goes. Nothing is guessed from a text that is like another.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from nvworkshop.places import RESOURCES
from ui.catalogue.declared import declared
from ui.catalogue.gathered import gathered

FOLDER = RESOURCES / "language"
_ENGLISH = "en"
_NEVER = datetime(2026, 1, 1, tzinfo=UTC)
_WIDTH = 100


def renewed(file: Path) -> Catalog:
    """Return a language's catalogue as it is, with what is new in the source and without the rest.

    Raises ValueError where two declarations call the same thing differently.
    """
    before = read(file)
    made = _empty(file.stem)
    for text, files in gathered().items():
        _add(made, before, text, files)
    english: dict[tuple[str, str], str] = {}
    for one in declared():
        _add(made, before, one.text, [one.file], one.context)
        if one.english and file.stem == _ENGLISH:
            if english.setdefault((one.context, one.text), one.english) != one.english:
                raise ValueError(f"{one.text!r} has two English names in {one.file}")
            _message(made, one.text, one.context).string = one.english
    return made


def read(file: Path) -> Catalog:
    """Read the file that people write; none is an empty catalogue."""
    if not file.exists():
        return _empty(file.stem)
    with file.open("rb") as opened:
        return read_po(opened, locale=file.stem)


def write(catalogue: Catalog, file: Path) -> None:
    """Write both files, the same for the same texts."""
    with file.open("wb") as opened:
        write_po(opened, catalogue, width=_WIDTH, sort_by_file=True, include_lineno=False)
    with file.with_suffix(".mo").open("wb") as opened:
        write_mo(opened, catalogue)


def left(catalogue: Catalog) -> Iterator[str]:
    """Yield the texts that nobody has translated."""
    for one in catalogue:
        if one.id and not one.string:
            yield str(one.id)


def _empty(language: str) -> Catalog:
    return Catalog(
        language,
        header_comment="# What the program says; `make language` keeps it in step with the source.",
        project="NV Workshop",
        version="1",
        copyright_holder="",
        msgid_bugs_address="NV Workshop",
        last_translator="NV Workshop",
        language_team="NV Workshop",
        creation_date=_NEVER,
        revision_date=_NEVER,
        fuzzy=False,
    )


def _add(made: Catalog, before: Catalog, text: str, files: list[str], context: str = "") -> None:
    known = before.get(text, context or None)
    string = known.string if known else ""
    made.add(text, string, [(one, 0) for one in files], context=context or None)
    _message(made, text, context).flags.clear()


def _message(catalogue: Catalog, text: str, context: str) -> Message:
    found = catalogue.get(text, context or None)
    assert found is not None  # noqa: S101 (it was just added)
    return found

"""PDF: typst sets a template of ours with texts from a plan, and what was written is read back.

A text from a plan reaches the template as a string in JSON, so nothing in it is read as markup or
code, and the templates can read no file outside `resources/`. Each file is both PDF/A-2a (to keep)
and PDF/UA-1 (to be read aloud).
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from nvworkshop import durable
from nvworkshop.errors import ExportError
from nvworkshop.exchange.placing import differs, placing
from nvworkshop.exchange.texts import REPLACEMENT, visible_data
from nvworkshop.language import said
from nvworkshop.places import RESOURCES

STANDARDS = ("PDF/A-2a", "PDF/UA-1")

_CLAIMS = (
    b"<pdfaid:part>2</pdfaid:part>",
    b"<pdfaid:conformance>A</pdfaid:conformance>",
    b"<pdfuaid:part>1</pdfuaid:part>",
)
_PAGES = re.compile(rb"/Type/Pages/Count (\d+)")
_COMMON = re.compile("[\n -~\u00a0-\u017f]")
"""Letters that every font in question has: Western, Sami and other Latin ones."""

_LONG_WORD = re.compile(r"\S{40,}")
_PART = re.compile(r".{20}")

_LETTERS = "letters"
"""The template that only tries letters."""


@dataclass(frozen=True, slots=True)
class Printed:
    """How many pages were written and read back, and what the reader needs to know."""

    pages: int
    notices: tuple[str, ...] = ()


def write(
    template: str,
    data: Mapping[str, Any],
    place: Path,
    *,
    made: datetime,
    pictures: Sequence[str] = (),
    resources: Path = RESOURCES,
) -> Printed:
    """Set `print/TEMPLATE.typ` with the data, write it to `place` and read it back.

    `pictures` are SVG of ours that the data names by number. Raises ExportError; then a file
    already at `place` is as it was.
    """
    import typst  # only needed to print

    setter = _Setter(resources, made, pictures)
    try:
        document, notices = setter.set_or_mend(template, _fit(data))
    except typst.TypstError as error:
        raise _misfit(template, place.name) from error
    return Printed(_put(document, place), notices)


def drawn(
    template: str,
    data: Mapping[str, Any],
    *,
    made: datetime,
    ppi: float,
    pictures: Sequence[str] = (),
    resources: Path = RESOURCES,
) -> tuple[bytes, ...]:
    """Return the pages that `write` would write, as pictures (PNG). Raises ExportError."""
    import typst  # only needed to print

    try:
        pages = _Setter(resources, made, pictures).draw(template, _fit(data), ppi)
    except typst.TypstError as error:
        raise _misfit(template, said("Utskriften")) from error
    return tuple(pages)


def _fit(data: Mapping[str, Any]) -> Any:
    return _changed(visible_data(dict(data)), _breakable)


def _misfit(template: str, name: str) -> ExportError:
    return ExportError(
        said("{name} gick inte att göra.").format(name=name),
        said("Mallen {template}.typ passade inte till innehållet.").format(template=template),
        said("Se efter om någon text har ovanliga tecken, och installera om programmet annars."),
    )


def _put(document: bytes, place: Path) -> int:
    """Write the bytes to their place, and return how many pages they are when read again."""
    with placing(place) as temporary:
        durable.write(temporary, document)
        read = temporary.read_bytes()
        if read != document:
            raise differs(place, said("innehållet är inte det som skrevs"))
        return _pages(read, place)


def _pages(read: bytes, place: Path) -> int:
    """Return the number of pages of a whole file that says what it conforms to."""
    found = _PAGES.search(read)
    if not read.startswith(b"%PDF-") or not read.rstrip().endswith(b"%%EOF") or not found:
        raise differs(place, said("det är ingen hel PDF"))
    if not all(claim in read for claim in _CLAIMS):
        raise differs(
            place, said("den är inte {standards}").format(standards=said(" och ").join(STANDARDS))
        )
    return int(found[1])


@dataclass(frozen=True, slots=True)
class _Setter:
    """Sets templates; nothing outside `resources` can be read by them."""

    resources: Path
    made: datetime
    pictures: Sequence[str] = ()

    def set_or_mend(self, template: str, data: Mapping[str, Any]) -> tuple[bytes, tuple[str, ...]]:
        """Return the document, with a mark for each letter that no font has, and what to tell."""
        import typst  # only needed to print

        try:
            return self.set(template, data), ()
        except typst.TypstError:
            mended, lacking = _mended(data, self)
            if not lacking:
                raise
            told = said(
                "Tecken som datorns typsnitt saknar står som {replacement}: {lacking} olika."
            ).format(replacement=REPLACEMENT, lacking=lacking)
            return self.set(template, mended), (told,)

    def set(self, template: str, data: Mapping[str, Any]) -> bytes:
        """Return the document. Raises TypstError for what doesn't fit or can't be shown."""
        import typst  # only needed to print

        made: bytes = typst.compile(**self._asked(template, data), pdf_standards=["a-2a", "ua-1"])
        return made

    def draw(self, template: str, data: Mapping[str, Any], ppi: float) -> list[bytes]:
        """Return each page as PNG; a letter that no font has is drawn as an empty box."""
        import typst  # only needed to print

        made = typst.compile(**self._asked(template, data), format="png", ppi=ppi)
        return list(made) if isinstance(made, list) else [made]

    def _asked(self, template: str, data: Mapping[str, Any]) -> dict[str, Any]:
        return {
            "input": self.resources / "print" / f"{template}.typ",
            "root": self.resources,
            "sys_inputs": {
                "data": json.dumps(data, ensure_ascii=False),
                "pictures": json.dumps(list(self.pictures)),
            },
            "timestamp": self.made.replace(microsecond=0),
        }

    def shows(self, letters: Sequence[str]) -> bool:
        """Tell whether this computer's fonts have all the letters."""
        import typst  # only needed to print

        try:
            self.set(_LETTERS, {"letters": letters})
        except typst.TypstError:
            return False
        return True


def _mended(data: Any, setter: _Setter) -> tuple[Any, int]:
    """Return the data with a mark for each letter no font has, and how many there were."""
    odd = sorted({one for text in _texts(data) for one in _COMMON.sub("", text)})
    lacking = _lacking(odd, setter)
    table = str.maketrans(dict.fromkeys(lacking, REPLACEMENT))
    return _changed(data, lambda text: text.translate(table)), len(lacking)


def _lacking(letters: Sequence[str], setter: _Setter) -> list[str]:
    """Return the letters no font has, by halving what fails."""
    if not letters or setter.shows(letters):
        return []
    if len(letters) == 1:
        return list(letters)
    half = len(letters) // 2
    return _lacking(letters[:half], setter) + _lacking(letters[half:], setter)


def _texts(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, Mapping):
        for value in data.values():
            yield from _texts(value)
    elif isinstance(data, list):
        for value in data:
            yield from _texts(value)


def _changed(data: Any, change: Callable[[str], str]) -> Any:
    """Return the data with every text changed."""
    if isinstance(data, str):
        return change(data)
    if isinstance(data, dict):
        return {key: _changed(value, change) for key, value in data.items()}
    if isinstance(data, list):
        return [_changed(value, change) for value in data]
    return data


def _breakable(text: str) -> str:
    """Let a word that no line has room for, such as a web address, go on in the next line."""
    return _LONG_WORD.sub(lambda word: _PART.sub("\\g<0>\u200b", word[0]), text)

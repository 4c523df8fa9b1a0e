"""Text from people: made clean at every entrance, and keys to match and sort it by."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from nvworkshop.errors import InputError
from nvworkshop.language import marked, said

MAX_TEXT = 100_000
"""Most characters in a text of several lines."""

MAX_LINE = 2_000
"""Most characters in a text of one line."""

_LINE_BREAK = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_NONCHARACTER = re.compile(
    "[\ufdd0-\ufdef"
    + "".join(chr(plane << 16 | end) for plane in range(17) for end in (0xFFFE, 0xFFFF))
    + "]"
)
_BETWEEN = re.compile(r"[\s/\\\-\u2010-\u2015\u2212]+")
_UNSEEN = re.compile("[\u00ad\u200b\ufeff]")
_ACCENT = re.compile("[\u0300-\u036f]")
_NUMBER = re.compile("[0-9]+")
_LETTER_ORDER = str.maketrans(
    {"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}", "œ": "}", "ő": "}", "ü": "y", "ű": "y"}
    | {"đ": "d", "ð": "d", "ŋ": "n", "ŧ": "t", "ł": "l", "þ": "th", "\u00a0": " "}
    | dict.fromkeys("{|}~", "!")
)
"""å ä ö become the three characters after z; the letters Swedish files under another one."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A text fit to keep, and what had to be changed in it.

    `notes` are Swedish sentences; empty when the text was only normalised (NFC, line breaks,
    spaces at the ends), which nobody can see.
    """

    text: str
    notes: tuple[str, ...] = ()


_CONTROLS = marked("styrtecken som inte syns togs bort.")
_BROKEN = marked("trasiga tecken ersattes med \ufffd.")
_BROKEN_ONE = marked("trasigt tecken ersattes med \ufffd.")
_INVALID = marked("ogiltiga tecken togs bort.")
_INVALID_ONE = marked("ogiltigt tecken togs bort.")


def clean(text: str, *, multiline: bool) -> Cleaned:
    """Return `text` fit to keep: NFC, encodable, no control characters but line break and tab.

    A field of one line gets spaces for line breaks and tabs. Emoji, joiners, direction marks and
    non-breaking spaces stay. Raises InputError when the text is too long to keep.
    """
    text = _LINE_BREAK.sub("\n", text)
    text, broken = _mend_surrogates(text)
    text, controls = _CONTROL.subn("", text)
    text, invalid = _NONCHARACTER.subn("", text)
    text = unicodedata.normalize("NFC", text.replace("\ufeff", ""))
    text = _strip_lines(text) if multiline else _one_line(text)
    _check_length(len(text), MAX_TEXT if multiline else MAX_LINE)
    notes = (
        (controls, _CONTROLS),
        (broken, _BROKEN if broken > 1 else _BROKEN_ONE),
        (invalid, _INVALID if invalid > 1 else _INVALID_ONE),
    )
    return Cleaned(text, tuple(f"{count} {said(what)}" for count, what in notes if count))


def _mend_surrogates(text: str) -> tuple[str, int]:
    """Join surrogate pairs and replace lone ones; also return how many were lone."""
    if not _SURROGATE.search(text):
        return text, 0
    mended = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return mended, mended.count("\ufffd") - text.count("\ufffd")


def _strip_lines(text: str) -> str:
    """Strip the end of each line and the blank lines before and after the text."""
    return "\n".join(line.rstrip() for line in text.split("\n")).strip("\n")


def _one_line(text: str) -> str:
    """Put a space for line breaks and tabs and the spaces around them."""
    return " ".join(filter(None, (part.strip() for part in re.split(r"[\n\t]+", text))))


def _check_length(length: int, most: int) -> None:
    """Raise InputError when a text of `length` characters is longer than `most`."""
    if length > most:
        counts = [f"{count:,}".replace(",", "\u00a0") for count in (length, most)]
        raise InputError(
            said("Texten är för lång: {counts} tecken.").format(counts=counts[0]),
            said("Högst {counts} tecken får plats här.").format(counts=counts[1]),
            said("Korta texten eller dela den i flera."),
        )


def fold(text: str) -> str:
    """Return what two texts have in common when they read the same: for matching, not showing.

    Case, soft hyphens, and the choice of space, hyphen or slash don't count; å ä ö stay letters of
    their own.
    """
    plain = unicodedata.normalize("NFD", _UNSEEN.sub("", text)).casefold()
    return _BETWEEN.sub(" ", unicodedata.normalize("NFC", plain)).strip()


def sort_key(text: str) -> tuple[str, str, str]:
    """Return the key that sorts as a Swedish register: å ä ö last, numbers by size.

    First without case and accents (é as e, ü as y, æ as ä, ø as ö; w is its own letter), then
    with accents, last with case, so that different texts never share a key.
    """
    text = unicodedata.normalize("NFC", text)
    folded = text.casefold()
    letters = folded.translate(_LETTER_ORDER)
    if not letters.isascii():
        letters = _ACCENT.sub("", unicodedata.normalize("NFD", letters))
    return _NUMBER.sub(_by_size, letters), folded, text


def _by_size(number: re.Match[str]) -> str:
    """Put the count of digits before the digits, so that 2 sorts before 10."""
    digits = number[0].lstrip("0")
    return f"0{chr(min(len(digits), 0xFFFF))}{digits}"


def shorten(text: str, width: int) -> str:
    """Return the text on one line of at most `width` characters, cut with an ellipsis."""
    line = " ".join(text.split())
    return line if len(line) <= width else line[: width - 1] + "…"


def safe_name(text: str, longest: int = 100) -> str:
    """Return a text as a file name that every system takes, without its suffix."""
    kept = "".join(one if one.isalnum() or one in " -–_.,()" else "-" for one in text)
    return " ".join(kept.split()).strip(" .")[:longest].strip(" .") or "plan"


def shorten_apart(texts: Sequence[str], width: int) -> list[str]:
    """Return the texts on one line each, cut so that the place where they part is seen."""
    lines = [" ".join(text.split()) for text in texts]
    if max(map(len, lines), default=0) <= width:
        return [shorten(line, width) for line in lines]
    same = takewhile(lambda letters: len(set(letters)) == 1, zip(*lines, strict=False))
    start = lines[0].rfind(" ", 0, max(sum(1 for _ in same) - width // 4, 0)) + 1
    if start == 0:
        return [shorten(line, width) for line in lines]
    return [shorten(f"…{line[start:]}", width) for line in lines]


def in_old_letters(text: str) -> str:
    """Return a text as a CSV file from Windows keeps it: "?" for each sign it has no letter for."""
    return text.encode("cp1252", "replace").decode("cp1252", "replace")

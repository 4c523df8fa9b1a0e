"""Text from people, kept from being read as Markdown, HTML or anything else but text.

Every sign that could mean something to a reader of Markdown or HTML is one sign of its own from
Unicode's private area, until the document is made. It keeps its length, and nothing a template
does to it can let it out. Signs of that area that people typed become `REPLACEMENT`.

A picture is one such sign too: the place where it stands, which nothing but the program can make.
"""

from __future__ import annotations

import re
from typing import Any

from nvworkshop.model.text import shorten

REPLACEMENT = "\ufffd"

_FIRST = 0xF200
"""The private sign that stands for NUL; the others follow as in ASCII."""

_GUARDED = "\n" + "".join(
    chr(one) for one in range(0x20, 0x7F) if not chr(one).isalnum() and chr(one) != " "
)
_GUARD = {ord(one): _FIRST + ord(one) for one in _GUARDED}
_PICTURES = range(0xF280, 0xF300)
_REVEAL: dict[int, int | None] = {
    **{private: plain for plain, private in _GUARD.items()},
    **dict.fromkeys(_PICTURES),
}

_LINE_END = chr(_GUARD[ord("\n")])

_RETURN = re.compile("\r\n?|[\u2028\u2029\v\f]")
_UNFIT = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\uf200-\uf2ff]")


def guard(text: str) -> str:
    """Return the text as nothing but text, in one or more lines, without spaces at its ends."""
    plain = _UNFIT.sub(REPLACEMENT, _RETURN.sub("\n", text).replace("\t", " "))
    return plain.strip().translate(_GUARD)


def reveal(text: str) -> str:
    """Return a guarded text as people wrote it."""
    return text.translate(_REVEAL)


MOST_PICTURES = len(_PICTURES)
"""Most pictures of one document."""


def picture_sign(number: int) -> str:
    """Return what stands where a document's picture is to be; `number` from 0."""
    return chr(_PICTURES[number])


def pictures_in(text: str) -> list[int]:
    """Return the numbers of the pictures of a paragraph that holds nothing else."""
    signs = "".join(text.split()) if _SIGNS.fullmatch(text) else ""
    return [ord(one) - _PICTURES[0] for one in signs]


PICTURES = f"[{chr(_PICTURES[0])}-{chr(_PICTURES[-1])}]"
"""What finds a picture's sign, as a regular expression."""

_SIGNS = re.compile(rf"\s*(?:{PICTURES}\s*)+")


def cut(text: str, width: int) -> str:
    """Return a guarded text on one line of at most `width` characters, cut after a whole word."""
    line = text.replace(_LINE_END, " ")
    short = shorten(line, width)
    if not short.endswith("…") or " " not in short[width // 2 :]:
        return short
    return f"{short.rsplit(' ', 1)[0]} …"


def guarded(data: Any) -> Any:
    """Return plain data with every text in it guarded."""
    if isinstance(data, str):
        return guard(data)
    if isinstance(data, dict):
        return {key: guarded(value) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [guarded(one) for one in data]
    return data


def as_markdown(text: str) -> str:
    """Return Markdown with guarded texts in it as Markdown that says the same.

    A line break within a text is `<br>`, so that it can stand in a table.
    """
    lines = _NUMBERED.sub(lambda found: f"{found[1]}\\{found[2]}", text)
    lines = _BEGINNING.sub(lambda found: f"\\{found[0]}", lines)
    lines = _UNDERLINE.sub("&#61;", lines)
    return lines.translate(_MARKDOWN)


def _private(signs: str) -> str:
    return "[" + "".join(chr(_GUARD[ord(one)]) for one in signs) + "]"


_BEGINNING = re.compile(rf"(?<!\S){_private('-+')}")
"""Signs that may mean something where a text begins."""

_UNDERLINE = re.compile(rf"(?<!\S){_private('=')}")

_NUMBERED = re.compile(rf"(?<!\S)(\d+)({_private('.)')})(?!\S)")

_MARKDOWN: dict[int, int | str | None] = {
    **_REVEAL,
    **{_GUARD[ord(one)]: f"\\{one}" for one in "\\`*_[]{}#|"},
    _GUARD[ord("\n")]: "<br>",
    _GUARD[ord("<")]: "&lt;",
    _GUARD[ord(">")]: "&gt;",
    _GUARD[ord("&")]: "&amp;",
    _GUARD[ord("~")]: "&#126;",
}

_HTML: dict[int, int | str | None] = {
    **_REVEAL,
    _GUARD[ord("\n")]: "<br>",
    _GUARD[ord("<")]: "&lt;",
    _GUARD[ord(">")]: "&gt;",
    _GUARD[ord("&")]: "&amp;",
    _GUARD[ord('"')]: "&quot;",
    _GUARD[ord("'")]: "&#39;",
}


def in_html(text: str) -> str:
    """Return HTML with guarded texts in it as HTML that shows them."""
    return text.translate(_HTML)

"""Texts made fit for other programs: what they can't hold is replaced where people can see it."""

from __future__ import annotations

import re
from typing import Any

REPLACEMENT = "\ufffd"
"""What stands for a character that the format can't hold."""

_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_RETURN = re.compile("\r\n?")


def visible(text: str) -> tuple[str, bool]:
    """Return the text without control characters and lone surrogates, and whether it had any.

    Each becomes REPLACEMENT; a carriage return becomes a line break.
    """
    if text.isascii() and text.isprintable():
        return text, False
    fit = _UNFIT.sub(REPLACEMENT, text)
    return _RETURN.sub("\n", fit), fit != text


def visible_data(data: Any) -> Any:
    """Return JSON data with every text made fit; what is no JSON number becomes text."""
    if isinstance(data, str):
        return visible(data)[0]
    if isinstance(data, dict):
        return {visible(str(key))[0]: visible_data(value) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [visible_data(one) for one in data]
    if isinstance(data, float) and (data != data or data in (float("inf"), float("-inf"))):  # noqa: PLR0124
        return str(data)
    return data

"""The style sheet: the QSS file with its tokens and pixels put in."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from ui.theme.tokens import FOLDER

_COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)
_FIELD = re.compile(r"@([a-zA-Z]\w*)|\b(\d+)px(?:-(\w+))?")


def style_sheet(
    words: Mapping[str, str],
    sizes: Mapping[str, int],
    px: Callable[[float], int],
    folder: Path = FOLDER,
) -> str:
    """Return the QSS: `words` are colours, marks and fonts; `px` makes pixels of design pixels.

    KeyError names a token nobody knows.
    """

    def filled(found: re.Match[str]) -> str:
        token, pixels, less = found.groups()
        if pixels is not None:
            return f"{px(int(pixels)) - (px(sizes[less]) if less else 0)}px"
        return words[token] if token in words else f"{px(sizes[token])}px"

    said = (folder / "style.qss").read_text(encoding="utf-8")
    return _FIELD.sub(filled, _COMMENT.sub("", said))

"""How a status looks in every picture of it: a colour and a pattern, since colour isn't enough."""

from __future__ import annotations

from types import MappingProxyType
from typing import NamedTuple


class StatusLook(NamedTuple):
    """A token of the theme, and a pattern as a drawing of lines: "" for a plain ground."""

    token: str
    pattern: str


STATUS_LOOKS = MappingProxyType(
    {
        "done": StatusLook("ok", ""),
        "tried": StatusLook("muted", "xxx"),
        "ongoing": StatusLook("primary", "///"),
        "paused": StatusLook("faint", "..."),
        "not_started": StatusLook("line", ""),
        "delayed": StatusLook("danger", "\\\\\\"),
        "": StatusLook("card", "---"),
    }
)
"""The look of each status, in the order they stand in a bar."""

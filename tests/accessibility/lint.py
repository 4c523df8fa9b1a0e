"""What a screen reader should never get to hear of what the keys come to."""

from __future__ import annotations

from collections.abc import Iterable

from tests.accessibility.bus import Event

_NO_ROLES = ("filler", "unknown", "invalid")
_MARKUP = ("<p", "</", "&nbsp;", "\u200b")


def wrong(heard: Iterable[Event]) -> list[str]:
    """Return what was wrong with what the keys came to: no name, no role, or markup in words."""
    found = []
    for event in heard:
        if event["kind"] != "object:state-changed:focused" or not event["detail"]:
            continue
        name, role = event["name"] or event["label"], event["role"]
        if role in _NO_ROLES:
            found += [f"{name}: no role"] if name else []
        elif not name:
            found.append(f"{role} at {event['place']}: no name")
        if any(sign in f"{name}{event['description']}" for sign in _MARKUP):
            found.append(f"{role} {name}: markup")
    return found

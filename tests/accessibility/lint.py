"""What a screen reader should never get to hear of what the keys come to."""

from __future__ import annotations

from collections.abc import Iterable

from tests.accessibility.bus import Event

_FOCUSED = "object:state-changed:focused"
_NO_ROLES = ("filler", "unknown", "invalid")
_MARKUP = ("<p", "</", "&nbsp;", "\u200b")


def wrong(heard: Iterable[Event]) -> list[str]:
    """Return what was wrong with what the keys came to: no name, no role, or markup in words.

    What was gone before it could be asked is passed over, unless the keys ended there.
    """
    found, lost = [], False
    for event in heard:
        if _FOCUSED not in (event["kind"], event.get("event")) or not event["detail"]:
            continue
        lost = event["kind"] == "gone"
        if lost:
            continue
        name, role = event["name"] or event["label"], event["role"]
        if role in _NO_ROLES:
            found += [f"{name}: no role"] if name else []
        elif not name:
            found.append(f"{role} at {event['place']}: no name")
        if any(sign in f"{name}{event['description']}" for sign in _MARKUP):
            found.append(f"{role} {name}: markup")
    return [*found, *(["the keys ended at what is gone"] if lost else [])]

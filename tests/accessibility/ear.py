"""Hears and looks as a screen reader does, over AT-SPI; tells of it as JSON, a line for each.

Run by the system's Python, which has the library that Orca itself uses. Reads commands from stdin:
`tree` tells all that the program shows.
"""

from __future__ import annotations

import json
import sys
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402 (the version is asked for first)

PROGRAM = "NV Workshop"
HEARD = (
    "object:state-changed:focused",
    "object:state-changed:checked",
    "object:state-changed:expanded",
    "object:active-descendant-changed",
    "object:announcement",
    "object:property-change:accessible-name",
    "object:property-change:accessible-description",
    "object:property-change:accessible-value",
    "object:text-changed",
    "window:activate",
)
_DEEPEST = 40
_WIDEST = 60
_PATIENCE = 30_000
"""Milliseconds to wait for the program's answer; the library's own 800 are few on a busy machine,
and it hears nothing more of a program that it holds to be hung."""


def told(thing: Any) -> dict[str, Any]:
    """Return what a screen reader can tell of one thing."""
    states = thing.get_state_set()
    return {
        "role": thing.get_role_name(),
        "name": thing.get_name() or "",
        "description": thing.get_description() or "",
        "states": sorted(one.value_nick for one in states.get_states()),
        "value": _value(thing),
        "actions": _actions(thing),
        "label": _label(thing),
        "place": _place(thing),
    }


def _value(thing: Any) -> str:
    text = thing.get_text_iface()
    if text is not None:
        return str(Atspi.Text.get_text(text, 0, min(Atspi.Text.get_character_count(text), 400)))
    value = thing.get_value_iface()
    return f"{Atspi.Value.get_current_value(value):g}" if value is not None else ""


def _actions(thing: Any) -> list[str]:
    acting = thing.get_action_iface()
    if acting is None:
        return []
    return [
        Atspi.Action.get_action_name(acting, n) for n in range(Atspi.Action.get_n_actions(acting))
    ]


def _label(thing: Any) -> str:
    """Return the name of what stands beside it as its label, which is how Qt names a choice."""
    for one in thing.get_relation_set():
        if one.get_relation_type() == Atspi.RelationType.LABELLED_BY and one.get_n_targets():
            return str(one.get_target(0).get_name() or "")
    return ""


def _place(thing: Any) -> list[int]:
    seen = thing.get_component_iface()
    if seen is None:
        return []
    box = Atspi.Component.get_extents(seen, Atspi.CoordType.SCREEN)
    return [box.x, box.y, box.width, box.height]


def tree(thing: Any, depth: int = 0) -> dict[str, Any]:
    """Return a thing and what it holds, as far as it is shown."""
    found = told(thing)
    found["holds"] = []
    if depth < _DEEPEST:
        for n in range(min(thing.get_child_count(), _WIDEST)):
            child = thing.get_child_at_index(n)
            if child is not None and child.get_state_set().contains(Atspi.StateType.SHOWING):
                found["holds"].append(tree(child, depth + 1))
    return found


def say(kind: str, **what: Any) -> None:
    """Write one line."""
    sys.stdout.write(json.dumps({"kind": kind, **what}, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def hear(event: Any) -> None:
    """Tell of one event from the program."""
    thing = event.source
    try:
        application = thing.get_application()
        if application is None or application.get_name() != PROGRAM:
            return
        said, found = event.any_data, told(thing)
        if not found["place"]:  # all that is shown has one: the library lost it and didn't say so
            say("gone", said="no place", event=event.type, detail=event.detail1)
            return
        said = said if isinstance(said, str) else ""
        say(event.type, detail=event.detail1, said=said, **found)
    except GLib.Error as gone:  # what it was about is no longer there
        say("gone", said=str(gone), event=event.type, detail=event.detail1)


def answer(channel: Any, _condition: Any) -> bool:
    """Do what is asked on stdin; end with it."""
    line = channel.readline()
    if not line:
        Atspi.event_quit()
        return False
    desktop = Atspi.get_desktop(0)
    for n in range(desktop.get_child_count()):
        program = desktop.get_child_at_index(n)
        if program is not None and program.get_name() == PROGRAM:
            try:
                say("tree", tree=tree(program))
            except GLib.Error as gone:
                say("tree", tree={}, said=str(gone))
            return True
    say("tree", tree={})
    return True


def main() -> None:
    """Listen until stdin ends."""
    Atspi.set_timeout(_PATIENCE, _PATIENCE)
    listener = Atspi.EventListener.new(hear)
    for one in HEARD:
        listener.register(one)
    GLib.io_add_watch(sys.stdin, GLib.PRIORITY_DEFAULT, GLib.IO_IN | GLib.IO_HUP, answer)
    say("listening")
    Atspi.event_main()


if __name__ == "__main__":
    main()

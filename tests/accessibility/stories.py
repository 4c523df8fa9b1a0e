"""Three errands by keyboard and ear alone, each in a program of its own."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

from nvworkshop.places import SAMPLE_PLANS
from tests.accessibility.bus import Desktop, Event

_FOCUS, _SAID = "object:state-changed:focused", "object:announcement"
_PROGRAM = (sys.executable, "-m", "nvworkshop")


def named(name: str) -> Callable[[Event], bool]:
    """Return what tells whether the keys came to something whose name begins so."""
    return lambda event: bool(event["detail"]) and event["name"].startswith(name)


def says(part: str) -> Callable[[Event], bool]:
    """Return what tells whether a sentence with some words in it was read out."""
    return lambda event: part in event["said"]


def go(desktop: Desktop, keys: str, name: str, *, most: int = 40) -> None:
    """Press keys until something is reached whose name begins so; the last press gets there."""
    for _ in range(most):
        desktop.press(keys)
        while not (heard := desktop.wait_focus())["name"]:
            pass
        if heard["name"].startswith(name):
            return
    raise AssertionError(f"{name} is not reached by {most} × {keys}")


def lead(desktop: Desktop) -> None:
    """Lead a workshop: practise, write an idea, make it an action, hear that it is kept."""
    desktop.press("ctrl+1")
    desktop.wait(_FOCUS, named("Följ upp planen"))
    go(desktop, "Tab", "Öva först")
    desktop.press("Return")
    desktop.wait(_FOCUS, named("Led: Exempel"))
    desktop.press("Return")
    desktop.wait(_FOCUS, lambda event: event["role"] == "label")
    go(desktop, "ctrl+Next", "Nytt förslag")
    desktop.write("Ring hem dagen efter")
    desktop.press("ctrl+Return")
    desktop.wait(_SAID, says("Blev en åtgärd: Ring hem dagen efter"))


def merge(desktop: Desktop) -> None:
    """Coordinate: hear a conflict and both its values, take one, hear that it is decided."""
    desktop.press("ctrl+4")
    desktop.wait(_FOCUS, lambda event: "2 värden" in event["name"])
    go(desktop, "Tab", "Använd")
    desktop.press("Return")
    desktop.wait(_SAID, says("Konflikten är avgjord. Kvar: 6."))


def follow_up(desktop: Desktop) -> None:
    """Follow one action up from the table: answer a question, write, and be done."""
    desktop.press("ctrl+u")
    desktop.wait(_FOCUS, named("Gjort som planerat? 1"))
    desktop.press("2")
    desktop.wait(_FOCUS, named("Vad har hänt?"))
    desktop.write("Mottagningen har startat")
    go(desktop, "Tab", "Klar")
    desktop.press("Return")
    desktop.wait(_FOCUS, lambda event: event["role"] in ("table", "table cell"))


STORIES: dict[str, tuple[str, Callable[[Desktop], None], dict[str, int]]] = {
    "lead": ("sodra.nvplan", lead, {"workshops": 4, "actions": 18}),
    "merge": ("lanet.nvplan", merge, {"conflicts": 6}),
    "follow_up": ("sodra.nvplan", follow_up, {"follow_ups": 19}),
}
"""What each begins with, what is done, and what must be in the plan file afterwards."""


def plans(folder: Path, plan: str) -> Path:
    """Make the plan an errand begins with: a sample, or two that are merged."""
    for one in ("sodra.nvplan", "sodra-annan-dator.nvplan"):
        shutil.copy(SAMPLE_PLANS / one, folder)
    if plan == "lanet.nvplan":
        both = [str(folder / "sodra.nvplan"), str(folder / "sodra-annan-dator.nvplan")]
        for command in (["new", plan, "--overall"], ["merge", *both, "--into", plan]):
            subprocess.run([*_PROGRAM, *command], cwd=folder, check=False, capture_output=True)
    return folder / plan


def done(name: str, folder: Path) -> Iterator[Desktop]:
    """Do an errand in a folder; yield its desktop when all has been done, and end it."""
    plan, story, kept = STORIES[name]
    place = plans(folder, plan)
    with ExitStack() as keep:
        desktop = Desktop(folder, place, keep=keep)
        desktop.wait("object:state-changed:focused", named("Åtgärd"))
        story(desktop)
        desktop.settle()
        desktop.press("ctrl+q")
        desktop.program.wait(20)
        asked = [*_PROGRAM, "show", str(place), "--json"]
        shown = subprocess.run(asked, check=True, capture_output=True, text=True)
        counted = json.loads(shown.stdout)
        assert {what: counted[what] for what in kept} == kept
        yield desktop

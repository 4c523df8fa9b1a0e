"""A window that is killed while text is typed, or while the plan is moved, loses nothing."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from nvworkshop import durable
from nvworkshop.planfile import workfiles
from nvworkshop.session.live import LivePlan
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.session import Session
from nvworkshop.session.sessions import create, open_plan
from nvworkshop.session.surroundings import Surroundings
from tests.faults.forks import Child, ask, say

FIELDS = ("title", "goal", "description", "situation", "risk")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    place = tmp_path / "plats" / "plan.nvplan"
    place.parent.mkdir()
    session = create(place, county_part="sodra")
    session.add("action", {"title": "Mobilt team"}, entity="a1")
    session.publish()
    session.close()
    return place


def window(place: Path) -> LivePlan:
    live = LivePlan(place, Surroundings())
    live.open()
    return live


def typing(place: Path, seed: int, descriptor: int) -> None:
    """Type in one field after another, saying what is typed once it is kept."""
    chance = random.Random(seed)
    live = window(place)
    say(descriptor, what="ready")
    while True:
        name, text = chance.choice(FIELDS), ""
        for _ in range(chance.randint(1, 12)):
            text += f"{chance.getrandbits(40):x} "
            live.draft("action", "a1", name, text)
            say(descriptor, field=name, text=text.strip())
        if chance.random() < 0.6:
            live.edit(partial(_set, values={name: text}))
            live.draft("action", "a1", name, None)
        if chance.random() < 0.2:
            copy = live.copied()
            live.took(copy, copy.publish())


def _set(session: Session, values: dict[str, str]) -> Outcome:
    return session.set("a1", values)


def held(place: Path) -> dict[str, Any]:
    """Return what stands in the fields, and what was left over."""
    live = LivePlan(place, Surroundings())
    opened = live.open()
    thing = live.view.thing("a1")
    told = {
        "fields": {name: thing.text(name) for name in FIELDS},
        "left": [one.text for one in opened.leftovers],
    }
    live.close()
    return told


@pytest.mark.slow
def test_no_kept_text_is_lost_when_the_window_is_killed(place: Path) -> None:
    chance = random.Random(3)
    expected: dict[str, str] = {}
    for _ in range(25):
        child = Child(partial(typing, place, chance.getrandbits(32)))
        said = list(child.lines(0.3))
        time.sleep(chance.uniform(0, 0.1))
        said += child.kill()
        expected |= {one["field"]: one["text"] for one in said if "field" in one}
        told = ask(held, place)
        wrong = [name for name, text in expected.items() if told["fields"][name] != text]
        assert all(_is_one_more(told["fields"][name], expected[name]) for name in wrong), told
        assert len(wrong) <= 1, told
        assert told["left"] == []
        expected |= {name: told["fields"][name] for name in wrong}


def _is_one_more(now: str, said: str) -> bool:
    """Tell whether a word was typed and kept that the kill kept from being told."""
    return now.startswith(said) or len(now.split()) == 1


class Fuse:
    """Kills this process at the n-th call that changes the disk."""

    def __init__(self, number: int) -> None:
        self.left = number

    def wrap(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def burning(*given: Any, **named: Any) -> Any:
            self.left -= 1
            if self.left < 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return call(*given, **named)

        return burning


def moving(place: Path, new: Path, number: int, descriptor: int) -> None:
    """Move the plan and edit it, dying at the n-th change of the disk."""
    live = window(place)
    live.edit(lambda session: session.add("action", {"title": "Före"}))
    fuse = Fuse(number)
    for owner, name in (
        (os, "fsync"),
        (os, "open"),
        (Path, "unlink"),
        (Path, "replace"),
        (durable, "write"),
        (workfiles, "write_json"),
    ):
        setattr(owner, name, fuse.wrap(getattr(owner, name)))
    live.move(new)
    live.edit(lambda session: session.add("action", {"title": "Efter"}))
    say(descriptor, what="edited")
    live.close()
    say(descriptor, what="closed")


def titles_now(place: Path, new: Path) -> dict[str, Any]:
    """Return what is found from each place that is there."""
    found: dict[str, Any] = {}
    for name, one in (("old", place), ("new", new)):
        if one.exists():
            session = open_plan(one, on_disk=True)
            found[name] = sorted(thing.text("title") for thing in session.things("action"))
            session.close()
    return found


def test_a_move_killed_at_any_point_loses_nothing(place: Path, tmp_path: Path) -> None:
    plan = place.read_bytes()
    closed = False
    number = 0
    while not closed:
        home = tmp_path / f"home {number}"
        home.mkdir()
        os.environ["NVWORKSHOP_HOME"] = str(home)
        new = tmp_path / "plats" / f"flyttad {number}.nvplan"
        place.write_bytes(plan)
        child = Child(partial(moving, place, new, number), may_fail=True)
        said = {one["what"] for one in child.wait()}
        closed = "closed" in said
        found = ask(titles_now, place, new)
        everything = {title for titles in found.values() for title in titles}
        assert {"Mobilt team", "Före"} <= everything, (number, found)
        if "edited" in said:
            assert "Efter" in found["new"], (number, found)
        assert not closed or list(found) == ["new"]
        new.unlink(missing_ok=True)
        number += 1
    assert number > 10

"""Plans open for a window, with a clock that tests move, and windows that die."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from nvworkshop.planfile.workfiles import Card, WorkFiles, all_in
from nvworkshop.session.live import Delta, LivePlan
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.session import Session
from nvworkshop.session.surroundings import Surroundings

MORNING = datetime(2026, 11, 22, 9, tzinfo=UTC)


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self, begin: datetime = MORNING) -> None:
        self.at = begin

    def __call__(self) -> datetime:
        return self.at

    def pass_by(self, **spans: float) -> None:
        self.at += timedelta(**spans)


def window(place: Path, home: Path, clock: Callable[[], datetime] | None = None) -> LivePlan:
    """Return a plan to open as a window does."""
    around = {"device": "dator", "home": lambda: home}
    return LivePlan(place, Surroundings(**around, **({"now": clock} if clock else {})))  # type: ignore[arg-type]


def add(title: str) -> Callable[[Session], Outcome]:
    """Return an edit that adds an action."""
    return lambda session: session.add("action", {"title": title})


def titles(live: LivePlan) -> list[str]:
    """Return the titles of the actions as they stand."""
    return live.ask(lambda view: [one.text("title") for one in view.things("action")])


def publish(live: LivePlan) -> Delta:
    """Publish as the window does, with no thread of its own."""
    copy = live.copied()
    return live.took(copy, copy.publish())


def die(live: LivePlan) -> None:
    """End the window as a crash does: what is not on the disk is gone, and the lock too."""
    live.view.store.close()


def the_files(home: Path) -> WorkFiles:
    """Return the files of the only working copy."""
    (files,) = all_in(home / "work")
    return files


def the_card(home: Path) -> Card:
    """Return the card of the only working copy."""
    card = the_files(home).card()
    assert card is not None
    return card

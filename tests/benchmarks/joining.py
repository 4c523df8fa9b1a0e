"""How long the window is busy among 500 actions: suggestions to review, and 150 joint actions.

Every event the window handles is timed, whatever it leads to; see busy.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from random import Random

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from nvworkshop.session import sessions
from nvworkshop.session.joining import join
from nvworkshop.session.surroundings import Surroundings
from tests.benchmarks.busy import TimedApplication, head, show
from ui.collecting import Collector
from ui.desk import Desk
from ui.merge.joint_view import JointView
from ui.merge.suggestions_view import SuggestionsView
from ui.settings import Settings
from ui.theme.theme import Theme

ACTIONS, ALIKE, JOINED, ROUNDS = 500, 3, 150, 20
_PARTS = ("sodra", "ostra", "norra", "lulea_boden")
_FIRST = ("ab", "bil", "cer", "duf", "el", "fon", "gor", "hil", "isk", "jur", "kem", "lov")
_MADE = [one + other for one in _FIRST for other in ("ola", "iru")]
"""Words of no language: each three actions have theirs, so that there are as many groups."""


def build(folder: Path) -> Path:
    """Make an overall plan in which every three actions are nearly the same."""
    place, random = folder / "länet.nvplan", Random(1)
    session = sessions.create(place, surroundings=Surroundings(home=lambda: folder))
    session.add_many(
        "Planer", [("plan", one, {"title": one, "county_part": one}) for one in _PARTS]
    )
    new = []
    for n in range(ACTIONS):
        words = [a + b for a, b in _pairs(n // ALIKE)]
        extra = random.sample(words, 3)
        values = {
            "title": " ".join((*words[:4], extra[0])).capitalize(),
            "description": " ".join((*words, *extra)) * 3,
            "goal": " ".join(extra),
            "number": n + 1,
            "plan": _PARTS[n % len(_PARTS)],
        }
        new.append(("action", f"{n:032x}", values))
    session.add_many("Många", new)
    session.publish()
    session.close()
    return place


def _pairs(group: int) -> Iterator[tuple[str, str]]:
    random = Random(group)
    for _ in range(8):
        yield random.choice(_MADE), random.choice(_MADE)


class Bench:
    """The two views on one desk."""

    def __init__(
        self, app: TimedApplication, place: Path, folder: Path, collector: Collector
    ) -> None:
        self.app = app
        theme = Theme(Settings(folder / "settings.json"))
        self.desk = Desk(place, Surroundings(device="skärm", home=lambda: folder))
        self.suggestions = SuggestionsView(self.desk, theme)
        self.joint = JointView(self.desk, theme)
        self.desk.opened.connect(collector.set_aside)
        self.desk.open()
        self.wait(lambda: self.desk.plan is not None)
        app.busy(lambda: None, 1.5)
        for view in (self.suggestions, self.joint):
            view.resize(960, 620)

    def wait(self, until: Callable[[], bool]) -> None:
        while not until():
            self.app.processEvents()

    def compared(self) -> float:
        """Return the longest event from the first look until everything is compared."""
        self.suggestions.show()
        self.app.longest = 0.0
        self.suggestions.refresh()
        self.wait(lambda: self.suggestions.comparing.is_done and bool(self.suggestions.groups))
        return self.app.longest * 1000

    def suggested(self) -> Iterator[tuple[str, list[float]]]:
        """Yield what is done to suggestions."""
        view, busy = self.suggestions, self.app.busy
        yield "next group", [busy(partial(view.list.step, 1)) for _ in range(ROUNDS)]
        view.list.go_to(0)
        view.detail.toggle_descriptions()
        yield "next, with descriptions", [busy(partial(view.list.step, 1)) for _ in range(ROUNDS)]
        yield "tell apart", [busy(view.tell_apart, 0.4) for _ in range(ROUNDS)]
        opened, made = [], []
        for _ in range(ROUNDS):
            opened.append(busy(view.open_form, 0.4))
            made.append(busy(view.form.send, 0.5))
        yield "open the form", opened
        yield "make a joint action", made

    def join_many(self) -> None:
        """Join all that is left, apart from what is timed."""
        ids = [one.ids for one in self.suggestions.groups][:JOINED]
        self.suggestions.hide()
        for several in ids:
            self.desk.edit(partial(join, entities=several))
        self.wait(lambda: len(self.desk.rows["joint_action"]) >= len(ids))
        self.app.busy(lambda: None, 1.0)

    def joined(self) -> Iterator[tuple[str, list[float]]]:
        """Yield what is done to joint actions."""
        view, busy = self.joint, self.app.busy
        view.show()
        yield "show joint actions", [busy(view.refresh, 0.5) for _ in range(5)]
        yield "next joint action", [busy(partial(view.list.step, 1)) for _ in range(ROUNDS)]
        words = ["a", "ab", "abe", "aber", ""] * 4
        yield "search among them", [busy(partial(view.search.setText, one), 0.3) for one in words]
        yield "search one to add", self._adding(words)

    def _adding(self, words: list[str]) -> list[float]:
        self.joint.open_adding()
        line = self.joint.detail.adding.line
        return [self.app.busy(partial(line.setText, one), 0.3) for one in words]

    def close(self) -> None:
        closed: list[object] = []
        self.desk.closed.connect(closed.append)
        self.desk.finish()
        self.wait(lambda: bool(closed))


def main() -> int:
    app = TimedApplication(sys.argv[:1])
    collector = Collector(app)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bench = Bench(app, build(folder), folder, collector)
        head(f"{ACTIONS} actions")
        met = [show("comparing", [bench.compared()])]
        print(len(bench.suggestions.groups), "groups")
        met += [show(title, times) for title, times in bench.suggested()]
        bench.join_many()
        print(len(bench.desk.rows["joint_action"]), "joint actions")
        met += [show(title, times) for title, times in bench.joined()]
        bench.close()
        collector.release()
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())

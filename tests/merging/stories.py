"""Stories of laptops that each have a copy of one plan, told in lines such as `A set x goal=Ett`.

The words: add (a name, or name:kind), insert (the same id everywhere), set, remove, restore,
resolve, erase, take (merge another's file) and back (take a merge back). `, undo` after a line
takes it back at once. Lines of `0` come before the copies are made; O is the coordinator's plan.
"""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Callable, Iterable
from contextlib import closing, redirect_stderr, redirect_stdout
from hashlib import md5
from pathlib import Path
from typing import Any

from nvworkshop.cli.run import run
from nvworkshop.session import review
from nvworkshop.session.merge import merge, undo_merge
from nvworkshop.session.session import Session
from nvworkshop.session.sessions import create, open_plan

COORDINATOR = "O"


class Laptops:
    """The laptops of a story: a folder each, and the ids behind the names."""

    def __init__(self, folder: Path) -> None:
        """Make the plan that is copied, and the coordinator's."""
        self.folder = folder
        self.names: dict[str, str] = {}
        create(self.place("0"), county_part="sodra").close()
        create(self.place(COORDINATOR)).close()

    def place(self, laptop: str) -> Path:
        """Return where a laptop's plan file lies; a new laptop gets its copy now."""
        place = self.folder / f"{laptop}.nvplan"
        if laptop not in ("0", COORDINATOR) and not place.exists():
            shutil.copy(self.folder / "0.nvplan", place)
        return place

    def tell(self, story: str) -> None:
        """Do what every line says."""
        for line in filter(None, map(str.strip, story.splitlines())):
            said, *undo = line.split(", undo")
            laptop, verb, *words = said.split()
            if undo:
                _undone(self, laptop, verb, words)
            else:
                self.do(laptop, verb, words)

    def do(self, laptop: str, verb: str, words: list[str]) -> None:
        """Do one thing and publish it."""
        with closing(open_plan(self.place(laptop))) as session:
            _DEEDS[verb](self, session, words)
            session.publish()

    def values(self, words: Iterable[str]) -> dict[str, str]:
        """Return FIELD=VALUE as values, with ids where names stand."""
        pairs = (word.partition("=") for word in words)
        return {field: self.names.get(value, value) for field, _, value in pairs}


class Commands(Laptops):
    """The same by the command line, but for what it lacks: an id of one's own."""

    def do(self, laptop: str, verb: str, words: list[str]) -> None:
        """Run one command."""
        if verb == "insert":
            super().do(laptop, verb, words)
            return
        out = command(*self._arguments(verb, str(self.place(laptop)), words))
        if verb == "add":
            self.names[words[0].partition(":")[0]] = out.splitlines()[-1]

    def _arguments(self, verb: str, file: str, words: list[str]) -> list[str]:
        if verb == "take":
            return ["merge", *(str(self.place(one)) for one in words), "--into", file]
        if verb == "back":
            return ["undo-merge", file]
        name, _, kind = words[0].partition(":")
        rest = [f"{field}={value}" for field, value in self.values(words[1:]).items()]
        match verb:
            case "add":
                return ["add", file, kind or "action", *rest]
            case "resolve":
                field, _, value = rest[0].partition("=")
                return ["resolve", file, self.names[name], field, "--value", value]
            case "erase":
                return ["erase", file, self.names[name], words[1], "--yes"]
            case _:
                return [verb, file, self.names[name], *rest]


def command(*arguments: str) -> str:
    """Run a command that must be able to do its work; return what it printed."""
    out, told = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(told):
        code = run(arguments)
    assert code in (0, 1), told.getvalue()
    return out.getvalue()


def printed(*arguments: str) -> Any:
    """Return what a command prints as JSON."""
    return json.loads(command(*arguments, "--json"))


def fixed_id(name: str) -> str:
    """Return the id that `insert` gives a thing of that name wherever it is made."""
    return md5(name.encode(), usedforsecurity=False).hexdigest()


def _undone(laptops: Laptops, laptop: str, verb: str, words: list[str]) -> None:
    """Do something and take it back; the command line has no undo, so it is not asked."""
    with closing(open_plan(laptops.place(laptop))) as session:
        _DEEDS[verb](laptops, session, words)
        session.undo()
        session.publish()


def _add(laptops: Laptops, session: Session, words: list[str], entity: str = "") -> None:
    name, _, kind = words[0].partition(":")
    outcome = session.add(kind or "action", laptops.values(words[1:]), entity=entity)
    laptops.names[name] = outcome.entity


def _insert(laptops: Laptops, session: Session, words: list[str]) -> None:
    _add(laptops, session, words, fixed_id(words[0]))


def _set(laptops: Laptops, session: Session, words: list[str]) -> None:
    session.set(laptops.names[words[0]], laptops.values(words[1:]))


def _resolve(laptops: Laptops, session: Session, words: list[str]) -> None:
    ((field, value),) = laptops.values(words[1:]).items()
    review.resolve(session, laptops.names[words[0]], field, value=value)


_DEEDS: dict[str, Callable[[Laptops, Session, list[str]], object]] = {
    "add": _add,
    "insert": _insert,
    "set": _set,
    "resolve": _resolve,
    "remove": lambda laptops, session, words: session.remove(laptops.names[words[0]]),
    "restore": lambda laptops, session, words: review.restore(session, laptops.names[words[0]]),
    "erase": lambda laptops, session, words: session.erase(laptops.names[words[0]], words[1]),
    "take": lambda laptops, session, words: merge(session, map(laptops.place, words)),
    "back": lambda _, session, __: undo_merge(session),
}

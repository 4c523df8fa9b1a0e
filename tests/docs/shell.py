"""A console in a document: its commands are run, and what it says is compared with the answers."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

CONSOLE = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
_ASSIGNED = re.compile(r"(\w+)=\$\((.*)\)", re.DOTALL)

Run = Callable[[list[str]], tuple[int, str, str]]
"""Runs the program: its exit code, what is on stdout, and all that is seen."""


def exchanges(page: str) -> Iterator[tuple[str, str]]:
    """Return each command typed on a page, and the answer told."""
    for console in CONSOLE.findall(page):
        text = console.replace("\\\n", " ")
        for one in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
            command, _, answer = one.partition("\n")
            yield command, answer


def fits(told: str, said: str) -> bool:
    """Tell whether an answer is as told; "…" stands for anything, alone on a line for lines."""
    pattern = "".join(
        r"(?:.*\n)*?" if line == "…\n" else re.escape(line).replace("…", ".*")
        for line in told.splitlines(keepends=True)
    )
    return re.fullmatch(pattern, said) is not None


@dataclass
class Shell:
    """Understands the little a document types: the program, `$NAME`, `echo $?` and `cat`."""

    run: Run
    code: int = 0
    names: dict[str, str] = field(default_factory=dict)

    def answer(self, command: str) -> str:
        """Return what is seen."""
        if command == "echo $?":
            return f"{self.code}\n"
        if command.startswith("cat "):
            return Path(command[4:]).read_text("utf-8")
        assigned = _ASSIGNED.fullmatch(command)
        self.code, out, seen = self.run(self._words(assigned[2] if assigned else command))
        if assigned is None:
            return seen
        self.names[assigned[1]] = out.splitlines()[-1]
        return "".join(seen.splitlines(keepends=True)[:-1])

    def _words(self, command: str) -> list[str]:
        program, *words = shlex.split(command)
        assert program == "nvworkshop"
        return [re.sub(r"\$(\w+)", lambda name: self.names[name[1]], one) for one in words]

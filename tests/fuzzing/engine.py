"""The engines: atheris, led by the code that is reached, where it is installed; else mutation."""

from __future__ import annotations

import json
import os
import random
import resource
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, NoReturn

Take = Callable[[bytes], object]
_MOST = 1 << 17
_MEMORY = 4 << 10
FIGURES = "figures.json"


@dataclass
class Figures:
    """What a run gave. `seconds` are those of the slowest case, `memory` the peak in MiB."""

    executions: int = 0
    crashes: int = 0
    seconds: float = 0.0
    memory: int = 0
    engine: str = "mutation"
    why: list[str] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """Return them as plain data, the memory as it is now."""
        self.memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
        return asdict(self)


class Runner:
    """Counts, times and judges single cases; keeps what crashed."""

    def __init__(self, take: Take, at: Path) -> None:
        """Take the target, and the folder for figures and crashes."""
        self._take = take
        self._at = at
        self._told = 0.0
        self.figures = Figures()

    def one(self, data: bytes) -> None:
        """Run one case."""
        began = time.perf_counter()
        self.figures.executions += 1
        try:
            self._take(data)
        except BaseException as error:
            if isinstance(error, KeyboardInterrupt):
                raise
            self._crash(data, error)
        ended = time.perf_counter()
        self.figures.seconds = max(self.figures.seconds, ended - began)
        if ended - self._told > 1:
            self._told = ended
            self.tell()

    def tell(self) -> None:
        """Write the figures: an engine may end the process at any time."""
        (self._at / FIGURES).write_text(json.dumps(self.figures.as_json()))

    def _crash(self, data: bytes, error: BaseException) -> None:
        self.figures.crashes += 1
        told = "".join(traceback.format_exception(error)[-4:])
        if len(self.figures.why) < 5 and told not in self.figures.why:
            self.figures.why.append(told)
            (self._at / f"{len(self.figures.why)}.bin").write_bytes(data)


def mutate(runner: Runner, corpus: list[bytes], seconds: float, seed: int) -> None:
    """Change cases of the corpus at random until the time is up."""
    chance, end = random.Random(seed), time.monotonic() + seconds
    for one in corpus:
        runner.one(one)
    while time.monotonic() < end:
        runner.one(mutated(chance.choice(corpus), corpus, chance))
    runner.tell()


def mutated(data: bytes, corpus: list[bytes], chance: random.Random) -> bytes:
    """Return the bytes changed in a few places."""
    made = bytearray(data)
    for _ in range(1 << chance.randrange(5)):
        at, size = chance.randrange(len(made) + 1), chance.randint(1, 64)
        kind = chance.randrange(6)
        if kind == 0 and at < len(made):
            made[at] ^= 1 << chance.randrange(8)
        elif kind == 1:
            made[at : at + size] = b""
        elif kind == 2:
            made[at:at] = chance.randbytes(size)
        elif kind == 3:
            made[at:at] = made[at : at + size] * chance.randint(1, 20)
        elif kind == 4 and at < len(made):
            made[at] = chance.choice((0, 1, 0x7F, 0x80, 0xFF, 0x22, 0x3C, 0x7B))
        else:
            other = chance.choice(corpus)
            of = chance.randrange(len(other) + 1)
            made[at : at + size] = other[of : of + size]
    return bytes(made[:_MOST])


def led(runner: Runner, corpus: list[bytes], seconds: float, seed: int, at: Path) -> NoReturn:
    """Let atheris lead; it ends the process itself."""
    import atheris

    runner.figures.engine = "atheris"
    start = at / "corpus"
    start.mkdir(parents=True, exist_ok=True)
    for number, one in enumerate(corpus):
        (start / f"{number}").write_bytes(one)
    silent = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silent, 2)
    options = [
        f"-max_total_time={max(1, int(seconds))}",
        f"-max_len={_MOST}",
        f"-rss_limit_mb={_MEMORY}",
        "-timeout=60",
        f"-seed={seed}",
        f"-artifact_prefix={at}/",
    ]
    atheris.Setup([sys.argv[0], *options, str(start)], runner.one)
    atheris.Fuzz()
    raise AssertionError

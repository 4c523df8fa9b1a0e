"""Fuzz every reader of what comes from outside: `python -m tests.fuzzing SECONDS`, `make fuzz`.

Each target runs for its share of the seconds in a process of its own. What crashed is kept in
build/fuzz/TARGET/; the table is printed and written to build/fuzz.md.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import subprocess
import sys
from datetime import date
from pathlib import Path

from tests.fuzzing.engine import FIGURES, Figures, Runner, led, mutate

_ROOT = Path(__file__).parents[2]
_OUT = _ROOT / "build" / "fuzz"
_SECONDS = 600
_GRACE = 120
_HEAD = (
    "| reader | engine | executions | crashes | slowest, s | peak, MiB |\n"
    "|---|---|---:|---:|---:|---:|\n"
)


def main() -> int:
    """Run the targets asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzzing")
    parser.add_argument("seconds", nargs="?", type=float, default=_SECONDS)
    parser.add_argument("--only", action="append")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--alone", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.alone:
        _alone(asked.alone, asked.seconds, asked.seed)
        return 0
    from tests.fuzzing.targets import TARGETS

    names = asked.only or list(TARGETS)
    lines, crashes = [], 0
    shares = sum(TARGETS[name].share for name in names)
    for name in names:
        seconds = asked.seconds * TARGETS[name].share / shares
        figures = _in_a_process(name, seconds, asked.seed)
        lines.append(_line(TARGETS[name].about, figures))
        sys.stdout.write("".join([lines[-1], *figures.why]))
        sys.stdout.flush()
        crashes += figures.crashes
    text = f"{date.today():%Y-%m-%d}, seed {asked.seed}.\n\n{_HEAD}{''.join(lines)}"
    _OUT.parent.mkdir(parents=True, exist_ok=True)
    _OUT.with_suffix(".md").write_text(text, "utf-8")
    sys.stdout.write(f"\n{text}")
    return int(crashes > 0)


def _alone(name: str, seconds: float, seed: int) -> None:
    """Run one target in this process; its figures are written when the process ends."""
    leading = importlib.util.find_spec("atheris") is not None
    if leading:
        import atheris

        with atheris.instrument_imports(include=["nvworkshop", "markdown"]):
            from tests.fuzzing.targets import TARGETS
    else:
        from tests.fuzzing.targets import TARGETS
    target, at = TARGETS[name], _OUT / name
    at.mkdir(parents=True, exist_ok=True)
    runner = Runner(target.take, at)
    corpus = target.corpus()
    if leading:
        led(runner, corpus, seconds, seed, at)
    mutate(runner, corpus, seconds, seed)


def _in_a_process(name: str, seconds: float, seed: int) -> Figures:
    told = _OUT / name / FIGURES
    told.unlink(missing_ok=True)
    command = [sys.executable, "-m", "tests.fuzzing", str(seconds), "--alone", name]
    try:
        done = subprocess.run(
            [*command, "--seed", str(seed)],
            cwd=_ROOT,
            capture_output=True,
            text=True,
            check=False,
            timeout=seconds + _GRACE,
        )
    except subprocess.TimeoutExpired:
        return Figures(crashes=1, why=[f"{name} did not end\n"])
    if not told.exists():
        return Figures(crashes=1, why=[f"{name} ended: {done.stderr[-2000:]}\n"])
    return Figures(**json.loads(told.read_text()))


def _line(about: str, one: Figures) -> str:
    return (
        f"| {about} | {one.engine} | {one.executions:,} | {one.crashes} | {one.seconds:.2f}"
        f" | {one.memory:,} |\n"
    )


if __name__ == "__main__":
    sys.exit(main())

"""The whole fault harness in one command: `python -m tests.faults SECONDS`, or `make faults`.

Each part runs for its share of the seconds in a process of its own. A table is printed at the end,
and written as Markdown to build/faults.md; the exit code is 1 when anything was lost or unclear.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sqlite3
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

from tests.faults.figures import ROOT
from tests.faults.parts import PARTS
from tests.faults.planted import BUGS
from tests.faults.result import Result

_SECONDS = 600
_REPORT = ROOT / "build" / "faults.md"
_COLUMNS = ("faults", "edits", "lost", "unclear")
_HEAD = (
    "| part | faults tried | edits acknowledged | lost or invented | no clear sentence |"
    " more | s |\n"
    "|---|---:|---:|---:|---:|---|---:|\n"
)


def main() -> int:
    """Run the parts asked for."""
    asked = _asked()
    if asked.alone:
        BUGS[asked.planted]()
        result = PARTS[asked.alone][1](asked.seconds, asked.seed)
        sys.stdout.write(json.dumps(result.as_json()) + "\n")
        return 0
    names = asked.only or list(PARTS)
    lines, whole = [], Result()
    for name in names:
        began = time.monotonic()
        result = _in_a_process(name, asked.seconds / len(names), asked.seed)
        lines.append(_line(PARTS[name][0], result, time.monotonic() - began))
        sys.stdout.write(lines[-1])
        sys.stdout.flush()
        for why in result.why:
            sys.stdout.write(f"  {why}\n")
        whole.add(result)
    whole.more = {}
    _tell([*lines, _line("**all**", whole, 0)], asked.out, asked.seed)
    return int(bool(whole.lost or whole.unclear))


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.faults")
    parser.add_argument("seconds", nargs="?", type=float, default=_SECONDS)
    parser.add_argument("--only", action="append", choices=list(PARTS))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, default=_REPORT)
    parser.add_argument("--planted", choices=list(BUGS), default="", help=argparse.SUPPRESS)
    parser.add_argument("--alone", choices=list(PARTS), help=argparse.SUPPRESS)
    return parser.parse_args()


def _in_a_process(name: str, seconds: float, seed: int) -> Result:
    command = [sys.executable, "-m", "tests.faults", str(seconds), "--alone", name]
    done = subprocess.run(
        [*command, "--seed", str(seed)],
        cwd=ROOT,
        env={"QT_QPA_PLATFORM": "offscreen", **os.environ},
        capture_output=True,
        text=True,
        check=False,
    )
    try:
        return Result(**json.loads(done.stdout.splitlines()[-1]))
    except (IndexError, ValueError, TypeError):
        return Result(unclear=1, why=[f"{name} ended: {done.stderr[-2000:]}"])


def _line(about: str, result: Result, seconds: float) -> str:
    figures = " | ".join(f"{getattr(result, name):,}" for name in _COLUMNS)
    more = ", ".join(f"{name} {number:,}" for name, number in sorted(result.more.items()))
    if result.impossible:
        return f"| {about} | not run: {result.impossible} | | | | | |\n"
    return f"| {about} | {figures} | {more} | {seconds:.0f} |\n"


def _tell(lines: list[str], out: Path, seed: int) -> None:
    about = (
        f"{date.today():%Y-%m-%d}, {platform.system()} {platform.release()}, Python"
        f" {platform.python_version()}, SQLite {sqlite3.sqlite_version}, seed {seed}.\n\n"
    )
    text = f"{about}{_HEAD}{''.join(lines)}"
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(text, "utf-8")
    sys.stdout.write(f"\n{text}")


if __name__ == "__main__":
    sys.exit(main())

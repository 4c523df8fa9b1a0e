"""The figures a harness ends with: one line of name=number, and how a test gets hold of it."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def arguments(count: int, *switches: str) -> argparse.Namespace:
    """Read --count, --seed and the harness's own switches, each with a text as its value."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--count", type=int, default=count)
    parser.add_argument("--seed", type=int, default=1)
    for switch in switches:
        parser.add_argument(f"--{switch}", default="")
    return parser.parse_args()


def tell(name: str, **figures: object) -> None:
    """Print the last line of a harness."""
    line = " ".join(f"{key}={value}" for key, value in figures.items())
    sys.stdout.write(f"{name} {line}\n")


def run(module: str, *args: str, home: Path) -> dict[str, int]:
    """Run a harness in a process of its own and return the numbers of its last line."""
    done = subprocess.run(
        [sys.executable, "-m", f"tests.faults.{module}", *args],
        cwd=ROOT,
        env=os.environ | {"TMPDIR": str(home)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    words = done.stdout.strip().splitlines()[-1].split()[1:]
    pairs = (word.split("=") for word in words)
    return {key: int(value) for key, value in pairs if value.lstrip("-").isdigit()}

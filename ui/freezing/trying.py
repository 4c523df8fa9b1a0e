"""`python -m ui.freezing.trying FOLDER`: try a frozen program, and tell its size and its start."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

_MEGABYTE = 1_000_000
_STARTS = 5
_SHOWN = 12


def main() -> int:
    """Try the program in the folder; return what its trial of itself returned."""
    folder = Path(sys.argv[1])
    for line in sizes(folder):
        sys.stdout.write(f"{line}\n")
    with tempfile.TemporaryDirectory() as made:
        person = Path(made)
        program = program_in(folder)
        tried = started([str(program), "--selftest"], person).returncode
        seconds = first_paint([str(program)], person)
        sys.stdout.write(f"first paint after {seconds * 1000:.0f} ms\n")
        left = strangers(person)
        sys.stdout.writelines(f"left behind: {one}\n" for one in left)
    return tried or (2 if left else 0)


def program_in(folder: Path) -> Path:
    """Return the program whose output can be read."""
    names = ("nvworkshop-cli.exe", "nvworkshop.exe", "nvworkshop")
    return next(place for place in (folder / name for name in names) if place.is_file())


def sizes(folder: Path) -> Iterator[str]:
    """Yield the whole size, and those of the largest parts."""
    parts: Counter[str] = Counter()
    for place in folder.rglob("*"):
        if place.is_file() and not place.is_symlink():
            inside = place.relative_to(folder).parts
            parts[inside[min(1, len(inside) - 1)]] += place.stat().st_size
    yield f"{sum(parts.values()) / _MEGABYTE:6.1f} MB in all"
    for name, size in parts.most_common(_SHOWN):
        yield f"{size / _MEGABYTE:6.1f} MB {name}"


def started(command: list[str], person: Path) -> subprocess.CompletedProcess[bytes]:
    """Run the program as somebody whose own folder is `person`."""
    own = {"HOME": str(person), "USERPROFILE": str(person), "LOCALAPPDATA": str(person)}
    hidden = {"QT_QPA_PLATFORM": "offscreen", "NVWORKSHOP_HOME": str(person / "nvworkshop")}
    return subprocess.run(command, env={**os.environ, **own, **hidden}, check=False)  # noqa: S603


def first_paint(program: list[str], person: Path) -> float:
    """Return the median of the seconds from starting the program to its first paint."""
    taken = []
    for _ in range(_STARTS):
        began = time.perf_counter()
        started([*program, "--first-paint"], person)
        taken.append(time.perf_counter() - began)
    return statistics.median(taken)


def strangers(person: Path) -> list[str]:
    """Return what lies in the person's folder besides the program's own and the fonts' cache."""
    known = {"nvworkshop", ".cache"}
    return sorted(one.name for one in person.iterdir() if one.name not in known)


if __name__ == "__main__":
    sys.exit(main())

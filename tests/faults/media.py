"""Media that fill up, turn read-only or go away; needs root on Linux."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


def why_not(folder: Path) -> str:
    """Return why nothing can be mounted on this machine, "" when it can."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        return "needs root on Linux"
    try:
        with memory(folder / "try", "100k"):
            return ""
    except (subprocess.CalledProcessError, FileNotFoundError):
        return "can't mount here"


@contextmanager
def memory(folder: Path, size: str) -> Iterator[Path]:
    """Mount a small disk in memory on a folder, and unmount it at the end if it is still there."""
    folder.mkdir(parents=True)
    do("mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder))
    try:
        yield folder
    finally:
        with suppress(subprocess.CalledProcessError):
            pull(folder)


def remount(folder: Path, options: str) -> None:
    """Change a mounted disk: `ro`, `rw` or `size=…`."""
    do("mount", "-o", f"remount,{options}", str(folder))


def pull(folder: Path) -> None:
    """Take the disk away while files on it may be open."""
    do("umount", "-l", str(folder))


def do(*command: str) -> None:
    """Run a command of the system's; CalledProcessError when it fails."""
    subprocess.run(command, check=True, capture_output=True)

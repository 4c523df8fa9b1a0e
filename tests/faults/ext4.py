"""A disk that can lose its power: an ext4 image in memory, shut down without flushing anything."""

from __future__ import annotations

import fcntl
import os
import shutil
import struct
import subprocess
import sys
import tempfile
from pathlib import Path

_SHUTDOWN = 0x8004587D
_NO_FLUSH = struct.pack("I", 2)
_MEMORY = Path("/dev/shm")  # noqa: S108 - memory; what lies in it has a name of its own
_SIZE = "64M"


class Disk:
    """One image, mounted at `folder`."""

    def __init__(self, room: Path) -> None:
        """Make the image in `room` and mount it."""
        self.folder = room / "disk"
        self._image = room / "image"
        self.folder.mkdir()
        _do("truncate", "-s", _SIZE, str(self._image))
        _do("mkfs.ext4", "-q", "-F", str(self._image))
        self.mount()

    def mount(self) -> None:
        """Mount it; ext4's own cure for a replace without fsync is left out."""
        _do("mount", "-o", "loop,noauto_da_alloc", str(self._image), str(self.folder))

    def unmount(self) -> None:
        """Unmount it."""
        _do("umount", str(self.folder))

    def cut(self) -> None:
        """Cut the power: what has not been flushed is gone, and every further call fails."""
        descriptor = os.open(self.folder, os.O_RDONLY)
        try:
            fcntl.ioctl(descriptor, _SHUTDOWN, _NO_FLUSH)
        finally:
            os.close(descriptor)


def room() -> tempfile.TemporaryDirectory[str]:
    """Return a folder in memory for an image."""
    return tempfile.TemporaryDirectory(dir=_MEMORY, prefix="ext4-")


def why_not() -> str:
    """Return why this machine can't do it, "" when it can."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        return "needs root on Linux"
    if not _MEMORY.is_dir() or not shutil.which("mkfs.ext4"):
        return "needs /dev/shm and mkfs.ext4"
    with room() as folder:
        try:
            disk = Disk(Path(folder))
        except subprocess.CalledProcessError:
            return "can't mount an image here"
        disk.unmount()
    return ""


def _do(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)

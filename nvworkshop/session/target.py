"""The plan file's place: read safely when it has changed, written as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path

from filelock import FileLock

from nvworkshop.planfile.publish import Published, publish
from nvworkshop.planfile.reading.content import PlanContent
from nvworkshop.planfile.reading.pool import read_plan
from nvworkshop.planfile.store import Store

Signature = tuple[int, int, int] | None
"""Size, time of change in ns and inode of a file; None when there is none."""


class Target:
    """Where a plan is published, and what we last knew of the file there."""

    def __init__(self, place: Path, home: Path) -> None:
        """Remember the place; `home` holds the lock against two programs writing at once."""
        self.place = place
        self._known: Signature = None
        key = blake2b(str(place.resolve()).encode(), digest_size=12).hexdigest()
        self._lock_file = home / "locks" / f"{key}.lock"

    def read(self) -> PlanContent:
        """Read the file there and remember it."""
        signature = signature_of(self.place)
        content = read_plan(self.place)
        self._known = signature
        return content

    def changed(self) -> bool:
        """Tell whether a file lies there that we haven't read or written."""
        now = signature_of(self.place)
        return now is not None and now != self._known

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold off other programs on this computer while the file is read and written."""
        self._lock_file.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(self._lock_file, timeout=30):
            yield

    def write(self, store: Store) -> Published:
        """Publish the store there."""
        published = publish(store, self.place)
        self._known = signature_of(self.place)
        return published


def signature_of(place: Path) -> Signature:
    """Return what tells that a file has changed."""
    try:
        stat = place.stat()
    except OSError:
        return None
    return stat.st_size, stat.st_mtime_ns, stat.st_ino

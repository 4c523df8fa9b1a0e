"""The plan file's place: read safely when it has changed, written as a whole."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from hashlib import blake2b
from itertools import count
from pathlib import Path

from filelock import FileLock, Timeout

from nvworkshop.durable import sync_folder
from nvworkshop.errors import DamagedFileError, NotAPlanError, PublishError
from nvworkshop.planfile.publish import (
    Published,
    Signature,
    as_publish_error,
    publish,
    signature_of,
)
from nvworkshop.planfile.reading.content import PlanContent
from nvworkshop.planfile.reading.pool import read_plan
from nvworkshop.planfile.schema import FORMAT
from nvworkshop.planfile.store import Store

_LOCK_SECONDS = 30.0
_KEPT = ".skadad"


class Target:
    """Where a plan is published, and what we last knew of the file there.

    A damaged file there is never written over before a copy of it lies beside.
    """

    def __init__(self, place: Path, home: Path) -> None:
        """Remember the place; `home` holds the lock against two programs writing at once."""
        self.place = place
        self._known: Signature = None
        self._plan = ""
        self._damaged = False
        where = os.fsencode(home.resolve()) + b"\0" + os.fsencode(place.resolve())
        key = blake2b(where, digest_size=12).hexdigest()
        self._writer = key[:8]
        self._lock_file = home / "locks" / f"{key}.lock"

    def read(self) -> PlanContent:
        """Read the file there and remember it, unless it has become another plan.

        Once the plan is known, a file in which nothing can be read counts as a damaged one.
        """
        signature = self._signature_or_none()
        try:
            content = read_plan(self.place)
        except (DamagedFileError, NotAPlanError):
            if not self._plan or not self.place.is_file():
                raise
            content = _nothing(self.place, self._plan)
        self._plan = self._plan or content.plan
        self._refuse_unnamed(content)
        self._damaged = not content.clean
        self._known = signature if content.plan in ("", self._plan) else None
        return content

    def _refuse_unnamed(self, content: PlanContent) -> None:
        """Refuse a damaged file that can't be told from another plan's."""
        plans = {one.entity for one in content.changes if one.kind == "plan"}
        if self._plan and not content.plan and self._plan not in plans:
            raise DamagedFileError(
                f"{self.place.name} är skadad och kan vara en annan plan än den du skriver på.",
                hint="Spara din plan under ett annat namn.",
            )

    def _signature_or_none(self) -> Signature:
        with suppress(OSError):
            return signature_of(self.place)
        return None

    def changed(self) -> bool:
        """Tell whether a file lies there that we haven't read or written.

        Raises PublishError when that can't be seen.
        """
        try:
            now = signature_of(self.place)
        except OSError as error:
            raise as_publish_error(error, self.place) from error
        return now is not None and now != self._known

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold off other programs on this computer while the file is read and written."""
        lock = FileLock(self._lock_file, timeout=_LOCK_SECONDS)
        try:
            self._lock_file.parent.mkdir(parents=True, exist_ok=True)
            lock.acquire()
        except Timeout as error:
            raise PublishError(
                f"{self.place.name} skrivs just nu av ett annat fönster.",
                "Den gamla filen är orörd.",
                "Försök igen om en stund.",
            ) from error
        except OSError as error:
            raise PublishError(
                "Programmets egen mapp går inte att skriva i.",
                "Disken kan vara full eller skrivskyddad.",
                "Frigör utrymme och försök igen.",
            ) from error
        try:
            yield
        finally:
            lock.release()

    def write(self, store: Store) -> Published:
        """Publish the store there; a damaged file there is kept beside first.

        Raises PublishError when the file has changed since we read it.
        """
        kept = self._keep_damaged()
        published = publish(
            store, self.place, writer=self._writer, unchanged=lambda: not self.changed()
        )
        self._known = published.signature
        self._plan = store.plan
        self._damaged = False
        return replace(published, kept=kept)

    def _keep_damaged(self) -> Path | None:
        """Copy the damaged file known to lie there; None when there is none."""
        if not self._damaged or not self._known or self.changed():
            return None
        try:
            data = self.place.read_bytes()
            return _kept_beside(self.place, data) if data else None
        except OSError as error:
            raise as_publish_error(error, self.place) from error


def _kept_beside(place: Path, data: bytes) -> Path:
    """Write the bytes beside `place` under a free name, or find them there already."""
    for number in count(1):
        copy = place.with_name(f"{place.name[:200]}{_KEPT}{number if number > 1 else ''}")
        if not copy.exists():
            break
        if copy.read_bytes() == data:
            return copy
    with copy.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    sync_folder(place.parent)
    return copy


def _nothing(place: Path, plan: str) -> PlanContent:
    """Return the content of a file in which nothing can be read."""
    return PlanContent(place, "", 0, FORMAT, plan, [], 0, 0, salvaged=True, notes=())

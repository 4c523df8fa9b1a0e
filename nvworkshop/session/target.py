"""The plan file's place: read safely when it has changed, written as a whole."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from hashlib import blake2b
from itertools import count
from pathlib import Path
from stat import S_IWGRP, S_IWOTH, S_IWUSR

from filelock import FileLock, Timeout

from nvworkshop.durable import sync_folder
from nvworkshop.errors import DamagedFileError, NotAPlanError, ProtectedFileError, PublishError
from nvworkshop.language import said
from nvworkshop.planfile.publish import (
    Published,
    Signature,
    as_publish_error,
    digest_of,
    out_of_reach,
    publish,
    signature_of,
)
from nvworkshop.planfile.reading.content import PlanContent
from nvworkshop.planfile.reading.pool import read_plan
from nvworkshop.planfile.schema import FORMAT
from nvworkshop.planfile.store import Store
from nvworkshop.planfile.workfiles import Card, Disk

_LOCK_SECONDS = 30.0
_KEPT = ".skadad"
_WRITABLE = S_IWUSR | S_IWGRP | S_IWOTH


class Target:
    """Where a plan is published, and what we last knew of the file there.

    A damaged file there is never written over before a copy of it lies beside. A file that was
    there and is gone is never written on another disk than it lay on: a stick that is pulled may
    leave an empty folder of the computer's own. `left` means that the plan has moved away, `ahead`
    that what another thread found in the file and joined there is not in the working copy yet.
    """

    def __init__(self, place: Path, home: Path) -> None:
        """Remember the place; `home` holds the lock against two programs writing at once."""
        self.place = place
        self.disk: Disk | None = None
        self.left = False
        self.ahead = False
        self._known: Signature = None
        self._sha256 = ""
        self._plan = ""
        self._damaged = False
        self._was_there = False
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
        if content.plan in ("", self._plan):
            self._is_there(signature, content.sha256 if content.clean else "")
        else:
            self._known = None
        self._damaged = not content.clean
        return content

    def recognise(self, card: Card) -> bool:
        """Tell whether the file there is, to the byte, the one the card tells of."""
        signature = self._signature_or_none()
        if not card.sha256 or not signature or signature[0] != card.size:
            return False
        if self._digest() != card.sha256 or signature != self._signature_or_none():
            return False
        self._plan = card.plan
        self._is_there(signature, card.sha256)
        return True

    def recall(self, card: Card) -> None:
        """Remember the file that lay there when the card was written."""
        self._plan, self.disk = card.plan, card.disk
        self._was_there = True

    def _is_there(self, signature: Signature, sha256: str) -> None:
        self._known, self._sha256 = signature, sha256
        self._damaged, self._was_there = False, True
        with suppress(OSError):
            self.disk = disk_of(self.place.parent)

    def _digest(self) -> str:
        """Return the SHA-256 of the file there, "" when it can't be read."""
        try:
            return digest_of(self.place) if self.place.is_file() else ""
        except OSError:
            return ""

    def _refuse_unnamed(self, content: PlanContent) -> None:
        """Refuse a damaged file that can't be told from another plan's."""
        plans = {one.entity for one in content.changes if one.kind == "plan"}
        if self._plan and not content.plan and self._plan not in plans:
            raise DamagedFileError(
                said("{name} är skadad och kan vara en annan plan än den du skriver på.").format(
                    name=self.place.name
                ),
                hint=said("Spara din plan under ett annat namn."),
            )

    def _signature_or_none(self) -> Signature:
        with suppress(OSError):
            return signature_of(self.place)
        return None

    def changed(self) -> bool:
        """Tell whether a file lies there that we haven't read or written, or are behind.

        Raises PublishError when that can't be seen.
        """
        now = self._signature()
        return now is not None and (self.ahead or now != self._known)

    def _as_known(self) -> bool:
        """Tell that no other file lies there; PublishError when its disk has gone."""
        self.gone()
        now = self._signature()
        return now is None or now == self._known

    def gone(self) -> bool:
        """Tell whether a file that was there is not; PublishError when its disk isn't either."""
        try:
            if not self._was_there or signature_of(self.place):
                return False
            if self.disk and not _is_same(self.disk, disk_of(self.place.parent)):
                raise out_of_reach(self.place.name)
        except OSError as error:
            raise as_publish_error(error, self.place) from error
        return True

    def missing(self) -> bool:
        """Tell whether no file lies there. Raises PublishError when that can't be seen."""
        return self._signature() is None

    def _signature(self) -> Signature:
        try:
            return signature_of(self.place)
        except OSError as error:
            raise as_publish_error(error, self.place) from error

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold off other programs on this computer while the file is read and written."""
        lock = FileLock(self._lock_file, timeout=_LOCK_SECONDS)
        try:
            self._lock_file.parent.mkdir(parents=True, exist_ok=True)
            lock.acquire()
        except Timeout as error:
            raise PublishError(
                said("{name} skrivs just nu av ett annat fönster.").format(name=self.place.name),
                said("Den gamla filen är orörd."),
                said("Försök igen om en stund."),
            ) from error
        except OSError as error:
            raise PublishError(
                said("Programmets egen mapp går inte att skriva i."),
                said("Disken kan vara full eller skrivskyddad."),
                said("Frigör utrymme och försök igen."),
            ) from error
        try:
            yield
        finally:
            lock.release()

    def write(self, store: Store) -> Published:
        """Publish the store there; a damaged file there is kept beside first.

        Raises PublishError when the file has changed since we read it, ProtectedFileError when it
        is protected.
        """
        if self.is_protected:
            raise _protected(self.place.name)
        again = self.gone()
        kept = self._keep_damaged()
        published = publish(store, self.place, writer=self._writer, unchanged=self._as_known)
        self._plan = store.plan
        self._is_there(published.signature, published.sha256)
        return replace(published, kept=kept, again=again)

    @property
    def is_protected(self) -> bool:
        """Whether somebody has protected the file there from being written.

        A folder one may write in lets a protected file be put aside for another, so the file itself
        is asked: no one may write in it, or its owner may not although its mode says so.
        """
        try:
            stat = self.place.stat()
        except OSError:
            return False
        if not stat.st_mode & _WRITABLE:
            return True
        owner = getattr(os, "geteuid", lambda: stat.st_uid)() in (stat.st_uid, 0)
        mine = owner and bool(stat.st_mode & S_IWUSR)
        return mine and not os.access(self.place, os.W_OK)

    def remove(self) -> bool:
        """Remove the file there if it is, to the byte, what we last read or wrote; tell whether."""
        try:
            if self.changed() or not self._sha256 or self._digest() != self._sha256:
                return False
            if self.is_protected:
                return False
            self.place.unlink()
            sync_folder(self.place.parent)
        except (OSError, PublishError):
            return False
        return True

    def _keep_damaged(self) -> Path | None:
        """Copy the damaged file known to lie there; None when there is none."""
        if not self._damaged or not self._known or not self._as_known():
            return None
        try:
            data = self.place.read_bytes()
            return _kept_beside(self.place, data) if data else None
        except OSError as error:
            raise as_publish_error(error, self.place) from error


def _protected(name: str) -> ProtectedFileError:
    return ProtectedFileError(
        said("Inte i planfilen: {name} är skrivskyddad.").format(name=name),
        said("Filen är orörd."),
        said("Ta bort skrivskyddet eller spara en kopia."),
    )


def disk_of(folder: Path) -> Disk:
    """Return what tells the folder's disk from others; OSError when it can't be reached."""
    device = folder.stat().st_dev
    if not hasattr(os, "statvfs"):
        return device, 0
    try:
        return device, os.statvfs(folder).f_fsid
    except OSError:
        return device, 0


def _is_same(one: Disk, other: Disk) -> bool:
    """Tell whether both are one disk: put back, it may get a new number but keeps its system's."""
    return one[0] == other[0] or (one[1] == other[1] != 0)


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

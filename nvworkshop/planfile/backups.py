"""Backups: whole plan files kept in the program's own folder, thinned as they age."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from nvworkshop.durable import read_json, write_json
from nvworkshop.language import marked, said
from nvworkshop.planfile.publish import as_publish_error, publish
from nvworkshop.planfile.store import Store

KEEP_ALL = timedelta(days=1)
KEEP_DAILY = timedelta(days=31)
KEEP_LAST = 10
"""All of the last day, one a day for a month, then one a month.

The last few stay whatever their age: a clock far ahead makes every backup look old.
"""

_CALLED = marked("säkerhetskopian")
_STAMP = "%Y%m%dT%H%M%S%fZ"


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup: when it was made (UTC), before what, and where it lies.

    `of` is the plan file that was open when it was made, None when that isn't known.
    """

    at: datetime
    reason: str
    place: Path
    of: Path | None = None


def keep(
    store: Store, folder: Path, *, reason: str, now: datetime, of: Path | None = None
) -> Backup:
    """Write a verified backup and thin the older ones; `reason` is a word such as merge.

    `of` is the plan file: copies of a plan have their backups in the same folder.

    Raises PublishError; then no older backup has been thinned.
    """
    place = folder / f"{now.astimezone(UTC).strftime(_STAMP)}-{reason}.nvplan"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise as_publish_error(error, place, called=said(_CALLED)) from error
    publish(store, place, called=said(_CALLED))
    for old in surplus(kept(folder), now):
        with suppress(OSError):  # one that can't go now goes next time
            old.place.unlink(missing_ok=True)
            _card(old.place).unlink(missing_ok=True)
    return Backup(now, reason, place, _noted(place, of))


def _noted(backup: Path, of: Path | None) -> Path | None:
    """Write beside a backup which file it is of; a disk that won't take it stops nothing."""
    if of is None:
        return None
    with suppress(OSError):
        write_json(_card(backup), {"of": str(of.resolve())})
    return of.resolve()


def _card(backup: Path) -> Path:
    return backup.with_suffix(".json")


def _of(backup: Path) -> Path | None:
    card = read_json(_card(backup))
    spoken = card.get("of") if isinstance(card, dict) else None
    return Path(spoken) if isinstance(spoken, str) and spoken else None


def kept(folder: Path) -> list[Backup]:
    """Return the backups in a folder, newest first; other files there are left alone."""
    found = []
    for file in folder.glob("*.nvplan") if folder.is_dir() else ():
        stamp, _, reason = file.stem.partition("-")
        try:
            at = datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC)
        except ValueError:
            continue
        found.append(Backup(at, reason, file, _of(file)))
    return sorted(found, key=lambda backup: backup.at, reverse=True)


def surplus(backups: Sequence[Backup], now: datetime) -> list[Backup]:
    """Return the backups to let go: never the last few, nor the only one of its day or month.

    `backups` are newest first.
    """
    gone: list[Backup] = []
    seen: set[str] = set()
    for backup in backups:
        age = now - backup.at
        if age <= KEEP_ALL:
            continue
        slot = backup.at.strftime("%Y-%m-%d" if age <= KEEP_DAILY else "%Y-%m")
        if slot in seen:
            gone.append(backup)
        seen.add(slot)
    return [backup for backup in gone if backup not in backups[:KEEP_LAST]]

"""The plans opened lately on this computer, remembered in one small file."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from nvworkshop.errors import PlanError
from nvworkshop.language import chosen
from nvworkshop.planfile.publish import Signature, signature_of
from nvworkshop.planfile.reading.pool import read_plan
from nvworkshop.session.files import view_of
from nvworkshop.session.summary import PlanSummary, summary_of

NAME = "recents.json"
MOST = 20
_DAMAGED = ".skadad"
_SECONDS = 0.5
"""How long to wait for another window that writes the same file."""


@dataclass(frozen=True, slots=True)
class Recent:
    """A plan opened lately. `signature` is that of the file `summary` was made of.

    `missing` when there was no file at the last look; `problem` says why it could not be read.
    """

    place: Path
    summary: PlanSummary = field(default_factory=PlanSummary)
    opened_at: int = 0
    signature: Signature = None
    missing: bool = False
    problem: str = ""

    def as_json(self) -> dict[str, Any]:
        """Return it as JSON data."""
        return {
            "place": str(self.place),
            "summary": self.summary.as_json(),
            "opened_at": self.opened_at,
            "signature": list(self.signature) if self.signature else None,
            "missing": self.missing,
            "problem": self.problem,
        }


class Recents:
    """The list, newest first. Every write reads the file first: two windows share it.

    Nothing here waits for the disk to be sure: the list is a help, and no plan is in it.
    """

    def __init__(self, home: Path, now: Callable[[], datetime] | None = None) -> None:
        """Remember the program's folder; `now` (aware) is the clock."""
        self._place = home / NAME
        self._lock = FileLock(self._place.with_suffix(".lock"), timeout=_SECONDS)
        self._thread = threading.Lock()
        self._now = now or (lambda: datetime.now().astimezone())

    def all(self) -> tuple[Recent, ...]:
        """Return the plans, the one opened last first; none when the file is damaged."""
        return tuple(_read(self._place))

    def remember(self, place: Path, summary: PlanSummary, signature: Signature = None) -> None:
        """Put a plan first, with what it is now; `signature` is that of its file if known."""
        place = place.absolute()
        at = int(self._now().timestamp() * 1000)
        one = Recent(place, summary, at, signature)
        self._change(
            lambda several: [one, *(other for other in several if not _same(other, place))][:MOST]
        )

    def forget(self, place: Path) -> None:
        """Take a plan off the list; its file stays."""
        place = place.absolute()
        self._change(lambda several: [one for one in several if not _same(one, place)])

    def refresh(self, entry: Recent) -> Recent:
        """Return the entry as its file is now, and remember it so; slow when the file has changed.

        A file that is gone or can't be read leaves what was known of it.
        """
        fresh = _looked_at(entry)
        if fresh != entry:
            self._change(lambda several: [fresh if one == entry else one for one in several])
        return fresh

    def _change(self, change: Callable[[list[Recent]], list[Recent]]) -> None:
        """Write the list with a change; when that can't be done it stays as it was."""
        with self._thread, suppress(OSError, Timeout):
            self._place.parent.mkdir(parents=True, exist_ok=True)
            with self._lock:
                several = _read(self._place)
                changed = change(several)
                if changed != several:
                    self._write(changed)

    def _write(self, several: list[Recent]) -> None:
        if self._place.exists() and _data(self._place) is None:
            self._place.replace(self._place.with_suffix(_DAMAGED))
        temporary = self._place.with_suffix(".tmp")
        data = {"plans": [one.as_json() for one in several]}
        temporary.write_text(json.dumps(data, indent=1), encoding="ascii")
        temporary.replace(self._place)


def _looked_at(entry: Recent) -> Recent:
    try:
        signature = signature_of(entry.place)
    except OSError:  # a stick that is pulled or a share that is away
        signature = None
    if signature is None:
        return replace(entry, missing=True)
    if signature == entry.signature and entry.summary.language == chosen():
        return replace(entry, missing=False)
    try:
        summary = _summary(entry.place)
    except PlanError as error:
        return replace(entry, signature=signature, missing=False, problem=error.title)
    return replace(entry, summary=summary, signature=signature, missing=False, problem="")


def _summary(place: Path) -> PlanSummary:
    view = view_of(read_plan(place, newer=True))
    with closing(view.store):
        return summary_of(view)


def _same(one: Recent, place: Path) -> bool:
    return os.path.normcase(one.place) == os.path.normcase(place)


def _data(place: Path) -> list[Any] | None:
    """Return what the file holds; none when there is no file, None when it is damaged."""
    try:
        data = json.loads(place.read_bytes())
    except FileNotFoundError:
        return []
    except (OSError, ValueError, RecursionError):
        return None
    plans = data.get("plans") if isinstance(data, dict) else None
    return plans if isinstance(plans, list) else None


def _read(place: Path) -> list[Recent]:
    found = (_entry(one) for one in (_data(place) or ())[:MOST])
    return [one for one in found if one is not None]


def _entry(data: Any) -> Recent | None:
    """Return one entry; None for what is none."""
    place = data.get("place") if isinstance(data, dict) else None
    if not isinstance(place, str) or "\0" in place or not Path(place).is_absolute():
        return None
    summary = data.get("summary")
    opened = data.get("opened_at")
    problem = data.get("problem")
    return Recent(
        Path(place),
        PlanSummary.from_json(summary if isinstance(summary, dict) else {}),
        opened if isinstance(opened, int) else 0,
        _signature(data.get("signature")),
        data.get("missing") is True,
        problem if isinstance(problem, str) else "",
    )


def _signature(data: Any) -> Signature:
    if isinstance(data, list) and [type(one) for one in data] == [int, int, int]:
        size, changed, inode = data
        return size, changed, inode
    return None

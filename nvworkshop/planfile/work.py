"""An open working copy's card, kept true to what the plan file holds."""

from __future__ import annotations

import threading
from contextlib import suppress
from dataclasses import replace
from typing import Any

from nvworkshop.model.kinds import KINDS
from nvworkshop.planfile.publish import Published, newest_in
from nvworkshop.planfile.store import Store
from nvworkshop.planfile.workfiles import Card, Disk, WorkFiles


class Work:
    """The files of an open working copy, and its card; may be used from any thread."""

    def __init__(self, files: WorkFiles, card: Card) -> None:
        """Begin with a card that is not written yet."""
        self.files = files
        self.card = card
        self._written: Card | None = None
        self._lock = threading.Lock()

    def published(self, store: Store, published: Published, disk: Disk | None) -> None:
        """Remember that the plan file holds what the store does, and nothing else."""
        self.keep(
            title=title_of(store),
            published=published.changes,
            newest=newest_in(store),
            sha256=published.sha256,
            size=published.size,
            disk=disk,
        )

    def keep(self, **changes: Any) -> None:
        """Change the card and write it if it differs; a disk that won't take it stops nothing."""
        with suppress(OSError):
            self.keep_surely(**changes)

    def keep_surely(self, **changes: Any) -> None:
        """Do as `keep`; OSError when the disk won't take it, and the card is as it was."""
        with self._lock:
            card = replace(self.card, **changes)
            if card != self._written:
                self.files.write(card)
            self.card = self._written = card


def title_of(store: Store) -> str:
    """Return the plan's title, "" when it has none."""
    plan = store.thing(KINDS["plan"], store.plan)
    return plan.text("title") if plan else ""

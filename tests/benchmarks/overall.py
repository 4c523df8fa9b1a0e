"""Overall plans to merge into, made anew for every round and removed after it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from nvworkshop.session import sessions
from nvworkshop.session.session import Session
from nvworkshop.session.surroundings import Surroundings

_NUMBERS = count()


def surroundings(folder: Path) -> Surroundings:
    """Return surroundings whose home is that folder."""
    return Surroundings(device="arbetsdator", home=lambda: folder)


@contextmanager
def overall(folder: Path) -> Iterator[Session]:
    """Open a new overall plan as the desktop does, with its working copy on disk."""
    home = folder / f"home {next(_NUMBERS)}"
    home.mkdir()
    place, around = home / "overall.nvplan", surroundings(home)
    sessions.create(place, title="Overall", surroundings=around).close()
    session = sessions.open_plan(place, surroundings=around, on_disk=True)
    try:
        yield session
    finally:
        session.close()
        shutil.rmtree(home)

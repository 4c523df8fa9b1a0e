"""One publishing in a process of its own, for the system to disturb; run with PLAN [BUG]."""

from __future__ import annotations

import sqlite3
import sys
from pathlib import Path

from nvworkshop.errors import PlanError, PublishError
from nvworkshop.session.session import Session
from nvworkshop.session.sessions import open_plan
from tests.faults.forks import say
from tests.faults.planted import BUGS


def main() -> None:
    """Open, add, say what must be kept, publish; after a failure publish once more."""
    place = Path(sys.argv[1])
    BUGS["".join(sys.argv[2:3])]()
    try:
        session = open_plan(place, on_disk=True)
    except PlanError as error:
        say(1, refused=error.sentence)
        return
    except sqlite3.Error as error:
        say(1, broken=str(error))
        return
    for number in range(3):
        _add(session, f"Rad {number} " * 100)
    try:
        session.publish()
        say(1, published=True)
    except PublishError as error:
        say(1, failed=error.sentence)
    session.close()


def _add(session: Session, title: str) -> None:
    """Add an action and say what must be kept; try once more when the disk refuses."""
    for _ in range(2):
        try:
            session.add("action", {"title": title})
        except (PlanError, sqlite3.Error) as error:
            say(1, broken=str(error))
        else:
            say(1, kept=[one.id.hex() for one in session.store.changes()])
            return


if __name__ == "__main__":
    main()

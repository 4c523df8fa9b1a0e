"""One publishing in a process of its own, for the system to disturb; run with PLAN [BUG]."""

from __future__ import annotations

import sys
from pathlib import Path

from nvworkshop.errors import PlanError, PublishError
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
    session.add("action", {"title": "Mobilt team " * 100})
    say(1, kept=[one.id.hex() for one in session.store.changes()])
    try:
        session.publish()
        say(1, published=True)
    except PublishError as error:
        say(1, failed=error.sentence)
    session.close()


if __name__ == "__main__":
    main()

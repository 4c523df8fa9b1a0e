"""The program's one entrance: the command line, and the child processes that read files."""

from __future__ import annotations

import sys

from nvworkshop.cli.desktop import asked, desktop, first_paint
from nvworkshop.errors import PlanError
from nvworkshop.language import choose_by_environment

READ_PLANS = "--read-plans"
"""How a frozen program starts itself to read plan files from outside."""

READ_BOOKS = "--read-books"
"""How it starts itself to read workbooks and text tables."""

SEAL = "--seal"
"""How it starts itself to lock or unlock a copy with a password."""

SELFTEST = "--selftest"
"""How those who build or install it ask it to try itself."""

FIRST_PAINT = "--first-paint"
"""How the time until the window is seen is measured."""


def main() -> None:
    """Run what the arguments ask for, in the language that the environment names; never returns."""
    if sys.argv[1:2] == [READ_PLANS]:
        from nvworkshop.planfile.reading.child import main as read_plans

        read_plans()
        sys.exit(0)
    if sys.argv[1:2] == [READ_BOOKS]:
        from nvworkshop.exchange.incoming.child import main as read_books

        read_books()
        sys.exit(0)
    if sys.argv[1:2] == [SEAL]:
        from nvworkshop.exchange.sealing import main as seal

        seal()
        sys.exit(0)
    choose_by_environment()
    if sys.argv[1:] == [SELFTEST]:
        from nvworkshop.cli.selftest.running import main as try_itself

        sys.exit(try_itself())
    if sys.argv[1:] == [FIRST_PAINT]:
        sys.exit(first_paint())
    sys.exit(_window() if asked(sys.argv[1:]) is not None else _command())


def _window() -> int:
    try:
        return desktop(sys.argv[1:])
    except PlanError:
        return _command()  # says why


def _command() -> int:
    from nvworkshop.cli.run import run

    return run(sys.argv[1:])


def guarded() -> None:
    """Run `main`; a Ctrl-C before it has begun ends quietly too."""
    try:
        main()
    except KeyboardInterrupt:
        sys.exit(2)


if __name__ == "__main__":
    guarded()
